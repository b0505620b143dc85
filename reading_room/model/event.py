"""A dated occasion, its parties, and the questions of fact that accounts of it answer."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from reading_room.model.article import Block
from reading_room.model.dates import DateSpan
from reading_room.model.selector import TextQuote

OfTime = Literal["event", "another", "unknown"]
"""Whether what a sentence tells is of the time of an event, of one before or after it, or of one that the text does not say."""

Group = Literal[
    "what happened",
    "who did it",
    "how many",
    "what was damaged",
    "who is quoted",
    "what things are called",
    "background",
]
"""What rows are about, in the order in which those of the machine are shown."""
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Called:
    """What one article calls a party, in its own words."""

    term: str
    article: str


@dataclass(frozen=True, slots=True)
class Party:
    """A side, group, place or act in an event, under the plainest name the keeper found for it."""

    name: str
    called: tuple[Called, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The words with which one article answers a row's question, and who is speaking there."""

    article: str
    quote: TextQuote
    speaker: str
    """A named source, `the writer`, or `unattributed`."""
    when: DateSpan | None = None
    """The time that these words speak of, where the keeper gives it."""
    background: bool = False
    """That the words tell of something before or after the event itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question of fact about an event, with the passages that answer it."""

    id: str
    question: str
    cells: tuple[Cell, ...]
    note: str | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class QuotedIn:
    """Words of one article."""

    article: str
    quote: TextQuote


Apart = str | QuotedIn
"""One of two that must not be aligned: a whole passage by its address (`slug/14`), or the sentences that have these words."""


def article_of(side: Apart) -> str:
    return side.article if isinstance(side, QuotedIn) else side.partition("/")[0]


@dataclass(frozen=True, slots=True)
class CheckedAbsent:
    """That somebody read the whole of an article and found nothing on a row's question."""

    row: str
    article: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, on its own dates; two recaptures of one city are two events."""

    slug: str
    name: str
    when: DateSpan
    when_basis: str
    where: str
    previous: str | None = None
    next: str | None = None
    parties: tuple[Party, ...] = ()
    places: tuple[Party, ...] = ()
    acts: tuple[Party, ...] = ()
    """What was done: “liberated”, “recaptured” and “fell” may be told of one taking."""
    rows: tuple[Row, ...] = ()
    never: tuple[tuple[Apart, Apart], ...] = ()
    """Pairs of passages or words that must not be aligned."""
    checked_absent: tuple[CheckedAbsent, ...] = ()
    summary: tuple[Block, ...] = ()

    @property
    def time_order(self) -> tuple[date, date, str, str]:
        """Sorts events by when they happened."""
        return (*self.when.sort_key, self.slug)

    @property
    def named(self) -> tuple[Party, ...]:
        """All that accounts may call by different names: parties, places, acts."""
        return (*self.parties, *self.places, *self.acts)
