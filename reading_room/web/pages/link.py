"""A link to words that was made, or the places to choose from."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead
from reading_room.web.pages.questions import QuestionView
from reading_room.web.pages.text import Link, Script


@dataclass(frozen=True, slots=True)
class MadeLink:
    """The link to words, ready to copy, with the quotation and its source, and what other accounts say to the same questions."""

    lines: tuple[tuple[str, Script | None], ...]
    says: str
    """Where they stand and how many they are."""
    url: str
    url_absolute: str
    text: str
    markdown: str
    html: str
    in_article_url: str
    questions: tuple[QuestionView, ...]
    events: tuple[Link, ...]
    """The events that the article tells of, each with all its accounts."""


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One of several places where a pasted quotation stands, with what stands around it there."""

    place: str
    before: str
    words: str
    after: str
    script: Script | None
    url: str


@dataclass(frozen=True, slots=True)
class VersionWithView:
    """A version that has a quotation which the one that was asked for has not."""

    version: str
    read: str
    """When the room first read it."""
    says: str
    """Where in it the words stand and how many they are, or in how many places."""
    url: str
    """Where the link is ready to copy, or its places can be chosen from."""
    permalink: str | None
    """None where they stand in several places."""


@dataclass(frozen=True, slots=True)
class LinkPage:
    """What came of a quotation: `made`, or `candidates` to choose from, or only `why` not, with the versions that have it.

    Nothing of it before one was pasted.
    """

    head: ArticleHead
    article_url: str
    action: str
    q: str
    why: str
    remedy: str
    elsewhere: tuple[VersionWithView, ...]
    candidates: tuple[CandidateView, ...]
    made: MadeLink | None
