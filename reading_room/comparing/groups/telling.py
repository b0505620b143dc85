"""What of an article tells which event it is about: its words by their place, the names among them, and the days it speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, islice

import snowballstemmer

from reading_room.model.analysis import Analysis
from reading_room.model.article import Version
from reading_room.model.dates import DateSpan
from reading_room.model.wording import words

READ = 300
"""Words of a text that count by their place: what happened is told first, and what happened before it later."""
LEAD = 60
"""The first of these, and…"""
OF_TITLE, OF_LEAD, OF_BODY = 2.0, 1.5, 1.0
"""…what a word counts in each place."""
OF_PAIR = 0.5
"""What two words in a row count beside the two: “church fire”, “seventh round”."""
LEAD_SENTENCES = 4
OF_LEAD_DAY, OF_DAY, OF_PUBLICATION = 2.0, 1.0, 1.0
"""What a day counts that the first sentences speak of, one that others do, and the day of publication."""
VAGUE = 15
"""Days of an interval by which it counts half of what a day counts."""
MOST_DAYS = 8
MOSTLY = 2 / 3
"""The share of texts that speak of a day or are dated, from which days can tell what is which."""
FEWEST_COUNTED = 0.5
"""What a day counts at least in a text to be taken for a day of what happened: months and years are too vague."""
CLOSE = 3
"""Days between which what is spoken of is taken to go on."""

_COMMON = """
    the a an and or but of to in on at by for with from as is are was were be been being has have had do does did
    will would can could may might should shall must it its he she his her they their them him i we you our us your
    this that these those not no so if then than also after before about into over said says say who which what when
    where how all more most other some any there out up down new one two
"""
COMMON = frozenset(_COMMON.split())
"""English words that stand everywhere. Those of other languages weigh little by standing in most texts."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*")
_BEFORE_A_SENTENCE = frozenset(".!?\n:“\"`'‘")
_CASED_TITLE = 0.6
"""The share of a title's words with a capital from which capitals tell nothing: It Is Printed Like This."""
_STEMMER = snowballstemmer.stemmer("english")
_MEANT = ("explicit", "relative", "later")

Term = str
"""A word cut to its stem, or two of them with a space between."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article as far as it tells of an event. `key` is what the caller knows it by and says nothing of it.

    No part of it is who published it: what an outlet is called must move no article.
    """

    key: str
    weights: tuple[tuple[Term, float], ...]
    """What each term of the title and the first words counts, in the order of the terms."""
    terms: frozenset[Term]
    """Every word of the whole text."""
    names: frozenset[Term]
    """The words that are written as names, with a capital within a sentence."""
    days: tuple[tuple[int, float], ...]
    """The days that it speaks of most, as ordinals of the calendar, with what each counts."""
    language: str
    order: str
    """Sorts articles by what they say, so that no result depends on the order or the names in which they came."""


def telling(key: str, version: Version, analysis: Analysis) -> Telling:
    """What an article tells, from its newest version and what was read in its sentences."""
    texts = [passage.text for passage in version.passages]
    article = version.article
    days = _days(article.published, analysis)
    return told(key, "" if article.is_described else article.title, texts, days, article.language)


def told(
    key: str, title: str, texts: Sequence[str], days: Iterable[tuple[int, float]] = (), language: str = "en"
) -> Telling:
    """What a text tells, with the days that are known to be spoken of in it."""
    counted: dict[Term, float] = defaultdict(float)
    written: dict[Term, int] = defaultdict(int)
    as_name: dict[Term, int] = defaultdict(int)
    titled = list(_tokens(title))
    capitals_tell = sum(name for _, name in titled) <= _CASED_TITLE * max(1, len(titled))
    body = [token for text in texts for token in _tokens(text)]
    placed = chain(
        ((word, name and capitals_tell, OF_TITLE) for word, name in titled),
        ((word, name, OF_LEAD if at < LEAD else OF_BODY) for at, (word, name) in enumerate(islice(body, READ))),
    )
    before = ""
    for word, name, weight in placed:
        term = term_of(word)
        if term:
            counted[term] += weight
            written[term] += 1
            as_name[term] += name
            if before:
                counted[f"{before} {term}"] += weight * OF_PAIR
        before = term
    rest = [(term, name) for word, name in islice(body, READ, None) if (term := term_of(word))]
    return Telling(
        key,
        tuple(sorted(counted.items())),
        frozenset(written) | {term for term, _ in rest},
        frozenset(term for term in written if 2 * as_name[term] >= written[term])
        | {term for term, name in rest if name and term not in written},
        tuple(days),
        language,
        "\n".join((title, *texts)),
    )


def spelled(telling: Telling) -> Iterator[tuple[Term, str]]:
    """The words of the title and the text as they are spelled, with what they are compared by, as far as they count by place."""
    for word, _ in islice(_tokens(telling.order), READ):
        if term := term_of(word):
            yield term, word.rstrip(".,'’-")


def own_day(telling: Telling) -> int | None:
    """The day that counts most in a text, with those close to it; None where no day is known."""

    def counted(day: int) -> float:
        return sum(weight for other, weight in telling.days if abs(other - day) <= CLOSE)

    return max((day for day, _ in telling.days), key=lambda day: (counted(day), -day), default=None)


def mostly_dated(tellings: Sequence[Telling]) -> bool:
    """Whether a day is known of so many that days can tell them apart."""
    return sum(bool(one.days) for one in tellings) >= MOSTLY * len(tellings)


@lru_cache(100_000)
def term_of(word: str) -> Term:
    """What a word is compared by; empty for one that tells nothing."""
    folded = words(word)
    if not folded or folded[0] in COMMON or (len(folded[0]) < 2 and not folded[0].isdigit()):
        return ""
    return str(_STEMMER.stemWord(folded[0]))


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """The words and figures of a text, and whether each is written as a name."""
    for match in _WORD.finditer(text):
        start = match.start()
        begins = start == 0 or not _BEFORE_A_SENTENCE.isdisjoint(text[max(0, start - 3) : start])
        yield match[0], match[0][0].isupper() and not begins


def _days(published: DateSpan | None, analysis: Analysis) -> list[tuple[int, float]]:
    """The days that count most: of all sentences that name one, and of publication."""
    counted: dict[int, float] = defaultdict(float)
    if published:
        _count(counted, published.first, published.last, OF_PUBLICATION)
    for at, sentence in enumerate(analysis.sentences):
        for time in sentence.times:
            if time.basis in _MEANT:
                _count(counted, time.first, time.last, OF_LEAD_DAY if at < LEAD_SENTENCES else OF_DAY)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_DAYS]


def _count(counted: dict[int, float], first: date, last: date, weight: float) -> None:
    """An interval stands for its middle, and counts less the longer it is."""
    begin, end = first.toordinal(), last.toordinal()
    counted[(begin + end) // 2] += weight / (1 + (end - begin) / VAGUE)
