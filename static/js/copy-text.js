// <copy-text for="id">: a button that copies the text of the element with that id, with its italics where what it is pasted into
// knows any. Without JavaScript the text alone remains, to be selected by hand.

import { copy } from "./clipboard.js";
import { copyButton } from "./copy-button.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    const source = document.getElementById(this.getAttribute("for"));
    const copied = () => copy(source.innerText, source.innerHTML);
    this.append(...copyButton(this.parentElement.textContent.trim(), copied, () => getSelection().selectAllChildren(source)));
  }
}

customElements.define("copy-text", CopyText);
