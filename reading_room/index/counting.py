"""What the matching articles are counted by: their facets, and when they were published.

Every count is of what a reader would find by choosing it: it takes all that narrows the search but the choice that it belongs to.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from reading_room.index.analysis import primary
from reading_room.index.profiles import Months, Profiles
from reading_room.model.article import Article
from reading_room.model.query import SearchQuery
from reading_room.model.results import FacetValue, Histogram, Stretch

MOST_STRETCHES = 60
"""Bars of a histogram; beyond it, each is of a year, ten years or a hundred years."""
DATES = "dates"
"""What the days from and to narrow, beside the facets."""
NOTHING: frozenset[str] = frozenset()


class Narrowing:
    """What narrows a search beside its words: of each facet one of the chosen values, the dates, one article.

    `narrows` says whether anything does, `counted` whether it is asked what the choices would find.
    """

    def __init__(self, query: SearchQuery, profiles: Profiles) -> None:
        self._query, self._profiles = query, profiles
        self._chosen = {name: frozenset(values) for name, values in query.chosen.items() if values}
        if "lang" in self._chosen:
            self._chosen["lang"] = frozenset(map(primary, self._chosen["lang"]))
        self._dated = bool(query.first or query.last)
        self._missed: dict[int, frozenset[str]] = {}
        self.narrows = bool(self._chosen or self._dated or query.article)
        self.counted = query.counted

    def missed(self, article: Article) -> frozenset[str]:
        """The choices that leave the article out. One without a date is in no stretch of time."""
        missed = self._by_profile(self._profiles.of[article.slug]) if self._chosen else NOTHING
        published = article.published
        if self._dated and not (published and published.overlaps(self._query.first, self._query.last)):
            missed |= {DATES}
        if self._query.article and article.slug != self._query.article:
            missed |= {"article"}
        return missed

    def _by_profile(self, number: int) -> frozenset[str]:
        if number not in self._missed:
            values = self._profiles.values[number]
            self._missed[number] = frozenset(
                name for name, chosen in self._chosen.items() if chosen.isdisjoint(values[name])
            )
        return self._missed[number]


Counted = tuple[Article, int, frozenset[str]]
"""An article with the number of its matches and the choices that leave it out: none, or a single one."""


def facets(counted: Iterable[Counted], profiles: Profiles) -> dict[str, tuple[FacetValue, ...]]:
    """How many articles have each value, the most frequent first; years in their order."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in profiles.facets}
    of = profiles.of
    alike = Counter((of[article.slug], missed) for article, _, missed in counted)
    for (profile, missed), articles in alike.items():
        for name in missed or profiles.facets:
            if name in profiles.facets:
                count = counts[name]
                for value in profiles.values[profile][name]:
                    count[value] += articles
    return {
        name: tuple(
            FacetValue(value, articles)
            for value, articles in sorted(
                count.items(), key=lambda item: (int(item[0]),) if name == "year" else (-item[1], item[0])
            )
        )
        for name, count in counts.items()
    }


def histogram(counted: Iterable[Counted], profiles: Profiles) -> Histogram:
    """Matching passages by month of publication, or by longer stretches where months are too many.

    What may have been published in several of them counts in each, as it is found by choosing any of them.
    """
    months_of = profiles.months
    passages: Counter[Months | None] = Counter()
    for article, matches, missed in counted:
        if not missed or missed == {DATES}:
            passages[months_of[article.slug]] += matches
    undated = passages.pop(None, 0)
    spans = {months: number for months, number in passages.items() if months}
    if not spans:
        return Histogram((), undated)
    earliest = min(first for first, _ in spans)
    latest = max(last for _, last in spans)
    months = next(size for size in (1, 12, 120, 1200, 12000) if latest // size - earliest // size < MOST_STRETCHES)
    begin = earliest // months
    totals = [0] * (latest // months - begin + 1)
    for (first, last), matches in spans.items():
        for at in range(first // months, last // months + 1):
            totals[at - begin] += matches
    stretches = tuple(
        Stretch(_first_day((begin + at) * months), _last_day((begin + at + 1) * months - 1), total)
        for at, total in enumerate(totals)
    )
    return Histogram(stretches, undated)


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min


def _last_day(month: int) -> date:
    return _first_day(month + 1) - timedelta(days=1) if month < 9999 * 12 + 11 else date.max
