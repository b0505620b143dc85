"""What a confidence rests on: how rare words are, whether times meet, and the trees that were grown."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest

from reading_room.comparing.pairs.likeness import FEATURES
from reading_room.comparing.pairs.occasions import Meeting, days, meeting
from reading_room.comparing.pairs.rarity import FOLDER, folded, rarity, stem
from reading_room.comparing.pairs.trees import log_odds, trained
from reading_room.model.analysis import DateBasis, Time

MAY_FALL = {"sentences", "first", "length"}


def at(first: str, last: str | None = None, basis: DateBasis = "explicit") -> Time:
    return Time(date.fromisoformat(first), date.fromisoformat(last or first), basis)


# How rare words are.


@pytest.mark.parametrize(
    ("usual", "rare", "language"),
    [
        ("city", "citadel", "en"),
        ("the", "army", "en"),
        ("город", "крепость", "ru"),
        ("ville", "forteresse", "fr"),
        ("في", "قلعة", "ar"),
    ],
)
def test_rare_words_weigh_more_than_usual_ones(usual: str, rare: str, language: str) -> None:
    assert rarity(stem(folded(usual), language), language) < rarity(stem(folded(rare), language), language)


def test_a_word_is_weighed_by_the_language_of_its_script() -> None:
    """An English text that quotes Arabic has Arabic words in it."""
    assert rarity(stem(folded("في"), "ar"), "en") == rarity(stem(folded("في"), "ar"), "ar")


def test_forms_of_a_word_are_one_stem() -> None:
    assert stem(folded("Recaptured"), "en") == stem(folded("recapturing"), "en")
    assert folded("Éloigné") == "eloigne"


def test_every_table_has_frequencies_and_each_stem_once() -> None:
    tables = sorted(FOLDER.glob("*.txt"))
    assert len(tables) > 5
    for table in tables:
        rows = [line.split(" ") for line in table.read_text("utf-8").splitlines()]
        stems = [one for _, *of_one in rows for one in of_one]
        assert len(stems) == len(set(stems))
        assert all(0 < float(zipf) < 9 for zipf, *_ in rows)


# Whether times meet.


def met(left: Sequence[Time], right: Sequence[Time]) -> Meeting:
    return meeting([days(one) for one in left], [days(one) for one in right])


def test_occasions_a_year_apart_are_two() -> None:
    assert met([at("2016-03-27")], [at("2017-03-02")]) is Meeting.NEVER


def test_a_month_and_a_day_in_it_may_be_one_occasion() -> None:
    assert met([at("2016-03-01", "2016-03-31")], [at("2016-03-27")]) is Meeting.FIRST


@pytest.mark.parametrize("day", ["2016-03-26", "2016-03-28"])
def test_a_day_of_difference_does_not_tell_occasions_apart(day: str) -> None:
    assert met([at("2016-03-27")], [at(day)]) is Meeting.FIRST


@pytest.mark.parametrize("day", ["2016-03-25", "2016-03-29"])
def test_two_days_of_difference_do(day: str) -> None:
    assert met([at("2016-03-27")], [at(day)]) is Meeting.NEVER
    assert met([at(day, basis="relative")], [at("2016-03-27")]) is Meeting.NEVER


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


# The trees.


def test_the_trees_are_for_these_figures_and_every_way_through_them_ends() -> None:
    trees = trained(FEATURES)
    for tree in trees:
        for place, (figure, _, left, right) in enumerate(tree):
            assert figure == -1 or (figure < len(FEATURES) and place < left < right < len(tree))


def test_trees_for_other_figures_are_refused() -> None:
    with pytest.raises(ValueError, match="other figures"):
        trained(FEATURES[1:])


def test_more_in_common_never_makes_a_pair_less_sure() -> None:
    trees = trained(FEATURES)
    for base, place in product((0.1, 0.5, 1.5), range(len(FEATURES))):
        if FEATURES[place] not in MAY_FALL:
            figures = [base] * len(FEATURES)
            odds = []
            for step in range(12):
                figures[place] = step / 3
                odds.append(log_odds(trees, figures))
            assert odds == sorted(odds), FEATURES[place]


def test_a_pair_that_shares_all_is_surer_than_one_that_shares_nothing() -> None:
    trees = trained(FEATURES)
    assert log_odds(trees, [0.0] * len(FEATURES)) < -2 < 1 < log_odds(trees, [1.5] * len(FEATURES))
