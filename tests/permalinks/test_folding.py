"""What is typography and what is not."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.permalinks.folding import fold_typography, fold_word
from tests.permalinks.histories import after

A = "The army took the old city at dawn on Friday, and 2,900 men laid down their arms, the ministry said."
B = "Forty carts crossed the bridge in the first hour of the day, while a crowd of children watched from the wall."
FRAME = "Early on {} near the old customs house, as several of those present recalled later that week."

TURNED = [
    ("that 1 234 men died", "that \u202e1 234\u202c men died"),
    ("that 1 234 men died", "that \u202e1 234 men died"),
    ("that 1 234 men died", "that \u202d1 234\u202c men died"),
    ("found the gun of the army", "found the \u202enug\u202c of the army"),
    ("from 1 to 234 men", "from \u20671 to 234\u2069 men"),
    ("from 1 to 234 men", "from \u202b1 to 234\u202c men"),
    ("fewer < 50 men", "fewer \u2067< many\u2069 men"),
    ("says that حلب took حمص", "says that \u2066حلب took حمص\u2069"),
    ("بين 12 و 34 رجلا", "بين \u206612 و 34\u2069 رجلا"),
    ("مع 12 رجلا من حلب 34", "مع 12 رجلا \u2067من حلب\u2069 34"),
]
IDLE = [
    ("said Haddad today", "said \u2068Haddad\u2069 today"),
    ("said Haddad at 5", "said \u2066\u202aHaddad\u202c\u2069 at 5"),
    ("قال حداد اليوم", "قال \u202bحداد\u202c اليوم"),
    ("said Haddad\u202c today", "said Haddad today\u2069"),
    ("about 5 men", "about \u200e5\u200f men"),
]


@pytest.mark.parametrize(("was", "now"), TURNED)
def test_signs_that_can_turn_what_is_read_are_no_typography(was: str, now: str) -> None:
    assert fold_typography(was) != fold_typography(now)
    for before, behind in ((was, now), (now, was)):
        found = after("Early on", [A, FRAME.format(before), B], [A, FRAME.format(behind), B])
        assert found.status == "exact", "it is not a part of these words"
        found = after(before, [A, FRAME.format(before), B], [A, FRAME.format(behind), B])
        assert (found.status, found.is_typography) == ("edited", False)


def test_an_override_that_begins_before_the_words_and_ends_within_them_is_a_part_of_them() -> None:
    before, behind = FRAME.format("that 1 234 men died"), FRAME.format("that \u202e1 234\u202c men died")
    found = after("1 234 men died", [A, before, B], [A, behind, B])
    assert (found.status, found.is_typography) == ("edited", False)


@pytest.mark.parametrize(("was", "now"), IDLE)
def test_signs_that_turn_nothing_are_typography(was: str, now: str) -> None:
    assert fold_typography(was) == fold_typography(now)


SIGNED = [
    ("was put – 5 million", "was put –5 million"),
    ("was put - 5 million", "was put -5 million"),
    ("was put — 5 million", "was put —5 million"),
    ("in town — 5 degrees", "in town -5 degrees"),
    ("in town —5 degrees", "in town -5 degrees"),
    ("at --5 degrees", "at -5 degrees"),
    ("at 5 degrees", "at –5 degrees"),
    ("by 3−5 percent", "by 3–5 percent"),
    ("fell (–5) again", "fell (5) again"),
    ("fell (– 5) again", "fell (–5) again"),
    ("a loss –$5 each", "a loss – $5 each"),
    ("it was “– 5 degrees”", "it was “–5 degrees”"),
]
DASHES = [
    ("at −5 degrees", "at –5 degrees"),
    ("at − 5 degrees", "at ‑5 degrees"),
    ("3–5 men", "3 - 5 men"),
    ("3—5 men", "3-5 men"),
    ("the town – 5 degrees", "the town—5 degrees"),
    ("the ferry−men", "the ferry-men"),
    ("the ferry — men", "the ferry--men"),
    ("the ferry - - men", "the ferry–men"),
    ("F-16", "F‑16"),
    ("by 5 % to 3 €", "by 5% to 3€"),
    ("€ 5 at 5\u202f°C", "€5 at 5°C"),
]


@pytest.mark.parametrize(("was", "now"), SIGNED)
def test_the_minus_sign_of_a_figure_is_no_dash(was: str, now: str) -> None:
    assert fold_typography(was) != fold_typography(now)
    for before, behind in ((was, now), (now, was)):
        found = after(before, [A, FRAME.format(before), B], [A, FRAME.format(behind), B])
        assert (found.status, found.is_typography) == ("edited", False)


@pytest.mark.parametrize(("was", "now"), DASHES)
def test_kinds_of_dashes_and_of_minus_signs_and_spaces_before_units_are_typography(was: str, now: str) -> None:
    assert fold_typography(was) == fold_typography(now)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("by 3 −5 percent", "by 3-5 percent"),
        ("that \u202e1 234\u202c men died", "that \u202e1\u202c 234 men died"),
        ("\u202e", ""),
        ("\u202c", ""),
    ],
)
def test_what_a_sign_does_where_it_stands_is_no_typography(was: str, now: str) -> None:
    assert fold_typography(was) != fold_typography(now)


@settings(max_examples=400)
@given(st.text(alphabet='a5 -–—−‑.("“»=<$\u202e\u202c\u2067\u2068\u2069\u200e\u0301\nבـ…`\u1fef', max_size=9))
def test_folding_signs_twice_changes_nothing_more(text: str) -> None:
    assert fold_typography(fold_typography(text)) == fold_typography(text)


@pytest.mark.parametrize(
    "piece", ["- ", "-", " -5", "(- ", "— ", "\u2067", "\u2067a\u2069", "\u2067\u202c", "\u202e\u2069"]
)
def test_signs_without_end_are_folded_at_once(piece: str) -> None:
    began = time.thread_time()
    fold_typography(piece * 20_000 + "a")
    assert time.thread_time() - began < 5


@pytest.mark.parametrize(
    ("one", "other"),
    [("10²", "102"), ("10₂", "102"), ("²", "2"), ("5m²", "5m₂3"), ("10¹²", "1012"), ("-5", "5")],
)
def test_words_that_are_other_figures_are_not_the_same_word(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("m²", "m2"), ("CO₂", "co2"), ("１２３", "123"), ("ﬁre", "Fire"), ("−5", "‑5"), ("①", "1")]
)
def test_words_that_are_written_in_another_way_are_the_same_word(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)
