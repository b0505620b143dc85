"""A body that was found by other means, found again in the lines of its page."""

from reading_room.importing.formats.markup import parsed
from reading_room.importing.formats.page_body import found_again
from reading_room.importing.formats.page_lines import lines_of

ONE = "Fishermen blocked the northern quay on Monday."
TWO = "The council closed the old fish market without asking anybody."
THREE = "The quay was open again on Tuesday morning."


def kept(body: list[str], html: str) -> tuple[list[str], list[str]]:
    lines = lines_of(parsed(html))
    numbers, unseen = found_again(body, lines)
    return [line.text for line in lines if line.number in numbers], [text for _, text in unseen]


def test_paragraphs_are_found_whatever_their_punctuation_and_capitals() -> None:
    assert kept(["- fishermen blocked the northern quay on Monday"], f"<p>Menu</p><p>{ONE}</p>") == ([ONE], [])


def test_of_words_that_stand_twice_those_in_their_order_are_taken() -> None:
    html = f"<nav>{TWO}</nav><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{ONE}</p>"
    assert kept([ONE, TWO, THREE], html) == ([ONE, TWO, THREE], [])


def test_a_paragraph_in_several_lines_is_found_in_all_of_them() -> None:
    html = f"<p>Menu</p><p>{ONE}<br>{TWO}<br>So be it.</p><p>{THREE}</p>"
    assert kept([f"{ONE} {TWO} So be it.", THREE], html) == ([ONE, TWO, "So be it.", THREE], [])


def test_a_line_from_which_something_was_cut_is_kept_whole() -> None:
    line = f"{TWO} Share this"
    assert kept([ONE, TWO, THREE], f"<p>{ONE}</p><p>{line}</p><p>{THREE}</p>") == ([ONE, line, THREE], [])


def test_what_was_put_in_another_order_is_found_in_its_own() -> None:
    html = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><ul><li>Nets</li></ul>"
    assert kept(["Nets", ONE, TWO, THREE], html) == ([ONE, TWO, THREE, "Nets"], [])


def test_a_paragraph_that_was_made_of_many_lines_is_those_lines_wherever_they_stand() -> None:
    html = f"<p>{TWO}</p><p>{THREE}</p><p>{ONE}</p><ul><li>Home</li></ul>"
    assert kept([ONE, f"| {TWO} | {THREE} |"], html) == ([TWO, THREE, ONE], [])


def test_a_paragraph_that_is_a_part_of_a_line_is_that_line() -> None:
    html = f"<p>{TWO} {THREE} And that was that, said the council.</p><p>{ONE}</p>"
    assert kept([ONE, TWO], html) == ([f"{TWO} {THREE} And that was that, said the council.", ONE], [])


def test_what_stands_in_no_line_is_given_back() -> None:
    assert kept([ONE, TWO], f"<p>{ONE}</p>") == ([ONE], [TWO])


def test_a_short_line_is_not_kept_for_words_that_it_has_by_chance() -> None:
    assert kept([f"{ONE} {TWO}"], f"<p>the market</p><p>Menu</p><p>{ONE}</p><p>{TWO}</p>")[0] == [ONE, TWO]
