"""A reference in CSL-JSON, which citeproc and the reference managers read."""

from typing import Any

from reading_room.citing.citation import Citation
from reading_room.citing.dates import point_of, points


def csl(cited: Citation) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "article-newspaper",
        "title": cited.title,
        "container-title": cited.outlet,
        "author": [
            {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
            for name in cited.authors
        ],
        "issued": _issued(cited),
        "accessed": {"date-parts": [list(point_of(cited.read).numbers)]},
        "URL": cited.url,
        "language": cited.title_language,
        "source": cited.room,
        "version": str(cited.version),
        "genre": "digest" if cited.digest else "",
        "note": cited.source_note,
    }
    return {name: value for name, value in item.items() if value}


def _issued(cited: Citation) -> dict[str, Any]:
    if cited.published is None:
        return {}
    issued: dict[str, Any] = {"date-parts": [list(one.numbers) for one in points(cited.published)]}
    return issued | ({"circa": True} if cited.inferred else {})
