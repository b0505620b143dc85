"""`create_app` and `python app.py`."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import create_app
from reading_room.ingest import ingest
from reading_room.room import Room
from reading_room.web.state import EXTENSION
from tests.conftest import ROOT


def test_the_folders_come_from_the_config(room: Room) -> None:
    ingest(room)
    app = create_app({"CORPUS": str(room.corpus), "INDEX": str(room.index)})
    assert "Harbour bridge" in app.test_client().get("/").text


def test_the_folders_come_from_the_environment_where_the_config_has_none(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(room)
    monkeypatch.setenv("READING_ROOM_CORPUS", str(room.corpus))
    monkeypatch.setenv("READING_ROOM_INDEX", str(room.index))
    assert "Harbour bridge" in create_app().test_client().get("/").text


def test_without_either_the_folders_lie_beside_the_application(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READING_ROOM_CORPUS", raising=False)
    monkeypatch.delenv("READING_ROOM_INDEX", raising=False)
    config = create_app().config
    assert (Path(config["CORPUS"]), Path(config["INDEX"])) == (ROOT / "corpus", ROOT / "index")


def test_two_applications_in_one_process_do_not_mix(room: Room, tmp_path: Path) -> None:
    ingest(room)
    (tmp_path / "empty").mkdir()
    other = Room(tmp_path / "empty", tmp_path / "other-index")
    ingest(other)
    one, two = (create_app({"CORPUS": r.corpus, "INDEX": r.index}).test_client() for r in (room, other))
    assert one.get("/a/harbour-bridge").status_code == 200
    assert two.get("/a/harbour-bridge").status_code == 404


@contextmanager
def started(room: Room, **environment: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """`python app.py` until it says that the room is open, or ends; with what it has said."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    paths = {"READING_ROOM_CORPUS": str(room.corpus), "READING_ROOM_INDEX": str(room.index)}
    env = {**os.environ, **paths, "PORT": port, "PYTHONUNBUFFERED": "1", **environment}
    with subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        said = []
        assert process.stdout
        try:
            for line in process.stdout:
                said.append(line)
                if "The room is open at" in line:
                    break
            yield process, said
        finally:
            process.terminate()
            process.wait(10)


def test_python_app_reads_the_corpus_reports_and_serves_the_room_at_the_address_that_it_prints(room: Room) -> None:
    with started(room) as (_, said):
        address = re.search(r"http://127\.0\.0\.1:\d+", said[-1])
        assert address, said
        assert any("3 articles, 7 passages and 1 event are in the room" in line for line in said)
        with urllib.request.urlopen(f"{address[0]}/search?q=guests") as answer:
            assert answer.status == 200
            assert "<mark" in answer.read().decode()
            assert "Werkzeug" not in answer.headers["Server"]
    with started(room) as (_, said):
        assert any("3 files unchanged" in line for line in said)


def test_a_room_opens_though_an_article_is_broken_and_names_it(room: Room) -> None:
    (room.corpus / "articles/evening-queue.md").write_text("broken\n")
    with started(room) as (_, said):
        assert "The room is open at" in said[-1]
        assert any("articles/evening-queue.md:1: there is no front matter" in line for line in said)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"PORT": "eighty"}, "PORT=eighty is not a port"),
        ({"PORT": "99999"}, "PORT=99999 is not a port"),
        ({"HOST": "203.0.113.1"}, "Set HOST or PORT to another"),
        ({"READING_ROOM_CORPUS": "/nowhere/at/all"}, "There is no folder /nowhere/at/all"),
    ],
)
def test_what_cannot_be_started_says_why_in_words(room: Room, environment: dict[str, str], words: str) -> None:
    with started(room, **environment) as (process, said):
        assert process.wait(10) == 1
        assert words in "".join(said)
        assert "Traceback" not in "".join(said)


@pytest.mark.parametrize("seconds", ["0", "-1", "never", "nan", "1e9"])
def test_a_time_for_searches_that_is_none_is_refused_in_one_line(room: Room, seconds: str) -> None:
    with pytest.raises(SystemExit, match="READING_ROOM_SEARCH_SECONDS"):
        create_app({"CORPUS": room.corpus, "INDEX": room.index, "SEARCH_SECONDS": seconds})


def test_a_search_may_take_as_long_as_the_keeper_says(room: Room) -> None:
    app = create_app({"CORPUS": room.corpus, "INDEX": room.index, "SEARCH_SECONDS": "2.5"})
    assert app.extensions[EXTENSION].search_seconds == 2.5


def test_a_room_that_names_its_hosts_answers_to_no_other(shipped: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READING_ROOM_HOSTS", "room.example .archive.example")
    client = create_app({"CORPUS": shipped.corpus, "INDEX": shipped.index}).test_client()
    for host, status in (("room.example", 200), ("www.archive.example:8000", 200), ("other.example", 400)):
        assert client.get("/", headers={"Host": host}).status_code == status, host
    assert "other.example" not in client.get("/", headers={"Host": "other.example"}).text
