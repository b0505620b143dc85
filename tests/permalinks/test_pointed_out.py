"""What is pointed out of a change: only what is true, and nothing of what is merely written in another way."""

from collections.abc import Iterator

import pytest

from reading_room.permalinks.differences import differences, pointed_out

TABLE = """
# A number is one figure, in however many words it is written.
en | twenty-three men | twenty-four men | figure: twenty-three → twenty-four
en | two hundred men | three hundred men | figure: two hundred → three hundred
en | two hundred men | two hundred and fifty men | figure: two hundred → two hundred and fifty
en | between one hundred and two hundred men | between one hundred and three hundred men | figure: two hundred → three hundred
en | 2 million people | 2 billion people | figure: 2 million → 2 billion
en | two and a half million | three million | figure: two and a half million → three million
en | the twenty-second boat | the twenty-third boat | figure: twenty-second → twenty-third
en | a $2 million fourth-quarter loss | a $2 billion fourth-quarter loss | figure: $2 million → $2 billion
en | it cost $2.5 million | it cost 2,500,000 dollars |
en | three-quarters of it | a quarter of it | figure: three-quarters → quarter
es | dos millones y medio | tres millones | figure: dos millones y medio → tres millones
de | um 17.30 Uhr | um 17:30 Uhr |
ja | 午後5時半 | 17時半 |
he | אלפיים איש | שלושת אלפים איש | figure: אלפיים → שלושת אלפים
fr | quatre-vingt-dix ponts | quatre-vingt-onze ponts | figure: quatre-vingt-dix → quatre-vingt-onze
es | treinta y un barcos | treinta y dos barcos | figure: treinta y un → treinta y dos
pt | vinte e cinco barcos | trinta e cinco barcos | figure: vinte e cinco → trinta e cinco
de | zweihundertfünfzig Karren | zweihundertsechzig Karren | figure: zweihundertfünfzig → zweihundertsechzig
ru | двести пятьдесят лодок | триста пятьдесят лодок | figure: двести пятьдесят → триста пятьдесят
tr | iki yüz elli tekne | iki yüz altmış tekne | figure: iki yüz elli → iki yüz altmış
fa | صد و بیست قایق | صد و سی قایق | figure: صد و بیست → صد و سی
ar | خمسة وعشرون رجلا | ستة وعشرون رجلا | figure: خمسة وعشرون → ستة وعشرون
he | עשרים ושלוש סירות | עשרים וארבע סירות | figure: עשרים ושלוש → עשרים וארבע
en | with 40 or 50 carts | with 50 to 60 carts | figure: 40, 50 → 50, 60
# The same figure in another writing is none that changed.
en | two hundred men | 200 men |
en | half a million men | 500,000 men |
en | in ½ an hour | in 1/2 an hour |
en | 1½ hours | 1 1/2 hours |
en | at 5:30 p.m. today | at 17:30 today |
en | five percent of it | 5% of it |
en | 5 dollars | $5 |
de | 1.500 Karren | 1500 Karren |
ar | عبر 300 شخص | عبر ٣٠٠ شخص |
zh | 三百人 | 300人 |
en | at 5:30 p.m. today | at 5:40 p.m. today | figure: 5:30 p.m. → 5:40 p.m.
en | about 10² boats | about 102 boats | figure: 10² → 102
en | it cost $5 | it cost €5 | figure: $5 → €5
en | 1.5 tons | 1,500 tons | figure: 1.5 → 1,500
# Some words are figures only where another figure took their place.
en | the second convoy | the third convoy | figure: second → third
ru | вторая лодка | третья лодка | figure: вторая → третья
en | one man came | two men came | figure: one → two
en | the second he left | the moment he left |
en | one must go | you must go |
ar | وصل يوم الاثنين | وصل يوم الثلاثاء |
he | ביום שני בא | ביום שלישי בא |
zh | 星期一来 | 星期二来 |
pt | a casa dos barcos | a casa de barcos |
tr | ekmek yedi | ekmek aldı |
tr | yedi tekne | sekiz tekne | figure: yedi → sekiz
ru | он вернулся в семью | он вернулся в дом |
he | לפני שנים רבות | לפני ימים רבים |
fa | نه نفر کشته شدند | ده نفر کشته شدند | figure: نه → ده
fa | بیست و نه نفر | بیست و هشت نفر | figure: بیست و نه → بیست و هشت
fa | نه سرباز رسیدند | سرباز رسیدند |
fr | un pont neuf | un pont vieux |
de | sie geben acht | sie geben nach |
en | the first of May | 1 May |
ar | ألفان ومئتان رجل | 2200 رجل |
fr | mille deux cents hommes | 1 200 hommes |
# A negation for a negation is no change; what only looks like one is none.
en | he cannot sign | he can not sign |
en | I don’t know | I do not know |
en | no one came | nobody came |
en | he failed to sign | he managed to sign | negation: failed →
en | he failed to sign | he did not sign |
en | the failed attempt | the attempt |
fa | نه، او رفت | آری، او رفت | negation: نه →
ja | 部屋に入らず帰った | 部屋に入り帰った | negation: ず →
ja | 食べず寝た | 食べて寝た | negation: ず →
ja | 雨にもかかわらず進んだ | 雨でも進んだ |
ja | 水がわずか残る | 水が残る |
en | so isn’t it open | so is it not open |
en | I didn’t say that he had gone | I did say that he had not gone | negation: didn’t →; negation: → not
en | it was not confirmed | it was unconfirmed |
en | they never signed | they did not sign | negation: never → not
en | in cell number 5 there | in cell No. 5 there |
en | he had no 5 boats | he had 5 boats | negation: no →
pt | nasceu em Lisboa ontem | nasceu no Porto ontem | name: Lisboa → Porto
pt | ele foi ontem | ele não foi ontem | negation: → não
es | está en el puente | no está en el puente | negation: → no
fr | à quelques mètres de là | à quelques pas de là |
fr | il est venu | il n’est pas venu | negation: → n’est pas
fr | Il ne reste que deux bateaux | Il reste seulement deux bateaux |
fr | Personne n’est venu | Nul n’est venu |
en | it is neither red nor blue | it is not old |
it | il ponte è aperto | il ponte non è aperto | negation: → non
el | η γέφυρα άνοιξε | η γέφυρα δεν άνοιξε | negation: → δεν
th | เข้าเมืองได้ | เข้าเมืองไม่ได้ | negation: → ไม่
uk | міст відкрито | міст не відкрито | negation: → не
# Capitals tell names, but not where they only begin a sentence or are the rule.
en | the harbour bridge opened | the Harbour Bridge opened |
en | the Foreign Ministry | the foreign ministry |
en | the capital of Syria | Syria’s capital |
en | Haddad’s army | the army of Haddad |
fr | L’armée est là | La troupe est là |
en | said Mr Haddad | said Haddad |
en | in the U.S. today | in the US today |
en | to Section P above | to Section N above |
en | it says NO BOAT PASSED today | it says NO SHIP PASSED today |
en | he said I saw it | he said we saw it |
en | he said: “Boats came” | he said, “The boats came” |
en | Army Takes Palmyra After Fight | Army Retakes Palmyra After Fight |
en | World War I ended | World War II ended |
de | der Hund schläft | die Katze schläft |
ru | войска вошли в Сирию | войска вошли в столицу Сирии |
tr | Esad'ın ordusu geldi. | Obama'nın ordusu geldi. | name: Esad'ın → Obama'nın
tr | bugün Suriye’de tekne | bugün Suriye’den tekne |
fr | la guerre en l’Iran | la guerre en l’Irak | name: l’Iran → l’Irak
en | he left | he saw Haddad, and Haddad left | name: → Haddad
en | then Haddad and Khoury left | then Haddad left | name: Khoury →
en | Haddad said that Haddad left | Haddad said that he left |
# What changed places, or moved by itself.
en | Israel attacked Syria | Syria attacked Israel | name: Israel, Syria → Syria, Israel (moved)
ru | Иванов критиковал Петрова | Петров критиковал Иванова | name: Иванов, Петрова → Петров, Иванова (moved)
en | 40 men, 43 carts | 43 men, 40 carts | figure: 40, 43 → 43, 40 (moved)
en | he did not say that he had gone | he did say that he had not gone | negation: not → not (moved)
en | he did not go and she did go | he did go and she did not go | negation: not → not (moved)
en | three men and women | men and three women | figure: three → three (moved)
en | Haddad said on Monday that it rained | On Monday Haddad said that it rained |
en | We do not sell it. It is open to all of you. | We sell it. It is open to all but not you. | negation: not →; negation: → not
# In a long change nothing surely stands for what went.
en | the mayor, Haddad, opened the bridge with a speech on trade | a crowd of boys and of 12 old men from Homs waved \
 | figure: → 12; name: Haddad →; name: → Homs
"""
"""Language, how it was, how it is, and what is pointed out."""


def rows() -> Iterator[tuple[str, str, str, str]]:
    for line in TABLE.replace("\\\n", "").strip().splitlines():
        if not line.startswith("#"):
            language, was, now, said = (part.strip() for part in line.split("|"))
            yield language, was, now, said


def said(was: str, now: str, language: str) -> str:
    return "; ".join(
        f"{one.kind}: {', '.join(one.was)} → {', '.join(one.now)}".replace(":  →", ": →").strip()
        + (" (moved)" if one.moved else "")
        for one in pointed_out(was, now, language)
    )


@pytest.mark.parametrize(("language", "was", "now", "expected"), list(rows()))
def test_what_is_pointed_out_is_what_changed(language: str, was: str, now: str, expected: str) -> None:
    assert said(was, now, language) == expected


@pytest.mark.parametrize(("language", "was", "now", "expected"), list(rows()))
def test_what_changed_one_way_changed_the_other_way_too(language: str, was: str, now: str, expected: str) -> None:
    back = pointed_out(now, was, language)
    assert sorted(one.kind for one in back) == sorted(part.split(":")[0] for part in expected.split("; ") if part)


def test_what_went_beside_the_words_was_not_taken_out() -> None:
    was, now = "Haddad met Khoury and his men near the gate", "Haddad and his men near the gate"
    assert [one.was for one in pointed_out(was, now, "en")] == [("Khoury",)]
    assert pointed_out(was, now, "en", ("", "Khoury met")) == ()
    assert pointed_out("he did not go", "he did go", "en", ("", "and nobody came")) == ()
    assert [one.kind for one in pointed_out("he did not go", "he did go", "en", ("he never came", ""))] == ["negation"]


def test_the_language_decides_what_a_word_is() -> None:
    assert said("casa no Porto", "casa Porto", "pt") == ""
    assert said("a house no more", "a house more", "en") == "negation: no →"
    assert said("ein Hund des Hauses", "ein Hund", "de") == ""


@pytest.mark.parametrize(
    ("was", "now", "change"),
    [
        ("เข้าเมืองได้", "เข้าเมืองไม่ได้", ("", "ไม่")),
        ("เขาไปนา", "เขาไปใน", ("นา", "ใน")),
        ("ໄປ", "ໃປ", ("ໄປ", "ໃປ")),
        ("ក្រុង", "ក្លុង", ("ក្រុ", "ក្លុ")),
    ],
)
def test_a_change_never_cuts_what_is_read_as_one_sign(was: str, now: str, change: tuple[str, str]) -> None:
    (found,) = differences(was, now)
    assert (found.was, found.now) == change
