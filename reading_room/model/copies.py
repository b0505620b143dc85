"""Articles that have the same text: the pairs of them, and which of their passages say the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", str, tuple[str, int])
Place = tuple[str, int]
"""A passage of an article's newest version: the article's slug, and where in it the passage stands, from 0."""


@dataclass(frozen=True, slots=True, order=True)
class SameText:
    """That two articles have the same text, the one with the lesser slug first.

    `shares` are of the runs of eight words of each, how many stand in the other; `passages` the places of those that say the same.
    """

    articles: tuple[str, str]
    shares: tuple[float, float]
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that has the text of the one in hand. `share` is how much of the text in hand stands there."""

    article: str
    share: float


def copies(pairs: Iterable[SameText]) -> dict[str, tuple[Copy, ...]]:
    """The copies of each article that has any."""
    found: dict[str, list[Copy]] = defaultdict(list)
    for pair in pairs:
        (one, other), (of_one, of_other) = pair.articles, pair.shares
        found[one].append(Copy(other, of_one))
        found[other].append(Copy(one, of_other))
    return {slug: tuple(there) for slug, there in found.items()}


def groups(pairs: Iterable[SameText]) -> Mapping[Place, Place]:
    """For each passage that says the same as another, the first one of those that do, directly or by way of others."""
    return _first_of_each(
        ((pair.articles[0], here), (pair.articles[1], there)) for pair in pairs for here, there in pair.passages
    )


def together(pairs: Iterable[SameText]) -> list[tuple[str, ...]]:
    """The articles that have the same text, directly or by way of others."""
    found: dict[str, list[str]] = defaultdict(list)
    for slug, first in sorted(_first_of_each(pair.articles for pair in pairs).items()):
        found[first].append(slug)
    return [tuple(slugs) for _, slugs in sorted(found.items())]


def _first_of_each(pairs: Iterable[tuple[T, T]]) -> dict[T, T]:
    """For all that are tied in pairs, the first one that each is tied to, directly or by way of others (union-find)."""
    first: dict[T, T] = {}

    def leader(one: T) -> T:
        while (before := first.setdefault(one, one)) != one:
            first[one] = first[before]  # so that the way is shorter the next time
            one = before
        return one

    for pair in pairs:
        one, other = sorted(map(leader, pair))
        first[other] = one
    return {one: leader(one) for one in first}
