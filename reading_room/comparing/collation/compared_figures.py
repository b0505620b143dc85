"""The numbers of accounts that are read side by side, under what two or more of them count.

Accounts with one text count as one. Numbers in sentences of another time stand last and make no group.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.figures import Given, called, conflicting, figure, in_conflict, kind, not_the_same
from reading_room.comparing.collation.questions import befell, stem, telling_words
from reading_room.model.alignment import Said
from reading_room.model.collation import FigureGroup

_ANYBODY = frozenset(map(stem, ("people", "persons", "men", "women")))
"""Words that say of those who are counted no more than that they are people."""


def figure_groups(
    accounts: Sequence[Sequence[AccountSentence]],
    copies: Iterable[Sequence[str]] = (),
    another: frozenset[Said] = frozenset(),
    rows: Iterable[Sequence[Given]] = (),
    places: Mapping[str, frozenset[str]] | None = None,
) -> tuple[FigureGroup, ...]:
    """The numbers of two or more texts that count what both call the same, the most told of first.

    Articles of one of the `copies` have one text; `another` has the sentences of another time. `rows` are the numbers that stand
    together in rows of which the page is sure: where it calls two of them a conflict, it does so here.
    """
    leading = {slug: group[0] for group in copies for slug in group}
    kinds = _kinds(accounts, another)
    said = {kind(two[0][1]): two for numbers in rows if (two := conflicting(numbers, places or {}))}
    groups = []
    for key, found in sorted(kinds.items()):
        then = [one for one in found if one[0].said not in another]
        texts = {leading.get(telling.article, telling.article) for telling, _ in then}
        if len(texts) > 1:
            groups.append((-len(texts), _group(key, found, then, said.get(key))))
    return tuple(group for _, group in sorted(groups, key=lambda one: (one[0], one[1].counted)))


def _group(
    key: str, found: Sequence[Given], then: Sequence[Given], conflict: tuple[Given, Given] | None
) -> FigureGroup:
    figures = [replace(figure(*one), of_another_time=one not in then) for one in found]
    figures.sort(key=lambda one: (one.of_another_time, one.article))
    counted = called(quantity.counted for _, quantity in then if kind(quantity) == key)
    return FigureGroup(counted, tuple(figures), _minding(then, conflict))


def _minding(found: Sequence[Given], conflict: tuple[Given, Given] | None) -> str | None:
    told = {(quantity.least, quantity.most) for _, quantity in found}
    if not conflict:
        return not_the_same(found) if len(told) > 1 else None
    others = told - {(quantity.least, quantity.most) for _, quantity in conflict}
    return in_conflict(conflict) + (" The other numbers may not count the same thing." if others else "")


def _kinds(accounts: Sequence[Sequence[AccountSentence]], another: frozenset[Said]) -> Mapping[str, Sequence[Given]]:
    """Numbers by what they count, in the order of the articles and their texts."""
    kinds: dict[str, list[Given]] = defaultdict(list)
    unnamed: list[Given] = []
    for telling in (telling for account in accounts for telling in account):
        for quantity in telling.sentence.quantities:
            if key := kind(quantity):
                kinds[key].append((telling, quantity))
            elif quantity.unit:
                unnamed.append((telling, quantity))
    for one in unnamed:
        if key := _measured(one, kinds):
            kinds[key].append(one)
    _join_anybody(kinds, another)
    return {
        key: sorted(found, key=lambda one: (one[0].article, one[0].order, one[1].span)) for key, found in kinds.items()
    }


def _measured(one: Given, kinds: Mapping[str, Sequence[Given]]) -> str:
    """What a number with a unit is of that is named apart from it, “losses of barley amount to 8,500 tons”: the one thing in
    its sentence that others give in this unit."""
    telling, quantity = one
    told = telling_words(telling.text)
    named = [key for key, found in kinds.items() if key in told and any(of.unit == quantity.unit for _, of in found)]
    return named[0] if len(named) == 1 else ""


def _join_anybody(kinds: dict[str, list[Given]], another: frozenset[Said]) -> None:
    """Where people are counted to whom the same happened as to those whom others call more nearly, they stand together:
    “17 people” killed and “12 workers” killed."""
    for key in sorted(_ANYBODY & kinds.keys()):
        for one in tuple(kinds[key]):
            happened = _befell(one)
            giving = {
                other: len(
                    {given[0].article for given in found if given[0].said not in another and _befell(given) == happened}
                )
                for other, found in kinds.items()
                if other not in _ANYBODY and happened is not None
            }
            most = max(giving.values(), default=0)
            alike = [other for other, count in giving.items() if count == most > 0]
            if len(alike) == 1:
                kinds[key].remove(one)
                kinds[alike[0]].append(one)


def _befell(one: Given) -> int | None:
    telling, quantity = one
    start = telling.span.start
    return befell(telling.text, quantity.span.start - start, quantity.span.end - start)
