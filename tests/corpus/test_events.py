"""Event files."""

from datetime import date
from pathlib import Path

import pytest

from reading_room.corpus.events import read_event
from reading_room.model.event import Event, QuotedIn
from reading_room.model.problem import Problem
from reading_room.model.selector import TextQuote

GOOD = """\
---
name: The opening of the bridge
when: {from: 2001-05-03, to: 2001-05-04}
where: The harbour
previous: bridge-1999
parties:
  - {name: the ferrymen, called: [{term: Ferrymen, article: post}]}
rows:
  - id: guests
    question: How many came?
    cells:
      - {article: post, exact: "300 guests, and more", prefix: before, speaker: the mayor}
      - {article: news, exact: a crowd, when: 1999, background: true}
never: [[post/1, news/2], [post/1, {article: news, exact: a crowd, suffix: came}]]
checked_absent:
  - {row: guests, article: third, by: a tester, on: 2020-01-02}
---
A *bridge* was opened.
"""


def read(tmp_path: Path, content: str) -> tuple[Event | None, list[Problem]]:
    path = tmp_path / "bridge.md"
    path.write_text(content, "utf-8")
    problems: list[Problem] = []
    return read_event(path, "events/bridge.md", problems), problems


def test_all_that_a_keeper_wrote_is_in_the_event(tmp_path: Path) -> None:
    event, problems = read(tmp_path, GOOD)
    assert problems == []
    assert event is not None
    assert (event.slug, event.when.first, event.when.last) == ("bridge", date(2001, 5, 3), date(2001, 5, 4))
    assert event.parties[0].called[0].term == "Ferrymen"
    first, second = event.rows[0].cells
    assert (first.quote, first.speaker) == (TextQuote("300 guests, and more", "before"), "the mayor")
    assert (second.speaker, second.background) == ("unattributed", True)
    assert event.never == (("post/1", "news/2"), ("post/1", QuotedIn("news", TextQuote("a crowd", suffix="came"))))
    assert event.checked_absent[0].on == date(2020, 1, 2)
    assert [block.text for block in event.summary] == ["A bridge was opened."]


def test_a_row_may_say_what_it_is_about(tmp_path: Path) -> None:
    event, problems = read(tmp_path, GOOD.replace("came?", "came?\n    group: how many"))
    assert problems == []
    assert event
    assert event.rows[0].group == "how many"


def test_places_and_acts_have_names_as_parties_have(tmp_path: Path) -> None:
    named = """\
places:
  - {name: the bridge, called: [{term: the new crossing, article: news}]}
acts:
  - {name: the opening, called: [{term: inaugurated, article: post}]}
rows:
"""
    event, problems = read(tmp_path, GOOD.replace("rows:\n", named, 1))
    assert problems == []
    assert event is not None
    assert [one.name for one in (*event.places, *event.acts)] == ["the bridge", "the opening"]
    assert [one.called[0].term for one in event.named] == ["Ferrymen", "the new crossing", "inaugurated"]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("{from: 2001-05-03}", date(2001, 5, 3), date(2001, 5, 3)),
        ("2001-05", date(2001, 5, 1), date(2001, 5, 31)),
        ("2001-05-03/2001-06", date(2001, 5, 3), date(2001, 6, 30)),
    ],
)
def test_an_occasion_may_be_dated_in_any_of_three_ways(tmp_path: Path, written: str, first: date, last: date) -> None:
    event, problems = read(tmp_path, GOOD.replace("{from: 2001-05-03, to: 2001-05-04}", written))
    assert problems == []
    assert event is not None
    assert (event.when.first, event.when.last) == (first, last)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("when: {from: 2001-05-03, to: 2001-05-04}\n", "", "“when” is missing"),
        ("{from: 2001-05-03, to: 2001-05-04}", "[2001]", "no keys of its own"),
        ("{from: 2001-05-03, to: 2001-05-04}", "{to: 2001}", "“from” is missing"),
        ("{from: 2001-05-03, to: 2001-05-04}", "{from: 2001-05-04, to: 2001-05-03}", "ends before it begins"),
        ("{from: 2001-05-03, to: 2001-05-04}", "soon", "not a date"),
        ("name: The opening of the bridge\n", "", "“name” is missing"),
    ],
)
def test_an_event_without_a_name_or_a_date_is_refused(tmp_path: Path, old: str, new: str, part: str) -> None:
    event, problems = read(tmp_path, GOOD.replace(old, new))
    assert event is None
    assert any(part in problem.what for problem in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ("when: 1999, background: true", "when: 1999", 13, "outside the event’s dates"),
        ("id: guests", "id: Guests!", 9, "cannot be part of an address"),
        ("id: guests", "id: guests\n    question: x\n  - id: guests", 11, "two rows have the id"),
        ("[post/1, news/2]", "[post/1]", 14, "not a pair"),
        ("[post/1, news/2]", "post/1", 14, "not a pair"),
        ("on: 2020-01-02", "on: someday", 16, "not a date"),
        (", on: 2020-01-02", "", 16, "not said when"),
        ('exact: "300 guests, and more"', "exact: 300 guests, and more", 12, "not a key that is known"),
        ("exact: a crowd", "exact: ''", 13, "“exact” is missing"),
        ("background: true", "background: yes", 13, "not known"),
        (
            "question: How many came?",
            "question: How many came?\n    group: numbers",
            11,
            "“group: numbers” is not known",
        ),
        ("previous:", "prevous:", 5, "not a key that is known"),
    ],
)
def test_what_is_wrong_in_an_event_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, part: str
) -> None:
    event, problems = read(tmp_path, GOOD.replace(old, new))
    assert event is not None
    assert any(problem.line == line and part in problem.what for problem in problems), problems


def test_of_two_rows_with_one_id_the_first_is_kept(tmp_path: Path) -> None:
    event, _ = read(tmp_path, GOOD.replace("never:", "  - {id: guests, question: Another?, cells: []}\nnever:"))
    assert event is not None
    assert [row.question for row in event.rows] == ["How many came?"]
