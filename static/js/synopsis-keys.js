// <synopsis-keys>: keys for reading a synopsis. j and k go from row to row, h and l from account to account, x folds a row, o opens the
// passage, u undoes the last correction, ? says so. Everything that they do can be done by links too, but for folding one row.

const KEYS = [
  ["j", "next row"], ["k", "row before"], ["l", "next account"], ["h", "account before"], ["x", "fold or unfold the row"],
  ["o", "open the passage"], ["u", "undo the last correction"], ["?", "show or hide these keys"],
];

class SynopsisKeys extends HTMLElement {
  connectedCallback() {
    this.column = 0;
    this.append(this.help = help());
    this.before(this.note = note(() => this.help.showModal()));
    document.addEventListener("keydown", (event) => this.pressed(event));
    this.addEventListener("focusin", (event) => this.noticed(event.target));
  }

  pressed(event) {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      j: () => this.go(1), k: () => this.go(-1), l: () => this.turn(1), h: () => this.turn(-1), x: () => this.fold(),
      o: () => this.cell()?.querySelector("a.to-words, .noted-list a, a")?.click(),
      u: () => [...document.querySelectorAll("a.undo")].at(-1)?.click(),
      "?": () => this.help.open ? this.help.close() : this.help.showModal(),
    }[event.key];
    if (!act || (this.help.open && event.key !== "?")) return;
    event.preventDefault();
    act();
  }

  // Where a reader has come by other ways, the keys go on from there.
  noticed(target) {
    const row = target.closest("tbody.row");
    const cell = target.closest(".cells > td");
    if (row) this.row = row;
    if (cell) this.column = [...cell.parentElement.children].indexOf(cell);
  }

  // What is folded away is passed by; what it is folded into is a stop, where x unfolds it.
  rows() {
    return [...this.querySelectorAll("tbody.row")].filter((row) => !row.closest("details:not([open])"));
  }

  go(by) {
    const rows = this.rows();
    const at = rows.indexOf(this.row);
    const first = Math.max(rows.findIndex((row) => row.getBoundingClientRect().bottom > 0), 0);
    this.show(rows[at < 0 ? first : Math.min(Math.max(at + by, 0), rows.length - 1)]);
  }

  turn(by) {
    if (!this.row) return this.go(1);
    this.column = Math.min(Math.max(this.column + by, 0), this.row.querySelectorAll(".cells > td").length - 1);
    this.show(this.row);
  }

  cell() {
    const cells = this.row?.querySelectorAll(".cells > td");
    return cells?.[Math.min(this.column, cells.length - 1)];
  }

  // What rows are folded into; passages that are folded into a cell are no stop.
  folder(row) {
    return row.querySelector(":scope > tr:not(.cells) > td > details");
  }

  show(row) {
    if (!row) return;
    this.row = row;
    const cell = this.folder(row)?.querySelector("summary") ?? (row.classList.contains("folded") ? row.querySelector("th") : this.cell());
    if (cell.tagName !== "SUMMARY") cell.tabIndex = -1;
    cell.focus({ preventScroll: true });
    row.scrollIntoView({ block: "start" });
  }

  fold() {
    if (!this.row) return;
    const details = this.folder(this.row);
    if (details) return void (details.open = !details.open);
    const folded = this.row.classList.toggle("folded");
    this.row.querySelectorAll("tr:not(.row-head)").forEach((line) => { line.hidden = folded; });
    this.show(this.row);
  }
}

function help() {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-label", "Keys");
  const list = document.createElement("dl");
  for (const [key, does] of KEYS) {
    const term = document.createElement("dt");
    const said = document.createElement("dd");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    said.textContent = does;
    list.append(term, said);
  }
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  dialog.append(list, close);
  return dialog;
}

function note(open) {
  const line = document.createElement("p");
  line.className = "note keys-note screen-only";
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Keys: ?" });
  button.addEventListener("click", open);
  line.append(button);
  return line;
}

customElements.define("synopsis-keys", SynopsisKeys);
