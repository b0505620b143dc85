"""Proposed events in words, as `flask events suggest` prints them."""

from collections.abc import Iterator, Mapping, Sequence

from reading_room.comparing.groups.proposing import Days, Proposal
from reading_room.model.dates import day_in_words
from reading_room.model.event import Event
from reading_room.web.unseen import escaped, on_one_line
from reading_room.web.wording import counted

CHOSEN = (
    "Titles are made of words that most of a group’s articles share. Days are those that the texts speak of most in common, "
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
            name = events[event].name if event in events else "which has no file that can be read"
            yield f"  {counted(members, 'article tells', 'articles tell')} of {escaped(event)} ({on_one_line(name)})"
        new = set(one.newcomers)
        for key in one.articles:
            yield f"  {'+' if key in new else '-'} {_labelled(key, titles)}"
        if one.newcomers:
            known = escaped(one.known or "")
            yield f"  + may tell of {known} too: add “accounts: [{{event: {known}}}]” to its front matter, or"
            yield f"    flask events accept {one.central}"
        elif of_room and not one.events:
            yield f"  flask events accept {one.central} makes this an event"
    if alone:
        yield ""
        yield "Alone:"
        yield from (f"  - {_labelled(one.articles[0], titles)}" for one in alone)


def _heading(one: Proposal, events: Mapping[str, Event]) -> str:
    """The name of the event that most members tell of by the keeper's word, else the words that they share."""
    event, members = one.events[0] if one.events else ("", 0)
    return on_one_line(events[event].name if event in events and 2 * members > len(one.articles) else one.title)


def _labelled(key: str, titles: Mapping[str, str]) -> str:
    title = on_one_line(titles.get(key, ""))
    return f"{escaped(key)}: {title}" if title else escaped(key)


def days_in_words(days: Days | None, members: int) -> str:
    """The days of a group, and what they rest on."""
    if days is None:
        return "No day is known: the texts name none and are not dated."
    span = day_in_words(days.first)
    if days.last != days.first:
        span += f" to {day_in_words(days.last)}"
    return f"{span}: {days.articles} of {members} speak of these days or were published then"
