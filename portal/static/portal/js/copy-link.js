// Copies the address of the link beside it, or its data-text, and says so for two seconds.
export class CopyLink extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const words = button.querySelector("span");
    const before = words.textContent;
    button.hidden = !navigator.clipboard;
    words.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.dataset.text || this.querySelector("a").href);
      words.textContent = button.dataset.done;
      setTimeout(() => (words.textContent = before), 2000);
    });
  }
}
