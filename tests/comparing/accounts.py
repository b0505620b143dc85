"""Accounts of one event as tests make them up: sentences, what is read in them, and pairs."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reading_room.comparing.collation.account_sentences import AccountSentence, account_sentences
from reading_room.model.alignment import Likeness, Said, SentencePair
from reading_room.model.analysis import Analysis, Attribution, DateBasis, Quantity, Sentence, Time
from reading_room.model.article import Account, Article, Block, Passage, TextKind, Version
from reading_room.model.dates import DateSpan
from reading_room.model.event import Event
from reading_room.model.results import Span
from reading_room.model.sentences import sentences

LIKELY: Likeness = "likely the same point"
POSSIBLE: Likeness = "possibly related"
QUOTED: Likeness = "same passage quoted"
EVENT = Event("taken", "The taking", DateSpan.parse("2016-03-07/2016-03-27"), "said", "here")


def version(
    slug: str,
    *texts: str,
    text: TextKind = "complete",
    published: str | None = "2016-03-28",
    language: str = "en",
    events: Sequence[str] = (),
) -> Version:
    span = DateSpan.parse(published) if published else None
    told = tuple(map(Account, events))
    article = Article(slug, slug.title(), slug, span, "printed", language, text, accounts=told)
    passages = tuple(Passage(str(n), Block("paragraph", one)) for n, one in enumerate(texts, start=1))
    return Version(article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)


def day(written: str, basis: DateBasis = "explicit") -> Time:
    span = DateSpan.parse(written)
    return Time(span.first, span.last, basis)


def analysis(
    account: Version,
    times: dict[str, Time] | None = None,
    speakers: dict[str, str] | None = None,
    quantities: dict[str, Quantity] | None = None,
) -> Analysis:
    """What is read in the sentences that have these words; the rest is undated and the writer's."""
    found = []
    for passage in account.passages:
        for span in sentences(passage.text):
            said = passage.text[span.start : span.end]
            when = [time for words, time in (times or {}).items() if words in said]
            named = [name for words, name in (speakers or {}).items() if words in said]
            counts = [
                placed(passage.text, words, quantity) for words, quantity in (quantities or {}).items() if words in said
            ]
            who = (
                Attribution("named", "indirect", named[0], span)
                if named
                else Attribution("writer", "own", "the writer", span)
            )
            found.append(Sentence(passage.id, span, tuple(when), tuple(counts), (who,)))
    return Analysis(account.article.slug, account.number, tuple(found))


def placed(text: str, words: str, quantity: Quantity) -> Quantity:
    start = text.index(words)
    return Quantity(
        Span(start, start + len(words)),
        quantity.bound,
        quantity.least,
        quantity.most,
        quantity.unit,
        quantity.counted,
        quantity.per,
        quantity.over_days,
    )


def number(
    least: float | None, most: float | None, counted: str = "raids", bound: str = "exactly", **more: object
) -> Quantity:
    return Quantity(Span(0, 0), bound, least, most, counted=counted, **more)  # type: ignore[arg-type]


def told(*accounts: tuple[Version, Analysis]) -> dict[Said, AccountSentence]:
    return {one.said: one for account in accounts for one in account_sentences(*account)}


def said(account: Version, words: str) -> Said:
    """The sentence of an account that has these words."""
    for passage in account.passages:
        for span in sentences(passage.text):
            if words in passage.text[span.start : span.end]:
                return Said(account.article.slug, passage.id, span)
    raise LookupError(words)


def pair(one: Said, other: Said, confidence: float = 0.9, likeness: Likeness | None = LIKELY) -> SentencePair:
    left, right = sorted((one, other))
    return SentencePair(left, right, confidence, likeness)


def all_pairs(accounts: Sequence[Version], words: str, confidence: float = 0.9) -> list[SentencePair]:
    """Every two of the sentences with these words paired."""
    there = [said(account, words) for account in accounts]
    return [pair(one, other, confidence) for at, one in enumerate(there) for other in there[at + 1 :]]
