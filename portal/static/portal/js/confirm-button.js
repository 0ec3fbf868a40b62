// Asks before a form is sent. The dialog names the act in its own words, twice.
export class ConfirmButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.addEventListener("click", (event) => {
      if (this.isSure) return;
      event.preventDefault();
      this.ask(button);
    });
  }

  ask(button) {
    const dialog = document.createElement("dialog");
    const question = document.createElement("p");
    const choices = document.createElement("div");
    dialog.className = "confirm-button__dialog";
    question.textContent = this.dataset.question;
    question.id = "confirm-question";
    dialog.setAttribute("aria-labelledby", question.id);
    choices.className = "cluster";
    const tone = button.dataset.tone === "plain" ? "quiet" : button.dataset.tone; // « yes » is never the quieter of the two
    const yes = this.choice(button.textContent.trim(), tone, () => {
      this.isSure = true;
      button.form.requestSubmit(button);
    });
    const no = this.choice(this.dataset.no, "plain", () => {});
    choices.append(yes, no);
    dialog.append(question, choices);
    dialog.addEventListener("close", () => dialog.remove());
    this.append(dialog);
    dialog.showModal();
    no.focus();
  }

  choice(words, tone, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.dataset.tone = tone;
    button.textContent = words;
    button.addEventListener("click", () => {
      button.closest("dialog").close();
      act();
    });
    return button;
  }
}
