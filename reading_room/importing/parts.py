"""What the readers of all formats give: the articles in a source, every line of each either kept or left out for a reason."""

from dataclasses import dataclass
from typing import Literal

from reading_room.importing.particulars import Particulars

ParagraphKind = Literal["paragraph", "heading", "item", "quotation"]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row of a table. `table` tells which rows are of the same; `is_head` the one that names the columns."""

    table: int
    cells: tuple[str, ...]
    is_head: bool


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that is not in the article, as it stood in the source, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article as plain text, and the lines of the source that it was made of."""

    kind: ParagraphKind
    text: str
    lines: tuple[int, ...]
    row: Row | None = None
    """Of a row of a table, its cells, which stand in `text` one behind the other."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What became of a text. Every line with anything to see is in `title_lines`, a paragraph or `dropped`, once.

    Of a text, lines are the file's own, counted from 1; of other formats they are the lines of what a reader of it would see.
    """

    title: str | None
    title_lines: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    particulars: Particulars
    dropped: tuple[Dropped, ...]
    excerpt: bool = False
    """Whether the source gives only a part of the article, as feeds do with their summaries."""

    @property
    def kept_lines(self) -> int:
        return len(self.title_lines) + sum(len(paragraph.lines) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is read at one time: a whole file, or a record of an archive. `name` tells it from the others of the same source.

    `url` and `charset` are what the outside says of it: the address that it was fetched from, the header of an answer.
    """

    name: str
    raw: bytes
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What a keeper should look at in an article, and what to do if it is wrong."""

    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a source. Its `name` is the same each time the source is read; empty where the source is one article."""

    name: str
    cleaned: Cleaned
    notes: tuple[Note, ...] = ()


NOTHING_NEEDS_DOING = "Nothing needs doing"


@dataclass(frozen=True, slots=True)
class Refused:
    """What of a source gives no article: what is wrong, and the remedy. An empty `name` stands for all of the source.

    Where nothing is wrong, as with the cover of a book, the remedy is `NOTHING_NEEDS_DOING`.
    """

    name: str
    what: str
    remedy: str
    line: int = 0


class Unusable(ValueError):
    """A chunk that gives no article at all; the words say what is wrong."""

    def __init__(self, what: str, remedy: str, line: int = 0) -> None:
        super().__init__(what)
        self.remedy = remedy
        self.line = line
