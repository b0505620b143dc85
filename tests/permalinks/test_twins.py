"""Words that stand a second time in a version."""

import pytest

from reading_room.permalinks.selection import select_passage
from reading_room.permalinks.twins import MOST, twins
from tests.permalinks.histories import History

CARTS = "Engineers counted 40 carts in the first hour."
BOAT = "No boat passed below it."


def told(words: str, *texts: str, nth: int = 1) -> list[tuple[str, str]]:
    history = History.of(texts)
    found = twins(history.states[0], history.quote(words, nth=nth).all_stretches)
    return [(one.passage, one.text) for stretches in found for one in stretches]


def test_a_copy_has_the_words_too_whatever_its_typography() -> None:
    assert told("counted 40 carts in the first", CARTS, BOAT, CARTS.upper()) == [("3", "COUNTED 40 CARTS IN THE FIRST")]
    assert told("counted 40 carts in the first", CARTS, BOAT, CARTS, nth=2) == [("1", "counted 40 carts in the first")]


def test_few_words_are_told_only_where_they_are_whole_passages() -> None:
    assert told("40 carts", CARTS, CARTS) == []
    assert told(BOAT.removesuffix("."), BOAT, CARTS, BOAT) == [("3", BOAT.removesuffix("."))]
    assert told(BOAT.removesuffix("."), BOAT, f"{CARTS} {BOAT}") == []


def test_words_across_passages_are_found_across_passages() -> None:
    history = History.of((CARTS, BOAT, "A queue.", CARTS, BOAT))
    found = tuple(select_passage(passage).all_stretches[0] for passage in history.states[0][:2])
    assert [[one.passage for one in stretches] for stretches in twins(history.states[0], found)] == [["4", "5"]]


def test_words_that_overlap_the_found_ones_are_no_twin() -> None:
    row = " ".join(["boat"] * 12)
    assert told(row, f"{row} boat") == []


@pytest.mark.parametrize("signs", ["***", "…"])
def test_a_row_of_signs_has_none(signs: str) -> None:
    history = History.of((signs, CARTS, signs))
    assert twins(history.states[0], select_passage(history.states[0][0]).all_stretches) == ()


def test_no_more_places_are_given_than_a_page_has_room_for() -> None:
    assert len(told("counted 40 carts in the first", *[CARTS] * (MOST + 9))) == MOST
