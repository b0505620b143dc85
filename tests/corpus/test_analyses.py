"""The file of analyses."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reading_room.corpus.analyses import FILE, Analyses, writing_analyses
from reading_room.model.analysis import Analysis, Attribution, Quantity, Sentence, Time
from reading_room.model.results import Span

ONE = Analysis(
    "one",
    2,
    (
        Sentence(
            "14a",
            Span(0, 30),
            (Time(date(2016, 3, 7), date(2016, 3, 27), "explicit", Span(3, 12)),),
            (Quantity(Span(13, 20), "more", 80.0, None, counted="air strikes", per="day", over_days=14.0),),
            (Attribution("named", "indirect", "the group", Span(0, 30), Span(20, 29)),),
        ),
    ),
)
OTHER = Analysis("other", 1, ())


def test_analyses_are_read_as_they_were_written(tmp_path: Path) -> None:
    with writing_analyses(tmp_path) as writer:
        writer.put("one", ONE)
        writer.put("other", OTHER)
    kept = Analyses(tmp_path)
    assert (kept.get("one"), kept.get("other"), kept.get("neither")) == (ONE, OTHER, None)


def test_what_is_not_written_again_stays_and_what_is_removed_goes(tmp_path: Path) -> None:
    with writing_analyses(tmp_path) as writer:
        writer.put("one", ONE)
        writer.put("other", ONE)
    with writing_analyses(tmp_path) as writer:
        writer.remove(["one"])
    kept = Analyses(tmp_path)
    assert (kept.get("one"), kept.get("other")) == (None, ONE)


def test_a_file_of_analyses_shared_with_another_generation_is_not_changed(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    with writing_analyses(old) as writer:
        writer.put("one", ONE)
    (new / FILE).hardlink_to(old / FILE)
    with writing_analyses(new) as writer:
        writer.put("one", OTHER)
    assert (Analyses(old).get("one"), Analyses(new).get("one")) == (ONE, OTHER)


def test_a_file_of_analyses_stays_as_it_was_where_writing_ends_by_an_error(tmp_path: Path) -> None:
    with writing_analyses(tmp_path) as writer:
        writer.put("one", ONE)
    with pytest.raises(TypeError), writing_analyses(tmp_path) as writer:
        writer.remove(_one_and_then_an_error())
    assert Analyses(tmp_path).get("one") == ONE
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("content", [None, b"", b"\xc1" * 5000])
def test_of_a_file_that_holds_no_analyses_nothing_is_read(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert Analyses(tmp_path).get("one") is None


def _one_and_then_an_error() -> Iterator[str]:
    yield "one"
    raise TypeError
