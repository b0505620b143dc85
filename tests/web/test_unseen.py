"""Characters that nobody sees are found, written by number, or left out."""

import pytest

from reading_room.web.unseen import escaped, on_one_line, unseen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\ntwo", "a line break (U+000A)"),
        ("one\r", "a line break (U+000D)"),
        ("one\u2028two", "a line break (U+2028)"),
        ("one\ttwo", "a character that is not seen (U+0009)"),
        ("\x1b[2J", "a character that is not seen (U+001B)"),
        ("one \u202eowt", "a character that is not seen (U+202E, RIGHT-TO-LEFT OVERRIDE)"),
        ("one\u2067two", "a character that is not seen (U+2067, RIGHT-TO-LEFT ISOLATE)"),
        ("one\ufefftwo", "a character that is not seen (U+FEFF, ZERO WIDTH NO-BREAK SPACE)"),
        ("one\udc80two", "a character that is not seen (U+DC80)"),
    ],
)
def test_what_steers_a_terminal_or_the_order_of_letters_is_found_and_named(text: str, said: str) -> None:
    assert unseen(text) == said
    assert unseen(on_one_line(text)) is None
    assert unseen(escaped(text)) is None


@pytest.mark.parametrize(
    "text",
    ["The sinking of the “Albatross”", "افتتاح الجسر", "می\u200cخواهم", "👩\u200d🚒", "e\u0301", "a\u00a0b", "橋"],
)
def test_what_writing_needs_is_left_as_it_is(text: str) -> None:
    assert unseen(text) is None
    assert escaped(text) == text


def test_two_texts_that_look_alike_are_told_apart_by_the_numbers_of_what_is_not_seen() -> None:
    assert escaped("a\u202eb\n") == "a\\u202eb\\u000a"
    assert on_one_line(" a\u202eb\n c ") == "ab c"
