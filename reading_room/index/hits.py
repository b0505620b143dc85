"""The passages that a page shows: read from the index, with the places to mark and the copies that say the same."""

from collections.abc import Iterable

from whoosh.searching import Searcher

from reading_room.index.grouping import Copies, FoundArticle
from reading_room.index.marking import Marker
from reading_room.index.told import Told
from reading_room.model.article import Article
from reading_room.model.results import ArticleHits, Elsewhere, Hit


class Hits:
    """Reads passages by the numbers of their documents; only of what is shown, since reading and marking take the longest."""

    def __init__(self, searcher: Searcher, marker: Marker | None) -> None:
        self._searcher = searcher
        self._marker = marker

    def groups(self, shown: Iterable[tuple[FoundArticle, int]], copies: Copies) -> tuple[ArticleHits, ...]:
        """Each article with the matches that it has, of as many as are found of it."""
        return tuple(
            ArticleHits(
                one.article.slug,
                tuple(self._hit(one.article, document, score, copies) for document, score in one.matches),
                total,
                one.scattered,
            )
            for one, total in shown
        )

    def _hit(self, article: Article, document: int, score: float, copies: Copies) -> Hit:
        stored = self._searcher.stored_fields(document)
        text: str = stored["body"]
        others = sorted(copies.get(document, {}).values(), key=lambda copy: copy[0].publication_order)
        also_in = tuple(Elsewhere(other.slug, self._searcher.stored_fields(at)["passage"]) for other, at in others)
        if self._marker is None:
            return Hit(article.slug, stored["version"], stored["passage"], text, (), round(score, 4), also_in)
        spans, best = self._marker.spans_and_best(text, article.language, Told(*stored.get("told", ())))
        return Hit(article.slug, stored["version"], stored["passage"], text, spans, round(score, 4), also_in, best)
