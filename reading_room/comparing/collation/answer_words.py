"""Sentences that may answer a question of the keeper's in an account without an answer: by the words that its answers have, and
those to the other questions of the event have not.

The shares of answers that have a word are compared as naive Bayes does (Maron, Automatic indexing, 1961). All that the keeper
placed counts, whichever accounts are shown, so that no account on the page changes what is found in another.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.questions import LANGUAGE, telling_words
from reading_room.comparing.pairs.rarity import rarity
from reading_room.comparing.wording.text_words import OF_NUMBERS, OF_TEXTS, OF_TIMES
from reading_room.model.event import Event, Row

QUESTION = 2
"""Answers for which the words of the question itself stand."""
SMOOTHING = 0.5
"""Answers that are taken to have every word, so that a word of a single one proves nothing."""
RAREST = 3.0
"""Rarity from which a word weighs no more: names would weigh most, and every account has them."""
EVEN = 8
"""Words that are added to a sentence's own when it is weighed, so that no headline of three words comes first."""
LEAST = 0.3
"""What a sentence must weigh for each of its words and those."""
FEWEST = 2
"""Words, no names, that it must have in common with answers: with one, whoever is praised answers every question of praise."""
_OF_TEXTS = telling_words(f"{OF_TEXTS} {OF_TIMES} {OF_NUMBERS}").keys()
_FIGURE = re.compile(r"\d[\d.,]*\d")


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """What each word weighs for each question of an event, and the words that name its parties, places and acts."""

    weights: Mapping[str, Mapping[str, float]]
    names: frozenset[str]

    def may_answer(self, question: str, told: Iterable[AccountSentence]) -> list[AccountSentence]:
        """The sentences that may, the likeliest first."""
        found, weights = [], self.weights.get(question, {})
        for telling in told:
            own = told_words(telling.text) - {word for name in _named(telling) for word in told_words(name)}
            if len(own & written_small(telling.text) & weights.keys() - self.names) >= FEWEST:
                weighs = sum(weights.get(word, 0) for word in own) / (len(own) + EVEN)
                if weighs > LEAST:
                    found.append((-weighs, telling.order, telling))
        return [telling for *_, telling in sorted(found, key=lambda one: one[:2])]


@lru_cache(maxsize=64)
def answer_words(event: Event) -> AnswerWords:
    counted = {row.id: _counted(row) for row in event.rows}
    answers = {row.id: len(row_answers(row)) + QUESTION for row in event.rows}
    total: Counter[str] = sum(counted.values(), Counter())
    weights: dict[str, Mapping[str, float]] = {}
    for key, having in counted.items():
        elsewhere = sum(answers.values()) - answers[key]
        shares = {
            word: (_share(count, answers[key]), _share(total[word] - count, elsewhere))
            for word, count in having.items()
        }
        weights[key] = {
            word: math.log(here / there) * min(rarity(word, LANGUAGE), RAREST)
            for word, (here, there) in shares.items()
            if here > there
        }
    called = (name for one in event.named for name in (one.name, *(called.term for called in one.called)))
    return AnswerWords(weights, frozenset(word for name in called for word in telling_words(name)))


def row_answers(row: Row) -> Mapping[str, str]:
    """What each article answers, all its words together."""
    found: dict[str, str] = {}
    for cell in row.cells:
        found[cell.article] = f"{found.get(cell.article, '')} {cell.quote.exact}".lstrip()
    return found


@lru_cache(maxsize=4096)
def written_small(text: str) -> frozenset[str]:
    """The words that are not written as names are, with a capital."""
    found = telling_words(text)
    return frozenset(key for key, word in found.items() if not word[:1].isupper()) | told_words(text) - found.keys()


@lru_cache(maxsize=4096)
def told_words(text: str) -> frozenset[str]:
    """The words that say what happened, and numbers of three figures and more that are no years."""
    figures = {one for one in _FIGURE.findall(text) if len(one) > 2 and not re.fullmatch(r"(?:19|20)\d\d", one)}
    return frozenset((telling_words(text).keys() | figures) - _OF_TEXTS)


def _counted(row: Row) -> Counter[str]:
    """In how many answers each word stands."""
    counted = Counter(word for answer in row_answers(row).values() for word in told_words(answer))
    counted.update(dict.fromkeys(told_words(row.question), QUESTION))
    return counted


def _share(having: int, of: int) -> float:
    return (having + SMOOTHING) / (of + 2 * SMOOTHING)


def _named(telling: AccountSentence) -> Sequence[str]:
    """Who says it is no part of what is said."""
    return [one.speaker for one in telling.sentence.attributions if one.kind == "named"]
