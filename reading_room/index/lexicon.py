"""All words of a generation as they are spelled, in one file that ingest writes beside its index: opening it reads no postings."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec

from reading_room.index.sought import within

FILE = "lexicon.msgpack"
COST_OF_COMPARING = 16
"""What comparing two words costs, in documents that are only read."""


class _Stored(msgspec.Struct, frozen=True):
    """The words in order, a line each, and the set of letters of each as 64 bits."""

    words: str
    letters: bytes


class Lexicon:
    """Words by their beginning and by their likeness. A word may be among them that only texts had which are gone."""

    def __init__(self, words: Collection[str] = ()) -> None:
        ordered = sorted(words)
        self._lines = "".join(f"\n{word}" for word in ordered)
        self._letters = array("Q", map(_letters, ordered))

    @classmethod
    def read(cls, folder: Path) -> "Lexicon":
        """Raises OSError or msgspec.DecodeError where there is none that can be read."""
        stored = msgspec.msgpack.decode((folder / FILE).read_bytes(), type=_Stored)
        lexicon = cls()
        lexicon._lines = stored.words
        lexicon._letters.frombytes(stored.letters)
        return lexicon

    def write(self, folder: Path) -> None:
        """Write to a file of its own first: the old one may be shared with the generation before."""
        fresh = folder / f".{FILE}"
        fresh.write_bytes(msgspec.msgpack.encode(_Stored(self._lines, self._letters.tobytes())))
        fresh.replace(folder / FILE)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __contains__(self, word: str) -> bool:
        return next(self.beginning(word), None) == word

    @cached_property
    def _words(self) -> list[str]:
        return self._lines.split("\n")[1:]

    def beginning(self, letters: str) -> Iterator[str]:
        """In order. The words stand sorted in one text, so that finding the first of them finds all: no list of them is made."""
        sought = f"\n{letters}"
        at = self._lines.find(sought)
        while at >= 0 and self._lines.startswith(sought, at):
            end = self._lines.find("\n", at + 1)
            yield self._lines[at + 1 : end if end > 0 else None]
            at = end

    def like(self, word: str, edits: int, tick: Callable[[int], bool] = lambda cost: False) -> Iterator[str]:
        """Those that differ by so many edits, in order, until `tick`, which is given what was done, says that the time is up.

        Most words are passed over without being compared: each edit changes a set of letters by two at most, and of one more part
        of the word than there are edits one part is untouched.
        """
        letters, most, shortest, longest = _letters(word), 2 * edits, len(word) - edits, len(word) + edits
        parts = tuple(_parts(word, edits + 1))
        near = [
            other
            for other, others in zip(self._words, self._letters, strict=True)
            if (letters ^ others).bit_count() <= most and shortest <= len(other) <= longest
        ]
        for other in near:
            if tick(COST_OF_COMPARING):
                return
            if any(part in other for part in parts) and within(other, word, edits):
                yield other


def _parts(word: str, count: int) -> Iterable[str]:
    """The word cut into so many parts, all about as long."""
    cuts = [len(word) * n // count for n in range(count + 1)]
    return (word[first:last] for first, last in pairwise(cuts))


def _letters(word: str) -> int:
    """The set of letters of a word, as bits."""
    found = 0
    for letter in word:
        found |= 1 << ord(letter) % 61
    return found
