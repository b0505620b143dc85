"""A whole question to the index: what was typed, what was understood of it, and how far to look."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reading_room.model.query.clauses import Clause, Field, asks, asks_who_or_when, either
from reading_room.model.query.reading import read
from reading_room.model.query.syntax import KINDS

Sort = Literal["relevance", "newest", "oldest"]
Arrangement = Literal["article", "passage", "outlet", "event", "label"]
"""Under their articles, one by one, or in columns by what the articles have in common."""
SIDE_BY_SIDE: tuple[Arrangement, ...] = ("outlet", "event", "label")
NONE = "-"
"""As the value of a choice: that an article tells of no event, or its outlet was given no label. No slug is written so."""
ARTICLES_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a search looks for. The filters come from the parts of an address; those that were typed are in `clause`.
    Of several values of one filter, one is enough.

    `first` and `last` bound the date of publication, both included. `page` counts from 1 and is a page of `per_page` articles,
    each with `per_article` of its passages at most, and all together with `most` of them, where that is given. Where what is
    found is arranged `by` passages, or in columns, a page has as many of these as the index says, and `most` is of each column.
    `counted` says whether facets and the histogram are asked for too, `marked` whether what matched should be marked.
    """

    text: str = ""
    clause: Clause | None = None
    notices: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    article: str | None = None
    first: date | None = None
    last: date | None = None
    sort: Sort = "relevance"
    by: Arrangement = "article"
    page: int = 1
    per_page: int = ARTICLES_A_PAGE
    per_article: int = 3
    most: int | None = None
    counted: bool = True
    marked: bool = True

    @property
    def wanted(self) -> bool:
        """Whether it says what to look for, and not only what to leave out."""
        return asks(self.clause)

    @property
    def asks_who_or_when(self) -> bool:
        """Whether it asks for what is read in sentences, who says it or of which days they speak."""
        return asks_who_or_when(self.clause)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but what was typed limits what is found."""
        return any((*self.chosen.values(), self.article, self.first, self.last))

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The values that were chosen of each facet, by the name of its parameter."""
        return {
            "outlet": self.outlet,
            "event": self.event,
            "lang": self.language,
            "kind": self.kind,
            "year": self.year,
            "author": self.author,
            "label": self.label,
        }

    def choosing(self, name: str, values: tuple[str, ...]) -> "SearchQuery":
        """The first page of the same with other values of one facet."""
        return replace(self, **{"language" if name == "lang" else name: values}, page=1)  # type: ignore[arg-type]

    def on_page(self, page: int) -> "SearchQuery":
        return replace(self, page=page)

    def at_once(self, most: int) -> "SearchQuery":
        """The same question, asked for all of its passages on one page under their articles, but no more than `most`,
        and neither counted by anything nor marked.
        """
        return replace(
            self, by="article", page=1, per_page=most, per_article=most, most=most, counted=False, marked=False
        )

    def under_articles(self) -> "SearchQuery":
        """The first page of the same, arranged as searches are by default."""
        return replace(self, by="article", page=1)


EVERY_ARTICLE = either(Field("in", kind) for kind in KINDS)
"""What is looked for where nothing was typed, but something chosen: each article has its text in one of the ways."""


def parse(text: str) -> SearchQuery:
    """Read what a reader typed. Never raises; what could not be used is named in `notices`. `text` has what was read of it."""
    understood = read(text)
    return SearchQuery(text=understood.text, clause=understood.clause, notices=understood.notices)
