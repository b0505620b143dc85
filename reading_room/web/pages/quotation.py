"""What has become of words or of a passage."""

from dataclasses import dataclass

from reading_room.web.pages.heads import ArticleHead
from reading_room.web.pages.text import LineView, Link


@dataclass(frozen=True, slots=True)
class WasNowView:
    """The words as they were and what stands for them now, each whole, with what differs marked."""

    was: Link
    """The version that they were quoted from."""
    now: Link
    was_lines: tuple[LineView, ...]
    now_lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class SurroundingsView:
    """That the words right beside a quotation changed, and where that is shown."""

    text: str
    changes: Link
    was_now: WasNowView
    """The sentences with the words in them, in which nothing is marked but what changed around these."""


@dataclass(frozen=True, slots=True)
class CandidateView:
    """Words that may be meant, with what stands around them."""

    line: LineView
    note: str
    """What changed in the sentence around them: `Around them: The negation “not” was added.`"""


@dataclass(frozen=True, slots=True)
class TwinsView:
    """Other places of the same version that have the same words."""

    sentence: str
    """`The same words also stand elsewhere in version 4:`, before the places."""
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What has become of words or of a passage, in one sentence and in what shows it."""

    status: str
    name: str
    """The status as a label: `Edited`."""
    sentence: str
    notes: tuple[str, ...]
    """Figures, names and negations that changed: `The figure 40 became 43.`"""
    surroundings: SurroundingsView | None
    """Of words whose sentence changed around them."""
    twins: TwinsView | None
    was_now: WasNowView | None
    candidates: tuple[CandidateView, ...]
    """Where the words may be, marked, with what stands around them; each leads to its words in the article."""
    around: tuple[LineView, ...]
    """Of words that are gone or not certain: what stood before and after each range of them, with themselves marked."""
    shown: Link | None
    """To the words in the article."""
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuotationView:
    """The words that the address quotes, as they were when it was made, and what has become of them."""

    head: ArticleHead
    """The article as it was then."""
    ranges: tuple[tuple[LineView, ...], ...]
    begins: str
    """Their beginning, on one line."""
    born: Link
    """The version that they were quoted from."""
    where: str
    """`passages 14 to 16`."""
    read: str
    """When the room first read that version."""
    permalink: str
    outcome: OutcomeView
