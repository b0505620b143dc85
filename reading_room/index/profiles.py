"""What articles are narrowed, counted and ordered by, worked out once for a generation and looked up by their slugs."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from reading_room.index.analysis import primary
from reading_room.model.article import Article
from reading_room.model.query import NONE

MOST_YEARS = 10
"""Years that an article is counted in whose date is a long stretch of time."""


def _years(article: Article) -> Collection[str]:
    published = article.published
    if not published:
        return ()
    first = published.first.year
    return tuple(str(year) for year in range(first, min(published.last.year, first + MOST_YEARS - 1) + 1))


_OF_ARTICLES: dict[str, Callable[[Article], Collection[str]]] = {
    "outlet": lambda article: (article.outlet,),
    "event": lambda article: {account.event for account in article.accounts} or (NONE,),
    "lang": lambda article: (primary(article.language),),
    "kind": lambda article: (article.text,),
    "year": _years,
    "author": lambda article: (article.author,) if article.author else (),
}
"""The values that an article has of each facet, by the name of its parameter; labels are known of outlets."""

Values = Mapping[str, frozenset[str]]
"""The values of one article of each facet."""
Months = tuple[int, int]
"""The first and the last month of a date, counted from the year 0."""


class Profiles:
    """`values` has, for each number that `of` has, what all the articles of that number have of each of the `facets`.

    `labels` are those of standpoint that outlets were given, by their keys.
    """

    def __init__(self, articles: Iterable[Article], labels: Mapping[str, tuple[str, ...]]) -> None:
        having: dict[str, Callable[[Article], Collection[str]]] = {
            **_OF_ARTICLES,
            "label": lambda article: labels.get(article.outlet) or (NONE,),
        }
        self.facets = tuple(having)
        self._articles = tuple(articles)
        self.values: list[Values] = []
        self.of: dict[str, int] = {}
        known: dict[tuple[frozenset[str], ...], int] = {}
        for article in self._articles:
            values = tuple(frozenset(of(article)) for of in having.values())
            self.of[article.slug] = number = known.setdefault(values, len(known))
            if number == len(self.values):
                self.values.append(dict(zip(having, values, strict=True)))
        self.months: dict[str, Months | None] = {
            article.slug: (month(article.published.first), month(article.published.last)) if article.published else None
            for article in self._articles
        }

    @cached_property
    def oldest_first(self) -> Mapping[str, int]:
        return self._ranks(lambda article: article.publication_order)

    @cached_property
    def newest_first(self) -> Mapping[str, int]:
        """Also here the undated last."""

        def by(article: Article) -> Any:
            published = article.published
            return (0, -published.first.toordinal(), article.slug) if published else (1, 0, article.slug)

        return self._ranks(by)

    def _ranks(self, by: Callable[[Article], Any]) -> dict[str, int]:
        return {article.slug: rank for rank, article in enumerate(sorted(self._articles, key=by))}


def month(day: date) -> int:
    return day.year * 12 + day.month - 1
