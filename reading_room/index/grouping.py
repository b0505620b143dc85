"""Matching passages under their articles: narrowed, ordered, counted, and shown once where several articles say the same."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reading_room.index.analysis import primary
from reading_room.model.article import Article
from reading_room.model.copies import Place
from reading_room.model.query import SearchQuery
from reading_room.model.results import FacetValue


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with its matching documents and their scores."""

    article: Article
    matches: list[tuple[int, float]]
    scattered: bool = False

    @property
    def score(self) -> float:
        return max(score for _, score in self.matches)


Copies = Mapping[int, Mapping[str, tuple[Article, int]]]
"""For a document that is shown, the articles by slug, each with its document, that are not since they say the same."""


def each_once(found: list[FoundArticle], alike: Mapping[int, Place]) -> tuple[list[FoundArticle], Copies]:
    """The articles with those of their matches that none before them has; what some had before is a copy of the first of these.

    One article may say the same twice: it keeps both.
    """
    if not alike:
        return found, {}
    first: dict[Place, tuple[Article, int]] = {}
    copies: dict[int, dict[str, tuple[Article, int]]] = defaultdict(dict)
    shown = []
    for one in found:
        own = []
        for match in one.matches:
            known = alike.get(match[0])
            article, document = first.setdefault(known, (one.article, match[0])) if known else (one.article, match[0])
            if article is one.article:
                own.append(match)
            else:
                copies[document].setdefault(one.article.slug, (one.article, match[0]))
        if own:
            shown.append(FoundArticle(one.article, own, one.scattered))
    return shown, copies


def fits(article: Article, query: SearchQuery) -> bool:
    """Whether nothing that narrows the search leaves the article out. One without a date is in no stretch of time."""
    dated = query.first or query.last
    return (
        (not query.outlet or article.outlet == query.outlet)
        and (not query.language or primary(article.language) == primary(query.language))
        and (not query.event or any(account.event == query.event for account in article.accounts))
        and (not query.article or article.slug == query.article)
        and (not dated or bool(article.published and article.published.overlaps(query.first, query.last)))
    )


def _newest_first(one: FoundArticle) -> Any:
    published = one.article.published
    return (0, -published.first.toordinal(), one.article.slug) if published else (1, 0, one.article.slug)


def order(sort: str) -> Callable[[FoundArticle], Any]:
    """What articles are sorted by; those that have all words in one passage come before those that have not."""
    by = _ORDERS[sort]
    return lambda one: (one.scattered, by(one))


_ORDERS: dict[str, Any] = {
    "relevance": lambda one: (-one.score, one.article.publication_order),
    "newest": _newest_first,
    "oldest": lambda one: one.article.publication_order,
}


def facets(found: list[FoundArticle]) -> dict[str, tuple[FacetValue, ...]]:
    """How many of the found articles have each value, the most frequent first."""
    counts = {
        "outlet": Counter(one.article.outlet for one in found),
        "event": Counter(event for one in found for event in {account.event for account in one.article.accounts}),
        "lang": Counter(primary(one.article.language) for one in found),
    }
    return {
        name: tuple(FacetValue(value, n) for value, n in sorted(count.items(), key=lambda item: (-item[1], item[0])))
        for name, count in counts.items()
    }
