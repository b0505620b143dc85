"""The stretches that two rows of words have in common: those that `difflib` finds, in a small part of the time.

`difflib.SequenceMatcher` (Ratcliff and Obershelp) takes the longest stretch, then the longest before it and the longest behind it,
and so on; for each it goes through all pairs of equal words again. Here stretches of two words or more are found once, by pairs of
neighbouring words, which are rare. Where none of them is left, single words are left, and the first one is always the next.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

Stretch = tuple[int, int, int]
"""Where it begins in the one row and in the other, and its words."""


def matching(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The stretches in order, none of which touches the next in both rows: `get_matching_blocks` with `autojunk=False`."""
    shared = set(old).intersection(new)
    if not shared:
        return []
    places = _places(new, shared)
    standing = [(at, places[word]) for at, word in enumerate(old) if word in shared]
    found: list[Stretch] = []
    rests = [(0, len(old), 0, len(new), _runs(old, new))]
    while rests:
        begin, end, start, stop, runs = rests.pop()
        if not runs:
            found.extend(_single(standing, begin, end, start, stop))
            continue
        _, first, there, size = min((-run[2], *run) for run in runs)
        found.append((first, there, size))
        if begin < first and start < there:
            rests.append((begin, first, start, there, _before(runs, first, there)))
        first, there = first + size, there + size
        if first < end and there < stop:
            rests.append((first, end, there, stop, _behind(runs, first, there)))
    return joined(sorted(found))


One = TypeVar("One")


def _places(row: Iterable[One], among: set[One]) -> Mapping[One, list[int]]:
    places: dict[One, list[int]] = defaultdict(list)
    for at, one in enumerate(row):
        if one in among:
            places[one].append(at)
    return places


def _runs(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """All stretches of two words and more that go on in no direction."""
    shared = set(pairwise(old)).intersection(pairwise(new))
    if not shared:
        return []
    places = _places(pairwise(new), shared)
    runs: list[Stretch] = []
    open_runs: dict[int, int] = {}
    """Where the stretches that reach `last` begin, by how far apart their words stand in the two rows."""
    last = -1
    for at, pair in enumerate(pairwise(old)):
        if pair not in shared:
            continue
        if at > last:
            runs.extend((begin, begin + apart, last + 1 - begin) for apart, begin in open_runs.items())
            open_runs = {}
        going_on = {place - at: open_runs.pop(place - at, at) for place in places[pair]}
        runs.extend((begin, begin + apart, at + 1 - begin) for apart, begin in open_runs.items())
        open_runs, last = going_on, at + 1
    runs.extend((begin, begin + apart, last + 1 - begin) for apart, begin in open_runs.items())
    return runs


def _before(runs: Iterable[Stretch], end: int, stop: int) -> list[Stretch]:
    """What of the stretches lies before these places, if it is two words or more."""
    return [(first, there, left) for first, there, size in runs if (left := min(size, end - first, stop - there)) > 1]


def _behind(runs: Iterable[Stretch], begin: int, start: int) -> list[Stretch]:
    return [
        (first + cut, there + cut, size - cut)
        for first, there, size in runs
        if size - (cut := max(0, begin - first, start - there)) > 1
    ]


def _single(
    standing: Sequence[tuple[int, Sequence[int]]], begin: int, end: int, start: int, stop: int
) -> Iterator[Stretch]:
    """Where no two words in a row are common: each word that stands behind the one before it, in both rows."""
    for at, places in standing[bisect_left(standing, (begin,)) : bisect_left(standing, (end,))]:
        nearest = bisect_left(places, start)
        if nearest < len(places) and places[nearest] < stop:
            yield at, places[nearest], 1
            start = places[nearest] + 1


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Those that touch in both rows as one; they are in order."""
    found: list[Stretch] = []
    for first, there, size in stretches:
        if found:
            begin, start, length = found[-1]
            if begin + length == first and start + length == there:
                found[-1] = begin, start, length + size
                continue
        found.append((first, there, size))
    return found
