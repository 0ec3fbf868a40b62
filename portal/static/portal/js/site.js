// The entry. One file per custom element; every page works without any of them.
import { ConfirmButton } from "./confirm-button.js";
import { CopyLink } from "./copy-link.js";
import { MenuToggle } from "./menu-toggle.js";
import { ThemeChoice } from "./theme-choice.js";
import { ToastMessage } from "./toast-message.js";
import { VideoOnClick } from "./video-on-click.js";

customElements.define("confirm-button", ConfirmButton);
customElements.define("copy-link", CopyLink);
customElements.define("menu-toggle", MenuToggle);
customElements.define("theme-choice", ThemeChoice);
customElements.define("toast-message", ToastMessage);
customElements.define("video-on-click", VideoOnClick);
