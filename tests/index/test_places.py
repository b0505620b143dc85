"""Words in a row and near each other."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.index.places import close_by, in_a_row

PLACES = st.lists(st.sets(st.integers(0, 12), max_size=5).map(sorted), min_size=1, max_size=3)


@settings(max_examples=200)
@given(PLACES)
def test_words_stand_in_a_row_where_each_has_the_next_behind_it(places: list[list[int]]) -> None:
    assert in_a_row(places) == {
        first for first in places[0] if all(first + step in found for step, found in enumerate(places))
    }


@settings(max_examples=200)
@given(PLACES, st.integers(0, 4))
def test_words_are_near_each_other_exactly_where_some_choice_of_places_is(
    places: list[list[int]], between: int
) -> None:
    def short(chosen: tuple[int, ...]) -> bool:
        return max(chosen) - min(chosen) < len(places) + between

    found = list(close_by(places, between))
    assert bool(found) == any(map(short, itertools.product(*places)))
    for first, last in found:
        assert last - first < len(places) + between
        assert all(any(first <= place <= last for place in one) for one in places)
