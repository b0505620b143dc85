"""From a quotation as somebody pasted it to the words of a version that it is, and to the link that leads to them.

It is compared as resolution compares: typography, case and what stands between words do not matter. Words themselves do, and signs
that say something: where an operator, a currency or a unit was pasted no other may stand, and minus signs are a part of figures.
Where the whole does not stand in the version, a sign of omission (`…`, `[…]`, `...`) stands for words that were left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reading_room.model.article import Passage
from reading_room.permalinks.folding import MINUS_SIGNS, fold_typography, folded
from reading_room.permalinks.own_signs import telling
from reading_room.permalinks.parts import MOST_PARTS, TOO_MANY, why_no_quotation
from reading_room.permalinks.rows import Place, Row, merged, row
from reading_room.permalinks.selection import Selection, select_code_points, with_signs

MOST_WORDS = 2_000
"""Of a quotation; a longer one is a whole article."""
MOST_CODE_POINTS = 30_000
"""The same before its words are counted, so that nobody can make the room count for long."""
MOST_PLACES = 20
MOST_TOLD_APART = 200
"""Places that are told apart by their capitals and signs; of more there is no choosing."""
NOT_THERE = "These words do not stand in this version of the article."
OTHER_SIGNS = (
    "These words stand in this version of the article only with another sign of a figure, or another operator, beside or between"
    " them."
)
_OMISSION = re.compile(r"\[\s*(?:…|\.{3})\s*\]|…|\.{3}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The places where a quotation stands, the likeliest first, and which of them is meant, if one is."""

    places: tuple[Selection, ...]
    chosen: Selection | None
    why: str = ""
    """Why there is none to choose, or none at all."""


def find_quotation(passages: tuple[Passage, ...], pasted: str, near: str | None = None) -> Quoted:
    """Where a pasted quotation stands in a version. `near` is the number of the passage in or about which it is."""
    sought = folded(pasted).keys if len(pasted) <= MOST_CODE_POINTS else None
    if sought == ():
        return Quoted((), None, "There is no word in it.")
    if sought is None or len(sought) > MOST_WORDS:
        return Quoted((), None, f"It is longer than {MOST_WORDS} words: link to the article or to its passages.")
    text = row(passages)
    standing = text.standing(sought)
    places = _with_the_same_signs(text, standing, pasted)
    if not places:
        return _in_parts(text, pasted) or Quoted((), None, OTHER_SIGNS if standing else NOT_THERE)
    if len(places) <= MOST_TOLD_APART:
        places = _as_printed(text, places, pasted) or places
    if near in text.position:
        places.sort(key=lambda place: _distance(text, place, text.position[near]))
    found = [(place, selection) for place in places[:MOST_PLACES] if (selection := _selection(text, place))]
    selections = tuple(selection for _, selection in found)
    if len(places) == 1:
        return Quoted(selections, selections[0])
    if near in text.position:
        closest, next_one = (_distance(text, place, text.position[near]) for place in places[:2])
        if closest < next_one:
            return Quoted(selections, selections[0])
    return Quoted(selections, None, f"These words stand in {len(places)} places.")


def _in_parts(text: Row, pasted: str) -> Quoted | None:
    """Where the words before and after each sign of omission stand in this order, as several ranges."""
    parts = [part for part in _OMISSION.split(pasted) if folded(part).keys]
    if len(parts) < 2:
        return None
    if len(parts) > MOST_PARTS:
        return Quoted((), None, TOO_MANY)
    choices = _that_leave_room([_with_the_same_signs(text, text.standing(folded(part).keys), part) for part in parts])
    found = list(islice(_one_after_another(choices), MOST_PLACES + 1))
    joined = [selection for places in found[:MOST_PLACES] if (selection := _joined(text, places))]
    if not joined:
        return None
    faults = [why_no_quotation(text.passages, selection.ranges) for selection in joined]
    selections = tuple(selection for selection, fault in zip(joined, faults, strict=True) if not fault)
    if not selections:
        return Quoted((), None, faults[0])
    if len(found) <= MOST_PLACES and len(selections) == 1:
        return Quoted(selections, selections[0])
    count = f"more than {MOST_PLACES}" if len(found) > MOST_PLACES else str(len(selections))
    return Quoted(selections, None, f"These words stand in this order in {count} ways.")


def _that_leave_room(choices: Sequence[Sequence[Place]]) -> list[list[Place]]:
    """The places of each part behind which all later parts can stand, so that no way to take them leads nowhere."""
    kept: list[list[Place]] = []
    for places in reversed(choices):
        latest = max((place.start for place in kept[-1]), default=-1) if kept else None
        kept.append([place for place in places if latest is None or place.end <= latest])
    return kept[::-1]


def _one_after_another(
    choices: Sequence[Sequence[Place]], after: int = 0, chosen: tuple[Place, ...] = ()
) -> Iterator[tuple[Place, ...]]:
    """Every way to take a place of each of the parts so that none begins before the one before it has ended."""
    if not choices:
        yield chosen
        return
    for place in choices[0]:
        if place.start >= after:
            yield from _one_after_another(choices[1:], place.end, (*chosen, place))


def _joined(text: Row, places: Sequence[Place]) -> Selection | None:
    """The places as one selection. Where two of them touch nothing was left out, whatever was pasted."""
    parts = merged(places)
    found = [selection for place in parts if (selection := _selection(text, place))]
    if len(found) < len(parts):
        return None
    return Selection(
        tuple(one for part in found for one in part.ranges),
        tuple(one for part in found for one in part.stretches),
        tuple(one for part in found for one in part.signed),
    )


def _with_the_same_signs(text: Row, places: Sequence[Place], pasted: str) -> list[Place]:
    """Those of the places that say the same with the signs between and beside their words."""
    wanted, here = telling(pasted), _telling(text.passages)
    first, *between, last = wanted
    said = [at for at, sign in enumerate(wanted[:-1]) if sign and at]
    minus = [at for at, sign in enumerate(wanted[:-1]) if sign.endswith(MINUS_SIGNS)]
    found = []
    for place in places:
        own = here.before[place.start : place.end]
        if (
            own[0].endswith(first)
            and here.before[place.end].startswith(last)
            and (list(own[1:]) == between or all(own[at] == wanted[at] for at in said))
            and here.minus[bisect_left(here.minus, place.start) : bisect_left(here.minus, place.end)]
            == [place.start + at for at in minus]
        ):
            found.append(place)
    return found


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the signs of a version say, by the words of its row."""

    before: tuple[str, ...]
    """Each word, and behind the last one."""
    minus: list[int]
    """Words of which it ends with a minus sign."""


@lru_cache(maxsize=64)
def _telling(passages: tuple[Passage, ...]) -> _Telling:
    found, behind = [], ""
    for passage in passages:
        *before, last = telling(passage.text)
        if before:
            found += [behind + before[0], *before[1:]]
            behind = ""
        behind += last
    found.append(behind)
    return _Telling(tuple(found), [at for at, sign in enumerate(found) if sign.endswith(MINUS_SIGNS)])


def _as_printed(text: Row, places: Sequence[Place], pasted: str) -> list[Place]:
    """Those of the places that also have the capitals and the signs between words that were pasted."""
    wanted = fold_typography(pasted)

    def printed(place: Place) -> Iterator[str]:
        stretches = text.stretches([place])
        for parts in (with_signs(text.passages, stretches), stretches):  # without the signs, older links were copied
            yield fold_typography(" ".join(one.text for one in parts))

    return [place for place in places if any(one in wanted for one in printed(place))]


def _distance(text: Row, place: Place, position: int) -> int:
    return min(abs(text.passage_at(word) - position) for word in (place.start, place.end - 1))


def _selection(text: Row, place: Place) -> Selection | None:
    stretches = text.stretches([place])
    first, last = stretches[0], stretches[-1]
    return select_code_points(text.passages, (first.passage, first.start), (last.passage, last.end))
