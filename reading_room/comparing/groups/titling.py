"""Names a group of articles neutrally: by words that most of them share, so that no outlet's headline becomes the name."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from reading_room.comparing.groups.telling import Telling, Term, spelled, term_of
from reading_room.comparing.pairs.rarity import rarity as general_rarity

Pairs = Mapping[tuple[Term, Term], int]
"""Words that stand beside each other, with how many articles have them so."""

MOST_PARTS = 4
LONGEST_PART = 3
"""Words of one part of a name."""
MOST_SHARED = 0.5
"""The share of the articles from which a word is shared by most."""
SELDOM = 0.2
_OF_TEXTS = """
    article articles author copy copies document excerpt headline information newspaper paper passage published
    publishes quote quoted quotes report reported reports read summary sentence source sources state stated states
    text texts told word words write writes wrote written
"""
_OF_TIMES = """
    time times day days week weeks month months year years today yesterday
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
"""
_NUMBERS = "one two three four five six seven eight nine ten dozens hundreds thousands hundred thousand million"
NO_NAMES = frozenset(map(term_of, f"{_OF_TEXTS}{_OF_TIMES}{_NUMBERS}".split()))
"""What speaks of the texts themselves, as a room's digests do (“the article states”), of when, for days are given
beside the name, and how many."""


def name_of(group: Sequence[Telling], having: Mapping[Term, int], texts: int) -> str:
    """The rarest of the words that most of the articles have, in the order in which they tend to come: “Costa Rica, plane crash”.

    Rare are those that few of the articles in hand have, and that are rare in general. Of one article they are those
    that it has most of. `having` counts in how many of all `texts` a term stands.
    """
    sharing: dict[Term, list[float]] = defaultdict(list)
    for telling in group:
        for term, weight in telling.weights:
            sharing[term].append(weight)
    least = min(len(group), max(2, math.ceil(MOST_SHARED * len(group))))

    def worth(term: Term) -> tuple[float, Term]:
        rarity = math.log(1 + texts / having[term]) * math.sqrt(general_rarity(term, "en"))
        return -len(sharing[term]) / len(group) * math.log1p(sum(sharing[term]) / len(sharing[term])) * rarity, term

    single = sorted((term for term in sharing if " " not in term), key=worth)
    fit = [term for term in single if not term[0].isdigit() and term not in NO_NAMES] or single
    chosen = ([term for term in fit if len(sharing[term]) >= least] or fit)[:MOST_PARTS]
    names = {term for term in sharing if 2 * sum(term in one.names for one in group) > len(group)}
    pairs: dict[tuple[Term, Term], int] = {}
    for pair in (term for term, weights in sharing.items() if " " in term and len(weights) >= least > 1):
        one, other = pair.split(" ")
        if {one, other} <= names or {one, other} <= set(chosen):
            pairs[one, other] = len(sharing[pair])
    name = ", ".join(_in_order(chosen, group, pairs))
    return name[:1].upper() + name[1:]


def _in_order(chosen: Sequence[Term], group: Sequence[Telling], pairs: Pairs) -> list[str]:
    """The words as they are mostly spelled, by where they first stand, each with those that mostly stand beside it."""
    forms: dict[Term, Counter[str]] = defaultdict(Counter)
    places: dict[Term, list[int]] = defaultdict(list)
    for telling in group:
        first: dict[Term, int] = {}
        for at, (term, form) in enumerate(spelled(telling)):
            forms[term][form] += 1
            first.setdefault(term, at)
        for term, at in first.items():
            places[term].append(at)
    names: list[str] = []
    taken: set[Term] = set()
    for term in sorted(chosen, key=lambda term: (sum(places[term]) / max(1, len(places[term])), term)):
        if term not in taken:
            run = _run(term, taken, pairs)
            taken.update(run)
            names.append(" ".join(_usual(forms[word], word) for word in run))
    return names


def _run(term: Term, taken: AbstractSet[Term], pairs: Pairs) -> list[Term]:
    """The word with what comes before and behind it in most articles, while there is such."""
    run = [term]
    while len(run) < LONGEST_PART:
        beside = [
            (count, first == run[-1], first, second)
            for (first, second), count in pairs.items()
            if (first == run[-1] and second not in (*run, *taken)) or (second == run[0] and first not in (*run, *taken))
        ]
        if not beside:
            break
        _, behind, first, second = max(beside)
        run = [*run, second] if behind else [first, *run]
    return run


def _usual(forms: Counter[str], term: Term) -> str:
    """How a word is mostly spelled, with a capital only if it hardly ever goes without."""
    small = Counter({form: count for form, count in forms.items() if form.islower()})
    spellings = small if small.total() > SELDOM * forms.total() else forms
    return min(spellings, key=lambda form: (-spellings[form], form), default=term)
