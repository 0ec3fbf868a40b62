// Open menus close on Escape and on a click elsewhere. Opening them is the browser’s own work.
export class MenuToggle extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", (event) => this.close((menu) => !menu.contains(event.target)));
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.close((menu) => {
        if (!menu.contains(document.activeElement)) return true;
        menu.querySelector("summary").focus();
        event.stopPropagation();
        return true;
      });
    });
  }

  close(chosen) {
    for (const menu of this.querySelectorAll("details[open]")) if (chosen(menu)) menu.open = false;
  }
}
