"""Answers a `SearchQuery` from one generation of the index.

Every match is scored and grouped under its article: totals, facets and groups all come from that one pass. What stands in several
copies of a text is then shown in the first of them alone. Whoosh's own parser is never shown what a reader typed; what can expand
is capped, and the clock is looked at all the while: when the time is up the answer is what was found so far.
"""

import pickle
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from pathlib import Path

from whoosh.index import EmptyIndexError
from whoosh.searching import Searcher

from reading_room.index.analysis import primary, words
from reading_room.index.columns import (
    COLUMNS_A_PAGE,
    PASSAGES_A_COLUMN,
    FoundColumn,
    by_first_publication,
    by_place,
    columns,
    elsewhere,
    standing_together,
)
from reading_room.index.counting import NOTHING, Counted, Counting, Narrowing
from reading_room.index.documents import Documents
from reading_room.index.evaluating import Evaluation
from reading_room.index.expanding import MOST_LOOKED_AT, MOST_WORDS
from reading_room.index.grouping import (
    PASSAGES_A_PAGE,
    FoundArticle,
    best_of,
    by_article,
    each_once,
    one_by_one,
    put_in_order,
)
from reading_room.index.hits import Hits
from reading_room.index.known import Known
from reading_room.index.lexicon import Lexicon
from reading_room.index.marking import Marker
from reading_room.index.matching import Clock, Scores
from reading_room.index.naming import Naming
from reading_room.index.planning import Plan, Planner
from reading_room.index.profiles import Profiles
from reading_room.index.respelling import Respeller
from reading_room.index.scattering import Scattered, together_and_scattered
from reading_room.index.searchers import Searchers
from reading_room.index.spelled import spelled
from reading_room.index.told import Told
from reading_room.index.wanted import OfPassages
from reading_room.model.analysis import Sentence
from reading_room.model.article import Article
from reading_room.model.copies import Place
from reading_room.model.errors import NotReady
from reading_room.model.names import NameSet
from reading_room.model.query import SIDE_BY_SIDE, SearchQuery
from reading_room.model.respelling import Respelling
from reading_room.model.results import AlsoSearched, Column, Histogram, ResultsPage, Span

UNREADABLE = (OSError, EOFError, struct.error, zlib.error, pickle.UnpicklingError, EmptyIndexError)
"""What reading a damaged index raises."""
SHORTEST_BEGINNING = 2
"""Letters from which words are suggested."""
MOST_WEIGHED = 100
"""Words whose passages are counted for a suggestion: the shortest, which are most often the plain forms."""
BUDGET = 1.0
"""Seconds after which a search ends with what it has."""
FOR_MATCHING = 0.8
"""The part of it in which passages are found; the rest is for ordering, counting and marking them."""


class WhooshIndex:
    """One generation, opened for reading. Safe to share between threads.

    `articles` are those of the generation, by the numbers that they were indexed under; `alike` has for each passage that says the
    same as another the one that they are known by. `names` are sets of names of the same; `outlets` and `events` have the names
    of these by their keys, events in order of time, `labels` those of standpoint that outlets were given. `budget` is in seconds.
    """

    def __init__(
        self,
        folder: Path,
        generation: str,
        articles: Mapping[int, Article],
        alike: Mapping[Place, Place] | None = None,
        budget: float = BUDGET,
        *,
        names: Iterable[NameSet] = (),
        outlets: Mapping[str, str] | None = None,
        events: Mapping[str, str] | None = None,
        labels: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.generation = generation
        self._articles = articles
        self._alike = alike or {}
        self.seconds = budget
        self._languages = frozenset(
            primary(language) for one in articles.values() for language in (one.language, one.title_language)
        )
        self._naming = Naming(names, self._languages)
        known = Known(articles, outlets, events)
        self._labels = labels or {}
        self._outlets, self._events = outlets or {}, events or {}
        self._planner = Planner(known, self._naming, self._languages, frozenset(articles))
        self._searchers = Searchers(folder)
        self._lexicon = Lexicon.read(folder)
        self._documents = Documents(self._searchers.index)

    def search(self, query: SearchQuery, seconds: float | None = None) -> ResultsPage:
        """The page of articles that the query asks for, the best first, each with its best passages. `seconds` may allow less time.

        Raises `NotReady` where the files of the index were damaged or taken away.
        """
        try:
            return self._search(query, self.seconds if seconds is None else seconds)
        except UNREADABLE as error:
            remedy = "The keeper of the room can make the index anew: delete it, and run “flask ingest”."
            raise NotReady(f"The index cannot be read ({error}).", remedy) from error

    def respellings(self, query: SearchQuery, seconds: float) -> tuple[Respelling, ...]:
        """What may have been meant by the parts of the query that find next to nothing."""
        if query.clause is None:
            return ()
        clock = Clock(seconds)
        with self._searchers.one() as searcher:
            respeller = Respeller(
                self._evaluation(searcher, clock),
                self._lexicon,
                self._naming,
                self._planner.known,
                self._languages,
                lambda form: spelled(searcher.reader(), self._articles, form),
                clock,
            )
            return respeller.respellings(query.clause)

    def _evaluation(self, searcher: Searcher, clock: Clock) -> Evaluation:
        return Evaluation(searcher, self._documents, lambda: self._lexicon, clock)

    def _search(self, query: SearchQuery, seconds: float) -> ResultsPage:
        nothing = ResultsPage(total=0, articles=0, page=query.page, pages=0)
        if query.clause is None or not query.wanted:
            return nothing
        articles, documents, profiles = self._articles, self._documents, self._profiles
        documents.read()
        clock = Clock(seconds * FOR_MATCHING)  # after what the first search of a generation reads for all of them
        with self._searchers.one() as searcher:
            evaluation = self._evaluation(searcher, clock)
            plan = self._planner.plan(query.clause, evaluation.titled)
            if plan.wanted is None:
                return nothing
            narrowing = Narrowing(query, profiles)
            whole, apart = self._matching(evaluation, plan.wanted, narrowing, clock)
            matching = by_article(whole, documents.articles, articles)
            matching += [FoundArticle(articles[number], some, scattered=True) for number, some in apart.items()]
            found, counted = _sifted(matching, narrowing)
            counting = Counting(counted, query.sort, profiles, self._passages_alike)
            return replace(
                self._page(searcher, query, found),
                facets=counting.facets() if query.counted else None,
                histogram=counting.histogram() if query.counted else Histogram(),
                complete=not clock.is_up,
                also_searched=_also_searched(plan, evaluation),
                notices=_notices(plan, evaluation),
            )

    def _matching(
        self, evaluation: Evaluation, wanted: OfPassages, narrowing: Narrowing, clock: Clock
    ) -> tuple[Scores, Scattered]:
        """Always also the articles that have all of it in several passages: each count is then of what its choice would find.

        But what others say elsewhere is not the speaker's.
        """
        articles = self._articles
        if len(wanted.parts) < 2 or wanted.speakers:
            return evaluation.every(wanted), {}

        def counts(number: int) -> bool:
            return number in articles and len(narrowing.missed(articles[number])) < 2

        return together_and_scattered(evaluation, wanted, self._documents, counts, clock)

    def spans(
        self,
        query: SearchQuery,
        text: str,
        language: str = "",
        *,
        title: bool = False,
        sentences: Iterable[Sentence] = (),
    ) -> tuple[Span, ...]:
        """Where a text in this language has what the query wants; `title` says that it is one, `sentences` what is read in it."""
        return self._marker(query).spans(text, language, title=title, told=Told.of(sentences))

    def words(self, beginning: str, most: int) -> tuple[str, ...]:
        """Words of the articles that begin so, case and accents aside, as the texts write them; those in most passages first.

        A word that stands only in what is withdrawn is not among them.
        """
        letters = [token.form for token in words(beginning)]
        if len(letters) != 1 or len(letters[0]) < SHORTEST_BEGINNING:
            return ()
        short = nsmallest(MOST_WEIGHED, islice(self._lexicon.beginning(letters[0]), MOST_LOOKED_AT), key=len)
        with self._searchers.one() as searcher:
            reader = searcher.reader()
            short.sort(key=lambda word: -reader.doc_frequency("text_forms", word.encode()))
            written = (spelled(reader, self._articles, word) for word in short)
            return tuple(islice(filter(None, written), most))

    def _marker(self, query: SearchQuery) -> Marker:
        return Marker.of(query.clause, self._naming, self._languages)

    def _page(self, searcher: Searcher, query: SearchQuery, found: list[FoundArticle]) -> ResultsPage:
        put_in_order(found, query.sort, self._profiles)
        shown, copies = each_once(found, self._passages_alike)
        if copies:
            put_in_order(shown, query.sort, self._profiles)  # one without its best passage may be less than it was
        total = sum(len(one.matches) for one in shown)
        hits = Hits(searcher, self._marker(query) if query.marked else None)
        page = ResultsPage(
            total=total,
            articles=len(shown),
            page=query.page,
            pages=-(-len(shown) // query.per_page),
            copies=sum(len(one.matches) for one in found) - total,
            scattered=sum(one.scattered for one in shown),
        )
        if query.by in SIDE_BY_SIDE:
            return self._side_by_side(hits, query, found, page)
        if query.by == "passage":
            groups = hits.groups(one_by_one(shown, query.sort, query.page), copies)
            return replace(page, pages=-(-total // PASSAGES_A_PAGE), groups=groups)
        first = (query.page - 1) * query.per_page
        best = best_of(shown[first : first + query.per_page], query.per_article, query.most)
        return replace(page, groups=hits.groups(best, copies))

    def _side_by_side(
        self, hits: Hits, query: SearchQuery, found: list[FoundArticle], page: ResultsPage
    ) -> ResultsPage:
        """What several columns have stands in each of them, and names the others."""
        alike, profiles, chosen = self._passages_alike, self._profiles, query.chosen[query.by]
        rank = by_place(self._events) if query.by == "event" else by_first_publication(self._outlets)

        def values(article: Article) -> frozenset[str]:
            return profiles.values[profiles.of[article.slug]][query.by]

        def in_order(articles: list[FoundArticle]) -> list[FoundArticle]:
            put_in_order(articles, query.sort, profiles)
            return articles

        made = columns(found, values, chosen, rank, in_order, alike)
        together = standing_together(found, alike)
        first = (query.page - 1) * COLUMNS_A_PAGE

        def column(one: FoundColumn, *, on_the_page: bool) -> Column:
            best = list(best_of(one.shown, query.per_article, query.most or PASSAGES_A_COLUMN)) if on_the_page else []
            total = sum(len(article.matches) for article in one.shown)
            return Column(
                value=one.value,
                total=total,
                articles=len(one.shown),
                copies=sum(len(article.matches) for article in one.found) - total,
                shared=one.shared(together, alike),
                outlets=one.outlets,
                first=one.first,
                groups=hits.groups(best, elsewhere([article for article, _ in best], together, alike)),
            )

        return replace(
            page,
            pages=-(-len(made) // COLUMNS_A_PAGE),
            columns=tuple(column(one, on_the_page=first <= at < first + COLUMNS_A_PAGE) for at, one in enumerate(made)),
        )

    @cached_property
    def _profiles(self) -> Profiles:
        return Profiles(self._articles.values(), self._labels)

    @cached_property
    def _passages_alike(self) -> Mapping[int, Place]:
        """What the passages are known by that say the same as others, by the numbers of their documents; read once."""
        if not self._alike:
            return {}
        alike = {}
        for document, (number, place) in enumerate(zip(self._documents.articles, self._documents.places, strict=True)):
            article = self._articles.get(number)
            if article and (known := self._alike.get((article.slug, place))):
                alike[document] = known
        return alike


def _sifted(matching: list[FoundArticle], narrowing: Narrowing) -> tuple[list[FoundArticle], list[Counted]]:
    """Those that are found, and those that count: also what a single choice leaves out, since it is offered beside that choice."""
    if not narrowing.narrows:
        return matching, [(one, NOTHING) for one in matching] if narrowing.counted else []
    found, counted = [], []
    for one in matching:
        left_out_by = narrowing.missed(one.article)
        if len(left_out_by) < 2:
            counted.append((one, left_out_by))
        if not left_out_by:
            found.append(one)
    return found, counted


def _also_searched(plan: Plan, evaluation: Evaluation) -> tuple[AlsoSearched, ...]:
    """The other names that the index has."""
    found = []
    for asked, fields in ((plan.named, ("text", "title")), (plan.speakers, ("speaker",))):
        for named in asked:
            occurring = ("title",) if named.in_titles else fields
            names = tuple(other.written for other in named.others if evaluation.occurs(other.sought, occurring))
            if names:
                found.append(AlsoSearched(named.written, names))
    return tuple(dict.fromkeys(found))


def _notices(plan: Plan, evaluation: Evaluation) -> tuple[str, ...]:
    capped = f"More than {MOST_WORDS} words begin or are spelled so; the {MOST_WORDS} that stand in most passages were looked for."
    nothing = (said for part, said in plan.read_in_sentences.items() if not evaluation.frequency(part))
    return (*plan.notices, *nothing, *((capped,) if evaluation.capped else ()))
