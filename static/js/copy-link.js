// <copy-link for="id">: a button that copies the value of the field with that id. Without JavaScript the field alone remains.

import { copy } from "./clipboard.js";
import { copyButton } from "./copy-button.js";

class CopyLink extends HTMLElement {
  connectedCallback() {
    const field = document.getElementById(this.getAttribute("for"));
    this.append(...copyButton(field.labels[0].textContent, () => copy(field.value), () => field.select()));
  }
}

customElements.define("copy-link", CopyLink);
