"""What is read in the sentences of a passage, as the index has it: whose words its words are, and of which days it speaks.

A speaker is known by the words of the name that the text gives: meant is whose name has all the words that are asked for. The
places of a word of a name are the edges of what that speaker says, and so tell what stands in what somebody says.
"""

import calendar
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from reading_room.index.analysis import words
from reading_room.index.places import Places
from reading_room.model.analysis import Sentence
from reading_room.model.query.syntax import A_MONTH
from reading_room.model.results import Span

WIDER = "~"
"""Stands before the days of times that are wider than these, which count less."""


_Run = tuple[int, int]
"""The first of some places, and the first behind them."""


class Told(NamedTuple):
    """What may be marked of a passage, in plain tuples, as the index stores it: code points of its text from and to."""

    named: tuple[tuple[str, int, int], ...] = ()
    """Names of speakers, and where the passage has them."""
    dated: tuple[tuple[int, int, int, int], ...] = ()
    """First and last day of times, as `date.toordinal` counts them, and where the passage says them."""

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Told":
        sentences = tuple(sentences)
        named = dict.fromkeys(
            (said.speaker, said.source.start, said.source.end)
            for sentence in sentences
            for said in sentence.attributions
            if said.kind == "named" and said.source
        )
        dated = (
            (time.first.toordinal(), time.last.toordinal(), time.span.start, time.span.end)
            for sentence in sentences
            for time in sentence.times
            if time.basis != "published" and time.span
        )
        return cls(tuple(named), tuple(dated))


NOTHING_TOLD = Told()


def speakers(sentences: Iterable[Sentence], starts: Sequence[int], language: str) -> Places:
    """By the stems of the words of speakers' names the edges of what they say; `starts` has where the words of the text begin."""
    found: dict[str, set[_Run]] = defaultdict(set)
    for sentence in sentences:
        for said in sentence.attributions:
            if said.kind == "named":
                for stem in {stem for word in words(said.speaker, language) for stem in word.stems}:
                    found[stem].add(_run(said.content, starts))
    return _edges_of_all(found)


def mentioned(sentences: Iterable[Sentence], starts: Sequence[int]) -> Places:
    """By the days of which sentences speak the edges of these sentences."""
    found: dict[str, set[_Run]] = defaultdict(set)
    for sentence in sentences:
        for time in sentence.times:
            if time.basis != "published":
                for days in meeting(time.first, time.last):
                    found[days].add(_run(sentence.span, starts))
    return _edges_of_all(found)


def meeting(first: date, last: date) -> Iterator[str]:
    """The days, months and years that a time meets and is no more than a month longer than; `WIDER` before any less wide."""
    length = last.toordinal() - first.toordinal() + 1
    if length <= 1 + A_MONTH:
        for day in range(first.toordinal(), last.toordinal() + 1):
            yield _term(date.fromordinal(day).isoformat(), inside=length == 1)
    if length <= 31 + A_MONTH:
        for month in range(_month(first), _month(last) + 1):
            year, number = divmod(month, 12)
            if length <= calendar.monthrange(year, number + 1)[1] + A_MONTH:
                yield _term(f"{year:04}-{number + 1:02}", inside=_month(first) == _month(last))
    for year in range(first.year, last.year + 1) if length <= 366 + A_MONTH else ():
        if length <= 365 + calendar.isleap(year) + A_MONTH:
            yield _term(f"{year:04}", inside=first.year == last.year)


def _term(days: str, *, inside: bool) -> str:
    return days if inside else WIDER + days


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _run(span: Span, starts: Sequence[int]) -> _Run:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _edges_of_all(found: Mapping[str, Set[_Run]]) -> Places:
    return {term: places for term, runs in found.items() if (places := edges(runs))}


def edges(runs: Iterable[_Run]) -> list[int]:
    """The first of each run of places, and the first behind it: the tenth part of what all places would take.

    Runs that overlap or touch are one. Their places are not gone through: a sentence may have a hundred thousand.
    """
    found: list[int] = []
    for first, end in sorted(runs):
        if first >= end:
            continue
        if not found or first > found[-1]:
            found += first, end
        else:
            found[-1] = max(found[-1], end)
    return found


def between(edges: Iterable[int]) -> frozenset[int]:
    """All places of the runs that have these edges."""
    ordered = sorted(edges)
    return frozenset(
        place for first, end in zip(ordered[::2], ordered[1::2], strict=True) for place in range(first, end)
    )
