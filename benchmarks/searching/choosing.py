"""Questions drawn from the passages, by how many passages have their words: the same for every engine."""

import heapq
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from whoosh.analysis import STOP_WORDS
from whoosh.lang.porter import stem as stem_as_whoosh
from whoosh.lang.porter2 import stem

from searching.passages import Passage, Question

SAMPLE = 5_000
"""Passages that words standing together are drawn from."""
PREFIX = 4
"""Letters of a prefix."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PLAIN = re.compile(r"[a-z]{4,}\Z")


@dataclass(frozen=True, slots=True)
class Survey:
    """How many passages have each stem and a word for it, and some passages as rows of words, each with its year.

    A word that cannot be asked for alike in every engine is an empty string: figures, names with hyphens, stop words and their kin.
    """

    passages: int
    having: Counter[str]
    forms: dict[str, str]
    sample: list[tuple[int, list[str]]]


def survey(passages: Iterable[Passage], dice: random.Random) -> Survey:
    stopped = {stem(word) for word in STOP_WORDS}
    stems: dict[str, str] = {}
    having: Counter[str] = Counter()
    forms: dict[str, str] = {}
    sample: list[tuple[float, int, int, list[str]]] = []
    count = 0
    for count, passage in enumerate(passages, start=1):
        words = _WORD.findall(passage.text.casefold())
        for word in words:
            if word not in stems:
                stems[word] = stem(word) if _PLAIN.match(word) and stem(word) not in stopped else ""
                forms.setdefault(stems[word], word)
        words = [word if stems[word] else "" for word in words]
        having.update({stems[word] for word in words if word})
        heapq.heappush(sample, (dice.random(), count, passage.day // 10_000, words))
        if len(sample) > SAMPLE:
            heapq.heappop(sample)
    return Survey(count, having, forms, [(year, words) for _, _, year, words in sorted(sample)])


def choose(known: Survey, each: int, dice: random.Random) -> list[Question]:
    """Up to `each` different questions of every kind."""
    drawn = _Drawn(known, each, dice)
    possible: dict[str, Iterable[tuple[str, ...]]] = {
        "rare word": ((word,) for word in drawn.rare),
        "common word": ((word,) for word in drawn.common),
        "OR": drawn.apart(),
        "AND": drawn.together(),
        "phrase": drawn.neighbours(),
        "prefix": drawn.beginnings(),
        "fuzzy": drawn.mistyped(),
    }
    questions = [{Question(kind, words) for words in found} for kind, found in possible.items()]
    questions.append({Question("word within a year", (word,), year) for word, year in drawn.with_years()})
    ordered = (sorted(one, key=repr) for one in questions)
    return [question for one in ordered for question in dice.sample(one, min(each, len(one)))]


class _Drawn:
    """Words to ask for, in different numbers and relations."""

    def __init__(self, known: Survey, each: int, dice: random.Random) -> None:
        self.known, self.each, self.dice = known, each, dice
        self.rare, self.middling = self._band(0.0001, 0.001), self._band(0.003, 0.02)
        self.common = self._band(0.02, 0.2)
        telling = {*self.middling, *self.common}
        self.rows = [(year, [word if word in telling else "" for word in words]) for year, words in known.sample]

    def _band(self, least: float, most: float) -> list[str]:
        """Words whose stems that share of the passages has, and ten passages at the least."""
        least, most = max(10, least * self.known.passages), max(20, most * self.known.passages)
        return sorted(self.known.forms[one] for one, count in self.known.having.items() if least <= count <= most)

    def apart(self) -> Iterator[tuple[str, ...]]:
        words = sorted({*self.middling, *self.common})
        for _ in range(10 * self.each if len(words) > 1 else 0):
            yield tuple(self.dice.sample(words, 2))

    def together(self) -> Iterator[tuple[str, ...]]:
        """Two words of one passage."""
        for _, words in self.rows:
            different = sorted({word for word in words if word})
            if len(different) > 1:
                yield tuple(self.dice.sample(different, 2))

    def neighbours(self) -> Iterable[tuple[str, ...]]:
        """Two words that stand side by side, in three places of the sample if there are enough of such."""
        pairs = Counter((one, other) for _, words in self.rows for one, other in pairwise(words) if one and other)
        often = [pair for pair, count in pairs.items() if count >= 3]
        return often if len(often) >= self.each else pairs

    def beginnings(self) -> Iterator[tuple[str, ...]]:
        """The first letters of words, where these are no word themselves and no stemmer cuts them."""
        for start in (word[:PREFIX] for word in self.middling if len(word) > PREFIX):
            if start not in self.known.having and _uncut(start):
                yield (start,)

    def mistyped(self) -> Iterator[tuple[str, ...]]:
        """Words with one wrong letter, where no stemmer cuts either."""
        for word in (*self.middling, *self.rare):
            if 6 <= len(word) <= 8 and _uncut(word):
                at = self.dice.randrange(2, len(word) - 1)
                typed = word[:at] + self.dice.choice("bdfgklmnprt") + word[at + 1 :]
                if typed not in self.known.having and _uncut(typed):
                    yield (typed,)

    def with_years(self) -> Iterator[tuple[str, int]]:
        """A common word of a passage, and the year of it."""
        common = set(self.common)
        for year, words in self.rows:
            if year and (different := sorted(common.intersection(words))):
                yield self.dice.choice(different), year


def _uncut(word: str) -> bool:
    """Whether a word is its own stem in every engine: plain Whoosh and FTS5 have an older stemmer than the others."""
    return stem(word) == word == stem_as_whoosh(word)
