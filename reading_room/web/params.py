"""From an address's parameters to the model's terms; what cannot be read raises `BadQuestion` with the parameter's name."""

import re
from dataclasses import replace
from datetime import date
from typing import Protocol, cast, get_args

from reading_room.model.dates import BadDate, DateSpan
from reading_room.model.errors import BadQuestion, NotHere
from reading_room.model.query import EVERY_ARTICLE, Arrangement, SearchQuery, Sort, parse
from reading_room.permalinks.address import PREFIX, Address, BadAddress

LAST_PAGE = 100_000
"""A page that no search has: what is behind it is not there either."""
MOST_FIGURES = 100
MOST_CHOSEN = 50
CHOICES = {
    "outlet": "outlet",
    "event": "event",
    "language": "lang",
    "kind": "kind",
    "year": "year",
    "author": "author",
    "label": "label",
}
"""Of what a query chooses values, and the parameters that say them, once for each value."""
LAST_VERSION = 999_999
_SIGNS = re.compile(r"[^0-9A-Za-z/]+\Z")
_PLACE = re.compile(r"(\d{1,6}[a-z]{0,5})\.(\d{1,7})", re.ASCII)


class Args(Protocol):
    """The parameters of a request, as Werkzeug's MultiDict has them."""

    def get(self, key: str, default: str) -> str: ...

    def getlist(self, key: str) -> list[str]: ...


def read_search(args: Args) -> SearchQuery:
    """The whole question; where nothing was typed, all articles among which something was chosen.

    Dates may be a day, a month or a year: `from` takes the first day of it, `to` the last.
    """
    sort = args.get("sort", "") or "relevance"
    if sort not in get_args(Sort):
        raise BadQuestion(f"“sort={sort}” is not an order.", f"Use one of: {', '.join(get_args(Sort))}.")
    by = args.get("by", "") or "article"
    if by not in get_args(Arrangement):
        raise BadQuestion(
            f"“by={by}” is not a way to arrange what is found.", f"Use one of: {', '.join(get_args(Arrangement))}."
        )
    begin, end = _span(args, "from"), _span(args, "to")
    query = replace(
        parse(args.get("q", "")),
        **{name: _values(args, parameter) for name, parameter in CHOICES.items()},  # type: ignore[arg-type]
        article=args.get("article", "") or None,
        first=begin[0] if begin else None,
        last=end[1] if end else None,
        sort=cast(Sort, sort),
        by=cast(Arrangement, by),
        page=_page(args),
    )
    return query if query.text or not query.is_narrowed else replace(query, clause=EVERY_ARTICLE)


def read_version(args: Args, name: str = "version") -> int | None:
    """The number of a version, if one is given."""
    text = args.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST_VERSION)) and int(text) > 0):
        raise BadQuestion(f"“{name}={text[:20]}” is not a version.", "Versions are numbered from 1.")
    return int(text)


def read_places(args: Args) -> tuple[tuple[str, int], tuple[str, int]] | None:
    """Two places of a version, `start=14.37` and `end=14.120`, if they are given: a passage and a code point of it."""
    written = {name: args.get(name, "").strip() for name in ("start", "end")}
    if not any(written.values()):
        return None
    found = []
    for name, text in written.items():
        match = _PLACE.fullmatch(text)
        if not match:
            raise BadQuestion(
                f"“{name}={text[:20]}” is not a place in an article.",
                f"Write it like {name}=14.37: passage, code point.",
            )
        found.append((match[1], int(match[2])))
    return found[0], found[1]


def read_address(path: str) -> Address:
    """What a path behind `/a/` names; capital letters and a slash at the end are forgiven."""
    try:
        return Address.parse(path.lower().rstrip("/"))
    except BadAddress:
        raise NotHere(
            f"“{PREFIX}{path}” is not the address of an article.",
            "Addresses look like /a/name, /a/name/14 for a passage, /a/name@2/14 for one of version 2, or "
            "/a/name@2/14:3-9~k7f3 for words of it.",
        ) from None


def without_signs(path: str) -> str:
    """The path of words without the signs behind it that mail programs and chats take for a part of it: a full stop, a bracket."""
    return _SIGNS.sub("", path) if "~" in path else path


def _span(args: Args, name: str) -> tuple[date, date] | None:
    text = args.get(name, "").strip()
    if not text:
        return None
    try:
        span = DateSpan.parse(text)
    except BadDate as error:
        raise BadQuestion(
            f"“{name}”: {error}.", f"Write it like {name}=2016-03-23, {name}=2016-03 or {name}=2016."
        ) from error
    return span.first, span.last


def _values(args: Args, name: str) -> tuple[str, ...]:
    """What was chosen of a facet, each once; more than anybody chooses by hand is left aside."""
    return tuple(dict.fromkeys(value for value in args.getlist(name) if value))[:MOST_CHOSEN]


def _page(args: Args) -> int:
    text = args.get("page", "").strip() or "1"
    if not (text.isascii() and text.isdigit() and text.strip("0")):
        raise BadQuestion(f"“page={text[:20]}” is not a page.", "Pages are numbered from 1.")
    return min(int(text[:MOST_FIGURES]), LAST_PAGE)
