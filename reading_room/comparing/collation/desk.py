"""What lies on the desk while rows are made: the accounts, their sentences, the pairs that may be used, and what else is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reading_room.comparing.collation.account_sentences import AccountSentence, overlapping
from reading_room.comparing.collation.clustering import SURENESS
from reading_room.comparing.collation.common_days import is_background
from reading_room.comparing.collation.corrections import NOTHING, Corrected
from reading_room.comparing.collation.figures import Given, arithmetic, caution, conflict
from reading_room.model.alignment import Likeness, Said, SentencePair
from reading_room.model.article import Version
from reading_room.model.collation import CollatedRow, Source, Words
from reading_room.model.dates import DateSpan
from reading_room.model.event import Event
from reading_room.model.naming import Contrast, NamedKind
from reading_room.model.results import Span


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the accounts: names of outlets by key, the articles with the same text, the words that name places,
    and events by slug."""

    outlets: Mapping[str, str]
    copies: Mapping[str, frozenset[str]]
    places: Mapping[str, frozenset[str]]
    events: Mapping[str, Event]


@dataclass(frozen=True, slots=True)
class Name:
    """That a passage has at `span` one of the names of a party, place or act."""

    span: Span
    kind: NamedKind
    of: str
    term: str


@dataclass(frozen=True, slots=True)
class Desk:
    """`told` has all sentences, and `in_passage` those of each passage in their order."""

    accounts: tuple[Version, ...]
    event: Event | None
    context: Context
    told: Mapping[Said, AccountSentence]
    in_passage: Mapping[tuple[str, str], Sequence[AccountSentence]]
    pairs: tuple[SentencePair, ...]
    names: Mapping[tuple[str, str], Sequence[Name]]
    """The names that stand in each passage, in its order."""
    corrected: Corrected = NOTHING
    """What the reader corrects, and what the keeper keeps apart."""

    def is_apart(self, one: Said, other: Said) -> bool:
        """Whether the keeper or the reader says that two sentences are not the same."""
        return self.corrected.parts(one, other)

    def of_account(self, version: Version) -> Iterator[AccountSentence]:
        """Its sentences, in their order."""
        for passage in version.passages:
            yield from self.in_passage.get((version.article.slug, passage.id), ())

    def within(self, article: str, words: Words) -> list[AccountSentence]:
        """The sentences that have any of these words."""
        there = self.in_passage.get((article, words.passage.id), ())
        return [telling for telling in there if overlapping([words.span], telling.span)]

    def names_in(self, telling: AccountSentence) -> list[Name]:
        """The names in a sentence, in its order."""
        there = self.names.get((telling.article, telling.passage.id), ())
        return [name for name in there if overlapping([telling.span], name.span)]

    def words(
        self, telling: AccountSentence, source: Source, confidence: float | None = None, label: Likeness | None = None
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

    def read(self, words: Words, article: str) -> Words:
        """Words that a keeper or a reader chose, with what their sentences say of time and numbers."""
        within = self.within(article, words)
        quantities = tuple(
            quantity
            for telling in within
            for quantity in telling.sentence.quantities
            if words.span.start <= quantity.span.start and quantity.span.end <= words.span.end
        )
        when = words.when or (within[0].when if within else None)
        dated = (time for telling in within for time in telling.sentence.times if time.basis != "published")
        named = None if isinstance(when, DateSpan) or (when and when.basis != "published") else next(dated, None)
        return replace(words, when=when, quantities=quantities, named=named)

    def with_figures(self, row: CollatedRow) -> CollatedRow:
        """The row with what can be worked out from its numbers, and what to mind in reading them together.

        Nothing is to be minded where the keeper has a note on the row: it says that better.
        """
        found = self._numbers(row)
        worked = [
            f"“{telling.passage.text[quantity.span.start : quantity.span.end]}”: {said}."
            for telling, quantity in found
            if (said := arithmetic(quantity))
        ]
        minding = (conflict(found, self.context.places) if _is_sure(row) else None) or (
            None if row.note else caution(found)
        )
        return replace(row, figures=tuple(dict.fromkeys(worked)), caution=minding)

    def sure_numbers(self, row: CollatedRow) -> Sequence[Given]:
        """The numbers of a row of which two may be in conflict: none where the row may not be of one thing."""
        return self._numbers(row) if _is_sure(row) else ()

    def _numbers(self, row: CollatedRow) -> Sequence[Given]:
        found: list[Given] = []
        for version, cell in zip(self.accounts, row.cells, strict=True):
            for words in cell.words:
                for telling in self.within(version.article.slug, words):
                    found += [(telling, one) for one in telling.sentence.quantities if one in words.quantities]
        return sorted(found, key=lambda one: (one[0].said, one[1].span))  # not in the order of the accounts


def _is_sure(row: CollatedRow) -> bool:
    return SURENESS[row.label] >= SURENESS["likely the same point"]


def by_passage(told: Iterable[AccountSentence]) -> Mapping[tuple[str, str], Sequence[AccountSentence]]:
    found: dict[tuple[str, str], list[AccountSentence]] = defaultdict(list)
    for telling in told:
        found[telling.article, telling.passage.id].append(telling)
    return found


def names_by_passage(contrasts: Iterable[Contrast]) -> Mapping[tuple[str, str], Sequence[Name]]:
    found: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for one in contrasts:
        for account in one.accounts:
            for term in account.terms:
                for place in term.occurrences:
                    found[account.article, place.passage].append(Name(place.span, one.kind, one.name, term.text))
    return {at: sorted(names, key=lambda name: name.span) for at, names in found.items()}


def placed_words(rows: Iterable[CollatedRow], accounts: Sequence[Version]) -> dict[str, dict[str, tuple[Span, ...]]]:
    """For each account the words of its passages that stand in these rows, in their order."""
    placed: dict[str, dict[str, tuple[Span, ...]]] = {version.article.slug: {} for version in accounts}
    for row in rows:
        for version, cell in zip(accounts, row.cells, strict=True):
            there = placed[version.article.slug]
            for words in cell.words:
                there[words.passage.id] = tuple(sorted({*there.get(words.passage.id, ()), words.span}))
    return placed
