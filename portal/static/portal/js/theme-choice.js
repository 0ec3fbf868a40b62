// Light, dark, or what the device prefers; remembered by this browser only.
export class ThemeChoice extends HTMLElement {
  connectedCallback() {
    const root = document.documentElement;
    const now = root.dataset.theme ?? "auto";
    for (const radio of this.querySelectorAll("input")) radio.checked = radio.value === now;
    this.addEventListener("change", ({ target }) => {
      if (target.value === "auto") delete root.dataset.theme;
      else root.dataset.theme = target.value;
      try {
        localStorage.setItem("theme", target.value);
      } catch {
        // storage refused: the choice lasts as long as the page
      }
    });
  }
}
