"""Accounts laid side by side: rows of questions, a cell for each account, and what fits no row."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.alignment import Likeness
from reading_room.model.analysis import Quantity, Time
from reading_room.model.article import Passage, Version
from reading_room.model.dates import DateSpan
from reading_room.model.event import Event, Group
from reading_room.model.naming import Contrast
from reading_room.model.results import Span
from reading_room.model.shared import SharedWording

EmptyKind = Literal[
    "checked", "earlier", "same-text", "partial", "related", "elsewhere", "language", "not-found", "not-chosen"
]
Source = Literal["curated", "machine", "reader"]


@dataclass(frozen=True, slots=True)
class Words:
    """An account's own words: the span of a passage, who is speaking there, and what is read in it.

    `number` counts the sentence within its passage, from 1, where the machine or the reader placed it; a keeper chooses any words.
    """

    passage: Passage
    span: Span
    speaker: str
    background: bool = False
    source: Source = "curated"
    number: int | None = None
    confidence: float | None = None
    label: Likeness | None = None
    """Of words that the machine placed: how sure it is that they belong here."""
    when: Time | DateSpan | None = None
    """The time that they speak of; a `DateSpan` is the keeper's."""
    quantities: tuple[Quantity, ...] = ()
    """Those that stand in the words; their places are in the text of the passage."""
    named: Time | None = None
    """A time that their sentence names besides, where it does not say of when they are: “says of the events of May 2015”."""

    @property
    def text(self) -> str:
        return self.passage.text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class CollatedCell:
    """What one account has for one row: its words, or the reason why there are none.

    `related` are words that may be related to those of other accounts in the row; they answer nothing and stand in no row thereby.
    `elsewhere` is the key of another row, in which the account has words that are likely related to those of this one.
    """

    words: tuple[Words, ...] = ()
    empty: EmptyKind | None = None
    reason: str | None = None
    related: tuple[Words, ...] = ()
    elsewhere: str | None = None


@dataclass(frozen=True, slots=True)
class CollatedRow:
    """A question with one cell for each account, in the order of the accounts.

    A row of the keeper's has a `group` where the keeper gives it. The rows of the machine have one, and the `confidence` and the
    `label` of the least sure pair of sentences in them. `event` is empty where the accounts have none in common. `figures` say what
    can be worked out from the numbers in the cells, and `caution` what to mind in reading them together.
    """

    id: str
    question: str
    event: str
    cells: tuple[CollatedCell, ...]
    note: str | None = None
    source: Source = "curated"
    confidence: float | None = None
    label: Likeness | None = None
    group: Group | None = None
    figures: tuple[str, ...] = ()
    caution: str | None = None

    @property
    def key(self) -> str:
        """What names the row among all rows, as corrections do: `event/row` for one of the keeper's."""
        return f"{self.event}/{self.id}" if self.source == "curated" else self.id


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in an account, in its own words, and what our arithmetic makes of it (“more than 64 a day over 14 days”)."""

    article: str
    passage: str
    sentence: Span
    quantity: Quantity
    words: str
    speaker: str
    when: Time | None
    arithmetic: str | None = None
    of_another_time: bool = False
    """Whether it is of a time before or after the events on which the accounts are compared."""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The numbers that two or more accounts give of what they call the same, and what to mind in reading them together."""

    counted: str
    figures: tuple[Figure, ...]
    caution: str | None


@dataclass(frozen=True, slots=True)
class Collation:
    """Two to four accounts, the rows, and for each account the passages that stand in no row, in its own order.

    `placed` has for each account the words of its passages that stand in rows, but for those of which no more can be said than that
    they may be related: a passage may stand there in part.
    """

    event: Event | None
    accounts: tuple[Version, ...]
    rows: tuple[CollatedRow, ...]
    unplaced: tuple[tuple[Passage, ...], ...]
    placed: tuple[dict[str, tuple[Span, ...]], ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    names: tuple[Contrast, ...] = ()
    shared: tuple[SharedWording, ...] = ()
    same_text: tuple[tuple[str, ...], ...] = ()
    """The accounts that have one text, each group in order of publication."""
    in_part: tuple[str, ...] = ()
    """The accounts that are too long to be compared to their ends: the machine looked at the first sentences of each."""
