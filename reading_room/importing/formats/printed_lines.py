"""Lines of print as a text again: what every page repeats left out, divided words and broken lines whole."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace

from reading_room.importing.boundaries import find_title
from reading_room.importing.furniture import furniture
from reading_room.importing.lines import joined, visible
from reading_room.importing.particulars import of_line
from reading_room.importing.parts import Dropped
from reading_room.importing.phrases import folded
from reading_room.importing.pieces import pieces
from reading_room.importing.shapes import ends_sentence

EDGE = 3
"""Lines at the top and at the bottom of a page that may be its head and foot."""
LONGEST_TITLE = 4
"""Lines that a title is printed in."""
FULL = 0.85
"""Of the width of most lines, what a line and the next word take that stand in running text: letters are not alike wide."""

_FIGURES = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,30})([-\u2010\u00ad])\Z")
_WORDS = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_JOINED_LETTERS = re.compile(r"[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]+")
_BULLET = re.compile(r"[•▪‣◦●–—-]\s")
_BROWSERS_FOOT = re.compile(r"(?P<address>(?:https?|file)://\S+)\s+\d+\s?/\s?\d+\Z")
_BROWSERS_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d\d\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is to be read, and the lines of the source that it was made of."""

    numbers: tuple[int, ...]
    text: str


def spelt_out(text: str) -> str:
    """Letters for the shapes that print gives them: `fl` for one sign, an Arabic letter for its form within a word."""
    return _JOINED_LETTERS.sub(lambda shapes: unicodedata.normalize("NFKC", shapes[0]), text)


def browsers_address(pages: list[list[Line]]) -> str | None:
    """The address that a browser printed at the foot of the pages; not where it cut it off."""
    feet = (_BROWSERS_FOOT.match(visible(line.text)) for page in pages for line in _top(page) + _bottom(page))
    address = next((foot["address"] for foot in feet if foot), None)
    return address if address and address.startswith("http") and "…" not in address and "..." not in address else None


def without_heads_and_feet(pages: list[list[Line]], title: str | None) -> tuple[list[Line], list[Dropped]]:
    """Leave out what stands at the same edge of two pages or more, but for its figures, and what a browser printed there.

    The head of the later pages may be the title of the first: a `title` that is known, or the only headline there is.
    """
    heads = Counter(key for page in pages for key in {_key(line) for line in _top(page)})
    feet = Counter(key for page in pages for key in {_key(line) for line in _bottom(page)})
    by_browser = _browsers_lines(pages)
    left_out: dict[int, Dropped] = {}
    for page in pages:
        for edge, repeated in ((_top(page), heads), (_bottom(page), feet)):
            for line in edge:
                if repeated[_key(line)] < 2 and line not in by_browser:
                    break
                reason = "the head or foot of a page" if _LETTER.search(line.text) else "the number of a page"
                left_out[line.numbers[0]] = Dropped(line.numbers[0], visible(line.text), reason)
    first = pages[0] if pages else []
    others = "\n".join(line.text for line in first if line.numbers[0] not in left_out)
    for line in _top(first):
        is_title = bool(title) and folded(line.text) == folded(title or "")
        may_be_one = _LETTER.search(line.text) and line not in by_browser
        if is_title or (may_be_one and find_title(pieces(others)) is None):
            left_out.pop(line.numbers[0], None)
    return [line for page in pages for line in page if line.numbers[0] not in left_out], list(left_out.values())


def _browsers_lines(pages: list[list[Line]]) -> set[Line]:
    """What a browser printed around the pages: the address, and the time of printing, which is no date of the article."""
    edges = [(line, visible(line.text)) for page in pages for line in _top(page) + _bottom(page)]
    feet = {line for line, text in edges if _BROWSERS_FOOT.match(text)}
    return feet | {line for line, text in edges if _BROWSERS_HEAD.match(text)} if feet else set()


def _top(page: list[Line]) -> list[Line]:
    return [line for line in page if visible(line.text)][:EDGE]


def _bottom(page: list[Line]) -> list[Line]:
    """From the last line upwards."""
    return [line for line in page if visible(line.text)][::-1][:EDGE]


def _key(line: Line) -> str:
    return _FIGURES.sub("0", visible(line.text).casefold())


def with_whole_words(lines: list[Line]) -> list[Line]:
    """Put together the words that were divided at the end of a line; a hyphen that the word has itself is kept.

    It is the word's own where the text has the word with it elsewhere, or has both halves as words of their own.
    """
    divided = [at for at in range(len(lines) - 1) if _halves(lines[at], lines[at + 1])]
    words = Counter(word.replace("\u2010", "-").casefold() for line in lines for word in _WORDS.findall(line.text))
    for at in divided:
        words.subtract(half.casefold() for half in _halves(lines[at], lines[at + 1])[:2])
    whole = list(lines)
    for at in divided:
        above, below = whole[at], whole[at + 1]
        halves = _halves(above, below)
        if not halves:  # put together already, the word is too long to go on
            continue
        half, rest, hyphen = halves
        first, second = half.casefold(), rest.casefold()
        own = words[f"{first}-{second}"] > 0 or (words[first] > 0 and words[second] > 0)
        left = above.text.rstrip()[: -len(half) - 1].rstrip()
        if hyphen != "\u00ad" and own and words[first + second] <= 0:
            whole[at] = replace(above, text=f"{left} {half}-".lstrip())
        elif left:
            # The word goes to the lower line whole, where it would stand if it had not been divided.
            whole[at : at + 2] = replace(above, text=left), replace(below, text=half + below.text.lstrip())
        else:
            whole[at : at + 2] = Line((), ""), Line(above.numbers + below.numbers, half + below.text.lstrip())
    return [line for line in whole if line.numbers]


def _halves(above: Line, below: Line) -> tuple[str, ...]:
    """The two halves of a word that is divided between these lines, and the hyphen; nothing where none is."""
    half, rest = _DIVIDED.search(above.text.rstrip()), _WORDS.match(below.text.lstrip())
    return (half[1], rest[0], half[2]) if half and rest and rest[0][0].islower() else ()


def rejoined(lines: list[Line]) -> list[Line]:
    """Put the broken lines of running text together, each paragraph in one line.

    Print has no line ends of its own, and seldom an empty line. A line is broken where it is about as wide as most are
    and its sentence goes on; at the end of a sentence only where it is quite as wide, since a paragraph may end there.
    """
    widths = sorted(len(visible(line.text)) for line in lines if visible(line.text))
    usual = widths[len(widths) * 3 // 4] if widths else 0
    paragraphs: list[list[Line]] = []
    above = ""
    for line in lines:
        below = visible(line.text)
        if above and below and _goes_on(above, below, usual, len(paragraphs[-1])):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        above = below
    return [_in_one_line(broken) for broken in paragraphs]


def _in_one_line(broken: list[Line]) -> Line:
    if len(broken) == 1:
        return broken[0]
    numbers = tuple(number for line in broken for number in line.numbers)
    return Line(numbers, joined([(line.numbers[0], visible(line.text)) for line in broken]))


def _goes_on(above: str, below: str, usual: int, count: int) -> bool:
    """Whether the line below is of the paragraph that has `count` lines up to the one above."""
    if _BULLET.match(below) or of_line(above) or of_line(below) or furniture(below):
        return False
    taken = len(above) + 1 + len(below.split(maxsplit=1)[0])
    if ends_sentence(above):
        return count > 1 and len(above) >= usual and not below[0].isdigit()
    within = not below[0].isupper() or above[-1] in ",;:–—-"
    return taken >= FULL * usual and (within or count > 1)


def with_title_in_one_line(lines: list[Line], title: str | None, reach: int) -> list[Line]:
    """The title that the document's information gives, if the first page prints it, be it in several lines.

    What is not printed is mostly the name of a file or of a program.
    """
    words = folded(title or "")
    for at in range(min(reach, len(lines)) if words else 0):
        for count in range(1, LONGEST_TITLE + 1):
            printed = lines[at : at + count]
            if folded(" ".join(line.text for line in printed)) == words:
                numbers = tuple(number for line in printed for number in line.numbers)
                text = visible(" ".join(line.text for line in printed))
                return [*lines[:at], Line(numbers, text), *lines[at + count :]]
    return lines
