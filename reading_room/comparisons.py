"""Accounts side by side as the library has them: paired sentences, worked out once for each two articles, and corrections."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Protocol

from reading_room.comparing.collation.collating import collate
from reading_room.comparing.collation.corrections import (
    BelongsTo,
    Corrected,
    Correction,
    NotSame,
    SentenceAt,
    pairs_apart,
)
from reading_room.comparing.collation.desk import Context
from reading_room.comparing.collation.synopsis import synopsis
from reading_room.comparing.pairs.aligning import pairs_of, text
from reading_room.comparing.pairs.told import NameBook, Text
from reading_room.comparing.wording.naming import contrasts
from reading_room.comparing.wording.shared_parties import as_one
from reading_room.comparing.wording.shared_wording import OwnWords, shared_by
from reading_room.links import History, link_between, resolve_words
from reading_room.model.alignment import Said, SentencePair
from reading_room.model.analysis import Analysis, Sentence
from reading_room.model.article import Article, Version
from reading_room.model.collation import Collation
from reading_room.model.copies import Copy
from reading_room.model.errors import RoomError
from reading_room.model.event import Event
from reading_room.model.names import NameSet
from reading_room.model.naming import Contrast
from reading_room.model.outlet import Outlet
from reading_room.model.shared import SharedWording
from reading_room.model.wording import words

PAIRINGS_KEPT, NAMINGS_KEPT, COLLATIONS_KEPT, TEXTS_KEPT = 512, 128, 32, 16
"""Pairs of articles of which is kept what they have in common, comparisons with their names, and whole ones: what a class
reads in an hour, and what is being read now; and articles as they are laid beside others, while that is being worked out."""
MOST_PAIRED = 600
"""Sentences of an account, from its beginning, that are paired with others: a long essay has fewer, a book would take minutes."""

Key = tuple[str, int]
"""An article and the number of a version of it."""


class Compared(History, Protocol):
    """What comparing needs of the corpus."""

    articles: dict[str, Article]
    renamed: Mapping[str, str]
    events: dict[str, Event]
    names: dict[str, NameSet]
    copies: Mapping[str, tuple[Copy, ...]]

    def outlet(self, key: str) -> Outlet: ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader lays side by side: articles in the order of the address, the passages that are to stand first, corrections."""

    articles: tuple[str, ...] = ()
    passages: Mapping[str, tuple[str, ...]] | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction, and the sentences of the newest versions that it is about: None where they are not there any more."""

    correction: Correction
    said: tuple[Said, ...] | None


class Comparisons:
    """Lays accounts side by side for as long as one generation lasts: nothing in it changes meanwhile."""

    def __init__(
        self,
        corpus: Compared,
        read: Callable[[str, int | None], Version],
        analysis: Callable[[str, int | None], Analysis],
    ) -> None:
        self._corpus, self._read, self._analysis = corpus, read, analysis
        self._collation = lru_cache(maxsize=COLLATIONS_KEPT)(self._collate)
        self._telling = lru_cache(maxsize=TEXTS_KEPT)(self._tell)
        self._wording = lru_cache(maxsize=TEXTS_KEPT)(self._word)
        self._pairing = lru_cache(maxsize=PAIRINGS_KEPT)(self._pair)
        self._sharing = lru_cache(maxsize=PAIRINGS_KEPT)(self._share)
        self._naming = lru_cache(maxsize=NAMINGS_KEPT)(self._name)

    def pairs(self, accounts: Iterable[Version]) -> tuple[SentencePair, ...]:
        """The pairs of sentences of each two of the accounts, whatever their order."""
        return tuple(pair for one, other in _each_two(accounts) for pair in self._pairing(one, other))

    def _pair(self, one: Key, other: Key) -> tuple[SentencePair, ...]:
        return tuple(pairs_of(self._telling(*one), self._telling(*other)))

    def _tell(self, slug: str, number: int) -> Text:
        """What an account is paired by: it is paired with each of the others."""
        analysis = self._analysis(slug, number)
        beginning = replace(analysis, sentences=analysis.sentences[:MOST_PAIRED])
        return text(self._read(slug, number), beginning, self._names)

    @cached_property
    def _names(self) -> NameBook:
        return NameBook(self._corpus.names)

    def _share(self, one: Key, other: Key) -> tuple[SharedWording, ...]:
        return shared_by(self._wording(*key) for key in (one, other))

    def _word(self, slug: str, number: int) -> OwnWords:
        return OwnWords.of(self._read(slug, number))

    def _name(self, events: tuple[str, ...], accounts: tuple[Key, ...]) -> tuple[Contrast, ...]:
        """With the parties of all the events; where a name is another party's in each, the keeper's notes of an account tell."""
        event = as_one([self._corpus.events[slug] for slug in events])
        return contrasts(event, [self._read(*key) for key in accounts], self._corpus.names.values())

    def collation(
        self, event: Event | None, events: Sequence[Event], accounts: Sequence[Version], chosen: Chosen
    ) -> Collation:
        """The keeper's rows with those of the machine, and what the reader corrects of them."""
        passages = tuple((slug, tuple(ids)) for slug, ids in sorted((chosen.passages or {}).items()))
        return self._collation(
            event.slug if event else None,
            tuple(one.slug for one in events),
            tuple(map(_key, accounts)),
            chosen.corrections,
            passages,
        )

    def _collate(
        self,
        event: str | None,
        events: tuple[str, ...],
        keys: tuple[Key, ...],
        corrections: tuple[Correction, ...],
        passages: tuple[tuple[str, tuple[str, ...]], ...],
    ) -> Collation:
        accounts = [self._read(*key) for key in keys]
        told = [self._corpus.events[slug] for slug in events]
        applied = self.applied(corrections)
        made = synopsis(
            collate(self._corpus.events[event] if event else None, told, accounts),
            [self._analysis(*key) for key in keys],
            self.pairs(accounts),
            told,
            self._context(accounts),
            self._naming(events, keys),
            tuple(one for pair in _each_two(accounts) for one in self._sharing(*pair)),
            Corrected(
                frozenset().union(
                    *(
                        pairs_apart(*_split(one.said))
                        for one in applied
                        if one.said and isinstance(one.correction, NotSame)
                    )
                ),
                tuple(
                    (one.said[0], one.correction.row)
                    for one in applied
                    if one.said and isinstance(one.correction, BelongsTo)
                ),
            ),
            dict(passages),
        )
        return replace(made, in_part=tuple(key[0] for key in keys if len(self._analysis(*key).sentences) > MOST_PAIRED))

    def applied(self, corrections: Iterable[Correction]) -> tuple[Applied, ...]:
        """What corrections are about now; made on older versions, they follow their words as links do."""
        found = []
        for correction in corrections:
            others = correction.others if isinstance(correction, NotSame) else ()
            said = [self._now(one) for one in (correction.one, *others)]
            there = tuple(one for one in said if one)
            enough = len(said) == len(there) if isinstance(correction, BelongsTo) else said[0] and len(there) > 1
            found.append(Applied(correction, there if enough else None))
        return tuple(found)

    def _now(self, at: SentenceAt) -> Said | None:
        """Where the sentence is in the newest version; None where it is gone, or never was."""
        slug = self._corpus.renamed.get(at.article, at.article)
        try:
            born = self._read(slug, at.version)
            there = [one for one in self._analysis(slug, at.version).sentences if one.passage == at.passage]
            if len(there) < at.number:
                return None
            sentence, newest = there[at.number - 1], self._corpus.newest(slug)
            return (
                Said(slug, at.passage, sentence.span) if born.number == newest else self._followed(slug, born, sentence)
            )
        except RoomError:
            return None

    def _followed(self, slug: str, born: Version, sentence: Sentence) -> Said | None:
        link = link_between(born, (sentence.passage, sentence.span.start), (sentence.passage, sentence.span.end))
        found = resolve_words(self._corpus, link.address).found
        if not found:
            return None
        place = found[0]
        now = [
            one
            for one in self._analysis(slug, None).sentences
            if one.passage == place.passage and one.span.start < place.end and place.start < one.span.end
        ]
        best = max(now, key=lambda one: min(one.span.end, place.end) - max(one.span.start, place.start), default=None)
        return Said(slug, best.passage, best.span) if best else None

    def _context(self, accounts: Sequence[Version]) -> Context:
        slugs = {version.article.slug for version in accounts}
        return Context(
            outlets={version.article.outlet: self._corpus.outlet(version.article.outlet).name for version in accounts},
            copies={
                slug: frozenset(copy.article for copy in self._corpus.copies.get(slug, ())) & slugs for slug in slugs
            },
            places=self._places,
            events=self._corpus.events,
        )

    @cached_property
    def _places(self) -> Mapping[str, frozenset[str]]:
        """The words that name places, with the keys of those."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, one in self._corpus.names.items():
            if one.kind == "place":
                for name in (name for names in one.names.values() for name in names):
                    said = words(name)
                    if len(said) == 1:
                        found[said[0]].add(key)
        return {word: frozenset(keys) for word, keys in found.items()}


def _key(version: Version) -> Key:
    return version.article.slug, version.number


def _each_two(accounts: Iterable[Version]) -> Iterable[tuple[Key, Key]]:
    """Whatever the order of the accounts."""
    return combinations(sorted(map(_key, accounts)), 2)


def _split(said: tuple[Said, ...]) -> tuple[Said, tuple[Said, ...]]:
    return said[0], said[1:]
