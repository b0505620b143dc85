"""Finds on the index what a query wants, segment by segment, until the time is up.

Of every part all documents are taken at once, with their scores, and then joined. Where every part is wanted, the rarest comes
first, and of the others only what stands in its documents is read.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import dataclass

from whoosh.reading import IndexReader, TermInfo, TermNotFound
from whoosh.searching import Searcher

from reading_room.index.codec import postings
from reading_room.index.documents import Documents
from reading_room.index.expanding import Expanding
from reading_room.index.known import Numbers
from reading_room.index.lexicon import Lexicon
from reading_room.index.matching import Clock, Scores, add, both
from reading_room.index.places import close_by, in_a_row
from reading_room.index.postings import Block, Candidates
from reading_room.index.scoring import rarity, scores
from reading_room.index.sought import Slot, Sought
from reading_room.index.wanted import ByOtherName, OfPassages, OneOf, Openings, Part

TITLE_WEIGHT = 1.5
"""What a word in a title counts, where one in the text counts 1."""
OTHER_NAME_WEIGHT = 0.25
"""What another name counts, where the one that was typed counts 1: who types the rare name is mostly after that."""
COST_OF_PLACES = 64
"""What comparing the places of words in one document costs, in documents that are only read."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of the index: which it is, and the number that its first document has in the whole index."""

    reader: IndexReader
    which: int
    offset: int


class Evaluation:
    """One search on one state of the index. `lexicon` gives all words."""

    def __init__(self, searcher: Searcher, documents: Documents, lexicon: Callable[[], Lexicon], clock: Clock) -> None:
        leaves = searcher.reader().leaf_readers()
        self.segments = [Segment(leaf, which, offset) for which, (leaf, offset) in enumerate(leaves)]
        self._count = searcher.doc_count_all()
        self._documents = documents
        self._clock = clock
        self._expanding = Expanding(lexicon, lambda word: self._having("text_forms", word), clock)
        self._known: dict[tuple[str, str], tuple[TermInfo | None, ...]] = {}
        self._excluded: dict[tuple[int, Part], frozenset[int]] = {}

    @property
    def capped(self) -> bool:
        """Whether a beginning or a likeness stood for more words than are looked for."""
        return self._expanding.capped

    def every(self, wanted: OfPassages) -> Scores:
        """All documents that have what is wanted, until the time is up."""
        found: Scores = {}
        for segment in self.segments:
            scores = self.scores(wanted, segment)
            found.update(scores if not segment.offset else {n + segment.offset: score for n, score in scores.items()})
        return found

    def titled(self, wanted: Sought) -> Numbers:
        """The articles that have something in their title."""
        articles = self._documents.articles
        return frozenset(
            articles[document + segment.offset]
            for segment in self.segments
            for document in self._in_field("title", wanted, segment, None, 1.0)
        )

    def scores(self, part: Part, segment: Segment, among: Candidates | None = None) -> Scores:
        """The documents of a segment that have what is wanted, of the candidates alone where there are such."""
        match part:
            case Sought():
                return self._sought(part, segment, among, 1.0)
            case ByOtherName(other):
                return self._sought(other, segment, among, OTHER_NAME_WEIGHT)
            case OneOf(parts):
                found: Scores = {}
                for one in parts:
                    add(found, self.scores(one, segment, among).items())
                return found
            case Openings(numbers):
                return self._openings(numbers, segment, among)
            case OfPassages():
                return self._all(part, segment, among)

    def _all(self, wanted: OfPassages, segment: Segment, among: Candidates | None) -> Scores:
        first, *others = sorted(wanted.parts, key=self.frequency) if len(wanted.parts) > 1 else wanted.parts
        found = self.narrowed(self.scores(first, segment, among), wanted, segment)
        for part in others:
            if not found:
                break
            found = both(found, self.scores(part, segment, Candidates(found)))
        return found

    def narrowed(self, found: Scores, wanted: OfPassages, segment: Segment) -> Scores:
        """Without the documents that have what is excluded, and without those of other articles.

        Nothing is left where the time was up before it was known what is excluded.
        """
        if wanted.among is not None:
            articles, offset, numbers = self._documents.articles, segment.offset, wanted.among
            found = {document: score for document, score in found.items() if articles[document + offset] in numbers}
        for part in wanted.unless if found else ():
            for document in found.keys() & self._without(part, segment):
                del found[document]
        return {} if wanted.unless and self._clock.is_up else found

    def _without(self, part: Part, segment: Segment) -> frozenset[int]:
        """All documents that have this, as they would be found by it: the opening passage also where the title has it."""
        known = segment.which, part
        if known not in self._excluded:
            self._excluded[known] = frozenset(self.scores(part, segment))
        return self._excluded[known]

    def _sought(self, wanted: Sought, segment: Segment, among: Candidates | None, weight: float) -> Scores:
        found = self._in_field("text", wanted, segment, among, weight)
        add(found, self._in_field("title", wanted, segment, among, weight * TITLE_WEIGHT).items())
        return found

    def _in_field(
        self, field: str, wanted: Sought, segment: Segment, among: Candidates | None, weight: float
    ) -> Scores:
        """Of one word the documents of each term that it may be; of several those where they stand as they should."""
        name = f"{field}_forms" if wanted.forms else field
        if len(wanted.slots) > 1:
            return self._placed(name, wanted, segment, among, weight)
        return self._slot(name, wanted.slots[0], segment, among, weight)

    def _slot(
        self,
        field: str,
        slot: Slot,
        segment: Segment,
        among: Candidates | None,
        weight: float,
        read: list[Block] | None = None,
    ) -> Scores:
        """The documents of the terms that may stand in a slot; `read` takes the blocks that were read for that."""
        found: Scores = {}
        for text in self._expanding.terms(slot):
            if self._clock.is_up:
                break
            if info := self._infos(field, text)[segment.which]:
                rare = rarity(self._count, self._having(field, text)) * weight
                norm = self._documents.norms(field)[segment.which].__getitem__
                add(found, self._term(segment.reader, info, among, rare, norm, read).items())
        for document in found.keys() & self._documents.deleted[segment.which]:
            del found[document]
        return found

    def _term(
        self,
        reader: IndexReader,
        info: TermInfo,
        among: Candidates | None,
        rare: float,
        norm: Callable[[int], float],
        read: list[Block] | None,
    ) -> Scores:
        found: Scores = {}
        for block in postings(reader, info, among):
            documents, times = block.documents, block.times
            if read is not None:
                read.append(block)
            if among is not None:
                own = [at for at, document in enumerate(documents) if document in among.documents]
                documents, times = [documents[at] for at in own], [times[at] for at in own]
            found.update(zip(documents, scores(rare, times, map(norm, documents)), strict=True))
            if self._clock.tick(len(block.documents)):
                break
        return found

    def _placed(self, field: str, wanted: Sought, segment: Segment, among: Candidates | None, weight: float) -> Scores:
        """The documents in which the words stand in a row, or with so many others between them; the rarest word is taken first."""
        slots = wanted.slots
        read: list[list[Block]] = [[] for _ in slots]
        found: Scores | None = None
        for at in sorted(range(len(slots)), key=lambda at: self._frequency(field, slots[at])):
            more = self._slot(field, slots[at], segment, among, weight, read[at])
            found = both(found, more) if found is not None else more
            if not found:
                return {}
            among = Candidates(found)
        found = found or {}
        places = [_where(blocks, found) for blocks in read]
        standing: Scores = {}
        for document, score in found.items():
            if self._clock.tick(COST_OF_PLACES):
                break
            if _stand([where[document] for where in places], wanted.between):
                standing[document] = score
        return standing

    def frequency(self, part: Part) -> int:
        """About how many passages have it."""
        match part:
            case Sought(slots, forms):
                field = "text_forms" if forms else "text"
                return min(self._frequency(field, slot) for slot in slots)
            case ByOtherName(other):
                return self.frequency(other)
            case OneOf(parts):
                return sum(map(self.frequency, parts))
            case OfPassages(parts):
                return min(map(self.frequency, parts))
            case Openings(numbers):
                return len(numbers)

    def _frequency(self, field: str, slot: Slot) -> int:
        return sum(self._having(field, text) for text in self._expanding.terms(slot))

    def _having(self, field: str, text: str) -> int:
        """How many documents have a term."""
        return sum(info.doc_frequency() for info in self._infos(field, text) if info)

    def _infos(self, field: str, text: str) -> tuple[TermInfo | None, ...]:
        """What each segment knows of a term."""
        if (field, text) not in self._known:
            self._known[field, text] = tuple(_info(segment.reader, field, text) for segment in self.segments)
        return self._known[field, text]

    def occurs(self, wanted: Sought) -> bool:
        """Whether the index has all of the words, in whichever order."""
        return any(
            all(any(self._infos(field, text)[segment.which] for text in slot.terms) for slot in wanted.slots)
            for segment in self.segments
            for field in ("text", "title")
        )

    def _openings(self, numbers: Numbers, segment: Segment, among: Candidates | None) -> Scores:
        extents, places = self._documents.extents, self._documents.places
        first, end = segment.offset, segment.offset + segment.reader.doc_count_all()
        opening = sorted(extents[number][0] for number in numbers if number in extents)
        return {
            document - first: 1.0
            for document in opening
            if first <= document < end
            and places[document] == 0
            and (among is None or document - first in among.documents)
        }


def _info(reader: IndexReader, field: str, text: str) -> TermInfo | None:
    try:
        return reader.term_info(field, text.encode())
    except TermNotFound:
        return None


def _where(read: Sequence[Block], documents: Container[int]) -> Mapping[int, list[tuple[Block, int]]]:
    """In which blocks, and where in them, the documents are."""
    found: dict[int, list[tuple[Block, int]]] = defaultdict(list)
    for block in read:
        for at, document in enumerate(block.documents):
            if document in documents:
                found[document].append((block, at))
    return found


def _stand(slots: Sequence[Sequence[tuple[Block, int]]], between: int | None) -> bool:
    """Whether the words stand as they should in one document; of each the blocks are given that have it."""
    places: list[Collection[int]] = [
        slot[0][0].places(slot[0][1]) if len(slot) == 1 else {place for block, at in slot for place in block.places(at)}
        for slot in slots
    ]
    return bool(in_a_row(places)) if between is None else next(close_by(places, between), None) is not None
