"""Dates, languages and counts in words."""

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.analysis import UNBOUNDED
from reading_room.model.dates import DateSpan
from reading_room.model.languages import language_name
from reading_room.web.wording import (
    counted,
    days_in_words,
    direction,
    first_iso,
    for_xml,
    in_words,
    isolated,
    passages_in_words,
    runs_from_right,
    share_in_words,
)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2016-03-23", "23 March 2016"),
        ("2017-03-02T20:57", "2 March 2017, 20:57"),
        ("2017-03-02 20:57", "2 March 2017, 20:57"),
        ("2016-04", "April 2016"),
        ("2016", "2016"),
        ("2016-05-08/2016-05-09", "8–9 May 2016"),
        ("2016-03-07/2016-04-01", "7 March – 1 April 2016"),
        ("2015-12-30/2016-01-02", "30 December 2015 – 2 January 2016"),
        ("2016-03-23/2016-03-23", "23 March 2016"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(written: str, words: str) -> None:
    assert in_words(DateSpan.parse(written)) == words


def test_years_of_less_than_four_figures_are_said() -> None:
    assert days_in_words(date(32, 1, 1), date(32, 12, 31)) == "32"
    assert days_in_words(date(201, 1, 1), date(300, 12, 31)) == "1 January 201 – 31 December 300"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("0001-01-01", "the time before the year 1"),
        ("0100-12-31", "the time up to 100"),
        ("2010-12-31", "the time up to 2010"),
        ("2016-02-29", "the time up to February 2016"),
        ("2016-03-26", "the time up to 26 March 2016"),
    ],
)
def test_of_what_nobody_says_when_it_began_only_the_end_is_said(last: str, words: str) -> None:
    assert days_in_words(UNBOUNDED, date.fromisoformat(last)) == words
    assert first_iso(UNBOUNDED) is None
    assert first_iso(date(2016, 3, 1)) == "2016-03-01"


def test_a_date_that_nobody_knows_says_so() -> None:
    assert in_words(None) == "date not known"


def test_the_direction_follows_the_language() -> None:
    assert [direction(tag) for tag in ("ar", "AR-SY", "fa", "en", "ru", "und")] == [
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
        "ltr",
    ]


def test_a_language_has_its_name_or_at_least_its_tag() -> None:
    assert [language_name(tag) for tag in ("en-GB", "ar", "tlh")] == ["English", "Arabic", "tlh"]


def test_one_is_singular_and_thousands_are_parted() -> None:
    assert [counted(n, "article", "articles") for n in (0, 1, 1234)] == ["0 articles", "1 article", "1,234 articles"]


@pytest.mark.parametrize(
    ("text", "from_right"),
    [("Двести", False), ("“أكثر من 80 غارة” (raids)", True), ("“غارة” (an air raid)", False), ("1 – 2", False)],
)
def test_a_text_runs_from_the_right_if_most_of_its_letters_do(text: str, from_right: bool) -> None:
    assert runs_from_right(text) == from_right


@pytest.mark.parametrize(("share", "words"), [(0.5, "50 %"), (0.929, "92 %"), (0.999, "99 %"), (1, "All")])
def test_only_the_whole_of_a_text_is_called_all_of_it(share: float, words: str) -> None:
    assert share_in_words(share).startswith(f"{words} of this text’s")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (["3"], "passage 3"),
        (["2", "3"], "passages 2 and 3"),
        (["3", "2", "3a"], "passages 2 to 3a"),
        (["1", "3a", "12"], "passages 1, 3a and 12"),
        (["1", "2", "3", "12", "9"], "passages 1 to 3, 12 and 9"),
    ],
)
def test_passages_are_named_in_the_order_in_which_they_stand(numbers: list[str], words: str) -> None:
    assert passages_in_words(numbers, ["1", "2", "3", "3a", "4", "12", "9"]) == words


def test_what_stands_in_a_sentence_of_the_room_keeps_to_its_own_direction() -> None:
    assert isolated("40") == "40"
    assert isolated("لم") == "\u2068لم\u2069"


@given(st.text())
def test_any_text_can_stand_in_a_feed(text: str) -> None:
    element = ElementTree.Element("title")
    element.text = for_xml(text)
    again = ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8")).text or ""
    assert again == for_xml(text).replace("\r\n", "\n").replace("\r", "\n")
