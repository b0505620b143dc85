// <link-selection source="/a/slug@3/link.json">: a toolbar for the words that a reader selects in the passages of an article.
//
// It only finds out between which code points of which passages the selection lies. Which words these touch, what their link is and
// what is copied, the room says, so that there is one way of counting words.

import { copy } from "./clipboard.js";

const SETTLED = 250; // milliseconds without a change after which a selection is made
const GAP = 8; // pixels between the words and the toolbar
const HANDLES = 32; // pixels below the words where a phone has its handles

class LinkSelection extends HTMLElement {
  connectedCallback() {
    this.says = element("p", { className: "says" });
    this.compare = element("a", { textContent: "Compare", title: "What other accounts say to the same questions" });
    this.items = [
      this.action("Copy link", "", (made) => [made.url], "Link copied"),
      this.action("Copy quotation", " with its source", (made) => [made.text, made.html], "Quotation copied"),
      this.action("Markdown", ": copy quotation with its source", (made) => [made.markdown], "Quotation copied as Markdown"),
      this.action("HTML", ": copy quotation with its source", (made) => [made.html], "Quotation copied as HTML"),
      this.compare,
    ];
    this.bar = element("div", { className: "selection-bar", hidden: true }, [this.says, ...this.items]);
    this.bar.setAttribute("role", "toolbar");
    this.bar.setAttribute("aria-label", "Selected words");
    this.status = element("p", { className: "unseen" });
    this.status.setAttribute("role", "status");
    this.append(this.bar, this.status);
    this.items.forEach((item, at) => { item.tabIndex = at ? -1 : 0; });
    this.listen();
  }

  action(label, rest, parts, done) {
    const button = element("button", { type: "button", textContent: label, ariaLabel: label + rest, title: label + rest });
    button.addEventListener("click", async () => this.say((await copy(...parts(this.made))) ? done : "The browser did not let it be copied"));
    return button;
  }

  listen() {
    document.addEventListener("selectionchange", () => this.changed());
    document.addEventListener("pointerdown", (event) => { this.dragging = event.pointerType === "mouse" && !this.contains(event.target); });
    document.addEventListener("pointerup", () => { this.dragging = false; });
    document.addEventListener("pointercancel", () => { this.dragging = false; });
    document.addEventListener("keydown", (event) => this.pressed(event));
    this.bar.addEventListener("mousedown", (event) => event.preventDefault()); // a click must not take the selection away
    this.bar.addEventListener("focusout", ({ relatedTarget }) => this.bar.hidden || this.bar.contains(relatedTarget) || this.changed());
    for (const moved of ["scroll", "resize"]) addEventListener(moved, () => this.place(), { passive: true });
  }

  changed() {
    clearTimeout(this.timer);
    this.asked?.abort();
    const words = selected();
    if (!words) return this.bar.contains(document.activeElement) || this.close(); // Firefox moves its caret with the focus
    if (words.start === this.words?.start && words.end === this.words?.end) return;
    this.close();
    this.timer = setTimeout(() => (this.dragging ? this.changed() : this.offer(words)), SETTLED);
  }

  async offer(words) {
    this.asked = new AbortController();
    try {
      const address = `${this.getAttribute("source")}?start=${words.start}&end=${words.end}`;
      const answer = await fetch(address, { signal: this.asked.signal });
      if (!answer.ok) return;
      this.made = await answer.json();
    } catch {
      return; // the reader selected something else, or is offline: what cannot be made is not offered
    }
    this.words = words;
    this.compare.href = `${this.made.page}#compare`;
    this.says.textContent = this.made.says;
    this.bar.hidden = false;
    this.place();
    this.status.textContent = `${this.made.says} selected. Press Tab to copy a link or the quotation.`;
  }

  close() {
    this.words = undefined;
    this.bar.hidden = true;
    this.status.textContent = "";
  }

  say(text) {
    this.says.textContent = this.status.textContent = text;
  }

  pressed(event) {
    if (this.bar.hidden) return;
    const inside = this.bar.contains(document.activeElement);
    if (event.key === "Escape") return this.leave(inside);
    if (event.key === "Tab" && !event.shiftKey && !inside && this.words.about(document.activeElement)) {
      event.preventDefault();
      this.focusItem(0);
    } else if (inside) {
      const at = this.items.indexOf(document.activeElement);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.items.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      this.focusItem((next + this.items.length) % this.items.length);
    }
  }

  focusItem(at) {
    this.items.forEach((item, place) => { item.tabIndex = place === at ? 0 : -1; });
    this.items[at].focus();
  }

  // Escape closes the toolbar and leaves the reader where the words are, selected; the same words are not offered again.
  leave(inside) {
    const words = this.words;
    this.close();
    this.words = words;
    if (!inside) return;
    words.passage.tabIndex = -1;
    words.passage.focus({ preventScroll: true });
    if (!selected()) words.select();
  }

  // Below the words, or above them where the reader's end of the selection is there. Where fingers select, at an edge of the screen,
  // away from the phone's own menu; below the words where they fill the screen. Never on them.
  place() {
    if (this.bar.hidden) return;
    const touch = matchMedia("(pointer: coarse)").matches;
    this.bar.classList.toggle("at-edge", touch);
    const { top, bottom } = this.words.box();
    const height = this.bar.offsetHeight;
    const screen = document.documentElement.clientHeight;
    const atBottom = touch && (bottom + HANDLES <= screen - height || top >= screen);
    const atTop = touch && !atBottom && (top >= height || bottom <= 0);
    this.bar.classList.toggle("at-edge", atBottom || atTop);
    this.bar.classList.toggle("at-top", atTop);
    if (atBottom || atTop) return;
    const below = bottom + (touch ? HANDLES : GAP), above = top - GAP - height;
    const isAbove = !touch && above >= 0 && (this.words.backward || below + height > screen);
    const text = this.words.text.getBoundingClientRect();
    const rtl = getComputedStyle(this.words.text).direction === "rtl";
    const most = document.documentElement.clientWidth - this.bar.offsetWidth;
    const left = Math.max(0, Math.min(rtl ? text.right - this.bar.offsetWidth : text.left, most));
    this.bar.style.setProperty("--top", `${(isAbove ? above : below) + scrollY}px`);
    this.bar.style.setProperty("--left", `${left + scrollX}px`);
  }
}

function element(name, properties, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The part of the selection that lies in passages, if any does: in the article, else in the passage that stands above it.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  for (const place of [".passages [data-text]", ".target-words [data-text]"]) {
    const parts = [...document.querySelectorAll(place)]
      .filter((text) => range.intersectsNode(text))
      .map((text) => part(range, text))
      .filter(({ from, to }) => from < to);
    if (parts.length) return words(selection, parts[0], parts.at(-1));
  }
  return null;
}

function words(selection, first, last) {
  const range = document.createRange();
  range.setStart(first.clipped.startContainer, first.clipped.startOffset);
  range.setEnd(last.clipped.endContainer, last.clipped.endOffset);
  const ends = [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
  const anchor = document.createRange();
  anchor.setStart(selection.anchorNode, selection.anchorOffset);
  return {
    start: `${first.passage.dataset.passage}.${first.from}`,
    end: `${last.passage.dataset.passage}.${last.to}`,
    backward: anchor.comparePoint(selection.focusNode, selection.focusOffset) < 0,
    passage: first.passage,
    text: first.text,
    select: () => selection.setBaseAndExtent(...ends),
    about: (element) => element.contains(first.text) || first.passage.parentElement.contains(element),
    box: () => range.getBoundingClientRect(),
  };
}

// Where a range lies in the text of a passage, in code points. A cell has a part of its row's text, and says where it begins.
function part(range, text) {
  const clipped = document.createRange();
  clipped.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, clipped) > 0) clipped.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, clipped) < 0) clipped.setEnd(range.endContainer, range.endOffset);
  const begins = Number(text.dataset.begins ?? 0);
  const from = begins + codePoints(text, clipped.startContainer, clipped.startOffset);
  const to = begins + codePoints(text, clipped.endContainer, clipped.endOffset);
  return { text, passage: text.closest("[data-passage]"), clipped, from, to };
}

function codePoints(text, container, offset) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(container, offset);
  return [...before.toString()].length;
}

customElements.define("link-selection", LinkSelection);
