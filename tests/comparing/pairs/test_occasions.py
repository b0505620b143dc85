"""When two sentences may speak of one occasion."""

from collections.abc import Iterable
from datetime import date

import pytest

from reading_room.comparing.collation.common_days import one_occasion
from reading_room.comparing.pairs.occasions import Meeting, When, meeting
from reading_room.model.analysis import DateBasis, Time


def at(first: str, last: str | None = None, basis: DateBasis = "explicit") -> Time:
    return Time(date.fromisoformat(first), date.fromisoformat(last or first), basis)


def met(left: Iterable[Time], right: Iterable[Time]) -> Meeting:
    return meeting([When.of(one) for one in left], [When.of(one) for one in right])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at("2014-01-01", "2014-12-31"), at("2015-01-01", "2015-12-31")),
        (at("2014-01-01", "2014-12-31"), at("2015-01-01", "2015-01-31")),
        (at("2016-01-01", "2016-01-31"), at("2016-02-01", "2016-02-29")),
        (at("2016-03-14", "2016-03-20", "relative"), at("2016-03-21", "2016-03-27", "relative")),
        (at("2016-03-01", "2016-03-05"), at("2016-03-06", "2016-03-10")),
        (at("2016-03-20"), at("2016-03-22")),
    ],
)
def test_times_that_only_follow_each_other_are_different_occasions(one: Time, other: Time) -> None:
    assert met([one], [other]) is met([other], [one]) is Meeting.NEVER
    assert not one_occasion([one, other])


def test_two_named_days_in_a_row_may_be_one_occasion_and_are_never_surely_one() -> None:
    one, other = at("2016-03-20"), at("2016-03-21", basis="relative")
    assert met([one], [other]) is met([other], [one]) is Meeting.ASIDE
    assert one_occasion([one, other])


@pytest.mark.parametrize("day", ["2016-03-25", "2016-03-29"])
def test_two_days_of_difference_are_two_occasions(day: str) -> None:
    assert met([at("2016-03-27")], [at(day)]) is Meeting.NEVER
    assert met([at(day, basis="relative")], [at("2016-03-27")]) is Meeting.NEVER


def test_the_same_day_and_a_day_within_a_month_may_be_one_occasion() -> None:
    day, month = at("2016-03-20"), at("2016-03-01", "2016-03-31")
    assert met([day], [day]) is met([day], [month]) is met([month], [day]) is Meeting.FIRST


def test_what_is_dated_by_its_publication_alone_may_have_been_weeks_before_it_but_not_after() -> None:
    published = [at("2016-04-15", basis="published")]
    assert met(published, [at("2016-03-27")]) is Meeting.FIRST
    assert met(published, [at("2016-05-05")]) is Meeting.NEVER


def test_an_occasion_that_is_mentioned_beside_another_is_met_aside() -> None:
    assert met([at("2017-03-02"), at("2016-03-27")], [at("2016-03-27")]) is Meeting.ASIDE


def test_what_has_no_date_may_be_of_any_occasion() -> None:
    assert met([], [at("2016-03-27")]) is Meeting.FIRST


def test_the_first_and_the_last_day_there_are_may_be_compared() -> None:
    assert met([at("0001-01-01")], [at("9999-12-31")]) is Meeting.NEVER
