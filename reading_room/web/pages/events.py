"""Events, with their accounts and their parties."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead, EventEntry
from reading_room.web.pages.text import BlockView


@dataclass(frozen=True, slots=True)
class EventsPage:
    events: tuple[EventEntry, ...]
    years: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party, and each term that an article uses for it with the address where it stands."""

    name: str
    called: tuple[tuple[str, str, ArticleHead], ...]
    """Term, address of the passage, article."""


@dataclass(frozen=True, slots=True)
class AccountView:
    head: ArticleHead
    speaks_for: str | None
    answered: int
    """How many of the event's questions it has words for."""
    chosen: bool
    """Ticked in the picker to begin with."""


@dataclass(frozen=True, slots=True)
class RowSummary:
    id: str
    question: str
    answered: int
    url: str


@dataclass(frozen=True, slots=True)
class EventPage:
    entry: EventEntry
    when_basis: str
    where: str
    summary: tuple[BlockView, ...]
    previous: EventEntry | None
    next: EventEntry | None
    parties: tuple[PartyView, ...]
    accounts: tuple[AccountView, ...]
    rows: tuple[RowSummary, ...]
    strip: tuple[EventEntry, ...]
    years: tuple[tuple[str, float], ...]
