"""Who says it, and of which days a sentence speaks: how the index has it, and what queries find of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.index.told import WIDER, between, edges, meeting, mentioned
from reading_room.ingest import ingest
from reading_room.model.analysis import Sentence, Time
from reading_room.model.dates import DateSpan
from reading_room.model.query import parse
from reading_room.model.query.syntax import A_MONTH
from reading_room.model.results import ResultsPage, Span
from reading_room.room import Room
from tests.conftest import Write
from tests.web.reading import json, read

TOLL = """\
---
title: The toll
outlet: morning-post
published: 2001-07-10
language: en
text: complete
accounts: [{event: bridge-2001}]
---
Ann Miller said that 40 carts had crossed the bridge on 3 May 2001.

Forty carts waited. Ann Miller said that the ferry was full.

“Carts are heavy on ice,” said Bruno Stone of the Harbour Watch.

Nobody counted anything in June 2001. Carts were not seen.

The Watch for Harbours of the Coast (HW) said that the bridge would be closed in 2002.

“The bridge was old,” Bruno Stone said. Ann Miller said that the carts were new.
"""
ARABIC = """\
---
title: الجسر
outlet: al-jisr
published: 2001-07-11
language: ar
text: complete
---
قالت آن ميلر إن العربات عبرت الجسر.
"""
NAMES = """\
watch:
  kind: organisation
  names: {en: [Harbour Watch, Watch for Harbours of the Coast, HW]}
miller:
  kind: person
  names: {en: [Ann Miller, A. Miller], ar: [آن ميلر]}
"""


@pytest.fixture
def told(room: Room, write: Write) -> Room:
    write("articles/toll.md", TOLL)
    write("articles/arabic-toll.md", ARABIC)
    write("names.yaml", NAMES)
    ingest(room)
    return room


@pytest.fixture
def found(told: Room) -> Callable[[str], list[str]]:
    """What a query finds in the two articles, as “toll 1”."""

    def find(query: str) -> list[str]:
        groups = search(told, query).groups
        return sorted(
            f"{group.article} {hit.passage}" for group in groups for hit in group.hits if group.article.endswith("toll")
        )

    return find


def search(room: Room, query: str) -> ResultsPage:
    return room.library().search(replace(parse(query).at_once(50), marked=True)).results


def marked(room: Room, query: str, passage: str) -> list[str]:
    (hit,) = (hit for group in search(room, query).groups for hit in group.hits if hit.passage == passage)
    return [hit.text[span.start : span.end] for span in hit.spans]


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ('speaker:"Bruno Stone"', ["toll 3", "toll 6"]),
        ("speaker:STÓNE", ["toll 3", "toll 6"]),
        ("carts speaker:Stone", ["toll 3"]),
        ("carts speaker:Miller", ["toll 1", "toll 6"]),
        ('"the carts" speaker:Miller', ["toll 6"]),
        ('"carts bridge"~3 speaker:Miller', ["toll 1"]),
        ("(ferry OR new) speaker:Miller", ["toll 2", "toll 6"]),
        ("bridge carts speaker:Miller", ["toll 1"]),
        ("bridge carts (speaker:Miller OR speaker:Stone)", ["toll 1", "toll 6"]),
        ("carts -speaker:Miller", ["toll 3", "toll 4"]),
        ("speaker:Miller -ferry", ["toll 1", "toll 6"]),
        ("speaker:Miller speaker:Stone", ["toll 6"]),
        ("ferry OR speaker:Stone", ["toll 2", "toll 3", "toll 6"]),
        ("speaker:Miller event:bridge-2001", ["toll 1", "toll 2", "toll 6"]),
        ("speaker:Miller outlet:evening", []),
        ('speaker:"آن ميلر"', ["arabic-toll 1", "toll 1", "toll 2", "toll 6"]),
        ('speaker:"Ann Miller" lang:ar', ["arabic-toll 1"]),
        ("speaker:HW", ["toll 3", "toll 5"]),
        ("bridge speaker:HW", ["toll 5"]),
        ("speaker:mill", []),
        ("mentions:2001-05-03", ["toll 1"]),
        ("mentions:2001-05", ["toll 1"]),
        ("mentions:2001-06-14", ["toll 4"]),
        ("carts mentions:2001-06", ["toll 4"]),
        ("mentions:2002", ["toll 5"]),
        ("mentions:2002-03", []),
        ("mentions:2001", ["toll 1", "toll 4"]),
        ("mentions:2001 -speaker:Miller", ["toll 4"]),
        ("mentions:2001 speaker:Miller", ["toll 1"]),
        ("mentions:2001-07-10", []),
        ("bridge -mentions:2002", ["toll 1", "toll 6"]),
    ],
)
def test_a_query_finds_who_says_it_and_of_when(
    found: Callable[[str], list[str]], query: str, passages: list[str]
) -> None:
    assert found(query) == passages


def test_words_beside_a_speaker_are_not_put_together_from_what_others_say(told: Room) -> None:
    assert search(told, "ice ferry").scattered == 1
    assert search(told, "ice speaker:Miller").total == 0


def test_the_name_is_marked_where_the_passage_has_it_and_the_words_that_say_the_days(told: Room) -> None:
    assert marked(told, "carts speaker:Stone", "3") == ["Carts", "Bruno Stone of the Harbour Watch"]
    assert marked(told, "mentions:2001-06-14", "4") == ["June 2001"]
    assert marked(told, "speaker:Miller mentions:2001", "1") == ["Ann Miller", "3 May 2001"]


def test_a_day_is_found_first_where_it_is_named_and_then_in_months_that_have_it(room: Room, write: Write) -> None:
    months = "The bridge was closed in June 2001. " * 3
    write(
        "articles/months.md",
        TOLL.partition("\n---\n")[0] + f"\n---\n{months}\n\nThe bridge was shut on 14 June 2001.\n",
    )
    ingest(room)
    (group,) = search(room, "mentions:2001-06-14").groups
    assert [hit.passage for hit in group.hits] == ["2", "1"]


def test_what_nobody_says_is_said_to_be_found_nowhere(told: Room) -> None:
    assert search(told, "speaker:zeppelin").notices == ("No text in this room gives words as those of “zeppelin”.",)
    assert search(told, "mentions:1999").notices == ("No sentence in this room speaks of 1999.",)


def test_only_other_names_of_speakers_are_said_to_be_searched_and_none_that_the_name_itself_finds(told: Room) -> None:
    also = search(told, "speaker:HW").also_searched
    assert [(one.typed, set(one.names)) for one in also] == [
        ("HW", {"Harbour Watch", "Watch for Harbours of the Coast"})
    ]
    assert search(told, "speaker:Miller").also_searched == ()


def test_a_search_under_one_name_alone_is_offered_for_words_and_not_for_speakers(
    told: Room, client: FlaskClient
) -> None:
    for query, offered in (("HW", True), ("speaker:HW", False)):
        text = read(client, f"/search?q={query}").text
        assert "Also searched for HW: Harbour Watch" in text
        assert ("Only HW" in text) == offered


def test_a_name_that_nobody_has_is_offered_as_it_may_have_been_meant(told: Room) -> None:
    library = told.library()
    found = library.search(parse("carts speaker:Stonne"))
    assert [offer.query.text for offer in library.offers(found).meant] == ["carts speaker:Stone"]


def test_a_corrected_text_has_its_new_speakers_and_not_those_it_had(told: Room, write: Write) -> None:
    write("articles/toll.md", TOLL.replace("said Bruno Stone of", "said Carla Reed of"))
    ingest(told)
    assert [group.hits[0].passage for group in search(told, "speaker:Reed").groups] == ["3"]
    assert [hit.passage for group in search(told, "speaker:Stone").groups for hit in group.hits] == ["6"]
    assert marked(told, "speaker:Reed", "3") == ["Carla Reed of the Harbour Watch"]


def test_the_marks_stay_in_the_article_and_the_json_has_them(told: Room, client: FlaskClient) -> None:
    page = read(client, read(client, "/search?q=speaker:Stone").link("3"))
    assert page.marks == ["Bruno Stone of the Harbour Watch", "Bruno Stone"]
    (hit,) = json(client, "/search.json?q=speaker:Stone+carts")["hits"]
    assert [hit["text"][start:end] for start, end in hit["spans"]] == ["Carts", "Bruno Stone of the Harbour Watch"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_runs_of_places_are_known_by_their_edges(runs: list[tuple[int, int]]) -> None:
    found = edges(runs)
    assert between(found) == {place for first, end in runs for place in range(first, end)}
    assert all(one < other for one, other in pairwise(found))


def test_a_sentence_that_never_ends_is_known_by_its_edges_on_each_of_its_days() -> None:
    days = [date(2015, 5, day) for day in range(1, 21)]
    times = tuple(Time(day, day, "explicit", Span(0, 5)) for day in days)
    endless = Sentence("1", Span(0, 10**12), times)
    found = mentioned([endless], range(0, 10**12, 5))
    assert len(found) == 20 + 2
    assert set(map(tuple, found.values())) == {(0, 2 * 10**11)}


def days(text: str) -> tuple[date, date]:
    first, _, last = text.partition("/")
    return DateSpan.parse(first).first, DateSpan.parse(last or first).last


@pytest.mark.parametrize(
    ("time", "asked", "meets"),
    [
        ("2016-03-27", "2016-03-27", ""),
        ("2016-03-27", "2016-03-28", None),
        ("2016-03-27", "2016-03", ""),
        ("2016-03-27", "2016", ""),
        ("2016-03", "2016-03-27", WIDER),
        ("2016-02-25/2016-03-27", "2016-03-27", WIDER),
        ("2016-02-24/2016-03-27", "2016-03-27", None),
        ("2016-02-20/2016-04-10", "2016-03", WIDER),
        ("2016-03/2016-05", "2016-03", None),
        ("2016-03/2016-05", "2016", ""),
        ("2016", "2016-03", None),
        ("2016", "2016", ""),
        ("2015-12/2016-12", "2016", WIDER),
        ("2011/2015", "2013", None),
    ],
)
def test_a_time_may_be_a_month_longer_than_what_is_asked_for(time: str, asked: str, meets: str | None) -> None:
    assert (asked in meeting(*days(time))) == (meets == "")
    assert (WIDER + asked in meeting(*days(time))) == (meets == WIDER)


@settings(max_examples=200)
@given(st.dates(), st.integers(0, 800), st.dates(), st.sampled_from([4, 7, 10]))
def test_every_time_meets_what_the_rule_says(first: date, more: int, other: date, unit: int) -> None:
    last = min(first.toordinal() + more, date.max.toordinal())
    met = list(meeting(first, date.fromordinal(last)))
    assert len(met) == len(set(met))
    for day in (first, date.fromordinal(last), other):
        begin, end = days(day.isoformat()[:unit])
        fits = begin.toordinal() <= last and first <= end
        long = last - first.toordinal() > (end - begin).days + A_MONTH
        inside = begin <= first and last <= end.toordinal()
        assert (day.isoformat()[:unit] in met) == (fits and not long and inside)
        assert (WIDER + day.isoformat()[:unit] in met) == (fits and not long and not inside)
