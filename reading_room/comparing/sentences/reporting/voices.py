"""Who spoke last in an article, and who its writer is: for sentences that say no more than “he”, or “the article”."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from reading_room.comparing.sentences.reporting import english_words as table
from reading_room.comparing.sentences.reporting.elsewhere import ELSEWHERE
from reading_room.comparing.sentences.reporting.mentions import bodies, groups, of_no_person, persons, words_of
from reading_room.comparing.sentences.reporting.reports import Kind
from reading_room.model.article import Article, Passage
from reading_room.model.results import Span
from reading_room.model.wording import words

Sort = Literal["person", "many", "body"]
"""Which pronouns may be a speaker’s: he or she, they, it."""
REMEMBERED = 2
"""Sentences after which “it” and “they” are nobody certain any more."""
_OF_NAMES = frozenset("the a an com ru net org tv www news agency online daily english website paper".split())  # noqa: SIM905
"""Words by which the name of an outlet may differ from its key."""
_ENDS_HEAD = frozenset(("of", "on", "in", "from", "at", "with", "who", "for", "to", "over", "under", "by", "whose"))
_SORTS: dict[str, Sort] = {"he": "person", "she": "person", "they": "many", "it": "body"}
LONGEST_SEARCH = 12
"""Sentences in which others who may be meant are looked for; of whom spoke before them nothing is certain."""
_WITHOUT_CAPITALS = frozenset(("ar", "fa", "ur", "he", "zh", "ja", "ko", "hi"))
"""Languages in which names are not told by their letters."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke in a sentence, which is counted from 0."""

    kind: Kind
    name: str
    sort: Sort
    sentence: int


@dataclass
class Voices:
    """Those who spoke in an article up to a sentence; `sentences` are all that it has, by their passages."""

    article: Article
    sentences: Sequence[tuple[Passage, Span]] = ()
    sentence: int = 0
    writers: dict[str, bool] = field(default_factory=dict)
    last_of: dict[Sort, Speaker] = field(default_factory=dict)
    named: Speaker | None = None
    """Whom the text named last."""
    persons_here: set[str] = field(default_factory=set)
    """The surnames of the persons who spoke in this passage."""

    @property
    def digest(self) -> bool:
        """Whether another tells of the account, so that “the article” is its writer."""
        return self.article.text == "digest"

    def is_writer(self, name: str) -> bool:
        """Whether a source is the account itself."""
        if name not in self.writers:
            is_account = self.digest and _head(name)[-1:] in _WRITERS and not self._is_of_another(name)
            self.writers[name] = self.is_outlet(name) or is_account
        return self.writers[name]

    def _is_of_another(self, name: str) -> bool:
        """Whether it is the account of an agency that is not its outlet: “the AFP story”."""
        before = name.split()[: len(_head(name)) - 1]
        return any(word.isupper() and len(word) > 1 and not self.is_outlet(word) for word in before)

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

    def begin_passage(self) -> None:
        """Forgets who spoke in the passage before."""
        self.persons_here.clear()

    def heard(self, kind: Kind, name: str, sort: Sort) -> None:
        """Notes who speaks in this sentence."""
        speaker = Speaker(kind, name, sort, self.sentence)
        self.last_of[sort] = speaker
        if kind == "named":
            self.named = speaker
        if sort == "person":
            self.persons_here.add(_surname(name))

    def last_named(self, within: int) -> Speaker | None:
        """Whom the text named last, not longer ago than some sentences."""
        last = self.named
        return last if last is not None and self.sentence - last.sentence <= within else None

    def meant(self, pronoun: str, said: Span, before: int) -> Speaker | None:
        """Whom a pronoun at `before` in this sentence means, where it can be no other of those named up to there.

        Whom the words at `said` name, which are what the pronoun says, it does not mean.
        """
        last = self.last_of.get(_SORTS[pronoun])
        if last is None:
            return None
        ago = self.sentence - last.sentence
        if last.sort != "person":
            is_other = (last.sort == "many" or not self.digest) and self._named_since(last, said, before)
            return last if ago <= REMEMBERED and not is_other else None
        near = ago <= 1 or self.persons_here == {_surname(last.name)} or (not self.persons_here and ago <= REMEMBERED)
        if not near or _is_other(pronoun, last.name) or self._named_since(last, said, before):
            return None
        return last

    def _named_since(self, last: Speaker, said: Span, before: int) -> bool:
        """Whether anybody else was named after a speaker, who is sure to be meant only in the sentence that follows."""
        first = last.sentence + (self.sentence - last.sentence <= 1)
        if self.sentence - first > LONGEST_SEARCH or (first < self.sentence and not self._has_capitals):
            return True
        between = [(passage.text, span) for passage, span in self.sentences[first : self.sentence]]
        passage, here = self.sentences[self.sentence]
        rest = (
            (Span(here.start, min(said.start, before)), Span(said.end, before)) if last.sentence < self.sentence else ()
        )
        between += [(passage.text, span) for span in rest if span.start < span.end]
        spoke = words_of(last.name)
        return any(
            not (one <= spoke or one >= spoke) for text, span in between for one in self._others(last.sort, text, span)
        )

    def _others(self, sort: Sort, text: str, within: Span) -> Iterator[frozenset[str]]:
        """The words of each whom the same pronoun may mean."""
        if sort == "many":
            return groups(text, within)
        return persons(text, within, self._no_person) if sort == "person" else bodies(text, within, self._no_person)

    @property
    def _has_capitals(self) -> bool:
        return self.language not in _WITHOUT_CAPITALS

    @property
    def language(self) -> str:
        """The language of the article, without its country."""
        return self.article.language.split("-")[0].lower()

    @cached_property
    def _no_person(self) -> frozenset[str]:
        found = of_no_person(dict.fromkeys(passage.text for passage, _ in self.sentences))
        return found | ELSEWHERE[self.language].opening if self.language in ELSEWHERE else found


def _is_other(pronoun: str, name: str) -> bool:
    """Whether the words for somebody are of a woman and the pronoun of a man, or the reverse."""
    found = set(_head(name))
    return bool(found & {"he": table.FEMALE, "she": table.MALE}[pronoun])


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
