"""The stretches that two rows of words have in common: those that `difflib` finds, in a small part of the time.

`difflib.SequenceMatcher` (Ratcliff and Obershelp) takes the longest stretch, then the longest before it and the longest behind it,
and so on; for each it goes through all pairs of equal words again. Here stretches of two words or more are found once, by pairs of
neighbouring words, which are rare. Where none of them is left, single words are left, and the first one is always the next.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
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
    longer = _chosen(_runs(old, new))
    found = longer[:]
    for (first, there, size), (end, stop, _) in pairwise([(0, 0, 0), *longer, (len(old), len(new), 0)]):
        found.extend(_single(standing, first + size, end, there + size, stop))
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


def _chosen(runs: Iterable[Stretch]) -> list[Stretch]:
    """The longest stretch, then of what is left before and behind those that were taken the longest, in order of the rows."""
    waiting = [(-size, first, there) for first, there, size in runs]
    heapify(waiting)
    taken: list[Stretch] = []
    while waiting:
        negative, first, there = heappop(waiting)
        size, at = -negative, bisect_left(taken, (first + 1,))
        begin, end, again = 0, size, size
        for one, other, length in taken[at - 1 : at] if at else ():
            begin = max(0, one + length - first, other + length - there)
        for one, other, length in taken[at : at + 1]:
            end = max(0, min(size, one - first, other - there))
            again = max(begin, one + length - first, other + length - there)
        if (begin, end) == (0, size):
            taken.insert(at, (first, there, size))
            continue
        for part, stop in ((begin, end), (again, size)):
            if stop - part > 1:
                heappush(waiting, (part - stop, first + part, there + part))
    return taken


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
