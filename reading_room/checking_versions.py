"""What can be wrong in the store of versions: each row by itself, and each with the one before it.

Whoever can write the store or an export can make a history in which nothing contradicts anything: what is found is what does.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby

import msgspec

from reading_room.corpus.versions import Versions
from reading_room.model.article import Article, Passage
from reading_room.model.errors import NotReady
from reading_room.model.keeping import StoredVersion
from reading_room.model.lineage import Carried, Change
from reading_room.model.problem import Problem
from reading_room.model.word_alignment import spelt_alike
from reading_room.permalinks.folding import folded
from reading_room.permalinks.words import NAME

KNOWN_COUNTERS = frozenset([NAME])

_STAYS = frozenset(["kept", "edited", "moved"])
_COMES = frozenset(["inserted", "split"])
_GOES = frozenset(["deleted", "merged"])

Decoded = tuple[tuple[Passage, ...], tuple[Change, ...]]


def check_versions(versions: Versions, remedy: str) -> Iterator[Problem]:
    """Every fault of the store, with the article and the version; `remedy` is what to do about them."""
    name = versions.path.name
    if (fault := versions.fault()) is not None:
        yield Problem(name, 0, fault, remedy)
        return
    if not versions.path.exists():
        return
    try:
        for history, rows in groupby(versions.stored(), key=lambda row: row.history):
            for number, what in _faults(rows):
                yield Problem(name, 0, f"version {number} of “{history}”: {what}", remedy)
    except NotReady as error:  # damaged where the check of the whole file did not look
        yield Problem(name, 0, error.what, remedy)


def _faults(rows: Iterator[StoredVersion]) -> Iterator[tuple[int, str]]:
    """What is wrong in the versions of one article, given in order."""
    before: tuple[Passage, ...] | None = ()
    used: set[str] = set()
    expected = 1
    for row in rows:
        if row.number != expected:
            missing = (
                f"version {expected} is"
                if row.number == expected + 1
                else f"versions {expected} to {row.number - 1} are"
            )
            yield row.number, f"{missing} missing before it"
            before = None  # what its lineage speaks of is not here
        expected = row.number + 1
        if row.counter not in KNOWN_COUNTERS:
            yield row.number, f"its words are counted by “{row.counter}”, which this release does not know"
        decoded = _decoded(row)
        if isinstance(decoded, str):
            yield row.number, decoded
            before = None
            continue
        passages, lineage = decoded
        yield from ((row.number, what) for what in _numbers(passages))
        if before is not None:
            yield from ((row.number, what) for what in _lineage(before, passages, lineage, used))
        before = passages
        used.update(passage.id for passage in passages)


def misfit(before: StoredVersion | None, row: StoredVersion) -> str | None:
    """Why a version cannot be the one that follows another, or the first (None) of its article, as far as the two can tell."""
    decoded = _decoded(row)
    old = _decoded(before) if before else ((), ())
    if isinstance(decoded, str) or isinstance(old, str):
        return decoded if isinstance(decoded, str) else f"the version before it: {old}"
    return next(_lineage(old[0], *decoded, {passage.id for passage in old[0]}), None)


def _decoded(row: StoredVersion) -> Decoded | str:
    """Passages and lineage of a row, or why it cannot be read."""
    try:
        msgspec.json.decode(row.article, type=Article)
        datetime.fromisoformat(row.ingested)
        return (
            msgspec.json.decode(row.passages, type=tuple[Passage, ...]),
            msgspec.json.decode(row.lineage, type=tuple[Change, ...]),
        )
    except (msgspec.MsgspecError, ValueError, TypeError) as error:
        return f"it cannot be read ({error})"


def _numbers(passages: tuple[Passage, ...]) -> Iterator[str]:
    if not passages:
        yield "it has no passages"
    for number, times in Counter(passage.id for passage in passages).items():
        if times > 1:
            yield f"passage {number} stands in it {times} times"


def _lineage(
    before: tuple[Passage, ...], passages: tuple[Passage, ...], lineage: tuple[Change, ...], used: set[str]
) -> Iterator[str]:
    """What the lineage says must be true of the passages before and after, and say it of each of them once."""
    were, are = {passage.id: passage for passage in before}, {passage.id: passage for passage in passages}
    if not used:
        if lineage:
            yield "it is the first, but its lineage speaks of one before it"
        if [passage.id for passage in passages] != [str(place) for place in range(1, len(passages) + 1)]:
            yield "it is the first, but its passages are not numbered 1, 2, 3 in this order"
        return
    said_of_old = Counter(change.passage for change in lineage if change.how in _STAYS | _GOES)
    said_of_new = Counter(change.passage for change in lineage if change.how in _STAYS | _COMES)
    for which, having, said in (("before it", were, said_of_old), ("in it", are, said_of_new)):
        for number in sorted(having.keys() | said.keys()):
            if number not in having:
                yield f"its lineage speaks of passage {number}, which is not {which}"
            elif said[number] != 1:
                yield f"its lineage speaks {'twice' if said[number] else 'not at all'} of passage {number} {which}"
    yield from _order(before, passages, lineage)
    yield from _texts(were, are, lineage)
    for change in lineage:
        if change.how in _COMES and change.passage in used:
            yield f"passage {change.passage} is new in it, but an earlier version had one of that number"
        if change.how == "split" and change.other not in were:
            yield f"passage {change.passage} is said to be cut from {change.other}, which is not before it"
        if change.how == "merged" and change.other not in are:
            yield f"passage {change.passage} is said to be in {change.other}, which is not in it"


def _order(before: tuple[Passage, ...], passages: tuple[Passage, ...], lineage: tuple[Change, ...]) -> Iterator[str]:
    """The lineage goes through the passages in their order, and those that it does not call moved kept theirs."""
    named = [change.passage for change in lineage if change.how in _STAYS | _COMES]
    numbers = [passage.id for passage in passages]
    if named != numbers and sorted(named) == sorted(numbers):
        yield "its lineage has its passages in another order"
    places = {passage.id: place for place, passage in enumerate(before)}
    stayed = [places[one.passage] for one in lineage if one.how in ("kept", "edited") and one.passage in places]
    if stayed != sorted(stayed):
        yield "its lineage says of passages that they stayed in their order, which they did not"


def _texts(were: Mapping[str, Passage], are: Mapping[str, Passage], lineage: tuple[Change, ...]) -> Iterator[str]:
    """A passage that was kept has the text that it had, and words that were carried are the same words, perhaps spelt anew."""
    for change in lineage:
        now = are.get(change.passage)
        if now is None:
            continue
        old = were.get(change.passage)
        if change.how == "kept" and old and old.text != now.text:
            yield f"passage {change.passage} is said to be kept, but has another text than before"
        for origin in sorted({row.origin for row in change.words or () if not _carried(row, were, now)}):
            yield f"words of passage {change.passage} are said to be of passage {origin} before it, which they are not"


def _carried(row: Carried, were: Mapping[str, Passage], now: Passage) -> bool:
    if row.origin not in were or min(row.first, row.here, row.size - 1) < 0:
        return False
    there = folded(were[row.origin].text).keys[row.first : row.first + row.size]
    here = folded(now.text).keys[row.here : row.here + row.size]
    return len(there) == len(here) == row.size and all(map(_is_the_same_word, there, here))


def _is_the_same_word(one: str, other: str) -> bool:
    return one == other or spelt_alike(one, other)
