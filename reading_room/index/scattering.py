"""Articles that have all that a query wants, but never in one passage: the passages that have it together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reading_room.index.evaluating import Evaluation
from reading_room.index.matching import Clock
from reading_room.index.wanted import OfPassages, Part

Extents = Mapping[int, tuple[int, int]]
"""First and last document of each article, by its number: an article's passages stand one after the other in one segment."""


@dataclass(slots=True)
class _Passage:
    """Which of the parts a passage has, as bits, and what they score together."""

    parts: int = 0
    score: float = 0.0


def scattered(
    evaluation: Evaluation, wanted: OfPassages, extents: Extents, fits: Callable[[int], bool], clock: Clock
) -> dict[int, list[tuple[int, float]]]:
    """For each article that fits, the fewest of its best passages that have all parts together; documents with their scores.

    The part that the fewest passages have is looked for first, and the others only in the articles that have it.
    """
    candidates: set[int] | None = None
    passages: dict[int, dict[int, _Passage]] = defaultdict(lambda: defaultdict(_Passage))
    for bit, part in enumerate(sorted(wanted.parts, key=evaluation.frequency)):
        having: set[int] = set()
        for article, document, score in _hits(evaluation, wanted, part, extents, candidates, clock):
            if article in having or candidates is not None or fits(article):
                having.add(article)
                passage = passages[article][document]
                passage.parts |= 1 << bit
                passage.score += score
        candidates = having
        if not candidates or clock.is_up:
            return {}
    every_part = (1 << len(wanted.parts)) - 1
    return {article: _together(passages[article], every_part) for article in candidates or ()}


def _hits(
    evaluation: Evaluation, wanted: OfPassages, part: Part, extents: Extents, candidates: set[int] | None, clock: Clock
) -> Iterator[tuple[int, int, float]]:
    """Article, document and score of each passage that has the part, in the candidates alone where there are any."""
    for segment in evaluation.segments:
        offset = segment.offset
        matcher = evaluation.narrowed(evaluation.matcher(part, segment), wanted.unless, wanted.among, segment)
        if candidates is None:
            while matcher.is_active() and not clock.tick():
                document = matcher.id() + offset
                yield evaluation.article(document), document, matcher.score()
                matcher.next()
            continue
        end = offset + segment.searcher.doc_count_all()
        for (first, last), article in sorted((extents[article], article) for article in candidates):
            if not offset <= first < end:
                continue
            if matcher.is_active() and matcher.id() + offset < first:
                matcher.skip_to(first - offset)
            while matcher.is_active() and matcher.id() + offset <= last and not clock.tick():
                yield article, matcher.id() + offset, matcher.score()
                matcher.next()


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
