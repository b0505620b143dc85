"""Finds articles that share with a group only who and where: the budget of a town among the stories of its flood.

A place and its mayor are rare words, so everything from a small town looks like one event.
What happened is told by the other words.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean

from reading_room.comparing.groups.linking import Group
from reading_room.comparing.groups.nearness import Near, nearness
from reading_room.comparing.groups.telling import Telling, Term, mostly_dated

BY_NAMES = 2.7
"""Times that a stranger is nearer to the nearest one of its group by all its words than by those that are no names; fewer, in
proportion, as its nearness by these is below what follows."""
OF_WORDS = 0.45
"""Its nearness by these is below this share of what the others have among themselves…"""
OF_WORDS_AND_DAYS = 0.35
"""…and below this where days count too."""
FEWEST_TERMS = 20
"""Words and pairs from which a text is long enough to be told from others by its words."""
FEWEST = 3
"""Texts from which there are others to be compared with."""


def strangers(group: Group, tellings: Sequence[Telling]) -> Group:
    """Those of the group that have little but names in common with the others.

    Only texts of one language are compared, and only where days are known of most: words alone do not tell enough.
    """
    of_language: dict[str, Group] = defaultdict(list)
    for number in group:
        of_language[tellings[number].language].append(number)
    return sorted(number for alike in of_language.values() for number in _among(alike, tellings))


def _among(group: Group, tellings: Sequence[Telling]) -> Group:
    texts = [tellings[number] for number in group]
    if len(group) < FEWEST or not mostly_dated(texts):
        return []
    plain = without_names(texts)
    all_words, words = (nearness([replace(one, days=()) for one in some]) for some in (texts, plain))
    shares = zip(_shares(words), _shares(nearness(plain)), strict=True)
    return [
        number
        for at, (number, (by_words, by_words_and_days)) in enumerate(zip(group, shares, strict=True))
        if by_words < OF_WORDS
        and by_words_and_days < OF_WORDS_AND_DAYS
        and _nearest(all_words[at]) > BY_NAMES * by_words / OF_WORDS * _nearest(words[at])
        and len(texts[at].weights) >= FEWEST_TERMS
    ]


def _shares(near: Near) -> list[float]:
    """For each text its nearness to the nearest one, as a share of the mean of what the others have without it."""
    shares = []
    for number, others in enumerate(near):
        rest = [theirs for at, theirs in enumerate(near) if at != number]
        usual = fmean(_nearest({to: value for to, value in theirs.items() if to != number}) for theirs in rest)
        shares.append(_nearest(others) / usual if usual else math.inf)
    return shares


def _nearest(others: Mapping[int, float]) -> float:
    return max(others.values(), default=0.0)


def without_names(group: Sequence[Telling]) -> list[Telling]:
    """The texts with what they tell but for the words that most of the group write as names."""
    having, named = Counter[Term](), Counter[Term]()
    for one in group:
        having.update(term for term, _ in one.weights)
        named.update(one.names)
    names = {term for term, texts in named.items() if 2 * texts >= having[term]}
    return [
        replace(one, weights=tuple((term, weight) for term, weight in one.weights if names.isdisjoint(term.split(" "))))
        for one in group
    ]
