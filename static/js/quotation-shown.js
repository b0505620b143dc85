// <quotation-shown opens>: opens the page of a quotation at its words in the article, unless they are in sight; without the attribute it
// does nothing, since there is something to be read about them first. What became of them stays in sight above. Only where a link was followed: who comes back or
// reloads is where they were.

class QuotationShown extends HTMLElement {
  connectedCallback() {
    const words = document.getElementById("quoted");
    const followed = performance.getEntriesByType("navigation")[0]?.type === "navigate";
    if (!words || !followed || !this.hasAttribute("opens") || location.hash || scrollY > 0) return;
    const said = document.createElement("span");
    said.className = "unseen";
    said.setAttribute("role", "status");
    this.append(said);
    if (words.getBoundingClientRect().bottom > innerHeight) {
      words.scrollIntoView({ block: "start" });
      words.focus({ preventScroll: true });
    }
    const number = words.closest("[data-passage]").dataset.passage;
    const outcome = document.getElementById("outcome").textContent;
    requestAnimationFrame(() => { said.textContent = `${outcome}. The quotation is marked in passage ${number} of the article.`; });
  }
}

customElements.define("quotation-shown", QuotationShown);
