"""Finds the articles that have the same text, reading no texts but those that may be."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from reading_room.model.copies import SameText
from reading_room.model.sketches import Sketches, candidates, unsettled
from reading_room.model.wording import Runs, runs, same_passages, same_text

TEXTS_HELD = 200
"""Texts in memory at one time. Candidates come sorted by article, and few articles have many."""


def same_texts(
    known: Iterable[SameText],
    before: Sketches,
    now: Sketches,
    changed: AbstractSet[str],
    passages: Callable[[str], Sequence[str]],
) -> tuple[SameText, ...]:
    """All pairs of articles with the same text, given those that were known before some articles were `changed` or taken away.

    What was known saves work and changes nothing: the answer is what comparing all articles anew would give.
    """

    @lru_cache(TEXTS_HELD)
    def read(slug: str) -> tuple[Sequence[str], Runs]:
        texts = passages(slug)
        return texts, runs(texts)

    anew = unsettled(before, now, changed | (before.keys() - now.keys()))
    settled = now.keys() - anew
    found = [pair for pair in known if settled.issuperset(pair.articles)]
    for pair in candidates(now, anew):
        (texts_of_one, one), (texts_of_other, other) = map(read, pair)
        if shares := same_text(one, other):
            found.append(SameText(pair, shares, same_passages(texts_of_one, texts_of_other)))
    return tuple(sorted(found))
