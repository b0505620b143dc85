"""Finds what each account calls each party, place and act of an event: every occurrence of every name that is known for them.

Known are the names that the keeper found in any account, and the sets of names.yaml. Names are counted and set beside each other;
none is graded. Of names that overlap the longest is meant: “Syrian regime forces” is not also “the regime”.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from reading_room.comparing.sentences.reporting.quotation_marks import quoted
from reading_room.model.article import Version
from reading_room.model.event import Event, Party
from reading_room.model.names import NameSet
from reading_room.model.naming import ARTICLES, AccountNames, Contrast, NamedKind, Occurrence, Term
from reading_room.model.results import Span
from reading_room.model.wording import placed_words, words

Key = tuple[str, ...]
"""A name as its words, folded and without their endings."""
Elsewhere = Mapping[tuple[str, str], Sequence[Span]]
"""Sentences that speak of another time, by account and passage."""

_HEADS = frozenset(
    (
        "forces",
        "troops",
        "army",
        "soldiers",
        "militia",
        "militias",
        "media",
        "jets",
        "aircraft",
        "fighters",
        "warplanes",
    )
)
"""Before one of these “regime” names whose they are: the longer name is another, even where it is not known."""
_ENDINGS = "ами ями ого его ому ему ыми ими ой ей ом ем ам ям ах ях ый ий ая яя ое ее ые ие ых их ым им ов ев а я ы и у ю е о ь"
_CYRILLIC = re.compile(rf"[а-я]{{4,}}?(?=(?:{'|'.join(words(_ENDINGS))})\Z)")
LONGEST_CAPITALS = 3
"""Letters of a name in capitals up to which it must be in capitals: “IS” is not “is”, “US” not “us”."""
_CLOSERS = {")": "(", "»": "«", "”": "“", "]": "["}
_ARABIC = re.compile(r"[\u0621-\u064a]+\Z")
_DEFINITE = re.compile(r"(?:[وفبك]?ال|لل)(?=\w{3})")
_PREFIX = re.compile(r"[وفبلك](?=\w{4})")


@dataclass(frozen=True, slots=True)
class _Named:
    """A party, place or act, or a set of names, with the keys of its names."""

    kind: NamedKind
    name: str
    keys: frozenset[Key]
    by_article: Mapping[str, frozenset[Key]]
    """The names that the keeper gives for an account."""


def contrasts(
    event: Event | None,
    accounts: Sequence[Version],
    names: Iterable[NameSet],
    elsewhere: Elsewhere = MappingProxyType({}),
) -> tuple[Contrast, ...]:
    """What the accounts call the parties, places and acts of the event, then what else has different names in them.

    What none of the accounts names is left out, and so is what has one name only, unless it is of the event. Names that stand
    `elsewhere` are not counted: “the fire” of a year before is another.
    """
    known = _known(event, names)
    ours = len(event.named) if event else 0
    vocabulary = _Vocabulary(known)
    found = [vocabulary.read(account, elsewhere) for account in accounts]
    rows = []
    for number, named in enumerate(known):
        columns = tuple(
            AccountNames(account.article.slug, terms.get(number, ()))
            for account, terms in zip(accounts, found, strict=True)
        )
        row = Contrast(named.kind, named.name, columns)
        if any(one.terms for one in columns) and (number < ours or row.differs):
            rows.append(row)
    return tuple(rows)


def _known(event: Event | None, names: Iterable[NameSet]) -> list[_Named]:
    """All that may be named: what is of the event first, with the names of the sets that share one with it."""
    kinds: tuple[tuple[NamedKind, tuple[Party, ...]], ...] = ()
    if event:
        kinds = (("party", event.parties), ("place", event.places), ("act", event.acts))
    found = [_of_event(kind, one) for kind, those in kinds for one in those]
    sets = []
    for one in names:
        keys = frozenset(key for variants in one.names.values() for variant in variants if (key := _key(variant)))
        holders = [number for number, named in enumerate(found) if keys & named.keys]
        if len(holders) == 1:
            named = found[holders[0]]
            found[holders[0]] = _Named(named.kind, named.name, named.keys | keys, named.by_article)
        elif not holders:
            sets.append(_Named(one.kind, _first(one), keys, {}))
    return found + sets


def _of_event(kind: NamedKind, party: Party) -> _Named:
    by_article: dict[str, set[Key]] = defaultdict(set)
    keys = {_key(party.name)}
    for called in party.called:
        key = _key(called.term)
        by_article[called.article].add(key)
        if kind != "party" or not _is_of_one_account(called.term):
            keys.add(key)
    given = {article: frozenset(those - {()}) for article, those in by_article.items()}
    return _Named(kind, party.name, frozenset(keys - {()}), given)


def _is_of_one_account(term: str) -> bool:
    """Whether a term means this party only where the keeper read it: one word such as “so-called”."""
    return len(term.split()) == 1 and term.islower() and term.isascii()


def _first(names: NameSet) -> str:
    return next((variant for variants in names.names.values() for variant in variants), names.key)


@lru_cache(20_000)
def _key(term: str) -> Key:
    """The words of a name. Its article is left out, but for a common noun: “the regime” is not every “regime”."""
    if _is_short_capitals(term):
        return (term,)
    found = [_bare(word) for word, _, _ in placed_words(term)]
    rest = found[1:] if len(found) > 1 and found[0] in ARTICLES else found
    is_common = len(rest) == 1 and found[0] in ("the", "a", "an") and term.split()[-1].islower()
    return tuple(found if is_common else rest)


def _bare(word: str) -> str:
    """A word without the ending of its case in Russian, without its article and what is written together with it in Arabic."""
    if ending := _CYRILLIC.match(word):
        return ending[0]
    if _ARABIC.match(word):
        return _DEFINITE.sub("", word, count=1)
    return word


def _is_short_capitals(written: str) -> bool:
    return 1 < len(written) <= LONGEST_CAPITALS and written.isalpha() and written.isupper()


@lru_cache(20_000)
def _forms(word: str) -> tuple[str, ...]:
    """What a word of a text may be a form of: in Arabic also what is left without a first letter that may be “and” or “to”."""
    bare = _bare(word)
    if _ARABIC.match(word) and (prefix := _PREFIX.match(word)):
        return bare, _bare(word[prefix.end() :])
    return (bare,)


class _Vocabulary:
    """The names that are looked for, by their first words."""

    def __init__(self, known: Sequence[_Named]) -> None:
        self.known = known
        self.owners: dict[Key, list[int]] = defaultdict(list)
        for number, named in enumerate(known):
            for key in named.keys.union(*named.by_article.values()):
                self.owners[key].append(number)
        self.longest = max(map(len, self.owners), default=0)
        self.by_first: dict[str, list[Key]] = defaultdict(list)
        for key in sorted(self.owners, key=len, reverse=True):
            self.by_first[key[0]].append(key)

    def read(self, account: Version, elsewhere: Elsewhere) -> dict[int, tuple[Term, ...]]:
        """The names of an account, by the number of what they name.

        The words of a digest are the room's own, but for those in quotation marks and those that the keeper notes.
        """
        slug, digest = account.article.slug, account.article.text == "digest"
        found: dict[int, dict[Key, list[_Use]]] = defaultdict(lambda: defaultdict(list))
        for at, passage in enumerate(account.passages):
            quotes = quoted(passage.text) if digest else ()
            apart = elsewhere.get((slug, passage.id), ())
            for owner, key, start, end in self._matches(passage.text, slug):
                if any(one.start <= start < one.end for one in apart):
                    continue
                span = Span(start, _closed(passage.text, start, end))
                own = not digest or any(quote.start <= start and end <= quote.end for quote in quotes)
                written = passage.text[span.start : span.end]
                found[owner][key].append(_Use(written, Occurrence(passage.id, span), own, at))
        return {
            owner: terms
            for owner, keys in found.items()
            if (terms := _terms(keys, self.known[owner].by_article.get(slug, frozenset())))
        }

    def _matches(self, text: str, slug: str) -> Iterator[tuple[int, Key, int, int]]:
        """The names in a text from its beginning, the longest at each place, not overlapping, with what they name."""
        placed = placed_words(text)
        forms = [
            (*_forms(word), written)
            if end - start <= LONGEST_CAPITALS and _is_short_capitals(written := text[start:end])
            else _forms(word)
            for word, start, end in placed
        ]
        at = 0
        while at < len(placed):
            found = None if self.by_first.keys().isdisjoint(forms[at]) else self._longest(forms, at, slug)
            if found is None:
                at += 1
            else:
                owner, key = found
                yield owner, key, placed[at][1], placed[at + len(key) - 1][2]
                at += len(key)

    def _longest(self, forms: Sequence[tuple[str, ...]], at: int, slug: str) -> tuple[int, Key] | None:
        for first in forms[at]:
            for key in self.by_first.get(first, ()):
                end = at + len(key)
                if end > len(forms) or any(forms[at + k].count(key[k]) == 0 for k in range(1, len(key))):
                    continue
                if len(key) == 2 and key[0] in ARTICLES and self._is_of_longer(forms, at, end):
                    continue
                owner = self._owner(key, slug)
                if owner is not None:
                    return owner, key
        return None

    def _is_of_longer(self, forms: Sequence[tuple[str, ...]], at: int, end: int) -> bool:
        """Whether an article and a noun are the beginning of a longer name: “the regime troops”, “the Observatory (SOHR)”."""
        if end < len(forms) and forms[end][0] in _HEADS:
            return True
        after = tuple(form[0] for form in forms[at + 1 : at + 1 + self.longest])
        return any(len(key) > 1 and after[: len(key)] == key for key in self.by_first.get(after[0], ()))

    def _owner(self, key: Key, slug: str) -> int | None:
        """What a name names in an account: what the keeper says, else the only thing that has the name."""
        owners = self.owners[key]
        noted = [number for number in owners if key in self.known[number].by_article.get(slug, ())]
        if noted:
            return noted[0]
        anywhere = [number for number in owners if key in self.known[number].keys]
        return anywhere[0] if len(anywhere) == 1 else None


@dataclass(frozen=True, slots=True)
class _Use:
    written: str
    place: Occurrence
    own: bool
    """Whether the words are the account's own, not those of a digest of it."""
    at: int
    """Which passage of the account it stands in, from 0."""


def _closed(text: str, start: int, end: int) -> int:
    """Takes in the bracket or mark that closes one within the name: “the Observatory (SOHR)”."""
    closer = _CLOSERS.get(text[end : end + 1], "")
    return end + 1 if closer and text.count(closer, start, end) == 1 else end


def _terms(found: Mapping[Key, Sequence[_Use]], noted: frozenset[Key]) -> tuple[Term, ...]:
    """The names of one thing in an account, each with all its places; with an article and without, it is one name."""
    same: dict[Key, list[tuple[_Use, bool]]] = defaultdict(list)
    for key, uses in found.items():
        own = [use for use in uses if use.own] or (uses if key in noted else [])
        same[key[1:] if len(key) > 1 and key[0] in ARTICLES else key] += [(use, key in noted) for use in own]
    terms = []
    for those in same.values():
        if those:
            those.sort(key=lambda one: (one[0].at, one[0].place.span.start))
            by_keeper = [use for use, by in those if by]
            written = Counter(
                use.written for use in by_keeper or [use for use, _ in those]
            )  # ties: as first in the text
            places = tuple(use.place for use, _ in those)
            terms.append(Term(written.most_common(1)[0][0], places, bool(by_keeper)))
    return tuple(sorted(terms, key=lambda term: (-term.count, term.text)))
