"""Pairs the sentences of two accounts that tell of the same on the same occasion, each with how sure it is.

What two accounts have in common is worked out from these two texts and tables that never change, so that neither a third account,
nor the order of accounts, nor the names of outlets can change it. docs/decisions/0026-alignment.md says what was measured.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import exp
from pathlib import Path

from reading_room.comparing.pairs.differing import print_different, shared_words, tell_of_different
from reading_room.comparing.pairs.likeness import FEATURES, Likeness, Pair
from reading_room.comparing.pairs.occasions import Meeting, apart, meeting
from reading_room.comparing.pairs.told import QUOTED, NameBook, Text, Told, told
from reading_room.model.alignment import Likeness as Word
from reading_room.model.alignment import SentencePair
from reading_room.model.analysis import Analysis
from reading_room.model.article import Version
from reading_room.model.names import NameSet
from reading_room.model.trees import log_odds, trained

TREES = Path(__file__).with_name("alignment.json")
LEAST = 0.05
"""The confidence below which two sentences are no pair."""
QUOTING = 0.2
"""The confidence below which shared wording is a turn of phrase."""
POSSIBLY = 0.5
"""The confidence from which a pair is shown, folded away."""
LIKELY = 0.8
"""The confidence from which a pair may be called likely: no other of its sentences surer, the days first told of the same…"""
LIKELY_UNDATED = 0.87
"""The same where no dates can tell two occasions of one kind apart…"""
DEEDS = 2.5
"""…so much in common that is no name, by how rare it is: two sentences that only name the same may tell anything of it."""
IN_COMMON = 3
"""Words or names that two sentences must share to be called likely, or one passage: a number and a name may be shared by chance."""
SOMETHING = 2
"""Those that they must share to be shown at all: short texts on one happening are rather sure of every pair."""
NEARLY_ALL = 0.85
"""The share of their words that two sentences have in common when one is the other with a word changed…"""
IN_ORDER = 0.6
"""…and the share of neighbouring terms that are still neighbours: in another order, others may do it to others."""
_ABOUT_THE_TEXT = re.compile(
    r"(?i:this room|for this summary|\bits? (?:own )?(?:word|name)s? for\b|\bis the (?:\w+ )?name\b|the lines above|"
    r"\bno (?:full )?date\b|’s source\b|\bwas written\b|\bis (?:the|built on the) \w+ text of\b|"
    r"\bis an? (?:report|article|translation|page|text)\b|\brelays?\b|\bphoto\b)"
)
"""What a digest says of the text that it sums up, and not of what happened."""


def align(accounts: Sequence[tuple[Version, Analysis]], names: Mapping[str, NameSet]) -> tuple[SentencePair, ...]:
    """The pairs of sentences of every two of these accounts that may tell of the same, from `LEAST` on, in their order."""
    book = NameBook(names)
    texts = {version.article.slug: text(version, analysis, book) for version, analysis in accounts}
    pairs = combinations(sorted(texts), 2)
    return tuple(pair for left, right in pairs for pair in pairs_of(texts[left], texts[right]))


def text(version: Version, analysis: Analysis, names: NameBook) -> Text:
    """An account as far as it is compared."""
    passages = {passage.id: passage.text for passage in version.passages}
    article = version.article
    made = []
    for one in analysis.sentences:
        said = passages[one.passage]
        if article.text == "digest" and _ABOUT_THE_TEXT.search(said, one.span.start, one.span.end):
            continue
        made.append(told(article.slug, said, one, article.language, names))
    return Text(one for one in made if len(one.terms) > 1)


def pairs_of(left: Text, right: Text) -> Iterator[SentencePair]:
    """The pairs of sentences of two texts, from `LEAST` on, in the order of the left one."""
    if not left.sentences or not right.sentences:
        return
    likeness = Likeness(left, right)
    trees = trained(TREES, FEATURES)
    cosines = likeness.candidates()
    met = {(a, b): meeting(left.sentences[a].times, right.sentences[b].times) for a, b in cosines}
    pairs = [pair for pair, together in met.items() if together is not Meeting.NEVER]
    found = {}
    for pair, figures in zip(pairs, likeness.features(cosines, pairs), strict=True):
        confidence = 1 / (1 + exp(-log_odds(trees, figures)))
        if confidence >= LEAST:
            found[pair] = (confidence, met[pair])
    best, two_occasions = _best(found), apart(left.named, right.named)
    for (a, b), (confidence, meets) in sorted(found.items()):
        one, other = left.sentences[a], right.sentences[b]
        surest = confidence >= max(best[0, a], best[1, b]) and likeness.deeds(a, b) >= DEEDS
        together = meets is Meeting.FIRST and not two_occasions
        word = _word(confidence, one, other, together=together, surest=surest)
        yield SentencePair(one.said, other.said, round(confidence, 4), word)


def _best(found: Mapping[Pair, tuple[float, Meeting]]) -> dict[Pair, float]:
    """The highest confidence of a pair of each sentence, by side and place."""
    best: dict[Pair, float] = {}
    for (a, b), (confidence, _) in found.items():
        best[0, a] = max(best.get((0, a), 0.0), confidence)
        best[1, b] = max(best.get((1, b), 0.0), confidence)
    return best


def _word(confidence: float, one: Told, other: Told, *, together: bool, surest: bool) -> Word | None:
    if together and confidence >= QUOTING and _quote_the_same(one, other) and not print_different(one, other):
        return "same passage quoted"
    common = len(one.terms.keys() & other.terms.keys())
    if confidence < POSSIBLY or common < SOMETHING:
        return None
    enough = LIKELY if one.times and other.times else LIKELY_UNDATED
    likely = together and surest and common >= IN_COMMON and confidence >= enough and not tell_of_different(one, other)
    return "likely the same point" if likely and bool(one.times) == bool(other.times) else "possibly related"


def _quote_the_same(one: Told, other: Told) -> bool:
    """Whether they share a run of words that says something, or nearly all of their words."""
    if not (one.wording.isdisjoint(other.wording) or one.telling.isdisjoint(other.telling)):
        return True
    if len(one.terms) < QUOTED / 2 or shared_words(one, other) < NEARLY_ALL:
        return False
    return len(one.pairs & other.pairs) >= IN_ORDER * max(len(one.pairs), len(other.pairs))
