"""Two to four accounts side by side."""

from dataclasses import dataclass

from reading_room.model.collation import EmptyKind, Source
from reading_room.web.pages.events import AccountView
from reading_room.web.pages.heads import EventEntry
from reading_room.web.pages.text import Link, PassageView, Run, Script


@dataclass(frozen=True, slots=True)
class WordsView:
    """Words in a cell. `place` is the end of their address, which print has: `14:12-19~k7f3`.

    `when` says of what time they are and `when_basis` what that rests on; `aside` says what is noted in them, for those who do not
    see it. `apart_url` and `move_url` correct the machine: not the same, belongs to another row.
    """

    passage: str
    runs: tuple[Run, ...]
    url: str
    place: str
    speaker: str
    background: bool
    script: Script | None
    source: Source
    when: str
    when_basis: str
    aside: str
    worked_out: tuple[str, ...]
    """What follows from the numbers in them by arithmetic."""
    quotes: bool = False
    """Whether they have quotation marks of their own, so that none are put around them."""
    label: str | None = None
    apart_url: str | None = None
    move_url: str | None = None


@dataclass(frozen=True, slots=True)
class CellView:
    words: tuple[WordsView, ...]
    empty: EmptyKind | None
    reason: str | None
    article_url: str
    """Where a reader of an empty cell can look for themselves."""
    search_url: str | None = None
    """A search of this article for the words of the row."""
    related: tuple[WordsView, ...] = ()
    """Words of an empty cell's account that may be related to the row, and answer nothing."""
    elsewhere: Link | None = None
    """Another row, in which the account has words that are related to this one."""


@dataclass(frozen=True, slots=True)
class RowView:
    """`heading` is that of the group which begins with this row."""

    id: str
    anchor: str
    question: str
    note: str | None
    event: Link | None
    cells: tuple[CellView, ...]
    source: Source
    label: str | None
    caution: str | None
    heading: str | None = None
    in_group: bool = False


@dataclass(frozen=True, slots=True)
class NotedView:
    """A number or a name as an account has it, with where it stands and what is added to it."""

    text: str
    url: str
    passage: str
    script: Script | None
    added: str = ""


@dataclass(frozen=True, slots=True)
class NotedRow:
    """What each account has of numbers of one thing, or of names for one party."""

    anchor: str
    title: str
    cells: tuple[tuple[NotedView, ...], ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction that the reader made: in words, and where it is undone."""

    says: str
    quotes: tuple[tuple[str, str, Script | None], ...]
    """Outlet, words, how they are set."""
    undo_url: str


@dataclass(frozen=True, slots=True)
class KeeperView:
    """What the keeper may write into the file of an event, so that all corrections that are about it hold for everybody."""

    file: str
    yaml: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """The choice of the row that a sentence belongs to."""

    outlet: str
    text: str
    script: Script | None
    sentence: str
    hidden: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    """How a correction names each, and its question."""
    cancel_url: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two to four accounts; the cells of rows and `unplaced` stand in the order of `accounts`.

    `possible` are the rows that are folded away. In `unplaced` what stands in a row is marked as chosen.
    """

    event: EventEntry | None
    accounts: tuple[AccountView, ...]
    rows: tuple[RowView, ...]
    possible: tuple[RowView, ...]
    figures: tuple[NotedRow, ...]
    names: tuple[NotedRow, ...]
    changes: tuple[NotedRow, ...]
    """Where accounts with one text differ."""
    unplaced: tuple[tuple[PassageView, ...], ...]
    picker: tuple[AccountView, ...]
    picker_action: str
    query: str
    unmarked_url: str
    same_text: tuple[str, ...]
    in_part: tuple[str, ...]
    """Of each account that was not compared to its end, that it was not."""
    corrections: tuple[CorrectionView, ...]
    for_keeper: tuple[KeeperView, ...]
    move: MoveView | None
    measured: tuple[str, ...]
    has_machine_rows: bool
