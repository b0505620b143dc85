"""The file of a proposed event is one that the room reads."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.corpus.event_file import event_text, write_new, write_over
from reading_room.corpus.events import read_event
from reading_room.model.problem import Problem

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).filter(
    lambda text: text not in ("~", "null")
)


@given(PRINTABLE, PRINTABLE, PRINTABLE)
def test_the_event_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, name: str, basis: str, where: str
) -> None:
    path = tmp_path_factory.mktemp("events") / "bridge-2001.md"
    path.write_text(event_text(name, date(2001, 5, 3), date(2001, 5, 4), basis, where), "utf-8")
    problems: list[Problem] = []
    event = read_event(path, "events/bridge-2001.md", problems)
    assert problems == []
    assert event
    assert (event.name, event.when_basis, event.where) == (name, basis, where)
    assert (event.when.first, event.when.last) == (date(2001, 5, 3), date(2001, 5, 4))


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "bridge-2001.md"
    path.write_text("the keeper's", "utf-8")
    with pytest.raises(FileExistsError):
        write_new(path, "another")
    assert path.read_text("utf-8") == "the keeper's"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_writing_left_beside_the_file_goes_with_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, others = tmp_path / "bridge-2001.md", [tmp_path / ".bridge-2001.notes.tmp", tmp_path / ".bridge.0123abcd.tmp"]
    for other in others:
        other.write_text("the keeper's", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("os.replace", lambda *_: None)
        patched.setattr(Path, "unlink", lambda *_, **__: None)
        write_over(path, "half")
    assert len(list(tmp_path.iterdir())) == 3
    write_over(path, "whole")
    assert sorted(tmp_path.iterdir()) == sorted([path, *others])
    assert path.read_text("utf-8") == "whole"
