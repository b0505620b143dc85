"""What benchmarks measure is put where pages say it."""

import json
from datetime import date
from pathlib import Path

from benchmarks.measured_figures import record
from reading_room.comparing.collation.measured import measured


def test_what_is_measured_anew_takes_the_place_of_what_was_measured_on_the_same_material(tmp_path: Path) -> None:
    path = tmp_path / "measured.json"
    path.write_text("[]", "utf-8")
    record("news", {"one": [True, True], "gone": [False]}, date(2026, 1, 1), path)
    record("letters", {"one": [False]}, date(2026, 1, 2), path)
    record("news", {"one": [True, False, True]}, date(2026, 1, 3), path)
    assert [(one.what, one.right, one.judged, one.material, one.on.day) for one in measured(path)] == [
        ("one", 0, 1, "letters", 2),
        ("one", 2, 3, "news", 3),
    ]
    assert len(json.loads(path.read_text("utf-8"))) == 2
