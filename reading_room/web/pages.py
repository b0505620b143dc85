"""What each page shows, ready for its template: texts cut into runs, dates in words, addresses made.

A template decides nothing but how it looks. Addresses are paths within the room unless a name says absolute.
"""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.article import PassageKind
from reading_room.model.collation import EmptyKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look: `hit` where a reader's query matched, `chosen` where a link or a row points.

    `begins` and `ends` where the quotation of a link does: a quotation may be many pieces, also in several passages.
    """

    text: str
    hit: bool = False
    chosen: bool = False
    begins: bool = False
    ends: bool = False
    emphasis: bool = False
    strong: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that are one link together, or no link (`href` None)."""

    pieces: tuple[Piece, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link in words; `current` where it leads to what is being shown."""

    text: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """How a text is set that runs the other way than its article: an Arabic quotation in an English digest."""

    direction: Literal["ltr", "rtl"]
    language: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A numbered passage. `anchor` is its id attribute, `url` its own address; `target` if the page was asked for it."""

    id: str
    anchor: str
    kind: PassageKind
    level: int
    marker: str
    runs: tuple[Run, ...]
    url: str
    target: bool = False
    script: Script | None = None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the room's own text, which has no number."""

    kind: PassageKind
    level: int
    marker: str
    runs: tuple[Run, ...]
    script: Script | None = None


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """How an article is named wherever it stands: title, who published it, when, and what kind of text is held."""

    slug: str
    url: str
    title: tuple[Run, ...]
    title_text: str
    title_language: str
    title_direction: Literal["ltr", "rtl"]
    outlet: str
    author: str | None
    published: str
    """In words: `23 March 2016`, `8–9 May 2016`, `April 2016`."""
    published_iso: str
    """For the datetime attribute: the earliest day it may be."""
    published_basis: str
    inferred: bool
    language: str
    direction: Literal["ltr", "rtl"]
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
class AnswerView:
    """One account's words on a question."""

    head: ArticleHead
    text: str
    speaker: str
    url: str
    script: Script | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of fact with its rival answers."""

    question: str
    note: str | None
    event: Link
    compare_url: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    articles: int
    passages: int
    outlets: int
    digests: int
    """How many of the articles are the room's own summaries."""
    events: tuple[EventEntry, ...]
    years: tuple[tuple[str, float], ...]
    """Ticks of the strip of time: a label and its position in per cent."""
    questions: tuple[QuestionView, ...]
    begin: Link | None
    """The event that most accounts tell of, side by side."""
    searches: tuple[Link, ...]
    newest: tuple[ArticleHead, ...]


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """Where else a passage stands: who published the copy, or its title where nobody knows; when; and the passage there."""

    name: str
    published: str
    published_iso: str
    passage: str
    url: str


@dataclass(frozen=True, slots=True)
class HitView:
    passage: str
    runs: tuple[Run, ...]
    url: str
    script: Script | None
    also_in: tuple[ElsewhereView, ...]
    also_more: int
    """Copies of it that are not named."""


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """An article with its best matching passages; `more` matching ones are not shown, `more_url` shows them all."""

    head: ArticleHead
    url: str
    """The article with the words of the query marked."""
    hits: tuple[HitView, ...]
    more: int
    more_url: str
    scattered: bool = False
    """No passage has all of the words; the hits have them together."""


@dataclass(frozen=True, slots=True)
class AlsoSearchedView:
    """A name that was typed, the other names that were searched with it, and the search for this spelling alone."""

    typed: str
    names: tuple[str, ...]
    only_url: str


@dataclass(frozen=True, slots=True)
class SyntaxView:
    """A row of the help: how it is written, what it means, an example and where it leads."""

    written: str
    meaning: str
    example: Link


@dataclass(frozen=True, slots=True)
class FacetLink:
    text: str
    articles: int
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    name: str
    """Name of its parameter in the address: outlet, event, lang."""
    title: str
    values: tuple[FacetLink, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`state` is `blank` (nothing asked), `unreadable` (nothing in it to look for), `nothing` (no hit) or `found`."""

    q: str
    state: Literal["blank", "unreadable", "nothing", "found"]
    total: int
    articles: int
    copies: int
    """Matching passages that are not counted in `total`, but named under the hits that say the same."""
    page: int
    pages: int
    complete: bool
    notices: tuple[str, ...]
    also_searched: tuple[AlsoSearchedView, ...]
    scattered: int
    """Articles that have all of the words, but in no passage together; they come after the others."""
    groups: tuple[ResultGroup, ...]
    facets: tuple[FacetView, ...]
    filters: tuple[Link, ...]
    """What narrows the search now: a text, and the address without it."""
    hidden: tuple[tuple[str, str], ...]
    """Parameters that the search form must carry along: name and value."""
    sorts: tuple[Link, ...]
    previous_url: str | None
    next_url: str | None
    page_links: tuple[Link | None, ...]
    """None stands for a gap."""
    suggestions: tuple[Link, ...]
    """Where to go when nothing was asked or found."""


@dataclass(frozen=True, slots=True)
class VersionLink:
    number: int
    ingested: str
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of a passage: the address of its words, and its two ends as the parameters of a link's page name them."""

    text: str
    url: str
    start: str
    end: str


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


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Words that were, what stands for them now (either may be empty), and in words what kind of change it is."""

    was: str
    now: str
    kinds: str


@dataclass(frozen=True, slots=True)
class QuotationView:
    """The words that the address quotes, shown above the article, and what has become of them."""

    lines: tuple[tuple[str, Script | None], ...]
    status: str
    sentence: str
    born: Link
    """The version that they were quoted from."""
    places: tuple[Link, ...]
    candidates: tuple[tuple[Link, str], ...]
    """Where they may be, with the words there."""
    changes: tuple[ChangeView, ...]
    only_typography: bool
    permalink: str


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
class FormLink:
    """The same in another form: its name, its media type, its address."""

    title: str
    media_type: str
    url: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """What the head of a page says of it to programs that show links to it, cite it or keep it. Its addresses are absolute."""

    title: str
    heading: str
    """For the window: the title with where it comes from."""
    description: str
    url: str
    image: str
    image_width: int
    image_height: int
    image_alt: str
    vocabularies: tuple[tuple[str, str], ...]
    named: tuple[tuple[str, str], ...]
    """Particulars as `citation_*` and in Dublin Core: name and content."""
    published: str
    """The day in ISO 8601; empty where it is not known as exactly."""
    forms: tuple[FormLink, ...]
    embeds: tuple[FormLink, ...]
    linked_data: dict[str, object]


@dataclass(frozen=True, slots=True)
class ReferencePart:
    """A stretch of a reference; of a title, its language and direction."""

    text: str
    italic: bool
    script: Script | None
    address: bool


@dataclass(frozen=True, slots=True)
class CiteView:
    """References to what the page is about, by the name of their style, and files for reference managers."""

    references: tuple[tuple[str, tuple[ReferencePart, ...]], ...]
    wikipedia: str
    printed: tuple[ReferencePart, ...]
    """The one that stands on paper."""
    downloads: tuple[FormLink, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    head: ArticleHead
    passages: tuple[PassageView, ...]
    versions: tuple[VersionLink, ...]
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
    events: tuple[Link, ...]
    compare_with: tuple[Link, ...]
    """Other accounts of the same events: side by side with this one."""
    same_text: tuple[CopyView, ...]
    outlet: OutletView
    q: str
    hits: int
    unmarked_url: str
    link_url: str
    """Where links to words of the version that is shown are made."""


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
class LinkPage:
    """What came of a quotation: `made`, or `candidates` to choose from, or only `why` not; nothing of it before one was pasted."""

    head: ArticleHead
    article_url: str
    action: str
    q: str
    why: str
    remedy: str
    candidates: tuple[CandidateView, ...]
    made: MadeLink | None


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


@dataclass(frozen=True, slots=True)
class WordsView:
    passage: str
    text: str
    url: str
    speaker: str
    background: bool
    script: Script | None


@dataclass(frozen=True, slots=True)
class CellView:
    words: tuple[WordsView, ...]
    empty: EmptyKind | None
    reason: str | None
    article_url: str
    """Where a reader of an empty cell can look for themselves."""


@dataclass(frozen=True, slots=True)
class RowView:
    id: str
    anchor: str
    question: str
    note: str | None
    event: Link
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two to four accounts; `rows[n].cells` and `unplaced` stand in the order of `accounts`."""

    event: EventEntry | None
    accounts: tuple[AccountView, ...]
    rows: tuple[RowView, ...]
    unplaced: tuple[tuple[PassageView, ...], ...]
    picker: tuple[AccountView, ...]
    picker_action: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The article that a page speaks of and does not show."""

    title: str
    language: str
    direction: Literal["ltr", "rtl"]
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """`quoted` is what somebody else says of it, in whichever language."""

    status: int
    title: str
    what: str
    remedy: str
    links: tuple[Link, ...]
    subject: Subject | None = None
    quoted: str = ""
