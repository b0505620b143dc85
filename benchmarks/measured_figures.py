"""Writes what a benchmark measured into `measured.json`, from which pages say how often the machine is right."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from reading_room.comparing.collation.measured import FILE


def record(material: str, judged: Mapping[str, Sequence[bool]], on: date, path: Path = FILE) -> None:
    """Puts whether each thing was right in place of what was measured on this material before; other materials stay."""
    found = [one for one in json.loads(path.read_text("utf-8")) if one["material"] != material]
    for what, rights in sorted(judged.items()):
        made = {"what": what, "judged": len(rights), "right": sum(rights), "material": material, "on": on.isoformat()}
        found.append(made)
    lines = (json.dumps(one, ensure_ascii=False) for one in sorted(found, key=lambda one: one["material"]))
    path.write_text("[\n  " + ",\n  ".join(lines) + "\n]\n", "utf-8")
