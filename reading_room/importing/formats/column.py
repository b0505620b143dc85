"""The column of a page that the article stands in: of what was taken for the body, what lies outside it goes.

Little of this looks at words, most at the boxes that the page is laid out in, and so it holds in any language.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from reading_room.importing.formats.page_lines import COMMENTS, Line
from reading_room.importing.furniture import PARTICULARS, REASONS
from reading_room.importing.pieces import Piece
from reading_room.importing.shapes import ends_sentence, is_dated

MOST = 0.55
"""The share of the body's sentences that the column holds at least; it is the smallest box that does."""
MOST_ODD = 0.5
"""The share of sentences in places that are no article's (a list, a form) up to which the place is believed."""
LEAST_BESIDE_COMMENTS = 0.15
"""The share of sentences that must be left when comments are taken out; where less is, they are the text."""
FEW_LINKS, LINKS = 0.3, 0.6
"""Shares of a line that are links: of a paragraph fewer are, and a line with more is a pointer elsewhere."""
LEAD_REACH = 8
"""Lines above the text among which a standfirst is looked for that was not taken for the body."""
MOST_DECKS, FEWEST_WORDS = 6, 6
"""Lines of a standfirst that is printed like headings, and words in each; names of sections and writers have fewer."""
FEWEST_LETTERS = 20
"""Of a sentence, and half of those of a line that needs no full stop to be one."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A box of the page, 0 for the page itself, and the sentences in it."""

    box: int
    sentences: tuple[Line, ...]
    around: tuple[int, ...]
    """The boxes that it stands in."""
    places: frozenset[str]
    """The places that its sentences are in by name; mostly none."""
    further: frozenset[tuple[int, ...]]
    """Boxes below it, within the same box, in which the text goes on."""

    def __contains__(self, line: Line) -> bool:
        return self.box in (0, *line.containers)

    @property
    def second(self) -> int:
        """The number of its second sentence: between a standfirst and the text many pages print the date and the time."""
        return self.sentences[1].number if len(self.sentences) > 1 else 0

    def beside(self, line: Line) -> bool:
        return line.containers[: len(self.around)] == self.around

    def why_outside(self, line: Line, piece: Piece) -> str:
        """The reason why a line of the body is not the article's after all, or nothing."""
        above, below = line.number < self.sentences[0].number, line.number > self.sentences[-1].number
        if line.place and line.place not in self.places and (below or line.place == COMMENTS):
            return line.place
        if piece.furniture:
            return REASONS[piece.furniture]
        dated = piece.given and piece.given.published and piece.given.clock and line.number < self.second
        if piece.given and (above or below or dated):
            return PARTICULARS
        if below and (line.linked >= LINKS or not (line in self or line.containers in self.further)):
            return "below the article"
        if above and line not in self and not piece.prose:
            return line.place or "above the article"
        return ""


def corrected(kept: set[int], lines: Sequence[Line]) -> tuple[set[int], dict[int, str]]:
    """The numbers of the lines kept, less those that are not the article's after all, each with the reason, and with
    its standfirst if that was missed."""
    pieces = {line.number: piece_of(line) for line in lines if line.number in kept}
    column = _column([line for line in lines if line.number in kept and _is_prose(line, pieces[line.number])])
    if column is None:
        return kept, {}
    reasons: dict[int, str] = {}
    for line in lines:
        if line.number in kept and (reason := column.why_outside(line, pieces[line.number])):
            reasons[line.number] = reason
    first = column.sentences[0].number
    reach = [line for line in lines if first - LEAD_REACH <= line.number < first and line.number not in kept]
    leads = {line.number for line in reach if column.beside(line) and _is_lead(line)}
    return (kept | leads) - set(reasons), reasons


def standfirst(below_title: Iterable[Line]) -> set[int]:
    """The numbers of the lines just below the title that stand there like headings or as a list, and say something."""
    return {line.number for line in takewhile(_is_deck, islice(below_title, MOST_DECKS))}


def is_sentence(line: Line) -> bool:
    """Whether there is anything to read in it: a few words are a text if they end as one."""
    return len(line.text) >= (FEWEST_LETTERS if ends_sentence(line.text) else 2 * FEWEST_LETTERS)


def piece_of(line: Line) -> Piece:
    """A line as the reader of plain texts sees it, with what its words say it is."""
    return Piece.of(line.text, [(line.number, line.text)])


def _column(sentences: Sequence[Line]) -> _Column | None:
    if not sentences:
        return None
    total = _size(sentences)
    plain = [line for line in sentences if not line.place]
    own = [line for line in sentences if line.place != COMMENTS]
    told = own if _size(own) >= LEAST_BESIDE_COMMENTS * total else sentences
    told = plain if _size(plain) >= MOST_ODD * total else told
    held: Counter[int] = Counter()
    for line in told:
        held.update(dict.fromkeys(line.containers, len(line.text)))
    # Boxes are numbered from the top of the page, and so the last of those around a text is the smallest.
    box = max((box for box, size in held.items() if size >= MOST * _size(told)), default=0)
    within = tuple(line for line in told if box in (0, *line.containers))
    around = within[0].containers[: within[0].containers.index(box)] if box else ()
    column = _Column(box, within, around, frozenset(line.place for line in within), frozenset())
    below = (line for line in told if line.number > within[-1].number and column.beside(line))
    # Comments are lists, mostly, and otherwise have no such paragraphs.
    further = (line for line in below if line.kind != "item" and piece_of(line).long_prose)
    return replace(column, further=frozenset(line.containers for line in further if line.place in column.places))


def _is_prose(line: Line, piece: Piece) -> bool:
    return piece.prose and line.linked < LINKS


def _is_lead(line: Line) -> bool:
    """A paragraph, such as a standfirst in a box of its own, that may be the article's though it was not found with it."""
    return not line.place and line.linked < FEW_LINKS and ends_sentence(line.text) and piece_of(line).long_prose


def _is_deck(line: Line) -> bool:
    displayed = line.kind in ("heading", "item") or ends_sentence(line.text)
    says = len(line.text.split()) >= FEWEST_WORDS and piece_of(line).open and not is_dated(line.text)
    return displayed and says and not line.place and line.linked < FEW_LINKS


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)
