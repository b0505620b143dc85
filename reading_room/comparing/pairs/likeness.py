"""What speaks for two sentences telling of the same: the figures that a confidence is worked out from.

Nothing but the two texts and tables that never change goes into them, so that no third account matters; and they are the same
whichever text is on the left, so that neither the order of accounts nor their names do.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from heapq import nlargest
from itertools import product
from math import fsum, log, sqrt

from reading_room.comparing.pairs.told import Text, Told

FEATURES = (
    "cosine",  # of the terms by how rare they are in general and here
    "contained",  # the same by the size of the lesser sentence: a short one may stand in a long one
    "shared", "second", "third",  # how rare all terms are that both have, and the second and third of them
    "names", "numbers", "pairs", "grams",
    "documents", "documents_names", "documents_numbers", "documents_best",  # how alike the texts are as wholes
    "sentences",  # how many pairs of sentences there are: the more, the fewer of them are the same
    "first", "length",
    "known",  # how much of either sentence stands anywhere in the other text
    "first_names",
)  # fmt: skip

SHORT = 64
"""Pairs of sentences of two texts up to which all are compared, though they share nothing: short news tells of little else."""
ALIKE = 0.05
"""The least cosine of two sentences of longer texts that are compared: below it, none was found that would be shown."""
MOST_HAVING = 200
"""Sentences of a text that may have a term by which others are found: one that stands in more tells nothing."""
MOST_PAIRS = 20_000
"""Pairs of two texts that are compared, those that are most alike, so that no length of texts takes more than a second or so."""
_AROUND = 10
"""Sentences that are added to those of both texts when counting in how many a term stands: three sentences say little of that."""
_A_TENTH = log(10)
"""A term that stands in a tenth of the sentences weighs as much as it does in general, one in more of them less."""

Pair = tuple[int, int]
"""The places of two sentences in the left and the right text."""


class Likeness:
    """Two texts beside each other, both with sentences."""

    def __init__(self, left: Text, right: Text) -> None:
        self.left, self.right = left, right
        total = len(left.sentences) + len(right.sentences) + _AROUND
        self._here = {
            term: min(left.weights[term], right.weights[term])
            * min(1.0, log(total / (left.having[term] + right.having[term])) / _A_TENTH)
            for term in left.having.keys() & right.having.keys()
        }
        self._sizes_left = [self._size(one) for one in left.sentences]
        self._sizes_right = [self._size(one) for one in right.sentences]
        self._known_left = [_known(one, right) for one in left.sentences]
        self._known_right = [_known(one, left) for one in right.sentences]
        self._documents = self._of_documents()

    def _size(self, one: Told) -> float:
        here = self._here
        return sqrt(fsum(here.get(term, weight) ** 2 for term, weight in one.terms.items())) or 1.0

    def _of_documents(self) -> tuple[float, ...]:
        """The figures that are the same for all pairs of these texts."""
        left, right = self.left, self.right
        size = left.size * right.size
        cosine = fsum(left.vector[term] * right.vector[term] for term in self._here) / size if size else 0.0
        weights = {**left.weights, **right.weights, **self._here}
        numbers = len(left.numbers & right.numbers) / max(1, min(len(left.numbers), len(right.numbers)))
        return (
            cosine,
            _overlap(left.names, right.names, weights),
            numbers,
            log(max(1, len(left.sentences) * len(right.sentences))),
            _overlap(left.sentences[0].names, right.sentences[0].names, weights),
        )

    def candidates(self) -> dict[Pair, float]:
        """The pairs that are somewhat alike, each with its cosine; of short texts all pairs."""
        lefts, rights = range(len(self.left.sentences)), range(len(self.right.sentences))
        if len(lefts) * len(rights) <= SHORT:
            return dict.fromkeys(product(lefts, rights), 0.0) | self._cosines(0.0)
        found = self._cosines(ALIKE)
        if len(found) > MOST_PAIRS:
            return dict(nlargest(MOST_PAIRS, found.items(), key=lambda pair: (pair[1], -sum(pair[0]))))
        return found

    def _cosines(self, least: float) -> dict[Pair, float]:
        having: dict[str, list[int]] = {}
        for b, one in enumerate(self.right.sentences):
            for term in one.terms.keys() & self._here.keys():
                if self.left.having[term] <= MOST_HAVING and self.right.having[term] <= MOST_HAVING:
                    having.setdefault(term, []).append(b)
        found = {}
        for a, one in enumerate(self.left.sentences):
            dots: dict[int, float] = {}
            for term in sorted(one.terms.keys() & having.keys()):
                weight = self._here[term] ** 2
                for b in having[term]:
                    dots[b] = dots.get(b, 0.0) + weight
            size = self._sizes_left[a]
            for b, dot in dots.items():
                cosine = dot / (size * self._sizes_right[b])
                if cosine >= least:
                    found[a, b] = cosine
        return found

    def features(self, cosines: Mapping[Pair, float], pairs: Iterable[Pair]) -> Iterator[tuple[float, ...]]:
        """The figures of some pairs, each in the order of `FEATURES`, given the cosines of all that are candidates."""
        best = max(cosines.values(), default=0.0)
        return (self._features(a, b, cosines[a, b], best) for a, b in pairs)

    def _features(self, a: int, b: int, cosine: float, best: float) -> tuple[float, ...]:
        left, right = self.left.sentences[a], self.right.sentences[b]
        here = self._here
        weights = sorted([here[term] for term in left.terms.keys() & right.terms.keys()], reverse=True)
        sizes = self._sizes_left[a], self._sizes_right[b]
        documents, documents_names, documents_numbers, sentences, first_names = self._documents
        return (
            cosine,
            cosine * max(sizes) / min(sizes),
            log(1 + sum(weights)),
            weights[1] if len(weights) > 1 else 0.0,
            weights[2] if len(weights) > 2 else 0.0,
            self._of_names(left, right),
            fsum([here[number] for number in left.numbers & right.numbers]),
            len(left.pairs & right.pairs) / (min(len(left.pairs), len(right.pairs)) or 1),
            2 * len(left.grams & right.grams) / ((len(left.grams) + len(right.grams)) or 1),
            documents,
            documents_names,
            documents_numbers,
            best,
            sentences,
            (a == 0) + (b == 0),
            log(1 + min(len(left.terms), len(right.terms))),
            min(self._known_left[a], self._known_right[b]),
            first_names,
        )

    def _of_names(self, left: Told, right: Told) -> float:
        shared = left.names & right.names
        if not shared:
            return 0.0
        least = min(fsum([one.terms[name] for name in one.names]) for one in (left, right))
        return fsum([self._here[name] for name in shared]) / least

    def deeds(self, a: int, b: int) -> float:
        """How much two sentences have in common that is a name in neither, by how rare it is: what was done, to what, how many."""
        left, right = self.left.sentences[a], self.right.sentences[b]
        common = (left.terms.keys() & right.terms.keys()) - (left.names | right.names)
        return fsum(self._here[term] for term in common)


def _known(one: Told, other: Text) -> float:
    """The share of what the sentence speaks of that the other text speaks of as well."""
    total = fsum(weight * weight for weight in one.terms.values())
    return fsum(weight * weight for term, weight in one.terms.items() if term in other.having) / total if total else 0.5


def _overlap(left: AbstractSet[str], right: AbstractSet[str], weights: Mapping[str, float]) -> float:
    """How much of it two texts share, as a share of what the one has that has less."""
    shared = fsum(weights[one] for one in left & right)
    least = min(fsum(weights[one] for one in side) for side in (left, right))
    return shared / least if least else 0.0
