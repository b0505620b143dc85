"""Events: the list of them, and each with its accounts."""

from typing import Any

from flask import Blueprint, Response, jsonify, render_template

from reading_room.comparing.collating import answered
from reading_room.library import MOST_COMPARED, Library, Occasion
from reading_room.model.article import Article
from reading_room.model.event import Event, Party
from reading_room.model.selector import TextQuote, places
from reading_room.web.heads import Strip, article_head, block_view
from reading_room.web.pages.events import AccountView, EventPage, EventsPage, PartyView, RowSummary
from reading_room.web.pages.heads import ArticleHead
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, compare_url

events = Blueprint("events", __name__)


@events.get("/events")
def every() -> str:
    strip = Strip(current_library().events())
    return render_template("events.html", page=EventsPage(strip.entries, strip.years))


@events.get("/event/<slug>")
def one(slug: str) -> str:
    library = current_library()
    return render_template("event.html", page=_page(library, library.event(slug)))


@events.get("/event/<slug>.json")
def one_json(slug: str) -> Response:
    library = current_library()
    return jsonify(_document(library, library.event(slug)))


def account_views(library: Library, occasion: Occasion, chosen: tuple[str, ...]) -> tuple[AccountView, ...]:
    """The accounts of an event in order of publication, those chosen ticked."""
    views = []
    for article in occasion.articles:
        speaks_for = next((a.speaks_for for a in article.accounts if a.event == occasion.event.slug), None)
        count = sum(answered(row, article.slug) for row in occasion.event.rows)
        views.append(AccountView(article_head(library, article), speaks_for, count, article.slug in chosen))
    return tuple(views)


def _page(library: Library, occasion: Occasion) -> EventPage:
    event = occasion.event
    strip = Strip(library.events())
    entry = strip.entry(event.slug)
    if entry is None:
        raise ValueError("an event of the room stands on its strip")
    chosen = library.usual_accounts(occasion)
    return EventPage(
        entry=entry,
        when_basis=event.when_basis,
        where=event.where,
        summary=tuple(block_view(block) for block in event.summary),
        previous=strip.entry(event.previous),
        next=strip.entry(event.next),
        parties=tuple(_party_view(library, party) for party in event.parties),
        accounts=account_views(library, occasion, chosen),
        rows=tuple(_row_summaries(library, event, occasion.articles)),
        strip=strip.entries,
        years=strip.years,
    )


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


def _party_view(library: Library, party: Party) -> PartyView:
    called: list[tuple[str, str, ArticleHead]] = []
    for one in party.called:
        article = library.corpus.articles.get(one.article)
        if article:
            version = library.read(article.slug).version
            place = next(places(TextQuote(one.term), version.passages), None)
            if place:
                url = article_url(article.slug, passage=place.passage.id)
                called.append((one.term, url, article_head(library, article)))
    return PartyView(party.name, tuple(called))


def _document(library: Library, occasion: Occasion) -> dict[str, Any]:
    event, here = occasion.event, library.corpus.articles.keys()  # what is not shown any more is not quoted either
    return {
        "slug": event.slug,
        "name": event.name,
        "when": {
            "from": event.when.first.isoformat(),
            "to": event.when.last.isoformat(),
            "written": event.when.written,
        },
        "when_basis": event.when_basis,
        "where": event.where,
        "summary": [block.text for block in event.summary],
        "previous": event.previous,
        "next": event.next,
        "accounts": [account_document(library, article) for article in occasion.articles],
        "parties": [
            {
                "name": party.name,
                "called": [{"term": one.term, "article": one.article} for one in party.called if one.article in here],
            }
            for party in event.parties
        ],
        "rows": [
            {
                "id": row.id,
                "question": row.question,
                "note": row.note,
                "answered_by": list(dict.fromkeys(cell.article for cell in row.cells if cell.article in here)),
            }
            for row in event.rows
        ],
    }


def account_document(library: Library, article: Article) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_name": library.corpus.outlet(article.outlet).name,
        "published": article.published.written if article.published else None,
        "url": article_url(article.slug),
    }
