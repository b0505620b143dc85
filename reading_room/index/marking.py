"""What of a text a query matched: spans of code points, found by our own walk over the stored text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from reading_room.index.analysis import Token, known_by, primary, spelled, words
from reading_room.index.naming import Named, Naming
from reading_room.index.places import close_by, in_a_row
from reading_room.index.sought import Sought, sought
from reading_room.index.stemming import keeps_its_first_letter
from reading_room.index.told import NOTHING_TOLD, WIDER, Told, meeting
from reading_room.model.query import Address, All, Any, Clause, Field, Mentions, Not, Speaker, Title, Word
from reading_room.model.results import Span

BEST_PART = 400
"""Code points within which the best part of a passage stands: fewer than a list of results shows, so that it has surroundings."""

Slotted = tuple[int, int]
"""One of what is wanted, by its number, and which of its slots."""
_UNSEEN: tuple[Slotted, ...] = ((-1, -1),)


@dataclass(frozen=True, slots=True)
class Marker:
    """Marks what one query wants: a phrase as one, the words that are near each other each for itself, and words in every form that
    was looked for. What a title must have is marked in titles alone. Of a speaker the name is marked, of days the words that
    say them, where the passage has these."""

    everywhere: tuple[Sought, ...]
    in_titles: tuple[Sought, ...]
    speakers: tuple[Sought, ...]
    days: tuple[str, ...]
    _fitting: dict[str, dict[str, tuple[Slotted, ...] | None]] = field(
        default_factory=lambda: defaultdict(dict), compare=False, repr=False
    )
    """By language and word, so that a word is looked at once for a page: the passages of one have mostly the same words."""

    @classmethod
    def of(cls, clause: Clause | None, naming: Naming, languages: frozenset[str]) -> "Marker":
        everywhere: dict[Sought, None] = {}
        in_titles: dict[Sought, None] = {}
        speakers: dict[Sought, None] = {}
        days: dict[str, None] = {}

        def take(clause: Clause | Named | None) -> None:
            match clause:
                case None | Not() | Field():
                    pass
                case Named(parts, _, others, of_titles):
                    marked = in_titles if of_titles else everywhere
                    marked.update(dict.fromkeys(filter(None, (sought(word, languages) for word in parts))))
                    marked.update(dict.fromkeys(other.sought for other in others))
                case Any(clauses) | All(clauses):
                    for part in naming.parts(clauses):
                        take(part)
                case Title(term):
                    if found := sought(term, languages):
                        in_titles[found] = None
                case Speaker(name):
                    if found := sought(Word(name), languages):
                        speakers[found] = None
                    if named := naming.of_speaker(name):
                        speakers.update(dict.fromkeys(other.sought for other in named.others))
                case Mentions(asked):
                    days[asked] = None
                case Address(text):
                    take(Word(text))
                case _:
                    if found := sought(clause, languages):
                        everywhere[found] = None

        for part in naming.parts((clause,)) if clause else ():
            take(part)
        return cls(tuple(everywhere), tuple(in_titles), tuple(speakers), tuple(days))

    def spans(self, text: str, language: str, *, title: bool = False, told: Told = NOTHING_TOLD) -> tuple[Span, ...]:
        """Where a text in this language has what is wanted; `told` is what is read in it. In order, never overlapping."""
        found = sorted((*self._found(text, language, title=title), *self._told(told, language)))
        return tuple(_joined(span for span, _ in found))

    def spans_and_best(
        self, text: str, language: str, told: Told = NOTHING_TOLD
    ) -> tuple[tuple[Span, ...], Span | None]:
        """The same, and the part of the text that has most of what is wanted close together, then most places of it."""
        found = sorted((*self._found(text, language), *self._told(told, language)))
        return tuple(_joined(span for span, _ in found)), _best(found)

    def _told(self, told: Told, language: str) -> Iterator[tuple[Span, int]]:
        """Each place that names a speaker or days that are wanted, with a number of which it is that no words have."""
        for name, start, end in told.named if self.speakers else ():
            tokens = list(words(name, primary(language)))
            for which, one in enumerate(self.speakers):
                if all(any(one.stands(slot, token) for token in tokens) for slot in one.slots):
                    yield Span(start, end), -1 - which
        for first, last, start, end in told.dated if self.days else ():
            met = set(meeting(date.fromordinal(first), date.fromordinal(last)))
            for which, days in enumerate(self.days, start=len(self.speakers)):
                if days in met or WIDER + days in met:
                    yield Span(start, end), -1 - which

    def _found(self, text: str, language: str, *, title: bool = False) -> list[tuple[Span, int]]:
        """Each place with the number of what stands there, in order."""
        wanted = (*self.everywhere, *self.in_titles) if title else self.everywhere
        if not wanted:
            return []
        tokens: list[re.Match[str]] = []
        places: dict[Slotted, list[int]] = defaultdict(list)
        language = primary(language)
        fitting, first_letters = self._fitting[language], self._first_letters()
        for match in spelled(text):
            word = match[0]
            if (slots := fitting.get(word, _UNSEEN)) is _UNSEEN:
                other = (
                    first_letters and keeps_its_first_letter(word, language) and word[0].lower() not in first_letters
                )
                slots = fitting[word] = () if other else self._fits(known_by(match, language))
            if slots is not None:
                for slotted in slots:
                    places[slotted].append(len(tokens))
                tokens.append(match)
        return sorted(
            (span, which)
            for which, one in enumerate(wanted)
            for span in _found(one, [places[which, at] for at in range(len(one.slots))], tokens)
        )

    def _first_letters(self) -> frozenset[str]:
        """The letters that what is wanted begins with, so that few words of a text need to be cut; none where it may be any."""
        slots = [slot for one in (*self.everywhere, *self.in_titles) for slot in one.slots]
        if any(slot.like for slot in slots):
            return frozenset()
        return frozenset(text[:1] for slot in slots for text in (*slot.terms, slot.begins))

    def _fits(self, token: Token | None) -> "tuple[Slotted, ...] | None":
        """Where in what is wanted a word may stand; None if it is none."""
        if token is None:
            return None
        return tuple(
            (which, at)
            for which, one in enumerate((*self.everywhere, *self.in_titles))
            for at, slot in enumerate(one.slots)
            if one.stands(slot, token)
        )


def _best(found: list[tuple[Span, int]]) -> Span | None:
    best, most, first = None, (0, 0), 0
    for last, (span, _) in enumerate(found):
        while found[first][0].start < span.end - BEST_PART and first < last:
            first += 1
        part = found[first : last + 1]
        if (much := (len({which for _, which in part}), len(part))) > most:
            best, most = Span(part[0][0].start, max(one.end for one, _ in part)), much
    return best


def _found(wanted: Sought, places: list[list[int]], tokens: list[re.Match[str]]) -> Iterator[Span]:
    """`places` has for each slot the tokens that may stand there."""
    if not all(places):
        return
    if wanted.between is None:
        for first in in_a_row(places):
            yield Span(tokens[first].start(), tokens[first + len(places) - 1].end())
    else:
        for first, last in close_by(places, wanted.between):
            for place in {place for found in places for place in found if first <= place <= last}:
                yield Span(tokens[place].start(), tokens[place].end())


def _joined(found: Iterable[Span]) -> Iterator[Span]:
    """Overlapping spans as one."""
    last: Span | None = None
    for span in found:
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
        else:
            if last:
                yield last
            last = span
    if last:
        yield last
