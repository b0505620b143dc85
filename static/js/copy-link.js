// <copy-link for="id">: a button that copies the value of the input with that id. Without JavaScript the input alone remains.

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
      const done = await copy(field);
      said.textContent = done ? "Copied" : "Selected; copy it with your keyboard";
      button.textContent = done ? "Copied" : "Copy";
      setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 4000);
    });
    this.append(button, said);
  }
}

// The clipboard is closed to pages served without TLS; there the text is selected and the old command tried.
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}

customElements.define("copy-link", CopyLink);
