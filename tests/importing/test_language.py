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
POLISH = "Rybacy nie odpłynęli tego dnia, jak powiedział jeden z nich, ale rynek będzie otwarty już na wiosnę."
TURKISH = "Balıkçılar o gün denize açılmadı ve çarşı ancak ilkbaharda açılacak, ama bu konuda daha çok şey söylendi."
JAPANESE = "漁師たちは港の入り口に船を一列に並べたため、フェリーは出港できなかった。" * 3
CHINESE = "渔民们把船排成一排横在港口，渡轮因此无法离开，关门之前没有人问过我们。" * 3
CZECH = (
    "Rybáři postavili své lodě do řady přes ústí přístavu, a proto trajekt nemohl odplout, a nikdo se jich na nic "
    "neptal předem, řekl včera večer jeden z nich, který tam prodává ryby už mnoho let."
)
TEXTS = {"en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN, "ar": ARABIC, "pl": POLISH, "tr": TURKISH}
TEXTS |= {"ja": JAPANESE, "zh": CHINESE, "cs": CZECH}


@pytest.mark.parametrize("text", [text for language, text in TEXTS.items() if language not in ("ja", "zh")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_every_form(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_the_character_set_that_came_with_the_bytes_is_believed_where_they_fit_it() -> None:
    decoded = decode("Паром".encode("koi8-r"), "KOI8-R")
    assert (decoded.text, decoded.guessed) == ("Паром", False)
    assert decode("Паром".encode(), "ascii").text == "Паром"
    assert decode("Паром".encode(), "no-such-set").text == "Паром"


@pytest.mark.parametrize("name", ["utf-7", "unicode_escape", "idna", "undefined", "hex", "utf\0-8"])
def test_a_name_that_is_no_encoding_of_texts_is_not_obeyed(name: str) -> None:
    assert decode(b"The quay \\u0041 +AGE- is open.", name).text == "The quay \\u0041 +AGE- is open."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (ARABIC, "cp1256"),
        ("Le café de la gare", "latin-1"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
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
        ("Рыбаки не ушли".encode("cp1251") + b"\xff\0\1\2" * 50, "binary"),
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
