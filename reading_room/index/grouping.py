"""Matching passages under their articles: ordered, shown once where several articles say the same, and chosen for a page."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reading_room.model.article import Article
from reading_room.model.copies import Place

PASSAGES_A_PAGE = 20
"""Where they are listed one by one."""


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


def best_of(shown: Iterable[FoundArticle], each: int, most: int | None) -> Iterator[tuple[FoundArticle, int]]:
    """Articles with the best `each` of their matches, `most` together, and the number of all that they have."""
    for one in shown:
        few = each if most is None else min(each, most)
        if not few:
            break
        best = sorted(one.matches, key=lambda match: (-match[1], match[0]))[:few]
        most = most if most is None else most - len(best)
        yield FoundArticle(one.article, best, one.scattered), len(one.matches)


def one_by_one(shown: Iterable[FoundArticle], sort: str, page: int) -> Iterator[tuple[FoundArticle, int]]:
    """A page of single passages: the best first, or in the order of the articles and, within one, of its text."""
    articles = list(shown)
    by_score = sort == "relevance"
    ordered = sorted(
        (one.scattered, -score if by_score else 0.0, rank, document, score)
        for rank, one in enumerate(articles)
        for document, score in one.matches
    )
    first = (page - 1) * PASSAGES_A_PAGE
    for scattered, _, rank, document, score in ordered[first : first + PASSAGES_A_PAGE]:
        yield FoundArticle(articles[rank].article, [(document, score)], scattered), 1


_ORDERS: dict[str, Any] = {
    "relevance": lambda one: (-one.score, one.article.publication_order),
    "newest": _newest_first,
    "oldest": lambda one: one.article.publication_order,
}
