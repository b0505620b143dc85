"""Which words of the index begin with some letters, or are like a word: so many at most, and those that most passages have."""

import heapq
from collections.abc import Callable, Iterator

from reading_room.index.lexicon import Lexicon
from reading_room.index.matching import BETWEEN_LOOKS, Clock
from reading_room.index.sought import Slot

MOST_WORDS = 100
"""Words that one `word*` or `word~` stands for; those in most passages, if there are more."""
MOST_LOOKED_AT = 2_000
"""Words of which the most frequent are taken."""
COST_OF_LOOKING_UP = 64
"""What it costs to ask how many passages have a word, in documents that are only read."""


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
                found = heapq.nlargest(MOST_WORDS, found, key=lambda word: (word in slot.terms, self._often(word)))
            self._known[slot] = tuple(found)
        return self._known[slot]

    def _often(self, word: str) -> int:
        return 0 if self._clock.tick(COST_OF_LOOKING_UP) else self._frequency(word)

    def _some(self, slot: Slot) -> Iterator[str]:
        lexicon = self._lexicon()
        if self._clock.tick(BETWEEN_LOOKS):  # going through the lexicon takes that long
            return
        words = lexicon.beginning(slot.begins) if slot.begins else lexicon.like(slot.like, slot.edits, self._clock.tick)
        for looked_at, word in enumerate(words):
            if looked_at == MOST_LOOKED_AT or self._clock.tick(8):
                self.capped = True
                return
            yield word
