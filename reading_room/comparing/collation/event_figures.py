"""All numbers that the accounts of an event give, under what they count, those that most accounts give a number of first.

A sentence that stands in several accounts word for word is given once, and accounts with one text count as one: copies do not make
a number better known.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reading_room.comparing.collation.account_sentences import AccountSentence, speaker_of
from reading_room.comparing.collation.figures import called, caution, figure, kind
from reading_room.model.alignment import Said
from reading_room.model.analysis import Quantity
from reading_room.model.apparatus import CountedFigures, GivenFigure
from reading_room.model.collation import Figure
from reading_room.model.event import OfTime
from reading_room.model.wording import words

Found = tuple[AccountSentence, Quantity, OfTime]


_ORDER: tuple[OfTime, ...] = ("event", "unknown", "another")


def event_figures(
    accounts: Sequence[Sequence[AccountSentence]],
    of_time: Mapping[Said, OfTime],
    copies: Sequence[Sequence[str]] = (),
) -> tuple[CountedFigures, ...]:
    """The sentences of each account stand in the order of its text; the accounts in the order in which figures are to stand.

    `of_time` has what sentences are of; those that it lacks are of the event. Articles of one of the `copies` have one text.
    """
    leading = {slug: group[0] for group in copies for slug in group}
    kinds: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for sentence in (sentence for account in accounts for sentence in account if sentence.sentence.quantities):
        of = of_time.get(sentence.said, "event")
        for quantity in sentence.sentence.quantities:
            counted = kind(quantity)
            kinds[counted, quantity.unit if not counted or quantity.unit == "share" else ""].append(
                (sentence, quantity, of)
            )
    groups = [_group(unit, found, leading) for (_, unit), found in kinds.items()]
    return tuple(
        sorted(groups, key=lambda one: (-one.accounts, not one.counted, -len(one.given), one.counted, one.unit))
    )


def _group(unit: str, found: Sequence[Found], leading: Mapping[str, str]) -> CountedFigures:
    then = [(sentence, quantity) for sentence, quantity, of in found if of == "event"]
    quantities = [quantity for _, quantity in then] or [quantity for _, quantity, _ in found]
    is_named = any(kind(quantity) for _, quantity, _ in found)
    return CountedFigures(
        counted=called(quantity.counted for quantity in quantities if quantity.counted) if is_named else "",
        unit=unit,
        given=_given(found),
        accounts=len({leading.get(sentence.article, sentence.article) for sentence, _ in then}),
        caution=caution(then) if is_named else None,
    )


def _given(found: Sequence[Found]) -> tuple[GivenFigure, ...]:
    """Those of the time of the event first; of these the first one of each account, then the second of each, and so on."""
    same: dict[tuple[OfTime, tuple[str, ...], int], list[Figure]] = defaultdict(list)
    for sentence, quantity, of in found:
        start = quantity.span.start - sentence.span.start
        telling = replace(figure(sentence, quantity), speaker=_speaker(sentence, quantity))
        same[of, tuple(words(sentence.text)), start].append(telling)
    turns: Counter[tuple[OfTime, str]] = Counter()
    given: list[tuple[int, int, GivenFigure]] = []
    for (of, *_), figures in same.items():
        turns[of, figures[0].article] += 1
        given.append((_ORDER.index(of), turns[of, figures[0].article], GivenFigure(tuple(figures), of)))
    return tuple(one for *_, one in sorted(given, key=lambda one: one[:2]))


def _speaker(sentence: AccountSentence, quantity: Quantity) -> str:
    """Who says the part of the sentence that has the number."""
    for one in sentence.sentence.attributions:
        if one.content.start <= quantity.span.start < one.content.end:
            return one.speaker
    return speaker_of(sentence.sentence)
