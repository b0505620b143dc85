"""The keeper's rows as questions to a reader: those that show what the room is for, and those that given words answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reading_room.comparing.collation.collating import answered, collate, has_words
from reading_room.model.article import Version
from reading_room.model.collation import Collation, Words
from reading_room.model.event import Event, Row
from reading_room.model.resolution import Stretch
from reading_room.occasions import FEWEST_COMPARED, MOST_COMPARED, Occasion, Occasions
from reading_room.protocols import Corpus


@dataclass(frozen=True, slots=True)
class Question:
    """A row of an event with two or more accounts' words."""

    event: Event
    row: Row
    collation: Collation


class Questions:
    """The questions of one generation; `newest` gives the newest version of an article."""

    def __init__(self, corpus: Corpus, occasions: Occasions, newest: Callable[[str], Version]) -> None:
        self._corpus, self._occasions, self._newest = corpus, occasions, newest

    def of_the_front(self, most: int) -> tuple[Question, ...]:
        """Questions that show a new reader what the room is for: those that the keeper chose, else those most accounts answer.

        Unless the keeper says otherwise, at most one of each event, in order of time.
        """
        chosen = [(self._corpus.events.get(event), key) for event, key in self._corpus.about.questions]
        rows = [(event, row) for event, key in chosen if event for row in event.rows if row.id == key]
        if not rows:
            best = [question for occasion in self._occasions.all() if (question := self._most_answered(occasion))]
            rows = sorted(best, key=self._answers, reverse=True)
        questions = (self._question(event, row) for event, row in rows)
        return tuple(islice(filter(None, questions), most))

    def that_are_answered(self, version: Version, found: Sequence[Stretch]) -> tuple[Question, ...]:
        """The questions that words of an article answer, each with this account first and others beside it."""
        accounts = version.article.accounts
        tied = (self._corpus.events.get(slug) for slug in dict.fromkeys(account.event for account in accounts))
        questions: list[Question] = []
        for event in filter(None, tied):
            answers = {row.id: row.cells[0].words for row in collate(event, (event,), (version,)).rows}
            rows = [row for row in event.rows if any(_touches(words, found) for words in answers.get(row.id, ()))]
            questions += filter(None, (self._question(event, row, version) for row in rows))
        return tuple(questions)

    def _most_answered(self, occasion: Occasion) -> tuple[Event, Row] | None:
        rows = [(occasion.event, row) for row in occasion.event.rows]
        best = max(rows, key=self._answers, default=None)
        return best if best and self._answers(best) >= FEWEST_COMPARED else None

    def _answers(self, question: tuple[Event, Row]) -> int:
        """How many accounts of the event have words for the row."""
        event, row = question
        return sum(answered(row, article.slug) for article in self._occasions.of(event.slug).articles)

    def _question(self, event: Event, row: Row, first: Version | None = None) -> Question | None:
        """The question with the first accounts whose words stand where the keeper found them; None with fewer than two.

        `first` is an account that is to be among them, before the others.
        """
        telling = (
            self._newest(article.slug)
            for article in self._occasions.of(event.slug).articles
            if answered(row, article.slug) and not (first and article.slug == first.article.slug)
        )
        having = (version for version in chain([first] if first else [], telling) if has_words(event, row, version))
        accounts = tuple(islice(having, MOST_COMPARED))
        if len(accounts) < FEWEST_COMPARED:
            return None
        return Question(event, row, collate(event, (event,), accounts))


def _touches(words: Words, stretches: Sequence[Stretch]) -> bool:
    """Whether a row's words and the stretches have a code point in common."""
    return any(
        one.passage == words.passage.id and one.start < words.span.end and words.span.start < one.end
        for one in stretches
    )
