"""The first witness: follows a passage through the stored lineage, and the words within it."""

from collections.abc import Iterable, Mapping, Sequence

from reading_room.model.lineage import Change
from reading_room.permalinks.alignment import align
from reading_room.permalinks.following import Followed, follow
from reading_room.permalinks.rows import Place, Row

Heirs = Mapping[str, tuple[str, ...]]
"""Of each passage of a version, the passages of a later one that have its words."""


def heirs_over(steps: Iterable[Iterable[Change]], passages: Iterable[str]) -> Heirs:
    """What the lineage of all versions in between says of some passages, step by step.

    A passage keeps its number for life, so that only those need a thought that were deleted, merged or cut.
    """
    heirs: dict[str, tuple[str, ...]] = {passage: (passage,) for passage in passages}
    holding: dict[str, set[str]] = {passage: {passage} for passage in heirs}
    """Of each passage that is an heir now, whose."""
    for changes in steps:
        for one, found in _partings(changes).items():
            for origin in holding.pop(one, ()):
                heirs[origin] = tuple(
                    dict.fromkeys(new for old in heirs[origin] for new in (found if old == one else (old,)))
                )
                for new in found:
                    holding.setdefault(new, set()).add(origin)
    return heirs


def _partings(changes: Iterable[Change]) -> dict[str, list[str]]:
    """The passages that did not simply go on under their number, with those that have their words in the next version."""
    found: dict[str, list[str]] = {}
    for change in changes:
        if change.how == "deleted":
            found[change.passage] = []
        elif change.how == "merged" and change.other:
            found[change.passage] = [change.other]
        elif change.how == "split" and change.other:
            found.setdefault(change.other, [change.other]).append(change.passage)
    return found


def moved_over(steps: Iterable[Sequence[Change]]) -> frozenset[str]:
    """The passages that were moved by any of these steps."""
    return frozenset(change.passage for changes in steps for change in changes if change.how == "moved")


def trace(before: Row, now: Row, heirs: Heirs, quote: Place) -> Followed:
    """Where the lineage has a quotation, among the words of the heirs of its passages."""
    positions = range(before.passage_at(quote.start), before.passage_at(quote.end - 1) + 1)
    return follow(before, now, quote, same_words(before, now, positions, heirs))


def same_words(before: Row, now: Row, positions: Iterable[int], heirs: Heirs) -> dict[int, int]:
    """Which word of the row before is which word now, for the words of some passages."""
    same: dict[int, int] = {}
    for position in positions:
        own = before.of_passage(position)
        found = sorted(
            now.position[heir] for heir in heirs.get(before.passages[position].id, ()) if heir in now.position
        )
        there = [word for heir in found for word in range(now.of_passage(heir).start, now.of_passage(heir).end)]
        aligned = align(before.keys[own.start : own.end], [now.keys[word] for word in there])
        same.update((own.start + word, there[at]) for word, at in enumerate(aligned) if at is not None)
    return same


def other_words(before: Row, now: Row, heirs: Heirs, quote: Place, place: Place) -> float:
    """The share of what stands in a place now that stood elsewhere before, and not in the quotation, as the lineage has it."""
    there = {now.passages[now.passage_at(word)].id for word in range(place.start, place.end)}
    origins = [at for at, passage in enumerate(before.passages) if there & set(heirs.get(passage.id, ()))]
    others = {
        at
        for word, at in same_words(before, now, origins, heirs).items()
        if not quote.start <= word < quote.end and place.start <= at < place.end
    }
    return len(others) / len(place)
