// Replaces the poster by the player, and only then is anything asked of the video site.
export class VideoOnClick extends HTMLElement {
  connectedCallback() {
    this.querySelector("a").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || !this.dataset.player) return;
      event.preventDefault();
      const frame = document.createElement("iframe");
      frame.src = `${this.dataset.player}${this.dataset.player.includes("?") ? "&" : "?"}autoplay=1`;
      frame.title = this.dataset.title;
      frame.allow = "autoplay; fullscreen; picture-in-picture";
      frame.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
      frame.referrerPolicy = "strict-origin";
      this.replaceChildren(frame);
      frame.focus();
    });
  }
}
