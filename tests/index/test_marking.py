"""Which words of a text a query matched."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.index.marking import spans
from reading_room.model.query import parse
from reading_room.model.results import Span

WORDS = st.lists(
    st.sampled_from(["cart", "Carts", "to", "be", "o'er", "al-jisr", "2,000", "مُحَمَّد", "橋橋", "—"]), max_size=9
).map(" ".join)


def marked(query: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in spans(parse(query), text)]


@settings(max_examples=100)
@given(WORDS | st.text(max_size=30), WORDS)
def test_spans_lie_inside_the_text_in_order_and_never_overlap(query: str, text: str) -> None:
    end = 0
    for span in spans(parse(query), text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@settings(max_examples=100)
@given(WORDS)
def test_a_text_quoted_whole_is_marked_from_its_first_word_to_its_last(text: str) -> None:
    found = spans(parse(f'"{text}"'), f"({text})")
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
