"""What sentences are compared by: their words cut to stems with how rare each is, names across scripts, numbers, word by word.

A name that the keeper has listed (names.yaml) is the same term in any spelling. Words in which accounts are given (“the article
states”) and words that name a time weigh nothing: whether two times can be of one occasion is asked by `occasions`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import fsum, log, sqrt
from unicodedata import digit

from reading_room.comparing.pairs.denials import denies
from reading_room.comparing.pairs.occasions import When
from reading_room.comparing.pairs.rarity import folded, rarity, stem
from reading_room.model.alignment import Said
from reading_room.model.analysis import Sentence
from reading_room.model.names import NameSet

OF_THE_ROOM = 0.5
"""What a name weighs that the keeper has listed: it is what the room is about, and stands in half of its sentences."""
QUOTED = 8
"""Words in a row that two sentences share when they quote the same: shorter runs are shared by chance (model/wording.py)."""
LEAST_RARE = 0.7
"""How rare a word must be to count: “not” and “people” are below it."""
A_NAME_ANYWHERE = 3.2
"""How rare a word with a capital must be to be taken for a name where all words have capitals, as in headlines."""
_OF_ONE_DIGIT, _OF_TWO, _OF_MORE = 1.5, 2.0, 3.5
"""What numbers weigh: small ones are shared by chance."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*")
_OF_SAYING = frozenset(
    """accord account add articl cite excerpt headlin note page publish quot read relay report said say sourc speak state summari
    tell text told word write writer wrote""".split()  # noqa: SIM905
)
_OF_TIME = frozenset(
    """januari februari march april june juli august septemb octob novemb decemb jan feb mar apr jun jul aug sept sep oct nov dec
    monday tuesday wednesday thursday friday saturday sunday januar februar marz mai juin juillet aout septembre octobre novembre
    decembre janvier fevrier mars avril""".split()  # noqa: SIM905
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_COUNTED = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty"""
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split(), 2)} | {
    "dozen": "12", "thirty": "30", "forty": "40", "fifty": "50", "hundred": "100", "thousand": "1000",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as far as it is compared."""

    said: Said
    times: tuple[When, ...]
    """When it can have been that it tells of first, then what it mentions aside; empty where nothing is dated."""
    words: frozenset[str]
    """All of its words, folded."""
    wording: frozenset[tuple[str, ...]]
    """Its runs of `QUOTED` words…"""
    telling: frozenset[tuple[str, ...]]
    """…and of half as many terms one after the other: the stems and names that weigh something."""
    terms: Mapping[str, float]
    """Each term with how rare it is in general."""
    names: frozenset[str]
    places: frozenset[str]
    """Names that the keeper lists as those of places."""
    capitals: frozenset[str]
    """Terms with a capital, names or not: where a sentence begins, nothing tells."""
    numbers: frozenset[str]
    denials: int
    """How often it says “not”, “never”, “without”…"""
    pairs: frozenset[tuple[str, str]]
    """Terms that follow each other."""
    grams: frozenset[str]
    """Runs of four letters in its terms, by which spellings of a name are alike."""


class NameBook:
    """Which words are names of the same, in any script."""

    def __init__(self, names: Mapping[str, NameSet]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._weights: dict[str, float] = {}
        self.places = frozenset(f"={key}" for key, one in names.items() if one.kind == "place")
        for key, one in sorted(names.items()):
            for language, variants in one.names.items():
                for variant in variants:
                    self._add(f"={key}", variant, language)
        for found in self._by_first.values():
            found.sort(key=lambda name: (-len(name[0]), name))

    def _add(self, key: str, variant: str, language: str) -> None:
        stems = tuple(_stem(word, language) for word in _WORD.findall(variant))
        if stems:
            self._by_first.setdefault(stems[0], []).append((stems, key))
            self._weights.setdefault(key, max(rarity(one, language) for one in stems) * OF_THE_ROOM)

    def at(self, stems: Sequence[str], place: int) -> tuple[str, int, float] | None:
        """The longest name that begins there: its key, how many words it has, and what it weighs."""
        for name, key in self._by_first.get(stems[place], ()):
            if tuple(stems[place : place + len(name)]) == name:
                return key, len(name), self._weights[key]
        return None


class Text:
    """An account as far as it is compared: its sentences, and what they speak of together."""

    def __init__(self, sentences: Iterable[Told]) -> None:
        self.sentences = tuple(sentences)
        self.having = Counter(term for one in self.sentences for term in one.terms)
        self.weights = {term: weight for one in self.sentences for term, weight in one.terms.items()}
        self.vector = {term: weight * (1 + log(self.having[term])) for term, weight in self.weights.items()}
        self.size = sqrt(fsum(value * value for value in self.vector.values()))
        self.names = frozenset(name for one in self.sentences for name in one.names)
        self.numbers = frozenset(number for one in self.sentences for number in one.numbers)
        self.named = frozenset(one.times[0].days for one in self.sentences if one.times and one.times[0].named)


def told(article: str, text: str, sentence: Sentence, language: str, names: NameBook) -> Told:
    """What a sentence of a passage’s text is compared by."""
    words = _WORD.findall(text, sentence.span.start, sentence.span.end)
    stems = [_stem(word, language) for word in words]
    capitals = [word[:1].isupper() for word in words]
    shouted = sum(capitals) > 0.6 * sum(len(word) > 3 or up for word, up in zip(words, capitals, strict=True))
    as_said = [folded(word).replace("’", "'") for word in words]
    terms: dict[str, float] = {}
    named, numbers, order = set(), set(), []
    place = 0
    while place < len(words):
        term, long = stems[place], 1
        if known := names.at(stems, place):
            term, long, weight = known
            named.add(term)
        elif weight := 0.0 if _is_day(stems, place) else _weight(term, language):
            if term[0].isdigit():
                numbers.add(term)
            elif capitals[place] and ((place and not shouted) or weight > A_NAME_ANYWHERE):
                named.add(term)
        if weight:
            terms[term] = weight
            order.append(term)
        place += long
    return Told(
        said=Said(article, sentence.passage, sentence.span),
        times=tuple(map(When.of, sentence.times)),
        words=frozenset(as_said),
        wording=_runs(as_said, QUOTED),
        telling=_runs(order, QUOTED // 2),
        terms=terms,
        names=frozenset(named & terms.keys()),
        places=frozenset(named & names.places),
        capitals=frozenset(
            one for one, up in zip(stems, capitals, strict=True) if up and one in terms and one.isalpha()
        ),
        numbers=frozenset(numbers),
        denials=sum(map(denies, as_said)),
        pairs=frozenset(pairwise(order)),
        grams=frozenset(gram for term in terms for gram in _grams(term)),
    )


def _runs(words: Sequence[str], long: int) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[start:] for start in range(long)), strict=False))


def _is_day(stems: Sequence[str], place: int) -> bool:
    """Whether a number stands so near to the name of a month that it is a day of it: “20 to 23 March”, “March 24”."""
    number = stems[place]
    return len(number) < 3 and number.isdigit() and not _OF_TIME.isdisjoint(stems[max(0, place - 1) : place + 4])


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    plain = folded(word)
    if plain[:1].isdigit():
        return "".join(str(digit(sign, sign)) for sign in plain if sign != ",").removesuffix(".0")
    return _NUMBERS.get(plain) or stem(plain, language)


@lru_cache(maxsize=100_000)
def _weight(term: str, language: str) -> float:
    if (len(term) < 2 and not term.isdigit()) or term in _OF_TIME or term in _OF_SAYING or _YEAR.match(term):
        return 0.0
    if term[0].isdigit():
        return (_OF_ONE_DIGIT, _OF_TWO, _OF_MORE)[min(len(term), 3) - 1]
    weight = rarity(term, language)
    return weight if weight > LEAST_RARE else 0.0


@lru_cache(maxsize=100_000)
def _grams(term: str) -> tuple[str, ...]:
    return tuple(term[start : start + 4] for start in range(max(1, len(term) - 3)))
