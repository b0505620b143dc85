"""What the matching articles are counted by: their facets, and when they were published.

Every count is of what a reader would find by choosing it: it takes all that narrows the search but the choice that it belongs to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from reading_room.index.analysis import primary
from reading_room.index.grouping import FoundArticle, each_once, put_in_order
from reading_room.index.profiles import Months, Profiles
from reading_room.model.article import Article
from reading_room.model.copies import Place
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


Counted = tuple[FoundArticle, frozenset[str]]
"""An article with the choices that leave it out: none, or a single one."""


class Counting:
    """Counts what matches. Of what says the same in several articles each choice shows one, so that is what it is counted as."""

    def __init__(self, counted: Iterable[Counted], sort: str, profiles: Profiles, alike: Mapping[int, Place]) -> None:
        self._profiles, self._alike = profiles, alike
        self._told_once: list[Counted] = []
        self._told_again: list[FoundArticle] = []
        self._missed: dict[str, frozenset[str]] = {}
        """By slug, of those that are told again: few, in which others say something of what matches."""
        for one in counted:
            if alike and any(document in alike for document, _ in one[0].matches):
                self._told_again.append(one[0])
                self._missed[one[0].article.slug] = one[1]
            else:
                self._told_once.append(one)
        put_in_order(self._told_again, sort, profiles)

    def facets(self) -> dict[str, tuple[FacetValue, ...]]:
        """How many articles have each value, the most frequent first; years in their order."""
        profiles = self._profiles
        counts: dict[str, Counter[str]] = {name: Counter() for name in profiles.facets}
        of = profiles.of
        same = Counter((of[one.article.slug], missed) for one, missed in self._told_once)
        for (profile, missed), articles in same.items():
            for name in missed or profiles.facets:
                if name in profiles.facets:
                    count = counts[name]
                    for value in profiles.values[profile][name]:
                        count[value] += articles
        for name, count in counts.items() if self._told_again else ():
            under: dict[str, list[FoundArticle]] = defaultdict(list)
            for one in self._told_again_but_for(name):
                for value in profiles.values[of[one.article.slug]][name]:
                    under[value].append(one)
            for value, some in under.items():
                count[value] += len(each_once(some, self._alike)[0])
        return {
            name: tuple(
                FacetValue(value, articles)
                for value, articles in sorted(
                    count.items(), key=lambda item: (int(item[0]),) if name == "year" else (-item[1], item[0])
                )
            )
            for name, count in counts.items()
        }

    def histogram(self) -> Histogram:
        """Matching passages by month of publication, or by longer stretches where months are too many.

        What may have been published in several of them counts in each, as it is found by choosing any of them.
        """
        months_of = self._profiles.months
        passages: Counter[Months | None] = Counter()
        for one, missed in self._told_once:
            if not missed or missed == {DATES}:
                passages[months_of[one.article.slug]] += len(one.matches)
        again = [(one, months_of[one.article.slug]) for one in self._told_again_but_for(DATES)]
        undated = passages.pop(None, 0) + self._passages(one for one, when in again if not when)
        dated = [when for when in (*passages, *(when for _, when in again)) if when]
        if not dated:
            return Histogram((), undated)
        earliest = min(first for first, _ in dated)
        latest = max(last for _, last in dated)
        months = next(size for size in (1, 12, 120, 1200, 12000) if latest // size - earliest // size < MOST_STRETCHES)
        begin, end = earliest // months, latest // months + 1
        totals = Counter[int]()
        for (first, last), matches in ((when, number) for when, number in passages.items() if when):
            totals.update(dict.fromkeys(range(first // months, last // months + 1), matches))
        within: dict[int, list[FoundArticle]] = defaultdict(list)
        for one, (first, last) in ((one, when) for one, when in again if when):
            for at in range(first // months, last // months + 1):
                within[at].append(one)
        stretches = tuple(
            Stretch(_first_day(at * months), _last_day((at + 1) * months - 1), totals[at] + self._passages(within[at]))
            for at in range(begin, end)
        )
        return Histogram(stretches, undated)

    def _told_again_but_for(self, choice: str) -> Iterator[FoundArticle]:
        return (one for one in self._told_again if self._missed[one.article.slug] <= {choice})

    def _passages(self, found: Iterable[FoundArticle]) -> int:
        return sum(len(one.matches) for one in each_once(list(found), self._alike)[0])


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min


def _last_day(month: int) -> date:
    return _first_day(month + 1) - timedelta(days=1) if month < 9999 * 12 + 11 else date.max
