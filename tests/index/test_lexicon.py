"""The words of a generation: found by their beginning and by their likeness, as comparing each of them would find them."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from whoosh.support.levenshtein import levenshtein

from reading_room.index.lexicon import Lexicon

WORDS = st.text(alphabet="abcдيت", min_size=1, max_size=7)


@given(st.sets(WORDS), WORDS)
def test_the_words_that_begin_so_are_found_in_order(words: set[str], beginning: str) -> None:
    assert list(Lexicon(words).beginning(beginning)) == sorted(word for word in words if word.startswith(beginning))


@given(st.sets(WORDS), WORDS, st.sampled_from([1, 2]))
def test_the_words_that_are_so_much_alike_are_found_and_no_others(words: set[str], like: str, edits: int) -> None:
    alike = sorted(word for word in words if levenshtein(word, like) <= edits)
    assert list(Lexicon(words).like(like, edits)) == alike


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    Lexicon(["мост", "bridge", "جسر"]).write(tmp_path)
    read = Lexicon.read(tmp_path)
    assert list(read) == ["bridge", "мост", "جسر"]
    assert list(read.like("brigde", 2)) == list(read.beginning("bri")) == ["bridge"]


def test_what_is_like_a_word_is_looked_for_until_the_time_is_up() -> None:
    lexicon, looks = Lexicon(["brag", "bride", "bridge", "brie"]), iter([False, True])
    assert list(lexicon.like("bride", 2, lambda cost: next(looks))) == ["bride"]
    assert list(lexicon.like("bride", 2, lambda cost: True)) == []
