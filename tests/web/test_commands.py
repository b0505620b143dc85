"""The keeper's commands."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from app import create_app
from reading_room.room import Room
from tests.conftest import BRIDGE, HARBOUR, Write
from tests.web.reading import json

EVENT = BRIDGE.replace("exact: “a crowd of 1,000”", 'exact: "“a crowd of 1,000”"')


@pytest.fixture
def app(room: Room, write: Write) -> Flask:
    """A sound room that was not read yet."""
    write("events/bridge-2001.md", EVENT)
    return create_app({"CORPUS": room.corpus, "INDEX": room.index, "TESTING": True})


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def test_ingest_reports_what_it_read_and_returns_0(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["ingest"])
    assert result.exit_code == 0, result.output
    assert "New: 3 (arabic-bridge, evening-queue, harbour-bridge)" in result.stdout
    assert "3 articles, 7 passages and 1 event are in the room" in result.stdout


def test_a_second_ingest_says_that_nothing_changed_and_full_reads_all_again(runner: FlaskCliRunner) -> None:
    runner.invoke(args=["ingest"])
    assert "3 files unchanged" in runner.invoke(args=["ingest"]).stdout
    full = runner.invoke(args=["ingest", "--full"])
    assert full.exit_code == 0
    assert "Read again, text unchanged: 3" in full.stdout


def test_ingest_names_changed_and_removed_articles(runner: FlaskCliRunner, room: Room, write: Write) -> None:
    runner.invoke(args=["ingest"])
    write("articles/evening-queue.md", (room.corpus / "articles/evening-queue.md").read_text().replace("toll", "fee"))
    (room.corpus / "articles/arabic-bridge.md").unlink()
    report = runner.invoke(args=["ingest"])
    assert "New version: 1 (evening-queue)" in report.stdout
    assert "Taken out (versions are kept): 1 (arabic-bridge)" in report.stdout


def test_ingest_shows_its_progress(runner: FlaskCliRunner) -> None:
    assert "Reading the corpus" in runner.invoke(args=["ingest"]).stderr


def test_ingest_returns_1_and_names_file_line_and_remedy_where_something_was_wrong(
    runner: FlaskCliRunner, write: Write, app: Flask
) -> None:
    write("articles/harbour-bridge.md", "no front matter\n")
    result = runner.invoke(args=["ingest"])
    assert result.exit_code == 1
    assert "articles/harbour-bridge.md:1: there is no front matter. Begin the file with" in result.stderr
    assert json(app.test_client(), "/readyz")["articles"] == 2


def test_check_of_a_sound_corpus_returns_0_and_writes_nothing(runner: FlaskCliRunner, room: Room) -> None:
    result = runner.invoke(args=["check"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Nothing is wrong" in result.stdout
    assert not room.index.exists()


WRONG = {
    "a broken quotation": ("events/bridge-2001.md", EVENT, ("before 300 guests", "before 400 guests")),
    "an unknown key": ("articles/harbour-bridge.md", HARBOUR, ("author:", "auhtor:")),
    "a label without a basis": (
        "outlets.yaml",
        "morning-post: {name: The Morning Post}\nal-jisr: {name: x}\nevening-news:\n  name: Evening News\n  labels:\n    - x\n",
        ("    - x", "    - {label: free, given_by: itself, on: 2001-01-01}"),
    ),
    "a cell outside its event": (
        "events/bridge-2001.md", EVENT, ("speaker: the office of works", "speaker: the office of works, when: 2001-06"),
    ),
    "an event that is not there": ("articles/harbour-bridge.md", HARBOUR, ("event: bridge-2001", "event: bridge-1901")),
    "an outlet that is not there": ("articles/harbour-bridge.md", HARBOUR, ("outlet: morning-post", "outlet: nobody")),
    "an article that is not there": (
        "events/bridge-2001.md", EVENT, ("{row: guests, article: arabic-bridge", "{row: guests, article: nobody"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "change"), WRONG.values(), ids=WRONG.keys())
def test_check_returns_1_and_names_file_and_line_of(
    runner: FlaskCliRunner, write: Write, name: str, text: str, change: tuple[str, str]
) -> None:
    assert text.count(change[0]) == 1
    changed = text.replace(*change)
    write(name, changed)
    line = next(n for n, line in enumerate(changed.splitlines(), 1) if change[1] in line)
    result = runner.invoke(args=["check"])
    assert result.exit_code == 1
    assert re.search(rf"^  {re.escape(name)}:{line}: .+\. .+", result.stderr, re.MULTILINE), result.stderr


@pytest.mark.parametrize("command", [["ingest"], ["check"]])
def test_a_corpus_that_is_not_there_is_said_in_words(tmp_path: Path, command: list[str]) -> None:
    runner = create_app({"CORPUS": tmp_path / "none", "INDEX": tmp_path / "index"}).test_cli_runner()
    result = runner.invoke(args=command)
    assert result.exit_code == 1
    assert "There is no folder" in result.stderr
    assert not (tmp_path / "none").exists()


SAVED = """\
A bridge is opened

By A. Writer

4 May 2001

The mayor opened the harbour bridge on Thursday before three hundred guests and a brass band of the fire brigade.

Engineers of the office of works counted forty carts in the first hour, and said that more would come on Friday morning.
"""


def test_import_turns_saved_texts_into_articles_that_ingest_reads(
    runner: FlaskCliRunner, room: Room, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text(SAVED, "utf-8")
    result = runner.invoke(args=["import", str(saved)])
    assert result.exit_code == 0, result.output
    assert "1 article written" in result.stdout
    made = [path for path in (room.corpus / "articles").iterdir() if "brass band" in path.read_text("utf-8")]
    assert len(made) == 1
    assert "New: 4" in runner.invoke(args=["ingest"]).stdout


def test_importing_a_file_again_changes_nothing(runner: FlaskCliRunner, room: Room, tmp_path: Path) -> None:
    (tmp_path / "saved.txt").write_text(SAVED, "utf-8")
    runner.invoke(args=["import", str(tmp_path / "saved.txt")])
    before = {path: path.read_bytes() for path in (room.corpus / "articles").iterdir()}
    assert runner.invoke(args=["import", str(tmp_path / "saved.txt")]).exit_code == 0
    assert {path: path.read_bytes() for path in (room.corpus / "articles").iterdir()} == before


def test_one_text_that_cannot_be_imported_stops_no_other_and_returns_1(runner: FlaskCliRunner, tmp_path: Path) -> None:
    (tmp_path / "saved.txt").write_text(SAVED, "utf-8")
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 8)
    result = runner.invoke(
        args=["import", str(tmp_path / "missing.txt"), str(tmp_path / "image.txt"), str(tmp_path / "saved.txt")]
    )
    assert result.exit_code == 1
    assert "missing.txt: there is no such file. Check the path" in result.stderr
    assert "image.txt" in result.stderr
    assert "1 article written" in result.stdout
    assert "2 could not be imported" in result.stdout


def test_the_commands_are_listed_with_what_they_do(runner: FlaskCliRunner) -> None:
    listed = runner.invoke(args=["--help"]).output
    assert {"ingest", "check", "import"} <= set(re.findall(r"^  (\w+)", listed, re.MULTILINE))
