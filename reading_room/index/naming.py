"""The other names of what a query names: a search for Palmyra finds تدمر and Пальмира."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reading_room.index.analysis import primary, words
from reading_room.index.sought import Slot, Sought, by_stem
from reading_room.model.names import NameSet
from reading_room.model.query import Clause, Word

LONGEST_NAME = 8
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
    """Words of a query that are a name, and its other names."""

    words: tuple[Word, ...]
    others: tuple[OtherName, ...]

    @property
    def written(self) -> str:
        return " ".join(word.text for word in self.words)


class Naming:
    """Finds names in queries. A name is known in any of its grammatical forms, as the words of texts are."""

    def __init__(self, names: Iterable[NameSet], languages: frozenset[str]) -> None:
        names = tuple(names)
        self._languages = languages
        self._cut_as = languages.union(*(name_set.names for name_set in names)) | {""}
        self._names: dict[Stems, dict[OtherName, None]] = defaultdict(dict)
        self.of_one_word: dict[str, str] = {}
        """How names of a single word are written, by the form that the index knows them by."""
        for name_set in names:
            same: dict[Sought, OtherName] = {}
            known = set()
            for language, written in name_set.names.items():
                for name in written:
                    if len(forms := [word.form for word in words(name)]) == 1:
                        self.of_one_word.setdefault(forms[0], name)
                    if 0 < len(stems := _stems(name, language)) <= LONGEST_NAME:
                        known.add(stems)
                        sought = Sought(by_stem(name, languages | {primary(language)}))
                        same.setdefault(sought, OtherName(name, sought))
            for stems in known:
                self._names[stems].update(dict.fromkeys(same.values()))

    def parts(self, clauses: Sequence[Clause]) -> Iterator[Clause | Named]:
        """The clauses, those in a row that are a name together as one; of names within names the longest."""
        at = 0
        while at < len(clauses):
            named = self._at(clauses, at) if isinstance(clauses[at], Word) else None
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
            if not all(any(slot.terms & its.terms for its in other.sought.slots) for slot in own)
        )
        return Named(named.words, others)

    def _at(self, clauses: Sequence[Clause], at: int) -> Named | None:
        run: list[Word] = []
        for clause in clauses[at : at + LONGEST_NAME]:
            if not isinstance(clause, Word):
                break
            run.append(clause)
        while run:
            if others := self._others(" ".join(word.text for word in run)):
                return Named(tuple(run), others)
            run.pop()
        return None

    def _others(self, text: str) -> tuple[OtherName, ...]:
        """The other names of what the text names in any language, without those that its own words find."""
        keys = {_stems(text, language) for language in self._cut_as}
        found = dict.fromkeys(name for key in keys if key in self._names for name in self._names[key])
        own = by_stem(text, self._languages)
        return tuple(name for name in sorted(found, key=_in_order) if not _same(own, name.sought.slots))[
            :MOST_OTHER_NAMES
        ]


def _stems(text: str, language: str) -> Stems:
    return tuple(word.stems[0] for word in words(text, primary(language)))


def _in_order(name: OtherName) -> tuple[int, str]:
    return len(name.sought.slots), name.written


def _same(one: Sequence[Slot], other: Sequence[Slot]) -> bool:
    return len(one) == len(other) and all(a.terms & b.terms for a, b in zip(one, other, strict=True))
