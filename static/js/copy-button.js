// A button that copies: `copied` puts something on the clipboard and says whether it is there; where it is not, `select` marks it.

export function copyButton(name, copied, select) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${name}`);
  said.className = "unseen";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const done = await copied();
    if (!done) select();
    said.textContent = done ? "Copied" : "Selected; copy it with your keyboard";
    button.textContent = done ? "Copied" : "Copy";
    setTimeout(() => { button.textContent = "Copy"; said.textContent = ""; }, 4000);
  });
  return [button, said];
}
