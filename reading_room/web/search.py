"""The search page."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from reading_room.library import Found, Library
from reading_room.model.article import Article
from reading_room.model.outlet import UNKNOWN_OUTLET
from reading_room.model.query import SearchQuery, Sort, parse, spelled_as, unparse
from reading_room.model.query.syntax import TABLE
from reading_room.model.results import AlsoSearched, ArticleHits, Elsewhere, FacetValue, Hit
from reading_room.web.exports import MOST_EXPORTED, export_links
from reading_room.web.heads import article_head, script_of
from reading_room.web.histogram import over_time
from reading_room.web.offers import offer_document, offer_view
from reading_room.web.pages.search import (
    AlsoSearchedView,
    ElsewhereView,
    FacetLink,
    FacetView,
    HitView,
    ResultGroup,
    SearchPage,
    SyntaxView,
    TakenAlong,
)
from reading_room.web.pages.text import Link
from reading_room.web.params import read_search
from reading_room.web.runs import extract_runs
from reading_room.web.search_feed import search_feed_url
from reading_room.web.state import current_library
from reading_room.web.urls import article_url, event_url, reading_url, search_params, search_url
from reading_room.web.wording import KIND_WORDS, language_name, published_in_words

SORTS: tuple[tuple[Sort, str], ...] = (("relevance", "Best match"), ("newest", "Newest"), ("oldest", "Oldest"))
FACETS = {
    "outlet": "Published by",
    "event": "Tells of",
    "lang": "Language",
    "kind": "Held as",
    "year": "Year",
    "author": "Author",
}
NARROWED = {
    "outlet": "Published by",
    "event": "Tells of",
    "lang": "In",
    "kind": "Held as",
    "year": "Published in",
    "author": "Written by",
}
"""The same as words before a value."""
MOST_FACET_VALUES = 12
MOST_YEARS = 24
"""They stand side by side and take less room."""
MOST_ALSO_IN = 8
"""Copies of a passage that the page names; the JSON has all of them."""
MOST_WITHIN_AN_ARTICLE = 200
"""Passages of one article that a search within it lists; the article itself, with its words marked, has the rest."""

search = Blueprint("search", __name__)


@search.get("/search")
def results() -> str:
    library, query = current_library(), read_search(request.args)
    if query.article:
        query = replace(query, per_article=MOST_WITHIN_AN_ARTICLE)
    return render_template("search.html", page=_page(library, library.search(query)))


@search.get("/search.json")
def results_json() -> Response:
    """The page shows the best passages of each article; this has all of them, up to `MOST_WITHIN_AN_ARTICLE`."""
    library, query = current_library(), replace(read_search(request.args), per_article=MOST_WITHIN_AN_ARTICLE)
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
    if results.groups or results.total:
        state = "found"
    elif query.wanted:
        state = "nothing"
    else:
        state = "unreadable" if query.text else "blank"
    offers = library.offers(found)
    return SearchPage(
        q=query.text,
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
        groups=tuple(_group(library, found, group) for group in results.groups),
        facets=tuple(_facet(library, query, name, values) for name, values in (results.facets or {}).items()),
        over_time=over_time(query, results.histogram),
        filters=tuple(_filters(library, query)),
        hidden=tuple((name, value) for name, value in search_params(query) if name not in ("q", "page")),
        sorts=tuple(
            Link(text, search_url(replace(query, sort=sort, page=1)), sort == query.sort) for sort, text in SORTS
        ),
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
    if results.total and not results.groups:
        return (*notices, f"There is no page {results.page}; the last one is {results.pages}.")
    return notices


def _also_searched(query: SearchQuery, names: AlsoSearched) -> AlsoSearchedView:
    only = replace(query, text=unparse(spelled_as(query.clause, names.typed)), page=1)
    return AlsoSearchedView(names.typed, names.names, search_url(only))


def _group(library: Library, found: Found, group: ArticleHits) -> ResultGroup:
    article, query = found.articles[group.article], found.query
    title = library.spans_in_title(query, article)
    return ResultGroup(
        head=article_head(library, article, hits=title),
        url=reading_url(article.slug, query.text),
        hits=tuple(
            HitView(
                passage=hit.passage,
                runs=extract_runs(hit.text, hit.spans, hit.best),
                url=reading_url(article.slug, query.text, hit.passage),
                script=script_of(article, hit.text),
                also_in=tuple(_elsewhere(library, found, place) for place in hit.also_in[:MOST_ALSO_IN]),
                also_more=max(0, len(hit.also_in) - MOST_ALSO_IN),
            )
            for hit in group.hits
        ),
        more=group.total - len(group.hits),
        more_url=reading_url(article.slug, query.text)
        if query.article
        else search_url(replace(query, article=article.slug, page=1)),
        scattered=group.scattered,
    )


def _elsewhere(library: Library, found: Found, place: Elsewhere) -> ElsewhereView:
    article = found.articles[place.article]
    outlet = library.corpus.outlet(article.outlet)
    return ElsewhereView(
        name=article.title if outlet == UNKNOWN_OUTLET else outlet.name,
        published=published_in_words(article.published),
        published_iso=article.published.first.isoformat() if article.published else "",
        passage=place.passage,
        url=reading_url(article.slug, found.query.text, place.passage),
    )


def _facet(library: Library, query: SearchQuery, name: str, values: tuple[FacetValue, ...]) -> FacetView:
    """Its links add their value to what was chosen, or take it away. What was chosen is always shown, the rest up to a limit."""
    chosen = tuple(tag.partition("-")[0].lower() for tag in query.language) if name == "lang" else query.chosen[name]
    most = MOST_YEARS if name == "year" else MOST_FACET_VALUES
    shown = [value for at, value in enumerate(values) if at < most or value.value in chosen]
    links = []
    for value in shown:
        active = value.value in chosen
        others = tuple(one for one in chosen if one != value.value)
        changed = query.choosing(name, others if active else (*chosen, value.value))
        links.append(FacetLink(_label(library, name, value.value), value.articles, search_url(changed), active))
    return FacetView(name, FACETS[name], tuple(links))


def _label(library: Library, name: str, value: str) -> str:
    """What a reader calls the value of a parameter."""
    if name == "outlet":
        return library.corpus.outlet(value).name
    if name == "event":
        event = library.corpus.events.get(value)
        return event.name if event else value
    if name == "kind":
        return KIND_WORDS.get(value, value)
    if name in ("year", "author"):
        return value
    return language_name(value)


def _filters(library: Library, query: SearchQuery) -> list[Link]:
    """What narrows the search, each with the address without it."""
    found: list[Link] = []

    def add(text: str, **without: Any) -> None:
        found.append(Link(text, search_url(replace(query, page=1, **without))))

    for name, values in query.chosen.items():
        for value in values:
            others = tuple(one for one in values if one != value)
            text = f"{NARROWED[name]} {_label(library, name, value)}"
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
            return f"{NARROWED[name]} {' or '.join(_label(library, name, value) for value in query.chosen[name])}"


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
        "hits": [_hit_document(library, found, hit) for group in results.groups for hit in group.hits],
        "facets": {
            name: [
                {"value": value.value, "label": _label(library, name, value.value), "articles": value.articles}
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


def _hit_document(library: Library, found: Found, hit: Hit) -> dict[str, Any]:
    article = found.articles[hit.article]
    return {
        "article": hit.article,
        "title": article.title,
        **_source_document(library, article),
        "language": article.language,
        "passage": hit.passage,
        "version": hit.version,
        "url": article_url(hit.article, passage=hit.passage),
        "text": hit.text,
        "spans": [[span.start, span.end] for span in hit.spans],
        "score": hit.score,
        "also_in": [
            {
                "article": place.article,
                "passage": place.passage,
                **_source_document(library, found.articles[place.article]),
                "url": article_url(place.article, passage=place.passage),
            }
            for place in hit.also_in
        ],
    }


def _source_document(library: Library, article: Article) -> dict[str, str | None]:
    return {
        "outlet": article.outlet,
        "outlet_name": library.corpus.outlet(article.outlet).name,
        "published": article.published.written if article.published else None,
    }
