"""Texts cut into runs, and what a page shows of passages: the pieces that all pages are made of."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.article import PassageKind
from reading_room.model.tables import Setting

Change = Literal["del", "ins"]
Noted = Literal["shared", "figure", "name", "placed", "sign"]
"""What words are noted for where accounts stand side by side: another account has them too, they give a number, they name somebody,
they stand in a row; and a sign where it alone is another than in the other version, and the words are the same."""
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look: `hit` where a reader's query matched, `chosen` where a link or a row points.

    `change` says that another version does not have it: `del` in the older one, `ins` in the newer one.
    `noted` says what the words are noted for, in the order of `Noted`; `opens` and `closes` where a figure does, which may be many
    pieces.
    `begins` and `ends` where the quotation of a link does: a quotation may be many pieces, also in several passages.
    """

    text: str
    hit: bool = False
    chosen: bool = False
    begins: bool = False
    ends: bool = False
    emphasis: bool = False
    strong: bool = False
    code: bool = False
    change: Change | None = None
    noted: tuple[Noted, ...] = ()
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that are one link together, or no link (`href` None)."""

    pieces: tuple[Piece, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words; `current` where it leads to what is being shown."""

    text: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """How a text is set that runs the other way than its article: an Arabic quotation in an English digest."""

    direction: Direction
    language: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a row: `begins` is the code point of the row's text at which its own begins; a `short` one stays on one line."""

    runs: tuple[Run, ...]
    begins: int
    short: bool
    setting: Setting | None = None
    script: Script | None = None


@dataclass(frozen=True, slots=True)
class PassageView:
    """A numbered passage. `anchor` is its id attribute, `url` its own address; `target` if the page was asked for it."""

    id: str
    anchor: str
    kind: PassageKind
    level: int
    marker: str
    runs: tuple[Run, ...]
    url: str
    target: bool = False
    script: Script | None = None
    cells: tuple[CellView, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the room's own text, which has no number."""

    kind: PassageKind
    level: int
    marker: str
    runs: tuple[Run, ...]
    script: Script | None = None
    cells: tuple[CellView, ...] = ()


@dataclass(frozen=True, slots=True)
class LineView:
    """Words of one passage; `place` leads to it where that is not said otherwise."""

    runs: tuple[Run, ...]
    script: Script | None
    place: Link | None = None
