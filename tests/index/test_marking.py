"""Which words of a text a query matched."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.index.marking import Marker
from reading_room.index.naming import Naming
from reading_room.model.names import NameSet
from reading_room.model.query import parse
from reading_room.model.results import Span

WORDS = st.lists(
    st.sampled_from(["cart", "Carts", "to", "be", "o'er", "al-jisr", "2,000", "مُحَمَّد", "橋橋", "—"]), max_size=9
).map(" ".join)


LANGUAGES = frozenset({"en", "ru", "ar", "fr"})
NAMES = (
    NameSet("palmyra", "place", {"en": ("Palmyra", "Tadmur"), "ar": ("تدمر",), "ru": ("Пальмира",)}),
    NameSet("citadel", "place", {"en": ("Palmyra Citadel",), "ar": ("قلعة تدمر",)}),
)


def spans(query: str, text: str, language: str = "en", *, title: bool = False) -> tuple[Span, ...]:
    return Marker.of(parse(query).clause, Naming(NAMES, LANGUAGES), LANGUAGES).spans(text, language, title=title)


def marked(query: str, text: str, language: str = "en", *, title: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in spans(query, text, language, title=title)]


@settings(max_examples=100)
@given(WORDS | st.text(max_size=30), WORDS)
def test_spans_lie_inside_the_text_in_order_and_never_overlap(query: str, text: str) -> None:
    end = 0
    for span in spans(query, text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@settings(max_examples=100)
@given(WORDS)
def test_a_text_quoted_whole_is_marked_from_its_first_word_to_its_last(text: str) -> None:
    found = spans(f'"{text}"', f"({text})")
    body = text.strip("— ")
    start = f"({text})".find(body)
    assert not body or Span(start, start + len(body)) in found or len(found) == 1


def test_every_form_of_a_word_is_marked_as_it_is_printed() -> None:
    assert marked("bomb", "Bombs fell; they bombed the bombers’ base.") == ["Bombs", "bombed"]


def test_a_phrase_is_one_span_and_its_words_alone_are_none() -> None:
    assert marked('"old city"', "The old, old city and the old gate of the city.") == ["old city"]


def test_a_phrase_may_cross_punctuation() -> None:
    assert marked('"old city"', "of old. City of") == ["old. City"]


def test_a_word_with_a_hyphen_is_marked_whole() -> None:
    assert marked("al-Hayyal", "Mount al-Hayyal, not Hayyal al") == ["al-Hayyal"]


def test_overlapping_phrases_are_one_span() -> None:
    assert marked('"a b" "b c"', "x a b c y") == ["a b c"]


def test_words_side_by_side_are_two_spans() -> None:
    assert marked("old city", "old city") == ["old", "city"]


def test_an_excluded_word_is_not_marked() -> None:
    assert marked("city -old", "old city") == ["city"]


def test_a_query_without_wanted_words_marks_nothing() -> None:
    assert marked("-old", "old") == marked("", "old") == marked("ـ", "ـ old") == []


def test_marks_of_vowels_belong_to_the_marked_word() -> None:
    assert marked("محمد", "قال مُحَمَّدٌ هنا") == ["مُحَمَّدٌ"]


def test_a_phrase_is_marked_as_it_is_spelled_and_not_in_other_forms() -> None:
    assert marked('"old city"', "old cities, Old City") == ["Old City"]


def test_of_words_near_each_other_each_is_marked_and_those_further_off_are_not() -> None:
    text = "Mines were removed. Later, far away and after many long days, mines"
    assert marked('"remove mine"~2', text) == ["Mines", "removed"]


def test_a_beginning_and_a_likeness_mark_whole_words() -> None:
    assert marked("liberat*", "The liberation; liberators; liberal.") == ["liberation", "liberators"]
    assert marked("Palmira~", "Palmyra, Palmyre, Palma") == ["Palmyra", "Palmyre", "Palma"]
    assert marked("Palmira~1", "Palmyra, Palmyre, Palma") == ["Palmyra"]
    assert marked("al-hay*", "al-Hayyal and al Hay; hay") == ["al-Hayyal", "al Hay"]


def test_the_other_names_of_what_was_named_are_marked_unless_this_spelling_alone_is_wanted() -> None:
    text = "Palmyra, Tadmur, تدمر, Пальмирой"
    assert marked("palmyra", text) == ["Palmyra", "Tadmur", "تدمر", "Пальмирой"]
    assert marked("Пальмиры", text) == ["Palmyra", "Tadmur", "تدمر", "Пальмирой"]
    assert marked("=palmyra", text) == marked('"palmyra"', text) == ["Palmyra"]
    assert marked("Palmyra citadel mines", "قلعة تدمر, mines") == ["قلعة تدمر", "mines"]


def test_what_the_title_must_have_is_marked_in_titles_alone() -> None:
    assert marked("title:city raid", "city raid") == ["raid"]
    assert marked("title:city raid", "city raid", title=True) == ["city", "raid"]


def test_the_same_word_is_marked_by_the_language_of_its_text() -> None:
    assert marked("libérer", "libérée", "fr") == ["libérée"]
    assert marked("villes", "ville", "fr") == ["ville"]


def test_the_best_part_is_where_most_of_what_is_wanted_stands_close_together() -> None:
    text = "raid " + "word " * 200 + "raid raid " + "word " * 200 + "raid on the city " + "word " * 200 + "city"
    marker = Marker.of(parse("raid city").clause, Naming((), LANGUAGES), LANGUAGES)
    spans, best = marker.spans_and_best(text, "en")
    assert spans == marker.spans(text, "en")
    assert best is not None
    assert text[best.start : best.end] == "raid on the city"
    assert marker.spans_and_best("nothing", "en") == ((), None)


def test_fields_and_what_is_left_out_mark_nothing() -> None:
    assert marked("outlet:city raid -old", "old city raid") == ["raid"]


def test_an_address_is_marked_where_a_text_writes_it() -> None:
    assert marked("https://example.org/a", "See https://example.org/a for more") == ["https://example.org/a"]
