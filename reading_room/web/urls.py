"""Every address that the room writes: a path within it, and what makes it absolute."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlencode

from flask import request

from reading_room.model.errors import BadQuestion
from reading_room.model.query import SearchQuery
from reading_room.permalinks.address import PREFIX, Address


def room_root() -> str:
    """The address of the room as the reader has it, without a slash at its end: a path behind it is an absolute address.

    Raises `BadQuestion` where the request names no host that can be one.
    """
    if not request.host:
        raise BadQuestion(
            "The request names no host, so no address of the room can be written.", "Name it in the header Host."
        )
    return request.url_root.rstrip("/")


def own_path(address: str) -> str | None:
    """What stands behind the host in the address of one of this room's own articles and events; None for every other address."""
    host, _, path = address.partition("://")[2].partition("/")
    is_own = host.casefold() == room_root().partition("://")[2].casefold()
    return f"/{path}" if is_own and f"/{path}".startswith((PREFIX, "/event/")) else None


def article_url(slug: str, version: int | None = None, passage: str | None = None) -> str:
    return Address(slug, version, passage).path


def reading_url(slug: str, query_text: str = "", passage: str | None = None, version: int | None = None) -> str:
    """The article, opened at a passage, with the words of a query marked."""
    marked = f"?{urlencode({'q': query_text})}" if query_text else ""
    return Address(slug, version).path + marked + (f"#{anchor(passage)}" if passage else "")


def history_url(
    slug: str, before: int | None = None, after: int | None = None, passage: str | None = None, form: str = ""
) -> str:
    """The versions of an article, or what changed between two of them, opened at a passage of the older one."""
    chosen = f"?{urlencode({'from': before, 'to': after})}" if before and after else ""
    return f"{Address(slug).path}/history{form}{chosen}" + (
        f"#{revised_anchor(passage, is_now=False)}" if passage else ""
    )


def revised_anchor(passage: str, *, is_now: bool) -> str:
    """The id attribute of a passage where two versions stand side by side."""
    return f"{'now' if is_now else 'was'}-{passage}"


def anchor(passage: str) -> str:
    """The id attribute of a passage on an article's page."""
    return f"p{passage}"


def timemap_url(slug: str) -> str:
    """The list of an article’s versions as mementos."""
    return f"{Address(slug).path}/timemap"


def link_url(slug: str, version: int, start: str = "", end: str = "") -> str:
    """Where links to words of a version are made; of those between two places, if they are given (`14.37`)."""
    chosen = f"?{urlencode({'start': start, 'end': end})}" if start else ""
    return f"{article_url(slug, version)}/link{chosen}"


def place(passage: str, at: int) -> str:
    """A code point of a passage, as the addresses of `link_url` name it."""
    return f"{passage}.{at}"


def event_url(slug: str) -> str:
    return f"/event/{slug}"


def compare_url(
    slugs: Iterable[str], event: str | None = None, row: str | None = None, further: Iterable[tuple[str, str]] = ()
) -> str:
    """Accounts side by side, on an event or on all that they share; opened at a row of it.

    `further` are parameters: words to mark, corrections, which stay as readable as they were written.
    """
    path = f"{event_url(event)}/compare" if event else "/compare"
    chosen = urlencode([*(("a", slug) for slug in slugs), *further], safe="/@,")
    return path + (f"?{chosen}" if chosen else "") + (f"#{row_anchor(row)}" if row else "")


def row_anchor(row: str) -> str:
    return f"row-{row}"


def search_params(query: SearchQuery) -> list[tuple[str, str]]:
    """The parameters that say all of a query, the default ones left out, in the order in which addresses have them."""
    said: list[tuple[str, str | date | int | None]] = [
        ("q", query.text),
        *((name, value) for name, values in query.chosen.items() for value in values),
        ("article", query.article),
        ("from", query.first),
        ("to", query.last),
        ("sort", query.sort if query.sort != "relevance" else None),
        ("by", query.by if query.by != "article" else None),
        ("page", query.page if query.page > 1 else None),
    ]
    return [(name, str(value)) for name, value in said if value]


def search_url(query: SearchQuery, path: str = "/search") -> str:
    params = urlencode(search_params(query))
    return path + (f"?{params}" if params else "")


def with_query(path: str, query_string: bytes) -> str:
    """A path with the parameters of a request, as they came."""
    return path + (f"?{quote(query_string, safe='=&%+/@,')}" if query_string else "")


def as_json(path: str, query_string: bytes) -> str:
    """The address of the same page as JSON."""
    return with_query(f"{path}.json", query_string)
