"""Sentences that belong in one row: groups in which every sentence is paired with every one of the other accounts.

Pairs are joined from the surest to the least sure, and two groups only where all their pairs allow it (complete linkage: Sørensen,
A method of establishing groups of equal amplitude in plant sociology, 1948): a chain of pairs, the first like the second and the
second like the third, makes no row. Nothing here depends on the order of the accounts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.common_days import one_occasion
from reading_room.model.alignment import Likeness, Said, SentencePair

SURENESS: Mapping[Likeness | None, int] = {
    "same passage quoted": 3,
    "likely the same point": 2,
    "possibly related": 1,
    None: 0,
}
MOST_OF_ONE = 3
"""Sentences of one account in a row; they follow one another in its text."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Sentences of two or more accounts, those of each in its order; the row that they make is as sure as its least sure pair."""

    members: tuple[AccountSentence, ...]
    weakest: SentencePair

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(one.article for one in self.members)

    def of(self, article: str) -> tuple[AccountSentence, ...]:
        return tuple(one for one in self.members if one.article == article)


def cluster(pairs: Iterable[SentencePair], told: Mapping[Said, AccountSentence]) -> tuple[Cluster, ...]:
    """The rows that these pairs make of the sentences that `told` has; what is sure is joined before what is possible.

    A sentence is in one row at most.
    """
    usable = {
        (pair.left, pair.right): pair
        for pair in pairs
        if SURENESS[pair.likeness] and pair.left in told and pair.right in told
    }
    found: list[Cluster] = []
    taken: set[Said] = set()
    for least in (SURENESS["likely the same point"], SURENESS["possibly related"]):
        tier = {
            ends: pair for ends, pair in usable.items() if SURENESS[pair.likeness] >= least and taken.isdisjoint(ends)
        }
        made = _joined(tier, told)
        found += made
        taken |= {one.said for group in made for one in group.members}
    return tuple(found)


def _joined(pairs: Mapping[tuple[Said, Said], SentencePair], told: Mapping[Said, AccountSentence]) -> list[Cluster]:
    groups: dict[Said, frozenset[Said]] = {}
    surest_first = sorted(
        pairs.values(), key=lambda pair: (-SURENESS[pair.likeness], -pair.confidence, pair.left, pair.right)
    )
    for pair in surest_first:
        one, other = (groups.get(end, frozenset([end])) for end in (pair.left, pair.right))
        if one != other and _fit(together := one | other, pairs, told):
            groups |= dict.fromkeys(together, together)
    return [
        Cluster(
            tuple(sorted((told[said] for said in group), key=lambda one: (one.article, one.order))),
            min(
                (pairs[ends] for ends in combinations(sorted(group), 2) if ends in pairs),
                key=lambda pair: (SURENESS[pair.likeness], pair.confidence),
            ),
        )
        for group in sorted(set(groups.values()), key=min)
    ]


def _fit(
    together: frozenset[Said], pairs: Mapping[tuple[Said, Said], SentencePair], told: Mapping[Said, AccountSentence]
) -> bool:
    """Whether all are paired across accounts, can be of one occasion, and follow one another in each account."""
    members = sorted(together)
    if not all(one.article == other.article or (one, other) in pairs for one, other in combinations(members, 2)):
        return False
    if not one_occasion(told[said].when for said in members):
        return False
    for _, of_one in groupby(members, key=lambda said: said.article):
        orders = sorted(told[said].order for said in of_one)
        if len(orders) > MOST_OF_ONE or orders[-1] - orders[0] != len(orders) - 1:
            return False
    return True
