"""Words that are like others."""

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.support.levenshtein import levenshtein

from reading_room.index.sought import within

LETTERS = st.text("abcд", min_size=1, max_size=7)


@settings(max_examples=200)
@given(LETTERS, LETTERS, st.integers(1, 2))
def test_a_word_is_like_another_where_so_many_letters_differ(one: str, other: str, edits: int) -> None:
    assert within(one, other, edits) == (levenshtein(one, other) <= edits)
