"""Tables of pages: what shows figures or words in rows and columns is kept as a table, and what lays out a page is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading_room.corpus.blocks import read_blocks
from reading_room.importing.formats.markup import parsed
from reading_room.importing.formats.page_lines import lines_of
from reading_room.importing.formats.web_page import fragment, read
from reading_room.importing.lines import visible
from reading_room.importing.markdown_text import markdown
from reading_room.importing.parts import Chunk, Paragraph, Row
from reading_room.model.tables import cells_in

SENTENCE = "The harbour was closed on Monday, and nobody on the quay could say for how long it would stay so. "
HEAD = "<thead><tr><th>Day</th><th>Boats</th></tr></thead>"
BODY = "<tr><td>Monday</td><td>40</td></tr><tr><td>Tuesday</td><td>7</td></tr>"


def rows(html: str) -> list[tuple[str, ...]]:
    return [line.row.cells for line in lines_of(parsed(html)) if line.row]


@pytest.mark.parametrize(
    "table",
    [
        f"<table>{HEAD}<tbody>{BODY}</tbody></table>",
        f"<table><tr><th>Day</th><th>Boats</th></tr>{BODY}</table>",
        f"<table><caption>Boats by day</caption><tr><td>Day</td><td>Boats</td></tr>{BODY}</table>",
        f"<table><tr><td>Day</td><td><p>Boats</p></td></tr>{BODY.replace('Monday', '<div>Mon<b>day</b></div>')}</table>",
    ],
)
def test_rows_and_columns_of_figures_or_words_are_a_table_also_without_a_head(table: str) -> None:
    assert rows(table) == [("Day", "Boats"), ("Monday", "40"), ("Tuesday", "7")]


@pytest.mark.parametrize(
    "table",
    [
        f"<table role=presentation>{HEAD}{BODY}</table>",
        f"<table><tr><td>Menu</td><td>{SENTENCE * 9}</td></tr>{BODY}</table>",
        f"<table>{HEAD}<tr><td><h2>Monday</h2></td><td>40</td></tr></table>",
        f"<table>{HEAD}<tr><td><ul><li>Monday</ul></td><td>40</td></tr></table>",
        "<table><tr><td>Home</td><td>News</td></tr><tr><td>Sport</td><td>Weather</td></tr></table>",
        f"<table>{HEAD}<tr><td><a href=/a>One story</a></td><td><a href=/b>Another 2</a></td></tr></table>",
        "<table><tr><th>By our reporter</th></tr><tr><td>12:30</td></tr></table>",
        f"<table>{HEAD}<tr>{'<td>1</td>' * 60}</tr></table>",
        f"<table>{HEAD}<tr><td colspan=999>1</td><td rowspan=999>2</td></tr>{BODY}</table>",
    ],
)
def test_what_lays_out_a_page_lists_other_pages_or_has_no_columns_is_no_table(table: str) -> None:
    assert rows(table) == []


def test_cells_stand_in_their_columns_where_others_reach_over_several_or_are_empty() -> None:
    table = (
        f"<table>{HEAD.replace('</tr>', '<th>Vans</th></tr>')}"
        "<tr><td rowspan=2>Monday</td><td>1</td><td>2</td></tr><tr><td>3</td><td></td></tr>"
        "<tr><td colspan=2>both</td><td>4</td></tr><tr><td></td><td>5</td></tr></table>"
    )
    assert rows(table) == [
        ("Day", "Boats", "Vans"), ("Monday", "1", "2"), ("", "3", ""), ("both", "", "4"), ("", "5"),
    ]  # fmt: skip


def test_line_breaks_and_paragraphs_within_a_cell_do_not_end_its_row() -> None:
    (*_, line) = lines_of(
        parsed(f"<table>{HEAD}<tr><td>Mon<br>day<p>early</p></td><td>40<script>x</script></td></tr>{BODY}")
    )[:2]
    assert (line.text, line.row and line.row.cells) == ("Mon day early 40", ("Mon day early", "40"))


def test_a_page_s_table_comes_into_the_room_as_one_and_its_caption_as_a_paragraph() -> None:
    table = f"<table><caption>Boats by day</caption>{HEAD}{BODY}<tr><td>Wed | Thu</td><td>*3*</td></tr></table>"
    story = f"<h1>The quay</h1><p>{SENTENCE * 3}</p>{table}<p>{SENTENCE * 3}</p>"
    page = f"<html><body><main><article>{story}</article></main></body></html>"
    (part,) = read(Chunk("page", page.encode()))
    assert [(block.kind, block.text) for block in read_blocks(markdown(part.cleaned.paragraphs))][1:-1] == [
        ("paragraph", "Boats by day"),
        ("header-row", "Day;\tBoats"),
        ("row", "Monday;\t40"),
        ("row", "Tuesday;\t7"),
        ("row", "Wed | Thu;\t*3*"),
    ]
    assert sorted(line for one in part.cleaned.paragraphs for line in one.lines) == list(range(2, 9))


def test_two_tables_one_behind_the_other_stay_two_and_one_without_a_head_has_none() -> None:
    cleaned = fragment(
        f"<table>{HEAD}{BODY}</table><table><tr><td>Vans</td><td>1</td></tr>{BODY}</table><p>{SENTENCE}</p>"
    )
    assert [block.kind for block in read_blocks(markdown(cleaned.paragraphs))] == [
        "header-row", "row", "row", "row", "row", "row", "paragraph",
    ]  # fmt: skip


CELL = st.text(alphabet="ab1 .#*_`<>[](){}!&;:\\+-=~|\"'/@^؟", max_size=12).map(visible)


@settings(max_examples=200, database=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=4).map(tuple), min_size=1, max_size=4))
def test_any_cells_come_out_of_markdown_as_printed_each_in_its_column(table: list[tuple[str, ...]]) -> None:
    written = markdown(
        [Paragraph("paragraph", " ".join(row), (at,), Row(1, row, at == 1)) for at, row in enumerate(table, 1)]
    )
    shown = [[block.text[cell.start : cell.end] for cell in cells_in(block.text)] for block in read_blocks(written)]
    assert shown == [list(row[: max(at for at, cell in enumerate(row, 1) if cell)]) for row in table if any(row)]
