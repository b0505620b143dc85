"""Parts a group that is two events of one kind: those at the same place, of the same people, with most of their words in common.

The words that twins share are rare elsewhere, so they look like one event among all texts. Looked at alone they fall apart: what
all texts of a group have tells nothing within it, and what is left lies on two sides.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from reading_room.comparing.groups.linking import Group, falling_apart, joints
from reading_room.comparing.groups.nearness import Near, mean_across, mean_within, nearness
from reading_room.comparing.groups.telling import Telling, Term, mostly_dated, own_day

FEWEST = 2
"""Texts that each side has at least…"""
SMALLER_SHARE = 0.2
"""…and the share of all: fewer are strays, not another event."""
ALIKE_ALONE = 0.45
"""What nearness across the sides may be of that within them (geometric mean), where rarity is of the group alone…"""
ALIKE = 0.8
"""…and where it is of all texts. Of sides with two texts it may be half of this, with three two thirds, and so on: the fewer there
are, the more often they lie apart by chance."""
ALIKE_BY_NAMES = 0.6
"""The same of all texts, where the sides are told by words that exclude each other."""
ALIKE_BY_DAYS = 0.9
"""What nearness across may be of that within, where the sides are told by days. Few texts on a side do not lessen it."""
LONG_AFTER = 60
"""Days without an own day of any text that part one event from another."""
_MOST_TERMS = 250
_TURNS = 6
_NO_NAME = 0.6
_SMOOTHING = 0.3
_TELLING = 0.7

Sides = tuple[Group, Group]


def parted(group: Group, tellings: Sequence[Telling], near: Near) -> list[Group]:
    """The group, or the events that it falls apart into."""
    fewest = max(FEWEST, math.ceil(SMALLER_SHARE * len(group)))
    if len(group) < 2 * fewest:
        return [group]
    sides = (
        _by_days(group, tellings, near, fewest)
        or _alone(group, tellings, near, fewest)
        or _by_names(group, tellings, near, fewest)
    )
    return [part for side in sides for part in parted(side, tellings, near)] if sides else [group]


def _by_days(group: Group, tellings: Sequence[Telling], near: Near, fewest: int) -> Sides | None:
    """The sides before and after the longest time of which no text tells; a text without a day goes where it is nearer."""
    days = sorted((day, number) for number in group if (day := own_day(tellings[number])) is not None)
    if not mostly_dated([tellings[number] for number in group]):
        return None
    gaps = [(days[at][0] - days[at - 1][0], at) for at in range(fewest, len(days) - fewest + 1)]
    longest, at = max(gaps, default=(0, 0))
    if longest < LONG_AFTER:
        return None
    one, other = [number for _, number in days[:at]], [number for _, number in days[at:]]
    sides: Sides = list(one), list(other)
    for number in sorted(set(group) - set(one) - set(other)):
        sides[mean_across(near, [number], one) < mean_across(near, [number], other)].append(number)
    within = math.prod(mean_within(near, side) for side in sides)
    apart = within > 0 and mean_across(near, *sides) <= ALIKE_BY_DAYS * math.sqrt(within)
    return (sorted(sides[0]), sorted(sides[1])) if apart else None


def _alone(group: Group, tellings: Sequence[Telling], near: Near, fewest: int) -> Sides | None:
    """The sides that lie apart by the rarity of words within the group."""
    local = nearness([tellings[number] for number in group], beside=1, steepness=1.0)
    found = falling_apart(len(group), joints(local, least=0.0), fewest)
    if found is None:
        return None
    one, other = found
    sides: Sides = list(one), list(other)
    for stray in sorted(set(range(len(group))) - set(one) - set(other)):
        sides[mean_across(local, [stray], one) < mean_across(local, [stray], other)].append(stray)
    if not _apart(sides, local, ALIKE_ALONE):
        return None
    one, other = ([group[at] for at in sorted(side)] for side in sides)
    return (one, other) if _apart((one, other), near, ALIKE) else None


def _by_names(group: Group, tellings: Sequence[Telling], near: Near, fewest: int) -> Sides | None:
    """The sides of two words of which nearly every text has one and none has both, then by all words (naive Bayes)."""
    having: dict[Term, int] = {}
    """For each term the texts that have it, a bit each."""
    named: Counter[Term] = Counter()
    for at, number in enumerate(group):
        for term in sorted(tellings[number].terms):
            having[term] = having.get(term, 0) | 1 << at
            named[term] += term in tellings[number].names
    having = {term: texts for term, texts in having.items() if texts.bit_count() >= 2}
    weight = {term: 1.0 if 2 * named[term] >= texts.bit_count() else _NO_NAME for term, texts in having.items()}
    sides = _exclusive(having, weight, len(group), fewest)
    every = (1 << len(group)) - 1
    for _ in range(_TURNS):
        if sides is None or min(side.bit_count() for side in sides) < 2:
            return None
        one, other = sides
        scores = [0.0] * len(group)
        for term, texts in having.items():
            of_one, of_other = (
                ((texts & side).bit_count() + _SMOOTHING) / (side.bit_count() + 2 * _SMOOTHING) for side in sides
            )
            told = math.log(of_one / of_other) * weight[term]
            if abs(told) >= _TELLING:
                for at in _bits(texts):
                    scores[at] += told
        turned = sum(1 << at for at, score in enumerate(scores) if score > 0)
        if (turned, every & ~turned) == (one, other):
            break
        sides = turned, every & ~turned
    if sides is None or min(side.bit_count() for side in sides) < fewest:
        return None
    first, second = ([number for at, number in enumerate(group) if side >> at & 1] for side in sides)
    return (first, second) if _apart((first, second), near, ALIKE_BY_NAMES) else None


def _exclusive(having: dict[Term, int], weight: dict[Term, float], texts: int, fewest: int) -> tuple[int, int] | None:
    """The texts of one word and those of another, where the two cover most and are together least."""
    terms = [term for term in having if 2 <= having[term].bit_count() <= texts - 2]
    terms.sort(key=lambda term: (-having[term].bit_count(), term))
    best, found = 0.0, None
    for at, one in enumerate(terms[:_MOST_TERMS]):
        for other in terms[at + 1 : _MOST_TERMS]:
            with_one, with_other = having[one], having[other]
            both = with_one & with_other
            covered = (with_one | with_other).bit_count() - 2 * both.bit_count()
            if (score := covered * weight[one] * weight[other]) > best:
                sides = with_one & ~both, with_other & ~both
                if min(side.bit_count() for side in sides) >= 2:
                    best, found = score, sides
    return found


def _apart(sides: Sides, near: Near, alike: float) -> bool:
    """Whether the sides are less near to each other than `alike` times their texts among themselves, as far as these are enough."""
    within = math.prod(mean_within(near, side) for side in sides)
    allowed = alike * (1 - 1 / min(map(len, sides)))
    return within > 0 and mean_across(near, *sides) <= allowed * math.sqrt(within)


def _bits(number: int) -> Iterator[int]:
    """Which bits of a number are set."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
