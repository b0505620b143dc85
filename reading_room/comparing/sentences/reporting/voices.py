"""Who spoke last in an article, and who its writer is: for sentences that say no more than “he”, or “the article”."""

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.reports import Kind
from reading_room.model.article import Article
from reading_room.model.wording import words

Sort = Literal["person", "many", "body"]
"""Which pronouns may be a speaker’s: he or she, they, it."""
REMEMBERED = 2
"""Sentences after which “it” and “they” are nobody certain any more."""
_OF_NAMES = frozenset("the a an com ru net org tv www news agency online daily english website paper".split())  # noqa: SIM905
"""Words by which the name of an outlet may differ from its key."""
_ENDS_HEAD = frozenset(("of", "on", "in", "from", "at", "with", "who", "for", "to", "over", "under", "by", "whose"))
_SORTS: dict[str, tuple[Sort, ...]] = {"he": ("person",), "she": ("person",), "they": ("many",), "it": ("body",)}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke in a sentence, which is counted from 0."""

    kind: Kind
    name: str
    sort: Sort
    sentence: int


@dataclass
class Voices:
    """Those who spoke in an article up to a sentence."""

    article: Article
    sentence: int = 0
    passage_began: int = 0
    spoken: list[Speaker] = field(default_factory=list)
    writers: dict[str, bool] = field(default_factory=dict)

    @property
    def digest(self) -> bool:
        """Whether another tells of the account, so that “the article” is its writer."""
        return self.article.text == "digest"

    def is_writer(self, name: str) -> bool:
        """Whether a source is the account itself."""
        if name not in self.writers:
            self.writers[name] = self.is_outlet(name) or (self.digest and _head(name)[-1:] in _WRITERS)
        return self.writers[name]

    def is_outlet(self, name: str) -> bool:
        """Whether a name is that of the outlet, or of the agency whose copy this is."""
        outside, _, inside = name.partition("(")
        found = [word for word in words(outside.removesuffix("’s").removesuffix("'s")) if word not in _OF_NAMES]
        for key in self._keys:
            longer = len(key) > 1 and found[: len(key)] == key and len(found) <= len(key) + 2
            if (found and found == key[: len(found)]) or longer or (inside and words(inside) == key):
                return True
        return False

    @cached_property
    def _keys(self) -> list[list[str]]:
        """The outlet, by the words of its key, and the agencies."""
        agencies = (self.article.wire or "").replace(";", ",").split(",")
        named = [self.article.outlet.split("-"), *map(words, agencies)]
        return [key for key in ([word for word in one if word not in _OF_NAMES] for one in named) if key]

    def heard(self, kind: Kind, name: str, sort: Sort) -> None:
        """Notes who speaks in this sentence."""
        self.spoken.append(Speaker(kind, name, sort, self.sentence))

    def last_named(self, within: int) -> Speaker | None:
        """Whom the text named last, not longer ago than some sentences."""
        for one in reversed(self.spoken):
            if self.sentence - one.sentence > within:
                return None
            if one.kind == "named":
                return one
        return None

    def meant(self, pronoun: str) -> Speaker | None:
        """Whom a pronoun means, where it can be no other of those who spoke."""
        last = self._last(_SORTS[pronoun])
        if last is None:
            return None
        ago = self.sentence - last.sentence
        if last.sort != "person":
            return last if ago <= REMEMBERED else None
        here = {_surname(one.name) for one in self._of_passage() if one.sort == "person"}
        return last if ago <= 1 or here == {_surname(last.name)} or (not here and ago <= REMEMBERED) else None

    def _last(self, sorts: Container[Sort]) -> Speaker | None:
        return next((one for one in reversed(self.spoken) if one.sort in sorts), None)

    def _of_passage(self) -> list[Speaker]:
        at = len(self.spoken)
        while at and self.spoken[at - 1].sentence >= self.passage_began:
            at -= 1
        return self.spoken[at:]


_WRITERS = [[word] for word in sorted(table.WRITER_NOUN)]


def _head(name: str) -> list[str]:
    """The words of a name up to what says more of it: “activists” of “activists in Palmyra”."""
    found = [word.strip("’',.:;").removesuffix("’s").removesuffix("'s") for word in name.lower().split("(")[0].split()]
    found = [word for word in found if word]
    return found[: next((at for at, word in enumerate(found) if at and word in _ENDS_HEAD), len(found))]


def _surname(name: str) -> str:
    return name.split(",")[0].split("(")[0].strip().split(" ")[-1].lower()


def sort_of(name: str) -> Sort:
    """Whether a speaker is a person, several, or a body, as far as the words for them tell."""
    named = name.split(",")[0].split("(")[0].strip()
    head = _head(named)
    if not head:
        return "body"
    last, is_person = head[-1], any(word in table.PERSON for word in head)
    if "and" in head:
        return "many"
    if last in table.PERSON or head[0] in ("mr", "ms", "mrs", "dr"):
        return "person"
    if last in table.ORGANISATION or (not is_person and any(word in table.ORGANISATION for word in head)):
        return "body"
    capital = named.split()[min(len(head), len(named.split())) - 1][:1].isupper()
    if last.removesuffix("s") in table.PERSON or (last.endswith("s") and not capital):
        return "many"
    return "body" if named.isupper() or (head[0] == "the" and not is_person) else "person"
