"""Which texts of many to compare at all: a small sketch of each tells which may be the same text as another.

A sketch has, of every eight neighbouring runs of a text, the one with the smallest hash (winnowing: Schleimer, Wilkerson and Aiken,
Local algorithms for document fingerprinting, 2003). Which run that is depends on the words around it alone, so a short text that
stands in a long one picks the same runs there, and any 15 words in a row that two texts share give their sketches a hash in common.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

from reading_room.model.wording import FEWEST_SHARED, ordered_runs

WINDOW = 8
"""Neighbouring runs of which a sketch has one."""
SHARED = 0.25
"""The share of the smaller of two sketches from which the texts are compared themselves."""
MOST_WITH_A_MARK = 100
"""Texts that a mark may stand in: one that stands in more is of a standing note or a form, and tells nothing."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Some of the runs of a text, as hashes (marks) of 32 bits in ascending order, packed."""

    packed: bytes = b""

    def __len__(self) -> int:
        return len(self.packed) // 4

    @property
    def marks(self) -> tuple[int, ...]:
        return struct.unpack(f"<{len(self)}I", self.packed)


Sketches = Mapping[str, Sketch]


def sketch(paragraphs: Iterable[str]) -> Sketch:
    """The sketch of a text; an empty one where the text is too short to be told from others."""
    hashes = [zlib.crc32(run.encode()) for run in ordered_runs(paragraphs)]
    if len(set(hashes)) < FEWEST_SHARED:
        return Sketch()
    marks = sorted({min(hashes[start : start + WINDOW]) for start in range(len(hashes) - WINDOW + 1)})
    return Sketch(struct.pack(f"<{len(marks)}I", *marks))


def candidates(sketches: Sketches, fresh: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """The pairs of texts that may be the same as far as their sketches tell, one of them `fresh` at least. Each pair once."""
    having = _having(sketches, _marks(sketches, fresh))
    for slug in sorted(fresh):
        marks = sketches[slug].marks
        shared = Counter(other for mark in marks for other in having.get(mark, ()))
        for other, count in sorted(shared.items()):
            met_before = other in fresh and other <= slug
            if not met_before and count >= SHARED * min(len(marks), len(sketches[other])):
                yield (slug, other) if slug < other else (other, slug)


def unsettled(before: Sketches, now: Sketches, changed: AbstractSet[str]) -> AbstractSet[str]:
    """The texts whose candidates may be others since some were changed, added or taken away.

    They are those themselves, and the ones with a mark that has become too common by the change, or is so no more.
    """
    if not changed or now.keys() <= changed:
        return changed & now.keys()
    touched = _marks(before, changed) | _marks(now, changed)
    were, are = (
        Counter(m for one in sketches.values() for m in one.marks if m in touched) for sketches in (before, now)
    )
    turned = {mark for mark in touched if (were[mark] > MOST_WITH_A_MARK) != (are[mark] > MOST_WITH_A_MARK)}
    others = {slug for slug, sketch in now.items() if not turned.isdisjoint(sketch.marks)} if turned else set()
    return (changed & now.keys()) | others


def _marks(sketches: Sketches, slugs: AbstractSet[str]) -> set[int]:
    return {mark for slug in slugs & sketches.keys() for mark in sketches[slug].marks}


def _having(sketches: Sketches, wanted: AbstractSet[int]) -> dict[int, list[str]]:
    """The texts that have each of the wanted marks, where they are more than one and the mark is not too common."""
    slugs = list(sketches)
    places = sorted(
        mark << 32 | number for number, slug in enumerate(slugs) for mark in sketches[slug].marks if mark in wanted
    )  # sorted whole numbers take a third of the memory of a dictionary of lists
    having = {}
    for mark, together in groupby(places, key=lambda place: place >> 32):
        texts = [slugs[place & 0xFFFFFFFF] for place in together]
        if 1 < len(texts) <= MOST_WITH_A_MARK:
            having[mark] = texts
    return having
