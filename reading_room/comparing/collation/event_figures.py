"""All numbers that the accounts of an event give, under what they count, those that most accounts give a number of first.

A sentence that stands in several accounts word for word is given once: copies of one text do not make a number better known.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reading_room.comparing.collation.account_sentences import AccountSentence, speaker_of
from reading_room.comparing.collation.common_days import is_background
from reading_room.comparing.collation.figures import called, caution, figure, kind
from reading_room.model.analysis import Quantity
from reading_room.model.apparatus import CountedFigures, GivenFigure
from reading_room.model.collation import Figure
from reading_room.model.event import Event
from reading_room.model.wording import words

Found = tuple[AccountSentence, Quantity]


def event_figures(event: Event, accounts: Sequence[Sequence[AccountSentence]]) -> tuple[CountedFigures, ...]:
    """The sentences of each account stand in the order of its text; the accounts in the order in which figures are to stand."""
    kinds: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for sentence in (sentence for account in accounts for sentence in account):
        for quantity in sentence.sentence.quantities:
            counted = kind(quantity)
            kinds[counted, quantity.unit if not counted or quantity.unit == "share" else ""].append(
                (sentence, quantity)
            )
    groups = [_group(event, unit, found) for (_, unit), found in kinds.items()]
    return tuple(
        sorted(groups, key=lambda one: (-one.accounts, not one.counted, -len(one.given), one.counted, one.unit))
    )


def _group(event: Event, unit: str, found: Sequence[Found]) -> CountedFigures:
    then = [one for one in found if not is_background(one[0].when, event)]
    names = [name for _, quantity in then or found if (name := quantity.counted)]
    is_named = any(map(kind, (quantity for _, quantity in found)))
    return CountedFigures(
        counted=called(names) if is_named else "",
        unit=unit,
        given=_given(event, found),
        accounts=len({sentence.article for sentence, _ in then}),
        caution=caution(then) if is_named else None,
    )


def _given(event: Event, found: Sequence[Found]) -> tuple[GivenFigure, ...]:
    """Those of the time of the event first; of these the first one of each account, then the second of each, and so on."""
    same: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for sentence, quantity in found:
        other_time = is_background(sentence.when, event)
        start = quantity.span.start - sentence.span.start
        telling = replace(figure(sentence, quantity), speaker=_speaker(sentence, quantity))
        same[other_time, tuple(words(sentence.text)), start].append(telling)
    turns: Counter[tuple[object, str]] = Counter()
    given: list[tuple[bool, int, GivenFigure]] = []
    for (other, *_), figures in same.items():
        turns[other, figures[0].article] += 1
        given.append((bool(other), turns[other, figures[0].article], GivenFigure(tuple(figures), bool(other))))
    return tuple(one for *_, one in sorted(given, key=lambda one: one[:2]))


def _speaker(sentence: AccountSentence, quantity: Quantity) -> str:
    """Who says the part of the sentence that has the number."""
    for one in sentence.sentence.attributions:
        if one.content.start <= quantity.span.start < one.content.end:
            return one.speaker
    return speaker_of(sentence.sentence)
