"""Any search as a feed: what the room newly has on it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from reading_room.library import Found, Library
from reading_room.model.query import SearchQuery
from reading_room.model.results import ArticleHits
from reading_room.web.feeds import MOST_IN_FEED, atom, lasting_id
from reading_room.web.pages.history import Feed, FeedEntry
from reading_room.web.params import read_search
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, room_root, search_params, search_url
from reading_room.web.wording import for_xml

FEED = "/feed.atom"
MOST_LOOKED_AT = 1_000
"""Passages from which the newest are taken; of more, those that were published last."""
NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed changed in which nothing has ever been: Atom wants a moment, and it has to stay the same."""

search_feed = Blueprint("search_feed", __name__)


@search_feed.get(FEED)
def feed() -> Response:
    """The passages that match, those first that the room read last, and of these those that were published last."""
    query = replace(read_search(request.args), page=1, sort="newest")
    library = current_library()
    return atom(_feed(library, library.search(query.at_once(MOST_LOOKED_AT))))


def search_feed_url(query: SearchQuery) -> str:
    """The feed of a search; it has an order of its own and no pages."""
    return search_url(replace(query.under_articles(), sort="relevance"), FEED)


def _feed(library: Library, found: Found) -> Feed:
    root, about = room_root(), library.corpus.about
    asked = replace(found.query, sort="relevance")
    entries = _entries(library, found, root)
    return Feed(
        id=lasting_id("search", urlencode(search_params(asked))),
        title=for_xml(f"{f'Search for “{asked.text}”' if asked.text else 'Articles'} · {about.name}"),
        author=for_xml(about.name),
        updated=entries[0].updated if entries else NEVER,
        url=root + search_feed_url(asked),
        page_url=root + search_url(replace(asked, sort="newest")),
        language="en",
        entries=entries,
    )


def _entries(library: Library, found: Found, root: str) -> tuple[FeedEntry, ...]:
    dated = [(_read(library, group), group) for group in found.results.groups]
    dated.sort(key=lambda one: one[0], reverse=True)  # keeps the order of publication within one moment
    entries = [entry for read, group in dated for entry in _entries_of(library, found, group, read, root)]
    return tuple(entries[:MOST_IN_FEED])


def _read(library: Library, group: ArticleHits) -> datetime:
    """When the room first read the version that was searched."""
    number = group.hits[0].version
    return next(note.ingested for note in library.versions(group.article) if note.number == number)


def _entries_of(library: Library, found: Found, group: ArticleHits, read: datetime, root: str) -> Iterator[FeedEntry]:
    article = found.articles[group.article]
    outlet = library.corpus.outlet(article.outlet).name
    for hit in group.hits:
        yield FeedEntry(
            id=lasting_id(article.slug, "passage", hit.passage),
            title=for_xml(f"{outlet}: {article.title}, passage {hit.passage}"),
            updated=read.isoformat(),
            url=root + article_url(article.slug, passage=hit.passage),
            summary=for_xml(hit.text),
            language=article.language,
        )
