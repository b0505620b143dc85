"""Which word of one text is which of another."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.word_alignment import align


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("a b c", "a b c", [0, 1, 2]),
        ("a b c", "a x b c", [0, 2, 3]),
        ("a b c", "a c", [0, None, 1]),
        ("", "a", []),
        ("a b", "", [None, None]),
        ("the brigde stood", "the bridge stood", [0, 1, 2]),
        ("the 4100 stood", "the 4101 stood", [0, None, 2]),
        ("one two three the four five six", "uno dos tres the cuatro cinco seis", [None] * 7),
    ],
)
def test_words_are_aligned(before: str, after: str, found: list[int | None]) -> None:
    assert align(before.split(), after.split()) == found


WORDS = st.lists(st.sampled_from("abcdef"), max_size=20)


@given(WORDS, WORDS)
def test_aligned_positions_rise(before: list[str], after: list[str]) -> None:
    found = [at for at in align(before, after) if at is not None]
    assert found == sorted(set(found))


@given(WORDS, WORDS, WORDS)
def test_a_text_within_another_is_found_whole(before: list[str], head: list[str], tail: list[str]) -> None:
    assert align(before, before) == list(range(len(before)))
    assert align(before, [*before, *tail])[: len(before)] == list(range(len(before)))


def test_a_run_of_signs_without_end_is_no_word_that_was_spelt_anew() -> None:
    began = time.thread_time()
    assert align(["a", "x" * 9_000, "b"], ["a", "x" * 8_999, "b"]) == [0, None, 2]
    assert time.thread_time() - began < 5


def test_a_long_text_of_few_words_is_aligned_in_seconds_by_what_is_not_common() -> None:
    before = ["the"] * 4_000 + ["carts", "the", "crossed"] + ["the"] * 4_000
    now = ["a", *before[:-9], "end"]
    began = time.thread_time()
    found = align(before, now)
    assert time.thread_time() - began < 5
    assert [found[before.index(word)] for word in ("carts", "crossed")] == [4_001, 4_003]
