"""The judging of the machine's rows: what is drawn can be judged, and each judgement is counted once."""

import json

from benchmarks import comparing_rows


def test_every_judgement_says_whether_a_row_is_of_one_fact_and_one_occasion() -> None:
    first, second = (comparing_rows._read(f"rows-{name}.jsonl") for name in ("first", "second"))
    assert first.keys() == second.keys()
    assert all(
        isinstance(one[key], bool) for one in (*first.values(), *second.values()) for key in ("same", "occasion")
    )


def test_every_empty_cell_of_the_example_room_is_judged_or_drawn_and_every_lead_leads_somewhere() -> None:
    judged = {key for name in comparing_rows.READINGS for key in comparing_rows._read(f"cells-{name}.jsonl")}
    with comparing_rows.example_room() as library:
        cells, leads = comparing_rows.curated_cells(library)
        drawn = comparing_rows.drawn_cells(cells)
        rows = list(comparing_rows.machine_rows(library))
    assert {cell["id"] for cell in drawn} == cells.keys() - judged
    assert all(cell["question"] and cell["text"] for cell in cells.values())
    assert leads
    assert all(lead["leads to"] for lead in leads.values())
    assert rows
    assert all(len(row["cells"]) > 1 and row["label"] for row in rows)
    assert json.loads(json.dumps(rows)) == rows
