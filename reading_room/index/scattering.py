"""Articles that have all that a query wants, in one passage or in several: both are found in one pass, until the time is up."""

from collections.abc import Callable
from functools import reduce

from reading_room.index.documents import Documents
from reading_room.index.evaluating import Evaluation, Segment
from reading_room.index.matching import Clock, Scores, both
from reading_room.index.postings import Candidates
from reading_room.index.wanted import OfPassages

MOST_CANDIDATES = 0.5
"""Of the documents of a segment: where more could have the next part, all that have it are read, which is then no more work."""

Scattered = dict[int, list[tuple[int, float]]]
"""For each article the fewest of its best passages that have all parts together; documents with their scores."""


def together_and_scattered(
    evaluation: Evaluation, wanted: OfPassages, documents: Documents, fits: Callable[[int], bool], clock: Clock
) -> tuple[Scores, Scattered]:
    """The documents that have all parts; and for each article that has them, but never in one passage, and that fits, those that
    have them together.

    The part that the fewest passages have is looked for first, and the others only in the articles that have it.
    """
    whole: Scores = {}
    apart: Scattered = {}
    for segment in evaluation.segments:
        found, articles = _parts(evaluation, wanted, documents, segment)
        own = reduce(both, found)
        whole.update((document + segment.offset, score) for document, score in own.items())
        if not clock.is_up:  # else an article may have in one passage what was not read
            for number in articles - _having(own, documents, segment):
                if fits(number):
                    if clock.tick(len(found) * len(_stretch(number, documents))):
                        break
                    apart[number] = _together(number, found, documents, segment)
    return whole, apart


def _parts(
    evaluation: Evaluation, wanted: OfPassages, documents: Documents, segment: Segment
) -> tuple[list[Scores], set[int]]:
    """What of each part stands in articles that have the parts before it, the rarest first, and the articles that have all."""
    found: list[Scores] = []
    articles: set[int] = set()
    among: Candidates | None = None
    for part in sorted(wanted.parts, key=evaluation.frequency):
        if found:
            among = _candidates(articles, documents, segment)
        own = evaluation.narrowed(evaluation.scores(part, segment, among), wanted, segment)
        having = _having(own, documents, segment)
        articles = articles & having if found else having
        found.append(own)
        if not articles:
            break
    return found if articles else [{}], articles


def _candidates(articles: set[int], documents: Documents, segment: Segment) -> Candidates | None:
    stretches = [_stretch(number, documents) for number in articles]
    if sum(map(len, stretches)) > MOST_CANDIDATES * segment.reader.doc_count_all():
        return None
    return Candidates({document - segment.offset for stretch in stretches for document in stretch})


def _having(found: Scores, documents: Documents, segment: Segment) -> set[int]:
    """The articles of the documents."""
    numbers, offset = documents.articles, segment.offset
    return {numbers[document + offset] for document in found} if offset else set(map(numbers.__getitem__, found))


def _stretch(number: int, documents: Documents) -> range:
    first, last = documents.extents[number]
    return range(first, last + 1)


def _together(number: int, found: list[Scores], documents: Documents, segment: Segment) -> list[tuple[int, float]]:
    """The passages that have most of what is still missing, then the best, until nothing is missing."""
    parts: dict[int, frozenset[int]] = {}
    scores: dict[int, float] = {}
    for document in _stretch(number, documents):
        own = document - segment.offset
        if having := frozenset(part for part, one in enumerate(found) if own in one):
            parts[document] = having
            scores[document] = sum(found[part][own] for part in having)
    chosen: list[tuple[int, float]] = []
    missing = frozenset(range(len(found)))
    while missing:
        best = min(parts, key=lambda document: (-len(parts[document] & missing), -scores[document], document))
        missing -= parts[best]
        chosen.append((best, scores[best]))
    return chosen
