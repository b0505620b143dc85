"""How often the machine is right, as far as it was measured."""

import json
from datetime import date
from pathlib import Path

from reading_room.comparing.collation.measured import measured


def test_what_was_measured_is_said_with_its_material_and_its_day(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    one = {"what": "likely the same point", "judged": 120, "right": 118, "material": "this room", "on": "2026-11-30"}
    path.write_text(
        json.dumps([one, one | {"judged": 1, "right": 1}, one | {"what": "nothing judged", "judged": 0, "right": 0}]),
        "utf-8",
    )
    assert [found.in_words for found in measured(path)] == [
        "“likely the same point”: 118 of 120 were right (on this room, 30 November 2026)",
        "“likely the same point”: 1 of 1 was right (on this room, 30 November 2026)",
    ]


def test_the_figures_that_ship_can_be_true() -> None:
    for one in measured():
        assert 0 <= one.right <= one.judged
        assert one.on <= date.today()
