// <search-suggestions>: under the search box inside it, what the room has that begins so (a combobox with a list, as WAI-ARIA has it).
//
// What is typed stays as it is until a suggestion is chosen. A word or a name is then searched for; a title, an event or an outlet is
// gone to. Without JavaScript the box alone remains.

const PAUSE = 120; // milliseconds without a letter after which is asked
const FEWEST = 2; // letters

class SearchSuggestions extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("input");
    this.options = [];
    this.list = element("ul", { id: `${this.box.id}-suggestions`, className: "suggested", hidden: true, role: "listbox", ariaLabel: "Suggestions" });
    this.said = element("span", { className: "unseen", role: "status" });
    this.append(this.list, this.said);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) this.box.setAttribute(name, value);
    this.box.addEventListener("input", () => this.typed());
    this.box.addEventListener("keydown", (event) => this.pressed(event));
    this.box.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // a click must not take the focus from the box
    this.list.addEventListener("click", (event) => this.choose(this.options.indexOf(event.target.closest("li"))));
    addEventListener("pagehide", () => this.close());
  }

  typed() {
    clearTimeout(this.timer);
    this.asked?.abort();
    if (this.box.value.trim().length < FEWEST) return this.close();
    this.timer = setTimeout(() => this.ask(this.box.value), PAUSE);
  }

  async ask(typed) {
    this.asked = new AbortController();
    try {
      const answer = await fetch(`/suggest?${new URLSearchParams({ q: typed })}`, { signal: this.asked.signal });
      const [said, texts, kinds, urls] = answer.ok ? await answer.json() : [typed, [], [], []];
      if (said === this.box.value && this.box === document.activeElement) this.show(texts, kinds, urls);
    } catch {
      // Typed on, or the room cannot be reached: a search says so.
    }
  }

  show(texts, kinds, urls) {
    this.found = texts.map((text, at) => ({ text, kind: kinds[at], url: urls[at] }));
    this.options = this.found.map(({ text, kind }, at) =>
      element("li", { id: `${this.list.id}-${at}`, role: "option", ariaSelected: "false" }, [
        element("bdi", { textContent: text }),
        element("span", { className: "unseen", textContent: ", " }),
        element("span", { className: "what", textContent: kind }),
      ]));
    this.list.replaceChildren(...this.options);
    this.list.dir = getComputedStyle(this.box).direction;
    this.at = -1;
    if (!texts.length) return this.close();
    this.list.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.box.removeAttribute("aria-activedescendant");
    this.said.textContent = `${texts.length} ${texts.length === 1 ? "suggestion" : "suggestions"}, to choose from with the arrow keys`;
  }

  close() {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.hidden = true;
    this.said.textContent = "";
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" && !open && this.box.value.trim().length >= FEWEST) this.ask(this.box.value);
    else if (!open) return;
    else if (event.key === "ArrowDown") this.go(this.at + 1);
    else if (event.key === "ArrowUp") this.go(this.at - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else return;
    event.preventDefault();
  }

  // Beyond either end lies the box, where nothing is chosen.
  go(at) {
    const places = this.options.length + 1;
    this.options[this.at]?.setAttribute("aria-selected", "false");
    this.at = ((at + 1 + places) % places) - 1;
    const option = this.options[this.at];
    if (!option) return this.box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", option.id);
  }

  choose(at) {
    const chosen = this.found[at];
    if (!chosen) return;
    this.close();
    this.box.value = chosen.text;
    if (chosen.kind === "Word" || chosen.kind === "Name") return this.box.form.requestSubmit(); // with all that narrows the search
    const { pathname, search } = new URL(chosen.url);
    location.assign(pathname + search);
  }
}

function element(name, values, children = []) {
  const made = Object.assign(document.createElement(name), values);
  if (values.role) made.setAttribute("role", values.role);
  made.append(...children);
  return made;
}

customElements.define("search-suggestions", SearchSuggestions);
