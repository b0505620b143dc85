// Puts text on the clipboard, and the same as HTML beside it for programs that take it; says whether it is there.

export async function copy(text, html = "") {
  try {
    if (html) await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob(text, "plain"), "text/html": blob(html, "html") })]);
    else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, html);
  }
}

function blob(text, kind) {
  return new Blob([text], { type: `text/${kind}` });
}

// The clipboard is closed to pages served without TLS; the old command is not.
function copyByCommand(text, html) {
  let done = false;
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", put, true);
  document.execCommand("copy");
  document.removeEventListener("copy", put, true);
  return done;
}
