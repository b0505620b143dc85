"""The parties, places and acts of several events as those of one: what has one name in two of them is one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reading_room.model.event import Called, Event, Party


def as_one(events: Sequence[Event]) -> Event | None:
    """The first of the events, with all that the others name besides; None of none."""
    if not events:
        return None
    return replace(
        events[0],
        parties=_merged(party for event in events for party in event.parties),
        places=_merged(place for event in events for place in event.places),
        acts=_merged(act for event in events for act in event.acts),
    )


def _merged(named: Iterable[Party]) -> tuple[Party, ...]:
    called: dict[str, dict[Called, None]] = {}
    for one in named:
        called.setdefault(one.name, {}).update(dict.fromkeys(one.called))
    return tuple(Party(name, tuple(terms)) for name, terms in called.items())
