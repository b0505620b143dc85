"""The numbers that accounts give: what follows from each by arithmetic, which may be read together, and where two cannot both be.

Numbers are read together where accounts call what they count by the same words. The word *conflict* is kept for two numbers of
which the texts themselves say that unit, what is counted, place, period and days are the same, and that exclude each other; in
sentences that tell of it in the same words, since “people” may be killed in one and hurt in the other.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.common_days import one_occasion
from reading_room.comparing.collation.questions import stem, telling_words
from reading_room.comparing.sentences.units import DAYS
from reading_room.model.analysis import Quantity
from reading_room.model.collation import Figure
from reading_room.model.wording import words

_PEOPLE = frozenset(words("человек человека людей люди людям أشخاص شخص شخصا شخصاً personnes personas pessoas"))
"""What is “people” in other languages: the numbers of a toll stand together, whatever language they are told in."""
SAME_WORDS = 0.5
"""The share of the telling words of two sentences that both have from which they tell of a number in the same words."""
FEWEST_DAYS, MOST_DAYS = 2, 364
"""Over which a number is worked out by the day: of one day it is the number itself, of years a day says nothing."""
_PART = re.compile(
    r"\b(?:including|among|another|further|additional|more than half|other|of (?:them|whom|which|these|those))\b", re.I
)
"""Words by which a number may be of a part only, or come on top of another."""
_ARTICLES = frozenset(["the", "a", "an", "of", "his", "her", "its", "their", "our"])


Given = tuple[AccountSentence, Quantity]
"""A number and the sentence that gives it."""


def arithmetic(quantity: Quantity) -> str | None:
    """What follows from a number and the time that it is said to be of: “more than 64 a day over 14 days”.

    Nothing of fewer than one a day, nor of years. A lower bound is rounded down and an upper one up to three figures, so that what
    is said follows from the words.
    """
    days = quantity.over_days
    if not days or days < FEWEST_DAYS or quantity.unit == "share" or (quantity.least is None and quantity.most is None):
        return None
    over = f"over {_number(days)} days"
    if quantity.per is None:
        a_day = (quantity.least or quantity.most or 0) / days
        return f"{_bounded(quantity, 1 / days)} a day {over}" if a_day >= 1 and days <= MOST_DAYS else None
    times = days / DAYS[quantity.per]
    return f"{_bounded(quantity, times)} in all {over}" if times >= FEWEST_DAYS else None


def _bounded(quantity: Quantity, factor: float) -> str:
    """The number times a factor, with the bound that the words give."""
    least, most = quantity.least, quantity.most
    if least is not None and most is not None and least != most:
        return f"{_number(least * factor, down=True)} to {_number(most * factor, up=True)}"
    said = {"more": "more than ", "at-least": "at least ", "less": "fewer than ", "at-most": "at most "}.get(
        quantity.bound, "about "
    )
    if least is not None and most is None:
        return f"{said if quantity.bound in ('more', 'at-least') else 'at least '}{_number(least * factor, down=True)}"
    if most is not None and least is None:
        return f"{said if quantity.bound in ('less', 'at-most') else 'at most '}{_number(most * factor, up=True)}"
    return f"about {_number((least or 0) * factor)}"


def _number(value: float, *, down: bool = False, up: bool = False) -> str:
    """To a whole number from ten on, else to one place; rounded to the side that keeps it true."""
    scale = 1 if value >= 10 else 10
    scaled = value * scale
    whole = math.floor(scaled + 1e-9) if down else math.ceil(scaled - 1e-9) if up else round(scaled)
    return f"{whole / scale:,.{0 if scale == 1 else 1}f}".removesuffix(".0")


def kind(quantity: Quantity) -> str:
    """By what numbers are told apart: the word that names what is counted, without its form; empty where nothing is."""
    counted = [word for word in words(quantity.counted) if word not in _ARTICLES]
    if counted and counted[0] in _PEOPLE:
        return stem("people")
    return stem(counted[-1]) if counted else ""


def called(names: Iterable[str]) -> str:
    """The shortest of the names for what is counted, rather one in the letters of the pages than one in others."""
    return min(names, key=lambda name: (not name.isascii(), len(name), name))


def figure(telling: AccountSentence, quantity: Quantity) -> Figure:
    span = quantity.span
    return Figure(
        telling.article,
        telling.passage.id,
        telling.span,
        quantity,
        telling.passage.text[span.start : span.end],
        telling.speaker,
        telling.when,
        arithmetic(quantity),
    )


def caution(found: Iterable[Given]) -> str | None:
    """That other numbers of what accounts call the same may not count the same, and in what they differ as far as can be told.

    None where the accounts give one number, or count nothing in common.
    """
    found = tuple(found)
    counted_by: dict[str, set[str]] = {}
    for telling, quantity in found:
        counted_by.setdefault(kind(quantity), set()).add(telling.article)
    shared = [one for one in found if (of := kind(one[1])) and len(counted_by[of]) > 1]
    if len({(kind(quantity), quantity.least, quantity.most) for _, quantity in shared}) <= len(
        {kind(quantity) for _, quantity in shared}
    ):
        return None
    return not_the_same(shared)


def not_the_same(shared: Sequence[Given]) -> str:
    """That numbers may not count the same, and in what they differ as far as can be told."""
    differing = []
    if len({tuple(words(quantity.counted)) for _, quantity in shared if quantity.counted}) > 1:
        differing.append("what is counted")
    if len({(quantity.per, quantity.over_days) for _, quantity in shared}) > 1:
        differing.append("the period")
    if not one_occasion(telling.when for telling, _ in shared):
        differing.append("the days")
    verb = "differ" if len(differing) > 1 or differing == ["the days"] else "differs"
    return "These may not count the same thing" + (f": {_listed(differing)} {verb}." if differing else ".")


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def conflict(found: Iterable[Given], places: Mapping[str, frozenset[str]]) -> str | None:
    """Two numbers that cannot both be, of what the texts say is exactly the same; None where anything is left open.

    `places` has for each word of a text that names a place the key of it: other names of one place are the same.
    """
    return in_conflict(two) if (two := conflicting(found, places)) else None


def conflicting(found: Iterable[Given], places: Mapping[str, frozenset[str]]) -> tuple[Given, Given] | None:
    """The first two numbers that are in conflict."""
    for (one, first), (other, second) in combinations(found, 2):
        if one.article != other.article and _same_thing(one, first, other, second, places) and _exclude(first, second):
            return (one, first), (other, second)
    return None


def in_conflict(two: tuple[Given, Given]) -> str:
    """That two numbers are in conflict, in words."""
    numbers = sorted(telling.passage.text[of.span.start : of.span.end] for telling, of in two)
    return f"Conflict: “{numbers[0]}” and “{numbers[1]}”, of the same, at the same place and in the same days."


def _same_thing(
    one: AccountSentence,
    first: Quantity,
    other: AccountSentence,
    second: Quantity,
    places: Mapping[str, frozenset[str]],
) -> bool:
    counted = words(first.counted)
    if not counted or counted != words(second.counted):
        return False
    if (first.unit, first.per, first.over_days) != (second.unit, second.per, second.over_days):
        return False
    dates = one.when, other.when
    if any(when is None or when.basis not in ("explicit", "relative") for when in dates):
        return False
    if dates[0] is None or dates[1] is None or (dates[0].first, dates[0].last) != (dates[1].first, dates[1].last):
        return False
    for telling, quantity in ((one, first), (other, second)):
        if sum(kind(found) == kind(quantity) for found in telling.sentence.quantities) > 1:
            return False
    told, retold = telling_words(one.text).keys(), telling_words(other.text).keys()
    if len(told & retold) < SAME_WORDS * len(told | retold):
        return False
    where = _places(one.text, places)
    return (
        bool(where)
        and where == _places(other.text, places)
        and not any(_PART.search(text) for text in (one.text, other.text))
    )


def _places(text: str, places: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(key for word in words(text) for key in places.get(word, ()))


def _exclude(first: Quantity, second: Quantity) -> bool:
    """Whether no number is within the bounds of both. What is said to be about a number bounds nothing."""
    if "about" in (first.bound, second.bound):
        return False
    return any(
        most is not None and least is not None and most < least
        for most, least in ((first.most, second.least), (second.most, first.least))
    )
