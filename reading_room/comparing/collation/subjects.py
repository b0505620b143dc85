"""What the sentences of a row of the machine tell of: which group the row stands in, and who is quoted or what is counted."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.common_days import is_background
from reading_room.comparing.collation.desk import Desk, Name
from reading_room.comparing.collation.figures import called, kind
from reading_room.comparing.collation.questions import common_words, stem
from reading_room.model.event import Group
from reading_room.model.wording import words

_DAMAGE = re.compile(
    r"\b(?:destr[ou]|damag|demolish|raz(?:ed|ing)\b|flatten|bl(?:ew|own|owing) up|loot|smash|defac|dynamit|shatter"
    r"|détrui|endommag|dégât|разруш|поврежд|взорв|уничтож|تدمير|أضرار|دمار|تخريب)",
    re.IGNORECASE,
)

_OTHERS = stem("others")
FEWEST_IN_COMMON = 2
"""Words from which accounts have more in common than that they name the same."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`words` are what is counted or who is quoted; empty where the question is made of the words in common."""

    group: Group
    words: str = ""


def subject(cells: Sequence[Sequence[AccountSentence]], desk: Desk) -> Subject:
    """`cells` are the sentences of each account that has any."""
    texts = [" ".join(telling.text for telling in cell) for cell in cells]
    dated = [one.when for cell in cells for one in cell if one.when and one.when.basis != "published"]
    if dated and all(is_background(when, desk.event) for when in dated):
        return Subject("background")
    if counted := _counted(cells):
        return Subject("how many", counted)
    if sum(bool(_DAMAGE.search(text)) for text in texts) > 1:
        return Subject("what was damaged")
    if quoted := _quoted(cells):
        return Subject("who is quoted", quoted)
    names = [[name for telling in cell for name in desk.names_in(telling)] for cell in cells]
    first = [next((name.of for name in cell if name.kind not in ("place", "act")), None) for cell in names]
    if len(set(filter(None, first))) > 1:
        return Subject("who did it")
    if (
        len(common_words(texts)) < FEWEST_IN_COMMON
        and not any(one.sentence.quantities for cell in cells for one in cell)
        and any(_are_called_differently(those) for those in _by_language(cells, names, desk))
    ):
        return Subject("what things are called")
    return Subject("what happened")


def _by_language(
    cells: Sequence[Sequence[AccountSentence]], names: Sequence[Sequence[Name]], desk: Desk
) -> Iterable[Sequence[Sequence[Name]]]:
    """The names of the accounts of each language: between two of them every name is another."""
    languages = {version.article.slug: version.article.language for version in desk.accounts}
    found: dict[str, list[Sequence[Name]]] = defaultdict(list)
    for cell, named in zip(cells, names, strict=True):
        found[languages[cell[0].article]].append(named)
    return found.values()


def _are_called_differently(cells: Sequence[Sequence[Name]]) -> bool:
    """Whether two accounts name one party, place or act by different terms."""
    terms: dict[str, set[str]] = {}
    naming: Counter[str] = Counter()
    for cell in cells:
        naming.update({name.of for name in cell})
        for name in cell:
            terms.setdefault(name.of, set()).add(name.term.casefold())
    return any(len(terms[of]) > 1 for of, accounts in naming.items() if accounts > 1)


def _counted(cells: Sequence[Sequence[AccountSentence]]) -> str:
    """What two accounts or more give a number of, by the shortest of their names for it."""
    kinds: Counter[str] = Counter()
    names: dict[str, set[str]] = {}
    for cell in cells:
        quantities = [quantity for telling in cell for quantity in telling.sentence.quantities if quantity.counted]
        kinds.update({kind(quantity) for quantity in quantities})
        for quantity in quantities:
            names.setdefault(kind(quantity), set()).add(quantity.counted)
    shared = sorted((-count, name == _OTHERS, name) for name, count in kinds.items() if count > 1 and name)
    return called(names[shared[0][-1]]) if shared else ""


def _quoted(cells: Sequence[Sequence[AccountSentence]]) -> str:
    """Whom all accounts name as speaking: by the longest of their names for them that has a word of their names in the others."""
    speakers = [
        {one.speaker for telling in cell for one in telling.sentence.attributions if one.kind == "named"}
        for cell in cells
    ]
    everyone = sorted(set().union(*speakers), key=lambda name: (-len(name), name))
    return next(
        (one for one in everyone if all(any(_is_same(one, other) for other in named) for named in speakers)), ""
    )


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one person or body: they end in one word, but for offices, or have the same letters (“RAIB”)."""
    one, other = one.partition(", ")[0], other.partition(", ")[0]
    return words(one)[-1:] == words(other)[-1:] or not _abbreviations(one).isdisjoint(_abbreviations(other))


def _abbreviations(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z]{3,}\b", name))
