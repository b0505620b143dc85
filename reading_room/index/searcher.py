"""Answers a `SearchQuery` from one generation of the index.

Every match is scored and grouped under its article: totals, facets and groups all come from that one pass. What stands in several
copies of a text is then shown in the first of them alone. Whoosh's own parser is
never shown what a reader typed, and no query of ours can expand, so the work is bounded by the postings of the words; the clock is
checked all the same, and on running out the answer is what was found so far.

One Whoosh searcher is opened for each search and closed after it: shared between threads it gives wrong results silently, and
`refresh()` can return deleted documents. Without memory mapping opening one takes under a millisecond and copies nothing.
"""

import pickle
import struct
import time
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh import query as whoosh_query
from whoosh.collectors import Collector
from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError
from whoosh.reading import IndexReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from reading_room.index.marking import Terms, spans, stands_in, terms_of
from reading_room.model.article import Article
from reading_room.model.copies import Place
from reading_room.model.errors import NotReady
from reading_room.model.query import SearchQuery
from reading_room.model.results import ArticleHits, Elsewhere, FacetValue, Hit, ResultsPage, Span

ARTICLES_A_PAGE = 10
TITLE_WEIGHT = 1.5
LONGEST_PHRASE = 4
"""Words of a phrase that Whoosh compares by position. Of longer ones it finds the words, and the order is looked up in the text:
its own comparison of many positions cannot be stopped."""
UNREADABLE = (OSError, EOFError, struct.error, zlib.error, pickle.UnpicklingError, EmptyIndexError)
"""What reading a damaged index raises."""
BUDGET = 1.0
"""Seconds after which a search ends with what it has."""


class WhooshIndex:
    """One generation, opened for reading. Safe to share between threads.

    `articles` are those of the generation, by the numbers that they were indexed under; `alike` has for each passage that says the
    same as another the one that they are known by. `budget` is in seconds.
    """

    def __init__(
        self,
        folder: Path,
        generation: str,
        articles: Mapping[int, Article],
        alike: Mapping[Place, Place] | None = None,
        budget: float = BUDGET,
    ) -> None:
        self.generation = generation
        self._articles = articles
        self._alike = alike or {}
        self._budget = budget
        self._index = FileStorage(str(folder), supports_mmap=False).open_index()

    def search(self, query: SearchQuery) -> ResultsPage:
        """The page of articles that the query asks for, the best first, each with its best passages.

        Raises `NotReady` where the files of the index were damaged or taken away.
        """
        try:
            return self._search(query)
        except UNREADABLE as error:
            remedy = "The keeper of the room can make the index anew: delete it, and run “flask ingest”."
            raise NotReady(f"The index cannot be read ({error}).", remedy) from error

    def _search(self, query: SearchQuery) -> ResultsPage:
        with self._index.searcher(weighting=BM25F(title_B=0.3)) as searcher:
            wanted = _whoosh_query(query, searcher.reader())
            if wanted is None:
                return ResultsPage(total=0, articles=0, page=query.page, pages=0)
            matches = EveryMatch(_left_out(query, searcher), _check(query, searcher), time.monotonic() + self._budget)
            searcher.search_with_collector(wanted, matches)
            found = [one for one in self._by_article(matches.found) if _fits(one.article, query)]
            return self._page(searcher, query, found, matches.complete)

    def spans(self, query: SearchQuery, text: str) -> tuple[Span, ...]:
        """Where a text has the words of the query."""
        return spans(query, text)

    def _page(self, searcher: Searcher, query: SearchQuery, found: list["FoundArticle"], complete: bool) -> ResultsPage:
        order = _ORDERS[query.sort]
        found.sort(key=order)
        shown, copies = _each_once(found, self._passages_alike)
        shown.sort(key=order)  # an article without its best passage may be less than it was

        def hit(article: Article, number: int, score: float) -> Hit:
            others = sorted(copies.get(number, {}).values(), key=lambda copy: copy[0].publication_order)
            also_in = tuple(Elsewhere(other.slug, searcher.stored_fields(at)["passage"]) for other, at in others)
            return _hit(article, searcher.stored_fields(number), score, query, also_in)

        first = (query.page - 1) * ARTICLES_A_PAGE
        groups = []
        for one in shown[first : first + ARTICLES_A_PAGE]:
            best = sorted(one.matches, key=lambda match: (-match[1], match[0]))[: query.per_article]
            hits = tuple(hit(one.article, number, score) for number, score in best)
            groups.append(ArticleHits(one.article.slug, hits, len(one.matches)))
        total = sum(len(one.matches) for one in shown)
        return ResultsPage(
            total=total,
            articles=len(shown),
            page=query.page,
            pages=-(-len(shown) // ARTICLES_A_PAGE),
            groups=tuple(groups),
            facets=_facets(found),
            complete=complete,
            copies=sum(len(one.matches) for one in found) - total,
        )

    def _by_article(self, matches: Iterable[tuple[int, float]]) -> list["FoundArticle"]:
        numbers = self._article_numbers
        documents: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for match in matches:
            documents[numbers[match[0]]].append(match)
        return [
            FoundArticle(self._articles[number], found)
            for number, found in documents.items()
            if number in self._articles
        ]

    @cached_property
    def _article_numbers(self) -> "array[int]":
        """The number of the article that each document belongs to: four bytes a passage, read once."""
        return self._column("article")

    @cached_property
    def _passages_alike(self) -> Mapping[int, Place]:
        """What the passages are known by that say the same as others, by the numbers of their documents; read once."""
        if not self._alike:
            return {}
        alike = {}
        for document, (number, place) in enumerate(zip(self._article_numbers, self._column("place"), strict=True)):
            article = self._articles.get(number)
            if article and (known := self._alike.get((article.slug, place))):
                alike[document] = known
        return alike

    def _column(self, name: str) -> "array[int]":
        values: array[int] = array("i")
        with self._index.reader() as reader:
            for leaf, _ in reader.leaf_readers():
                if leaf.doc_count_all():  # an index of no documents has no columns
                    column = leaf.column_reader(name, translate=False)
                    values.extend(column[document] for document in range(leaf.doc_count_all()))
        return values


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article with its matching documents and their scores."""

    article: Article
    matches: list[tuple[int, float]]

    @property
    def score(self) -> float:
        return max(score for _, score in self.matches)


Copies = Mapping[int, Mapping[str, tuple[Article, int]]]
"""For a document that is shown, the articles by slug, each with its document, that are not since they say the same."""


def _each_once(found: list[FoundArticle], alike: Mapping[int, Place]) -> tuple[list[FoundArticle], Copies]:
    """The articles with those of their matches that none before them has; what some had before is a copy of the first of these.

    One article may say the same twice: it keeps both.
    """
    if not alike:
        return found, {}
    first: dict[Place, tuple[Article, int]] = {}
    copies: dict[int, dict[str, tuple[Article, int]]] = defaultdict(dict)
    shown = []
    for one in found:
        own = []
        for match in one.matches:
            known = alike.get(match[0])
            article, document = first.setdefault(known, (one.article, match[0])) if known else (one.article, match[0])
            if article is one.article:
                own.append(match)
            else:
                copies[document].setdefault(one.article.slug, (one.article, match[0]))
        if own:
            shown.append(FoundArticle(one.article, own))
    return shown, copies


def _fits(article: Article, query: SearchQuery) -> bool:
    """Whether nothing that narrows the search leaves the article out. One without a date is in no stretch of time."""
    dated = query.first or query.last
    return (
        (not query.outlet or article.outlet == query.outlet)
        and (not query.language or _primary(article.language) == _primary(query.language))
        and (not query.event or any(account.event == query.event for account in article.accounts))
        and (not query.article or article.slug == query.article)
        and (not dated or bool(article.published and article.published.overlaps(query.first, query.last)))
    )


def _primary(language: str) -> str:
    """`pt-BR` is Portuguese."""
    return language.split("-")[0].lower()


def _newest_first(one: FoundArticle) -> Any:
    published = one.article.published
    return (0, -published.first.toordinal(), one.article.slug) if published else (1, 0, one.article.slug)


_ORDERS: dict[str, Any] = {
    "relevance": lambda one: (-one.score, one.article.publication_order),
    "newest": _newest_first,
    "oldest": lambda one: one.article.publication_order,
}


class EveryMatch(Collector):  # type: ignore[misc]  # Whoosh has no types
    """Collects document number and score of every match that is not left out, until the deadline (of `time.monotonic`).

    `check` looks at what positions do not tell; None where there is nothing to look at.
    """

    def __init__(self, left_out: AbstractSet[int], check: Callable[[int], bool] | None, deadline: float) -> None:
        self.left_out = left_out
        self.check = check
        self.deadline = deadline
        self.found: list[tuple[int, float]] = []
        self.complete = True

    def collect_matches(self) -> None:
        matcher, offset, left_out, append = self.matcher, self.offset, self.left_out, self.found.append
        check, pause = self.check, 8 if self.check else 256
        until_clock = pause
        while self.complete and matcher.is_active():
            number = matcher.id() + offset
            if number not in left_out and (check is None or check(number)):
                append((number, matcher.score()))
            matcher.next()
            until_clock -= 1
            if not until_clock:
                until_clock = pause
                self.complete = time.monotonic() < self.deadline

    def finish(self) -> None:
        """Nothing to add up: the base class would time the run."""


def _whoosh_query(query: SearchQuery, reader: IndexReader) -> whoosh_query.Query | None:
    """Every wanted clause in the text, or, for an opening passage, in the title."""
    wanted = [_either(terms, reader) for terms in dict.fromkeys(terms_of(query.wanted))]
    if not wanted:
        return None
    return wanted[0] if len(wanted) == 1 else whoosh_query.And(wanted)


def _either(terms: Terms, reader: IndexReader) -> whoosh_query.Query:
    """In the text, or in a title; titles are left aside where none has the words, since asking both costs twice the time."""
    if not all(("title", term) in reader for term in terms):
        return _in_field("text", terms)
    return whoosh_query.Or([_in_field("text", terms), _in_field("title", terms, boost=TITLE_WEIGHT)])


def _in_field(name: str, terms: Terms, boost: float = 1.0) -> whoosh_query.Query:
    if len(terms) == 1:
        return whoosh_query.Term(name, terms[0], boost=boost)
    if len(terms) <= LONGEST_PHRASE:
        return whoosh_query.Phrase(name, list(terms), boost=boost)
    return whoosh_query.And([whoosh_query.Term(name, term, boost=boost) for term in dict.fromkeys(terms)])


def _left_out(query: SearchQuery, searcher: Searcher) -> AbstractSet[int]:
    """The documents with an excluded word in their text. Whoosh's own `AndNot` can let the first match through."""
    words = [whoosh_query.Term("text", terms[0]) for terms in terms_of(query.excluded) if len(terms) == 1]
    return frozenset(searcher.docs_for_query(whoosh_query.Or(words))) if words else frozenset()


def _check(query: SearchQuery, searcher: Searcher) -> Callable[[int], bool] | None:
    """Looks in the stored text of a document for long phrases that are wanted, and for any phrase that is not."""
    wanted = [terms for terms in terms_of(query.wanted) if len(terms) > LONGEST_PHRASE]
    excluded = [terms for terms in terms_of(query.excluded) if len(terms) > 1]
    if not wanted and not excluded:
        return None

    def check(number: int) -> bool:
        stored = searcher.stored_fields(number)
        text, title = stored["body"], stored.get("title", "")
        return all(stands_in(terms, text) or stands_in(terms, title) for terms in wanted) and not any(
            stands_in(terms, text) for terms in excluded
        )

    return check


def _hit(
    article: Article, stored: dict[str, Any], score: float, query: SearchQuery, also_in: tuple[Elsewhere, ...]
) -> Hit:
    text = stored["body"]
    return Hit(article.slug, stored["version"], stored["passage"], text, spans(query, text), round(score, 4), also_in)


def _facets(found: list[FoundArticle]) -> dict[str, tuple[FacetValue, ...]]:
    """How many of the found articles have each value, the most frequent first."""
    counts = {
        "outlet": Counter(one.article.outlet for one in found),
        "event": Counter(event for one in found for event in {account.event for account in one.article.accounts}),
        "lang": Counter(_primary(one.article.language) for one in found),
    }
    return {
        name: tuple(FacetValue(value, n) for value, n in sorted(count.items(), key=lambda item: (-item[1], item[0])))
        for name, count in counts.items()
    }
