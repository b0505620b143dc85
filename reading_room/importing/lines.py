"""The lines of a saved text: what is to be seen of each, and which were broken only to fit a width."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reading_room.importing.furniture import furniture
from reading_room.importing.particulars import of_line
from reading_room.importing.shapes import ends_sentence, has_sentence_inside

Line = tuple[int, str]
"""Its number in the source, counted from 1, and what is to be seen of it."""

BULLET = re.compile(r"\A(?:[•▪‣◦●]\s*|\*\s+)(?=\S)")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_UNBREAKING = ("\u00a0", "\u202f")
_WORD = re.compile(r"\b[^\W\d_]+\b")
_NARROWEST, _WIDEST = 40, 120
"""Columns that anybody breaks lines at; shorter and longer lines end where their writer ended them."""
_MOST_TITLE_LINES = 3
FEWEST_CUTS = 5
"""Short lines that go on below in the middle of a sentence, from which a text counts as cut at its links."""
_CLOSING = ",.;:!?)]’”»،؛؟"
"""Signs that no line begins with, and that no space stands before."""


def visible(line: str) -> str:
    """A line without what cannot be seen, its white space folded. One space that does not break is the author's; beside
    another space it only holds a page apart."""
    seen = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", line))
    return _SPACE.sub(lambda space: space[0] if space[0] in _UNBREAKING else " ", seen).strip()


def visible_lines(text: str) -> list[Line]:
    """The lines with anything to see."""
    return [(number, seen) for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1) if (seen := visible(line))]


def paragraphs_of_lines(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines, those together that are one paragraph."""
    if _is_cut_at_links(lines):
        yield from _mended_at_links(lines)
        return
    width = _wrapped_at(lines)
    small = _small_words(lines) if width else frozenset()
    together: list[Line] = []
    in_text = False
    for number, seen in lines:
        touches = bool(together) and together[-1][0] + 1 == number
        if touches and _continues(together, seen, width) and (in_text or not _is_title(together, seen, small)):
            together.append((number, seen))
            in_text = in_text or ends_sentence(seen)
        else:
            if together:
                yield together
            together = [(number, seen)]
        in_text = in_text or has_sentence_inside(seen)
    if together:
        yield together


def _is_cut_at_links(lines: Sequence[Line]) -> bool:
    """Whether the text was taken out of a page such that each link, each word in italics has a line of its own."""
    touching = [(one, other) for (before, one), (after, other) in pairwise(lines) if before + 1 == after]
    short = sum(len(one) < _NARROWEST and _goes_on(one, other) for one, other in touching)
    return short >= FEWEST_CUTS and short >= 0.05 * len(touching)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line begins in the middle of the sentence above it."""
    return not ends_sentence(before) and (line[0].islower() or line[0] in _CLOSING)


def _mended_at_links(lines: Sequence[Line]) -> Iterator[list[Line]]:
    together: list[Line] = []
    for place, (number, seen) in enumerate(lines):
        before = together[-1][1] if together and together[-1][0] + 1 == number else ""
        below = lines[place + 1][1] if place + 1 < len(lines) else ""
        # A name that is a link begins with a capital; it stands in a sentence that begins above and goes on below.
        name = len(seen) < _NARROWEST and bool(below) and _goes_on(seen, below)
        between = name and len(before) >= _NARROWEST // 2 and not ends_sentence(before)
        if before and not BULLET.match(seen) and (_goes_on(before, seen) or between):
            together.append((number, seen))
            continue
        if together:
            yield together
        together = [(number, seen)]
    if together:
        yield together


def _small_words(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(word for _, seen in lines for word in _WORD.findall(seen) if word.islower())


def joined(lines: Sequence[Line]) -> str:
    """One paragraph's lines as one line."""
    breaks = (_at_break(before, line) for (_, before), (_, line) in pairwise(lines))
    rest = (between + line for between, (_, line) in zip(breaks, lines[1:], strict=True))
    return lines[0][1] + "".join(rest)


def _wrapped_at(lines: Sequence[Line]) -> int:
    """The width at which the text's lines were broken, or 0 where each line is a paragraph of its own."""
    written = [(number, seen) for number, seen in lines if not _is_rule(seen)]
    inner = [(one, other) for (before, one), (after, other) in pairwise(written) if before + 1 == after]
    fitting = [(one, other) for one, other in inner if len(one) <= _WIDEST]
    width = max((len(one) for one, _ in fitting), default=0)
    if width < _NARROWEST or 10 * len(fitting) < 9 * len(inner):
        return 0
    full = [(one, other) for one, other in fitting if len(one) >= 0.75 * width]
    unfinished = [(one, other) for one, other in full if not ends_sentence(one)]
    # A list of headlines is as even as broken lines, but none of its lines begins in the middle of a sentence.
    goes_on = any(other[0].islower() or (not other[0].isupper() and other[0].isalpha()) for _, other in unfinished)
    return width if len(full) >= 2 and len(unfinished) >= 0.6 * len(full) and goes_on else 0


def _is_rule(line: str) -> bool:
    """Whether a line is drawn, not written."""
    return not any(character.isalnum() for character in line)


def _continues(together: Sequence[Line], line: str, width: int) -> bool:
    """Whether a line goes on with the sentence, or at least the paragraph, of the line just above it."""
    before = together[-1][1]
    if BULLET.match(line) or _is_rule(line) or (len(together) == 1 and _stands_alone(before)):
        return False
    # A line is broken only where the next word has no room any more.
    was_full = 0 < width < len(before) + 1 + len(line.split(maxsplit=1)[0])
    unfinished = not ends_sentence(before)
    if was_full and unfinished:
        return True
    if _stands_alone(line):
        return False
    return was_full or (unfinished and len(before) >= 30 and line[0].islower())


def _stands_alone(line: str) -> bool:
    return bool(of_line(line) or furniture(line))


def _is_title(together: Sequence[Line], line: str, small: frozenset[str]) -> bool:
    """Whether the lines above the first sentence are a title, and the text touches it.

    It does where a byline follows, or where a line begins with a capital that its word has only there: a sentence begins.
    """
    if len(together) > _MOST_TITLE_LINES or any(
        ends_sentence(seen) or has_sentence_inside(seen) for _, seen in together
    ):
        return False
    first = _WORD.match(line)
    return bool(of_line(line)) or bool(first and first[0][0].isupper() and first[0].lower() in small)


def _at_break(before: str, line: str) -> str:
    """What stands between two lines made one. A hyphen at the break is kept, since it may be the word's own."""
    hyphenated = len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and line[0].islower()
    wide = unicodedata.east_asian_width(before[-1]) in "WF" and unicodedata.east_asian_width(line[0]) in "WF"
    return "" if hyphenated or wide or line[0] in _CLOSING else " "
