"""Names a group of articles neutrally: by words that most of them share, so that no outlet's headline becomes the name."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reading_room.comparing.nearness import BESIDE
from reading_room.comparing.telling import Telling, Term, spelled

MOST_PARTS = 4
MOST_SHARED = 0.5
"""The share of the articles from which a word is shared by most."""
SELDOM = 0.2


def name_of(group: Sequence[Telling], having: Mapping[Term, int], texts: int) -> str:
    """The rarest of the words that most of the articles have, in the order in which they tend to come: “Costa Rica, plane, crash”.

    Of one article they are those that it has most of. `having` counts in how many of all `texts` a term stands.
    """
    sharing: dict[Term, list[float]] = defaultdict(list)
    for telling in group:
        for term, weight in telling.weights:
            sharing[term].append(weight)
    least = max(1, math.ceil(MOST_SHARED * len(group)))

    def worth(term: Term) -> tuple[float, Term]:
        rarity = math.log((texts + BESIDE) / having[term])
        return -len(sharing[term]) / len(group) * math.log1p(sum(sharing[term]) / len(sharing[term])) * rarity, term

    shared = sorted(
        (t for t, weights in sharing.items() if len(weights) >= least and " " not in t and not t[0].isdigit()),
        key=worth,
    )
    chosen = shared[:MOST_PARTS] or [term for term, _ in group[0].weights if " " not in term][:MOST_PARTS]
    return ", ".join(_in_order(chosen, group, {t: len(w) for t, w in sharing.items() if " " in t and len(w) >= least}))


def _in_order(chosen: Sequence[Term], group: Sequence[Telling], pairs: Mapping[Term, int]) -> list[str]:
    """The words as they are mostly spelled, by where they first stand; two that mostly follow each other are put together."""
    forms: dict[Term, Counter[str]] = {term: Counter() for term in chosen}
    places: dict[Term, list[int]] = {term: [] for term in chosen}
    for telling in group:
        met: set[Term] = set()
        for at, (term, form) in enumerate(spelled(telling)):
            if term in forms:
                forms[term][form] += 1
                if term not in met:
                    met.add(term)
                    places[term].append(at)
    ordered = sorted(chosen, key=lambda term: (sum(places[term]) / max(1, len(places[term])), term))
    names: list[str] = []
    taken: set[Term] = set()
    for term in ordered:
        if term in taken:
            continue
        run = [term]
        while following := [n for n in chosen if n not in run and n not in taken and f"{run[-1]} {n}" in pairs]:
            run.append(max(following, key=lambda n: (pairs[f"{run[-1]} {n}"], n)))
        while before := [n for n in chosen if n not in run and n not in taken and f"{n} {run[0]}" in pairs]:
            run.insert(0, max(before, key=lambda n: (pairs[f"{n} {run[0]}"], n)))
        taken.update(run)
        names.append(" ".join(_usual(forms[word], word) for word in run))
    return names


def _usual(forms: Counter[str], term: Term) -> str:
    """How a word is mostly spelled, with a capital only if it hardly ever goes without."""
    small = Counter({form: count for form, count in forms.items() if form.islower()})
    spellings = small if small.total() > SELDOM * forms.total() else forms
    return min(spellings, key=lambda form: (-spellings[form], form), default=term)
