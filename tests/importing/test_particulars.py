"""Dates, names and addresses as pages print them."""

import pytest

from reading_room.importing.particulars import author_in_sentence, of_line


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Date: 2017/03/02", "2017-03-02"),
        ("2017-03-02T20:57:00Z", "2017-03-02T20:57"),
        ("Published on March 23, 2016 at 5:30 pm", "2016-03-23T17:30"),
        ("Wednesday, March 23, 2016", "2016-03-23"),
        ("23 March 2016", "2016-03-23"),
        ("23.03.2016 14:05", "2016-03-23T14:05"),
        ("Published: 23/03/2016 12:15 am", "2016-03-23T00:15"),
        ("среда, 23 марта 2016 г.", "2016-03-23"),
        ("Дата публикации: 23.03.2016", "2016-03-23"),
        ("تاريخ النشر: ٢٣ مارس ٢٠١٦", "2016-03-23"),
        ("الأربعاء 23 آذار/مارس 2016", "2016-03-23"),
        ("5 كانون الثاني 2016", "2016-01-05"),
        ("Publié le 1er avril 2016 à 09:00", "2016-04-01T09:00"),
        ("Publié le 1er avril 2016 à 09h00, mis à jour le 2 avril 2016 à 10h30", "2016-04-01T09:00"),
        ("تاریخ انتشار: ۳۰ نوامبر ۲۰۱۶", "2016-11-30"),
        ("2016年3月23日 09:30", "2016-03-23T09:30"),
        ("2016년 3월 23일", "2016-03-23"),
        ("Harbour Town, 23 March 2016", "2016-03-23"),
        ("Posted on March 23, 2016 by Anna Lindqvist", "2016-03-23"),
        ("HPA 23 mars 2016 à 07:19 (Mis à jour : 09:12)", "2016-03-23T07:19"),
        ("Le Port | 23.03.2016 à 13h36 • Mis à jour le 24.03.2016 à 10h00 | Par Anna Lindqvist", "2016-03-23T13:36"),
        ("09:31 March 23, 2016", "2016-03-23T09:31"),
        ("9:31 a.m. EDT May 23, 2016", "2016-05-23T09:31"),
        ("14:05, 23 мая 2016", "2016-05-23T14:05"),
        ("Harbour News 09:31 May 23, 2016", "2016-05-23T09:31"),
        ("Anna R. Lindqvist / Jon de Berg Madrid 23 OCT 2016 - 12:14 CET", "2016-10-23T12:14"),
        ("الأربعاء، 23 آذار/مارس 2016، آخر تحديث 14:00 (GMT+0400)", "2016-03-23"),
        ("on April 23, 2016 11:42 pm", "2016-04-23T23:42"),
    ],
)
def test_a_printed_date_is_read(line: str, moment: str) -> None:
    given = of_line(line)
    assert given is not None
    assert given.moment == moment


@pytest.mark.parametrize(
    "line",
    [
        "1395/12/13 4:19",
        "۱۰ آذر ۱۳۹۵ - ۰۹:۱۵",
        "30 February 2016",
        "14:05",
        "March 2016",
        "Accessed 23 March 2016",
        "The army entered the city on 23 March 2016",
        "The army entered the city on 23 March 2016 at 14:05",
        "By the river, at night",
        "Von der Leyen",
        "Source: a resident",
        "Time: five minutes",
    ],
)
def test_what_is_no_date_name_or_address_of_the_article_is_left_to_the_text(line: str) -> None:
    assert of_line(line) is None


def test_a_date_of_change_is_recognised_and_not_used() -> None:
    given = of_line("Updated 23 March 2016 10:00")
    assert given is not None
    assert given.moment is None


def test_a_day_and_a_month_that_can_be_exchanged_are_not_decided() -> None:
    given = of_line("Posted 02/03/2016")
    assert given is not None
    assert (given.published, given.unclear) == (None, "02/03/2016")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Anna Lindqvist", "Anna Lindqvist"),
        ("By Anna Lindqvist, 14 March 2016", "Anna Lindqvist"),
        ("By Anna Lindqvist Monday, March 14, 2016", "Anna Lindqvist"),
        ("BY ANNA LINDQVIST AND JON BERG", "ANNA LINDQVIST AND JON BERG"),
        ("Author: Anna Lindqvist, Jon Berg", "Anna Lindqvist, Jon Berg"),
        ("Автор: Анна Линдквист", "Анна Линдквист"),
        ("بقلم سامر الحلبي", "سامر الحلبي"),
        ("Posted on March 23, 2016 by Anna Lindqvist", "Anna Lindqvist"),
        ("Von Anna Lindqvist", "Anna Lindqvist"),
        ("Por Anna Lindqvist", "Anna Lindqvist"),
        ("Par Anna Lindqvist (avec Jon Berg)", "Anna Lindqvist"),
        ("Par Anna Lindqvist le 14 mars 2016", "Anna Lindqvist"),
        ("By Anna Lindqvist posted March 14th 2016 7:30PM", "Anna Lindqvist"),
        ("Autori: Anna Lindqvist (HPA ārzemju redaktore)", "Anna Lindqvist"),
        ("Autorzy: Anna Lindqvist, Jon Berg", "Anna Lindqvist, Jon Berg"),
        ("كتب: سامر الحلبي", "سامر الحلبي"),
        ("作者：林安娜", "林安娜"),
    ],
)
def test_a_byline_names_its_author_as_printed(line: str, author: str) -> None:
    given = of_line(line)
    assert given is not None
    assert given.author == author


def test_an_address_is_read_with_its_label() -> None:
    given = of_line("Source: https://example.org/a?b=1")
    assert given is not None
    assert given.url == "https://example.org/a?b=1"


def test_the_writer_named_in_a_sentence_is_a_name_without_the_office() -> None:
    assert author_in_sentence("Harbour Editor Anna Lindqvist (@anna) wrote this report.") == "Anna Lindqvist"
    assert author_in_sentence("The council wrote this report in 2011.") is None
