"""Which sentences of two texts only moved: they stand in another place of the version, or in another order."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from reading_room.model.resolution import Stretch
from reading_room.model.results import Span
from reading_room.model.sentences import sentences
from reading_room.permalinks.folding import fold_typography, folded
from reading_room.permalinks.lineage import longest_rising
from reading_room.permalinks.own_signs import with_its_signs
from reading_room.permalinks.rows import Row
from reading_room.permalinks.words import is_unspaced, words

Moved = tuple[tuple[Span, ...], tuple[Span, ...]]
"""The code points of the sentences that moved: those of the older text, and those of the newer one."""
NOTHING_MOVED: Moved = ((), ())
LEAST = 4
"""Words of a sentence that is known again elsewhere. A sign of a script without spaces is half a word."""


def moved_sentences(was: str, now: str, before: Row, after: Row) -> Moved:
    """The sentences of one text that the other lacks, while the versions that they are from have each of them as often.

    And of those that both have in another order, those that leave the most of the others in order.
    """
    if fold_typography(was) == fold_typography(now):
        return NOTHING_MOVED
    old, new = _sentences(was), _sentences(now)
    said, says = [key for key, _ in old], [key for key, _ in new]
    both = [(says.index(key), at) for at, key in enumerate(said) if said.count(key) == says.count(key) == 1]
    staying = set(longest_rising(sorted(both)))
    crossed = [pair for pair in both if pair not in staying]
    whole_was, whole_now = fold_typography(was), fold_typography(now)
    away = {at for at, (key, span) in enumerate(old)
            if key not in whole_now and stands_as_often(was, span, before, after)}  # fmt: skip
    come = {at for at, (key, span) in enumerate(new)
            if key not in whole_was and stands_as_often(now, span, after, before)}  # fmt: skip
    return (
        tuple(old[at][1] for at in sorted(away | {at for _, at in crossed})),
        tuple(new[at][1] for at in sorted(come | {at for at, _ in crossed})),
    )


def stands_as_often(text: str, span: Span, own: Row, other: Row, least: int = LEAST) -> bool:
    """Whether a part of a text stands in the other version as often as in its own, to the letter but for its typography.

    Never, if it has fewer than `least` words.
    """
    there = places_of(text, span, other) if _is_long(folded(text[span.start : span.end]).keys, least) else []
    return bool(there) and len(there) >= len(places_of(text, span, own))


def places_of(text: str, span: Span, version: Row) -> list[Stretch]:
    """Where a part of a text stands in a version; nowhere, if it is too short to be known again."""
    keys = folded(text[span.start : span.end]).keys
    if not _is_long(keys):
        return []
    sought = _with_its_signs(text, span)
    return [
        one[0]
        for place in version.standing(keys)
        if len(one := version.stretches([place])) == 1
        and sought
        == _with_its_signs(version.passages[version.position[one[0].passage]].text, Span(one[0].start, one[0].end))
    ]


def _with_its_signs(text: str, span: Span) -> str:
    """The words of a part of a text from the first to the last one, and the signs that say something."""
    spans = words(text)
    first = bisect_left(spans, span.start, key=lambda one: one.start)
    last = bisect_right(spans, span.end, key=lambda one: one.end) - 1
    if last < first:
        return ""
    signed = with_its_signs(text, spans[first].start, spans[last].end)
    return fold_typography(text[signed.start : signed.end])


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[str, Span], ...]:
    """Those that are long enough to be known again."""
    signed = ((_with_its_signs(text, one), one) for one in sentences(text))
    return tuple((key, one) for key, one in signed if _is_long(folded(key).keys))


def _is_long(keys: Sequence[str], least: int = LEAST) -> bool:
    return sum(0.5 if is_unspaced(key) else 1 for key in keys) >= least
