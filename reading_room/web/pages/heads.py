"""How an article and an event are named wherever they stand."""

from dataclasses import dataclass
from typing import Literal

from reading_room.web.pages.text import Direction, Run


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """How an article is named wherever it stands: title, who published it, when, and what kind of text is held."""

    slug: str
    url: str
    title: tuple[Run, ...]
    title_text: str
    title_language: str
    title_direction: Direction
    outlet: str
    author: str | None
    published: str
    """In words: `23 March 2016`, `8–9 May 2016`, `April 2016`."""
    published_iso: str
    """For the datetime attribute: the earliest day it may be."""
    published_basis: str
    inferred: bool
    language: str
    direction: Direction
    kind: Literal["complete", "excerpt", "digest"]
    kind_word: str
    """`Digest`, `Excerpt`, `Complete text`."""
    kind_note: str
    """One sentence: what that means for the reader."""
    original_url: str | None
    original_note: str | None
    wire: str | None
    note: str | None
    version: int


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event wherever it is listed. `position` and `width` place it on a strip of time, in per cent of it."""

    slug: str
    name: str
    url: str
    when: str
    first_iso: str
    last_iso: str
    accounts: int
    position: float
    width: float


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article that a page speaks of and does not show."""

    title: str
    language: str
    direction: Direction
    outlet: str
    published: str
