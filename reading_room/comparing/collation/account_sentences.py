"""The sentences of an account with all that is known of each: where it stands, when it is of, and who says it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reading_room.model.alignment import Said
from reading_room.model.analysis import Analysis, Sentence, Time
from reading_room.model.article import Passage, Version
from reading_room.model.results import Span

WRITER, UNATTRIBUTED = "the writer", "unattributed"


@dataclass(frozen=True, slots=True)
class AccountSentence:
    """A sentence of an account. `number` counts it within its passage and `order` within its account, from 1."""

    article: str
    passage: Passage
    sentence: Sentence
    number: int
    order: int
    place: float
    """How far into its account it stands, from 0 to 1."""

    @property
    def said(self) -> Said:
        return Said(self.article, self.passage.id, self.sentence.span)

    @property
    def span(self) -> Span:
        return self.sentence.span

    @property
    def text(self) -> str:
        return self.passage.text[self.span.start : self.span.end]

    @property
    def when(self) -> Time | None:
        """The time of what it tells of."""
        return self.sentence.times[0] if self.sentence.times else None

    @property
    def speaker(self) -> str:
        """Who says it: those whom the text names, one after the other; else that nobody is named, or the writer."""
        return speaker_of(self.sentence)


def account_sentences(version: Version, analysis: Analysis) -> tuple[AccountSentence, ...]:
    """The sentences of a version in its order."""
    passages = {passage.id: passage for passage in version.passages}
    counted: Counter[str] = Counter()
    found = []
    for order, sentence in enumerate(analysis.sentences, start=1):
        counted[sentence.passage] += 1
        found.append(
            AccountSentence(
                version.article.slug,
                passages[sentence.passage],
                sentence,
                counted[sentence.passage],
                order,
                order / len(analysis.sentences),
            )
        )
    return tuple(found)


def speaker_of(sentence: Sentence) -> str:
    named = [one.speaker for one in sentence.attributions if one.kind == "named"]
    if named:
        return "; ".join(dict.fromkeys(named))
    kinds = {one.kind for one in sentence.attributions}
    return UNATTRIBUTED if "unattributed" in kinds else WRITER


def overlapping(spans: Iterable[Span], one: Span) -> bool:
    """Whether any of the spans has a code point of this one."""
    return any(span.start < one.end and one.start < span.end for span in spans)
