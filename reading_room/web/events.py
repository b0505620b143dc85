"""Events: the list of them, and each with its accounts and what can be said of all of these together."""

from flask import Blueprint, Response, jsonify, render_template

from reading_room.comparing.collation.collating import answered
from reading_room.library import Library
from reading_room.model.article import Article
from reading_room.model.event import Event
from reading_room.occasions import MOST_COMPARED, Occasion
from reading_room.web.account_labels import account_labels
from reading_room.web.event_accounts import described_accounts, texts_view, unknown_outlets
from reading_room.web.event_documents import event_document
from reading_room.web.event_figures import figures_view
from reading_room.web.event_names import named_views
from reading_room.web.heads import Strip, block_view
from reading_room.web.pages.events import EventFiguresPage, EventPage, EventsPage, RowSummary
from reading_room.web.pages.heads import EventEntry
from reading_room.web.relay_map import relays_view
from reading_room.web.state import current_library
from reading_room.web.urls import compare_url

events = Blueprint("events", __name__)


@events.get("/events")
def every() -> str:
    strip = Strip(current_library().events())
    return render_template("events.html", page=EventsPage(strip.entries, strip.years))


@events.get("/event/<slug>")
def one(slug: str) -> str:
    library = current_library()
    return render_template("event.html", page=_page(library, library.event(slug)))


@events.get("/event/<slug>/figures")
def figures(slug: str) -> str:
    library = current_library()
    occasion = library.event(slug)
    view = figures_view(library.apparatus(occasion), account_labels(library, occasion.articles), most=None)
    return render_template("event_figures.html", page=EventFiguresPage(_entry(Strip(library.events()), slug), view))


@events.get("/event/<slug>.json")
def one_json(slug: str) -> Response:
    library = current_library()
    return jsonify(event_document(library, library.event(slug)))


def _page(library: Library, occasion: Occasion) -> EventPage:
    event = occasion.event
    strip = Strip(library.events())
    apparatus = library.apparatus(occasion)
    labels = account_labels(library, occasion.articles)
    names, further = named_views(apparatus, labels)
    return EventPage(
        entry=_entry(strip, event.slug),
        when_basis=event.when_basis,
        where=event.where,
        summary=tuple(block_view(block) for block in event.summary),
        previous=strip.entry(event.previous),
        next=strip.entry(event.next),
        accounts=described_accounts(library, occasion, apparatus, labels),
        texts=texts_view(library, apparatus),
        unknown_outlets=unknown_outlets(library, occasion),
        rows=tuple(_row_summaries(library, event, occasion.articles)),
        names=names,
        further_names=further,
        figures=figures_view(apparatus, labels),
        relays=relays_view(library, apparatus, labels),
        strip=strip.entries,
        years=strip.years,
    )


def _entry(strip: Strip, slug: str) -> EventEntry:
    entry = strip.entry(slug)
    if entry is None:
        raise ValueError("an event of the room stands on its strip")
    return entry


def _row_summaries(library: Library, event: Event, articles: tuple[Article, ...]) -> list[RowSummary]:
    """Each question, leading to the accounts that answer it."""
    summaries = []
    for row in event.rows:
        answering = [article.slug for article in articles if answered(row, article.slug)]
        shown = answering[:MOST_COMPARED] if len(answering) > 1 else _with_company(answering, articles)
        url = compare_url(shown, event.slug, row.id) if shown else "#accounts"
        summaries.append(RowSummary(row.id, row.question, len(answering), url))
    return summaries


def _with_company(answering: list[str], articles: tuple[Article, ...]) -> list[str]:
    """One account that answers, beside another that may not: a comparison needs two, and a row that one has words for."""
    if not answering:
        return []
    others = [article.slug for article in articles if article.slug not in answering]
    return (answering + others)[:2]
