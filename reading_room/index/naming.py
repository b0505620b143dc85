"""The other names of what a query names: a search for Palmyra finds تدمر and Пальмира."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from reading_room.index.analysis import primary, words
from reading_room.index.sought import Slot, Sought, by_stem
from reading_room.model.names import NameSet
from reading_room.model.query import Clause, Title, Word

LONGEST_NAME = 12
"""Words of a name that are looked up together."""
MOST_OTHER_NAMES = 24
"""Names that are searched beside the one that was typed."""
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name of the same, as the keeper wrote it, and what finds it."""

    written: str
    sought: Sought


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a query that are a name, how that is written, and its other names; `in_titles` where they are wanted of titles."""

    words: tuple[Word, ...]
    written: str
    others: tuple[OtherName, ...]
    in_titles: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """How a name is written, and all names of what has it."""

    written: str
    names: dict[OtherName, None] = field(default_factory=dict)


class Naming:
    """Finds names in queries. A name is known in any of its grammatical forms, as the words of texts are."""

    def __init__(self, names: Iterable[NameSet], languages: frozenset[str]) -> None:
        names = tuple(names)
        self._languages = languages
        self._cut_as = languages.union(*(name_set.names for name_set in names)) | {""}
        self._beginning: dict[str, dict[Stems, _Known]] = defaultdict(dict)
        """By their first words."""
        self.of_one_word: dict[str, str] = {}
        """How names of a single word are written, by the form that the index knows them by."""
        for name_set in names:
            same: dict[Sought, OtherName] = {}
            known: dict[Stems, str] = {}
            for language, written in name_set.names.items():
                for name in written:
                    if len(forms := _forms(name)) == 1:
                        self.of_one_word.setdefault(forms[0], name)
                    if 0 < len(stems := _stems(name, language)) <= LONGEST_NAME:
                        known.setdefault(stems, name)
                        sought = Sought(by_stem(name, languages | {primary(language)}))
                        same.setdefault(sought, OtherName(name, sought))
            for stems, name in known.items():
                self._beginning[stems[0]].setdefault(stems, _Known(name)).names.update(dict.fromkeys(same.values()))

    def parts(self, clauses: Sequence[Clause]) -> Iterator[Clause | Named]:
        """The clauses, those in a row that are a name together as one; of names within names the longest."""
        at = 0
        while at < len(clauses):
            named = self._at(clauses, at)
            yield named or clauses[at]
            at += len(named.words) if named else 1

    def of_speaker(self, name: str) -> Named | None:
        """The whole of a name, with those other names that its words do not find: “Sergei Rudskoi” is found as Rudskoi."""
        named, *more = self.parts([Word(word) for word in name.split()])
        if more or not isinstance(named, Named):
            return None
        own = by_stem(name, self._languages)
        others = tuple(
            other
            for other in named.others
            if not all(any(its.terms <= slot.terms for its in other.sought.slots) for slot in own)
        )
        return Named(named.words, named.written, others)

    def _at(self, clauses: Sequence[Clause], at: int) -> Named | None:
        in_titles = isinstance(clauses[at], Title)
        words = [_word(clause, in_titles) for clause in clauses[: at + LONGEST_NAME]]
        before = [word for word in words[:at] if word]
        run: list[Word] = []
        for word in words[at:]:
            if word is None:
                break
            run.append(word)
        if not (run and self._begins_one(run[0])):
            return None
        while run:
            if known := self._known(" ".join(word.text for word in run), before):
                written, others = known
                return Named(tuple(run), written, others, in_titles)
            run.pop()
        return None

    def _begins_one(self, word: Word) -> bool:
        return any(stem in self._beginning for language in self._cut_as for stem in _stems(word.text, language)[:1])

    def _known(self, text: str, before: Sequence[Word]) -> tuple[str, tuple[OtherName, ...]] | None:
        """What the text names in any language, and its other names but for those that its own words find.

        A query has each word once, so a name may lack those of its words that stand in the query `before`, or before in the name.
        """
        found: dict[OtherName, None] = {}
        written = None
        for language in self._cut_as:
            typed = _stems(text, language)
            for name, known in self._beginning.get(typed[0] if typed else "", {}).items():
                if name == typed:
                    written = text
                elif _is_but_for_repeated(name, typed, before, language):
                    written = written or known.written
                else:
                    continue
                found.update(known.names)
        if written is None:
            return None
        own, forms = by_stem(written, self._languages), _forms(written)
        others = (
            name
            for name in sorted(found, key=_in_order)
            if _forms(name.written) != forms and not _found_by(own, name.sought.slots)
        )
        return (written, some) if (some := tuple(islice(others, MOST_OTHER_NAMES))) else None


def _word(clause: Clause, in_titles: bool) -> Word | None:
    """The word, if the clause is one of those that may be part of a name."""
    if in_titles:
        return clause.term if isinstance(clause, Title) and isinstance(clause.term, Word) else None
    return clause if isinstance(clause, Word) else None


def _forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def _stems(text: str, language: str) -> Stems:
    return tuple(word.stems[0] for word in words(text, primary(language)))


def _is_but_for_repeated(name: Stems, typed: Stems, before: Sequence[Word], language: str) -> bool:
    own = set(typed)
    if not own <= set(name) or [stem for stem in dict.fromkeys(name) if stem in own] != list(dict.fromkeys(typed)):
        return False
    return set(name) - own <= {stem for word in before for stem in _stems(word.text, language)}


def _in_order(name: OtherName) -> tuple[int, str]:
    return len(name.sought.slots), name.written


def _found_by(one: Sequence[Slot], other: Sequence[Slot]) -> bool:
    """Whether words find all that the other words find."""
    return len(one) == len(other) and all(its.terms <= own.terms for own, its in zip(one, other, strict=True))
