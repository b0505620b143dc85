"""Rows of tables in the texts of passages."""

from hypothesis import given
from hypothesis import strategies as st

from reading_room.model.article import Block, Passage
from reading_room.model.tables import BETWEEN_CELLS, cells_in, head_of, marker_of, setting_in, tables
from reading_room.permalinks.words import words

CELLS = st.lists(st.text(alphabet="a1; |-٣م\u0301−%", max_size=6), min_size=1, max_size=6)
KINDS = st.lists(st.sampled_from(["paragraph", "header-row", "row"]), max_size=12)
SETTINGS = st.lists(st.sampled_from(["left", "center", "right", None]), max_size=6)


@given(CELLS)
def test_the_cells_of_a_row_are_found_again_in_its_text(cells: list[str]) -> None:
    text = BETWEEN_CELLS.join(cells)
    assert [text[span.start : span.end] for span in cells_in(text)] == cells


@given(CELLS)
def test_what_parts_cells_is_no_word_and_makes_none(cells: list[str]) -> None:
    text = BETWEEN_CELLS.join(cells)
    counted = [text[span.start : span.end] for span in words(text)]
    assert counted == [cell[span.start : span.end] for cell in cells for span in words(cell)]


@given(SETTINGS)
def test_how_columns_are_set_is_read_again_from_the_marker_also_beyond_its_end(settings: list) -> None:
    marker = marker_of(settings)
    assert [setting_in(marker, column) for column in range(len(settings) + 1)] == [*settings, None]


@given(KINDS)
def test_every_row_is_in_one_table_and_a_head_begins_one(kinds: list) -> None:
    blocks = [Block(kind, "text") for kind in kinds]
    found = tables(blocks)
    assert [at for rows in found for at in rows] == [at for at, kind in enumerate(kinds) if kind != "paragraph"]
    for rows in found:
        assert all(kinds[at] == "row" for at in rows[1:])
        assert kinds[rows[0]] == "header-row" or rows[0] == 0 or kinds[rows[0] - 1] == "paragraph"


def test_a_row_has_the_nearest_head_above_it_in_its_own_table() -> None:
    kinds = ["row", "paragraph", "header-row", "row", "row", "paragraph", "row", "header-row"]
    passages = [Passage(str(at), Block(kind, "text")) for at, kind in enumerate(kinds)]
    assert [head_of(passages, at) for at in range(len(kinds))] == [
        None, None, None, passages[2], passages[2], None, None, None,
    ]  # fmt: skip
