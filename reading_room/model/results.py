"""What an index answers to a `SearchQuery`: passages grouped under their articles, with the places to mark."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A passage of another article that says the same."""

    article: str
    passage: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that matches. `score` has no unit: it only orders the hits of one query.

    `best` is the part of the text in which most of what was looked for stands close together: what a short view of it shows.
    `also_in` has the passages of other articles that match as well and say the same, in order of publication.
    """

    article: str
    version: int
    passage: str
    text: str
    spans: tuple[Span, ...]
    score: float
    also_in: tuple[Elsewhere, ...] = ()
    best: Span | None = None


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The matching passages of one article, best first. `total` counts them all, shown or not.

    `scattered` where no passage has all that is wanted: the hits have it together.
    """

    article: str
    hits: tuple[Hit, ...]
    total: int
    scattered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """What was found that has one value: of one outlet, of one event, under one label; `NONE` for what has none.

    `total`, `articles` and `copies` are those of a search that is narrowed to this value. Of the passages, `shared` stand in other
    columns too. `outlets` are the keys of all whose articles are in it, `first` is the earliest day that one of them may have been
    published. The columns that are not on the page have no `groups`.
    """

    value: str
    total: int
    articles: int
    copies: int
    shared: int
    outlets: tuple[str, ...]
    first: date | None
    groups: tuple[ArticleHits, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """How many of the matching articles have this value: an outlet's key, an event's slug, a language, a year, a label."""

    value: str
    articles: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """How many of the matching passages may have been published from `first` to `last`, both included."""

    first: date
    last: date
    passages: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Matching passages over time, one stretch after the other without a gap; those `undated` are in none."""

    stretches: tuple[Stretch, ...] = ()
    undated: int = 0


@dataclass(frozen=True, slots=True)
class AlsoSearched:
    """A name that was typed, and the other names of the same that were searched with it."""

    typed: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """One page of the answer. `total` counts passages and `articles` articles over all pages, both as they are shown.

    What stands in several copies of a text is shown in one of them: `copies` counts the matching passages that are not in `total`,
    since a hit names them as `also_in`. Each facet and the histogram count as if nothing had been chosen of it, and each value what
    a search that is narrowed to it shows.

    Of the articles `scattered` have all that is wanted, but in no passage together; they come after the others.

    Arranged by passages, each of the `groups` is of one of them. Arranged side by side there are `columns` in their place, those of
    all pages in their order: events by when they happened, others by the first day of publication, then by name.

    `complete` is False where the time allowed ran out first: the counts are then of what was found so far. `notices` say what else
    a reader should know of how the query was taken.
    """

    total: int
    articles: int
    page: int
    pages: int
    groups: tuple[ArticleHits, ...] = ()
    columns: tuple[Column, ...] = ()
    facets: dict[str, tuple[FacetValue, ...]] | None = None
    histogram: Histogram = Histogram()
    complete: bool = True
    copies: int = 0
    scattered: int = 0
    also_searched: tuple[AlsoSearched, ...] = ()
    notices: tuple[str, ...] = ()
