"""How near articles are to each other by what they tell: rare words and names in common, and the days that they speak of.

Terms weigh by their rarity (tf-idf: Spärck Jones, A statistical interpretation of term specificity, 1972), texts are compared by
the cosine. docs/decisions/0024-grouping.md says what was measured, and why the numbers are those below.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reading_room.comparing.groups.telling import Telling, Term

BESIDE = 10_000
"""Texts that are thought to lie beside those in hand and to have none of their rarer words: so rarity means the same in a small
room as in a large one, and in a room about one city as in one about everything."""
STEEPNESS = 1.6
"""The power of rarity: above 1, a few rare words in common are worth more than many usual ones."""
OF_NAME, OF_FIGURE = 1.5, 1.2
"""What a term counts that most texts write as a name, and one that is a figure."""
APART = 60.0
"""Days after which two days are to each other what a day is to itself by 1/e."""
AT_LEAST = 0.3
"""What is left of the nearness of two texts that speak of quite other days: a late story of an old event, a wrong date."""
UNDATED = 0.8
"""The same where one of the two speaks of no day."""
LEAST = 0.02
"""Nearness below which two texts have nothing in common."""
MOST_LOOKED_UP = 4_000
"""Places that are looked up for a text, its weightiest terms first: what is left out is the most usual words."""

MOST_NEAR = 300
"""Texts before it to which a text is tied at most: in a large room about one thing all are somewhat near to all."""
_NEARNESS_OF_DAYS = [math.exp(-days / APART) for days in range(int(10 * APART))]

Days = Sequence[tuple[int, float]]
Near = tuple[dict[int, float], ...]
"""For each text the others that are near it, by their numbers, and how near: 0 to 1."""


def nearness(tellings: Sequence[Telling], beside: int = BESIDE, steepness: float = STEEPNESS) -> Near:
    """How near each text is to each other; those that have nothing in common are left out."""
    vectors = _vectors(tellings, beside, steepness)
    having: dict[Term, list[tuple[int, float]]] = defaultdict(list)
    near: Near = tuple({} for _ in tellings)
    profiles = [telling.days for telling in tellings]
    own = [math.sqrt(_overlap(days, days)) for days in profiles]
    for number, vector in enumerate(vectors):
        common: dict[int, float] = defaultdict(float)
        looked_up = 0
        for term, weight in vector:
            places = having[term]
            if looked_up + len(places) <= MOST_LOOKED_UP:
                looked_up += len(places)
                for other, its_weight in places:
                    common[other] += weight * its_weight
            places.append((number, weight))
        tied = []
        for other, cosine in common.items():
            if cosine < LEAST:
                continue
            alike = UNDATED
            if own[number] and own[other]:
                alike = _overlap(profiles[number], profiles[other]) / (own[number] * own[other])
                alike = AT_LEAST + (1 - AT_LEAST) * alike
            if (value := cosine * alike) >= LEAST:
                tied.append((value, other))
        for value, other in heapq.nlargest(MOST_NEAR, tied):
            near[number][other] = near[other][number] = value
    return near


def mean_across(near: Near, one: Iterable[int], other: Iterable[int]) -> float:
    """The mean nearness of the texts of one group to those of another that shares none with it."""
    one, other = list(one), set(other)
    return sum(value for number in one for to, value in near[number].items() if to in other) / (len(one) * len(other))


def mean_within(near: Near, group: Iterable[int]) -> float:
    """The mean nearness of all pairs of a group of two and more."""
    inside = set(group)
    total = sum(value for number in sorted(inside) for to, value in near[number].items() if to in inside)
    return total / (len(inside) * (len(inside) - 1))


def _vectors(tellings: Sequence[Telling], beside: int, steepness: float) -> list[list[tuple[Term, float]]]:
    """The terms of each text with their weights, weightiest first, of length 1."""
    having: Counter[Term] = Counter()
    named: Counter[Term] = Counter()
    for telling in tellings:
        for term, _ in telling.weights:
            having[term] += 1
            named[term] += term in telling.names
    texts = len(tellings) + beside

    def rarity(term: Term) -> float:
        kind = OF_NAME if 2 * named[term] >= having[term] else OF_FIGURE if term[0].isdigit() else 1.0
        return kind * math.log(texts / max(2, having[term])) ** steepness if texts > max(2, having[term]) else 0.0

    vectors = []
    for telling in tellings:
        vector = [
            (term, (1 + math.log(count) if count > 1 else count) * rarity(term)) for term, count in telling.weights
        ]
        length = math.sqrt(sum(weight * weight for _, weight in vector)) or 1.0
        vectors.append(
            sorted(((term, weight / length) for term, weight in vector if weight), key=lambda pair: (-pair[1], pair[0]))
        )
    return vectors


def _overlap(one: Days, other: Days) -> float:
    """How far two sets of days agree, with days near each other counting as far as they are near."""
    total = 0.0
    for day, weight in one:
        for its_day, its_weight in other:
            if (apart := abs(day - its_day)) < len(_NEARNESS_OF_DAYS):
                total += weight * its_weight * _NEARNESS_OF_DAYS[apart]
    return total
