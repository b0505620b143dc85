"""What a card says, and what it leaves out."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reading_room.cards.card import Card, CardPassage, drawable, read_covered

FONTS = Path(__file__).parents[2] / "static" / "fonts" / "cards"
COVERED = read_covered(FONTS / "covered.txt")


def card(*texts: str, **particulars: str) -> Card:
    passages = tuple(
        CardPassage(str(number), text, "en", False, "“" if number == 1 else "", "”" if number == len(texts) else "")
        for number, text in enumerate(texts, 1)
    )
    said = {
        "room": "The room",
        "subject": "",
        "outlet": "The Morning Post",
        "published": "4 May 2001",
        "kind": "",
        "version": "",
    }
    return Card(passages=passages, **(said | particulars))


@pytest.mark.parametrize(
    "text", ["300 guests — “so”", "قال المهندسون", "Но не они", "e\u0301 a\u00adb \u2066x\u2069", "ş"]
)
def test_words_in_the_scripts_of_the_room_are_drawn(text: str) -> None:
    assert drawable(card(text), COVERED).passages[0].text == text


@pytest.mark.parametrize("text", ["漢字", "שלום", "👍", "ภาษา", "a\U0001f9d1b"])
def test_a_card_has_none_of_the_words_rather_than_boxes_for_some(text: str) -> None:
    shown = drawable(card("first", text), COVERED)
    assert shown.passages == ()
    assert shown.outlet == "The Morning Post"


def test_a_name_without_letters_for_it_is_left_out() -> None:
    assert drawable(card("x", outlet="新聞"), COVERED).outlet == ""


def test_a_long_text_is_cut_behind_a_word_and_closes_its_quotation_marks() -> None:
    shown = drawable(card(*["one two three four " * 12] * 6), COVERED).passages
    assert sum(len(one.text) for one in shown) < 750
    assert shown[-1].text.endswith(" …")
    assert shown[-1].closes == "”"
    assert all(word in ("one", "two", "three", "four", "…") for one in shown for word in one.text.split())


def test_a_word_longer_than_a_line_has_places_to_break() -> None:
    text = drawable(card("https://example.org/" + "a" * 300), COVERED).passages[0].text
    assert max(map(len, text.split("\u200b"))) <= 16
    assert text.replace("\u200b", "") == "https://example.org/" + "a" * 300


def test_what_is_listed_as_covered_is_in_the_faces() -> None:
    faces = {font.stem: set(TTFont(font).getBestCmap()) for font in FONTS.glob("*.ttf")}
    arabic = faces.pop("room-naskh-regular")
    assert len(faces) == 3
    assert all(set(COVERED) <= face | arabic for face in faces.values())
    assert {ord(letter) for letter in "aЖشé“”…–0"} <= COVERED
