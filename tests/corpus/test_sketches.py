"""The file of sketches."""

from pathlib import Path

import msgspec
import pytest

from reading_room.corpus.sketches import FILE, read_sketches, write_sketches
from reading_room.model.sketches import Sketch, sketch
from tests.wire import FERRY


def test_sketches_are_read_as_they_were_written(tmp_path: Path) -> None:
    sketches = {"one": sketch(FERRY), "none": Sketch()}
    write_sketches(sketches, tmp_path)
    assert read_sketches(tmp_path) == sketches


def test_a_file_shared_with_another_generation_is_not_changed(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    write_sketches({"one": sketch(FERRY)}, old)
    (new / FILE).hardlink_to(old / FILE)
    write_sketches({}, new)
    assert read_sketches(old) == {"one": sketch(FERRY)}


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x01"])
def test_what_holds_no_sketches_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(msgspec.MsgspecError):
        read_sketches(tmp_path)
