"""Lines put back into an article."""

from dataclasses import replace

from reading_room.importing.parts import Paragraph
from reading_room.importing.plain_text import clean
from reading_room.importing.putting_back import put_back

TEXT = """Facebook
Quay blocked again

The fishermen put their boats in a row across the mouth of the harbour, and the ferry could not leave.
Photo: the harbour
Nobody asked them before the doors were locked, said one who has sold herring there for many years.
Comments (3)
"""


def test_a_line_is_put_back_where_it_stood() -> None:
    cleaned = put_back(clean(TEXT), {5})
    assert [paragraph.lines for paragraph in cleaned.paragraphs] == [(4,), (5,), (6,)]
    assert cleaned.paragraphs[1].text == "Photo: the harbour"
    assert 5 not in {dropped.line for dropped in cleaned.dropped}


def test_lines_above_and_below_the_text_are_put_back_at_its_ends() -> None:
    cleaned = put_back(clean(TEXT), {1, 7})
    assert [paragraph.lines for paragraph in cleaned.paragraphs] == [(1,), (4,), (6,), (7,)]
    assert cleaned.kept_lines == clean(TEXT).kept_lines + 2


def test_lines_that_were_not_left_out_change_nothing() -> None:
    assert put_back(clean(TEXT), {2, 4, 99}) == clean(TEXT)


def test_a_paragraph_that_stands_in_no_line_draws_no_line_up_to_its_place() -> None:
    first, last = clean(TEXT).paragraphs
    in_no_line = Paragraph("paragraph", "What only the page’s data has.", (8,))
    cleaned = put_back(replace(clean(TEXT), paragraphs=(first, in_no_line, last)), {7})
    assert [paragraph.lines for paragraph in cleaned.paragraphs] == [(4,), (8,), (6,), (7,)]
