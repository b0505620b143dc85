"""Accounts laid side by side: rows of questions, a cell for each account, and what fits no row."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.article import Passage, Version
from reading_room.model.event import Event
from reading_room.model.results import Span

EmptyKind = Literal["checked", "earlier", "partial", "not-placed"]


@dataclass(frozen=True, slots=True)
class Words:
    """An account's own words: the span of a passage that the keeper chose, and who is speaking there."""

    passage: Passage
    span: Span
    speaker: str
    background: bool = False

    @property
    def text(self) -> str:
        return self.passage.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class CollatedCell:
    """What one account has for one row: its words, or the reason why there are none."""

    words: tuple[Words, ...] = ()
    empty: EmptyKind | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CollatedRow:
    """A question with one cell for each account, in the order of the accounts."""

    id: str
    question: str
    event: str
    cells: tuple[CollatedCell, ...]
    note: str | None = None
    source: Literal["curated", "machine"] = "curated"
    confidence: float | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Collation:
    """Two to four accounts, the rows, and for each account the passages that stand in no row, in its own order."""

    event: Event | None
    accounts: tuple[Version, ...]
    rows: tuple[CollatedRow, ...]
    unplaced: tuple[tuple[Passage, ...], ...]
