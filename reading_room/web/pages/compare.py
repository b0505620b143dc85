"""Two to four accounts side by side."""

from dataclasses import dataclass

from reading_room.model.collation import EmptyKind
from reading_room.web.pages.events import AccountView
from reading_room.web.pages.heads import EventEntry
from reading_room.web.pages.text import Link, PassageView, Script


@dataclass(frozen=True, slots=True)
class WordsView:
    passage: str
    text: str
    url: str
    speaker: str
    background: bool
    script: Script | None


@dataclass(frozen=True, slots=True)
class CellView:
    words: tuple[WordsView, ...]
    empty: EmptyKind | None
    reason: str | None
    article_url: str
    """Where a reader of an empty cell can look for themselves."""


@dataclass(frozen=True, slots=True)
class RowView:
    id: str
    anchor: str
    question: str
    note: str | None
    event: Link
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two to four accounts; `rows[n].cells` and `unplaced` stand in the order of `accounts`."""

    event: EventEntry | None
    accounts: tuple[AccountView, ...]
    rows: tuple[RowView, ...]
    unplaced: tuple[tuple[PassageView, ...], ...]
    picker: tuple[AccountView, ...]
    picker_action: str
