"""Words of a text as the index knows them."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.index.analysis import LONGEST_WORD, lower, places_of, words
from reading_room.index.stemming import keeps_its_first_letter, stems_in

TEXTS = st.text(max_size=60) | st.text(
    alphabet="abС'’ʼ-_0123,.٫٬٣ـ\u064e\u0651\u0301\u00ad\u200d日かが\u3099йи\u0306Ёßﬁ½²😀 ", max_size=40
)


def terms(text: str, language: str = "") -> list[str]:
    return [token.stems[0] for token in words(text, language)]


def same(*texts: str) -> bool:
    return len({tuple(terms(text)) for text in texts}) == 1 and bool(terms(texts[0]))


@settings(max_examples=100)
@given(TEXTS)
def test_words_stand_in_order_inside_the_text_and_each_has_a_term(text: str) -> None:
    end = 0
    for token in words(text):
        assert end <= token.start < token.end <= len(text)
        assert token.form
        assert all(token.stems)
        assert token.form in [one.form for one in words(text[token.start : token.end])]
        end = token.end


@settings(max_examples=100)
@given(TEXTS)
def test_no_letter_or_figure_is_passed_over(text: str) -> None:
    covered = {n for token in words(text) for n in range(token.start, token.end)}
    for n, letter in enumerate(text):
        if unicodedata.category(letter) in ("Lu", "Ll", "Nd"):
            assert n in covered


@settings(max_examples=100)
@given(TEXTS)
def test_letter_case_does_not_matter(text: str) -> None:
    assert terms(text.casefold()) == terms(text.casefold().casefold())
    assert terms("Palmyra BRIDGE Пальмира") == terms("palmyra bridge пальмира")


@pytest.mark.parametrize(
    "text", ["Café müller naïve", "йод и ёлка", "が か ぱ", "한국 사람", "Việt Nam", "أحمد مُحَمَّد", "हिन्दी"]
)
def test_a_letter_is_the_same_whether_its_mark_is_written_apart_or_not(text: str) -> None:
    assert same(unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "forms",
    [
        ("raid", "raids", "Raids", "raid's", "raids’"),
        ("bombing", "bombed", "bombs"),
        ("café", "cafe", "CAFÉ"),
        ("2,000", "2000", "٢٬٠٠٠", "٢٠٠٠"),
        ("1,500,000", "1500000"),
        ("can't", "can’t", "canʼt"),
        ("Assad’s", "Assad's", "Assad"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁre", "fire"),
        ("œuvre", "oeuvre", "Œuvre", "ŒUVRE"),
        ("Cæsar", "caesar"),
        ("محمد", "مُحَمَّد", "محمـــد"),
        ("القلعة", "قلعة", "والقلعة", "بالقلعة", "للقلعة"),
        ("إدلب", "ادلب", "أدلب"),
        ("Пальмира", "Пальмиры", "Пальмире", "Пальмиру", "Пальмирой"),
        ("новый", "новая", "нового", "новые", "новой", "новых"),
        ("сирийский", "сирийская", "сирийских", "сирийской"),
        ("бой", "бои", "боёв", "боев", "боя"),
        ("ещё", "еще"),
    ],
)
def test_forms_of_one_word_are_one_term(forms: tuple[str, ...]) -> None:
    assert same(*forms), [terms(form) for form in forms]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2,5", "25"),
        ("1,000.5", "10005"),
        ("12,34", "1234"),
        ("か", "が"),
        ("и", "й"),
        ("raid", "road"),
        ("US", "U.S."),
    ],
)
def test_words_that_are_not_the_same_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_chinese_and_japanese_are_found_sign_by_sign() -> None:
    assert [(token.start, token.end) for token in words("帕尔米拉city")] == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 8)]


ENGLISH = st.from_regex(r"\A[A-Za-z][A-Za-z0-9'_]{0,11}\Z") | st.sampled_from(
    ["Ying", "dying", "skies", "Yes’s", "generals", "Xs's"]
)


@settings(max_examples=1000)
@given(text=ENGLISH)
def test_what_is_said_to_keep_its_first_letter_is_known_by_it(text: str) -> None:
    for token in words(text, "en"):
        word = text[token.start : token.end]
        if keeps_its_first_letter(word, "en"):
            assert {known[0] for known in (token.form, *token.stems)} == {word[0].lower()}


def test_no_word_is_too_common_to_be_found() -> None:
    assert terms("To be or not to be") == ["to", "be", "or", "not", "to", "be"]


@pytest.mark.parametrize("text", ["", " ", "—", "_", "😀", "ـ", "\u0301", "ʼ"])
def test_what_is_no_word_has_no_term(text: str) -> None:
    assert terms(text) == []


def test_of_a_word_without_end_only_the_beginning_counts_but_all_of_it_is_marked() -> None:
    (token,) = words("x" * 10_000)
    assert (len(token.form), token.start, token.end) == (LONGEST_WORD, 0, 10_000)


def test_a_mark_inside_a_word_does_not_cut_it() -> None:
    assert [(token.start, token.end) for token in words("مُحَمَّد ok")] == [(0, 8), (9, 11)]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("raid", "raids", "raiding")),
        ("fr", ("libérer", "libérée", "libérés", "LIBÉRER")),
        ("de", ("Haus", "Häuser", "Häusern")),
        ("es", ("ruina", "ruinas")),
        ("pt", ("ruína", "ruínas")),
        ("it", ("rovina", "rovine")),
        ("ru", ("Пальмира", "Пальмиры", "Пальмирой")),
        ("pl", ("żołnierze", "żołnierzy")),
        ("tr", ("şehir", "şehirler", "şehirlerin")),
        ("ar", ("طائرة", "طائرات", "الطائرات", "والطائرات")),
        ("ar", ("سوريا", "سورية", "السورية")),
        ("ar", ("الأنباء", "الانباء", "أنباء")),
        ("uk", ("Пальміра", "пальміра")),
    ],
)
def test_words_are_cut_as_the_language_of_the_text_cuts_them(language: str, forms: tuple[str, ...]) -> None:
    assert len({terms(form, language)[0] for form in forms}) == 1, [terms(form, language) for form in forms]


def test_a_language_without_a_stemmer_is_folded_and_not_cut_as_another() -> None:
    assert terms("Raids PALMÝRA", "is") == ["raids", "palmyra"]


def test_a_quotation_in_another_script_is_cut_as_is_usual_for_the_script() -> None:
    assert terms("القلعة Пальмирой", "de") == terms("القلعة Пальмирой", "en") == ["قلع", "пальмир"]


@pytest.mark.parametrize(
    ("word", "language", "text"),
    [
        ("liberee", "fr", "libérée"),
        ("oeuvre", "fr", "œuvres"),
        ("œuvre", "en", "oeuvre"),
        ("libérée", "fr", "libérer"),
        ("zolnierz", "pl", "żołnierze"),
        ("raids", "en", "raid"),
    ],
)
def test_a_query_finds_a_word_of_any_language_of_the_room_with_its_accents_or_without(
    word: str, language: str, text: str
) -> None:
    (token,) = words(text, language)
    assert stems_in(lower(word), frozenset({"en", "fr", "pl"})) & set(token.stems)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مصطفى", "مصطفي"),
        ("هدى", "هدي"),
        ("كبرى", "كبري"),
        ("فى", "في"),
        ("المدينة", "المدينه"),
        ("القلعة", "القلعه"),
        ("القوة", "القوه"),
        ("على", "علی"),
        ("کتاب", "كتاب"),
    ],
)
@pytest.mark.parametrize("language", ["ar", "fa", "en"])
def test_arabic_letters_that_are_written_with_or_without_their_dots_are_one(
    one: str, other: str, language: str
) -> None:
    assert [token.form for token in words(one)] == [token.form for token in words(other)]
    for typed, text in ((one, other), (other, one)):
        (token,) = words(text, language)
        assert stems_in(lower(typed), frozenset({"ar", "en", "fa"})) & set(token.stems)


@pytest.mark.parametrize(
    ("one", "other"), [("اتجاه", "اتجاهات"), ("اتجاهات", "اتجاه"), ("الكبرى", "كبري"), ("طائره", "الطائرات")]
)
def test_a_last_heh_is_cut_as_a_letter_of_the_word_too(one: str, other: str) -> None:
    (token,) = words(one, "ar")
    assert stems_in(lower(other), frozenset({"ar"})) & set(token.stems)


def test_stems_of_the_name_of_the_town_and_of_destruction_stay_apart() -> None:
    assert terms("تدمر", "ar") != terms("تدمير", "ar")


@pytest.mark.parametrize("text", ["ปาล์ไมรา", "ပါလ်မီရာ", "帕尔米拉", "パルミラ"])
def test_scripts_without_spaces_are_found_inside_longer_text(text: str) -> None:
    inside = [token.form for token in words(text * 3)]
    part = [token.form for token in words(text)]
    assert len(part) > 1
    assert any(inside[n : n + len(part)] == part for n in range(1, len(inside)))


@given(TEXTS)
def test_the_places_of_a_word_are_those_where_it_is_read(text: str) -> None:
    read = list(words(text))
    for form in {word.form for word in read}:
        assert list(places_of(form, text)) == [(word.start, word.end) for word in read if word.form == form]
