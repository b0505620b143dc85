"""Matching passages under their articles: ordered, and shown once where several articles say the same."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reading_room.model.article import Article
from reading_room.model.copies import Place


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
