"""An article, with the passage or the quotation that its address names."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead
from reading_room.web.pages.history import VersionLink
from reading_room.web.pages.quotation import OutcomeView, QuotationView
from reading_room.web.pages.sharing import CiteView, ShareView
from reading_room.web.pages.text import Link, PassageView


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of a passage: the address of its words, and its two ends as the parameters of a link's page name them."""

    text: str
    url: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class MergedView:
    """The number of a passage that is a part of another now, and the last version in which it stood by itself."""

    passage: str
    last: Link


@dataclass(frozen=True, slots=True)
class TargetView:
    """The passage that the address names, shown above the article with what a reader may do with it."""

    passage: PassageView
    previous: Link | None
    next: Link | None
    floating_url_absolute: str | None
    """None where the article was taken out of the room."""
    frozen_url_absolute: str
    in_article_url: str
    sentences: tuple[SentenceView, ...]
    merged: MergedView | None = None
    columns: PassageView | None = None
    """Of a row of a table, the row of its head, which names the columns."""


@dataclass(frozen=True, slots=True)
class OutletView:
    """Facts about an outlet as pairs of a name and a value, each with its source or None where not known."""

    name: str
    facts: tuple[tuple[str, str, str | None], ...]
    labels: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class CopyView:
    """An article with the same text. `share` says in words how much of the text that is shown stands there."""

    head: ArticleHead
    share: str
    compare_url: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    head: ArticleHead
    passages: tuple[PassageView, ...]
    versions: tuple[VersionLink, ...]
    history_url: str
    feed_url: str
    frozen: bool
    """The address names a version."""
    superseded_by: Link | None
    """The newest version, where the one shown is older."""
    removed: str | None
    """Where the article is no longer in the room: a sentence saying so."""
    share: ShareView
    cite: CiteView
    target: TargetView | None
    quotation: QuotationView | None
    """What has become of the words that the address quotes."""
    outcome: OutcomeView | None
    """What has become of the passage that the address names, where the version shown is not the newest."""
    events: tuple[Link, ...]
    compare_with: tuple[Link, ...]
    """Other accounts of the same events: side by side with this one."""
    same_text: tuple[CopyView, ...]
    outlet: OutletView
    q: str
    search_url: str
    """Where the whole room is searched for the words that are marked."""
    hits: int
    unmarked_url: str
    link_url: str
    """Where links to words of the version that is shown are made."""
