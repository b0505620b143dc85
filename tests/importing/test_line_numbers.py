"""Lists of lines, as keepers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.importing.line_numbers import BadLines, listed, numbers_in


@given(st.frozensets(st.integers(1, 5_000)))
def test_a_list_of_lines_stands_for_the_lines_it_was_made_of(numbers: frozenset[int]) -> None:
    assert numbers_in(listed(numbers)) == numbers


def test_stretches_are_written_short_and_read_with_or_without_spaces() -> None:
    assert listed([14, 3, 12, 13]) == "3, 12-14"
    assert numbers_in("3,12 – 14 ,") == {3, 12, 13, 14}
    assert numbers_in("") == frozenset()


@pytest.mark.parametrize("written", ["x", "0", "3-", "5-3", "1-999999999", "3; 4", "-2", "²"])
def test_what_is_no_list_of_lines_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(BadLines, match="Write them like 3, 12-14"):
        numbers_in(written)
