"""Old names of articles: every address and every question that names one leads on to the name that the article has now."""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from reading_room.permalinks.address import PREFIX
from reading_room.web.state import current_library
from reading_room.web.urls import with_query

NAMING = ("a", "article")
"""The parameters that name articles."""
_ARTICLE = re.compile(rf"{PREFIX}(?P<slug>[A-Za-z0-9-]+)(?P<rest>[@/.].*)?\Z", re.DOTALL)


def lead_on(app: Flask) -> None:
    """Answer addresses with an old name by the same address with the new one."""
    app.before_request(_to_present_names)


def _present(named: str, renamed: Mapping[str, str]) -> str:
    """An article, or a passage of it (`slug/14`), under the article's name of now."""
    slug, slash, passage = named.partition("/")
    return f"{renamed.get(slug, slug)}{slash}{passage}"


def _to_present_names() -> Response | None:
    match = _ARTICLE.match(request.path)
    if not (match or any(name in request.args for name in NAMING)) or request.endpoint == "static":
        return None
    renamed = current_library().corpus.renamed
    asked = list(request.args.items(multi=True))
    present = [(name, _present(value, renamed) if name in NAMING else value) for name, value in asked]
    slug = match["slug"].lower() if match else ""
    path = f"{PREFIX}{renamed[slug]}{match['rest'] or ''}" if match and slug in renamed else request.path
    if path == request.path and present == asked:
        return None
    path = quote(path, safe="/@:~,")
    if present == asked:
        return redirect(with_query(path, request.query_string), 301)
    return redirect(f"{path}?{urlencode(present)}", 301)
