"""Dates as sources give them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.model.dates import BadDate, DateSpan

DAYS = st.dates(min_value=date(1000, 1, 1))


@settings(max_examples=60)
@given(DAYS)
def test_a_written_day_means_that_day_and_no_other(day: date) -> None:
    span = DateSpan.parse(day.isoformat())
    assert (span.first, span.last) == (day, day)


@settings(max_examples=60)
@given(DAYS)
def test_a_written_month_begins_on_its_first_day_and_ends_before_the_next(day: date) -> None:
    span = DateSpan.parse(f"{day:%Y-%m}")
    assert span.first == day.replace(day=1)
    assert span.last.month == day.month
    assert span.last == date.max or (span.last + timedelta(days=1)).day == 1


def test_february_of_a_leap_year_ends_on_its_29th() -> None:
    assert DateSpan.parse("2016-02").last == date(2016, 2, 29)


def test_a_year_means_all_of_its_days() -> None:
    span = DateSpan.parse("2016")
    assert (span.first, span.last) == (date(2016, 1, 1), date(2016, 12, 31))


@settings(max_examples=60)
@given(DAYS, DAYS)
def test_an_interval_has_both_of_its_ends_or_is_refused_when_they_stand_the_wrong_way_round(a: date, b: date) -> None:
    written = f"{a}/{b}"
    if b < a:
        with pytest.raises(BadDate, match="ends before it begins"):
            DateSpan.parse(written)
    else:
        assert DateSpan.parse(written) == DateSpan(a, b, written)


def test_an_interval_of_months_runs_to_the_last_day_of_the_second() -> None:
    span = DateSpan.parse("2015-05/2016-02")
    assert (span.first, span.last) == (date(2015, 5, 1), date(2016, 2, 29))


@pytest.mark.parametrize(
    "written", ["2017-03-02T20:57", "2017-03-02 20:57", "2017-03-02T20:57:10Z", "2017-03-02T20:57+02:00"]
)
def test_a_time_of_day_is_kept_beside_the_day(written: str) -> None:
    span = DateSpan.parse(written)
    assert (span.first, span.clock) == (date(2017, 3, 2), time(20, 57))


def test_a_day_without_a_time_has_no_clock() -> None:
    assert DateSpan.parse("2017-03-02").clock is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2016-02-30",
        "2016-13",
        "0000",
        "2016-3-2",
        "16-03-02",
        "20160302",
        "2016-03-02T25:00",
        "2016-03-02T10:61",
        "2016-03-02T10:00:99",
        "2016-03T10:00",
        "2016/2017/2018",
        "2016/",
        "/2016",
        "2016-03-02\x00",
        "٢٠١٦",
        "2016-03-02 10:00 11:00",
    ],
)
def test_what_is_no_date_is_refused_by_name(written: str) -> None:
    with pytest.raises(BadDate):
        DateSpan.parse(written)


@settings(max_examples=60)
@given(st.text(alphabet="0123456789-/T: Z+٣", max_size=24) | st.text(max_size=24))
def test_any_text_is_either_a_date_with_its_first_day_not_after_its_last_or_refused(written: str) -> None:
    try:
        span = DateSpan.parse(written)
    except BadDate:
        return
    assert span.first <= span.last
    assert span.written == written.strip()


def test_white_space_around_a_date_does_not_matter() -> None:
    assert DateSpan.parse(" 2016-03\n").written == "2016-03"


@settings(max_examples=60)
@given(DAYS, DAYS, DAYS, DAYS)
def test_spans_overlap_exactly_when_they_share_a_day(a: date, b: date, c: date, d: date) -> None:
    (first, last), (begin, end) = sorted((a, b)), sorted((c, d))
    assert DateSpan(first, last, "").overlaps(begin, end) == (max(first, begin) <= min(last, end))


def test_an_open_end_reaches_everything_on_its_side() -> None:
    span = DateSpan.parse("2016-03")
    assert span.overlaps(None, None)
    assert span.overlaps(date(2016, 3, 31), None)
    assert span.overlaps(None, date(2016, 3, 1))
    assert not span.overlaps(date(2016, 4, 1), None)
    assert not span.overlaps(None, date(2016, 2, 29))


def test_texts_of_one_day_are_ordered_by_their_time() -> None:
    written = ["2017-03-02T20:57", "2017-03-03", "2017-03-02T08:00", "2017-03-01"]
    ordered = sorted((DateSpan.parse(one) for one in written), key=lambda span: span.sort_key)
    assert [span.written for span in ordered] == ["2017-03-01", "2017-03-02T08:00", "2017-03-02T20:57", "2017-03-03"]
