"""Sketches: which texts of many are compared at all."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model import sketches
from reading_room.model.sketches import Sketch, candidates, sketch, unsettled
from reading_room.model.wording import RUN, runs, same_text
from tests.wire import ARABIC, FERRY, LEAD, RUSSIAN


def prose(seed: int, count: int) -> list[str]:
    """Words in an order that no other seed has."""
    chance = random.Random(seed)
    return ["".join(chance.choices("aeioubdfgklmnprst", k=6)) for _ in range(count)]


def test_a_sketch_is_the_same_each_time_and_on_every_machine() -> None:
    assert sketch(FERRY).marks[:3] == (39659946, 111041434, 138449699)
    assert sketch(FERRY) == sketch([" ".join(FERRY)])


def test_a_sketch_has_about_two_runs_of_nine() -> None:
    assert 0.15 < len(sketch([" ".join(prose(1, 3000))])) / 3000 < 0.3


@pytest.mark.parametrize("text", [(), ("* * *",), FERRY[:1]])
def test_a_text_too_short_to_be_told_from_others_has_an_empty_sketch(text: tuple[str, ...]) -> None:
    assert sketch(text) == Sketch()


@given(st.integers(0, 1000), st.integers(0, 300), st.integers(0, 300))
def test_fifteen_words_in_a_row_give_two_texts_a_mark_in_common(seed: int, before: int, after: int) -> None:
    shared = prose(seed, RUN + sketches.WINDOW - 1)
    one = [*prose(seed + 2000, 40 + before), *shared, *prose(seed + 3000, 40)]
    other = [*prose(seed + 4000, 40), *shared, *prose(seed + 5000, 40 + after)]
    assert set(sketch([" ".join(one)]).marks) & set(sketch([" ".join(other)]).marks)


@given(
    st.lists(
        st.lists(st.sampled_from((*FERRY, LEAD, *ARABIC, *RUSSIAN)), max_size=6, unique=True), min_size=2, max_size=6
    )
)
def test_no_texts_that_are_the_same_are_passed_over(texts: list[list[str]]) -> None:
    named = {f"text-{number}": text for number, text in enumerate(texts)}
    compared = list(candidates({slug: sketch(text) for slug, text in named.items()}, named.keys()))
    assert len(compared) == len(set(compared))
    for one, other in combinations(sorted(named), 2):
        if same_text(runs(named[one]), runs(named[other])):
            assert (one, other) in compared


def test_only_pairs_with_a_fresh_text_are_compared() -> None:
    three = {"a": sketch(FERRY), "b": sketch(FERRY), "c": sketch(FERRY)}
    assert list(candidates(three, {"b"})) == [("a", "b"), ("b", "c")]
    assert list(candidates(three, set())) == []


def test_texts_that_share_no_more_than_a_form_with_a_hundred_others_are_not_compared() -> None:
    form = {f"form-{number:03}": sketch([*FERRY[:2], " ".join(prose(number, 10))]) for number in range(120)}
    assert list(candidates(form, form.keys())) == []
    fewer = dict(list(form.items())[: sketches.MOST_WITH_A_MARK])
    assert len(list(candidates(fewer, fewer.keys()))) == 100 * 99 / 2


def test_texts_with_a_mark_that_becomes_too_common_are_unsettled_with_the_one_that_makes_it_so() -> None:
    before = {f"text-{number:03}": sketch(FERRY) for number in range(sketches.MOST_WITH_A_MARK)}
    before["other"] = sketch(RUSSIAN)
    now = before | {"one-more": sketch(FERRY)}
    assert unsettled(before, now, {"one-more"}) == now.keys() - {"other"}
    assert unsettled(now, before, {"one-more"}) == before.keys() - {"other"}
    assert unsettled(before, before | {"alone": sketch(ARABIC)}, {"alone"}) == {"alone"}
