"""What a word may have been meant to be that finds nothing, or next to nothing: words of the index that are very near to it.

A word is near if one letter was left out, added, changed, or changed places with its neighbour; a longer one also if two edits
part them (Levenshtein distance). Of the near ones the likeliest are those in most passages, where fewer edits count for much. Since
the index knows words without case, accents and the several forms of Arabic letters, these part no words in any script.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import islice

from reading_room.index.analysis import Token, words
from reading_room.index.evaluating import Evaluation
from reading_room.index.known import Known
from reading_room.index.lexicon import Lexicon
from reading_room.index.matching import BETWEEN_LOOKS, Clock
from reading_room.index.naming import Named, Naming
from reading_room.index.sought import sought, within
from reading_room.model.query import All, Any, Clause, Exact, Field, Near, Not, Phrase, Speaker, Title, Word
from reading_room.model.query.clauses import Plain
from reading_room.model.query.syntax import FEWEST_LETTERS, LONGEST_WITH_ONE_EDIT
from reading_room.model.respelling import Respelling

NEXT_TO_NOTHING = 2
"""Passages up to which a word that finds something may have been meant otherwise."""
MUCH = 50
"""Times these passages that the near word must have then, and it must be one edit away."""
MOST_WORDS = 4
"""Words of one query that are looked into."""
MOST_INSTEAD = 3
FAR_LESS_LIKELY = 20
"""Times that the likeliest may be likelier than another that is offered beside it."""
MOST_FIELDS = 3
EACH_EDIT = 50
"""In so many times the passages must a word stand that is one edit farther away."""
FIRST_LETTER = 8
"""In so many times one that begins with another letter: few write that wrong."""

Spelled = Callable[[str], str | None]
"""How the texts write a form; None where none that is shown has it."""


class Respeller:
    """Looks for what was meant by the parts of one query."""

    def __init__(
        self,
        evaluation: Evaluation,
        lexicon: Lexicon,
        naming: Naming,
        known: Known,
        languages: frozenset[str],
        spelled: Spelled,
        clock: Clock,
    ) -> None:
        self._evaluation, self._lexicon, self._naming, self._known = evaluation, lexicon, naming, known
        self._languages, self._spelled, self._clock = languages, spelled, clock
        self._left = MOST_WORDS

    def respellings(self, clause: Clause) -> tuple[Respelling, ...]:
        """Of each part that finds next to nothing and is no name that the room knows; nothing of what is to be left out."""
        found = {}
        for part in self._parts((clause,)):
            if part not in found and (instead := tuple(self._instead(part))):
                found[part] = Respelling(part, instead)
        return tuple(found.values())

    def _parts(self, clauses: Sequence[Clause]) -> Iterator[Plain]:
        for clause in self._naming.parts(clauses):
            match clause:
                case All(inner) | Any(inner):
                    yield from self._parts(inner)
                case Named() | Not():
                    pass
                case _:
                    yield clause

    def _instead(self, part: Plain) -> Iterator[Plain]:
        match part:
            case Field():
                if not self._known.articles(part):
                    yield from islice(self._known.near(part, alike), MOST_FIELDS)
            case Speaker(name):
                yield from map(Speaker, self._texts(name, exact=False))
            case Title(Word() | Exact() | Phrase() | Near() as term):
                yield from (Title(replace(term, text=text)) for text in self._texts(term.text, exact=_is_exact(term)))
            case Word(text) | Exact(text) | Phrase(text) | Near(text):
                yield from (replace(part, text=text) for text in self._texts(text, exact=_is_exact(part)))

    def _texts(self, text: str, *, exact: bool) -> Iterator[str]:
        """The text with another word in the place of the first one that finds next to nothing."""
        for token in words(text):
            if not self._left or self._clock.tick(BETWEEN_LOOKS):
                return
            if len(token.form) < FEWEST_LETTERS or token.form[0].isdigit():
                continue
            own = self._passages(text[token.start : token.end], exact=exact)
            if own <= NEXT_TO_NOTHING:
                self._left -= 1
                if found := self._near(token, own):
                    yield from (text[: token.start] + other + text[token.end :] for other in found)
                    return

    def _passages(self, word: str, *, exact: bool) -> int:
        """About how many passages a word finds, under all names of what it names; 1 if only a title has it."""
        wanted = sought(Exact(word) if exact else Word(word), self._languages)
        if wanted is None:
            return 0
        found = self._evaluation.frequency(wanted) or int(self._evaluation.occurs(wanted))
        (part,) = self._naming.parts((Word(word),))
        others = part.others if isinstance(part, Named) and not exact else ()
        return max(found, *(self._evaluation.frequency(other.sought) for other in others), 0)

    def _near(self, token: Token, own: int) -> list[str]:
        """Words that it may have been, as they are written; the likeliest first."""
        form, is_long = token.form, len(token.form) > LONGEST_WITH_ONE_EDIT
        found: dict[str, float] = {}
        for other in self._candidates(form, 2 if is_long and not own else 1):
            if self._clock.tick(8):
                break
            name = self._naming.of_one_word.get(other)
            passages = self._passages(name, exact=False) if name else self._passages(other, exact=True)
            if passages and passages >= MUCH * own:
                far = (1 if _is_one_edit(other, form) else EACH_EDIT) * (1 if other[0] == form[0] else FIRST_LETTER)
                found[other] = passages / far
        likely = nlargest(2 * MOST_INSTEAD, found, key=lambda other: (found[other], other))
        likely = [other for other in likely if found[other] * FAR_LESS_LIKELY >= found[likely[0]]]
        written = (self._spelled(other) or self._naming.of_one_word.get(other) for other in likely)
        return list(islice(dict.fromkeys(filter(None, written)), MOST_INSTEAD))

    def _candidates(self, form: str, edits: int) -> Iterator[str]:
        turned = (other for other in _turned(form) if other in self._lexicon)
        names = (other for other in self._naming.of_one_word if within(other, form, edits))
        found = dict.fromkeys((*turned, *names))
        yield from found
        yield from (other for other in self._lexicon.like(form, edits) if other not in found and other != form)


def _is_exact(term: Word | Exact | Phrase | Near) -> bool:
    return isinstance(term, Exact | Phrase)


def alike(one: str, other: str) -> bool:
    """Whether a word may have been meant by the other: it is the same, or near to it."""
    if one == other or min(len(one), len(other)) < FEWEST_LETTERS:
        return one == other
    return _is_one_edit(one, other) or (len(other) > LONGEST_WITH_ONE_EDIT and within(one, other, 2))


def _is_one_edit(one: str, other: str) -> bool:
    return within(one, other, 1) or one in _turned(other)


def _turned(word: str) -> set[str]:
    """The word with two neighbouring letters in each other's place."""
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} - {word}
