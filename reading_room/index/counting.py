"""What the matching articles are counted by: their facets, and when they were published.

Every count is of what a reader would find by choosing it: it takes all that narrows the search but the choice that it belongs to.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta

from reading_room.index.analysis import primary
from reading_room.model.article import Article
from reading_room.model.dates import DateSpan
from reading_room.model.query import NONE, SearchQuery
from reading_room.model.results import FacetValue, Histogram, Stretch

MOST_STRETCHES = 60
"""Bars of a histogram; beyond it, each is of a year, ten years or a hundred years."""
MOST_YEARS = 10
"""Years that an article is counted in whose date is a long stretch of time."""
DATES = "dates"
"""What the days from and to narrow, beside the facets."""


def _years(article: Article) -> Collection[str]:
    published = article.published
    if not published:
        return ()
    first = published.first.year
    return tuple(str(year) for year in range(first, min(published.last.year, first + MOST_YEARS - 1) + 1))


Values = Mapping[str, Callable[[Article], Collection[str]]]
"""The values that an article has of each facet, by the name of its parameter."""
_OF_ARTICLES: Values = {
    "outlet": lambda article: (article.outlet,),
    "event": lambda article: {account.event for account in article.accounts} or (NONE,),
    "lang": lambda article: (primary(article.language),),
    "kind": lambda article: (article.text,),
    "year": _years,
    "author": lambda article: (article.author,) if article.author else (),
}


def values_of(labels: Mapping[str, tuple[str, ...]]) -> Values:
    """The facets of a room whose outlets have these labels of standpoint, by their keys."""
    return {**_OF_ARTICLES, "label": lambda article: labels.get(article.outlet) or (NONE,)}


class Narrowing:
    """What narrows a search beside its words: of each facet one of the chosen values, the dates, one article."""

    def __init__(self, query: SearchQuery, values: Values) -> None:
        self._query = query
        self._values = values
        self._chosen = {name: frozenset(values) for name, values in query.chosen.items() if values}
        if "lang" in self._chosen:
            self._chosen["lang"] = frozenset(map(primary, self._chosen["lang"]))
        self._dated = bool(query.first or query.last)

    def missed(self, article: Article) -> frozenset[str]:
        """The choices that leave the article out. One without a date is in no stretch of time."""
        missed = {name for name, chosen in self._chosen.items() if chosen.isdisjoint(self._values[name](article))}
        published = article.published
        if self._dated and not (published and published.overlaps(self._query.first, self._query.last)):
            missed.add(DATES)
        if self._query.article and article.slug != self._query.article:
            missed.add("article")
        return frozenset(missed)


Counted = tuple[Article, int, frozenset[str]]
"""An article with the number of its matches and the choices that leave it out: none, or a single one."""


def facets(counted: Iterable[Counted], values: Values) -> dict[str, tuple[FacetValue, ...]]:
    """How many articles have each value, the most frequent first; years in their order."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in values}
    for article, _, missed in counted:
        for name in missed or values:
            if name in values:
                counts[name].update(values[name](article))
    return {
        name: tuple(
            FacetValue(value, articles)
            for value, articles in sorted(
                count.items(), key=lambda item: (int(item[0]),) if name == "year" else (-item[1], item[0])
            )
        )
        for name, count in counts.items()
    }


def histogram(counted: Iterable[Counted]) -> Histogram:
    """Matching passages by month of publication, or by longer stretches where months are too many.

    What may have been published in several of them counts in each, as it is found by choosing any of them.
    """
    passages: Counter[DateSpan] = Counter()
    undated = 0
    for article, matches, missed in counted:
        if missed - {DATES}:
            continue
        if article.published:
            passages[article.published] += matches
        else:
            undated += matches
    if not passages:
        return Histogram((), undated)
    earliest = min(_month(span.first) for span in passages)
    latest = max(_month(span.last) for span in passages)
    months = next(size for size in (1, 12, 120, 1200, 12000) if latest // size - earliest // size < MOST_STRETCHES)
    begin = earliest // months
    totals = [0] * (latest // months - begin + 1)
    for span, matches in passages.items():
        for at in range(_month(span.first) // months, _month(span.last) // months + 1):
            totals[at - begin] += matches
    stretches = tuple(
        Stretch(_first_day((begin + at) * months), _last_day((begin + at + 1) * months - 1), total)
        for at, total in enumerate(totals)
    )
    return Histogram(stretches, undated)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min


def _last_day(month: int) -> date:
    return _first_day(month + 1) - timedelta(days=1) if month < 9999 * 12 + 11 else date.max
