"""Accounts that have one text: they count as one, and a sentence that stands word for word in several is laid out once."""

import re
from collections.abc import Iterable, Mapping, Sequence

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.reasons import same_text
from reading_room.model.alignment import Said
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell
from reading_room.model.wording import words

_QUOTING = re.compile(r"[“”«»„\"]")
Groups = tuple[tuple[str, ...], ...]
"""Accounts with one text, each group in order of publication."""


def same_texts(accounts: Sequence[Version], copies: Mapping[str, frozenset[str]]) -> Groups:
    """The accounts that have one text, directly or by way of each other."""
    groups: list[set[str]] = []
    for version in accounts:
        slug = version.article.slug
        tied = [group for group in groups if group & copies.get(slug, frozenset())]
        groups = [group for group in groups if group not in tied] + [{slug}.union(*tied)]
    published = {version.article.slug: version.article.publication_order for version in accounts}
    return tuple(sorted(tuple(sorted(group, key=published.__getitem__)) for group in groups if len(group) > 1))


def twins(groups: Groups, told: Iterable[AccountSentence]) -> Mapping[Said, frozenset[Said]]:
    """The sentences that stand word for word in other accounts with the same text, with what they are there."""
    group_of = {slug: group for group in groups for slug in group}
    having: dict[tuple[str, ...], list[AccountSentence]] = {}
    for telling in told:
        if telling.article in group_of:
            having.setdefault((group_of[telling.article][0], *words(telling.text)), []).append(telling)
    return {
        one.said: others
        for same in having.values()
        for one in same
        if (others := frozenset(other.said for other in same if other.article != one.article))
    }


def echoes(alike: Mapping[Said, frozenset[Said]]) -> Mapping[Said, frozenset[str]]:
    """The accounts in which each sentence stands too."""
    return {said: frozenset(other.article for other in others) for said, others in alike.items()}


def with_twins(apart: frozenset[frozenset[Said]], alike: Mapping[Said, frozenset[Said]]) -> frozenset[frozenset[Said]]:
    """What is said of a sentence is said of it wherever it stands word for word in accounts with the same text."""
    if not apart or not alike:
        return apart
    found = set(apart)
    for pair in apart:
        if len(pair) == 2:
            one, other = pair
            found |= {
                frozenset([first, second])
                for first in (one, *alike.get(one, ()))
                for second in (other, *alike.get(other, ()))
            }
    return frozenset(found)


def repeated(groups: Groups, echoed: Mapping[Said, frozenset[str]]) -> frozenset[Said]:
    """Of the sentences that stand in several, those of the accounts that were not the first of them to be published."""
    rank = {slug: place for group in groups for place, slug in enumerate(group)}
    return frozenset(said for said, slugs in echoed.items() if any(rank[slug] < rank[said.article] for slug in slugs))


def is_of_the_room(told: Sequence[AccountSentence], digests: frozenset[str]) -> bool:
    """Whether sentences are the room's own wording: word for word the same in its digests of several articles, and no quotation.

    That only an excerpt was read, say: two accounts do not agree because one person summed up both.
    """
    return (
        all(one.article in digests for one in told)
        and len({tuple(words(one.text)) for one in told}) == 1
        and not any(_QUOTING.search(one.text) for one in told)
    )


def with_copies(
    cells: Sequence[CollatedCell],
    accounts: Sequence[Version],
    copies: Mapping[str, frozenset[str]],
    outlets: Mapping[str, str],
) -> tuple[CollatedCell, ...]:
    """The cells of a row of the keeper's; an empty one of an account that has another's words with its text says so."""
    filled = []
    for version, cell in zip(accounts, cells, strict=True):
        if cell.empty == "not-found":
            first = min(
                (
                    other.article
                    for other, its in zip(accounts, cells, strict=True)
                    if other.article.slug in copies.get(version.article.slug, ())
                    and its.words
                    and all(_stands_in(one.text, version) for one in its.words)
                ),
                key=lambda article: article.publication_order,
                default=None,
            )
            if first:
                cell = same_text(version.article, first, outlets)
        filled.append(cell)
    return tuple(filled)


def _stands_in(text: str, version: Version) -> bool:
    sought = f" {' '.join(words(text))} "
    return any(sought in f" {' '.join(words(passage.text))} " for passage in version.passages)
