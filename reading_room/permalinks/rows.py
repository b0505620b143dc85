"""A version as one row of words, in which a place is a stretch of the row: what the two witnesses speak of."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reading_room.model.article import Passage
from reading_room.model.itself import Itself
from reading_room.model.resolution import Stretch
from reading_room.model.sentences import sentences
from reading_room.permalinks.folding import folded

COMMONEST = 0.4
"""What a word tells however often it stands."""
MOST_NUMBERING = 4
"""Words of the longest number of a clause: “§ 12 (3) b)”."""
_NUMBERING = re.compile(
    r"[\W_]*(?:(?:[§№#]\s*)?(?:\d+(?:\.\d+)*|[^\W\d_]|[ivxlcIVXLC]+)[.)\]:]\s+|\d+(?:\.\d+)+\s+(?=[^\W\d_a-zа-я])|§\s*\d+\s+)+"
)
"""What stands before the words of a clause. A number alone may be one that is said: “12 people”, “4.2 million”."""
HIDDEN = "\0"
"""What no word of a text is compared by."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words `start` to `end` (exclusive) of a row."""

    start: int
    end: int

    def overlaps(self, other: "Place") -> bool:
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


class Row:
    """The words of all passages one after the other."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        self.keys: list[str] = []
        self.begins: list[int] = []
        """Of each passage, where it begins in the row."""
        for passage in passages:
            self.begins.append(len(self.keys))
            self.keys.extend(folded(passage.text).keys)
        self.position = {passage.id: position for position, passage in enumerate(passages)}

    @cached_property
    def occurrences(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.keys):
            found[key].append(at)
        return found

    @cached_property
    def copies(self) -> Counter[str]:
        """How often each passage stands, letter for letter."""
        return Counter(passage.text for passage in self.passages)

    @cached_property
    def specifics(self) -> Mapping[int, frozenset[str]]:
        """Of each passage, by its position, its figures and names: what tells it from others of the same form."""
        return _Specifics(self.passages)

    @cached_property
    def weights(self) -> list[float]:
        """How much each word tells: a word that stands once is 1, one that stands a hundred times 0.5."""
        weights = {
            key: COMMONEST + (1 - COMMONEST) / (1 + math.log(count)) for key, count in Counter(self.keys).items()
        }
        return [weights[key] for key in self.keys]

    def of_passage(self, position: int) -> Place:
        end = self.begins[position + 1] if position + 1 < len(self.begins) else len(self.keys)
        return Place(self.begins[position], end)

    def words_of(self, position: int) -> list[str]:
        own = self.of_passage(position)
        return self.keys[own.start : own.end]

    def has_passage(self, words: Sequence[str]) -> bool:
        """Whether a passage has these words and no others."""
        return bool(words) and any(place == self.home(place.start) for place in self.standing(words))

    def standing(self, words: Sequence[str]) -> list[Place]:
        """Where these words stand one after the other, also across passages."""
        wanted, count = list(words), len(words)
        rarest = min(range(count), key=lambda at: len(self.occurrences.get(wanted[at], ())))
        begins = (at - rarest for at in self.occurrences.get(wanted[rarest], ()))
        return [Place(at, at + count) for at in begins if at >= 0 and self.keys[at : at + count] == wanted]

    def times(self, words: Sequence[str]) -> int:
        return len(self.standing(words))

    def hiding(self, places: Iterable[Place]) -> "Row":
        """The same row, in which no word of some places is found."""
        other = Row(self.passages)
        for place in places:
            other.keys[place.start : place.end] = [HIDDEN] * len(place)
        return other

    def passage_at(self, word: int) -> int:
        """The position of the passage that has this word of the row."""
        return bisect_right(self.begins, word) - 1

    def word(self, passage: str, number: int) -> int | None:
        """Where in the row a word of a passage stands, counted from 0; None where there is no such word."""
        position = self.position.get(passage)
        if position is None or number >= len(self.of_passage(position)):
            return None
        return self.begins[position] + number

    def home(self, word: int) -> Place:
        """The passage that has this word."""
        return self.of_passage(self.passage_at(word))

    @cached_property
    def sentences(self) -> tuple[Place, ...]:
        """All sentences in order; none goes on in the next passage."""
        spans = ((passage.id, span) for passage in self.passages for span in sentences(passage.text))
        places = (self.place(Stretch(passage, span.start, span.end, "")) for passage, span in spans)
        return tuple(place for place in places if place)

    @cached_property
    def sayings(self) -> dict[tuple[str, ...], list[Place]]:
        """The sentences by their words without the number of their clause."""
        found: dict[tuple[str, ...], list[Place]] = defaultdict(list)
        for place in self.sentences:
            found[tuple(self.keys[place.start + self.numbering(place) : place.end])].append(place)
        return found

    def numbering(self, sentence: Place) -> int:
        """How many words at the beginning of a sentence are the number of its clause: “4.2 The fee”, “(b) the fee”."""
        position = self.passage_at(sentence.start)
        text = self.passages[position].text
        spans = folded(text).spans
        first = sentence.start - self.begins[position]
        start = spans[first - 1].end if first else 0
        end = spans[sentence.end - 1 - self.begins[position]].end
        number = _NUMBERING.match(text[start:end])
        return sum(span.end <= start + number.end() for span in spans[first : first + MOST_NUMBERING]) if number else 0

    def sentences_at(self, words: Place) -> tuple[Place, ...]:
        """The sentences that these words lie in."""
        first = bisect_right(self.sentences, words.start, key=lambda place: place.end)
        last = bisect_left(self.sentences, words.end, key=lambda place: place.start)
        return self.sentences[first:last]

    def sentence(self, words: Place) -> Place:
        """The sentences that these words lie in, as one place."""
        touched = self.sentences_at(words)
        return Place(touched[0].start, touched[-1].end) if touched else words

    def place(self, stretch: Stretch) -> Place:
        """The words that lie in a stretch of one of the passages."""
        position = self.position[stretch.passage]
        spans = folded(self.passages[position].text).spans
        first = bisect_right(spans, stretch.start, key=lambda span: span.end)
        last = bisect_right(spans, stretch.end - 1, key=lambda span: span.start)
        return Place(self.begins[position] + first, self.begins[position] + max(first, last))

    def stretches(self, places: Iterable[Place]) -> tuple[Stretch, ...]:
        """What stands in these places, passage by passage."""
        found = []
        for place in merged(places):
            word = place.start
            while word < place.end:
                position = self.passage_at(word)
                own = self.of_passage(position)
                passage, last = self.passages[position], min(place.end, own.end)
                spans = folded(passage.text).spans
                start, end = spans[word - own.start].start, spans[last - 1 - own.start].end
                found.append(Stretch(passage.id, start, end, passage.text[start:end]))
                word = last
        return tuple(found)


class _Specifics(dict[int, frozenset[str]]):
    """Worked out of a passage when it is first asked for: of most it never is."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages

    def __missing__(self, position: int) -> frozenset[str]:
        self[position] = found = frozenset(_specifics(self._passages[position].text))
        return found


def _specifics(text: str) -> Iterator[str]:
    """Figures, and words with a capital; but where most words have one, as in English headings, it makes no name."""
    found = folded(text)
    capitals = [text[span.start].isupper() for span in found.spans]
    names = 2 * sum(capitals) <= len(capitals)
    for number, (key, capital) in enumerate(zip(found.keys, capitals, strict=True)):
        if any(sign.isdigit() for sign in key) or (names and number and capital):
            yield key


ROWS_KEPT = 64


def row(passages: tuple[Passage, ...]) -> Row:
    """The row of a version, kept for the next link to it: versions never change."""
    return _row(Itself(passages))


@lru_cache(maxsize=ROWS_KEPT)
def _row(passages: Itself[tuple[Passage, ...]]) -> Row:
    return Row(passages.it)


def merged(places: Iterable[Place]) -> list[Place]:
    """The places in order, those that touch each other as one."""
    found: list[Place] = []
    for place in sorted(places):
        if found and place.start <= found[-1].end:
            found[-1] = Place(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return found
