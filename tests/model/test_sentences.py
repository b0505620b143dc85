"""Sentences of a text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.sentences import sentences


def said(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. Who held it? Nobody!", ["It fell.", "Who held it?", "Nobody!"]),
        ("He said: “It fell.” She left.", ["He said: “It fell.”", "She left."]),
        ("On 3.5 hectares, by 10.30 a.m. they met.", ["On 3.5 hectares, by 10.30 a.m. they met."]),
        ("Gen. Smith and J. Doe came. No. 5 left.", ["Gen. Smith and J. Doe came.", "No. 5 left."]),
        ("هل عبرت العربات؟ نعم. عبرت.", ["هل عبرت العربات؟", "نعم.", "عبرت."]),
        ("桥开放了。人来了吗？来了", ["桥开放了。", "人来了吗？", "来了"]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("", []),
        (" … ", ["…"]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@given(st.text(alphabet="ab. ?!”؟。\n", max_size=40))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(said(text)).split()) == "".join(text.split())


def test_a_long_run_of_stops_takes_no_longer_than_a_text_of_its_length() -> None:
    began = time.perf_counter()
    assert said("." * 20_000 + "x") == ["." * 20_000 + "x"]
    assert time.perf_counter() - began < 1
