"""How passages are scored: by BM25, as Whoosh has it, for many documents at once."""

from array import array
from collections.abc import Iterable, Sequence
from math import log

K1 = 1.2
B_OF_TEXTS, B_OF_TITLES = 0.75, 0.3
"""How much the length of a text counts, against that of others: little in titles, which are all short."""


def rarity(documents: int, having: int) -> float:
    """Of a term that so many of the documents have."""
    return log(documents / (having + 1)) + 1


def norms(lengths: Iterable[int], average: float, b: float) -> "array[float]":
    """For each length, in words, what it takes off what a word counts."""
    return array("d", (K1 * ((1 - b) + b * length / average) for length in lengths))


def scores(rarity: float, times: Sequence[float], norms: Iterable[float]) -> list[float]:
    """What a term counts in documents that have it so often."""
    return [rarity * ((often * (K1 + 1)) / (often + norm)) for often, norm in zip(times, norms, strict=True)]
