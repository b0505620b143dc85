"""Events, with their accounts and what is said of all of these together."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead, EventEntry
from reading_room.web.pages.text import BlockView, Link, Run, Script


@dataclass(frozen=True, slots=True)
class EventsPage:
    events: tuple[EventEntry, ...]
    years: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """`of_itself` is what the outlet says of itself, and where it says so; `copy_of` an account with the same text, before it."""

    head: ArticleHead
    speaks_for: str | None
    answered: int
    """How many of the event's questions it has words for."""
    chosen: bool
    """Ticked in the picker to begin with."""
    of_itself: tuple[str, str] | None = None
    copy_of: Link | None = None


@dataclass(frozen=True, slots=True)
class TextsView:
    """How many texts stand behind how many articles: in one line, and how that is known, sentence by sentence."""

    line: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowSummary:
    id: str
    question: str
    answered: int
    url: str


@dataclass(frozen=True, slots=True)
class WitnessView:
    """That an account has a name, how often, and in which passages; `more` are those that are not listed."""

    label: str
    count: int
    places: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class TermView:
    """A name as most accounts write it, other ways of writing it, and who has it."""

    text: str
    others: tuple[str, ...]
    script: Script | None
    count: int
    witnesses: tuple[WitnessView, ...]


@dataclass(frozen=True, slots=True)
class NamedView:
    """A party, place or act: the names that the keeper noted in any account, and what was found beyond them."""

    anchor: str
    kind: str
    name: str
    accounts: int
    """How many accounts have a name for it."""
    terms: int
    noted: tuple[TermView, ...]
    found: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where words stand: the account in words, and the address of the very words."""

    label: str
    passage: str
    url: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number in its sentence, boxed; `others` are further accounts with the same sentence."""

    runs: tuple[Run, ...]
    language: str
    direction: str
    script: Script | None
    source: SourceView
    others: tuple[SourceView, ...]
    speaker: str
    when: str
    worked_out: str | None


@dataclass(frozen=True, slots=True)
class CountedView:
    counted: str
    note: str
    caution: str | None
    figures: tuple[FigureView, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class FiguresView:
    """`several` are numbers of what two or more accounts count, `single` of what one does; `other_time` of before or after it,
    and `undated` of what may be of another time."""

    several: tuple[CountedView, ...]
    single: tuple[CountedView, ...]
    undated: tuple[CountedView, ...]
    other_time: tuple[CountedView, ...]
    count: int
    singles: int
    undated_count: int
    of_other_times: int
    left_out: int
    """How many of all are not in the lists, which `all_url` has."""
    all_url: str


@dataclass(frozen=True, slots=True)
class NodeView:
    """An outlet on the map of relays: its name on one or two lines, the whole of it, its place, and of how many accounts."""

    lines: tuple[str, ...]
    name: str
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class EdgeView:
    """A line of the map: between which heights it goes, and whether it is of a whole text."""

    start: float
    end: float
    is_wire: bool


@dataclass(frozen=True, slots=True)
class RelayView:
    """A line of the table: an account, from whom it has something, and the words that show it, `when` they are not of the event."""

    account: Link
    source: str
    how: str
    when: str
    runs: tuple[Run, ...]
    language: str
    direction: str
    script: Script | None
    place: Link | None


@dataclass(frozen=True, slots=True)
class RelaysView:
    height: float
    left: tuple[NodeView, ...]
    right: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    says: str
    """The map in one sentence."""
    table: tuple[RelayView, ...]
    elsewhere: tuple[RelayView, ...]
    """What is shown by sentences of another time, or of one that is not known; the map leaves it out."""


@dataclass(frozen=True, slots=True)
class EventFiguresPage:
    """All figures of an event."""

    entry: EventEntry
    figures: FiguresView


@dataclass(frozen=True, slots=True)
class EventPage:
    entry: EventEntry
    when_basis: str
    where: str
    summary: tuple[BlockView, ...]
    previous: EventEntry | None
    next: EventEntry | None
    accounts: tuple[AccountView, ...]
    texts: TextsView
    unknown_outlets: str
    """That nothing is known of what some outlets say of themselves; empty where it is of all."""
    rows: tuple[RowSummary, ...]
    names: tuple[NamedView, ...]
    further_names: tuple[NamedView, ...]
    """Of what the event does not list and names.yaml does."""
    figures: FiguresView
    relays: RelaysView
    strip: tuple[EventEntry, ...]
    years: tuple[tuple[str, float], ...]
