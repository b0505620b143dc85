"""What a row of the machine is about, and its question: made of the words that its cells have in common, and of nothing else."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reading_room.comparing.pairs.rarity import rarity
from reading_room.comparing.pairs.rarity import stem as stemmed
from reading_room.comparing.wording.small_words import SMALL
from reading_room.comparing.wording.text_words import OF_TEXTS
from reading_room.model.collation import Group
from reading_room.model.wording import words

MOST_PHRASES, MOST_WORDS = 3, 4
"""Of a question: enough to know a row by."""
SHORTEST = 3
_ASKED: Mapping[Group, str] = {
    "what happened": "What happened",
    "who did it": "Who did it",
    "how many": "How many",
    "what was damaged": "What was damaged",
    "who is quoted": "Who is quoted",
    "what things are called": "What it is called",
    "background": "Before and after",
}
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W\d_]+)*")
MOST_SAID = 2
"""Words that say what happened to what a row counts."""
LANGUAGE = "en"
"""Of a word in a script that several languages have, where it is not said: most accounts are in it."""


def stem(word: str) -> str:
    """What a folded word shares with its other forms: `raid` and `raids`."""
    return stemmed(word, LANGUAGE)


_BEFELL: Mapping[str, int] = {
    stem(word): number
    for number, alike in enumerate(
        (
            "killed killing dead deaths died dying drowned executed",
            "wounded injured hurt injuries",
            "rescued rescuers saved",
            "evacuated evacuation",
            "fled displaced",
            "arrested detained jailed captured imprisoned",
            "abducted kidnapped hostage",
            "freed released",
            "missing lost",
            "homeless",
            "returned",
            "surrendered",
            "expelled dismissed",
            "damaged destroyed destruction razed burned collapsed",
            "looted stolen seized",
        )
    )
    for word in alike.split()
}
"""What may have happened to people and things that are counted, words for the same with one number: the row of the
rescued is not that of the dead."""


@lru_cache(maxsize=4096)
def telling_words(text: str) -> Mapping[str, str]:
    """The words of a text that say what it is about, by their stems, as they stand there for the first time."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = re.sub(r"[’']s$", "", match[0])
        for folded in words(word)[:1]:
            if len(folded) >= SHORTEST and folded not in SMALL and not folded.isdigit():
                found.setdefault(stem(folded), word)
    return found


def befell(text: str, start: int, end: int) -> int | None:
    """What happened to that which a text counts between two of its places, as a number: by the nearest word for any of it."""
    near = [
        (max(start - match.start(), match.end() - end), _BEFELL[key])
        for match in _WORD.finditer(text)
        if (key := _key(match[0])) in _BEFELL
    ]
    return min(near)[1] if near else None


_OF_TEXTS = telling_words(OF_TEXTS).keys()


def common_words(cells: Sequence[str]) -> tuple[str, ...]:
    """The telling words that all texts have, as the first of them writes them and in its order; none that speaks of texts."""
    first, *others = map(telling_words, cells)
    return tuple(word for key, word in first.items() if key not in _OF_TEXTS and all(key in other for other in others))


def common_phrases(cells: Sequence[str]) -> tuple[str, ...]:
    """The words that all texts have, those as one that stand beside each other in all of them: “mass grave”, “Palmyra”."""
    joined: list[list[str]] = []
    together = frozenset.intersection(*map(_neighbours, cells))
    for word in common_words(cells):
        if joined and (_key(joined[-1][-1]), _key(word)) in together:
            joined[-1].append(word)
        else:
            joined.append([word])
    return tuple(" ".join(one) for one in joined)


def rarest(found: Sequence[str], most: int = MOST_PHRASES) -> tuple[str, ...]:
    """The words and phrases by which a row is best known, in their order."""

    def known_by(phrase: str) -> float:
        return max(rarity(_key(word), LANGUAGE) for word in phrase.split())

    ranked = sorted(found, key=lambda phrase: -known_by(phrase))
    return tuple(phrase for phrase in found if phrase in ranked[:most])


@lru_cache(maxsize=1024)
def _neighbours(text: str) -> frozenset[tuple[str, str]]:
    """The words that stand one behind the other, with a space between, by their stems."""
    matches = list(_WORD.finditer(text))
    return frozenset(
        (_key(one[0]), _key(other[0])) for one, other in pairwise(matches) if text[one.end() : other.start()] == " "
    )


def _key(word: str) -> str:
    return next(iter(telling_words(word)), "")


def question(group: Group, cells: Sequence[str], subject: str = "") -> str:
    """`subject` is what is counted or who is quoted, where that is the question."""
    if subject and group != "how many":
        return f"{_ASKED[group]}: {subject}"
    asked = f"{_ASKED[group]} {subject}".rstrip()
    common = _said_of(cells, subject) if subject else rarest(common_phrases(cells))
    named = f"{asked}: {', '.join(f'“{words}”' for words in common)}" if common else asked
    return f"{named}?" if subject or not common else named


def _said_of(cells: Sequence[str], counted: str) -> tuple[str, ...]:
    """What cells say alike of what they count: what befell it, in the words of each, or else what they share besides."""
    said = [
        [(_BEFELL[key], key, word) for key, word in telling_words(cell).items() if key in _BEFELL] for cell in cells
    ]
    alike = set.intersection(*({number for number, _, _ in cell} for cell in said))
    befell = {key: word.lower() for cell in said for number, key, word in reversed(cell) if number in alike}
    if befell:
        return tuple(sorted(befell.values()))[:MOST_WORDS]
    asked = telling_words(counted)
    fit = [phrase for phrase in common_phrases(cells) if not any(_key(word) in asked for word in phrase.split())]
    return rarest(fit, MOST_SAID)
