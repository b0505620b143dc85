"""What was found as a page shows it and as JSON has it: articles with their best passages, and where else these stand."""

from dataclasses import replace
from typing import Any

from reading_room.library import Found, Library
from reading_room.model.article import Article
from reading_room.model.outlet import UNKNOWN_OUTLET
from reading_room.model.results import ArticleHits, Elsewhere, Hit
from reading_room.web.heads import article_head, script_of
from reading_room.web.pages.results import ElsewhereView, HitView, ResultGroup
from reading_room.web.runs import extract_runs
from reading_room.web.urls import article_url, reading_url, search_url
from reading_room.web.wording import published_in_words

MOST_ALSO_IN = 8
"""Copies of a passage that the page names; the JSON has all of them."""


def result_group(library: Library, found: Found, group: ArticleHits) -> ResultGroup:
    article, query = found.articles[group.article], found.query
    title = library.spans_in_title(query, article)
    within = replace(query, article=article.slug).under_articles()
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
        more_url=reading_url(article.slug, query.text) if query.article else search_url(within),
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


def hit_document(library: Library, found: Found, hit: Hit) -> dict[str, Any]:
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
