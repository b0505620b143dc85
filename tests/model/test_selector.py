"""Finding a quotation again."""

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reading_room.model.article import Block, Passage
from reading_room.model.selector import Place, TextQuote, places

TEXT = st.text(alphabet="ab \u0301ج", max_size=30)


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(str(n), Block("paragraph", text)) for n, text in enumerate(texts, start=1))


def found(quote: TextQuote, *texts: str) -> list[Place]:
    return list(places(quote, passages(*texts)))


@settings(max_examples=60)
@given(TEXT, TEXT, TEXT)
def test_a_quotation_is_found_where_it_was_taken_from(before: str, exact: str, after: str) -> None:
    assume(not unicodedata.combining(exact[:1] or " "))  # a mark alone belongs to the letter before it
    before, after = f"{before} ", f" {after}"
    quote = TextQuote(exact, before, after)
    assert not exact.strip() or any(
        place.start == len(before) and place.end == len(before + exact)
        for place in found(quote, before + exact + after)
    )


@settings(max_examples=60)
@given(TEXT, TEXT, TEXT, st.lists(TEXT, max_size=4))
def test_every_place_holds_the_quotation_letter_for_letter(
    exact: str, prefix: str, suffix: str, texts: list[str]
) -> None:
    for place in found(TextQuote(exact, prefix, suffix), *texts):
        text = place.passage.text
        assert text[place.start : place.end] == exact
        assert text[: place.start].rstrip().endswith(prefix.strip())
        assert text[place.end :].lstrip().startswith(suffix.strip())


def test_overlapping_places_are_all_counted() -> None:
    assert [place.start for place in found(TextQuote("a a"), "a a a")] == [0, 2]


@pytest.mark.parametrize("text", ["1900 raids", "2,900 raids", "1.900 raids", "900 raidsmen", "900 raidś"])
def test_a_part_of_a_word_or_of_a_figure_is_no_quotation(text: str) -> None:
    assert found(TextQuote("900 raids"), unicodedata.normalize("NFD", text)) == []


@pytest.mark.parametrize(
    "text", ["over 900 raids.", "900 raids", "“900 raids”", "20,900 raids, 900 raids", "城900 raids城"]
)
def test_whole_words_are_a_quotation_whatever_stands_around_them(text: str) -> None:
    assert len(found(TextQuote("900 raids"), text)) == 1


def test_context_tells_two_places_apart() -> None:
    text = "300 guests came. Of 300 guests none left."
    assert len(found(TextQuote("300 guests"), text)) == 2
    assert [place.start for place in found(TextQuote("300 guests", prefix="Of"), text)] == [20]
    assert [place.start for place in found(TextQuote("300 guests", suffix=" came"), text)] == [0]


def test_context_in_another_passage_does_not_count() -> None:
    assert found(TextQuote("guests", prefix="300"), "300", "guests") == []


def test_a_quotation_with_another_letter_case_or_mark_is_not_found() -> None:
    assert found(TextQuote("Bridge"), "the bridge") == []
    assert found(TextQuote("don't"), "don’t") == []


def test_an_empty_quotation_stands_nowhere() -> None:
    assert found(TextQuote(" "), "a b") == []
