"""Where two texts differ of which only the typography is another, sign by sign, so that a reader can see what was changed."""

from collections.abc import Iterator

from reading_room.model.resolution import Replaced
from reading_room.model.results import Span
from reading_room.permalinks.folding import fold_typography, is_unseen

MOST_SIGNS = 12
"""Signs on either side that may stand for each other, as ` -- ` and `—` do."""


def differing_signs(was: str, now: str) -> tuple[Replaced, ...]:
    """The signs of two texts that differ, each pair with the same meaning; with the next sign where there is nothing to see.

    Raises `ValueError` where more than the typography differs.
    """
    if fold_typography(was) != fold_typography(now):
        raise ValueError("more than the typography differs")
    return tuple(_seen(was, now, *spans) for spans in _differing(was.replace("\n", " "), now.replace("\n", " ")))


def _differing(was: str, now: str) -> Iterator[tuple[Span, Span]]:
    old = new = 0
    while old < len(was) or new < len(now):
        if was[old : old + 1] == now[new : new + 1]:
            old, new = old + 1, new + 1
            continue
        more_old, more_new = _step(was, now, old, new)
        yield Span(old, old + more_old), Span(new, new + more_new)
        old, new = old + more_old, new + more_new


def _step(was: str, now: str, old: int, new: int) -> tuple[int, int]:
    """How many signs of each text stand for each other, so that behind them both go on with the same sign."""
    for count in range(1, 2 * MOST_SIGNS + 1):
        for more in range(max(0, count - MOST_SIGNS), min(count, MOST_SIGNS) + 1):
            before, after = was[old : old + more], now[new : new + count - more]
            goes_on = was[old + more : old + more + 1] == now[new + count - more : new + count - more + 1]
            if goes_on and fold_typography(before) == fold_typography(after):
                return len(before), len(after)
    return len(was) - old, len(now) - new


def _seen(was: str, now: str, old: Span, new: Span) -> Replaced:
    """The spans with the sign behind them, or before the end of the text the one before, if one of them shows nothing."""
    if not any(all(map(is_unseen, text[one.start : one.end])) for text, one in ((was, old), (now, new))):
        return Replaced(old, new, ("typography",))
    after = 1 if old.end < len(was) and new.end < len(now) else 0
    before = 1 if not after and old.start and new.start else 0
    return Replaced(
        Span(old.start - before, old.end + after), Span(new.start - before, new.end + after), ("typography",)
    )
