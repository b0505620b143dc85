"""How passages are scored: by BM25, with the lengths of passages at hand instead of one look into a file for each match."""

from collections.abc import Sequence

from whoosh.scoring import BM25F, BaseScorer
from whoosh.searching import Searcher

OF_TEXTS = ("text", "text_forms")


class Bm25(BM25F):  # type: ignore[misc]  # Whoosh has no types
    """For one segment; `lengths` has the number of words of each of its documents."""

    def __init__(self, lengths: Sequence[int]) -> None:
        super().__init__(title_B=0.3, title_forms_B=0.3)
        self._lengths = lengths

    def scorer(self, searcher: Searcher, fieldname: str, text: bytes, qf: int = 1) -> BaseScorer:
        scorer = super().scorer(searcher, fieldname, text, qf=qf)
        if fieldname in OF_TEXTS:
            scorer.dfl = self._lengths.__getitem__
        return scorer
