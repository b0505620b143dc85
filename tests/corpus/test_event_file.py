"""The file of a proposed event is one that the room reads."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_room.corpus.event_file import event_text, write_new
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
