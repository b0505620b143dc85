"""Which sentences of its accounts are of the time of an event, which of another, and of which that is not known.

An account may tell of several events, years apart, and most of its sentences name no day. What the keeper noted comes first, then
the days that the text gives. Without either, a sentence is taken to be of the event only where the account was published soon after
it, and after no other event that it tells of, or where the rest of its paragraph is of the event.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reading_room.comparing.collation.account_sentences import AccountSentence
from reading_room.comparing.collation.common_days import Window, is_background, window
from reading_room.model.alignment import Said
from reading_room.model.analysis import Time
from reading_room.model.article import Article, Passage, Version
from reading_room.model.event import Cell, Event, OfTime
from reading_room.model.selector import places

VAGUE = 62
"""Days from which a time says little of an event that is shorter: “in 2016” is not the spring of that year."""


def event_times(
    event: Event, events: Iterable[Event], accounts: Iterable[tuple[Version, Sequence[AccountSentence]]]
) -> Mapping[Said, OfTime]:
    """What each sentence of the accounts is of that is not of the event; `events` are all that the accounts may tell of."""
    known = {one.slug: one for one in events}
    cells: dict[str, list[tuple[Event, Cell]]] = defaultdict(list)
    for one in known.values():
        for cell in (cell for row in one.rows for cell in row.cells):
            cells[cell.article].append((one, cell))
    found: dict[Said, OfTime] = {}
    for version, sentences in accounts:
        noted = _Noted(event, cells[version.article.slug], version.passages)
        told = [known[slug] for slug in {one.event for one in version.article.accounts} if slug in known]
        found |= _of_account(event, sentences, noted, usual=_usual(event, told, version.article))
    return found


def _of_account(
    event: Event, sentences: Sequence[AccountSentence], noted: "_Noted", usual: OfTime
) -> Mapping[Said, OfTime]:
    """`usual` is what a sentence is of that nothing else is known of."""
    given = [noted.of(one) or _dated(one.when, event) for one in sentences]
    passages: dict[str, set[OfTime]] = defaultdict(set)
    for one, of in zip(sentences, given, strict=True):
        if of:
            passages[one.passage.id].add(of)
    return {
        one.said: found
        for one, of in zip(sentences, given, strict=True)
        if (found := of or ("event" if passages.get(one.passage.id) == {"event"} else usual)) != "event"
    }


def _dated(when: Time | None, event: Event) -> OfTime | None:
    """By the text's own days; None where it gives none."""
    if when is None or when.basis == "published":
        return None
    if is_background(when, event):
        return "another"
    days, its_days = (one.last.toordinal() - one.first.toordinal() + 1 for one in (when, event.when))
    return "unknown" if days >= VAGUE and days > its_days else "event"


def _usual(event: Event, told: Iterable[Event], article: Article) -> OfTime:
    """By when the account was published: soon after one of the events that it tells of, and of no other."""
    slugs = {one.slug for one in told} | {event.slug}
    if article.published is None:
        return "event" if slugs == {event.slug} else "unknown"
    published = window(Time(article.published.first, article.published.last, "published"))
    near = {one.slug for one in (*told, event) if published & _days(one)}
    return "event" if near == {event.slug} else "unknown"


def _days(event: Event) -> Window:
    return Window(event.when.first, event.when.last)


class _Noted:
    """The keeper's cells in one account, as places in its passages."""

    def __init__(self, event: Event, cells: Iterable[tuple[Event, Cell]], passages: Sequence[Passage]) -> None:
        self.event = event
        self.by_passage: dict[str, list[tuple[int, int, Event, Cell]]] = defaultdict(list)
        for one, cell in cells:
            for place in places(cell.quote, passages):
                self.by_passage[place.passage.id].append((place.start, place.end, one, cell))

    def of(self, sentence: AccountSentence) -> OfTime | None:
        """By the rows in which the keeper put words of a sentence; None where it is in none, or in those of both."""
        here = list(self._cells(sentence))
        if not here:
            return None
        own = {cell.background for event, cell in here if event.slug == self.event.slug}
        if own:
            return "event" if False in own else "another"
        others = [event for event, cell in here if not cell.background]
        if not others or (sentence.when is not None and sentence.when.basis != "published"):
            return None
        if all(_within(event, self.event) for event in others):
            return "event"
        return "unknown" if any(_days(event) & _days(self.event) for event in others) else "another"

    def _cells(self, sentence: AccountSentence) -> Iterator[tuple[Event, Cell]]:
        for start, end, event, cell in self.by_passage.get(sentence.passage.id, ()):
            if start < sentence.span.end and sentence.span.start < end:
                yield event, cell


def _within(one: Event, other: Event) -> bool:
    return other.when.first <= one.when.first and one.when.last <= other.when.last
