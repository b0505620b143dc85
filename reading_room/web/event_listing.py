"""Proposed events in words, as `flask events suggest` prints them."""

from collections.abc import Iterator, Mapping, Sequence

from reading_room.comparing.groups.proposing import Days, Proposal
from reading_room.model.dates import day_in_words
from reading_room.model.event import Event
from reading_room.web.wording import counted

CHOSEN = (
    "Titles are the rarest words that most of a group’s articles share. Days are those that the texts speak of most in common, "
    "publication included. Whether the articles tell of one event is for you to read."
)


def listing(
    found: Sequence[Proposal], events: Mapping[str, Event], titles: Mapping[str, str], *, of_room: bool
) -> Iterator[str]:
    """The groups of two and more with their members, then those alone; titles are by the keys of articles."""
    groups = [one for one in found if len(one.articles) > 1]
    alone = [one for one in found if len(one.articles) == 1]
    many = counted(len(groups), "group", "groups")
    articles = counted(sum(len(one.articles) for one in found), "article", "articles")
    yield f"{articles}: {many} of two and more, {len(alone):,} alone. {CHOSEN}"
    for one in groups:
        yield ""
        yield _heading(one, events)
        yield f"  {days_in_words(one.days, len(one.articles))}"
        for event, members in one.events:
            name = events[event].name if event in events else "which has no file yet"
            yield f"  {counted(members, 'article tells', 'articles tell')} of {event} ({name})"
        new = set(one.newcomers)
        for key in one.articles:
            yield f"  {'+' if key in new else '-'} {key}{f': {titles[key]}' if titles.get(key) else ''}"
        if one.newcomers:
            yield f"  + may tell of {one.known} too: add “accounts: [{{event: {one.known}}}]” to its front matter, or"
            yield f"    flask events accept {one.central}"
        elif of_room and not one.events:
            yield f"  flask events accept {one.central} makes this an event"
    if alone:
        yield ""
        yield "Alone:"
        yield from (
            f"  - {one.articles[0]}{f': {titles[key]}' if titles.get(key := one.articles[0]) else ''}" for one in alone
        )


def _heading(one: Proposal, events: Mapping[str, Event]) -> str:
    """The name of the event that most members tell of by the keeper's word, else the words that they share."""
    event, members = one.events[0] if one.events else ("", 0)
    return events[event].name if event in events and 2 * members > len(one.articles) else one.title


def days_in_words(days: Days | None, members: int) -> str:
    """The days of a group, and what they rest on."""
    if days is None:
        return "No day is known: the texts name none and are not dated."
    span = day_in_words(days.first)
    if days.last != days.first:
        span += f" to {day_in_words(days.last)}"
    return f"{span}: {days.articles} of {members} speak of these days or were published then"
