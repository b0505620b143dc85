"""`flask versions export` and `flask versions restore`, from a keeper's side."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner

from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write
from tests.web.reading import json, read


@pytest.fixture
def runner(served: Flask) -> FlaskCliRunner:
    return served.test_cli_runner()


def test_a_lost_store_is_brought_back_from_files_with_every_version_and_every_article_that_was_taken_out(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    (room.corpus / "articles/evening-queue.md").unlink()
    ingest(room)
    folder = str(tmp_path / "kept")
    exported = runner.invoke(args=["versions", "export", folder])
    assert exported.exit_code == 0, exported.output
    assert "4 versions written" in exported.stdout
    room.versions.path.unlink()
    ingest(room)
    read(reader, "/a/harbour-bridge@2", 404)
    restored = runner.invoke(args=["versions", "restore", folder])
    assert restored.exit_code == 1
    assert "harbour-bridge/0001.json: the store has another version of this number" in restored.stderr
    room.versions.path.unlink()
    assert runner.invoke(args=["versions", "restore", folder]).exit_code == 0
    ingest(room)
    assert "300 guests" in read(reader, "/a/harbour-bridge@1").text
    assert json(reader, "/a/harbour-bridge.json")["version"] == 2
    assert "1,000" in read(reader, "/a/evening-queue@1").text


def test_versions_that_came_with_a_restore_are_shown_after_the_next_ingest(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    backup = room.versions.path.read_bytes()
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    ingest(room)
    runner.invoke(args=["versions", "export", str(tmp_path / "kept")])
    room.versions.path.write_bytes(backup)
    write("articles/harbour-bridge.md", HARBOUR)
    ingest(room)
    assert runner.invoke(args=["versions", "restore", str(tmp_path / "kept")]).exit_code == 0
    ingest(room)
    assert [note["version"] for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [1, 2, 3]
    assert "310 guests" in read(reader, "/a/harbour-bridge@2").text
    assert "300 guests" in read(reader, "/a/harbour-bridge").text


def test_a_folder_that_is_not_there_is_said_in_words(runner: FlaskCliRunner, tmp_path: Path) -> None:
    result = runner.invoke(args=["versions", "restore", str(tmp_path / "nothing")])
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_folder_that_is_no_export_is_refused_whole_and_nothing_in_it_is_called_wrong(
    runner: FlaskCliRunner, tmp_path: Path
) -> None:
    other = tmp_path / "letters"
    (other / "old").mkdir(parents=True)
    (other / "old" / "letter.json").write_text("{}", "utf-8")
    result = runner.invoke(args=["versions", "restore", str(other)])
    assert result.exit_code == 1
    assert "letters is no export of versions." in result.output
    assert "letter.json" not in result.output


def test_a_room_that_was_never_read_has_nothing_to_export(room: Room, runner: FlaskCliRunner, tmp_path: Path) -> None:
    room.versions.path.unlink()
    result = runner.invoke(args=["versions", "export", str(tmp_path / "kept")])
    assert result.exit_code == 1
    assert "flask ingest" in result.stderr
    assert not (tmp_path / "kept").exists()


def test_a_restore_waits_for_no_ingest_but_says_that_one_is_at_work(
    room: Room, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    runner.invoke(args=["versions", "export", str(tmp_path / "kept")])
    with room.generations.writing():
        result = runner.invoke(args=["versions", "restore", str(tmp_path / "kept")])
    assert result.exit_code == 1
    assert "Another ingest is writing" in result.stderr
