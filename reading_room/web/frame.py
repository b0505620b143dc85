"""What every page has: its globals, its headers, and static files under addresses that change with their content."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, g, request
from jinja2 import StrictUndefined
from werkzeug.exceptions import SecurityError

from reading_room.model.about import About
from reading_room.web.unseen import seen
from reading_room.web.urls import as_json, with_query

A_YEAR = 31_536_000

_HEADERS = {
    # Nothing but the room's own files: no page can load or send anything elsewhere, whatever an article holds. Inline scripts are
    # let in for the sake of accessibility checkers, which work by adding one; the room itself has none, and texts become HTML
    # only through escaping templates (docs/decisions/0007).
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self';"
        " frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


def frame(app: Flask) -> None:
    """Install globals and headers."""
    static = _static_url(app)
    app.jinja_env.globals["static"] = static
    app.jinja_env.undefined = StrictUndefined  # a slip in a template is an error in the tests, not a gap on a page
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.context_processor(_globals)
    app.after_request(_finish)


def known_again(response: Response) -> Response:
    """An answer with the mark of its content, empty where the reader has it already."""
    response.add_etag()
    response.make_conditional(request)
    return response


def _globals() -> dict[str, Any]:
    library = g.get("library")
    about = library.corpus.about if library else About()
    return {
        "room_name": about.name,
        "room_subject": about.subject,
        "room_about": about.text,
        "canonical_url": _canonical_url(),
        "json_url": _json_url(),
    }


def _canonical_url() -> str:
    """The page's own address: without its parameters, unless they say what the page is of Empty where no host is known."""
    try:
        if not request.host:
            return ""
    except SecurityError:  # one that the room does not answer to
        return ""
    asks = request.path.endswith(("/compare", "/history"))
    return with_query(seen(request.base_url), request.query_string if asks else b"")


def _json_url() -> str | None:
    """The page's JSON twin, where it has one."""
    path = request.path
    has_json = path in ("/search", "/compare") or path.startswith(("/a/", "/event/"))
    return as_json(seen(path), request.query_string) if has_json else None


def _static_url(app: Flask) -> Callable[[str], str]:
    """Addresses of static files carry a hash of the content, so that browsers may keep them for a year."""

    @cache
    def mark(path: str) -> str:
        return hashlib.sha256(Path(app.static_folder or "", path).read_bytes()).hexdigest()[:10]

    def static(path: str) -> str:
        return f"{app.static_url_path}/{path}?v={mark(path)}"

    return static


def _finish(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static" and "v" in request.args and response.status_code in (200, 206, 304):
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    elif request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-cache")
    return response
