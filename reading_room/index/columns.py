"""What was found side by side: in columns by what the articles have in common, each as a search of its own would show it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reading_room.index.grouping import Copies, FoundArticle, each_once
from reading_room.model.article import Article
from reading_room.model.copies import Place
from reading_room.model.query import NONE

COLUMNS_A_PAGE = 12
PASSAGES_A_COLUMN = 5
"""Unless the query says how many."""

Together = Mapping[Place, Mapping[str, tuple[Article, int]]]
"""All that say the same, by what they are known by: the articles by slug, each with its document."""


@dataclass(frozen=True, slots=True)
class FoundColumn:
    """All that was found with one value, and what is shown of it: each text once, in order."""

    value: str
    found: list[FoundArticle]
    shown: list[FoundArticle]

    @property
    def first(self) -> date | None:
        """The earliest day on which one of its articles may have been published."""
        return min((one.article.published.first for one in self.found if one.article.published), default=None)

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({one.article.outlet for one in self.found}))

    def shared(self, together: Together, alike: Mapping[int, Place]) -> int:
        """How many of the passages shown stand in an article that is in other columns only."""
        own = {one.article.slug for one in self.found}
        known = (alike.get(document) for one in self.shown for document, _ in one.matches)
        return sum(place is not None and not together[place].keys() <= own for place in known)


def columns(
    found: list[FoundArticle],
    values: Callable[[Article], Collection[str]],
    chosen: Collection[str],
    rank: Callable[[FoundColumn], Any],
    in_order: Callable[[list[FoundArticle]], list[FoundArticle]],
    alike: Mapping[int, Place],
) -> list[FoundColumn]:
    """A column for each value (for the chosen ones, if any are), by `rank`; what has no such value comes last.

    The order of the columns is the same in whatever order the passages within them stand.
    """
    under: dict[str, list[FoundArticle]] = defaultdict(list)
    for one in found:
        for value in values(one.article):
            if not chosen or value in chosen:
                under[value].append(one)
    made = [FoundColumn(value, articles, _once(articles, in_order, alike)) for value, articles in under.items()]
    return sorted(made, key=lambda one: (one.value == NONE, rank(one)))


def by_first_publication(names: Mapping[str, str]) -> Callable[[FoundColumn], Any]:
    """By the first day of publication, then by name: an order that ranks nobody."""
    return lambda one: (one.first or date.max, names.get(one.value, one.value).casefold(), one.value)


def by_place(values: Iterable[str]) -> Callable[[FoundColumn], Any]:
    """In the order of the values, those that are not among them last."""
    places = {value: place for place, value in enumerate(values)}
    return lambda one: (places.get(one.value, len(places)), one.value)


def standing_together(found: list[FoundArticle], alike: Mapping[int, Place]) -> Together:
    together: dict[Place, dict[str, tuple[Article, int]]] = defaultdict(dict)
    if alike:
        for one in found:
            for document, _ in one.matches:
                if known := alike.get(document):
                    together[known].setdefault(one.article.slug, (one.article, document))
    return together


def elsewhere(shown: Collection[FoundArticle], together: Together, alike: Mapping[int, Place]) -> Copies:
    """Where else the passages that are shown stand, in whichever column."""
    return {
        document: {slug: there for slug, there in together[known].items() if slug != one.article.slug}
        for one in shown
        for document, _ in one.matches
        if (known := alike.get(document))
    }


def _once(
    articles: list[FoundArticle],
    in_order: Callable[[list[FoundArticle]], list[FoundArticle]],
    alike: Mapping[int, Place],
) -> list[FoundArticle]:
    shown, copies = each_once(articles, alike)
    return in_order(shown) if copies else shown
