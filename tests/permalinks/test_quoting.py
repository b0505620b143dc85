"""From a pasted quotation to the words that it is."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.model.article import Block, Passage
from reading_room.permalinks.quoting import MOST_WORDS, find_quotation
from reading_room.permalinks.selection import select
from reading_room.permalinks.words import words

TEXTS = (
    "“It’s the ferry—men’s day,” the mayor said, and 2,900 people cheered.",
    "The mayor opened the bridge at noon.",
    "Read more on our site.",
    "No boat passed. The mayor opened the bridge to carts later.",
    "Read more on our site.",
    "افتتح رئيس البلدية الجسر يوم الخميس.",
    "市长周四开放了大桥。",
)


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(str(number), Block("paragraph", text)) for number, text in enumerate(texts, start=1))


ARTICLE = passages(*TEXTS)


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("the ferry—men’s day", "1:2-5"),
        ("it's the ferry - men's day", "1:1-5"),
        ("\"It's the ferry-men's day,\" the mayor said", "1:1-8"),
        ("  2,900   people\ncheered. ", "1:10-12"),
        ("opened the bridge at noon", "2:3-7"),
        ("cheered.\nThe mayor opened", "1:12-2:3"),
        ("رئيس البلدية الجسر", "6:2-4"),
        ("开放了大桥", "7:5-9"),
    ],
)
def test_a_pasted_quotation_is_found_whatever_its_typography(pasted: str, address: str) -> None:
    found = find_quotation(ARTICLE, pasted)
    assert found.chosen is not None
    assert str(found.chosen.ranges[0]) == address


@pytest.mark.parametrize(
    ("pasted", "ranges"),
    [
        ("the mayor said … 2,900 people", ["1:6-8", "1:10-11"]),
        ("people cheered. [...] No boat passed. […] 开放了大桥", ["1:11-12", "4:1-3", "7:5-9"]),
        ("… opened the bridge to carts ...", ["4:6-10"]),
    ],
)
def test_words_left_out_with_a_sign_part_a_quotation_into_ranges(pasted: str, ranges: list[str]) -> None:
    found = find_quotation(ARTICLE, pasted)
    assert found.chosen is not None
    assert [str(one) for one in found.chosen.ranges] == ranges
    assert select(ARTICLE, found.chosen.ranges) == found.chosen


def test_parts_stand_in_the_order_of_the_article_and_where_that_can_be_in_several_ways_none_is_chosen() -> None:
    assert not find_quotation(ARTICLE, "No boat passed … 2,900 people").places, "the people come first"
    found = find_quotation(ARTICLE, "people cheered … opened the bridge")
    assert [[str(one) for one in place.ranges] for place in found.places] == [
        ["1:11-12", "2:3-5"],
        ["1:11-12", "4:6-8"],
    ]
    assert (found.chosen, found.why) == (None, "These words stand in this order in 2 ways.")


def test_parts_that_can_be_taken_in_very_many_ways_do_not_keep_the_room_busy() -> None:
    many = passages("all the of " * 300 + "end", "end the begin")
    assert not find_quotation(many, "the begin … " + " … ".join(["the of"] * 7)).places
    found = find_quotation(many, " … ".join(["the of"] * 8))
    assert (len(found.places), found.why) == (20, "These words stand in this order in more than 20 ways.")


SIGNS = passages(
    "The blast was felt in 10² houses, x ≠ y, and prices rose by 5 ‰ to 3 €. The loss was put –7 million below –$9,"
    " or < 50 in all.",
    "It stood at 4 million and 3 $, with x = y",
    "> 60 men came",
)


@pytest.mark.parametrize(
    ("pasted", "quote"),
    [
        ("felt in 10² houses", "felt in 10² houses"),
        ("x ≠ y", "x ≠ y"),
        ("x =\u0338 y", "x ≠ y"),
        ("x = y", "x = y"),
        ("prices rose by 5 ‰", "prices rose by 5"),
        ("prices rose by 5", "prices rose by 5"),
        ("by 5 to 3", "by 5 ‰ to 3"),
        ("to 3 €.", "to 3"),
        ("put –7 million", "put –7 million"),
        ("put —7 million below –$9", None),
        ("below –$9", "below –$9"),
        ("or < 50 in all", "or < 50 in all"),
        ("with x = y\n> 60 men", "with x = y\n60 men"),
        ("felt in 102 houses", None),
        ("x = y, and prices", None),
        ("prices rose by 5 %", None),
        ("by 5 % to 3", None),
        ("to 3 $", None),
        ("put 7 million", None),
        ("7 million", None),
        ("put – 7 million", None),
        ("at –4 million", None),
        ("below $9", None),
        ("or > 50 in all", None),
        ("x = y\n< 60 men", None),
        ("in all … < 60 men", None),
        ("The blast … in 102 houses", None),
    ],
)
def test_figures_and_operators_are_not_taken_for_others(pasted: str, quote: str | None) -> None:
    found = find_quotation(SIGNS, pasted)
    assert [[one.text for one in place.all_stretches] for place in found.places] == (
        [quote.split("\n")] if quote else []
    )
    assert bool(found.chosen) == bool(quote)


def test_where_only_the_signs_are_others_that_is_said() -> None:
    assert "only with another sign" in find_quotation(SIGNS, "x = y, and prices").why
    assert "do not stand" in find_quotation(SIGNS, "felt in 102 houses").why


def test_several_places_are_listed_and_none_is_chosen() -> None:
    found = find_quotation(ARTICLE, "The mayor opened the bridge")
    assert (found.chosen, [str(one.ranges[0]) for one in found.places]) == (None, ["2:1-5", "4:4-8"])
    assert found.why == "These words stand in 2 places."


def test_the_place_near_a_passage_is_chosen_unless_another_is_as_near() -> None:
    def near(passage: str) -> str | None:
        chosen = find_quotation(ARTICLE, "Read more on our site", passage).chosen
        return chosen and str(chosen.ranges[0])

    assert near("3") == "3:1-5"
    assert near("6") == "5:1-5"
    assert near("4") is None
    assert near("99") is None


def test_capitals_tell_two_places_apart() -> None:
    found = find_quotation(passages("the Party came", "the party came"), "the Party came")
    assert found.chosen is not None
    assert str(found.chosen.ranges[0]) == "1:1-3"


@pytest.mark.parametrize(
    ("pasted", "why"),
    [
        ("", "There is no word in it."),
        ("— …", "There is no word in it."),
        ("900 people cheered", "do not stand in this version"),
        ("the mayor closed the bridge", "do not stand in this version"),
        ("word " * (MOST_WORDS + 1), "longer than"),
    ],
)
def test_what_is_not_there_says_why(pasted: str, why: str) -> None:
    found = find_quotation(ARTICLE, pasted)
    assert (found.places, found.chosen) == ((), None)
    assert why in found.why


@settings(max_examples=80)
@given(st.lists(st.text(max_size=20), max_size=4), st.text(max_size=12))
def test_any_quotation_of_any_text_has_an_answer(texts: list[str], pasted: str) -> None:
    find_quotation(passages(*texts), pasted)
    for passage in passages(*texts):
        if words(passage.text):
            assert find_quotation(passages(*texts), passage.text).places


def test_a_quotation_that_stands_in_thousands_of_places_is_answered_at_once() -> None:
    text = passages("the " * 20_000)
    began = time.thread_time()
    found = find_quotation(text, "the " * 1_000)
    assert time.thread_time() - began < 10
    assert (len(found.places), found.chosen, found.why) == (20, None, "These words stand in 19001 places.")
