"""Bytes to text, and text to a language, told by common words and refused where they do not tell."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing.language import NotText, decode, guess_language

ENGLISH = "The council says that the roof of the hall is “unsafe” and that a café will open in the spring."
FRENCH = "Le conseil dit que le toit de la halle n’est pas sûr et qu’un café sera ouvert par la ville au printemps."
RUSSIAN = "Рыбаки не ушли с причала, и в совете заявили, что рынок откроют весной, но не раньше, как и было обещано."
ARABIC = "قال المجلس إن السوق الذي في المدينة مغلق، وإن هذا لا يعني أن الصيادين لن يعودوا إلى العمل بعد الربيع؟"
TEXTS = {"en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN, "ar": ARABIC}


@pytest.mark.parametrize("text", TEXTS.values())
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_every_form(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (ARABIC, "cp1256"),
        ("Le café de la gare", "latin-1"),
    ],
)
def test_older_encodings_are_told_by_common_words_and_said_to_be_guessed(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 4, "binary"),
        (b"<!DOCTYPE html><html><p>Text</p>", "web page"),
        ("Le café\nd’été".encode()[:-1] + b"\xe2\x80 x", "line 2"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_is_no_readable_text_is_refused_with_the_reason(raw: bytes, said: str) -> None:
    with pytest.raises(NotText, match=said):
        decode(raw)


@settings(max_examples=300, database=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with contextlib.suppress(NotText):
        assert isinstance(decode(raw).text, str)


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_paragraph_tells_its_language(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "Palmyra", "12 34 56", "Lorem ipsum dolor sit amet consectetur adipiscing"])
def test_where_the_words_do_not_tell_the_language_is_undetermined(text: str) -> None:
    assert guess_language(text) == "und"
