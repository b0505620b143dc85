// <passage-links>: beside the number of the passage that a reader points at, a ¶ that copies its address. The number stays a link;
// where it has the focus, the key C copies too.

import { copy } from "./clipboard.js";

class PassageLinks extends HTMLElement {
  connectedCallback() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "copy-passage";
    this.button.lang = "en";
    this.button.title = "Copy the link to this passage";
    this.button.textContent = "¶";
    this.said = document.createElement("span");
    this.said.className = "copied-passage";
    this.said.lang = "en";
    this.said.setAttribute("role", "status");
    this.append(this.said);
    this.button.addEventListener("click", () => this.copy());
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse" && !event.buttons && !this.hasFocus()) this.offer(event.target.closest(".passages .passage"));
    });
    document.addEventListener("focusin", (event) => {
      if (event.target.matches(".passages .number")) this.offer(event.target.closest(".passage"));
    });
    document.addEventListener("keydown", (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && event.key.toLowerCase() === "c" && this.hasFocus()) this.copy();
    });
  }

  // Where a reader has come with the keyboard, a mouse that happens to lie elsewhere takes nothing away.
  hasFocus() {
    return document.activeElement === this.button || document.activeElement.matches(".passages .number");
  }

  offer(passage) {
    if (passage?.contains(this.button)) return;
    this.said.textContent = "";
    if (!passage) return this.button.remove();
    this.number = passage.querySelector(".number");
    this.button.setAttribute("aria-label", `Copy the link to passage ${this.number.textContent}`);
    this.number.after(this.button);
  }

  async copy() {
    const done = await copy(this.number.href);
    this.said.textContent = "";
    this.said.style.insetBlockStart = `${this.button.getBoundingClientRect().bottom + scrollY}px`;
    this.said.style.insetInlineStart = `${Math.max(4, this.button.getBoundingClientRect().left + scrollX)}px`;
    requestAnimationFrame(() => { this.said.textContent = done ? "Copied" : "Not copied: follow the number"; });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.said.textContent = ""; }, 4000);
  }
}

customElements.define("passage-links", PassageLinks);
