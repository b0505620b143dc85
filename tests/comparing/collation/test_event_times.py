"""Of what time a sentence of an account is: by the keeper's rows, the text's own days, and when the account was published."""

from datetime import UTC, date, datetime

from reading_room.comparing.collation.account_sentences import account_sentences
from reading_room.comparing.collation.event_times import event_times
from reading_room.comparing.sentences.analysing import analyse
from reading_room.model.article import Account, Article, Block, Passage, Version
from reading_room.model.dates import DateSpan
from reading_room.model.event import Cell, Event, OfTime, Row
from reading_room.model.selector import TextQuote

FIRE, NEXT_FIRE = "fire-2001", "fire-2003"


def event(slug: str, first: date, last: date, *cells: Cell) -> Event:
    rows = (Row("how-many", "How many?", cells),) if cells else ()
    return Event(slug, slug, DateSpan(first, last, f"{first}/{last}"), "", "x", rows=rows)


def fires(*cells: Cell, next_fire: tuple[Cell, ...] = ()) -> tuple[Event, Event]:
    return (
        event(FIRE, date(2001, 5, 1), date(2001, 5, 7), *cells),
        event(NEXT_FIRE, date(2003, 8, 2), date(2003, 8, 3), *next_fire),
    )


def cell(words: str, *, background: bool = False) -> Cell:
    return Cell("one", TextQuote(words), "the writer", background=background)


def times(
    *texts: str,
    published: str | None = "2001-05-04",
    tells_of: tuple[str, ...] = (FIRE,),
    events: tuple[Event, ...] | None = None,
) -> list[OfTime]:
    """Of what time each sentence of an account is, beside the first fire."""
    events = events or fires()
    passages = tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, 1))
    day = DateSpan.parse(published) if published else None
    article = Article("one", "T", "post", day, "", "en", "complete", accounts=tuple(map(Account, tells_of)))
    version = Version(article, 1, datetime(2004, 5, 5, tzinfo=UTC), passages)
    sentences = account_sentences(version, analyse(version))
    found = event_times(events[0], events, [(version, sentences)])
    return [found.get(one.said, "event") for one in sentences]


def test_what_an_account_says_without_a_day_is_of_the_event_that_it_was_published_after() -> None:
    assert times("Twenty barges burnt.") == ["event"]
    assert times("Twenty barges burnt.", published="2003-08-04", tells_of=(FIRE, NEXT_FIRE)) == ["unknown"]
    assert times("Twenty barges burnt.", published="2002-05-01") == ["unknown"]


def test_an_account_published_after_two_of_its_events_says_without_a_day_nothing_of_which() -> None:
    events = (*fires(), event("inquiry", date(2001, 5, 10), date(2001, 5, 12)))
    assert times("Twenty barges burnt.", published="2001-05-20", tells_of=(FIRE,), events=events) == ["event"]
    assert times("Twenty barges burnt.", published="2001-05-20", tells_of=(FIRE, "inquiry"), events=events) == [
        "unknown"
    ]


def test_an_account_without_a_date_is_of_its_event_if_it_tells_of_one_alone() -> None:
    assert times("Twenty barges burnt.", published=None) == ["event"]
    assert times("Twenty barges burnt.", published=None, tells_of=(FIRE, NEXT_FIRE)) == ["unknown"]


def test_a_day_in_the_text_says_of_what_time_it_is() -> None:
    late = {"published": "2003-08-04", "tells_of": (FIRE, NEXT_FIRE)}
    assert times("On 3 May 2001 twenty barges burnt.", **late) == ["event"]
    assert times("On 2 August 2003 twenty barges burnt.", **late) == ["another"]
    assert times("In 1999 twenty barges burnt.") == ["another"]


def test_a_year_says_little_of_an_event_of_some_days() -> None:
    assert times("In 2001 there were twenty fires.") == ["unknown"]


def test_a_sentence_without_a_day_is_of_the_event_where_the_rest_of_its_paragraph_is() -> None:
    late = {"published": "2003-08-04", "tells_of": (FIRE, NEXT_FIRE)}
    assert times("Twenty barges burnt. That was on 3 May 2001.", **late) == ["event", "event"]
    assert times("Twenty barges burnt. One was there. That was on 2 August 2003.", **late)[0] == "unknown"


def test_what_the_keeper_noted_is_stronger_than_anything_else() -> None:
    late = {"published": "2003-08-04", "tells_of": (FIRE, NEXT_FIRE)}
    assert times("Twenty barges burnt.", events=fires(cell("Twenty barges")), **late) == ["event"]
    assert times("Twenty barges burnt.", events=fires(cell("Twenty barges", background=True))) == ["another"]
    assert times("Twenty barges burnt.", events=fires(next_fire=(cell("Twenty barges"),))) == ["another"]


def test_the_rows_of_an_event_within_this_one_are_of_this_one_too() -> None:
    within = event("strike", date(2001, 5, 2), date(2001, 5, 3), cell("Twenty barges"))
    beside = event("flood", date(2001, 5, 5), date(2001, 6, 3), cell("Twenty barges"))
    late = {"published": "2003-08-04", "tells_of": (FIRE, NEXT_FIRE)}
    assert times("Twenty barges burnt.", events=(*fires(), within), **late) == ["event"]
    assert times("Twenty barges burnt.", events=(*fires(), beside), **late) == ["unknown"]
