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
        ("“Who held it?” she asked. “Nobody!” he said.", ["“Who held it?” she asked.", "“Nobody!” he said."]),
        ("It fell on 27 March 2016. It rose on Jan. 5.", ["It fell on 27 March 2016.", "It rose on Jan. 5."]),
        ("In the U.S. He said so. The U.S. Army left.", ["In the U.S.", "He said so.", "The U.S. Army left."]),
        ("Am 9. Mai fiel sie.", ["Am 9. Mai fiel sie."]),
        (
            "Im 3. Jahrhundert stand sie. Dort waren 12. Alle gingen.",
            ["Im 3. Jahrhundert stand sie.", "Dort waren 12.", "Alle gingen."],
        ),
        (
            "At 10 p.m. Monday they met. At 11 p.m. They left.",
            ["At 10 p.m. Monday they met.", "At 11 p.m.", "They left."],
        ),
        ("Lt. Gen. J. R. Smith Jr. left Acme Inc. It fell.", ["Lt. Gen. J. R. Smith Jr. left Acme Inc.", "It fell."]),
        ("Was it he? No. It was not.", ["Was it he?", "No.", "It was not."]),
        ("1. The army came. 2. It left.", ["1. The army came.", "2. It left."]),
        ("It cost $2.5 million. It was 3.", ["It cost $2.5 million.", "It was 3."]),
        ("(It fell.) They left [the city]. It …", ["(It fell.)", "They left [the city].", "It …"]),
        ("27 марта 2016 г. Армия вошла в г. Пальмира.", ["27 марта 2016 г.", "Армия вошла в г. Пальмира."]),
        ("M. Hollande est venu. Il est parti.", ["M. Hollande est venu.", "Il est parti."]),
        ("هل عبرت العربات؟ نعم. عبرت.", ["هل عبرت العربات؟", "نعم.", "عبرت."]),
        ("桥开放了。人来了吗？来了", ["桥开放了。", "人来了吗？", "来了"]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("", []),
        (" … ", ["…"]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@given(st.text(alphabet="abG1. ?!”؟。\n", max_size=40))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(said(text)).split()) == "".join(text.split())


def test_a_long_run_of_stops_takes_no_longer_than_a_text_of_its_length() -> None:
    began = time.thread_time()
    assert said("." * 20_000 + "x") == ["." * 20_000 + "x"]
    assert time.thread_time() - began < 5
