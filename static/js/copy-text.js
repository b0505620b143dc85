// <copy-text for="id">: a button that copies the text of the element with that id, with its italics where what it is pasted into
// knows any. Without JavaScript the text alone remains, to be selected by hand.

import { copy } from "./clipboard.js";

class CopyText extends HTMLElement {
  connectedCallback() {
    const source = document.getElementById(this.getAttribute("for"));
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${this.parentElement.textContent.trim()}`);
    said.className = "unseen";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await copy(source.innerText, source.innerHTML);
      if (!done) getSelection().selectAllChildren(source);
      said.textContent = done ? "Copied" : "Selected; copy it with your keyboard";
      button.textContent = done ? "Copied" : "Copy";
      setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 4000);
    });
    this.append(button, said);
  }
}

customElements.define("copy-text", CopyText);
