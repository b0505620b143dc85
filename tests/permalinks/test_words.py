"""The frozen tokeniser: what it made of a text once, it must make of it for ever."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.results import Span
from reading_room.permalinks.words import NAME, numbers, stretch, words

GOLDEN = [
    ("", ""),
    ("*** — …", ""),
    ("The army took 2,900 men.", "The|army|took|2,900|men"),
    ("2,900, then 3.5; 1.5.", "2,900|then|3.5|1.5"),
    ("2 900 or 2\u00a0900 or 2\u202f900 000 or 16\u00a05", "2|900|or|2\u00a0900|or|2\u202f900|000|or|16|5"),
    ("−5 °C, -5 and +5", "−5|C|-5|and|+5"),
    ("2015-2017, 5%-10%, A-5", "2015|2017|5%|10%|A|5"),
    ("$5, -$5, $−5, 5€, €5, ₽5, ₺7 and £3.5m", "$5|-$5|$−5|5€|€5|₽5|₺7|and|£3.5m"),
    ("50%, 50 %, 12‰, 30°", "50%|50|12‰|30°"),
    ("12:30 on 23/3/2016", "12|30|on|23|3|2016"),
    ("don’t don't O’Neill's l’homme 80's", "don’t|don't|O’Neill's|l’homme|80's"),
    ("’tis the boys’ ‘quoted’", "tis|the|boys|quoted"),
    ("well-known co\u00adop non‑breaking", "well|known|co\u00adop|non|breaking"),
    ("https://example.org/a_b?c=1&d=%20", "https|example|org|a_b|c|1|d|20"),
    ("write@example.org @name #tag", "write|example|org|name|tag"),
    ("cafe\u0301 café naïve", "cafe\u0301|café|naïve"),
    ("²x Ⅷ ½ x₂", "²x|Ⅷ|½|x₂"),
    ("Взяли 2 900 пленных, кое-что", "Взяли|2|900|пленных|кое|что"),
    ("شنّت الطائرات ٢٬٩٠٠ غارة، ٥٠٪.", "شنّت|الطائرات|٢٬٩٠٠|غارة|٥٠٪"),
    ("كـتـاب می\u200cخواهم \u202bنص\u202c", "كـتـاب|می\u200cخواهم|نص"),
    ("שָׁלוֹם ‏צה״ל", "שָׁלוֹם|צה|ל"),
    ("हिन्दी में", "हिन्दी|में"),
    ("ทำไมน้ำ", "ทำ|ไ|ม|น้ำ"),
    ("漢字かな、ガｶﾞ", "漢|字|か|な|ガ|ｶﾞ"),
    ("abc漢字12x", "abc|漢|字|12x"),
    ("か\u3099 𠀀𠀁", "か\u3099|𠀀|𠀁"),
    ("한국어 텍스트", "한국어|텍스트"),
    ("ខ្មែរ မြန်မာ", "ខ្|មែ|រ|မြ|န်|မာ"),
    ("👩\u200d👩\u200d👧 👍🏽👍 🇸🇾🇷🇺 1️⃣ ❤️ ☺", "👩\u200d👩\u200d👧|👍🏽|👍|🇸🇾|🇷🇺|1️⃣|❤️|☺"),
    ("© 2016, Nº 5, C++", "©|2016|Nº|5|C"),
    ("𞤀𞤣𞤤𞤢𞤥 ꓡꓲꓢꓴ", "𞤀𞤣𞤤𞤢𞤥|ꓡꓲꓢꓴ"),
    ("word1 1word _under_", "word1|1word|_under_"),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_words_are_counted_as_they_always_were(text: str, expected: str) -> None:
    assert NAME == "words-1"
    assert "|".join(text[word.start : word.end] for word in words(text)) == expected


@given(st.text())
def test_any_text_has_words_that_follow_each_other_and_leave_no_letter_out(text: str) -> None:
    found = words(text)
    assert all(word.start < word.end for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    inside = {at for word in found for at in range(word.start, word.end)}
    assert all(at in inside for at, character in enumerate(text) if character.isascii() and character.isalnum())


@given(st.text(alphabet="ab 1,.’-漢ก้👍🏽\u200d\u00ad$%−é\u0301", max_size=30), st.data())
def test_a_stretch_of_words_has_the_numbers_it_was_made_of(text: str, data: st.DataObject) -> None:
    count = len(words(text))
    if count:
        first = data.draw(st.integers(1, count))
        last = data.draw(st.integers(first, count))
        found = stretch(text, first, last)
        assert found is not None
        assert numbers(text, found.start, found.end) == (first, last)


def test_code_points_that_touch_a_word_take_all_of_it() -> None:
    text = "The army took the city."
    assert numbers(text, 5, 10) == (2, 3)
    assert numbers(text, 3, 4) is None
    assert numbers(text, 0, 100) == (1, 5)
    assert numbers(text, -5, 1) == (1, 1)


@pytest.mark.parametrize(("first", "last"), [(0, 1), (1, 6), (3, 2), (6, 6), (-1, 1)])
def test_words_that_a_text_does_not_have_are_none(first: int, last: int) -> None:
    assert stretch("The army took the city.", first, last) is None


def test_words_know_where_they_stand() -> None:
    assert words("a, bc") == (Span(0, 1), Span(3, 5))
