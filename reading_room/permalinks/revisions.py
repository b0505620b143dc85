"""What changed between two versions of an article: passages laid side by side by their lineage, and compared word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise

from reading_room.model.article import Article, Passage, Version
from reading_room.model.lineage import Change
from reading_room.model.results import Span
from reading_room.model.revision import Particular, PassageRevision, Pointer, Revised, Revising, Revision, RevisionRow
from reading_room.permalinks.differences import moved as moved_between
from reading_room.permalinks.differences import pointed_out, replaced
from reading_room.permalinks.lineage import longest_rising
from reading_room.permalinks.rows import Row, row
from reading_room.permalinks.tracing import heirs_over
from reading_room.permalinks.words import words

NO_PARTICULARS = frozenset({"slug", "accounts"})
"""Fields of an article that no version is made for: its name in the room, and the events that the keeper ties it to."""
KEPT = 128
"""Comparisons that are kept at hand: more than a history has steps, which it asks for in order each time."""
_BETWEEN = "\n"


@lru_cache(maxsize=KEPT)
def revise(before: Version, after: Version, steps: tuple[tuple[Change, ...], ...]) -> Revision:
    """Compare two versions. `steps` is the lineage of every version after the older one up to the newer one.

    What was compared is kept at hand: versions never change.
    """
    rows = tuple(_rows(before.passages, after.passages, steps, after.article.language))
    shown = [row for row in rows if isinstance(row, PassageRevision)]
    return Revision(
        before,
        after,
        rows,
        tuple(_particulars(before.article, after.article)),
        words_added=sum(_words_in(one) for row in shown for one in row.now),
        words_removed=sum(_words_in(one) for row in shown for one in row.was),
    )


@dataclass(frozen=True, slots=True)
class _Kin:
    """Positions of passages of the older version, and of those that have their words in the newer one, each in order."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def _rows(
    before: Sequence[Passage], after: Sequence[Passage], steps: Sequence[Sequence[Change]], language: str
) -> Iterator[RevisionRow]:
    """Both versions read together: between two passages that kept their order, first what only the older one has there."""
    kin = _kin(before, after, steps)
    places = {one: _place(one, before, after) for one in kin if one.old and one.new}
    in_order = set(longest_rising(sorted(places.values())))
    rows = {
        one: _revision(
            [before[at] for at in one.old],
            [after[at] for at in one.new],
            language,
            (row(tuple(before)), row(tuple(after))),
            moved=one in places and places[one] not in in_order,
        )
        for one in kin
    }
    of_old = {at: one for one in kin for at in one.old}
    of_new = {at: one for one in kin for at in one.new}

    def at_old(at: int) -> Iterator[RevisionRow]:
        one = of_old[at]
        if not one.new:
            yield rows[one]
        elif rows[one].moved or not _touches(one.old, places[one][1], at):
            yield Pointer(before[at].id, False, rows[one])

    def at_new(at: int) -> Iterator[RevisionRow]:
        one = of_new[at]
        if not one.old or places[one][0] == at:
            yield rows[one]
        elif not _touches(one.new, places[one][0], at):
            yield Pointer(after[at].id, True, rows[one])

    for (new, old), (next_new, next_old) in pairwise([(-1, -1), *sorted(in_order), (len(after), len(before))]):
        if new >= 0:
            yield from at_new(new)
        for at in range(old + 1, next_old):
            yield from at_old(at)
        for at in range(new + 1, next_new):
            yield from at_new(at)


def _kin(before: Sequence[Passage], after: Sequence[Passage], steps: Sequence[Sequence[Change]]) -> list[_Kin]:
    """Which passages belong together, as the lineage has it over all versions in between."""
    heirs = heirs_over(steps, [passage.id for passage in before])
    position = {passage.id: at for at, passage in enumerate(after)}
    home: dict[int, _Kin] = {}
    alone: list[_Kin] = []
    for at, passage in enumerate(before):
        targets = {position[heir] for heir in heirs[passage.id] if heir in position}
        joined = {home[target] for target in targets if target in home}
        old = sorted({at}.union(*(one.old for one in joined)))
        new = sorted(targets.union(*(one.new for one in joined)))
        one = _Kin(tuple(old), tuple(new))
        home.update(dict.fromkeys(new, one))
        if not new:
            alone.append(one)
    alone.extend(_Kin((), (at,)) for at in range(len(after)) if at not in home)
    return [*dict.fromkeys(home.values()), *alone]


def _place(kin: _Kin, before: Sequence[Passage], after: Sequence[Passage]) -> tuple[int, int]:
    """Where a row stands in the newer and in the older version: with a passage that is in both, if there is one."""
    old = {before[at].id: at for at in kin.old}
    return next(((at, old[after[at].id]) for at in kin.new if after[at].id in old), (kin.new[0], kin.old[0]))


def _touches(members: Sequence[int], place: int, at: int) -> bool:
    """Whether nothing but passages of the same row stands between a passage and the row's place."""
    between = range(min(place, at), max(place, at) + 1)
    return all(position in members for position in between)


def _revision(
    was: Sequence[Passage], now: Sequence[Passage], language: str, versions: tuple[Row, Row], *, moved: bool
) -> PassageRevision:
    if not was or not now:
        return PassageRevision("deleted" if was else "inserted", _whole(was), _whole(now))
    old, new = (_BETWEEN.join(one.text for one in side) for side in (was, now))
    apart = moved_between(old, new, *versions, language)
    changes = [one for one in replaced(old, new, language, apart) if one.kinds != ("typography",)]
    return PassageRevision(
        _how(was, now, changed=bool(changes)),
        tuple(_cut(was, [one.was for one in changes])),
        tuple(_cut(now, [one.now for one in changes])),
        moved,
        pointed_out(old, new, language, moved=apart) if changes else (),
    )


def _whole(passages: Sequence[Passage]) -> tuple[Revised, ...]:
    """Passages that the other version has nothing of."""
    return tuple(Revised(one, (Span(0, len(one.text)),)) for one in passages)


def _how(was: Sequence[Passage], now: Sequence[Passage], *, changed: bool) -> Revising:
    if len(was) > 1 and len(now) > 1:
        return "regrouped"
    if len(was) > 1 or len(now) > 1:
        return "split" if len(now) > 1 else "merged"
    if changed:
        return "edited"
    if was[0].text != now[0].text:
        return "typography"
    return "kept" if was[0].block == now[0].block else "markup"


def _cut(passages: Sequence[Passage], spans: Sequence[Span]) -> Iterator[Revised]:
    """Spans of the texts of several passages, one after the other, as spans of each."""
    begin = 0
    for passage in passages:
        end = begin + len(passage.text)
        inside = [(max(span.start, begin), min(span.end, end)) for span in spans]
        yield Revised(passage, tuple(Span(start - begin, stop - begin) for start, stop in inside if start < stop))
        begin = end + len(_BETWEEN)


def _words_in(one: Revised) -> int:
    return sum(len(words(one.passage.text[span.start : span.end])) for span in one.changed)


def _particulars(was: Article, now: Article) -> Iterator[Particular]:
    for field in fields(Article):
        old, new = getattr(was, field.name), getattr(now, field.name)
        if field.name not in NO_PARTICULARS and old != new:
            yield Particular(field.name, old, new)
