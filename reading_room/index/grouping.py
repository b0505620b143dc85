"""Matching passages under their articles: ordered, shown once where several articles say the same, and chosen for a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from reading_room.index.matching import Scores
from reading_room.index.profiles import Profiles
from reading_room.model.article import Article
from reading_room.model.copies import Place

Match = tuple[int, float]
"""A document and its score."""
PASSAGES_A_PAGE = 20
"""Where they are listed one by one."""


class FoundArticle(NamedTuple):
    """An article with its matching documents. A tuple, since a search may make some thousands of them."""

    article: Article
    matches: list[Match]
    scattered: bool = False


def _best(one: FoundArticle) -> float:
    """The score of the best of its matches."""
    matches = one[1]
    return matches[0][1] if len(matches) == 1 else max(map(_SCORE, matches))


_SCORE, _SCATTERED = itemgetter(1), itemgetter(2)

Copies = Mapping[int, Mapping[str, tuple[Article, int]]]
"""For a document that is shown, the articles by slug, each with its document, that are not since they say the same."""


def by_article(matches: Scores, numbers: Sequence[int], articles: Mapping[int, Article]) -> list[FoundArticle]:
    """`numbers` has the number of the article of each document; what is not among the articles is left out."""
    documents: dict[int, list[Match]] = defaultdict(list)
    for match in matches.items():
        documents[numbers[match[0]]].append(match)
    return [FoundArticle(articles[number], found) for number, found in documents.items() if number in articles]


def each_once(found: list[FoundArticle], alike: Mapping[int, Place]) -> tuple[list[FoundArticle], Copies]:
    """The articles with those of their matches that none before them has; what some had before is a copy of the first of these.

    One article may say the same twice: it keeps both.
    """
    if not alike:
        return found, {}
    first: dict[Place, tuple[Article, int]] = {}
    copies: dict[int, dict[str, tuple[Article, int]]] = defaultdict(dict)
    shown = []
    for one in found:
        for document, _ in one.matches:
            if document in alike:
                break
        else:
            shown.append(one)
            continue
        own = []
        for match in sorted(one.matches):  # in the order of the text
            known = alike.get(match[0])
            article, document = first.setdefault(known, (one.article, match[0])) if known else (one.article, match[0])
            if article is one.article:
                own.append(match)
            else:
                copies[document].setdefault(one.article.slug, (one.article, match[0]))
        if own:
            shown.append(FoundArticle(one.article, own, one.scattered))
    return shown, copies


def put_in_order(found: list[FoundArticle], sort: str, profiles: Profiles) -> None:
    """Those that have all words in one passage come before those that have not.

    Each sort keeps the order that the one before it made: several by one thing take a fraction of the time of one by several.
    """
    ranks = profiles.newest_first if sort == "newest" else profiles.oldest_first
    found.sort(key=lambda one: ranks[one.article.slug])
    if sort == "relevance":
        found.sort(key=_best, reverse=True)
    found.sort(key=_SCATTERED)


def best_of(shown: Iterable[FoundArticle], each: int, most: int | None) -> Iterator[tuple[FoundArticle, int]]:
    """Articles with the best `each` of their matches, `most` together, and the number of all that they have."""
    for one in shown:
        few = each if most is None else min(each, most)
        if not few:
            break
        best = sorted(one.matches, key=lambda match: (-match[1], match[0]))[:few]
        most = most if most is None else most - len(best)
        yield FoundArticle(one.article, best, one.scattered), len(one.matches)


def one_by_one(shown: Iterable[FoundArticle], sort: str, page: int) -> Iterator[tuple[FoundArticle, int]]:
    """A page of single passages: the best first, or in the order of the articles and, within one, of its text."""
    articles = list(shown)
    by_score = sort == "relevance"
    ordered = sorted(
        (one.scattered, -score if by_score else 0.0, rank, document, score)
        for rank, one in enumerate(articles)
        for document, score in one.matches
    )
    first = (page - 1) * PASSAGES_A_PAGE
    for scattered, _, rank, document, score in ordered[first : first + PASSAGES_A_PAGE]:
        yield FoundArticle(articles[rank].article, [(document, score)], scattered), 1
