"""Letters decoded wrongly come out right, and right ones, in whatever language, are left alone."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.importing import mending
from reading_room.importing.mending import looks_broken, mended
from reading_room.importing.parts import Chunk, Part
from reading_room.importing.reading import read
from reading_room.importing.sources import Format

SENTENCES = {
    "English": "The ferryman’s “no” cost £40 – or 50 € – and was repeated…",
    "French": "Le maire dit qu’à l’été «\xa0tout sera prêt\xa0»; où est le cœur du marché, naïf\xa0?",
    "German": "Über die Straße führt „eine schöne Brücke“, größer als zwölf Höfe.",
    "Spanish": "¿Dónde está el niño? «Aquí», dijo la señora, ¡y con razón!",
    "Portuguese": "A ação não terá início amanhã, às três; é só isso.",
    "Turkish": "Çarşıda iğne ipliğe döndü; İzmir’de şölen ığıl ığıl sürüyor.",
    "Vietnamese": "Ngày mai chợ mở cửa, người bán cá nói vậy, đừng lo nữa.",
    "Polish": "Święty most, żółty łoś i ćma: „źdźbło” na końcu.",
    "Czech": "Úžasný kůň příliš žluťoučký, řekl šéf městečka.",
    "Romanian": "Și țăranii au spus că podul va fi închis în mâine.",
    "Greek": "Η γέφυρα άνοιξε την Πέμπτη, είπε ο δήμαρχος.",
    "Russian": "Рыбаки не ушли с причала; «рынок откроют», — сказал мэр № 2.",
    "Ukrainian": "Її міст відкрили у п’ятницю, ґанок і їжа чекають.",
    "Arabic": "قال المجلس: «السوق مغلق»، أليس كذلك؟",
    "Persian": "بازار در ۱۲ مارس گشوده می‌شود؛ گفت شهردار.",
    "Hebrew": "השוק ייפתח ביום שישי, אמר ראש העיר.",
    "Hindi": "मेयर ने कहा कि पुल कल खुलेगा।",
    "Japanese": "市長は「橋は明日開く」と述べた。",
    "mathematics": "3 × 4 ≥ 12 − ½ √π ≈ 7 ± 2 µm, 20 °C → 68 °F, ∑ ≠ ∞",
    "emoji": "The market opens ☀️ 👍🏽 👨‍👩‍👧 🇹🇷",
}
ALPHABETS = {
    "English": "abcdefghijklmnopqrstuvwxyz",
    "French": "abcdefghilmnopqrstuvxyzàâæçéèêëîïôùûüÿ",  # words made at random would have œ behind â, as none has
    "German": "abcdefghiklmnoprstuvwzäöüß",
    "Spanish": "abcdefghijlmnopqrstuvyzáéíñóúü",
    "Portuguese": "abcdefghijlmnopqrstuvxzãáàâçéêíõóôú",
    "Turkish": "abcçdefgğhıijklmnoöprsştuüvyzâî",
    "Vietnamese": "abcdđeêghiklmnoôơpqrstuưvxyàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ",
    "Polish": "aąbcćdeęfghijklłmnńoóprsśtuwyzźż",
    "Czech": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvxyýzž",
    "Icelandic": "aábdðeéfghiíjklmnoóprstuúvxyýþæö",
    "Danish": "abcdefghijklmnoprstuvyæøå",
    "Greek": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    "Russian": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "Serbian": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة",
    "Persian": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
}
BETWEEN = [
    *(
        " ",
        " ",
        ", ",
        ". ",
        "… ",
        " – ",
        "—",
        "\xa0: ",
        "\xa0! ",
        " «\xa0",
        "\xa0» ",
        " «",
        "» ",
        " “",
        "” ",
        " ‘",
        "’ ",
    ),
    *(
        " „",
        "“ ",
        "’",
        "-",
        "® ",
        "™ ",
        "° ",
        "² ",
        "³ ",
        " €",
        "\xa0€ ",
        " £",
        " § ",
        " ¿",
        " ¡",
        "† ",
        "·",
        "…” ",
        ".” ",
    ),
    *("?» ", "”, ", "»…", "»—", " №\xa0", " × ", " ½ ", "\u200f", " • "),
]


def words(alphabet: str) -> st.SearchStrategy[str]:
    letters = st.text(alphabet, min_size=2, max_size=8)
    return st.one_of(letters, letters.map(str.capitalize), letters.map(str.upper))


def broken(text: str, encoding: str) -> str:
    """UTF-8 read as another encoding; bytes that have no letter there become controls, as in a browser."""
    return "".join(
        bytes([byte]).decode(encoding) if _has_letter(byte, encoding) else chr(byte) for byte in text.encode("utf-8")
    )


def _has_letter(byte: int, encoding: str) -> bool:
    return bool(bytes([byte]).decode(encoding, "ignore"))


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_right_text_is_left_alone(sentence: str) -> None:
    for text in (sentence, sentence.upper(), f"“{sentence}”", f"{sentence}\r\n\r\n{sentence.upper()}\n"):
        assert not looks_broken(text)
        assert mended(text) == text


@settings(max_examples=80, database=None)
@pytest.mark.parametrize("alphabet", ALPHABETS.values(), ids=ALPHABETS)
@given(data=st.data())
def test_right_words_of_any_language_are_left_alone_beside_any_mark(alphabet: str, data: st.DataObject) -> None:
    pairs = data.draw(st.lists(st.tuples(words(alphabet), st.sampled_from(BETWEEN)), max_size=12))
    text = "".join(word + mark for word, mark in pairs)
    assert mended(text) == text


@pytest.mark.parametrize(
    "right",
    [
        *("“Até AMANHÃ”, disse.", "A IRMÃ… e a MANHÃ – ROMÃ»", "em ODTÜ’de, İTÜ’nün", "JOSÉ² e NESTLÉ® ou CITROËN™"),
        *(
            "Å’s havn, É… é, À\xa0bientôt",
            "il dit «\xa0à\xa0»; voilà…”",
            "está»” y «dirá»—dijo",
            "será»…mas",
            "Ñ, Ã, Â, Ó",
            "PARAL·LEL a Öštrič",
            "l’É\xadTAT, ma\xadnhã",
        ),
        *("СІРІ дні, РІЧНИЦІ, «РІВНЕ»", "20Â, 25 °C, Ä°", "„Ärger“ ‚Öl‘ ‚Äther‘", "√π ‰ ∂f", "ＬＯＵＤ ﬁne ʼn ǆ"),
    ],
)
def test_what_only_resembles_such_letters_is_left_alone(right: str) -> None:
    assert mended(right) == right


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_utf_8_read_as_western_is_mended(sentence: str, encoding: str) -> None:
    assert looks_broken(broken(sentence, encoding))
    assert mended(broken(sentence, encoding)) == sentence


@pytest.mark.parametrize("language", ["Russian", "Ukrainian", "English"])
def test_utf_8_read_as_cyrillic_is_mended(language: str) -> None:
    text = broken(SENTENCES[language], "cp1251")
    assert looks_broken(text)
    assert mended(text) == SENTENCES[language]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Â«Â\xa0Ã‰tatÂ\xa0Â»", "«\xa0État\xa0»"),
        ("voilÃ\xa0 tout", "voilà tout"),
        ("donâ€™t", "don’t"),
        ("20Â°C", "20°C"),
        ("SÃ£o Paulo", "São Paulo"),
        ("È™i Å»ycie", "și Życie"),
        ("\x93No,\x94 he said", "“No,” he said"),
        ("cafÃƒÂ©", "café"),
        ("the café said â€œnoâ€\x9d", "the café said “no”"),
        ("Ø§Ù„Ø³Ù\x88Ù‚ مغلق", "السوق مغلق"),
        ("ðŸ‘\x8d", "👍"),
    ],
)
def test_the_commonest_of_them_come_out_right(wrong: str, right: str) -> None:
    assert looks_broken(wrong)
    assert mended(wrong) == right


def test_nothing_but_the_decoding_is_changed() -> None:
    around = "“ﬁne” ‘so’ &amp; &eacute; ＡＢＣ e\u0301 \u200f\u2028…\x1b[1m\t  ĳ"
    assert mended(f"cafÃ© {around}") == f"café {around}"
    assert mended(around) == around


def test_only_the_lines_that_look_broken_are_changed() -> None:
    doubtful = "JOSɲ NÃ"
    assert mended(f"{doubtful}\ncafÃ©\r\n{doubtful}") == f"{doubtful}\ncafé\r\n{doubtful}"


_SCRAPS = st.sampled_from(
    ["Ã©", "â€™", "Ð¿Ñ€", "Ã", "â", "\x85", "\x93", "\n", "\r", "\r\n", "\u2028", "\x0b", "é", " ", "РџСЂ"]
)


@settings(max_examples=400, database=None)
@given(st.one_of(st.text(st.characters()), st.lists(_SCRAPS, max_size=30).map("".join)))
def test_lines_stay_where_they_are_whatever_is_in_them(text: str) -> None:
    assert re.findall(r"\r\n|\r|\n", mended(text)) == re.findall(r"\r\n|\r|\n", text)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_never_changed(text: str) -> None:
    assert mended(text) == text


def test_without_the_library_text_stays_and_is_known_to_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "ftfy", None)
    assert mended("cafÃ©") == "cafÃ©"
    assert looks_broken("cafÃ©")


@pytest.mark.parametrize("form", ["text", "json", "web page"])
def test_letters_that_stay_wrong_are_something_to_look_at_in_any_format(
    form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mending, "ftfy", None)
    text = "The ferry stopped at the cafÃ© on Monday, the harbour master said."
    raw = {"text": text, "json": json.dumps({"text": text}), "web page": f"<article><p>{text}</p></article>"}[form]
    (part,) = read(form, Chunk("", raw.encode()))
    assert isinstance(part, Part)
    assert [note.what for note in part.notes] == ["some letters look wrongly decoded"]
