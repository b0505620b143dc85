"""What may have been meant by a word: which words are near, and which of them comes first."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from whoosh.support.levenshtein import levenshtein

from reading_room.index.respelling import alike
from reading_room.ingest import ingest
from reading_room.model.query import Exact, Field, Phrase, Title, Word, parse
from reading_room.model.query.clauses import Plain
from reading_room.room import Room
from tests.conftest import HARBOUR, Write

WORDS = st.text(alphabet="abcд", min_size=3, max_size=8)


@given(WORDS, WORDS)
def test_one_edit_makes_words_alike_and_a_longer_word_may_have_two(one: str, other: str) -> None:
    edits = levenshtein(one, other)
    assume(sorted(one) != sorted(other))  # letters that change places are told below
    assert alike(one, other) == (edits <= (2 if len(other) > 5 else 1))


@given(WORDS, st.data())
def test_neighbours_in_each_others_place_make_words_alike(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    assert alike(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)


@pytest.fixture
def told(room: Room, write: Write) -> Room:
    lines = ["A lantern hung there."] * 30 + ["A lantana grew."] * 2 + ["The cantern, whatever it is."] * 2
    write("articles/lanterns.md", HARBOUR.partition("\n---\n")[0] + "\n---\n" + "\n\n".join(lines) + "\n")
    ingest(room)
    return room


def respellings(room: Room, text: str) -> dict[Plain, tuple[Plain, ...]]:
    return {one.part: one.instead for one in room.library().index.respellings(parse(text), 30)}


def test_the_likeliest_of_near_words_comes_first_and_what_is_far_less_likely_is_not_offered(told: Room) -> None:
    assert respellings(told, "lanterm") == {Word("lanterm"): (Word("lantern"),)}
    assert respellings(told, "lantena") == {Word("lantena"): (Word("lantana"), Word("lantern"))}


def test_each_part_is_respelled_in_its_own_kind_and_what_is_left_out_is_not(told: Room) -> None:
    assert respellings(told, 'lanterm =lanterm "a lanterm hung" title:harbuor outlet:mornin -lanterm') == {
        Word("lanterm"): (Word("lantern"),),
        Exact("lanterm"): (Exact("lantern"),),
        Phrase("a lanterm hung"): (Phrase("a lantern hung"),),
        Title(Word("harbuor")): (Title(Word("harbour")),),
        Field("outlet", "mornin"): (Field("outlet", "The Morning Post"),),
    }


def test_no_more_than_four_words_of_a_query_are_looked_into(told: Room) -> None:
    assert len(respellings(told, "lanterm lantrn lanternn lntern lanern")) == 4


def test_once_the_time_is_up_no_further_word_is_looked_into(told: Room) -> None:
    assert told.library().index.respellings(parse("lanterm lantrn"), -1) == ()
