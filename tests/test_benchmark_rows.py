"""The judging of the machine's rows: what is drawn can be judged, and each judgement is counted once."""

import json

from benchmarks import comparing_rows


def test_every_judgement_says_whether_a_row_is_of_one_fact_and_one_occasion() -> None:
    first, second = (comparing_rows._read(f"rows-{name}.jsonl") for name in ("first", "second"))
    assert first.keys() == second.keys()
    assert all(
        isinstance(one[key], bool) for one in (*first.values(), *second.values()) for key in ("same", "occasion")
    )


def test_rows_are_drawn_without_the_keepers_and_empty_cells_with_them() -> None:
    with comparing_rows.example_room() as library:
        cells = comparing_rows.drawn_cells(library)
        rows = list(comparing_rows.machine_rows(library))
    assert len({cell["id"] for cell in cells}) == len(cells) == comparing_rows.CELLS
    assert all(cell["question"] and cell["text"] for cell in cells)
    assert rows
    assert all(len(row["cells"]) > 1 and row["label"] for row in rows)
    assert json.loads(json.dumps(rows)) == rows
