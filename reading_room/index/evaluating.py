"""Finds on the index what a query wants, segment by segment, until the time is up.

Of every part all documents are taken at once, with their scores, and then joined. Where every part is wanted, the rarest comes
first, and of the others only what stands in its documents is read.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whoosh.reading import IndexReader, TermInfo, TermNotFound
from whoosh.searching import Searcher

from reading_room.index.codec import postings
from reading_room.index.documents import Documents
from reading_room.index.expanding import COST_OF_LOOKING_UP, Expanding
from reading_room.index.known import Numbers
from reading_room.index.lexicon import Lexicon
from reading_room.index.matching import Clock, Scores, add, both
from reading_room.index.places import close_by, in_a_row
from reading_room.index.postings import Block, Candidates
from reading_room.index.scoring import rarity, scores
from reading_room.index.sought import Slot, Sought
from reading_room.index.told import WIDER, between
from reading_room.index.wanted import ByOtherName, Mentioning, OfPassages, OneOf, Openings, Part, SaidBy

TITLE_WEIGHT = 1.5
"""What a word in a title counts, where one in the text counts 1."""
OTHER_NAME_WEIGHT = 0.25
"""What another name counts, where the one that was typed counts 1: who types the rare name is mostly after that."""
WIDER_WEIGHT = 0.25
"""What a time counts that is wider than the days that are asked for, where one that lies in them counts 1."""
COST_OF_PLACES = 64
"""What comparing the places of words in one document costs, in documents that are only read."""


LENGTH_OF = {"speaker": "text", "mentions": "text"}
"""Fields in which a term counts by the length of another."""

Within = Mapping[int, Collection[int]]
"""The places in each document in which alone something counts."""


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

    def scores(
        self, part: Part, segment: Segment, among: Candidates | None = None, within: Within | None = None
    ) -> Scores:
        """The documents of a segment that have what is wanted, of the candidates alone where there are such.

        `within` limits words and days to places in these documents; what is wanted of a speaker has limits of its own.
        """
        match part:
            case Sought():
                return self._sought(part, segment, among, 1.0, within)
            case ByOtherName(other):
                return self._sought(other, segment, among, OTHER_NAME_WEIGHT, within)
            case SaidBy():
                return self._speaking(part, segment, among)
            case Mentioning(days):
                return self._mentioning(days, segment, among, within)
            case OneOf(parts):
                found: Scores = {}
                for one in parts:
                    add(found, self.scores(one, segment, among, within).items())
                return found
            case Openings(numbers):
                return self._openings(numbers, segment, among)
            case OfPassages(parts):
                if 0 < len(part.speakers) < len(parts):
                    return self._all_said(part, segment, among)
                return self._all(part, segment, among, within)

    def _all(self, wanted: OfPassages, segment: Segment, among: Candidates | None, within: Within | None) -> Scores:
        first, *others = sorted(wanted.parts, key=self.frequency) if len(wanted.parts) > 1 else wanted.parts
        found = self.narrowed(self.scores(first, segment, among, within), wanted, segment)
        for part in others:
            if not found:
                break
            found = both(found, self.scores(part, segment, Candidates(found), within))
        return found

    def _all_said(self, wanted: OfPassages, segment: Segment, among: Candidates | None) -> Scores:
        """Where several speakers are wanted each of them says something, and one of them what else is wanted."""
        first, *speakers = sorted(wanted.speakers, key=self.frequency)
        found, within = self._said(first, segment, among)
        found = self.narrowed(found, wanted, segment)
        for speaker in speakers:
            more, places = self._said(speaker, segment, Candidates(found))
            found = both(found, more)
            for document in found:
                within[document] |= places[document]
        for part in sorted(set(wanted.parts).difference(wanted.speakers), key=self.frequency):
            if not found:
                break
            found = both(found, self.scores(part, segment, Candidates(found), within))
        return found

    def _speaking(self, speaker: SaidBy, segment: Segment, among: Candidates | None) -> Scores:
        """The documents in which the speaker is given words, whichever: whose name has a single word needs no places read."""
        found: Scores = {}
        for slots, weight in _names(speaker):
            own = (
                self._slot("speaker", slots[0], segment, among, weight)
                if len(slots) == 1
                else self._told("speaker", slots, segment, among, weight)[0]
            )
            add(found, own.items())
        return found

    def _said(
        self, speaker: SaidBy, segment: Segment, among: Candidates | None
    ) -> tuple[Scores, dict[int, frozenset[int]]]:
        """The same, with the places of these words."""
        found: Scores = {}
        within: dict[int, frozenset[int]] = {}
        for slots, weight in _names(speaker):
            own, places = self._told("speaker", slots, segment, among, weight)
            add(found, own.items())
            for document, more in places.items():
                within[document] = within.get(document, frozenset()) | more
        return found, within

    def _mentioning(self, days: str, segment: Segment, among: Candidates | None, within: Within | None) -> Scores:
        found: Scores = {}
        for term, weight in ((days, 1.0), (WIDER + days, WIDER_WEIGHT)):
            slot = Slot(frozenset({term}))
            if within is None:
                add(found, self._slot("mentions", slot, segment, among, weight).items())
            else:
                scores, places = self._told("mentions", (slot,), segment, among, weight)
                add(found, ((n, score) for n, score in scores.items() if not places[n].isdisjoint(within.get(n, ()))))
        return found

    def _told(
        self, field: str, slots: Sequence[Slot], segment: Segment, among: Candidates | None, weight: float
    ) -> tuple[Scores, dict[int, frozenset[int]]]:
        """The documents that have all of the terms of one speaker or one sentence, and the places of its words."""
        found: Scores = {}
        within: dict[int, frozenset[int]] = {}
        having, where = self._having_all(field, slots, segment, among, weight)
        for document, score in having.items():
            if self._clock.tick(COST_OF_PLACES):
                break
            runs = (frozenset().union(*(between(block.places(at)) for block, at in slot[document])) for slot in where)
            if places := frozenset[int].intersection(*runs):
                found[document], within[document] = score, places
        return found, within

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

    def _sought(
        self, wanted: Sought, segment: Segment, among: Candidates | None, weight: float, within: Within | None
    ) -> Scores:
        found = self._in_field("text", wanted, segment, among, weight, within)
        if within is None:
            add(found, self._in_field("title", wanted, segment, among, weight * TITLE_WEIGHT).items())
        return found

    def _in_field(
        self,
        field: str,
        wanted: Sought,
        segment: Segment,
        among: Candidates | None,
        weight: float,
        within: Within | None = None,
    ) -> Scores:
        """Of one word the documents of each term that it may be; of several those where they stand as they should."""
        name = f"{field}_forms" if wanted.forms else field
        if len(wanted.slots) > 1 or within is not None:
            return self._placed(name, wanted, segment, among, weight, within)
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
            if self._clock.tick(COST_OF_LOOKING_UP):
                break
            if info := self._infos(field, text)[segment.which]:
                rare = rarity(self._count, self._having(field, text)) * weight
                norm = self._documents.norms(LENGTH_OF.get(field, field))[segment.which].__getitem__
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

    def _placed(
        self,
        field: str,
        wanted: Sought,
        segment: Segment,
        among: Candidates | None,
        weight: float,
        within: Within | None,
    ) -> Scores:
        """The documents in which the words stand in a row, or with so many others between them."""
        found, places = self._having_all(field, wanted.slots, segment, among, weight)
        standing: Scores = {}
        for document, score in found.items():
            if self._clock.tick(COST_OF_PLACES):
                break
            here = None if within is None else within.get(document, ())
            if _stand([where[document] for where in places], wanted.between, here):
                standing[document] = score
        return standing

    def _having_all(
        self, field: str, slots: Sequence[Slot], segment: Segment, among: Candidates | None, weight: float
    ) -> tuple[Scores, list[Mapping[int, list[tuple[Block, int]]]]]:
        """The documents that have all of the words, and where those of each are written; the rarest word is taken first.

        One that comes twice is read, and counts, once.
        """
        read: dict[Slot, list[Block]] = {slot: [] for slot in slots}
        found: Scores | None = None
        for slot in sorted(read, key=lambda slot: self._frequency(field, slot)):
            more = self._slot(field, slot, segment, among, weight, read[slot])
            found = both(found, more) if found is not None else more
            if not found:
                return {}, []
            among = Candidates(found)
        found = found or {}
        where = {slot: _where(blocks, found) for slot, blocks in read.items()}
        return found, [where[slot] for slot in slots]

    def frequency(self, part: Part) -> int:
        """About how many passages have it."""
        match part:
            case Sought(slots, forms):
                field = "text_forms" if forms else "text"
                return min(self._frequency(field, slot) for slot in slots)
            case ByOtherName(other):
                return self.frequency(other)
            case SaidBy():
                return sum(min(self._frequency("speaker", slot) for slot in slots) for slots, _ in _names(part))
            case Mentioning(days):
                return self._having("mentions", days) + self._having("mentions", WIDER + days)
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

    def occurs(self, wanted: Sought, fields: Sequence[str] = ("text", "title")) -> bool:
        """Whether the index has all of the words in one of the fields, in whichever order."""
        return any(
            all(any(self._infos(field, text)[segment.which] for text in slot.terms) for slot in wanted.slots)
            for segment in self.segments
            for field in fields
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


def _names(speaker: SaidBy) -> Iterator[tuple[tuple[Slot, ...], float]]:
    """The words of each name, and what it counts."""
    for name in speaker.names:
        if isinstance(name, ByOtherName):
            yield name.sought.slots, OTHER_NAME_WEIGHT
        else:
            yield name.slots, 1.0


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


def _places(slot: Sequence[tuple[Block, int]]) -> Collection[int]:
    """Where a word stands in a document, by the blocks that have it."""
    return (
        slot[0][0].places(slot[0][1]) if len(slot) == 1 else {place for block, at in slot for place in block.places(at)}
    )


def _stand(
    slots: Sequence[Sequence[tuple[Block, int]]], between: int | None, within: Collection[int] | None = None
) -> bool:
    """Whether the words stand as they should in one document, if need be within these places; of each the blocks are given that
    have it.
    """
    places = list(map(_places, slots))
    if between is None:
        stretches: Iterable[tuple[int, int]] = ((first, first + len(places) - 1) for first in in_a_row(places))
    else:
        stretches = close_by(places, between)
    return any(within is None or (first in within and last in within) for first, last in stretches)
