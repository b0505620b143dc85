"""Where two texts differ that are the same but for their typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.permalinks.folding import fold_typography
from reading_room.permalinks.signs import differing_signs


@pytest.mark.parametrize(
    ("was", "now", "signs"),
    [
        ('the "old" boat', "the “old” boat", [('"', "“"), ('"', "”")]),
        ("it isn't so", "it isn’t so", [("'", "’")]),
        ("so - or not", "so — or not", [("-", "—")]),
        ("so -- or not", "so—or not", [(" -- ", "—")]),
        ("wait...", "wait…", [("...", "…")]),
        ("300 km", "300\u00a0km", [(" ", "\u00a0")]),
        ("a cafe\u0301 there", "a café there", [("e\u0301", "é")]),
        ("har\u00adbour", "harbour", [("\u00adb", "b")]),
        ("boats.\u200b", "boats.", [(".\u200b", ".")]),
        ("“‘so’”", "\"'so'\"", [("“‘", "\"'"), ("’”", "'\"")]),
        ("one\ntwo", "one two", []),
    ],
)  # fmt: skip
def test_the_signs_that_differ_are_told_and_no_other(was: str, now: str, signs: list[tuple[str, str]]) -> None:
    found = differing_signs(was, now)
    assert [(was[one.was.start : one.was.end], now[one.now.start : one.now.end]) for one in found] == signs


def test_texts_of_other_words_are_refused() -> None:
    with pytest.raises(ValueError, match="more than the typography"):
        differing_signs("boat", "ship")


@given(st.text("a \"“”'’-—–.…\u00a0\u00ade\u0301é\n", max_size=20), st.data())
def test_what_stands_between_signs_that_differ_is_the_same(was: str, data: st.DataObject) -> None:
    choices = {"“": '"', "”": '"', "’": "'", "—": "–", "…": "...", "\u00a0": " ", "\u00ad": ""}
    now = "".join(data.draw(st.sampled_from((sign, choices.get(sign, sign)))) for sign in was)
    if fold_typography(was) != fold_typography(now):
        return
    rest_was, rest_now, old, new = "", "", 0, 0
    for one in differing_signs(was, now):
        assert old <= one.was.start + 1
        rest_was, rest_now = rest_was + was[old : one.was.start], rest_now + now[new : one.now.start]
        old, new = one.was.end, one.now.end
    assert (rest_was + was[old:]).replace("\n", " ") == (rest_now + now[new:]).replace("\n", " ")
