"""Pieces of a saved text: lines that were broken only to fit a width are put together again, all others stand alone."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from reading_room.importing.furniture import Furniture, furniture, is_menu
from reading_room.importing.particulars import Particulars, of_line

Line = tuple[int, str]
"""Its number in the source, counted from 1, and what is to be seen of it."""

_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_UNBREAKING = ("\u00a0", "\u202f")
_SENTENCE_END = re.compile(r"[.!?…؟۔。！？।][\"'”’»›)\]\u200e\u200f]*\Z")
_BULLET = re.compile(r"[•▪‣◦●]\s*(?=\S)")
_NARROWEST, _WIDEST = 40, 120
"""Columns that anybody breaks lines at; shorter and longer lines end where their writer ended them."""


@dataclass(slots=True)
class Piece:
    """A line, or several that are one paragraph, and what is found out about it; without a `reason` to go it stays."""

    text: str
    lines: list[Line]
    furniture: Furniture | None = None
    given: Particulars | None = None
    bullet: bool = False
    heading: bool = False
    reason: str = ""

    @property
    def open(self) -> bool:
        """Whether it may still be the article's."""
        return not (self.reason or self.furniture or self.given)

    @property
    def size(self) -> int:
        """Its width in columns: a Chinese or Japanese character says as much as two letters."""
        return len(self.text) + sum(unicodedata.east_asian_width(character) in "WF" for character in self.text[:300])

    @property
    def ends_sentence(self) -> bool:
        return ends_sentence(self.text)

    @property
    def prose(self) -> bool:
        """A sentence or more; without a full stop, as in much Arabic prose, what is too long for a headline."""
        return self.open and (self.size >= 120 or (self.size >= 50 and self.ends_sentence))

    @property
    def long_prose(self) -> bool:
        """Longer than the teasers under the headlines of other stories mostly are."""
        return self.prose and self.size >= 120

    @property
    def headline(self) -> bool:
        """What may be a title: some words, but no more than a title has."""
        words, wide = len(self.text.split()), self.size - len(self.text)
        enough = words >= 3 or (words == 2 and self.size >= 15) or wide >= 6 or self.size >= 24
        return self.open and self.size <= 200 and enough and not is_menu(self.text)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(number for number, _ in self.lines)


def visible(line: str) -> str:
    """A line without what cannot be seen, its white space folded. One space that does not break is the author's; beside
    another space it only holds a page apart."""
    seen = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", line))
    return _SPACE.sub(lambda space: space[0] if space[0] in _UNBREAKING else " ", seen).strip()


def ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text[-12:]))


def pieces(text: str) -> list[Piece]:
    """Every line with anything to see, in exactly one piece."""
    lines = [(number, seen) for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1) if (seen := visible(line))]
    width = _wrapped_at(lines)
    found: list[Piece] = []
    for number, seen in lines:
        last = found[-1] if found else None
        if last and last.lines[-1][0] + 1 == number and last.open and _continues(last.lines[-1][1], seen, width):
            last.lines.append((number, seen))
        else:
            found.append(_piece(number, seen))
    for piece in found:
        if len(piece.lines) > 1:
            breaks = (_at_break(before, line) for (_, before), (_, line) in pairwise(piece.lines))
            rest = (between + line for between, (_, line) in zip(breaks, piece.lines[1:], strict=True))
            piece.text += "".join(rest)
    return found


def _piece(number: int, seen: str) -> Piece:
    text = _BULLET.sub("", seen, count=1) if _BULLET.match(seen) else seen
    given = of_line(text)
    return Piece(text, [(number, seen)], None if given else furniture(text), given, bullet=text != seen)


def _wrapped_at(lines: list[Line]) -> int:
    """The width at which the text's lines were broken, or 0 where each line is a paragraph of its own."""
    inner = [(one, other) for (before, one), (after, other) in pairwise(lines) if before + 1 == after]
    width = max((len(one) for one, _ in inner), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [(one, other) for one, other in inner if len(one) >= 0.75 * width]
    unfinished = [(one, other) for one, other in full if not ends_sentence(one)]
    # A list of headlines is as even as broken lines, but none of its lines begins in the middle of a sentence.
    goes_on = any(other[0].islower() or (not other[0].isupper() and other[0].isalpha()) for _, other in unfinished)
    return width if len(full) >= 2 and len(unfinished) >= 0.6 * len(full) and goes_on else 0


def _continues(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the sentence, or at least the paragraph, of the line just above it."""
    # A line is broken only where the next word has no room any more.
    was_full = width > 0 and len(before) + 1 + len(line.split(maxsplit=1)[0]) > width
    unfinished = not ends_sentence(before)
    if _BULLET.match(line):
        return False
    if was_full and unfinished:
        return True
    if furniture(line) or of_line(line):
        return False
    return was_full or (unfinished and len(before) >= 30 and line[0].islower())


def _at_break(before: str, line: str) -> str:
    """What stands between two lines made one. A hyphen at the break is kept, since it may be the word's own."""
    hyphenated = len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and line[0].islower()
    wide = unicodedata.east_asian_width(before[-1]) in "WF" and unicodedata.east_asian_width(line[0]) in "WF"
    return "" if hyphenated or wide else " "
