"""Finds on the index what a query wants, segment by segment, until the time is up."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from whoosh.matching import Matcher
from whoosh.searching import Searcher

from reading_room.index.expanding import Expanding
from reading_room.index.known import Numbers
from reading_room.index.lexicon import Lexicon
from reading_room.index.matching import Checked, Clock, all_of, boosted, documents, one_of, placed, term
from reading_room.index.scoring import Bm25
from reading_room.index.sought import Sought
from reading_room.index.wanted import ByOtherName, OfPassages, OneOf, Openings, Part

TITLE_WEIGHT = 1.5
"""What a word in a title counts, where one in the text counts 1."""
OTHER_NAME_WEIGHT = 0.25
"""What another name counts, where the one that was typed counts 1: who types the rare name is mostly after that."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of the index, the number that its first document has in the whole index, and how its matches are scored."""

    searcher: Searcher
    offset: int
    scoring: Bm25


class Evaluation:
    """One search on one state of the index.

    `numbers` has the number of the article of each document, `lengths` how many words it has; `places` gives where in its article
    each passage stands, `lexicon` all words.
    """

    def __init__(
        self,
        searcher: Searcher,
        numbers: "array[int]",
        lengths: memoryview,
        places: Callable[[], "array[int]"],
        lexicon: Callable[[], Lexicon],
        clock: Clock,
    ) -> None:
        self.segments = [
            Segment(leaf, offset, Bm25(lengths[offset : offset + leaf.doc_count_all()]))
            for leaf, offset in searcher.leaf_searchers()
        ]
        self._numbers, self._places = numbers, places
        self._clock = clock
        self._expanding = Expanding(lexicon, lambda word: self._passages("text_forms", word), clock)
        self._excluded: dict[tuple[Part, ...], frozenset[int]] = {}

    @property
    def capped(self) -> bool:
        """Whether a beginning or a likeness stood for more words than are looked for."""
        return self._expanding.capped

    def titled(self, wanted: Sought) -> Numbers:
        """The articles that have something in their title."""
        return frozenset(
            self._numbers[document + segment.offset]
            for segment in self.segments
            for document in _ids(self._in_field("title", wanted, segment), self._clock)
        )

    def matcher(self, part: Part, segment: Segment) -> Matcher:
        """The documents of a segment that have what is wanted, with their scores."""
        match part:
            case Sought():
                return self._sought(part, segment)
            case ByOtherName(other):
                return boosted(self._sought(other, segment), OTHER_NAME_WEIGHT)
            case OneOf(parts):
                return one_of([self.matcher(one, segment) for one in parts], segment.searcher.doc_count_all())
            case Openings(numbers):
                return documents(self._opening(segment, numbers))
            case OfPassages(parts, unless, among):
                return self.narrowed(all_of([self.matcher(one, segment) for one in parts]), unless, among, segment)

    def every(self, wanted: OfPassages) -> list[tuple[int, float]]:
        """Number and score of each document that has what is wanted, until the time is up.

        Where one of several is enough, each is read for itself and the scores are added: Whoosh's union takes twice the time.
        """
        found: list[tuple[int, float]] = []
        for segment in self.segments:
            if len(wanted.parts) == 1:
                matchers = self._alternatives(wanted.parts[0], segment)
            else:
                matchers = [all_of([self.matcher(one, segment) for one in wanted.parts])]
            scores: dict[int, float] = {}
            offset = segment.offset
            accept = self._accept(wanted.unless, wanted.among, offset)
            for matcher in matchers:
                while matcher.is_active() and not self._clock.tick():
                    document = matcher.id()
                    if accept is None or accept(document):
                        scores[document] = scores.get(document, 0.0) + matcher.score()
                    matcher.next()
            found += [(document + offset, score) for document, score in scores.items()]
        return found

    def _alternatives(self, part: Part, segment: Segment) -> list[Matcher]:
        """Matchers whose documents together are those that have the part."""
        match part:
            case OneOf(parts):
                return [matcher for one in parts for matcher in self._alternatives(one, segment)]
            case Sought():
                titles = self._in_field("title", part, segment)
                return [
                    *self._postings("text", part, segment),
                    *((boosted(titles, TITLE_WEIGHT),) if titles.is_active() else ()),
                ]
            case ByOtherName(other):
                return [boosted(matcher, OTHER_NAME_WEIGHT) for matcher in self._alternatives(other, segment)]
            case _:
                return [self.matcher(part, segment)]

    def narrowed(self, matcher: Matcher, unless: tuple[Part, ...], among: Numbers | None, segment: Segment) -> Matcher:
        """Without the documents that have what is excluded, and without those of other articles."""
        accept = self._accept(unless, among, segment.offset)
        return Checked(matcher, accept, self._clock) if accept else matcher

    def _accept(self, unless: tuple[Part, ...], among: Numbers | None, offset: int) -> Callable[[int], bool] | None:
        """Whether a document of a segment may be found; None where any may."""
        if not unless and among is None:
            return None
        excluded, numbers = self._documents(unless), self._numbers
        if among is None:
            return lambda document: document + offset not in excluded
        return lambda document: numbers[document + offset] in among and document + offset not in excluded

    def article(self, document: int) -> int:
        """The number of the article that a document belongs to."""
        return self._numbers[document]

    def frequency(self, part: Part) -> int:
        """About how many passages have it."""
        match part:
            case Sought(slots, forms):
                field = "text_forms" if forms else "text"
                return min(sum(map(partial(self._passages, field), self._expanding.terms(slot))) for slot in slots)
            case ByOtherName(other):
                return self.frequency(other)
            case OneOf(parts):
                return sum(map(self.frequency, parts))
            case OfPassages(parts):
                return min(map(self.frequency, parts))
            case Openings(numbers):
                return len(numbers)

    def _passages(self, field: str, text: str) -> int:
        return sum(segment.searcher.reader().doc_frequency(field, text.encode()) for segment in self.segments)

    def occurs(self, wanted: Sought) -> bool:
        """Whether the index has all of the words, in whichever order."""
        return any(
            all(
                any((field, text.encode()) in segment.searcher.reader() for text in slot.terms)
                for slot in wanted.slots
            )
            for segment in self.segments
            for field in ("text", "title")
        )  # fmt: skip

    def _documents(self, parts: tuple[Part, ...]) -> frozenset[int]:
        """All documents with one of these in their text: an excluded word in a title excludes no passage."""
        if parts not in self._excluded:
            found: set[int] = set()
            for segment in self.segments:
                for part in parts:
                    matcher = (
                        self._in_field("text", part, segment)
                        if isinstance(part, Sought)
                        else self.matcher(part, segment)
                    )
                    found.update(document + segment.offset for document in _ids(matcher, self._clock))
            self._excluded[parts] = frozenset(found)
        return self._excluded[parts]

    def _sought(self, wanted: Sought, segment: Segment) -> Matcher:
        """In the text or in a title; titles are left aside where none has the words, since asking both costs twice the time."""
        text, title = (self._in_field(field, wanted, segment) for field in ("text", "title"))
        if not title.is_active():
            return text
        return one_of([text, boosted(title, TITLE_WEIGHT)], segment.searcher.doc_count_all())

    def _in_field(self, field: str, wanted: Sought, segment: Segment) -> Matcher:
        return one_of(self._postings(field, wanted, segment), segment.searcher.doc_count_all())

    def _postings(self, field: str, wanted: Sought, segment: Segment) -> list[Matcher]:
        """Of one word the postings of each term that it may be; of several the places where they stand as they should."""
        name = f"{field}_forms" if wanted.forms else field
        slots = [
            [
                found
                for text in self._expanding.terms(slot)
                if (found := term(segment.searcher, name, text, segment.scoring))
            ]
            for slot in wanted.slots
        ]
        return slots[0] if len(slots) == 1 else [placed(slots, wanted.between, self._clock)]

    def _opening(self, segment: Segment, numbers: Numbers) -> list[int]:
        places, reader = self._places(), segment.searcher.reader()
        return [
            document
            for document in range(segment.searcher.doc_count_all())
            if places[document + segment.offset] == 0
            and self._numbers[document + segment.offset] in numbers
            and not reader.is_deleted(document)
        ]


def _ids(matcher: Matcher, clock: Clock) -> Iterator[int]:
    while matcher.is_active() and not clock.tick():
        yield matcher.id()
        matcher.next()
