"""The versions of an article, what changed between two of them, and the feed of it."""

from dataclasses import dataclass
from typing import Literal

from reading_room.web.pages.heads import ArticleHead
from reading_room.web.pages.text import Link, PassageView


@dataclass(frozen=True, slots=True)
class VersionLink:
    number: int
    ingested: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class RevisionRowView:
    """Passages of two versions side by side. `unchanged` ones are in `now` alone; a `pointer` has a link in place of a text."""

    kind: Literal["changed", "unchanged", "pointer"]
    label: str
    notes: tuple[str, ...] = ()
    was: tuple[PassageView, ...] = ()
    now: tuple[PassageView, ...] = ()
    pointer: Link | None = None
    pointer_in_newer: bool = False


@dataclass(frozen=True, slots=True)
class ParticularView:
    """Something known of the article that changed."""

    name: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class RevisionView:
    """What changed between two versions."""

    before: VersionLink
    after: VersionLink
    summary: str
    particulars: tuple[ParticularView, ...]
    rows: tuple[RevisionRowView, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntryView:
    """A version, what changed with it in words, and the address that shows it."""

    version: VersionLink
    ingested_iso: str
    summary: str
    notes: tuple[str, ...]
    changes_url: str | None
    """None for the first version, and for one that cannot be compared."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The versions of an article, the newest first, and what changed between the two that were asked for."""

    head: ArticleHead
    entries: tuple[HistoryEntryView, ...]
    choices: tuple[int, ...]
    """The versions that can be read, oldest first."""
    chosen: tuple[int, int]
    """What the form shows to begin with."""
    revision: RevisionView | None
    notice: str
    removed: str
    """Where the article is no longer in the room: a sentence saying so."""
    absences: tuple[str, ...]
    """When it was out of the room for a while, a sentence each."""
    read_url: str
    """The article, or its last version where it was taken out."""
    action: str
    feed_url: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    id: str
    title: str
    updated: str
    url: str
    summary: str
    language: str = "en"
    """Of the summary."""


@dataclass(frozen=True, slots=True)
class Feed:
    """An Atom feed; its addresses are absolute, its texts have no sign that XML cannot hold."""

    id: str
    title: str
    author: str
    updated: str
    url: str
    page_url: str
    language: str
    entries: tuple[FeedEntry, ...]
