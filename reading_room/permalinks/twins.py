"""Where else in a version the words stand that were found: of a paragraph that was copied, either may be meant."""

from collections.abc import Iterator, Sequence

from reading_room.model.article import Passage
from reading_room.model.resolution import Stretch
from reading_room.permalinks.rows import Place, Row, merged, row

LEAST = 6
"""Words from which it is said that they stand twice; fewer do so all the time, and count only where they are whole passages."""
MOST = 20
"""Places that are given."""


def twins(passages: tuple[Passage, ...], found: Sequence[Stretch]) -> tuple[tuple[Stretch, ...], ...]:
    """The other places of a version that have the same words, whatever their typography, in its order."""
    text = row(passages)
    own = [place for place in merged(text.place(one) for one in found) if place]
    others = (other for place in own for other in _others(text, place) if not any(map(other.overlaps, own)))
    return tuple(text.stretches([place]) for place in sorted(set(others))[:MOST])


def _others(text: Row, place: Place) -> Iterator[Place]:
    for other in text.standing(text.keys[place.start : place.end]):
        if len(place) >= LEAST or (_is_whole(text, place) and _is_whole(text, other)):
            yield other


def _is_whole(text: Row, place: Place) -> bool:
    return text.home(place.start).start == place.start and text.home(place.end - 1).end == place.end
