"""The parties of several events as those of one."""

from reading_room.comparing.wording.shared_parties import as_one
from reading_room.model.dates import DateSpan
from reading_room.model.event import Called, Event, Party

DAY = DateSpan.parse("2001-05-03")


def event(slug: str, *parties: Party, acts: tuple[Party, ...] = ()) -> Event:
    return Event(slug, slug, DAY, "", "", parties=parties, acts=acts)


def test_what_has_one_name_in_two_events_is_one_with_all_that_it_is_called() -> None:
    first = event("taken", Party("the army", (Called("troops", "post"),)), Party("the mayor"))
    second = event(
        "lost", Party("the army", (Called("soldiers", "news"), Called("troops", "post"))), acts=(Party("the fall"),)
    )
    merged = as_one([first, second])
    assert merged
    assert merged.parties == (
        Party("the army", (Called("troops", "post"), Called("soldiers", "news"))),
        Party("the mayor"),
    )
    assert merged.acts == (Party("the fall"),)


def test_of_no_event_there_are_no_parties() -> None:
    assert as_one([]) is None
