"""Lines of print: what every page repeats goes, and paragraphs and words that print has broken are whole."""

import time

from hypothesis import given
from hypothesis import strategies as st

from reading_room.importing.formats.printed_lines import (
    Line,
    browsers_address,
    rejoined,
    spelt_out,
    with_title_in_one_line,
    with_whole_words,
    without_heads_and_feet,
)


def page(*texts: str, start: int = 1) -> list[Line]:
    return [Line((number,), text) for number, text in enumerate(texts, start)]


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_letters_stand_for_the_shapes_of_print() -> None:
    assert spelt_out("a ﬂood, ﬁve oﬃces, ½ ²") == "a flood, five offices, ½ ²"
    assert spelt_out("\ufedf\ufe8e") == "\u0644\u0627"


def test_the_address_that_a_browser_printed_is_known_and_the_time_of_printing_is_no_text() -> None:
    pages = [page("11/24/2026, 11:53 PM", "A flood stopped the ferry.", "https://e.org/ferry 1/1")]
    assert browsers_address(pages) == "https://e.org/ferry"
    kept, dropped = without_heads_and_feet(pages, None)
    assert texts(kept) == ["A flood stopped the ferry."]
    assert [line.line for line in dropped] == [1, 3]
    assert browsers_address([page("https://e.org/a-very-lo… 1/2")]) is None
    assert browsers_address([page("file:///home/keeper/ferry.html 1/2")]) is None


def test_a_line_repeated_within_pages_or_at_different_edges_is_text() -> None:
    pages = [
        page("One.", "Two.", "Three.", "Four.", "Same."),
        page("Same.", "Six.", "Two.", "Eight.", "Nine.", start=6),
    ]
    kept, dropped = without_heads_and_feet(pages, None)
    assert len(kept) == 10
    assert dropped == []


def test_a_known_title_is_no_head_of_the_first_page() -> None:
    body = ("Another headline of some words", "The ferry was stopped on Monday by a flood that came from the hills.")
    pages = [page("Ferry stopped by a flood", *body), page("Ferry stopped by a flood", "The end.", start=4)]
    assert texts(without_heads_and_feet(pages, "Ferry Stopped by a Flood")[0])[0] == "Ferry stopped by a flood"
    assert texts(without_heads_and_feet(pages, None)[0])[0] == body[0]


def test_a_soft_hyphen_always_joins_and_a_name_is_not_divided_from_its_second_part() -> None:
    assert texts(with_whole_words(page("the re\u00ad", "turn of the ferry"))) == ["the", "return of the ferry"]
    assert texts(with_whole_words(page("the Franco-", "Russian talks"))) == ["the Franco-", "Russian talks"]


def test_words_divided_in_lines_that_follow_one_another_are_all_whole() -> None:
    lines = with_whole_words(page("the har-", "bour mas-", "ter of the town"))
    assert " ".join(texts(lines)) == "the harbour master of the town"
    assert [number for line in lines for number in line.numbers] == [1, 2, 3]


def test_a_word_alone_in_its_line_takes_the_lines_number_with_it() -> None:
    assert with_whole_words(page("har-", "bour of the town")) == [Line((1, 2), "harbour of the town")]


def test_a_page_of_nothing_but_divided_words_is_read_in_time() -> None:
    lines = [Line((number,), "ab-") for number in range(30_000)]
    began = time.monotonic()
    assert [number for line in rejoined(with_whole_words(lines)) for number in line.numbers] == list(range(30_000))
    assert time.monotonic() - began < 10


@given(st.lists(st.text(alphabet="aB -\u00ad\u2010.1•\n", max_size=12), max_size=30), st.integers(1, 5))
def test_every_line_is_kept_or_left_out_once(written: list[str], pages: int) -> None:
    lines = [Line((number,), text) for number, text in enumerate(written)]
    kept, dropped = without_heads_and_feet([lines[at::pages] for at in range(pages)], "a B")
    whole = rejoined(with_title_in_one_line(with_whole_words(kept), "a B", 3))
    numbers = [number for line in whole for number in line.numbers] + [line.line for line in dropped]
    assert sorted(numbers) == list(range(len(written)))


PRINT = (
    "The ferry across the wide river was stopped on Monday by a flood that came",
    "down from the hills after two days of rain in Northern districts as well as",
    "Eastern ones. Nobody was on board when the water rose, said Ms Harbour.",
    "No boat was lost.",
    "The council met in the afternoon and spoke of the dam that had given way to",
    "the flood.",
)


def test_broken_lines_of_unlike_width_become_whole_paragraphs() -> None:
    lines = rejoined(page(*PRINT))
    assert [line.numbers for line in lines] == [(1, 2, 3), (4,), (5, 6)]
    assert lines[0].text == " ".join(PRINT[:3])


def test_lines_of_a_script_without_spaces_are_joined_without_any() -> None:
    chinese = ("渔民星期一早上用他们的船封锁了港口的入口", "渡轮因此不能离开码头乘客等了三个小时")
    assert texts(rejoined(page(*chinese))) == ["".join(chinese)]


def test_an_empty_line_a_headline_an_item_and_a_date_stay_by_themselves() -> None:
    lines = page(
        "What the engineers found",
        PRINT[0],
        "",
        PRINT[5],
        "– a list of things that the council of the town",
        "– asks for",
        "23 March 2016",
    )
    assert [line.numbers for line in rejoined(lines)] == [(1,), (2,), (3,), (4,), (5,), (6,), (7,)]


def test_a_title_in_several_lines_is_one_only_where_it_is_printed() -> None:
    lines = page("Ferry stopped", "by a flood", PRINT[0])
    assert with_title_in_one_line(lines, "Ferry stopped by a flood", 3)[0] == Line((1, 2), "Ferry stopped by a flood")
    assert with_title_in_one_line(lines, "Microsoft Word - ferry.doc", 3) == lines
