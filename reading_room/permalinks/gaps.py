"""The gap that a quotation leaves between the words before and behind it that still stand: there it is, or nowhere near."""

from collections.abc import Mapping
from dataclasses import dataclass

from reading_room.model.word_alignment import align
from reading_room.permalinks.rows import Place
from reading_room.permalinks.tracing import Trail

RUN = 3
"""Words in a row that must have stayed together to be a side of a gap."""
FARTHEST = 400
"""Words before and behind a quotation among which the sides are looked for."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What stood between two words that were followed, and what stands there now."""

    was: Place
    now: Place

    def holds(self, place: Place) -> bool:
        return self.now.start <= place.start and place.end <= self.now.end


def gap(trail: Trail, quote: Place) -> Gap | None:
    """Where a quotation must stand if it was not moved; None if its neighbours parted or nobody knows where they are."""
    left, right = _side(trail, quote.start - 1, -1), _side(trail, quote.end, 1)
    if left is None or right is None:
        return None
    was, now = Place(left[0] + 1, right[0]), Place(left[1] + 1, right[1])
    return Gap(was, now) if now.start <= now.end else None


def _side(trail: Trail, word: int, way: int) -> tuple[int, int] | None:
    """The nearest word on one side that stands in both rows with the next ones behind it: its place before and now."""
    run: list[tuple[int, int]] = []
    for _ in range(FARTHEST):
        if not 0 <= word < len(trail.old.keys):
            return word, -1 if way < 0 else len(trail.new.keys)
        at = trail.word(word)
        if at is None or (run and at != run[-1][1] + way):
            run = []
        if at is not None:
            run.append((word, at))
        if len(run) == RUN:
            return run[0]
        word += way
    return None


def words_in(trail: Trail, space: Gap) -> Mapping[int, int]:
    """Which word of the gap is which, all of them taken together, so that none is given to two."""
    now = trail.new.keys[space.now.start : space.now.end]
    aligned = align(trail.old.keys[space.was.start : space.was.end], now)
    return {space.was.start + word: space.now.start + at for word, at in enumerate(aligned) if at is not None}
