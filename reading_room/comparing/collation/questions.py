"""What a row of the machine is about, and its question: made of the words that its cells have in common, and of nothing else."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reading_room.comparing.pairs.rarity import rarity
from reading_room.comparing.pairs.rarity import stem as stemmed
from reading_room.comparing.wording.small_words import SMALL
from reading_room.comparing.wording.text_words import OF_TEXTS
from reading_room.model.event import Group
from reading_room.model.sentences import sentences
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
    "what things are called": "What is it called",
    "background": "Before and after",
}
SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(rf"[^\W_]+(?:[’'{SOFT_HYPHEN}-][^\W\d_]+)*")
_DATELINE = re.compile(r"(?P<place>[^—–()]{2,40}?)\s*(?:\([^()]{1,40}\)\s*)?(?:[—–]|--|-(?=\s))\s*")
"""What may stand before a report: “VARNHOLM (Northern Wire) — ”."""
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
            "killed killing dead deaths died dying drowned executed lives",
            "wounded injured hurt injuries",
            "rescued rescuers saved",
            "evacuated evacuation",
            "fled displaced",
            "arrested detained jailed captured imprisoned",
            "abducted kidnapped hostage",
            "freed released",
            "missing",
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
_LIVES = stem("lives")
"""Says that somebody died only beside another word, “lost their lives”: no word for a question."""


@lru_cache(maxsize=4096)
def telling_words(text: str) -> Mapping[str, str]:
    """The words of a text that say what it is about, by their stems, as they stand there for the first time."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = re.sub(r"[’']s$", "", match[0].replace(SOFT_HYPHEN, ""))
        for folded in words(word)[:1]:
            if len(folded) >= SHORTEST and folded not in SMALL and not folded.isdigit():
                found.setdefault(stem(folded), word)
    return found


def befell(text: str, start: int, end: int) -> int | None:
    """What happened to that which a text counts between two of its places, as a number: by the nearest word for any of it."""
    return min(((max(start - first, last - end), what) for first, last, what in _fates(text)), default=(0, None))[1]


@lru_cache(maxsize=4096)
def _fates(text: str) -> tuple[tuple[int, int, int], ...]:
    """The words of a text for what may have happened, with their places and numbers: asked for at each thing that it counts."""
    return tuple((*match.span(), _BEFELL[key]) for match in _WORD.finditer(text) if (key := _key(match[0])) in _BEFELL)


_SAYING_NOTHING = telling_words(f"{OF_TEXTS} minutes hours days weeks months years").keys()
"""Words that speak of texts, and units of time: rows are about neither."""
_OFFICES = telling_words(
    "chief chairman chairwoman chairperson president minister spokesman spokeswoman spokesperson head"
).keys()
"""Of who speaks."""


def common_words(cells: Sequence[str]) -> tuple[str, ...]:
    """The telling words that all texts have, as the first of them writes them that does not write them in capitals alone, and in
    the order of the first; none that speaks of texts."""
    first, *others = every = [telling_words(cell) for cell in cells]
    common = [key for key in first if key not in _SAYING_NOTHING and all(key in other for other in others)]
    return tuple(next((one[key] for one in every if not one[key].isupper()), first[key]) for key in common)


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
    """The words and phrases by which a row is best known, in their order; of names one alone where there is anything else."""

    def known_by(phrase: str) -> tuple[bool, float]:
        return phrase not in plain, -max(rarity(_key(word), LANGUAGE) for word in phrase.split())

    plain = [phrase for phrase in found if not is_name(phrase)]
    ranked = sorted(found, key=known_by)
    kept = ranked[: min(most, len(plain) + 1)] if plain else ranked[:most]
    return tuple(phrase for phrase in found if phrase in kept)


def is_name(phrase: str) -> bool:
    """Whether all its words have capital letters."""
    return all(word[:1].isupper() for word in phrase.split())


def _without_dateline(text: str) -> str:
    found = _DATELINE.match(text)
    return text[found.end() :] if found and found["place"].isupper() else text


@lru_cache(maxsize=1024)
def _neighbours(text: str) -> frozenset[tuple[str, str]]:
    """The words that stand one behind the other, with a space between, by their stems."""
    matches = list(_WORD.finditer(text))
    return frozenset(
        (_key(one[0]), _key(other[0])) for one, other in pairwise(matches) if text[one.end() : other.start()] == " "
    )


def _key(word: str) -> str:
    return next(iter(telling_words(word)), "")


def question(group: Group, cells: Sequence[str], subject: str = "", speakers: Iterable[str] = ()) -> str:
    """`subject` is what is counted or who is quoted, where that is the question; the names and offices of `speakers` are no part of
    what happened."""
    if subject and group != "how many":
        return f"{_ASKED[group]}: {re.sub('^The ', 'the ', subject)}"
    cells = [_without_dateline(cell) for cell in cells]
    asked = f"{_ASKED[group]} {subject}".rstrip()
    common = _said_of(cells, subject) if subject else rarest(_told(cells, speakers))
    named = f"{asked}: {', '.join(f'“{words}”' for words in common)}" if common else asked
    return f"{named}?" if subject or not common else named


def _told(cells: Sequence[str], speakers: Iterable[str]) -> Sequence[str]:
    """The phrases of all cells but for names and offices of who speaks, unless there are no others."""
    who = {
        key
        for speaker in speakers
        for key, word in telling_words(speaker).items()
        if word[0].isupper() or key in _OFFICES
    }
    phrases = common_phrases(cells)
    return [one for one in phrases if not who.issuperset(map(_key, one.split()))] or phrases


def _said_of(cells: Sequence[str], counted: str) -> tuple[str, ...]:
    """What cells say alike of what they count: what befell it, by the nearest word of each, or else what they share besides."""
    said = [_nearest(cell, counted) for cell in cells]
    if None not in said and len({_BEFELL[key] for one in said if one for key in one}) == 1:
        forms = {key: word.lower() for one in reversed(said) if one for key, word in one.items() if key != _LIVES}
        return tuple(sorted(forms.values()))[:MOST_WORDS]
    asked = telling_words(counted)
    fit = [
        phrase
        for phrase in common_phrases(cells)
        if not is_name(phrase) and not any((key := _key(word)) in asked or key in _BEFELL for word in phrase.split())
    ]
    return rarest(fit, MOST_SAID)


def _nearest(cell: str, counted: str) -> Mapping[str, str] | None:
    """The word for what befell something that stands nearest to it, by its stem."""
    asked = {stem(word) for word in words(counted)}  # also “others”, which says little by itself
    near: list[tuple[int, int, str, str]] = []
    for span in sentences(cell):
        matches = list(_WORD.finditer(cell, span.start, span.end))
        of = [at for at, match in enumerate(matches) if stem(" ".join(words(match[0]))) in asked]
        for at, match in enumerate(matches):
            if (key := _key(match[0])) in _BEFELL:
                near.append((min((abs(at - one) for one in of), default=len(cell)), match.start(), key, match[0]))
    return {min(near)[2]: min(near)[3]} if near else None
