"""What an ingest keeps, what it leaves alone, and that nothing it meets takes the room from its readers."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import create_app
from reading_room.corpus.catalogue import read_catalogue
from reading_room.corpus.folder import Folder
from reading_room.corpus.versions import Versions
from reading_room.index.generations import Busy
from reading_room.index.schema import FORMAT
from reading_room.ingest import check, ingest
from reading_room.model.article import Draft
from reading_room.model.copies import SameText
from reading_room.model.errors import NotReady
from reading_room.model.problem import Problem
from reading_room.model.query import parse
from reading_room.room import Room
from tests.conftest import BRIDGE, EVENING, HARBOUR, OUTLETS, ROOT, Write
from tests.web.reading import json, read
from tests.wire import ARABIC, COPIES, FERRY, LEAD, RUSSIAN
from tests.wire import article as wire_article

FIRST, SECOND, THIRD = HARBOUR.partition("---\nThe mayor")[2].split("\n\n")
EDITED = HARBOUR.replace("before 300 guests", "before 310 guests")


@pytest.fixture
def reader(room: Room) -> FlaskClient:
    """A reader of a room that is in service."""
    ingest(room)
    app = create_app({"CORPUS": room.corpus, "INDEX": room.index})
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app.test_client()


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles whose files an ingest opens, as they are opened."""
    opened: list[str] = []
    plain = Folder.draft

    def draft(self: Folder, slug: str, problems: list[Problem]) -> Draft | None:
        opened.append(slug)
        return plain(self, slug, problems)

    monkeypatch.setattr(Folder, "draft", draft)
    return opened


def numbers(client: FlaskClient, address: str) -> list[str]:
    return [passage["id"] for passage in json(client, f"/a/{address}.json")["passages"]]


def generation(client: FlaskClient) -> str:
    return json(client, "/readyz")["generation"]


def links(room: Room) -> tuple[SameText, ...]:
    """The pairs of articles with the same text, after an ingest."""
    return read_catalogue(room.index / ingest(room).generation).same_texts


def test_a_first_ingest_reads_everything_and_says_so(room: Room) -> None:
    report = ingest(room)
    assert report.added == ["arabic-bridge", "evening-queue", "harbour-bridge"]
    assert (report.articles, report.passages, report.events, report.unchanged) == (3, 7, 1, 0)


def test_an_unchanged_file_is_not_read_again(room: Room, write: Write, opened_files: list[str]) -> None:
    ingest(room)
    opened_files.clear()
    write("articles/harbour-bridge.md", EDITED)
    report = ingest(room)
    assert set(opened_files) == {"harbour-bridge"}
    assert (report.changed, report.unchanged) == (["harbour-bridge"], 2)


def test_where_nothing_changed_the_index_is_left_as_it_is(room: Room, opened_files: list[str]) -> None:
    first = ingest(room).generation
    opened_files.clear()
    assert ingest(room).generation == first
    assert opened_files == []
    assert [path.name for path in room.index.iterdir() if path.is_dir()] == [first]


def test_a_file_that_was_only_touched_makes_no_version(room: Room, reader: FlaskClient) -> None:
    os.utime(room.corpus / "articles" / "harbour-bridge.md", (1, 1))
    report = ingest(room)
    assert (report.refreshed, report.changed) == (["harbour-bridge"], [])
    assert len(json(reader, "/a/harbour-bridge.json")["versions"]) == 1


def test_an_edit_makes_version_2_and_version_1_stays_readable(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/harbour-bridge.md", EDITED)
    assert ingest(room).changed == ["harbour-bridge"]
    assert json(reader, "/a/harbour-bridge.json")["version"] == 2
    assert "310 guests" in read(reader, "/a/harbour-bridge").text
    assert "300 guests" in read(reader, "/a/harbour-bridge@1").text
    assert json(reader, "/search.json?q=310")["hits"][0]["version"] == 2
    assert json(reader, "/search.json?q=300")["total"] == 0


def test_passages_keep_their_numbers_and_what_is_put_between_them_gets_a_letter(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", EDITED.replace("\nNo boat", "\nA band played in the rain.\n\nNo boat"))
    ingest(room)
    assert numbers(reader, "harbour-bridge") == ["1", "2", "2a", "3"]
    assert numbers(reader, "harbour-bridge@1") == ["1", "2", "3"]
    assert "A band played" in json(reader, "/a/harbour-bridge/2a.json")["passage"]["text"]
    assert "No boat" in json(reader, "/a/harbour-bridge/3.json")["passage"]["text"]
    assert json(reader, "/search.json?q=band")["hits"][0]["url"] == "/a/harbour-bridge/2a"


def test_the_number_of_a_passage_that_was_taken_out_is_never_given_again(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("\nNo boat passed below it.\n", ""))
    ingest(room)
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat passed below it.", "Fireworks ended the evening."))
    ingest(room)
    assert numbers(reader, "harbour-bridge") == ["1", "2", "4"]
    assert read(reader, "/a/harbour-bridge/3", 410).link("The version that was kept") == "/a/harbour-bridge@1/3"


def test_a_file_that_is_removed_leaves_search_and_lists_but_its_versions_stay(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", EDITED)
    ingest(room)
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    report = ingest(room)
    assert (report.removed, report.articles) == (["harbour-bridge"], 2)
    assert "Harbour bridge opened to carts" not in read(reader, "/").text
    assert json(reader, "/search.json?q=guests")["total"] == 0
    gone = read(reader, "/a/harbour-bridge", 410)
    assert gone.link("Version 2") == "/a/harbour-bridge@2"
    assert "310 guests" in read(reader, "/a/harbour-bridge@2").text
    assert "300 guests" in read(reader, "/a/harbour-bridge@1").text


def test_an_article_that_comes_back_goes_on_with_its_versions(room: Room, write: Write, reader: FlaskClient) -> None:
    (room.corpus / "articles" / "harbour-bridge.md").unlink()
    ingest(room)
    write("articles/harbour-bridge.md", EDITED)
    ingest(room)
    assert [note["version"] for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [1, 2]
    assert json(reader, "/search.json?q=310")["total"] == 1


BROKEN = {
    "no front matter": "Only text.\n",
    "front matter that never ends": "---\ntitle: x\n",
    "yaml that cannot be read": "---\ntitle: a: b: c\n---\nText.\n",
    "a bomb of aliases": "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nText.\n",
    "no text": HARBOUR.partition("The mayor")[0],
    "no title": HARBOUR.replace("title: Harbour bridge opened to carts\n", ""),
    "nothing": "",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_one_bad_file_stops_no_other_and_its_last_good_version_is_served_on(
    room: Room, write: Write, reader: FlaskClient, text: str
) -> None:
    write("articles/harbour-bridge.md", text)
    write("articles/evening-queue.md", EVENING.replace("a crowd of 1,000", "a crowd of 2,000"))
    report = ingest(room)
    assert report.changed == ["evening-queue"]
    assert "articles/harbour-bridge.md" in {problem.path for problem in report.wrong}
    assert any("version 1, the last that could be read, is served instead" in one.what for one in report.problems)
    assert "300 guests" in read(reader, "/a/harbour-bridge").text
    assert json(reader, "/search.json?q=guests")["total"] == 1
    assert "2,000" in read(reader, "/a/evening-queue").text


def test_a_bad_file_is_named_again_at_each_ingest_until_it_is_mended(room: Room, write: Write) -> None:
    ingest(room)
    write("articles/harbour-bridge.md", "Only text.\n")
    for _ in range(2):
        assert any(one.path == "articles/harbour-bridge.md" for one in ingest(room).wrong)
    write("articles/harbour-bridge.md", HARBOUR)
    assert not any(one.path == "articles/harbour-bridge.md" for one in ingest(room).problems)


def test_what_is_wrong_in_a_file_that_can_be_served_is_named_again_without_reading_it(
    room: Room, write: Write, opened_files: list[str]
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("author:", "auhtor:"))
    first = ingest(room).wrong
    opened_files.clear()
    assert [one for one in first if "auhtor" in one.what]
    assert ingest(room).wrong == first
    assert opened_files == []


@pytest.mark.parametrize("name", ["Upper-Case", "with space", "dot.dot", "ünïcode", "-", "a" * 101])
def test_a_file_whose_name_cannot_be_an_address_is_refused_with_what_to_do(room: Room, write: Write, name: str) -> None:
    write(f"articles/{name}.md", HARBOUR)
    report = ingest(room)
    assert report.articles == 3
    (problem,) = [one for one in report.wrong if one.path == f"articles/{name}.md"]
    assert "Rename it" in problem.remedy


def test_a_link_that_leads_out_of_the_corpus_is_refused(room: Room, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(HARBOUR, "utf-8")
    (room.corpus / "articles" / "secret.md").symlink_to(tmp_path / "secret.md")
    report = ingest(room)
    assert report.articles == 3
    assert [one.path for one in report.wrong if "leads out of the corpus" in one.what] == ["articles/secret.md"]


def test_bytes_that_are_not_utf8_are_named_with_their_line(room: Room) -> None:
    (room.corpus / "articles" / "latin.md").write_bytes(HARBOUR.encode() + "\nCaf\xe9".encode("latin-1"))
    (problem,) = [one for one in ingest(room).wrong if one.path == "articles/latin.md"]
    assert problem.line == HARBOUR.count("\n") + 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("events/bridge-2001.md", BRIDGE.replace("How many people came?", "How many people came then?")),
        ("events/new-event.md", "---\nname: New\nwhen: 2001-06\nwhere: x\n---\nIt was new.\n"),
        ("outlets.yaml", OUTLETS.replace("The Morning Post", "The Morning Star")),
        ("names.yaml", "bridge:\n  kind: place\n  names: {en: [bridge, span]}\n"),
        ("room.yaml", "name: Another room\n"),
    ],
)
def test_a_change_beside_the_articles_makes_a_new_generation_without_reading_articles(
    room: Room, write: Write, opened_files: list[str], name: str, text: str
) -> None:
    first = ingest(room).generation
    opened_files.clear()
    write(name, text)
    assert ingest(room).generation > first
    assert opened_files == []
    assert room.library().search  # it opens


def test_a_new_name_of_an_outlet_is_on_the_pages_after_an_ingest(room: Room, write: Write, reader: FlaskClient) -> None:
    write("outlets.yaml", OUTLETS.replace("The Morning Post", "The Morning Star"))
    assert "The Morning Post" in read(reader, "/a/harbour-bridge").text
    ingest(room)
    assert "The Morning Star" in read(reader, "/a/harbour-bridge").text


def test_outlets_that_cannot_be_read_leave_the_room_open(room: Room, write: Write, reader: FlaskClient) -> None:
    write("outlets.yaml", "morning-post: [\n")
    assert [one.path for one in ingest(room).wrong if one.path == "outlets.yaml"]
    assert "300 guests" in read(reader, "/a/harbour-bridge").text


def test_tying_an_article_to_an_event_makes_no_version_but_shows_at_once(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("accounts:\n  - event: bridge-2001\n", ""))
    report = ingest(room)
    assert (report.changed, report.refreshed) == ([], ["harbour-bridge"])
    assert json(reader, "/a/harbour-bridge.json")["version"] == 1
    assert "/a/harbour-bridge" not in [a["href"] for a in read(reader, "/event/bridge-2001").links]
    assert json(reader, "/search.json?q=guests&event=bridge-2001")["total"] == 0


def test_a_full_rebuild_with_the_index_deleted_keeps_every_version(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", EDITED)
    ingest(room)
    before = json(reader, "/a/harbour-bridge.json")
    shutil.rmtree(room.index)
    read(reader, "/", 503)
    report = ingest(room, full=True)
    assert (report.added, report.changed) == ([], [])
    assert json(reader, "/a/harbour-bridge.json") == before
    assert "300 guests" in read(reader, "/a/harbour-bridge@1").text
    assert json(reader, "/search.json?q=310")["total"] == 1


def test_full_reads_every_file_again(room: Room, opened_files: list[str]) -> None:
    first = ingest(room).generation
    opened_files.clear()
    assert ingest(room, full=True).generation > first
    assert set(opened_files) == {"arabic-bridge", "evening-queue", "harbour-bridge"}


def test_an_index_that_was_tampered_with_is_built_anew(room: Room, reader: FlaskClient) -> None:
    folder = room.index / ingest(room).generation
    next(folder.glob("*.seg")).write_bytes(b"not an index")
    read(create_app({"CORPUS": room.corpus, "INDEX": room.index}).test_client(), "/", 503)
    assert ingest(room).articles == 3
    assert json(reader, "/search.json?q=guests")["total"] == 1


def test_old_generations_are_cleared_away(room: Room, write: Write) -> None:
    for number in range(6):
        write("articles/harbour-bridge.md", HARBOUR.replace("300", str(400 + number)))
        last = ingest(room).generation
    kept = sorted(path.name for path in room.index.iterdir() if path.is_dir())
    assert len(kept) == 3
    assert kept[-1] == last


def test_two_ingests_at_once_are_told_apart(room: Room, write: Write) -> None:
    inside, done = threading.Event(), threading.Event()
    ingest(room)
    write("articles/harbour-bridge.md", EDITED)

    def wait(*progress: int) -> None:
        inside.set()
        assert done.wait(20)

    first = threading.Thread(target=ingest, args=[Room(room.corpus, room.index)], kwargs={"progress": wait})
    first.start()
    try:
        assert inside.wait(20)
        with pytest.raises(Busy, match="Another ingest is writing"):
            ingest(room)
    finally:
        done.set()
        first.join()
    assert ingest(room).unchanged == 3


def test_an_ingest_that_fails_leaves_the_room_with_what_it_had(
    room: Room, write: Write, reader: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = generation(reader)
    write("articles/harbour-bridge.md", EDITED)
    with monkeypatch.context() as patched:
        patched.setattr("reading_room.index.generations.Generations.publish", fail)
        with pytest.raises(OSError, match="No space left"):
            ingest(room)
    assert generation(reader) == before
    assert "300 guests" in read(reader, "/a/harbour-bridge").text
    assert [path.name for path in room.index.iterdir() if path.is_dir()] == [before]
    ingest(room)
    assert "310 guests" in read(reader, "/a/harbour-bridge").text


def fail(*asked: object) -> None:
    raise OSError(28, "No space left on device")


STOPS = """
import sys, time
from pathlib import Path
import reading_room.ingest as module
from reading_room.room import Room

def stop(*asked):
    print("in the middle", flush=True)
    time.sleep(60)

{patch}
module.ingest(Room(Path({corpus!r}), Path({index!r})), progress={progress})
"""
MOMENTS = {
    "while files are read": ("", "stop"),
    "between the versions and the index": ("module._catalogue = stop", "lambda *asked: None"),
    "before the swap": ("module.write_catalogue = stop", "lambda *asked: None"),
}


@pytest.mark.parametrize(("patch", "progress"), MOMENTS.values(), ids=MOMENTS.keys())
def test_an_ingest_that_is_killed_leaves_the_old_generation_served_as_if_nothing_had_been(
    room: Room, write: Write, reader: FlaskClient, patch: str, progress: str
) -> None:
    before = generation(reader)
    write("articles/harbour-bridge.md", EDITED)
    write("articles/arrived.md", HARBOUR)
    code = STOPS.format(corpus=str(room.corpus), index=str(room.index), patch=patch, progress=progress)
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as killed:
        try:
            assert killed.stdout
            assert killed.stdout.readline() == "in the middle\n"
            is_as_before(reader, before)
        finally:
            killed.send_signal(signal.SIGKILL)
    assert [problem for problem in check(room) if problem.path == "versions.sqlite3"] == []
    is_as_before(reader, before)
    is_as_before(create_app({"CORPUS": room.corpus, "INDEX": room.index}).test_client(), before)
    ingest(room)
    assert "310 guests" in read(reader, "/a/harbour-bridge").text
    assert [note["version"] for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [1, 2]
    assert json(reader, "/search.json?q=310")["total"] == 1
    assert read(reader, "/a/arrived").status == 200


def is_as_before(reader: FlaskClient, before: str) -> None:
    assert generation(reader) == before
    assert "300 guests" in read(reader, "/a/harbour-bridge").text
    assert [note["version"] for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [1]
    assert read(reader, "/a/harbour-bridge@2", 404)
    assert read(reader, "/a/arrived", 404)
    assert json(reader, "/search.json?q=310")["total"] == 0


HALF_WRITTEN = """
import os, sqlite3, signal
connection = sqlite3.connect({path!r})
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("UPDATE version SET passages = '[]'")
for number in range(200):
    connection.execute("INSERT INTO version VALUES (?, 1, '', '', '', ?, '', '')", (f"x{{number}}", "x" * 20000))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_pages_are_served_though_a_writer_was_killed_while_it_wrote_the_versions(
    room: Room, reader: FlaskClient
) -> None:
    code = HALF_WRITTEN.format(path=str(room.versions.path))
    subprocess.run([sys.executable, "-c", code], check=False)
    assert room.versions.path.with_name("versions.sqlite3-journal").stat().st_size > 0
    assert "300 guests" in read(reader, "/a/harbour-bridge").text


def test_a_running_room_notices_a_new_generation_by_itself(room: Room, write: Write, reader: FlaskClient) -> None:
    before = generation(reader)
    write("articles/harbour-bridge.md", EDITED)
    assert generation(reader) == before
    code = f"""
from pathlib import Path
from reading_room.ingest import ingest
from reading_room.room import Room
ingest(Room(Path({str(room.corpus)!r}), Path({str(room.index)!r})))
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert generation(reader) > before
    assert "310 guests" in read(reader, "/a/harbour-bridge").text


def test_nobody_who_reads_during_ingests_sees_an_error_or_two_states_at_once(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    """Each state of the article has one figure in title, text and question: no answer may have two."""

    def put(number: int) -> None:
        state = f"State{number}"
        text = HARBOUR.replace("Harbour bridge opened to carts", f"Harbour bridge {state}").replace("300", state)
        write("articles/harbour-bridge.md", text)
        write("events/bridge-2001.md", BRIDGE.replace("300", state).replace("How many", f"In {state}, how many"))

    put(0)
    ingest(room)
    wrong: list[str] = []
    seen: set[str] = set()
    stop = threading.Event()

    def watch(client: FlaskClient) -> None:
        while not stop.is_set():
            for path in ("/search.json?q=guests", "/event/bridge-2001/compare.json", "/a/harbour-bridge.json", "/"):
                answer = client.get(path)
                figures = set(re.findall(r"State\d+", answer.text))
                seen.update(figures)
                if answer.status_code != 200 or len(figures) != 1:
                    wrong.append(f"{path}: {answer.status_code}, {figures}")

    readers = [threading.Thread(target=watch, args=[reader.application.test_client()]) for _ in range(8)]
    for thread in readers:
        thread.start()
    try:
        for number in range(1, 6):
            put(number)
            ingest(Room(room.corpus, room.index))
    finally:
        stop.set()
        for thread in readers:
            thread.join()
    assert wrong == []
    assert len(seen) > 2


def test_a_check_writes_nothing(room: Room) -> None:
    check(room)
    assert not room.index.exists()
    assert not room.versions.path.exists()


def test_versions_of_a_later_release_are_left_alone(room: Room) -> None:
    import sqlite3

    from reading_room.corpus.versions import VersionsUnreadable

    with closing(sqlite3.connect(room.versions.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(VersionsUnreadable, match="later release"):
        ingest(room)


def test_an_event_that_cannot_be_read_any_more_stays_as_it_was(room: Room, write: Write) -> None:
    ingest(room)
    write("events/bridge-2001.md", "---\nname: [broken\n---\n")
    report = ingest(room)
    assert any(problem.path == "events/bridge-2001.md" for problem in report.wrong)
    assert room.library().event("bridge-2001").event.rows


def test_outlets_that_cannot_be_read_any_more_keep_their_names(room: Room, write: Write) -> None:
    ingest(room)
    write("outlets.yaml", "a: [\n")
    assert ingest(room).wrong
    assert room.library().corpus.outlet("morning-post").name == "The Morning Post"


def test_a_file_that_is_no_article_is_named_but_nothing_is_wrong(room: Room, write: Write) -> None:
    write("articles/notes.txt", "to be imported")
    report = ingest(room)
    assert [problem.path for problem in report.problems] == ["articles/notes.txt"]
    assert not report.wrong


def test_what_an_article_said_before_it_came_into_the_room_is_its_first_version(room: Room, write: Write) -> None:
    write("earlier/harbour-bridge@1.md", HARBOUR.replace("300 guests", "30 guests"))
    write("earlier/harbour-bridge@2.md", HARBOUR.replace("before 300 guests", "before many guests"))
    report = ingest(room)
    assert "harbour-bridge" in report.added
    library = room.library()
    assert library.read("harbour-bridge").version.number == 3
    assert "30 guests" in library.read("harbour-bridge", 1).version.passages[0].text
    assert "many guests" in library.read("harbour-bridge", 2).version.passages[0].text
    assert ingest(room, full=True).changed == []
    assert room.library().read("harbour-bridge").version.number == 3


def test_an_earlier_state_that_cannot_be_read_is_named_and_stops_nothing(room: Room, write: Write) -> None:
    write("earlier/harbour-bridge@1.md", "no front matter")
    report = ingest(room)
    assert [problem.path for problem in report.wrong] == ["earlier/harbour-bridge@1.md"]
    assert room.library().read("harbour-bridge").version.number == 1


def test_a_lost_file_of_versions_is_made_again_from_what_the_articles_say_now(room: Room) -> None:
    ingest(room)
    room.versions.path.unlink()
    with pytest.raises(NotReady):
        room.library()
    report = ingest(room)
    assert report.problems == []
    assert room.library().read("harbour-bridge").version.number == 1
    assert room.library().search(parse("guests")).results.total == 1


def test_an_older_backup_of_the_versions_can_be_put_back(room: Room, write: Write, tmp_path: Path) -> None:
    ingest(room)
    shutil.copy(room.versions.path, tmp_path / "backup")
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat", "No ship"))
    write("articles/late-letter.md", HARBOUR.replace("Harbour", "Late").replace("No boat", "No ship"))
    ingest(room)
    shutil.copy(tmp_path / "backup", room.versions.path)
    assert ingest(room).problems == []
    library = room.library()
    assert "No ship" in library.read("harbour-bridge").version.passages[2].text
    assert "No boat" in library.read("harbour-bridge", 1).version.passages[2].text
    found = library.search(parse("ship")).results
    assert (found.total, found.copies) == (1, 1)
    assert library.search(parse("boat")).results.total == 0
    assert library.read("late-letter").version.number == 1


def test_a_damaged_file_of_versions_is_named_by_the_check(room: Room) -> None:
    ingest(room)
    assert check(room) == []
    room.versions.path.write_bytes(b"no database at all")
    assert [problem.path for problem in check(room)] == ["versions.sqlite3"]


def test_the_name_of_the_room_stays_when_its_file_cannot_be_read(room: Room, write: Write) -> None:
    write("room.yaml", "name: The harbour room\n")
    ingest(room)
    write("room.yaml", "name: a: b\n")
    assert ingest(room).wrong
    assert room.library().corpus.about.name == "The harbour room"


def test_an_article_that_is_lost_and_cannot_be_read_leaves_nothing_in_the_index(room: Room, write: Write) -> None:
    ingest(room)
    room.versions.path.unlink()
    write("articles/harbour-bridge.md", "no front matter")
    ingest(room)
    assert room.library().search(parse("guests")).results.total == 0


def test_an_index_made_anew_under_a_running_room_is_noticed(room: Room, write: Write) -> None:
    ingest(room)
    assert room.library().search(parse("guests")).results.total == 1
    shutil.rmtree(room.index)
    write("articles/aaa.md", HARBOUR.replace("300 guests", "walruses"))
    ingest(Room(room.corpus, room.index))
    (hit,) = room.library().search(parse("walruses")).results.groups
    assert hit.article == "aaa"


def test_a_room_whose_corpus_may_only_be_read_is_served(room: Room) -> None:
    ingest(room)
    room.versions.path.chmod(0o444)
    room.versions.create()
    assert room.library().read("harbour-bridge").version.number == 1


def test_articles_with_the_same_text_are_linked_in_both_directions_and_counted(room: Room, write: Write) -> None:
    for name, text in COPIES.items():
        write(name, text)
    assert ingest(room).copies == 7
    corpus = room.library().corpus
    linked = {slug: {copy.article for copy in found} for slug, found in corpus.copies.items()}
    assert linked == {
        "ferry": {"lifeboats", "sandbank"},
        "lifeboats": {"ferry", "sandbank"},
        "sandbank": {"ferry", "lifeboats"},
        "abbara": {"abbara-two"},
        "abbara-two": {"abbara"},
        "parom": {"parom-dva"},
        "parom-dva": {"parom"},
    }


def test_the_rooms_own_digests_are_nobodys_copy(room: Room, write: Write) -> None:
    for slug in ("one", "two"):
        write(f"articles/{slug}.md", wire_article("A digest", *FERRY, text="digest"))
    write("articles/whole.md", wire_article("The article itself", *FERRY))
    assert ingest(room).copies == 0
    write("articles/two.md", wire_article("Now the text", *FERRY))
    assert ingest(room).copies == 2


def test_links_between_copies_are_the_same_whatever_was_ingested_when(room: Room, write: Write, tmp_path: Path) -> None:
    def anew() -> tuple[SameText, ...]:
        folder = tmp_path / "anew"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(room.corpus, folder, ignore=shutil.ignore_patterns("versions.sqlite3*"))
        return links(Room(folder, folder / "index"))

    for name, text in COPIES.items():
        write(name, text)
        assert links(room) == anew()
    write("articles/ferry.md", wire_article("Rewritten", LEAD, *FERRY[:1]))
    assert links(room) == anew()
    (room.corpus / "articles/parom.md").unlink()
    write("articles/ferry.md", COPIES["articles/sandbank.md"])
    write("articles/lifeboats.md", COPIES["articles/parom-dva.md"].replace("title:", "aliases: []\ntitle:", 1))
    assert links(room) == anew()
    assert {pair.articles for pair in links(room)} == {
        ("abbara", "abbara-two"),
        ("ferry", "sandbank"),
        ("lifeboats", "parom-dva"),
    }


def test_texts_of_articles_that_did_not_change_are_not_read_to_compare_them(
    room: Room, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in COPIES.items():
        write(name, text)
    ingest(room)
    read: list[str] = []
    monkeypatch.setattr(Versions, "get", lambda _, slug, number: read.append(slug))
    write("articles/another.md", wire_article("Another", *ARABIC[:2], *RUSSIAN[:1]))
    ingest(room)
    assert set(read) & {Path(name).stem for name in COPIES} == {"abbara", "abbara-two"}


def test_a_room_of_the_first_release_goes_on_with_its_versions(room: Room, write: Write, reader: FlaskClient) -> None:
    import sqlite3

    with closing(sqlite3.connect(room.versions.path)) as connection, connection:
        connection.execute("ALTER TABLE version DROP COLUMN counter")
        for table in ("name", "withdrawal", "removal", "absence"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    assert "300 guests" in read(reader, "/a/harbour-bridge").text
    write("articles/harbour-bridge.md", EDITED)
    report = ingest(room)
    assert (report.changed, report.unchanged) == (["harbour-bridge"], 2)
    assert [note["version"] for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [1, 2]
    assert {row.counter for row in room.versions.stored()} == {"words-1"}
    assert [problem for problem in check(room) if problem.path == "versions.sqlite3"] == []


@pytest.mark.parametrize("harm", ["changed", "added", "format", "manifest"])
def test_an_index_with_anything_unexpected_in_it_is_made_anew_from_the_corpus_and_the_report_says_why(
    room: Room, harm: str
) -> None:
    assert ingest(room).anew == ""
    folder = room.index / room.generations.current()
    manifest = folder / "manifest.json"
    if harm == "added":
        (folder / "extra.pickle").write_bytes(b"x")
    elif harm == "manifest":
        manifest.unlink()
    elif harm == "format":
        manifest.write_text(manifest.read_text().replace(f'"format":{FORMAT}', f'"format":{FORMAT - 1}'))
    else:
        segment = next(folder.glob("*.seg"))
        segment.unlink()  # it is shared with other generations
        segment.write_bytes(b"x")
    report = ingest(room)
    assert report.anew.startswith("The index ")
    assert report.unchanged == 0
    assert room.library().search(parse("carts")).results.total
    assert ingest(room).anew == ""
