"""Whether two texts or passages are the same: what may differ in a copy, and what makes another text."""

import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reading_room.model.wording import placed_words, runs, same_passages, same_text, words
from tests.wire import ARABIC, FERRY, LEAD, RUSSIAN

OTHER = (
    "The island council met on Monday to vote on the budget for the coming year, and sent the chapter on roads back to its author.",
    "Councillors asked why the bridge over the northern creek had been painted twice while the school waited for a new roof.",
    "The clerk answered that the paint had been a gift, and that gifts of this kind could be refused only by a vote of two thirds.",
    "A gardener from the hotel spoke of rats; the chair thanked her and closed the meeting before the subject could be debated.",
    "Nobody could say afterwards what had been decided, apart from the date of the next meeting and the colour of the minutes.",
)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return same_text(runs(one), runs(other)) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s  “Café” – re-opened!", "the mayor s cafe re opened"),
        ("Straße STRASSE", "strasse strasse"),
        ("2,900 raids, 14.5 %", "2 900 raids 14 5"),
        ("٢١٤ ۲۱۴ 214", "214 214 214"),
        ("الرَّئِيسُ الـــرئيس", "الرييس الرييس"),
        ("مصرى مصري", "مصري مصري"),
        ("Ещё ЕЩЕ", "еще еще"),
        ("co\u00adop\u200berate", "cooperate"),
        ("船が出た", "船 か 出 た"),
        ("* * *", ""),
    ],
)
def test_words_are_told_apart_by_letters_and_figures_alone(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@given(st.text())
@example("𝕬 Ⓐ")
def test_any_text_has_words_without_space_or_case(text: str) -> None:
    assert all(word and not re.search(r"\s", word) and word == word.casefold() for word in words(text))


@given(st.text(max_size=60))
@example("Pal\u00admyra ½ ℃ قَلْعَة 東京 ﷺ \u0345\u3099")
def test_words_are_the_same_with_their_places(text: str) -> None:
    placed = placed_words(text)
    assert [word for word, _, _ in placed] == words(text)
    assert all(0 <= start < end <= len(text) for _, start, end in placed)
    assert [start for _, start, _ in placed] == sorted(start for _, start, _ in placed)


def test_the_place_of_a_word_is_where_it_is_written() -> None:
    text = "Assad’s ARMY, l’armée (ĀRMY)"
    assert [text[start:end] for _, start, end in placed_words(text)] == ["Assad", "s", "ARMY", "l", "armée", "ĀRMY"]


def test_where_a_text_is_broken_into_paragraphs_makes_no_difference() -> None:
    assert runs(FERRY) == runs([" ".join(FERRY)])


@pytest.mark.parametrize("text", [FERRY, ARABIC, RUSSIAN], ids=["English", "Arabic", "Russian"])
def test_a_text_is_the_same_as_itself_and_all_of_it_stands_there(text: tuple[str, ...]) -> None:
    assert same_text(runs(text), runs(text)) == (1, 1)


@pytest.mark.parametrize(
    "copy",
    [
        (LEAD, *FERRY[1:]),
        FERRY[:4],
        FERRY[:3],
        (*FERRY, LEAD),
        tuple(text.replace("the ", "the old ", 1) for text in FERRY),
        tuple(text.upper().replace("“", '"').replace("”", '"') for text in FERRY),
    ],
    ids=["another lead", "a cut tail", "two paragraphs cut", "a paragraph more", "words put in", "case and quotes"],
)
def test_a_copy_is_found_in_spite_of(copy: tuple[str, ...]) -> None:
    assert alike(FERRY, copy)
    assert alike(copy, FERRY)


def test_arabic_is_the_same_without_its_vowel_signs_and_with_other_figures() -> None:
    bare = tuple(re.sub("[\u064b-\u0652]", "", text).replace("٢١٤", "214") for text in ARABIC)
    assert same_text(runs(ARABIC), runs(bare)) == (1, 1)


def test_the_share_of_each_text_is_told() -> None:
    half = (*FERRY, *OTHER[:3])
    assert same_text(runs(FERRY), runs(half)) == (1, pytest.approx(len(runs(FERRY)) / len(runs(half))))


def test_two_texts_that_quote_one_statement_at_length_are_not_the_same() -> None:
    assert not alike((*OTHER[:3], *FERRY[:2]), (*OTHER[3:], LEAD, *FERRY[:2]))


def test_a_standing_note_under_two_texts_does_not_make_them_the_same() -> None:
    note = "Material of this agency may not be published, broadcast, rewritten or passed on without leave; all rights are reserved."
    assert not alike((OTHER[0], note), (FERRY[0], note))


def test_a_later_and_fuller_story_that_took_over_half_of_an_earlier_one_is_another_text() -> None:
    assert not alike((*FERRY[:3], *OTHER[:2]), (*FERRY[:3], LEAD, *OTHER[2:], *ARABIC, *RUSSIAN))


def test_a_text_that_stands_nearly_whole_in_a_much_longer_one_is_the_same() -> None:
    assert alike(FERRY[:3], (*OTHER, LEAD, *FERRY[:3], *ARABIC, *RUSSIAN))


def test_a_text_of_few_words_is_too_short_to_tell() -> None:
    assert not alike(FERRY[:1], FERRY[:1])
    assert not alike((), ())


@given(
    st.lists(st.sampled_from((*FERRY, *OTHER, LEAD)), max_size=8), st.lists(st.sampled_from((*FERRY, LEAD)), max_size=8)
)
def test_what_is_the_same_is_so_from_both_sides(one: list[str], other: list[str]) -> None:
    there, back = same_text(runs(one), runs(other)), same_text(runs(other), runs(one))
    assert there == (back and back[::-1])


def test_passages_say_the_same_where_all_their_words_are_the_same() -> None:
    written = [text.upper().replace(",", " –") for text in reversed(FERRY)]
    assert same_passages(FERRY, written) == ((0, 4), (1, 3), (2, 2), (3, 1), (4, 0))
    assert same_passages(ARABIC[:1], [ARABIC[0].replace("٢١٤", "214")]) == ((0, 0),)


@pytest.mark.parametrize(("word", "another"), [("214", "241"), ("sandbank", "mine"), ("Nobody", "Somebody")])
def test_one_word_makes_a_passage_say_something_else(word: str, another: str) -> None:
    changed = [text.replace(word, another) for text in FERRY]
    same = same_passages(FERRY, changed)
    assert same == tuple((at, at) for at, text in enumerate(FERRY) if word not in text)
    assert len(same) == len(FERRY) - 1


def test_a_passage_does_not_say_the_same_as_one_that_has_it_and_more() -> None:
    assert same_passages(FERRY[:2], [" ".join(FERRY[:2])]) == ()


def test_passages_without_words_say_nothing() -> None:
    assert same_passages(["* * *", ""], ["* * *", ""]) == ()


def test_words_put_in_here_and_there_leave_the_text_the_same() -> None:
    chance = random.Random(1)
    found = " ".join(FERRY).split()
    for _ in range(5):
        found.insert(chance.randrange(len(found)), "reportedly")
    assert alike(FERRY, (" ".join(found),))
