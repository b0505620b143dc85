"""Articles that have all that a query wants, but never in one passage: the passages that have it together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass

from reading_room.index.documents import Documents
from reading_room.index.evaluating import Evaluation
from reading_room.index.matching import Clock
from reading_room.index.postings import Candidates
from reading_room.index.wanted import OfPassages, Part


@dataclass(slots=True)
class _Passage:
    """Which of the parts a passage has, as bits, and what they score together."""

    parts: int = 0
    score: float = 0.0


def scattered(
    evaluation: Evaluation, wanted: OfPassages, documents: Documents, fits: Callable[[int], bool], clock: Clock
) -> dict[int, list[tuple[int, float]]]:
    """For each article that fits, the fewest of its best passages that have all parts together; documents with their scores.

    The part that the fewest passages have is looked for first, and the others only in the articles that have it.
    """
    candidates: set[int] | None = None
    passages: dict[int, dict[int, _Passage]] = defaultdict(lambda: defaultdict(_Passage))
    articles = documents.articles
    for bit, part in enumerate(sorted(wanted.parts, key=evaluation.frequency)):
        hits = list(_hits(evaluation, wanted, part, documents, candidates))
        having = {articles[document] for document, _ in hits}
        if candidates is None:
            having = set(filter(fits, having))
        for document, score in hits:
            if clock.tick():
                return {}
            if (article := articles[document]) in having:
                passage = passages[article][document]
                passage.parts |= 1 << bit
                passage.score += score
        candidates = having
        if not candidates or clock.is_up:
            return {}
    every_part = (1 << len(wanted.parts)) - 1
    return {article: _together(passages[article], every_part) for article in candidates or ()}


def _hits(
    evaluation: Evaluation, wanted: OfPassages, part: Part, documents: Documents, candidates: Set[int] | None
) -> Iterator[tuple[int, float]]:
    """Document and score of each passage that has the part, in the candidates alone where there are any."""
    extents = documents.extents
    for segment in evaluation.segments:
        offset, among = segment.offset, None
        if candidates is not None:
            end = offset + segment.reader.doc_count_all()
            stretches = (extents[article] for article in candidates)
            among = Candidates(
                {n - offset for first, last in stretches if offset <= first < end for n in range(first, last + 1)}
            )
        found = evaluation.narrowed(evaluation.scores(part, segment, among), wanted, segment)
        yield from ((document + offset, score) for document, score in sorted(found.items()))


def _together(passages: Mapping[int, _Passage], every_part: int) -> list[tuple[int, float]]:
    """The passages that have most of what is still missing, then the best, until nothing is missing."""
    chosen: list[tuple[int, float]] = []
    missing = every_part
    while missing:
        document, best = min(
            passages.items(), key=lambda one: (-(one[1].parts & missing).bit_count(), -one[1].score, one[0])
        )
        missing &= ~best.parts
        chosen.append((document, best.score))
    return chosen
