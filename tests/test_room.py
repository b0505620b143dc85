"""A room on disk: it opens the newest generation, each as it appears, and none that it did not write."""

import shutil
from pathlib import Path

import pytest

from reading_room.ingest import ingest
from reading_room.model.errors import NotReady
from reading_room.model.query import parse
from reading_room.room import Room
from tests.conftest import HARBOUR, Write


def test_a_room_that_was_never_read_is_not_ready_and_says_what_to_do(room: Room) -> None:
    with pytest.raises(NotReady, match="not been read yet") as raised:
        room.library()
    assert "flask ingest" in raised.value.remedy


def test_asking_a_room_that_is_not_ready_makes_nothing(room: Room) -> None:
    with pytest.raises(NotReady):
        room.library()
    assert not room.index.exists()
    assert not room.versions.path.exists()


def test_the_library_stays_open_while_the_generation_is_the_same(room: Room) -> None:
    ingest(room)
    assert room.library() is room.library()


def test_a_new_generation_is_opened_when_it_appears_and_whoever_reads_goes_on_with_the_old(
    room: Room, write: Write
) -> None:
    ingest(room)
    before = room.library()
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    ingest(Room(room.corpus, room.index))
    after = room.library()
    assert after.index.generation > before.index.generation
    assert before.search(parse("300")).results.total == 1
    assert before.read("harbour-bridge").version.number == 1
    assert after.search(parse("310")).results.total == 1


def test_a_request_that_lasts_through_two_more_ingests_still_has_its_index(room: Room, write: Write) -> None:
    ingest(room)
    before = room.library()
    for number in (310, 311):
        write("articles/harbour-bridge.md", HARBOUR.replace("300", str(number)))
        ingest(room)
    assert before.search(parse("300")).results.total == 1


@pytest.mark.parametrize("spoil", ["change", "add", "remove", "manifest", "pointer", "bytes"])
def test_an_index_that_is_not_as_the_room_wrote_it_is_not_opened(room: Room, spoil: str) -> None:
    folder = room.index / ingest(room).generation
    segment = next(folder.glob("*.seg"))
    {
        "change": lambda: segment.write_bytes(segment.read_bytes()[:-1] + b"x"),
        "add": lambda: (folder / "_MAIN_99.toc").write_bytes(b""),
        "remove": segment.unlink,
        "manifest": lambda: (folder / "manifest.json").write_text("{"),
        "pointer": lambda: (room.index / "current").write_text("generation-999999\n"),
        "bytes": lambda: (room.index / "current").write_bytes(b"\xff\xfe"),
    }[spoil]()
    with pytest.raises(NotReady):
        Room(room.corpus, room.index).library()
    ingest(room)
    assert Room(room.corpus, room.index).library().search(parse("guests")).results.total == 1


def test_where_the_next_generation_cannot_be_trusted_the_one_that_is_open_is_served_on(
    room: Room, write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    ingest(room)
    before = room.library()
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    folder = room.index / ingest(Room(room.corpus, room.index)).generation
    segment = next(folder.glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:-1] + b"x")
    assert room.library().index.generation == room.library().index.generation == before.index.generation
    assert room.refused is not None
    assert (room.refused.generation, segment.name in room.refused.why) == (folder.name, True)
    told = [record.message for record in caplog.records if record.levelname == "ERROR"]
    assert len(told) == 1
    assert segment.name in told[0]
    mended = ingest(Room(room.corpus, room.index)).generation
    assert room.library().index.generation == mended
    assert room.refused is None


def test_what_is_served_on_is_without_what_was_withdrawn_since(room: Room) -> None:
    ingest(room)
    room.library()
    (room.index / "current").write_bytes(b"\xff")
    assert room.library().search(parse("guests")).results.total == 1
    with room.versions.writing() as writer:
        writer.withdraw("harbour-bridge", None, "It named a child.")
    assert room.library().search(parse("guests")).results.total == 0


def test_an_index_that_is_deleted_is_served_no_longer(room: Room) -> None:
    ingest(room)
    room.library()
    (room.index / "current").write_bytes(b"\xff")
    assert room.library()
    shutil.rmtree(room.index)
    with pytest.raises(NotReady, match="not been read yet"):
        room.library()


def test_an_index_of_another_format_is_not_opened(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(room)
    monkeypatch.setattr("reading_room.room.FORMAT", -1)
    with pytest.raises(NotReady, match="another release"):
        Room(room.corpus, room.index).library()


def test_an_index_without_the_versions_of_its_articles_is_not_opened(room: Room) -> None:
    ingest(room)
    room.versions.path.unlink()
    with pytest.raises(NotReady, match=r"versions\.sqlite3"):
        Room(room.corpus, room.index).library()


def test_a_room_may_be_moved(room: Room, tmp_path: Path) -> None:
    ingest(room)
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.move(room.corpus, moved / "corpus")
    shutil.move(room.index, moved / "index")
    elsewhere = Room(moved / "corpus", moved / "index")
    assert elsewhere.library().search(parse("guests")).results.total == 1
    assert ingest(elsewhere).unchanged == 3
