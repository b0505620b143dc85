"""What changed between two texts, in words."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.permalinks.differences import differences, pointed_out
from reading_room.permalinks.folding import fold_typography


@pytest.mark.parametrize(
    ("was", "now", "changes"),
    [
        ("a b c", "a b c", []),
        ("about 300 carts", "about 310 carts", [("300", "310", "figure")]),
        ("two boats came", "three boats came", [("two", "three", "figure")]),
        ("he did agree", "he didn't agree", [("did", "didn't", "negation")]),
        ("он подписал", "он не подписал", [("", "не", "negation")]),
        ("said Haddad today", "said Khoury today", [("Haddad", "Khoury", "name")]),
        ("a red boat came", "a boat came", [("red", "", "words")]),
        ("Yes, it is", "Yes it is", [(",", "", "words")]),
        ("the “old” boat", 'the "old" ship', [("boat", "ship", "words")]),
        ("12 men and Haddad", "14 men and Khoury", [("12", "14", "figure"), ("Haddad", "Khoury", "name")]),
    ],
)
def test_changes_are_told_with_what_they_have_in_them(was: str, now: str, changes: list[tuple[str, str, str]]) -> None:
    found = differences(was, now)
    assert [(one.was, one.now, *one.kinds) for one in found if one.kinds != ("typography",)] == changes


def test_a_capital_that_only_begins_a_sentence_is_no_name() -> None:
    (change,) = differences("Boats came.", "Ships came.")
    assert change.kinds == ("words",)


def test_one_change_can_be_of_several_kinds() -> None:
    (change,) = differences("at dawn 300 left", "at dawn nobody left")
    assert change.kinds == ("figure", "negation")


def test_the_same_figure_in_the_digits_of_another_script_is_not_said_to_have_become_another() -> None:
    (change,) = differences("عبر الجسر 2,400 شخص", "عبر الجسر ٢٬٤٠٠ شخص")
    assert (change.was, change.now, change.kinds) == ("2,400", "٢٬٤٠٠", ("words",))
    assert pointed_out("عبر الجسر 2,400 شخص", "عبر الجسر ٢٬٤٠٠ شخص") == ()
    (pointed,) = pointed_out("عبر الجسر 2,400 شخص", "عبر الجسر ٢٬٥٠٠ شخص")
    assert (pointed.kind, pointed.was, pointed.now) == ("figure", ("2,400",), ("٢٬٥٠٠",))


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_have_changes_exactly_where_they_differ(was: str, now: str) -> None:
    found = differences(was, now)
    if was == now:
        assert found == ()
    elif fold_typography(was) == fold_typography(now):
        assert [one.kinds for one in found] == [("typography",)]
    for change in found:
        assert change.was in was
        assert change.now in now


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_typography(fold_typography(text)) == fold_typography(text)


@pytest.mark.parametrize(
    ("was", "now", "changes"),
    [
        ("nine with 40", "ten with 60", [("nine", "ten"), ("40", "60")]),
        ("a very old man and his dog", "some quite young girl and her pet",
         [("a very old man and his dog", "some quite young girl and her pet")]),
        ("cold, wet", "warm, dry", [("cold, wet", "warm, dry")]),
        ("the old boat on it sank", "the two new ships on which sailed sank",
         [("old boat on it", "two new ships on which sailed")]),
    ],
)  # fmt: skip
def test_a_change_is_not_cut_to_pieces_by_signs_and_small_words(
    was: str, now: str, changes: list[tuple[str, str]]
) -> None:
    assert [(one.was, one.now) for one in differences(was, now)] == changes


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("about 40 carts", "about 43 carts", [("figure", ("40",), ("43",))]),
        ("40 men, 43 carts", "43 men, 40 carts", [("figure", ("40", "43"), ("43", "40"))]),
        ("40 then 43", "43 then 40", [("figure", ("40", "43"), ("43", "40"))]),
        ("says Ali Haddad today", "says Jan Khoury today", [("name", ("Ali Haddad",), ("Jan Khoury",))]),
        ("he signed", "he never signed", [("negation", (), ("never",))]),
        ("with 12 old men", "with 12 young women", []),
        ("three carts in May 1901", "carts in June 1901", [("figure", ("three",), ()), ("name", ("May",), ("June",))]),
        ("он не был", "он был", [("negation", ("не",), ())]),
        ("«да»", "“да”", []),
        ("a cart came by the gate. No boat passed", "No boat passed, a cart came by the gate", []),
    ],
)  # fmt: skip
def test_figures_names_and_negations_are_pointed_out_with_what_stands_for_them(
    was: str, now: str, found: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert [(one.kind, one.was, one.now) for one in pointed_out(was, now)] == found


def test_texts_too_long_to_compare_word_by_word_differ_between_their_common_ends() -> None:
    was, now = ("begin " + f"{word} " * 3000 + "end" for word in ("one", "other"))
    assert [(len(one.was.split()), len(one.now.split())) for one in differences(was, now)] == [(3000, 3000)]


def test_names_in_a_long_passage_take_no_longer_than_its_words() -> None:
    letters = ["".join(chr(ord("a") + int(digit)) for digit in str(number)) for number in range(5_000)]
    was, now = ("they saw " + " ".join(f"{name}{end}," for end in letters) for name in ("Ral", "Rel"))
    began = time.thread_time()
    assert [one.kind for one in pointed_out(was, now)] == ["name"]
    assert time.thread_time() - began < 10


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            " ".join(f"not a{at} Ab{at}" for at in range(100)),
            " ".join(f"b{at} not Ab{at + 7}" for at in range(100)),
        ),
        (" ".join(f"x{at} not y{at}" for at in range(100)), " ".join(f"x{at} y{at} not" for at in range(100))),
        ("tausend" * 3_000, "tausend" * 3_000 + "eins"),
        ("一" * 5_000, "二" * 5_000),
        ("1" * 6_000 + "th", "2" * 6_000 + "th"),
        ("two hundred and " * 100, "three thousand or " * 100),
        ("A.B." * 100, "A.C." * 100),
        ("1 234 " * 100, "1 235 " * 100),
    ],
)
@pytest.mark.parametrize("language", ["und", "de", "fr"])
def test_texts_that_nobody_wrote_are_compared_like_others(was: str, now: str, language: str) -> None:
    pointed = pointed_out(was, now, language)
    assert all(one.was or one.now for one in pointed)
    assert differences(was, now, language)


NEGATED = {
    "English": [("it was confirmed", "it was unconfirmed"), ("it is open", "it isn’t open")],
    "Russian": [("мост открыт", "мост не открыт"), ("это известно", "это неизвестно"), ("там лодки", "там никого")],
    "Arabic": [("عبرت العربات", "ولم تعبر العربات"), ("تمكن من العبور", "عدم تمكن من العبور"), ("مع خبز", "بلا خبز")],
    "French": [("le pont est ouvert", "le pont n’est pas ouvert"), ("avec des bateaux", "sans aucun bateau")],
    "German": [("das Tor ist offen", "das Tor ist nicht offen"), ("er sah alles", "er sah nichts")],
    "Spanish": [("el puente se abre", "el puente nunca se abre"), ("vino alguien", "vino nadie")],
    "Turkish": [
        ("köprü açıldı", "köprü açılmadı"),
        ("tekneler geliyor", "tekneler gelmiyor"),
        ("yol var", "yol yok"),
        ("su gelir", "su gelmez"),
    ],
    "Persian": [("پل باز می‌شود", "پل باز نمی‌شود"), ("پل باز شد", "پل باز نشد"), ("پل باز است", "پل باز نیست")],
    "Hebrew": [("הגשר נפתח", "הגשר לא נפתח"), ("אמר שהגיע", "אמר שלא הגיע"), ("יש סירות", "אין סירות")],
    "Chinese": [("桥已开放", "桥尚未开放"), ("他同意", "他不同意"), ("有船", "没有船"), ("有船", "無船")],
    "Japanese": [("橋は開いた", "橋は開かなかった"), ("船が来る", "船が来ない"), ("船が来ます", "船が来ません")],
}
"""Of each language, sentences without a negation and with one."""


@pytest.mark.parametrize("language", NEGATED)
def test_a_negation_that_came_or_went_is_pointed_out_in_many_languages(language: str) -> None:
    for without, negated in NEGATED[language]:
        added, removed = (pointed_out(*sides) for sides in ((without, negated), (negated, without)))
        assert [(one.was, bool(one.now)) for one in added if one.kind == "negation"] == [((), True)], negated
        assert [(bool(one.was), one.now) for one in removed if one.kind == "negation"] == [(True, ())], negated


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("他同意", "他非常同意"),
        ("汽车来了", "无人机来了"),
        ("两国相同", "两国不同"),
        ("船が来る", "船が来るかもしれない"),
        ("他撤退", "他不得不撤退"),
        ("船は多い", "船は少ない"),
        ("船が来る夜", "船が来る未明"),
        ("she said Reem", "she said Ahmadi in Ramadan"),
        ("says Ana Ruiz", "says Ana Gomez"),
        ("там небо", "там берег"),
        ("על הגשר", "כלא ליד הגשר"),
    ],
)
def test_what_only_looks_like_a_negation_is_not_pointed_out_as_one(was: str, now: str) -> None:
    assert "negation" not in [one.kind for one in pointed_out(was, now)]


@pytest.mark.parametrize(
    ("was", "now", "gone", "come"),
    [
        ("桥上有300人", "桥上有310人", "300", "310"),
        ("桥上有三百人", "桥上有四百人", "三百", "四百"),
        ("桥上有三百人", "桥上有三百五十人", "三百", "三百五十"),
        ("三辆车", "五辆车", "三", "五"),
        ("损失30万元", "损失30亿元", "30万", "30亿"),
        ("橋に３００人がいた", "橋に３１０人がいた", "３００", "３１０"),
        ("橋に二十人がいた", "橋に三十人がいた", "二十", "三十"),
        ("三つの橋", "四つの橋", "三", "四"),
        ("عبر ٣٠٠ شخص", "عبر ٣١٠ أشخاص", "٣٠٠", "٣١٠"),
        ("عبرت ثلاث عربات الجسر", "عبرت خمس عربات الجسر", "ثلاث", "خمس"),
        ("عبر خمسون شخصا", "عبر ستون شخصا", "خمسون", "ستون"),
        ("مع ثلاثمئة رجل", "مع أربعمئة رجل", "ثلاثمئة", "أربعمئة"),
        ("قرابة المئة وخمسين", "قرابة المئة وسبعين", "المئة وخمسين", "المئة وسبعين"),
        ("На берегу стояли две лодки с хлебом", "На берегу стояли три лодки с хлебом", "две", "три"),
        ("около пятидесяти лодок", "около шестидесяти лодок", "пятидесяти", "шестидесяти"),
        ("в трёх лодках", "в двух лодках", "трёх", "двух"),
        ("quinze bateaux", "seize bateaux", "quinze", "seize"),
        ("soixante ponts", "quarante ponts", "soixante", "quarante"),
        ("Drei Karren standen am Ufer", "Vier Karren standen am Ufer", "Drei", "Vier"),
        ("es waren fünfundzwanzig Karren", "es waren dreihundert Karren", "fünfundzwanzig", "dreihundert"),
        ("había doce barcos", "había veintidós barcos", "doce", "veintidós"),
        ("doscientos barcos", "trescientos barcos", "doscientos", "trescientos"),
        ("köprüde üç tekne", "köprüde dört tekne", "üç", "dört"),
        ("yetmiş tekne", "seksen tekne", "yetmiş", "seksen"),
        ("پنج قایق آمد", "هفت قایق آمد", "پنج", "هفت"),
        ("۳۰۰ نفر", "۳۱۰ نفر", "۳۰۰", "۳۱۰"),
        ("שלוש סירות", "ארבע סירות", "שלוש", "ארבע"),
        ("כמעט שלושים סירות", "כמעט ארבעים סירות", "שלושים", "ארבעים"),
    ],
)  # fmt: skip
def test_a_figure_that_changed_is_pointed_out_in_digits_and_in_words_of_many_languages(
    was: str, now: str, gone: str, come: str
) -> None:
    (pointed,) = pointed_out(was, now)
    assert (pointed.kind, pointed.was, pointed.now) == ("figure", (gone,), (come,))


@pytest.mark.parametrize(
    ("was", "now"),
    [("他同意", "他十分同意"), ("我们来", "我们一起来"), ("ein Karren", "und Karren"), ("橋は開く", "橋は一部開く")],
)
def test_what_only_looks_like_a_figure_is_not_pointed_out_as_one(was: str, now: str) -> None:
    assert "figure" not in [one.kind for one in pointed_out(was, now)]


@pytest.mark.parametrize(
    ("was", "now", "changed"),
    [
        ("Köprü açık", "Köprü açık değil", ("", "değil")),
        ("Most jest otwarty", "Most nie jest otwarty", ("", "nie")),
        ("他同意", "他不同意", ("", "不")),
        ("橋は開いた", "橋は開かなかった", ("いた", "かなかった")),
    ],
)
def test_a_word_that_changed_in_any_script_is_told_with_its_kind(was: str, now: str, changed: tuple[str, str]) -> None:
    (change,) = differences(was, now)
    assert (change.was, change.now, change.kinds) == (*changed, ("negation",))


@pytest.mark.parametrize(
    ("was", "now", "gone", "come"),
    [
        ("was put – 5 million lower", "was put –5 million lower", ("5 million",), ("–5 million",)),
        ("in town — 5 degrees", "in town -5 degrees", ("5",), ("-5",)),
        ("at –5 degrees", "at –6 degrees", ("–5",), ("–6",)),
    ],
)
def test_a_dash_that_is_a_minus_sign_is_a_part_of_its_figure(
    was: str, now: str, gone: tuple[str, ...], come: tuple[str, ...]
) -> None:
    for before, behind, left, right in ((was, now, gone, come), (now, was, come, gone)):
        (pointed,) = pointed_out(before, behind, "en")
        assert (pointed.kind, pointed.was, pointed.now) == ("figure", left, right)


@pytest.mark.parametrize(
    ("was", "now"),
    [("by 3 −5 percent", "by 3-5 percent"), ("that \u202e1 2\u202c men", "that \u202e1\u202c 2 men"), ("a. b", "a .b")],
)
def test_where_the_texts_differ_and_no_words_do_it_is_never_called_typography(was: str, now: str) -> None:
    assert differences(was, now)
    assert all("typography" not in one.kinds for one in differences(was, now))
