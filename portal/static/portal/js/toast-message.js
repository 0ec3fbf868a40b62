// Gives a message a way to be put away; errors and warnings stay until the reader does so.
export class ToastMessage extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => this.remove());
  }
}
