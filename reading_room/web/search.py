"""The search page."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from reading_room.library import Found, Library
from reading_room.model.query import NONE, SIDE_BY_SIDE, Arrangement, SearchQuery, Sort, parse, spelled_as, unparse
from reading_room.model.query.syntax import TABLE
from reading_room.model.results import AlsoSearched, FacetValue
from reading_room.web.choices import FACETS, NARROWED, value_name
from reading_room.web.columns import column_document, side_by_side
from reading_room.web.exports import MOST_EXPORTED, export_links
from reading_room.web.histogram import over_time
from reading_room.web.offers import offer_document, offer_view
from reading_room.web.pages.search import (
    AlsoSearchedView,
    FacetLink,
    FacetView,
    SearchPage,
    SyntaxView,
    TakenAlong,
)
from reading_room.web.pages.text import Link
from reading_room.web.params import read_search
from reading_room.web.results import hit_document, result_group
from reading_room.web.search_feed import search_feed_url
from reading_room.web.state import current_library
from reading_room.web.urls import event_url, search_params, search_url
from reading_room.web.wording import capitalised

SORTS: tuple[tuple[Sort, str], ...] = (("relevance", "Best match"), ("newest", "Newest"), ("oldest", "Oldest"))
LISTS: tuple[tuple[Arrangement, str], ...] = (("article", "articles"), ("passage", "passages"))
COLUMNS: tuple[tuple[Arrangement, str], ...] = (("outlet", "outlet"), ("event", "event"), ("label", "label"))
"""The ways to arrange what was found, and what they are called: as a list of, or side by side by."""
MOST_FACET_VALUES = 12
MOST_YEARS = 24
"""They stand side by side and take less room."""
MOST_FOLDED_AWAY = 200
"""Further values of a facet that unfold; of those behind them the page has the number."""
MOST_IN_A_COLUMN_OF_AN_ARTICLE = 2
"""Passages of one article in a column, so that a column has several articles."""
MOST_IN_A_COLUMN = 50
"""Passages of a column as JSON."""
MOST_WITHIN_AN_ARTICLE = 200
"""Passages of one article that a search within it lists; the article itself, with its words marked, has the rest."""

search = Blueprint("search", __name__)


@search.get("/search")
def results() -> str:
    library, query = current_library(), read_search(request.args)
    if query.by in SIDE_BY_SIDE:
        query = replace(query, per_article=MOST_IN_A_COLUMN_OF_AN_ARTICLE)
    elif query.article:
        query = replace(query, per_article=MOST_WITHIN_AN_ARTICLE)
    return render_template("search.html", page=_page(library, library.search(query)))


@search.get("/search.json")
def results_json() -> Response:
    """The page shows the best passages of each article or column; this has all of them, up to a limit."""
    query = replace(read_search(request.args), per_article=MOST_WITHIN_AN_ARTICLE)
    if query.by in SIDE_BY_SIDE:
        query = replace(query, most=MOST_IN_A_COLUMN)
    library = current_library()
    return jsonify(_document(library, library.search(query)))


@search.get("/search/help")
def help_page() -> str:
    """What can be written in a search, from the table that the parser reads by."""
    rows = tuple(
        SyntaxView(row.written, row.meaning, Link(row.example, search_url(parse(row.example)))) for row in TABLE
    )
    return render_template("search_help.html", rows=rows)


def _page(library: Library, found: Found) -> SearchPage:
    query, results = found.query, found.results
    if results.total:
        state = "found"
    elif query.wanted:
        state = "nothing"
    else:
        state = "unreadable" if query.text else "blank"
    offers = library.offers(found)
    return SearchPage(
        q=query.text,
        by=query.by,
        state=state,  # type: ignore[arg-type]  # one of the four, from the lines above
        total=results.total,
        articles=results.articles,
        copies=results.copies,
        page=results.page,
        pages=results.pages,
        complete=results.complete,
        notices=_notices(found),
        also_searched=tuple(_also_searched(query, names) for names in results.also_searched),
        scattered=results.scattered,
        groups=tuple(result_group(library, found, group) for group in results.groups),
        side_by_side=side_by_side(library, found),
        facets=tuple(
            _facet(library, query, name, values) for name, values in (results.facets or {}).items() if name in FACETS
        ),
        over_time=over_time(query, results.histogram),
        filters=tuple(_filters(library, query)),
        hidden=tuple((name, value) for name, value in search_params(query) if name not in ("q", "page")),
        sorts=tuple(
            Link(text, search_url(replace(query, sort=sort, page=1)), sort == query.sort) for sort, text in SORTS
        ),
        lists=tuple(_arranged(query, by, text) for by, text in LISTS),
        columns=tuple(_arranged(query, by, text) for by, text in COLUMNS),
        previous_url=_page_url(query, min(query.page - 1, results.pages)) if query.page > 1 and results.pages else None,
        next_url=_page_url(query, query.page + 1) if query.page < results.pages else None,
        page_links=tuple(_page_links(query, results.pages)),
        meant=tuple(offer_view(offer, lambda _: "") for offer in offers.meant),
        wider=tuple(offer_view(offer, lambda name: _choices(library, query, name)) for offer in offers.wider),
        suggestions=() if state == "found" or offers.meant or offers.wider else _events(library),
        taken_along=TakenAlong(export_links(query), MOST_EXPORTED, search_feed_url(query)),
    )


def _notices(found: Found) -> tuple[str, ...]:
    """What of the question could not be used, and that there is no such page."""
    results = found.results
    notices = (*found.query.notices, *results.notices)
    if results.total and results.page > results.pages:
        return (*notices, f"There is no page {results.page}; the last one is {results.pages}.")
    return notices


def _arranged(query: SearchQuery, by: Arrangement, text: str) -> Link:
    return Link(text, search_url(replace(query, by=by, page=1)), by == query.by)


def _also_searched(query: SearchQuery, names: AlsoSearched) -> AlsoSearchedView:
    """With the same search under the typed name alone, where it can be asked for."""
    only = spelled_as(query.clause, names.typed)
    url = search_url(replace(query, text=unparse(only), page=1)) if only != query.clause else None
    return AlsoSearchedView(names.typed, names.names, url)


def _facet(library: Library, query: SearchQuery, name: str, values: tuple[FacetValue, ...]) -> FacetView:
    """Its links add their value to what was chosen, or take it away.

    What was chosen is always shown, and what most articles have, in the order of the values; the others unfold.
    """
    chosen = tuple(tag.partition("-")[0].lower() for tag in query.language) if name == "lang" else query.chosen[name]
    most = MOST_YEARS if name == "year" else MOST_FACET_VALUES
    frequent = {value.value for value in sorted(values, key=lambda value: -value.articles)[:most]}
    shown: list[FacetLink] = []
    folded: list[FacetLink] = []
    for value in values:
        active = value.value in chosen
        others = tuple(one for one in chosen if one != value.value)
        changed = query.choosing(name, others if active else (*chosen, value.value))
        text = value_name(library, name, value.value)
        link = FacetLink(
            capitalised(text) if value.value == NONE else text, value.articles, search_url(changed), active
        )
        (shown if active or value.value in frequent else folded).append(link)
    return FacetView(
        name, FACETS[name], tuple(shown), tuple(folded[:MOST_FOLDED_AWAY]), max(0, len(folded) - MOST_FOLDED_AWAY)
    )


def _filters(library: Library, query: SearchQuery) -> list[Link]:
    """What narrows the search, each with the address without it."""
    found: list[Link] = []

    def add(text: str, **without: Any) -> None:
        found.append(Link(text, search_url(replace(query, page=1, **without))))

    for name, values in query.chosen.items():
        for value in values:
            others = tuple(one for one in values if one != value)
            text = f"{NARROWED[name]} {value_name(library, name, value)}"
            found.append(Link(text, search_url(query.choosing(name, others))))
    if query.article:
        add(f"Within “{_title(library, query.article)}”", article=None)
    if query.first:
        add(f"Published from {query.first.isoformat()}", first=None)
    if query.last:
        add(f"Published to {query.last.isoformat()}", last=None)
    return found


def _title(library: Library, slug: str) -> str:
    article = library.corpus.articles.get(slug)
    return article.title if article else slug


def _choices(library: Library, query: SearchQuery, name: str) -> str:
    """All that was chosen of one parameter, or the dates, in words."""
    match name:
        case "dates":
            days = (("from", query.first), ("to", query.last))
            return "Published " + " ".join(f"{word} {day.isoformat()}" for word, day in days if day)
        case "article":
            return f"Within {_title(library, query.article or '')}"
        case _:
            return f"{NARROWED[name]} {' or '.join(value_name(library, name, value) for value in query.chosen[name])}"


def _page_url(query: SearchQuery, page: int) -> str:
    return search_url(query.on_page(page))


def _page_links(query: SearchQuery, pages: int) -> list[Link | None]:
    """The first, the last and the neighbouring pages; None for what is left out between them."""
    if pages < 2:
        return []
    shown = sorted({1, pages, *range(max(1, query.page - 2), min(pages, query.page + 2) + 1)})
    links: list[Link | None] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            links.append(None)
        links.append(Link(str(page), _page_url(query, page), page == query.page))
    return links


def _events(library: Library) -> tuple[Link, ...]:
    """Where to go from a page that has nothing else to offer."""
    return tuple(Link(one.event.name, event_url(one.event.slug)) for one in library.events())


def _document(library: Library, found: Found) -> dict[str, Any]:
    results, offers = found.results, library.offers(found)
    return {
        "query": found.query.text,
        "total": results.total,
        "articles": results.articles,
        "copies": results.copies,
        "page": results.page,
        "pages": results.pages,
        "complete": results.complete,
        "notice": " ".join(_notices(found)) or None,
        "also_searched": [{"typed": names.typed, "names": names.names} for names in results.also_searched],
        "did_you_mean": [offer_document(offer) for offer in offers.meant],
        "offers": [offer_document(offer) for offer in offers.wider],
        "scattered": [group.article for group in results.groups if group.scattered],
        "by": found.query.by,
        "columns": [column_document(library, found, column) for column in results.columns],
        "hits": [hit_document(library, found, hit) for group in results.groups for hit in group.hits],
        "facets": {
            name: [
                {"value": value.value, "label": value_name(library, name, value.value), "articles": value.articles}
                for value in values
            ]
            for name, values in (results.facets or {}).items()
        },
        "histogram": [
            {"from": one.first.isoformat(), "to": one.last.isoformat(), "passages": one.passages}
            for one in results.histogram.stretches
        ],
        "undated": results.histogram.undated,
    }
