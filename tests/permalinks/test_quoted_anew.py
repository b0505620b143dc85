"""A correction that quotes the old words is not shown as the statement, and a statement that was put in marks still is."""

import pytest

from tests.permalinks.histories import after, shown

SHUT = "Schools stayed shut all week."
SAID = "At least 12 people were killed in Homs, the ministry said on Monday."
LEFT = "The governor left without taking questions from the reporters in the hall."
CONVOY = "A convoy with flour and medicine reached the besieged quarter at noon."

CORRECTED = (
    (SAID, SAID.replace("12", "17"), "Correction: an earlier version said “{}.”"),
    (SAID, SAID.replace("12", "17"), 'Correction: an earlier version said "{}".'),
    (SAID, SAID.replace("12", "17"), "Correction: an earlier version said '{}'."),
    (
        "По меньшей мере 12 человек погибли в Хомсе, сообщило министерство в понедельник.",
        "По меньшей мере 17 человек погибли в Хомсе, сообщило министерство в понедельник.",
        "Исправление: в ранней версии говорилось: «{}».",
    ),
    (
        "قتل 12 شخصا على الأقل في حمص بحسب ما قالت الوزارة يوم الاثنين.",
        "قتل 17 شخصا على الأقل في حمص بحسب ما قالت الوزارة يوم الاثنين.",
        "تصحيح: ورد في نسخة سابقة: «{}».",
    ),
    (
        "לפחות 12 בני אדם נהרגו בעיר חומס, מסר המשרד ביום שני.",
        "לפחות 17 בני אדם נהרגו בעיר חומס, מסר המשרד ביום שני.",
        'תיקון: צה"ל מסר בגרסה קודמת: "{}".',
    ),
    (
        "外交部周一说霍姆斯至少有12人死亡，另有多人受伤。",
        "外交部周一说霍姆斯至少有17人死亡，另有多人受伤。",
        "更正：早前版本称“{}”。",
    ),
    (
        "外務省は月曜日にホムスで少なくとも12人が死亡したと発表した。",
        "外務省は月曜日にホムスで少なくとも17人が死亡したと発表した。",
        "訂正：以前の版では「{}」としていた。",
    ),
    (
        "Mindestens 12 Menschen starben in Homs, teilte das Ministerium am Montag mit.",
        "Mindestens 17 Menschen starben in Homs, teilte das Ministerium am Montag mit.",
        "Korrektur: In einer früheren Fassung hieß es: „{}“.",
    ),
)  # fmt: skip


def bare(sentence: str) -> str:
    return sentence.rstrip(".。")


@pytest.mark.parametrize(("was", "now", "form"), CORRECTED)
@pytest.mark.parametrize("where", ["same passage", "next", "top", "end"])
def test_the_corrected_statement_is_shown_and_not_what_quotes_the_old_one(
    was: str, now: str, form: str, where: str
) -> None:
    correction = form.format(bare(was))
    versions = {
        "same passage": [SHUT, f"{now} {correction}", LEFT, CONVOY],
        "next": [SHUT, now, correction, LEFT, CONVOY],
        "top": [correction, SHUT, now, LEFT, CONVOY],
        "end": [SHUT, now, LEFT, CONVOY, correction],
    }
    found = after(bare(was), [SHUT, was, LEFT, CONVOY], versions[where])
    assert (found.status, shown(found)) == ("edited", [bare(now)])


@pytest.mark.parametrize(("was", "now", "form"), CORRECTED)
@pytest.mark.parametrize("where", ["next", "top", "end"])
def test_where_the_statement_was_taken_out_what_quotes_it_may_be_it(was: str, now: str, form: str, where: str) -> None:
    correction = form.format(bare(was))
    versions = {
        "next": [SHUT, LEFT, correction, CONVOY],
        "top": [correction, SHUT, LEFT, CONVOY],
        "end": [SHUT, LEFT, CONVOY, correction],
    }
    found = after(bare(was), [SHUT, was, LEFT, CONVOY], versions[where])
    assert (found.status, found.found) == ("ambiguous", ())
    assert [[one.text for one in place] for place in found.candidates] == [[bare(was)]]


def test_of_a_sentence_within_a_passage_what_quotes_it_in_the_next_one_may_be_it() -> None:
    found = after(SAID, [f"{SHUT} {SAID}", LEFT, CONVOY], [SHUT, f"Correction: we wrote “{SAID}”", LEFT, CONVOY])
    assert found.status == "ambiguous"


def test_nor_is_it_shown_for_standing_in_the_old_surroundings() -> None:
    silent, baker, convoy, school = (
        "市場への砲撃について犯行声明は出ていない。",
        "住民は唯一開いているパン屋の行列について語った。",
        "外務省は外交官との会談の後に報告書を公表した。",
        "学校は閉鎖されたままで子どもたちは家にいた。",
    )
    said = "外務省は月曜日にダルアーで少なくとも19人が死亡したと発表した"
    correction = f"訂正：以前の版では「{said}」としていた。"
    found = after(said, [f"{silent}{said}。", baker, convoy, school], [silent, correction, baker, convoy, school])
    assert found.status == "ambiguous"


def test_a_phrase_of_a_sentence_that_was_corrected_is_followed_to_the_corrected_one() -> None:
    phrase, correction = "12 people were killed in Homs", f"Correction: an earlier version said “{SAID}”"
    before, now = [SHUT, SAID, LEFT, CONVOY], SAID.replace("12", "17")
    found = after(phrase, before, [SHUT, f"{now} {correction}", LEFT, CONVOY])
    assert shown(found) == [phrase.replace("12", "17")]
    assert after(phrase, before, [SHUT, LEFT, CONVOY, correction]).status == "ambiguous"


def test_a_phrase_that_is_put_in_marks_in_its_sentence_stands_as_it_stood() -> None:
    was, phrase = "The ministry calls it a safe zone in the north.", "a safe zone in the north"
    assert after(phrase, [SHUT, was, LEFT], [SHUT, was.replace(phrase, f"“{phrase}”"), LEFT]).status == "exact"


def test_a_correction_that_stays_through_later_versions_is_not_followed() -> None:
    once, twice = SAID.replace("12", "17"), SAID.replace("12", "19")
    correction = f"Correction: an earlier version said “{SAID}”"
    versions = [[SHUT, now, LEFT, CONVOY, *more] for now, more in ((SAID, ()), (once, [correction]))]
    found = after(SAID, *versions, [SHUT, twice, LEFT, CONVOY, correction])
    assert (found.status, shown(found)) == ("edited", [bare(twice)])


def test_of_several_sentences_those_that_still_stand_are_shown_without_the_quoted_one() -> None:
    passage = f"{SHUT} {SAID} {CONVOY}"
    correction = f"Correction: an earlier version said “{SAID}”"
    found = after(passage, [passage, LEFT], [f"{SHUT} {CONVOY}", LEFT, correction])
    assert found.status == "edited"
    assert not any("12 people" in text for text in shown(found))


def test_words_that_moved_and_are_quoted_too_are_shown_where_they_moved() -> None:
    correction = f"Correction: an earlier version said “{SAID}” in the wrong place."
    found = after(SAID, [SHUT, SAID, LEFT, CONVOY], [correction, SHUT, LEFT, CONVOY, SAID])
    assert found.status == "moved"
    assert found.found[0].start == 0


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("The minister said no help would come.", "The minister said “no help would come.”"),
        ("Assad said the war would be over by the end of the year.", "Assad said “the war would be over by the end of the year.”"),
        ("No help will come to the city.", "“No help will come to the city,” the minister said."),
        ("No help will come to the city.", "The minister said: “No help will come to the city.”"),
        ("No help will come to the city.", "“No help will come to the city.”"),
        ("Помощи городу не будет.", "«Помощи городу не будет», — сказал министр."),
        ("لن تصل أي مساعدة إلى المدينة.", "وقال الوزير: «لن تصل أي مساعدة إلى المدينة»."),
        ("援助は町に来ない。", "「援助は町に来ない」と大臣は語った。"),
    ],
)  # fmt: skip
def test_a_sentence_that_is_put_in_marks_in_its_place_is_the_statement(was: str, now: str) -> None:
    for before, behind in (
        ([SHUT, was, LEFT], [SHUT, now, LEFT]),
        ([f"{SHUT} {was} {LEFT}"], [f"{SHUT} {now} {LEFT}"]),
    ):
        assert after(bare(was), before, behind).status in ("exact", "edited")
    assert after(was, [SHUT, was, LEFT], [SHUT, now, LEFT]).status in ("exact", "edited")


@pytest.mark.parametrize(
    ("was", "now", "news"),
    [
        (SAID, f"“{bare(SAID)},” a report said.", "At least 17 people were killed in Hama, the ministry said on Tuesday."),
        (
            "外交部周一说霍姆斯至少有12人死亡，另有多人受伤。",
            "报告称：“外交部周一说霍姆斯至少有12人死亡，另有多人受伤”。",
            "外交部周二说哈马至少有17人死亡，另有多人受伤。",
        ),
    ],
)  # fmt: skip
def test_news_of_the_same_form_beside_a_sentence_that_was_put_in_marks_is_not_taken_for_its_correction(
    was: str, now: str, news: str
) -> None:
    for versions in ([SHUT, news, now, LEFT], [SHUT, now, news, LEFT], [SHUT, f"{news} {now}", LEFT]):
        found = after(bare(was), [SHUT, was, LEFT], versions)
        assert found.status == "ambiguous"
        assert bare(was) in [one.text for place in found.candidates for one in place]


def test_a_sentence_that_always_stood_in_marks_may_move_with_who_said_it() -> None:
    was, now = f"The ministry said: “{SAID}”", f"In the evening the ministry repeated: “{SAID}”"
    assert after(SAID, [SHUT, was, LEFT, CONVOY], [SHUT, LEFT, CONVOY, now]).status == "moved"
