"""Whether words stand in a row or near each other, from the places where each stands. Searching and marking both ask here."""

from collections.abc import Collection, Iterator, Sequence

Places = dict[str, list[int]]
"""Where in a text each term stands, counted in words from 0."""


def in_a_row(places: Sequence[Collection[int]]) -> set[int]:
    """The places at which the first of the words stands with all others behind it, one after the other."""
    starts = set(places[0])
    for step, later in enumerate(places[1:], start=1):
        starts &= {place - step for place in later}
        if not starts:
            break
    return starts


def close_by(places: Sequence[Collection[int]], between: int) -> Iterator[tuple[int, int]]:
    """First and last place of each stretch that has all of the words with no more than `between` others among them.

    Of stretches within stretches the inner one.
    """
    longest = len(places) + between
    events = sorted((place, word) for word, found in enumerate(places) for place in found)
    have = [0] * len(places)
    missing, first = len(places), 0
    for place, word in events:
        missing -= not have[word]
        have[word] += 1
        while have[events[first][1]] > 1 or place - events[first][0] >= longest:
            have[events[first][1]] -= 1
            missing += not have[events[first][1]]
            first += 1
        if not missing:
            yield events[first][0], place
