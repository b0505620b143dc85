"""From an address's parameters to the model's terms; what cannot be read raises `BadQuestion` with the parameter's name."""

from dataclasses import replace
from datetime import date
from typing import Protocol, cast, get_args

from reading_room.model.dates import BadDate, DateSpan
from reading_room.model.errors import BadQuestion
from reading_room.model.query import SearchQuery, Sort, parse

LAST_PAGE = 100_000
LAST_VERSION = 999_999


class Args(Protocol):
    """The parameters of a request, as Werkzeug's MultiDict has them."""

    def get(self, key: str, default: str) -> str: ...


def read_search(args: Args) -> SearchQuery:
    """The whole question. Dates may be a day, a month or a year: `from` takes the first day of it, `to` the last."""
    sort = args.get("sort", "") or "relevance"
    if sort not in get_args(Sort):
        raise BadQuestion(f"“sort={sort}” is not an order.", f"Use one of: {', '.join(get_args(Sort))}.")
    begin, end = _span(args, "from"), _span(args, "to")
    return replace(
        parse(args.get("q", "")),
        outlet=args.get("outlet", "") or None,
        event=args.get("event", "") or None,
        article=args.get("article", "") or None,
        language=args.get("lang", "") or None,
        first=begin[0] if begin else None,
        last=end[1] if end else None,
        sort=cast(Sort, sort),
        page=_page(args),
    )


def read_version(args: Args, name: str = "version") -> int | None:
    """The number of a version, if one is given."""
    text = args.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST_VERSION)) and int(text) > 0):
        raise BadQuestion(f"“{name}={text[:20]}” is not a version.", "Versions are numbered from 1.")
    return int(text)


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


def _page(args: Args) -> int:
    text = args.get("page", "").strip() or "1"
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST_PAGE)) and 1 <= int(text) <= LAST_PAGE):
        raise BadQuestion(f"“page={text[:20]}” is not a page.", "Pages are numbered from 1.")
    return int(text)
