// <copy-link for="id">: a button that copies the value of the field with that id. Without JavaScript the field alone remains.

import { copy } from "./clipboard.js";

class CopyLink extends HTMLElement {
  connectedCallback() {
    const button = document.createElement("button");
    const said = document.createElement("span");
    const field = document.getElementById(this.getAttribute("for"));
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${field.labels[0].textContent}`);
    said.className = "unseen";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await copy(field.value);
      if (!done) field.select();
      said.textContent = done ? "Copied" : "Selected; copy it with your keyboard";
      button.textContent = done ? "Copied" : "Copy";
      setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 4000);
    });
    this.append(button, said);
  }
}

customElements.define("copy-link", CopyLink);
