"""Who is named in a sentence, whether they speak or not: whoever “he” may be, and whatever it may not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.model.results import Span

_TOKEN = re.compile(r"[^\W_][\w’'\-]*|[^\w\s]")
_PLACED = frozenset("in at near into outside inside across around towards toward".split())  # noqa: SIM905
"""Words after which a name is that of a place."""
_OF_PLACE = ("ian", "ish", "ese", "can", "eli", "qi")
"""Ends of words for what is of a country: “*Syrian* troops”."""
_SMALL = frozenset("al bin ibn de la von van der abu".split())  # noqa: SIM905
_NO_NAME = (
    table.DETERMINER | table.PREPOSITION | table.CONJUNCTION | table.ADVERB | table.PRONOUN | table.AUXILIARY
    | table.NOBODY | table.DAY | table.NUMERALS | table.BEGINS_PHRASE | table.GERUNDS | table.FIRST_PERSON
)  # fmt: skip
_ENDS_ROLE = frozenset(("of", "for", "in", "at", "who", "from", "with"))


def of_no_person(texts: Iterable[str]) -> frozenset[str]:
    """Words that the texts use of places and things (“in Homs”, “the Kremlin”), or write without a capital."""
    found: set[str] = set()
    for text in texts:
        for before, word in pairwise(["", *(token[0] for token in _TOKEN.finditer(text))]):
            low = before.lower()
            if word[:1].islower() or (not word.endswith(("'s", "’s")) and (low in _PLACED or low == "the")):
                found.add(word.lower())
    return frozenset(found)


def words_of(name: str) -> frozenset[str]:
    """The words of a speaker, without what says whose they are: “mayor”, “anna”, “kell” of “the mayor of Homs, Anna Kell”."""
    found: list[str] = []
    for part in name.lower().split("(")[0].split(","):
        for token in _TOKEN.finditer(part):
            if token[0] in _ENDS_ROLE:
                break
            found.append(_bare(token[0]))
    return frozenset(word for word in found if word not in _NO_NAME and word not in _SMALL and word[:1].isalnum())


def persons(text: str, within: Span, known: frozenset[str]) -> Iterator[frozenset[str]]:
    """The words of each who may be a person there; `known` has those that name none (`of_no_person`)."""
    found = [token[0] for token in _TOKEN.finditer(text, within.start, within.end)]
    at = 0
    while at < len(found):
        close = at
        while close < len(found) and (found[close][:1].isupper() or found[close].lower() in _SMALL):
            close += 1
        named = _name(found, at, close, known) if close > at else frozenset[str]()
        if named:
            yield named
        elif found[at].lower() in table.ROLE and found[at - 1 : at] != ["in"]:
            yield frozenset((found[at].lower(), *_complement(found, at + 1)))
        at = max(close, at + 1)


def groups(text: str, within: Span) -> Iterator[frozenset[str]]:
    """The words of each who may be several there, whom “they” may mean: “the rebels”, “families”."""
    for token in _TOKEN.finditer(text, within.start, within.end):
        low = token[0].lower()
        if _are_many(low):
            yield frozenset((low,))


def _are_many(low: str) -> bool:
    agents = low.endswith(table.AGENT) and low not in table.NO_AGENT
    return agents or low in table.MANY or (low.endswith("s") and low[:-1] in table.ROLE)


def bodies(text: str, within: Span, known: frozenset[str]) -> Iterator[frozenset[str]]:
    """The words of each body, paper or land there, which “it” may mean; `known` has those that name none (`of_no_person`)."""
    for token in _TOKEN.finditer(text, within.start, within.end):
        low = _bare(token[0])
        named = token[0][:1].isupper() and low not in known and low not in _NO_NAME | table.ROLE and not _are_many(low)
        if named or low in table.ORGANISATION:
            yield frozenset((low,))


def _name(found: Sequence[str], at: int, close: int, known: frozenset[str]) -> frozenset[str]:
    """The words of a name between two tokens; none where they are no person’s."""
    before = found[at - 1].lower() if at else ""
    words = [_bare(word) for word in found[at:close]]
    while words and words[0] in _NO_NAME:
        before, at, words = words[0], at + 1, words[1:]
    roles = [word for word in words if word in table.ROLE]
    named = [word for word in words if word not in _SMALL]
    if roles:
        return frozenset((*named, *(_complement(found, close) if roles == named else ())))
    if before in _PLACED or before == "the" or all(word in known for word in named):
        return frozenset()
    if any(word in table.ORGANISATION for word in words) or all(word.isupper() for word in found[at:close]):
        return frozenset()
    follows = found[close] if close < len(found) else ""
    alone = len(words) == 1 and words[0]
    if alone and ((alone.endswith(_OF_PLACE) and follows[:1].islower()) or alone.endswith("ing")):
        return frozenset()
    return frozenset(named)


def _complement(found: Sequence[str], at: int) -> Sequence[str]:
    """The names of “of Homs” after a role, which tell one governor from another."""
    if at + 1 < len(found) and found[at].lower() in _ENDS_ROLE and found[at + 1][:1].isupper():
        return [_bare(found[at + 1])]
    return []


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").strip("'-")
