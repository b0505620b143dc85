"""Stretches of words that two texts have in common."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.matching import matching

ROWS = st.lists(st.sampled_from("abcdefg"), max_size=30)


@given(ROWS, ROWS)
def test_the_stretches_are_those_that_difflib_finds(old: list[str], new: list[str]) -> None:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    assert matching(old, new) == [tuple(block) for block in blocks if block.size]


@given(ROWS, st.lists(ROWS, min_size=1, max_size=4))
def test_stretches_that_were_moved_over_each_other_are_those_that_difflib_finds(
    row: list[str], came: list[list[str]]
) -> None:
    new = [word for words in came for word in [*words, *row[len(words) :], *row[: len(words)]]]
    blocks = SequenceMatcher(None, row, new, autojunk=False).get_matching_blocks()
    assert matching(row, new) == [tuple(block) for block in blocks if block.size]


class Word(str):
    """A word that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Word.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_words_are_compared_a_few_times_each_however_often_the_text_was_cut() -> None:
    old = [Word(number) for number in range(2000)]
    new = [Word(word) if at % 4 else Word(-at - 1) for at, word in enumerate(old)]
    Word.compared = 0
    assert sum(size for *_, size in matching(old, new)) == 1500
    assert Word.compared <= 10 * len(old)
