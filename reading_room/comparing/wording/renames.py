"""Which of the files that came is one that went, under another name: told by their words, and only where it can be no other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from reading_room.model.article import Article
from reading_room.model.wording import runs_of, words

NEARLY_THE_SAME = 0.8
"""The share of words in common (Dice) from which two texts may be one that was edited while its file was renamed."""
NOT_THE_SAME = 0.5
"""The share to which any third text must stay, so that the pair is the only one that it can be."""
LITTLE = 0.25
"""The share of the shorter text's runs of eight words below which one is not the other edited or continued."""
FEWEST_WORDS = 20
"""Shorter texts share words by chance: they must be the same word for word, with the same title."""
MOST_COMPARED = 10_000
"""Pairs of texts of one outlet that are compared. Of more at once, only those that are the same word for word are found."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as far as it tells one from another: its particulars and its words in order."""

    article: Article
    words: tuple[str, ...]

    @classmethod
    def of(cls, article: Article, passages: Iterator[str]) -> "Text":
        return cls(article, tuple(word for passage in passages for word in words(passage)))


def renamed(went: Mapping[str, Text], came: Mapping[str, Text]) -> dict[str, str]:
    """For each name that came, the one that went and is the same article's."""
    return {new: old for some_went, some_came in _by_outlet(went, came) for old, new in _pairs(some_went, some_came)}


def is_another(one: Text, other: Text) -> bool:
    """Whether two texts share next to nothing: few of their words, and few of these in a row."""
    if _common(one, other) > NOT_THE_SAME:
        return False
    runs, others = runs_of(one.words), runs_of(other.words)
    return len(runs & others) <= LITTLE * min(len(runs), len(others))


def with_the_words(went: Mapping[str, Text], came: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Each name that went with each that came and has its words, whatever their particulars say."""
    few = len(went) * len(came) <= MOST_COMPARED
    for old, new in product(went, came) if few else _with_equal_words(went, came):
        if old != new and _likeness(went[old], came[new]) >= NEARLY_THE_SAME:
            yield old, new


def _by_outlet(
    went: Mapping[str, Text], came: Mapping[str, Text]
) -> Iterator[tuple[Mapping[str, Text], Mapping[str, Text]]]:
    """Two outlets may print the same words, and have two articles then."""
    groups: dict[tuple[str, str], tuple[dict[str, Text], dict[str, Text]]] = defaultdict(lambda: ({}, {}))
    for side, texts in enumerate((went, came)):
        for slug, text in texts.items():
            groups[text.article.outlet, text.article.language][side][slug] = text
    return (pair for pair in groups.values() if all(pair))


def _pairs(went: Mapping[str, Text], came: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """The pairs that are alike, each the only one that either can be of."""
    likeness = _alike if len(went) * len(came) <= MOST_COMPARED else _equal
    of_old, of_new = defaultdict(list), defaultdict(list)
    for old, new in product(went, came) if likeness is _alike else _with_equal_words(went, came):
        alike = likeness(went[old], came[new])
        if alike > NOT_THE_SAME:
            of_old[old].append((alike, new))
            of_new[new].append((alike, old))
    for old, found in of_old.items():
        if len(found) == 1 and found[0][0] >= NEARLY_THE_SAME and len(of_new[found[0][1]]) == 1:
            yield old, found[0][1]


def _with_equal_words(went: Mapping[str, Text], came: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    having: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for old, text in went.items():
        having[text.words].append(old)
    return ((old, new) for new, text in came.items() for old in having.get(text.words, ()))


def _equal(one: Text, other: Text) -> float:
    return float(one.words == other.words and _may_be_one(one.article, other.article))


def _alike(one: Text, other: Text) -> float:
    """The share of words in common; 0 where something says that they are two."""
    return _likeness(one, other) if _may_be_one(one.article, other.article) else 0.0


def _likeness(one: Text, other: Text) -> float:
    if min(len(one.words), len(other.words)) < FEWEST_WORDS:
        return float(one.words == other.words and one.article.title == other.article.title)
    return _common(one, other)


def _common(one: Text, other: Text) -> float:
    """The share of words in common (Dice)."""
    common = (Counter(one.words) & Counter(other.words)).total()
    return 2 * common / ((len(one.words) + len(other.words)) or 1)


def _may_be_one(one: Article, other: Article) -> bool:
    """Two addresses of originals, or two days of publication, are of two articles."""
    return not (one.url and other.url and one.url != other.url) and not (
        one.published and other.published and one.published != other.published
    )
