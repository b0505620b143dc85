"""What follows from numbers, and what may be said of several together."""

import pytest

from reading_room.comparing.collation.account_sentences import account_sentences
from reading_room.comparing.collation.compared_figures import figure_groups
from reading_room.comparing.collation.figures import arithmetic, caution, conflict, kind
from reading_room.model.analysis import Quantity, Time
from tests.comparing.accounts import analysis, day, number, version

PLACES = {"palmyra": frozenset(["palmyra"]), "tadmur": frozenset(["palmyra"]), "homs": frozenset(["homs"])}


@pytest.mark.parametrize(
    ("quantity", "follows"),
    [
        (number(900, None, bound="more", over_days=14), "more than 64 a day over 14 days"),
        (number(100, 100, over_days=20), "about 5 a day over 20 days"),
        (number(None, 10, bound="at-most", over_days=4), "at most 2.5 a day over 4 days"),
        (number(20, 25, bound="between", per="day", over_days=14), "280 to 350 in all over 14 days"),
        (number(900, None, bound="more"), None),
        (number(40, 40, over_days=1), None),
        (number(0.5, None, bound="more", unit="share", over_days=14), None),
        (number(None, None, over_days=14), None),
        (number(3.5, 3.5, over_days=90), None),
        (number(40_000, 40_000, over_days=10_950), None),
    ],
)
def test_what_follows_from_a_number_and_its_time_keeps_the_bound(quantity: Quantity, follows: str | None) -> None:
    assert arithmetic(quantity) == follows


def test_a_lower_bound_is_never_rounded_up() -> None:
    assert arithmetic(number(999, None, bound="at-least", over_days=100)) == "at least 9.9 a day over 100 days"


def test_numbers_are_told_apart_by_what_they_count_in_any_form() -> None:
    assert kind(number(1, 1, "air strikes")) == kind(number(1, 1, "strike"))
    assert kind(number(1, 1, "the raids")) != kind(number(1, 1, "sorties"))


def found(text: str, slug: str, quantity: Quantity, when: Time | None = None) -> tuple:
    account = version(slug, text)
    words = text.split()[0]
    (telling,) = account_sentences(account, analysis(account, {words: when} if when else None, None, {words: quantity}))
    return telling, telling.sentence.quantities[0]


DAY = day("2016-03-20")
EIGHTY, NINETY = number(80, 80, "raids"), number(90, 90, "raids")


def test_two_numbers_of_exactly_the_same_that_cannot_both_be_are_a_conflict() -> None:
    said = conflict(
        [
            found("80 raids hit the airport of Palmyra.", "a", EIGHTY, DAY),
            found("90 raids hit the airport of Tadmur.", "b", NINETY, DAY),
        ],
        PLACES,
    )
    assert said
    assert "“80”" in said
    assert "“90”" in said


@pytest.mark.parametrize(
    ("text", "quantity", "when"),
    [
        ("90 raids hit the airport of Homs.", NINETY, DAY),
        ("90 raids hit the airport.", NINETY, DAY),
        ("90 raids hit the airport of Palmyra.", NINETY, day("2016-03-21")),
        ("90 raids hit the airport of Palmyra.", NINETY, day("2016-03-20", "published")),
        ("90 raids hit the airport of Palmyra.", NINETY, None),
        ("90 raids hit the airport of Palmyra.", number(90, 90, "air raids"), DAY),
        ("90 raids hit the airport of Palmyra.", number(90, 90, "raids", per="day"), DAY),
        ("90 raids hit the airport of Palmyra.", number(90, 90, "raids", over_days=3), DAY),
        ("90 raids hit the airport of Palmyra.", number(90, 90, "raids", bound="about"), DAY),
        ("90 raids hit the airport of Palmyra.", number(70, None, "raids", bound="more"), DAY),
        ("90 raids hit the airport of Palmyra, another 10 on its castle.", NINETY, DAY),
        ("90 raids hit the wider province around Palmyra and killed people.", NINETY, DAY),
    ],
)
def test_where_anything_is_left_open_there_is_no_conflict(text: str, quantity: Quantity, when: Time | None) -> None:
    assert (
        conflict(
            [found("80 raids hit the airport of Palmyra.", "a", EIGHTY, DAY), found(text, "b", quantity, when)], PLACES
        )
        is None
    )


def test_numbers_of_several_accounts_may_not_count_the_same() -> None:
    said = caution([found("80 raids.", "a", EIGHTY), found("90 raids.", "b", number(90, 90, "air raids", per="day"))])
    assert said == "These may not count the same thing: what is counted and the period differ."
    assert caution([found("80 raids.", "a", EIGHTY)]) is None


def test_one_number_in_several_accounts_and_numbers_of_other_things_need_no_caution() -> None:
    assert caution([found("80 raids.", "a", EIGHTY), found("80 raids.", "b", EIGHTY)]) is None
    assert caution([found("80 raids.", "a", EIGHTY), found("90 mines.", "b", number(90, 90, "mines"))]) is None


def test_the_numbers_of_accounts_stand_together_by_what_they_count() -> None:
    post = version("post", "There were 40 raids.", "There were 3 mines.")
    news = version("news", "It counts 50 air raids.")
    told = [
        account_sentences(
            post, analysis(post, None, None, {"40": number(40, 40, "raids"), "3": number(3, 3, "mines")})
        ),
        account_sentences(news, analysis(news, None, None, {"50": number(50, 50, "air raids")})),
    ]
    (group,) = figure_groups(told)
    assert group.counted == "raids"
    assert [(one.article, one.words) for one in group.figures] == [("news", "50"), ("post", "40")]
