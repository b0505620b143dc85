"""What a search found, and what narrows it."""

from dataclasses import dataclass
from typing import Literal

from reading_room.model.query import Arrangement
from reading_room.web.pages.columns import SideBySide
from reading_room.web.pages.results import ResultGroup
from reading_room.web.pages.sharing import FormLink
from reading_room.web.pages.text import Link


@dataclass(frozen=True, slots=True)
class AlsoSearchedView:
    """A name that was typed, the other names that were searched with it, and the search for this spelling alone."""

    typed: str
    names: tuple[str, ...]
    only_url: str | None


@dataclass(frozen=True, slots=True)
class OfferView:
    """Another search, and how much it finds; `how` it differs, and what it leaves out where it leaves out something (`changed`)."""

    found: str
    how: str
    changed: str
    q: str
    url: str


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
    folded: tuple[FacetLink, ...]
    """Those that unfold."""
    left_out: int
    """Those that do not stand on the page."""


@dataclass(frozen=True, slots=True)
class BarView:
    """A stretch of time: which in the row it is, the passages published in it, and the search in it alone."""

    at: int
    name: str
    passages: int
    height: float
    """Of the drawing's forty units."""
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class HistogramView:
    unit: str
    """What a bar stands for: month, year, decade, century."""
    bars: tuple[BarView, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """Where the results are to be had as files, how many passages a file has at most, and the feed of what will be found."""

    files: tuple[FormLink, ...]
    most: int
    feed_url: str


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
    by: Arrangement
    groups: tuple[ResultGroup, ...]
    side_by_side: SideBySide | None
    """What was found in columns; there are no `groups` then."""
    facets: tuple[FacetView, ...]
    over_time: HistogramView | None
    """None where all that was found is undated."""
    filters: tuple[Link, ...]
    """What narrows the search now: a text, and the address without it."""
    hidden: tuple[tuple[str, str], ...]
    """Parameters that the search form must carry along: name and value."""
    sorts: tuple[Link, ...]
    lists: tuple[Link, ...]
    columns: tuple[Link, ...]
    """The ways to arrange it: as a list, and side by side."""
    previous_url: str | None
    next_url: str | None
    page_links: tuple[Link | None, ...]
    """None stands for a gap."""
    meant: tuple[OfferView, ...]
    """What may have been meant by words that find nothing or next to nothing."""
    wider: tuple[OfferView, ...]
    """What would find something, where nothing was found."""
    suggestions: tuple[Link, ...]
    """Where to go when nothing was asked, or found and offered."""
    taken_along: TakenAlong
