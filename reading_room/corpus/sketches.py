"""The sketches of all articles of a generation, as one file beside its catalogue: only ingest reads it."""

from pathlib import Path

import msgspec

from reading_room.model.sketches import Sketch, Sketches

FILE = "sketches.msgpack"


def write_sketches(sketches: Sketches, folder: Path) -> None:
    """Write to a file of its own first: the old one may be shared with the generation before."""
    fresh = folder / f".{FILE}"
    fresh.write_bytes(msgspec.msgpack.encode({slug: sketch.packed for slug, sketch in sorted(sketches.items())}))
    fresh.replace(folder / FILE)


def read_sketches(folder: Path) -> dict[str, Sketch]:
    """Raises OSError or msgspec.DecodeError where there are none that can be read."""
    packed = msgspec.msgpack.decode((folder / FILE).read_bytes(), type=dict[str, bytes])
    return {slug: Sketch(marks) for slug, marks in packed.items()}
