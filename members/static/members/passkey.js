// <passkey-form data-task="create | get" data-options="JSON" data-options-url="…">: a form that a passkey fills.
// Hidden in the page, shown here when the browser knows passkeys; the form sends the answer in its field "credential".
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function decoded(options) {
  const ready = { ...options, challenge: bytes(options.challenge) };
  if (options.user) ready.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (options[list]) ready[list] = options[list].map((known) => ({ ...known, id: bytes(known.id) }));
  }
  return ready;
}

function encoded(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: id, type, response, clientExtensionResults: credential.getClientExtensionResults() });
}

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential) return;
    this.hidden = false;
    this.form = this.querySelector("form");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask().catch(() => this.say(this.dataset.failed));
    });
  }

  async ask() {
    this.say("");
    const { publicKey } = await this.options();
    const alone = this.form.elements.passwordless;
    if (alone) {
      const residentKey = alone.checked ? "required" : "discouraged";
      const userVerification = alone.checked ? "required" : publicKey.authenticatorSelection?.userVerification;
      publicKey.authenticatorSelection = { ...publicKey.authenticatorSelection, residentKey, requireResidentKey: alone.checked, userVerification };
    }
    const credential = await navigator.credentials[this.dataset.task]({ publicKey: decoded(publicKey) });
    this.form.elements.credential.value = encoded(credential);
    this.form.submit();
  }

  async options() {
    if (this.dataset.options) return JSON.parse(this.dataset.options);
    const response = await fetch(this.dataset.optionsUrl, { headers: { Accept: "application/json" } });
    return (await response.json()).request_options;
  }

  say(words) {
    this.querySelector("[role=status]").textContent = words;
  }
}

customElements.define("passkey-form", PasskeyForm);
