"""Texts in which every turn of direction has its end."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.turning import TURNS, closed, open_at


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a title", "a title"),
        ("a \u202etitle", "a \u202etitle\u202c"),
        ("a \u2067title", "a \u2067title\u2069"),
        ("\u2067\u202ba title", "\u2067\u202ba title\u202c\u2069"),
        ("\u2067a \u202etitle\u2069, b", "\u2067a \u202etitle\u202c\u2069, b"),
        ("a title\u202c\u2069", "a title"),
        ("\u202ba\u2069\u202c b", "\u202ba\u202c b"),
        ("\u202b\u2067a\u202cb\u2069c", "\u202b\u2067ab\u2069c\u202c"),
        ("a \u202eline\nand one", "a \u202eline\u202c\nand one"),
        ("قال \u200fحداد\u200e", "قال \u200fحداد\u200e"),
    ],
)
def test_every_turn_is_ended_and_no_other(text: str, whole: str) -> None:
    assert closed(text) == whole


@given(st.text(alphabet=f"a\n\u2029{TURNS}", max_size=12))
def test_what_stands_in_an_isolate_behind_a_closed_text_is_in_no_turn_of_it(text: str) -> None:
    whole = closed(text)
    assert closed(whole) == whole
    assert [sign for sign in whole if sign not in TURNS] == [sign for sign in text if sign not in TURNS]
    depth: list[str] = []
    for sign in whole:
        kind = unicodedata.bidirectional(sign)
        if kind in ("LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"):
            depth.append("PDI" if kind.endswith("I") else "PDF")
        elif kind in ("PDF", "PDI"):
            assert depth.pop() == kind
        elif kind == "B":
            assert not depth
    assert not depth


def test_where_a_turn_is_not_ended_yet_it_is_open() -> None:
    text = "a \u202eb \u2067c \u202bd\u2069 e\u202c f\u202c \u2068g\nh"
    assert {sign: open_at(text, text.index(sign)) for sign in "abcdefgh"} == {
        "a": (), "b": (2,), "c": (2, 5), "d": (2, 5, 8), "e": (2,), "f": (), "g": (18,), "h": (),
    }  # fmt: skip
