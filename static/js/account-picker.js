// <account-picker>: of the accounts in the form inside it four at most are chosen, and it says how many are. Without JavaScript a
// counter of the style sheet says so, and the page that answers what to do where they are too many.

const MOST = 4;
const WORDS = ["None", "One", "Two", "Three", "Four"];

class AccountPicker extends HTMLElement {
  connectedCallback() {
    this.boxes = [...this.querySelectorAll("input[type=checkbox]")];
    this.said = this.querySelector(".picked");
    this.addEventListener("change", (event) => this.chosen(event.target));
    addEventListener("pageshow", () => this.say());
  }

  get count() {
    return this.boxes.filter((box) => box.checked).length;
  }

  chosen(box) {
    const tooMany = box.checked && this.count > MOST;
    if (tooMany) box.checked = false;
    this.say(tooMany ? "Four at most: untick one first." : undefined);
  }

  say(words = `${WORDS[this.count] ?? this.count} chosen, of two to four.`) {
    this.said.textContent = words;
  }
}

customElements.define("account-picker", AccountPicker);
