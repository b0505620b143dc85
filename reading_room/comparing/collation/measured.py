"""How often the machine is right, as people who read what it proposed counted it: the figures of `measured.json`, with their dates.

`benchmarks/comparing_alignment.py --record` counts pairs of sentences whose answers are known, and
`benchmarks/comparing_rows.py --record` rows and empty cells of the example room by the judgements kept in benchmarks/gold; nothing
else writes the file. What was not measured is not in it, and nothing is said of it.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from reading_room.model.dates import day_in_words

FILE = Path(__file__).with_name("measured.json")
NOT_FOUND = "no matching passage found"


@dataclass(frozen=True, slots=True)
class Measured:
    """Of `judged` things that the machine said on `material`, `right` were right when they were read on a day."""

    what: str
    judged: int
    right: int
    material: str
    on: date

    @property
    def in_words(self) -> str:
        """`“likely the same point”: 118 of 120 were right (on this room, 30 November 2026)`."""
        were = "was" if self.judged == 1 else "were"
        return (
            f"“{self.what}”: {self.right} of {self.judged} {were} right (on {self.material}, {day_in_words(self.on)})"
        )


@cache
def measured(path: Path = FILE) -> tuple[Measured, ...]:
    """What was measured, on one material after the other."""
    found = (
        Measured(one["what"], one["judged"], one["right"], one["material"], date.fromisoformat(one["on"]))
        for one in json.loads(path.read_text("utf-8"))
    )
    return tuple(one for one in found if one.judged)
