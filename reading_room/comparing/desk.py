"""What lies on the desk while rows are made: the accounts, their sentences, the pairs that may be used, and what else is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reading_room.comparing.common_days import is_background
from reading_room.comparing.figures import arithmetic, caution, conflict
from reading_room.comparing.telling import Telling, overlapping
from reading_room.model.alignment import Likeness, Said, SentencePair
from reading_room.model.analysis import Quantity
from reading_room.model.article import Version
from reading_room.model.collation import CollatedCell, CollatedRow, Source, Words
from reading_room.model.event import Event
from reading_room.model.results import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the accounts: names of outlets by key, the articles with the same text, the words that name places."""

    outlets: Mapping[str, str]
    copies: Mapping[str, frozenset[str]]
    places: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Desk:
    """`told` has all sentences, and `in_passage` those of each passage in their order."""

    accounts: tuple[Version, ...]
    event: Event | None
    context: Context
    told: Mapping[Said, Telling]
    in_passage: Mapping[tuple[str, str], Sequence[Telling]]
    pairs: tuple[SentencePair, ...]
    never: frozenset[frozenset[str]]
    """Passages that the keeper keeps apart, two and two, as `slug/14`."""

    def within(self, article: str, words: Words) -> list[Telling]:
        """The sentences that have any of these words."""
        there = self.in_passage.get((article, words.passage.id), ())
        return [telling for telling in there if overlapping([words.span], telling.span)]

    def words(
        self, telling: Telling, source: Source, confidence: float | None = None, label: Likeness | None = None
    ) -> Words:
        """A sentence as the words of a cell."""
        return Words(
            passage=telling.passage,
            span=telling.span,
            speaker=telling.speaker,
            background=is_background(telling.when, self.event),
            source=source,
            number=telling.number,
            confidence=confidence,
            label=label,
            when=telling.when,
            quantities=telling.sentence.quantities,
        )

    def figures(self, cells: Sequence[CollatedCell], *, cautious: bool = True) -> tuple[str, ...]:
        """What can be worked out from the numbers of a row, then what to mind in reading them together.

        Not `cautious` where the keeper has a note on the row: it says that better.
        """
        found: list[tuple[Telling, Quantity]] = []
        for version, cell in zip(self.accounts, cells, strict=True):
            for words in cell.words:
                for telling in self.within(version.article.slug, words):
                    found += [(telling, one) for one in telling.sentence.quantities if one in words.quantities]
        found.sort(key=lambda one: (one[0].said, one[1].span))  # not in the order of the accounts
        worked = [
            f"“{telling.passage.text[quantity.span.start : quantity.span.end]}”: {said}."
            for telling, quantity in found
            if (said := arithmetic(quantity))
        ]
        minding = conflict(found, self.context.places) or (caution(found) if cautious else None)
        return tuple(dict.fromkeys([*worked, *([minding] if minding else [])]))


def by_passage(told: Iterable[Telling]) -> Mapping[tuple[str, str], Sequence[Telling]]:
    found: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in told:
        found[telling.article, telling.passage.id].append(telling)
    return found


def passage_of(said: Said) -> str:
    """The passage of a sentence, as the keeper names it: `slug/14`."""
    return f"{said.article}/{said.passage}"


def placed_words(rows: Iterable[CollatedRow], accounts: Sequence[Version]) -> dict[str, dict[str, tuple[Span, ...]]]:
    """For each account the words of its passages that stand in these rows, in their order."""
    placed: dict[str, dict[str, tuple[Span, ...]]] = {version.article.slug: {} for version in accounts}
    for row in rows:
        for version, cell in zip(accounts, row.cells, strict=True):
            there = placed[version.article.slug]
            for words in cell.words:
                there[words.passage.id] = tuple(sorted({*there.get(words.passage.id, ()), words.span}))
    return placed
