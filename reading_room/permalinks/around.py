"""What stands around a quotation in the sentences that it is from, and how that changed: “it is not true that” denies it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reading_room.model.article import Passage
from reading_room.model.languages import UNKNOWN
from reading_room.model.resolution import Pointed, Replaced, Stretch, WordChange
from reading_room.model.results import Span
from reading_room.model.sentences import sentences
from reading_room.permalinks.differences import moved, pointed_out, replaced
from reading_room.permalinks.folding import fold_typography
from reading_room.permalinks.rows import row
from reading_room.permalinks.selection import LEFT_OUT, with_own_signs
from reading_room.permalinks.words import words


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the sentences that a quotation is from: words of it, or what stands before, between or behind them."""

    text: str
    quoted: bool


Frame = tuple[Part, ...]
"""The sentences that a quotation is from, in its order."""


def frame(passages: Sequence[Passage], stretches: Sequence[Stretch]) -> Frame:
    """The sentences that some words of a version are from, each once. What adjoins the words as a sign of them is theirs."""
    texts = {passage.id: passage.text for passage in passages}
    touched: dict[tuple[str, Span], list[Span]] = {}
    for one in with_own_signs(passages, stretches):
        for sentence in sentences(texts[one.passage]):
            if sentence.start < one.end and one.start < sentence.end:
                inside = Span(max(one.start, sentence.start), min(one.end, sentence.end))
                touched.setdefault((one.passage, sentence), []).append(inside)
    parts: list[Part] = []
    for (passage, sentence), quoted in touched.items():
        if parts:
            parts.append(Part(" ", quoted=False))
        parts.extend(_parts(texts[passage], sentence, sorted(quoted, key=lambda one: one.start)))
    return tuple(_joined(parts))


def _parts(text: str, sentence: Span, quoted: Sequence[Span]) -> Iterator[Part]:
    end = sentence.start
    for one in quoted:
        yield Part(text[end : one.start], quoted=False)
        yield Part(text[max(end, one.start) : one.end], quoted=True)
        end = max(end, one.end)
    yield Part(text[end : sentence.end], quoted=False)


def _joined(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts with those of the quotation made one that only signs part."""
    found: list[Part] = []
    for part in (one for one in parts if one.text):
        if found and found[-1].quoted == part.quoted:
            found[-1] = Part(found[-1].text + part.text, part.quoted)
        elif part.quoted and len(found) > 1 and not words(found[-1].text):
            signs = found.pop()
            found[-1] = Part(found[-1].text + signs.text + part.text, quoted=True)
        else:
            found.append(part)
    return iter(found)


@dataclass(frozen=True, slots=True)
class Around:
    """The sentences around a quotation in two versions, and where they changed."""

    was: Frame
    now: Frame
    changed: tuple[Replaced, ...]
    """In the sentences as they stand, and outside of the words themselves."""
    pointed: tuple[Pointed, ...]

    @property
    def changes(self) -> tuple[WordChange, ...]:
        return tuple(
            WordChange(_written(self.was, one.was), _written(self.now, one.now), one.kinds) for one in self.changed
        )


def around(
    before: tuple[Passage, ...],
    quotation: Sequence[Stretch],
    after: tuple[Passage, ...],
    found: Sequence[Stretch],
    language: str = UNKNOWN,
) -> Around | None:
    """How the sentences around a quotation changed; None where they did not, or in their typography alone.

    What stands before the words is compared with what stands before them, and what stands behind with what stands behind. What came
    from the words themselves, or went there, was not added or taken out around them.
    """
    if _in_passages(before, quotation) == _in_passages(after, found):
        return None
    was, now = frame(before, quotation), frame(after, found)
    sides = _outside(was), _outside(now)
    if len(sides[0]) != len(sides[1]):
        sides = _all_of_it(sides[0]), _all_of_it(sides[1])
    changed: list[Replaced] = []
    pointed: list[Pointed] = []
    for at, (old, new) in enumerate(zip(*sides, strict=True)):
        if fold_typography(old.text) == fold_typography(new.text):
            continue
        beside = (
            "\n".join([_quoted(was), *(one.text for other, one in enumerate(sides[0]) if other != at)]),
            "\n".join([_quoted(now), *(one.text for other, one in enumerate(sides[1]) if other != at)]),
        )
        apart = moved(old.text, new.text, row(before), row(after), language)
        differing = replaced(old.text, new.text, language, apart, beside)
        changed.extend(
            Replaced(old.place(one.was), new.place(one.now), one.kinds)
            for one in differing
            if one.kinds != ("typography",)
        )
        pointed.extend(pointed_out(old.text, new.text, language, beside, apart))
    return Around(was, now, tuple(changed), tuple(pointed)) if changed else None


def _in_passages(passages: Sequence[Passage], stretches: Sequence[Stretch]) -> list[tuple[str, int, int]]:
    """Where words stand in which texts: most quotations stand as they stood, and in the passage that they stood in."""
    texts = {passage.id: passage.text for passage in passages}
    return [(texts[one.passage], one.start, one.end) for one in stretches]


@dataclass(frozen=True, slots=True)
class _Outside:
    """What stands outside of the quotation in one place or in all, with where each code point of it stands in the sentences."""

    text: str
    places: tuple[int, ...]

    def place(self, span: Span) -> Span:
        if span.start == span.end:
            at = self.places[span.start] if span.start < len(self.places) else self.places[-1] + 1 if self.places else 0
            return Span(at, at)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def _outside(parts: Frame) -> tuple[_Outside, ...]:
    """What stands before the first of the words, between them, and behind the last."""
    found, at = [_Outside("", ())], 0
    for part in parts:
        if part.quoted:
            found.append(_Outside("", ()))
        else:
            found[-1] = _Outside(part.text, tuple(range(at, at + len(part.text))))
        at += len(part.text)
    return tuple(found)


def _all_of_it(parts: Sequence[_Outside]) -> tuple[_Outside, ...]:
    return (_Outside("".join(one.text for one in parts), tuple(at for one in parts for at in one.places)),)


def _quoted(parts: Frame) -> str:
    return "\n".join(one.text for one in parts if one.quoted)


def _written(parts: Frame, span: Span) -> str:
    """What stands in a part of the sentences, without the words themselves where it reaches over them."""
    found, at = [], 0
    for part in parts:
        start, end = max(span.start, at), min(span.end, at + len(part.text))
        if start < end and not part.quoted:
            found.append(part.text[start - at : end - at].strip())
        at += len(part.text)
    return f" {LEFT_OUT} ".join(found)
