"""Pieces of a saved text, each a line or a paragraph of several, and what can be told of each by itself."""

import re
from dataclasses import dataclass, field

from reading_room.importing.furniture import Furniture, furniture, is_menu
from reading_room.importing.lines import BULLET, Line, joined, paragraphs_of_lines, visible_lines
from reading_room.importing.particulars import Particulars, of_line
from reading_room.importing.shapes import count_separators, ends_sentence, has_arrows, is_dated

_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd]"
)


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
    size: int = field(init=False)
    """Its width in columns: a Chinese or Japanese character says as much as two letters."""
    words: int = field(init=False)
    """As many as it would have in English: where words are not set apart, eight columns count as one."""
    ends_sentence: bool = field(init=False)

    @classmethod
    def of(cls, text: str, lines: list[Line], *, bullet: bool = False) -> "Piece":
        """With what its words say it is: a line that gives a date or an author is not asked whether it is furniture."""
        given = of_line(text)
        return cls(text, lines, None if given else furniture(text), given, bullet=bullet)

    def __post_init__(self) -> None:
        self.size = len(self.text) + (0 if self.text.isascii() else len(_WIDE.findall(self.text)))
        self.words = max(len(self.text.split()), self.size // 8)
        self.ends_sentence = ends_sentence(self.text)

    @property
    def open(self) -> bool:
        """Whether it may still be the article's."""
        return not (self.reason or self.furniture or self.given)

    @property
    def prose(self) -> bool:
        """A sentence or more, or what introduces a list; without a full stop, as in much Arabic prose, what is too long
        for a headline."""
        introduces = self.size >= 80 and self.text[-1] in ":："
        return self.open and (self.size >= 120 or (self.size >= 40 and self.ends_sentence) or introduces)

    @property
    def long_prose(self) -> bool:
        """Longer than the teasers under the headlines of other stories mostly are."""
        return self.prose and self.size >= 120

    @property
    def headline(self) -> bool:
        """What may be a title: some words, but no more than a title has."""
        words, wide = len(self.text.split()), self.size - len(self.text)
        enough = (words >= 2 and self.size >= 15) or wide >= 6 or self.size >= 24
        links = is_menu(self.text) or count_separators(self.text) >= 2 or has_arrows(self.text)
        return self.open and self.size <= 200 and enough and not links and not is_dated(self.text)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(number for number, _ in self.lines)


def pieces(text: str) -> list[Piece]:
    """Every line with anything to see, in exactly one piece."""
    return [_piece(together) for together in paragraphs_of_lines(visible_lines(text))]


def _piece(lines: list[Line]) -> Piece:
    seen = joined(lines)
    text = BULLET.sub("", seen, count=1)
    return Piece.of(text, lines, bullet=text != seen)
