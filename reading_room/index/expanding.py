"""Which words of the index begin with some letters, or are like a word: so many at most, and those that most passages have."""

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from whoosh.reading import IndexReader

from reading_room.index.matching import Clock
from reading_room.index.sought import Slot, within

MOST_WORDS = 100
"""Words that one `word*` or `word~` stands for; those in most passages, if there are more."""
MOST_LOOKED_AT = 2_000
"""Words of which the most frequent are taken."""


class Lexicon:
    """All words of an index as they are spelled, in order. Made once for a generation."""

    def __init__(self, readers: Iterable[IndexReader]) -> None:
        found: set[bytes] = set()
        for reader in readers:
            for field in ("text_forms", "title_forms"):
                found.update(reader.lexicon(field))
        self.words = sorted(word.decode() for word in found)
        self._letters = [_letters(word) for word in self.words]

    def beginning(self, letters: str) -> Iterator[str]:
        for at in range(bisect_left(self.words, letters), len(self.words)):
            if not self.words[at].startswith(letters):
                return
            yield self.words[at]

    def like(self, word: str, edits: int) -> Iterator[str]:
        """Each edit changes a set of letters by two at most, so most words are passed over without being compared."""
        letters, shortest, longest = _letters(word), len(word) - edits, len(word) + edits
        for other, others in zip(self.words, self._letters, strict=True):
            if (
                (letters ^ others).bit_count() <= 2 * edits
                and shortest <= len(other) <= longest
                and within(other, word, edits)
            ):
                yield other


def _letters(word: str) -> int:
    """The set of letters of a word, as bits."""
    found = 0
    for letter in word:
        found |= 1 << ord(letter) % 61
    return found


class Expanding:
    """The words that slots of one query stand for. `frequency` says how many passages have a word."""

    def __init__(self, lexicon: Callable[[], Lexicon], frequency: Callable[[str], int], clock: Clock) -> None:
        self._lexicon, self._frequency, self._clock = lexicon, frequency, clock
        self._known: dict[Slot, tuple[str, ...]] = {}
        self.capped = False
        """Whether there were more words than are looked for."""

    def terms(self, slot: Slot) -> tuple[str, ...]:
        """All that may stand in the slot."""
        if not slot.begins and not slot.like:
            return tuple(slot.terms)
        if slot not in self._known:
            found = list(self._some(slot))
            if len(found) > MOST_WORDS:
                self.capped = True
                found = heapq.nlargest(MOST_WORDS, found, key=lambda word: (word in slot.terms, self._frequency(word)))
            self._known[slot] = tuple(found)
        return self._known[slot]

    def _some(self, slot: Slot) -> Iterator[str]:
        lexicon = self._lexicon()
        words = lexicon.beginning(slot.begins) if slot.begins else lexicon.like(slot.like, slot.edits)
        for looked_at, word in enumerate(words):
            if looked_at == MOST_LOOKED_AT or self._clock.tick(8):
                self.capped = True
                return
            yield word
