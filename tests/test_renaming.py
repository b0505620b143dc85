"""A file that is renamed: its versions go on, its old addresses lead on, and what could be another article is left alone."""

import shutil
import signal
import subprocess
import sys

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from reading_room.ingest import Report, check, ingest
from reading_room.links import link
from reading_room.room import Room
from tests.conftest import ARABIC, BRIDGE, EVENING, HARBOUR, ROOT, Write
from tests.web.reading import json, read

EDITED = HARBOUR.replace("300 guests", "310 guests")
ANOTHER = """\
---
title: A fire at the customs house
outlet: morning-post
published: 2001-06-01
published_basis: printed
language: en
text: complete
---
Smoke rose over the customs house before dawn, and the watchman rang the bell until his hands bled.

Neighbours carried the ledgers into the street, where the rain made them illegible within the hour.
"""


@pytest.fixture
def app(room: Room, write: Write) -> Flask:
    """A sound room, in service, in which the harbour bridge has two versions."""
    write("events/bridge-2001.md", BRIDGE.replace("before 300 guests", "on Thursday"))
    ingest(room)
    write("articles/harbour-bridge.md", EDITED)
    ingest(room)
    app = create_app({"CORPUS": room.corpus, "INDEX": room.index})
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.fixture
def reader(app: Flask) -> FlaskClient:
    return app.test_client()


def rename(room: Room, old: str = "harbour-bridge", new: str = "bridge-opened", text: str | None = None) -> Report:
    """Give an article's file another name, and perhaps another text, and ingest."""
    path = room.corpus / "articles" / f"{old}.md"
    content = text or path.read_text("utf-8")
    path.unlink()
    (room.corpus / "articles" / f"{new}.md").write_text(content, "utf-8")
    return ingest(room)


def words_of(room: Room, quote: str, slug: str = "harbour-bridge", version: int | None = None) -> str:
    linked = link(room.library().read(slug, version).version, quote)
    assert linked.link
    return linked.link.address.path


def versions(reader: FlaskClient, slug: str) -> list[int]:
    return [note["version"] for note in json(reader, f"/a/{slug}.json")["versions"]]


def leads_to(reader: FlaskClient, path: str) -> str:
    answer = reader.get(path)
    assert answer.status_code == 301, (path, answer.status_code)
    return answer.headers["Location"]


def test_a_file_that_was_only_renamed_goes_on_with_its_versions(room: Room, reader: FlaskClient) -> None:
    report = rename(room)
    assert (report.renamed, report.added, report.removed) == ({"harbour-bridge": "bridge-opened"}, [], [])
    assert versions(reader, "bridge-opened") == [1, 2]
    assert "300 guests" in read(reader, "/a/bridge-opened@1").text
    assert json(reader, "/search.json?q=guests")["hits"][0]["url"] == "/a/bridge-opened/1"
    assert check(room) == [one for one in check(room) if "is called “bridge-opened” now" in one.what]


def test_a_file_that_was_edited_while_it_was_renamed_has_a_next_version(room: Room, reader: FlaskClient) -> None:
    report = rename(room, text=EDITED.replace("No boat passed below it.", "No ship passed below it."))
    assert report.renamed == {"harbour-bridge": "bridge-opened"}
    assert versions(reader, "bridge-opened") == [1, 2, 3]
    assert [change.how for change in room.library().corpus.lineage("bridge-opened", 2, 3)[0]] == [
        "kept",
        "kept",
        "edited",
    ]


def test_every_old_address_leads_on_with_version_passage_words_form_and_query(room: Room, reader: FlaskClient) -> None:
    words = words_of(room, "300 guests", version=1)
    rename(room)
    new = "/a/bridge-opened"
    for old, led in {
        "/a/harbour-bridge": new,
        "/a/harbour-bridge?q=guests&x=a%20b": f"{new}?q=guests&x=a%20b",
        "/a/harbour-bridge.json": f"{new}.json",
        "/a/harbour-bridge/2": f"{new}/2",
        "/a/harbour-bridge@1": f"{new}@1",
        "/a/harbour-bridge@1/2.json?q=x": f"{new}@1/2.json?q=x",
        words: words.replace("harbour-bridge", "bridge-opened"),
        f"{words}.json": f"{words}.json".replace("harbour-bridge", "bridge-opened"),
        "/a/Harbour-Bridge@1": f"{new}@1",
        "/a/harbour-bridge/link.json?quote=40+carts": f"{new}/link.json?quote=40+carts",
        "/compare?a=harbour-bridge&a=evening-queue": "/compare?a=bridge-opened&a=evening-queue",
        "/compare?a=harbour-bridge/1&a=evening-queue": "/compare?a=bridge-opened%2F1&a=evening-queue",
        "/event/bridge-2001/compare.json?a=evening-queue&a=harbour-bridge":
            "/event/bridge-2001/compare.json?a=evening-queue&a=bridge-opened",
        "/search?q=carts&article=harbour-bridge": "/search?q=carts&article=bridge-opened",
    }.items():  # fmt: skip
        assert leads_to(reader, old) == led
        assert reader.get(old, follow_redirects=True).status_code == 200, old


def test_an_old_address_that_was_tampered_with_leads_on_within_the_room_and_is_answered_there(
    room: Room, reader: FlaskClient
) -> None:
    rename(room)
    for tail in (
        "/%0d%0aSet-Cookie:x",
        "@1/%00",
        "//evil.example",
        "@99/14:3-9~k7f3",
        "/" + "9" * 5000,
        ".exe",
        "/\u202e?a=%ff",
    ):
        path = f"/a/harbour-bridge{tail}"
        assert leads_to(reader, path).startswith("/a/bridge-opened"), path
        assert reader.get(path, follow_redirects=True).status_code == 404, path


def test_a_link_to_words_is_followed_through_the_renaming(app: Flask, room: Room, reader: FlaskClient) -> None:
    words = words_of(room, "before 300 guests", version=1)
    rename(room)
    document = reader.get(f"{words}.json", follow_redirects=True).get_json()
    assert (document["status"], document["born"], document["now"]) == ("edited", 1, 2)
    assert document["permalink"] == words.replace("harbour-bridge", "bridge-opened")
    resolved = app.test_cli_runner().invoke(args=["resolve", words])
    assert '"status": "edited"' in resolved.stdout


def test_events_that_name_the_old_file_go_on_and_the_check_says_to_rename(room: Room, reader: FlaskClient) -> None:
    before = json(reader, "/event/bridge-2001/compare.json?a=harbour-bridge&a=evening-queue")
    rename(room)
    after = json(reader, "/event/bridge-2001/compare.json?a=bridge-opened&a=evening-queue")
    assert [row["id"] for row in after["rows"]] == [row["id"] for row in before["rows"]]
    assert after["rows"][0]["cells"]["bridge-opened"]["passages"][0]["text"] == "on Thursday"
    (notice,) = [one for one in check(room) if one.path == "events/bridge-2001.md"]
    assert notice.advice
    assert notice.what == "“harbour-bridge” is called “bridge-opened” now"
    assert notice.line == 1 + BRIDGE.splitlines().index(
        next(one for one in BRIDGE.splitlines() if "harbour-bridge" in one)
    )


def test_a_file_can_be_renamed_again_and_back(room: Room, reader: FlaskClient) -> None:
    rename(room)
    rename(room, "bridge-opened", "bridge-three")
    assert leads_to(reader, "/a/harbour-bridge@1") == "/a/bridge-three@1"
    assert leads_to(reader, "/a/bridge-opened/2") == "/a/bridge-three/2"
    rename(room, "bridge-three", "harbour-bridge")
    assert versions(reader, "harbour-bridge") == [1, 2]
    assert leads_to(reader, "/a/bridge-three") == "/a/harbour-bridge"
    assert leads_to(reader, "/a/bridge-opened") == "/a/harbour-bridge"
    assert (ingest(room).parted, ingest(room).renamed) == ([], {})


def test_a_renamed_article_that_is_taken_out_still_has_its_old_addresses(room: Room, reader: FlaskClient) -> None:
    rename(room)
    (room.corpus / "articles/bridge-opened.md").unlink()
    ingest(room)
    assert leads_to(reader, "/a/harbour-bridge") == "/a/bridge-opened"
    assert read(reader, "/a/bridge-opened", 410).link("Version 2") == "/a/bridge-opened@2"


def test_names_stay_when_the_index_is_made_anew(room: Room, reader: FlaskClient) -> None:
    rename(room)
    shutil.rmtree(room.index)
    ingest(Room(room.corpus, room.index))
    assert leads_to(reader, "/a/harbour-bridge@1") == "/a/bridge-opened@1"
    assert versions(reader, "bridge-opened") == [1, 2]


def test_an_alias_in_the_front_matter_does_the_same_for_a_text_that_was_rewritten(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    (room.corpus / "articles/harbour-bridge.md").unlink()
    ingest(room)
    write("articles/fire.md", ANOTHER.replace("title:", "aliases: [harbour-bridge]\ntitle:"))
    assert ingest(room).renamed == {"harbour-bridge": "fire"}
    assert versions(reader, "fire") == [1, 2, 3]
    assert leads_to(reader, "/a/harbour-bridge@1") == "/a/fire@1"
    assert "aliases" not in {one.what for one in check(room)}


def test_an_alias_that_never_was_an_article_here_leads_on_and_makes_no_version(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    write("articles/harbour-bridge.md", EDITED.replace("title:", "aliases: [from-elsewhere]\ntitle:"))
    report = ingest(room)
    assert (report.changed, report.renamed) == ([], {"from-elsewhere": "harbour-bridge"})
    assert leads_to(reader, "/a/from-elsewhere/2") == "/a/harbour-bridge/2"


WRONG = {
    "its own name": ("harbour-bridge", "is the name that the file has"),
    "another article": ("evening-queue", "is the name of another article"),
    "no name": ("Not A Name", "cannot be the name of an article"),
    "an article with versions of its own": ("arabic-bridge", "has versions of its own"),
}


@pytest.mark.parametrize(("alias", "what"), WRONG.values(), ids=WRONG.keys())
def test_an_alias_that_contradicts_something_is_named_with_its_line_and_leads_nowhere(
    room: Room, write: Write, reader: FlaskClient, alias: str, what: str
) -> None:
    (room.corpus / "articles/arabic-bridge.md").unlink()
    ingest(room)
    write("articles/harbour-bridge.md", EDITED.replace("title:", f"aliases: [{alias}]\ntitle:"))
    for problems in (ingest(room).wrong, check(room)):
        (problem,) = [one for one in problems if what in one.what]
        assert (problem.path, problem.line) == ("articles/harbour-bridge.md", 2)
        assert problem.remedy
    assert versions(reader, "harbour-bridge") == [1, 2]
    assert "1,000" in read(reader, "/a/evening-queue").text
    assert read(reader, "/a/arabic-bridge@1")


def test_an_alias_that_two_files_give_is_nobodys(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/harbour-bridge.md", EDITED.replace("title:", "aliases: [bridge]\ntitle:"))
    write("articles/evening-queue.md", EVENING.replace("title:", "aliases: [bridge]\ntitle:"))
    problems = [one for one in ingest(room).wrong if "is given in 2 files" in one.what]
    assert [one.path for one in problems] == ["articles/evening-queue.md", "articles/harbour-bridge.md"]
    read(reader, "/a/bridge", 404)


def test_two_files_that_are_each_others_alias_are_both_refused(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/harbour-bridge.md", EDITED.replace("title:", "aliases: [evening-queue]\ntitle:"))
    write("articles/evening-queue.md", EVENING.replace("title:", "aliases: [harbour-bridge]\ntitle:"))
    assert len([one for one in ingest(room).wrong if "is the name of another article" in one.what]) == 2
    read(reader, "/a/harbour-bridge")
    read(reader, "/a/evening-queue")


def test_a_former_name_is_not_silently_taken_by_another_article(room: Room, write: Write, reader: FlaskClient) -> None:
    rename(room)
    write("articles/harbour-bridge.md", ANOTHER)
    for problems in (ingest(room).wrong, check(room)):
        (problem,) = [one for one in problems if "is a name that articles/bridge-opened.md had before" in one.what]
        assert problem.path == "articles/harbour-bridge.md"
        assert "aliases: []" in problem.remedy
    assert leads_to(reader, "/a/harbour-bridge") == "/a/bridge-opened"
    assert "customs" not in read(reader, "/a/bridge-opened").text


def test_what_was_wrongly_taken_for_a_renamed_file_is_parted_again_and_no_address_breaks(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    rename(room, text=EDITED.replace("No boat", "No ship"))
    write("articles/bridge-opened.md", EDITED.replace("No boat", "No ship").replace("title:", "aliases: []\ntitle:"))
    write("articles/harbour-bridge.md", EDITED)
    report = ingest(room)
    assert (report.parted, report.wrong) == (["bridge-opened"], [])
    assert versions(reader, "harbour-bridge") == [1, 2]
    assert "No boat" in read(reader, "/a/harbour-bridge").text
    assert "No ship" in read(reader, "/a/bridge-opened@3").text
    assert "300 guests" in read(reader, "/a/bridge-opened@1").text
    assert "No ship" in read(reader, "/a/bridge-opened").text
    assert ingest(room).parted == []


def test_a_file_that_says_it_had_no_other_name_is_not_taken_for_a_renamed_one(room: Room, reader: FlaskClient) -> None:
    report = rename(room, text=EDITED.replace("title:", "aliases: []\ntitle:"))
    assert (report.renamed, report.added, report.removed) == ({}, ["bridge-opened"], ["harbour-bridge"])
    assert versions(reader, "bridge-opened") == [1]
    read(reader, "/a/harbour-bridge", 410)


def test_where_two_new_files_could_be_it_none_is(room: Room, write: Write, reader: FlaskClient) -> None:
    write("articles/also.md", EDITED.replace("Thursday", "Friday"))
    report = rename(room)
    assert report.renamed == {}
    assert versions(reader, "bridge-opened") == [1]
    read(reader, "/a/harbour-bridge", 410)


def test_another_article_that_comes_as_one_goes_is_another_article(room: Room, reader: FlaskClient) -> None:
    report = rename(room, text=ANOTHER)
    assert (report.renamed, report.added) == ({}, ["bridge-opened"])


def test_an_article_that_went_long_before_is_not_looked_for_by_its_words(room: Room, reader: FlaskClient) -> None:
    text = (room.corpus / "articles/harbour-bridge.md").read_text("utf-8")
    (room.corpus / "articles/harbour-bridge.md").unlink()
    ingest(room)
    (room.corpus / "articles/bridge-opened.md").write_text(text, "utf-8")
    assert ingest(room).renamed == {}


def test_the_report_says_what_was_taken_for_renamed_and_how_to_say_otherwise(app: Flask, room: Room) -> None:
    path = room.corpus / "articles/harbour-bridge.md"
    path.rename(path.with_name("bridge-opened.md"))
    result = app.test_cli_runner().invoke(args=["ingest"])
    assert "Renamed (old addresses lead on): 1 (harbour-bridge → bridge-opened)" in result.stdout
    assert "write aliases: [] into the new one" in result.stdout
    assert "Renamed" not in app.test_cli_runner().invoke(args=["ingest"]).stdout


QUAY = """\
---
title: {title}
outlet: morning-post
published: 2001-05-04
published_basis: printed
{more}language: en
text: complete
---
{text}
"""
CRANE = """\
The harbour master closed the northern quay on Friday, because a crane had leaned over the water since the storm.

A baker by the gate gave away his loaves until the flour was gone, his neighbour told the paper on Sunday."""
COURT = """\
The court will hear the case of the two ferrymen in June, and the judge has asked for the log of the boat.

Letters from the island came eleven days late, since the mail boat had lost its only sail in the storm."""


def quay(title: str, text: str, more: str = "") -> str:
    return QUAY.format(title=title, text=text, more=more)


@pytest.fixture
def two(room: Room, write: Write, reader: FlaskClient) -> tuple[str, str]:
    """Two articles of one paper, `crane` and `court`; returns addresses of words of each."""
    write("articles/crane.md", quay("The crane", CRANE, "url: https://example.org/crane\n"))
    write("articles/court.md", quay("The court", COURT, "url: https://example.org/court\n"))
    ingest(room)
    return words_of(room, "a crane had leaned over", "crane"), words_of(room, "log of the boat", "court")


def found(reader: FlaskClient, address: str) -> str:
    """What has become of words, wherever their address leads."""
    return str(reader.get(f"{address}.json", follow_redirects=True).get_json()["status"])


def refused(room: Room) -> dict[str, str]:
    """What an ingest says of the two files that it does not read; the check says the same."""
    wrong = {one for one in ingest(room).wrong if "served instead" not in one.what}
    assert wrong <= set(check(room))
    return {one.path.removeprefix("articles/").removesuffix(".md"): f"{one.what}. {one.remedy}" for one in wrong}


def test_a_name_that_is_used_again_as_its_article_is_renamed_stays_with_the_article(
    room: Room, write: Write, two: tuple[str, str], reader: FlaskClient
) -> None:
    folder = room.corpus / "articles"
    (folder / "crane.md").rename(folder / "quay.md")
    (folder / "court.md").rename(folder / "crane.md")
    report = ingest(room)
    assert (report.renamed, report.changed, report.added) == ({"crane": "quay"}, [], [])
    assert "is a name that articles/quay.md had before" in refused(room)["crane"]
    assert leads_to(reader, "/a/crane") == "/a/quay"
    assert found(reader, two[0]) == "exact"
    assert "log of the boat" in read(reader, "/a/court@1").text
    write("articles/trial.md", (folder / "crane.md").read_text("utf-8").replace("title:", "aliases: [court]\ntitle:"))
    (folder / "crane.md").unlink()
    assert ingest(room).renamed == {"court": "trial"}
    assert refused(room) == {}
    assert [found(reader, words) for words in two] == ["exact", "exact"]


def test_where_the_particulars_speak_against_a_renamed_file_both_are_refused_until_aliases_say_what_is_what(
    room: Room, write: Write, two: tuple[str, str], reader: FlaskClient
) -> None:
    (room.corpus / "articles/court.md").unlink()
    write("articles/quay.md", quay("The crane", CRANE, "url: https://example.org/quay\n"))
    write("articles/crane.md", quay("The court", COURT, "url: https://example.org/crane\n"))
    for _ in range(2):
        said = refused(room)
        assert sorted(said) == ["crane", "quay"]
        assert "this is the text of “court”" in said["crane"]
        assert "this is the text of “crane”" in said["quay"]
        assert "aliases: [crane]" in said["quay"]
        assert versions(reader, "crane") == [1]
        assert "leaned over" in read(reader, "/a/crane").text
        read(reader, "/a/quay", 404)
    write("articles/quay.md", quay("The crane", CRANE, "aliases: [crane]\n"))
    (room.corpus / "articles/crane.md").unlink()
    write("articles/trial.md", quay("The court", COURT, "aliases: [court]\n"))
    assert ingest(room).renamed == {"crane": "quay", "court": "trial"}
    assert [found(reader, words) for words in two] == ["exact", "exact"]


@pytest.mark.parametrize("same", [True, False], ids=["with their particulars", "under the particulars of the other"])
def test_two_files_that_exchanged_their_names_are_refused_and_what_was_before_is_served(
    room: Room, write: Write, two: tuple[str, str], reader: FlaskClient, same: bool
) -> None:
    names = ("court", "crane") if same else ("crane", "court")
    write("articles/crane.md", quay("The court", COURT, f"url: https://example.org/{names[0]}\n"))
    write("articles/court.md", quay("The crane", CRANE, f"url: https://example.org/{names[1]}\n"))
    for _ in range(2):
        said = refused(room)
        assert sorted(said) == ["court", "crane"]
        assert (
            "this is the text of “court”, and shares next to nothing with the last version of “crane”" in said["crane"]
        )
        assert "call the file court.md" in said["crane"]
        assert [found(reader, words) for words in two] == ["exact", "exact"]
        assert (versions(reader, "crane"), versions(reader, "court")) == ([1], [1])
    write("articles/crane.md", quay("The crane", CRANE, "url: https://example.org/crane\n"))
    write("articles/court.md", quay("The court", COURT, "url: https://example.org/court\n"))
    report = ingest(room)
    assert (report.changed, [one for one in report.wrong if "aliases" in one.remedy]) == ([], [])


def test_a_file_over_which_another_one_was_moved_is_refused_unless_it_says_that_this_is_meant(
    room: Room, write: Write, two: tuple[str, str], reader: FlaskClient
) -> None:
    (room.corpus / "articles/court.md").rename(room.corpus / "articles/crane.md")
    for _ in range(2):
        assert "this is the text of “court”" in refused(room)["crane"]
        assert "leaned over" in read(reader, "/a/crane").text
    write("articles/crane.md", quay("The court", COURT, "aliases: []\n"))
    report = ingest(room)
    assert (report.changed, report.unlike) == (["crane"], ["crane"])
    assert "log of the boat" in read(reader, "/a/crane@2").text


def test_a_new_article_that_shares_a_text_with_one_that_was_rewritten_can_say_so(
    room: Room, write: Write, two: tuple[str, str], reader: FlaskClient
) -> None:
    write("articles/copy.md", quay("The crane", CRANE, "url: https://example.org/copy\n"))
    write("articles/crane.md", quay("A fire", ANOTHER.rpartition("---\n")[2], "url: https://example.org/crane\n"))
    said = refused(room)
    assert sorted(said) == ["copy", "crane"]
    assert "whose text is in articles/copy.md now" in said["crane"]
    assert "write aliases: [] into articles/copy.md" in said["crane"]
    write("articles/copy.md", quay("The crane", CRANE, "aliases: []\n"))
    report = ingest(room)
    assert (report.added, report.changed, report.unlike) == (["copy"], ["crane"], ["crane"])


def test_a_version_that_shares_next_to_nothing_with_the_one_before_is_pointed_out_and_can_be_made_an_article(
    app: Flask, room: Room, write: Write, two: tuple[str, str], reader: FlaskClient
) -> None:
    write("articles/crane.md", quay("A fire", ANOTHER.rpartition("---\n")[2]))
    output = app.test_cli_runner().invoke(args=["ingest"]).stdout
    assert "Next to nothing of the version before is in the new one: 1 (crane). Where it is another article" in output
    assert "Next to nothing" not in app.test_cli_runner().invoke(args=["ingest"]).stdout
    write("articles/fire.md", quay("A fire", ANOTHER.rpartition("---\n")[2], "aliases: []\n"))
    write("articles/crane.md", quay("The crane", CRANE))
    ingest(room)
    assert (versions(reader, "fire"), versions(reader, "crane")) == ([1], [1, 2, 3])
    assert found(reader, two[0]) == "moved"


def test_a_text_that_was_edited_much_or_grew_is_not_pointed_out(
    room: Room, write: Write, two: tuple[str, str], reader: FlaskClient
) -> None:
    write("articles/crane.md", quay("The crane", CRANE.split("\n\n")[0]))
    write("articles/court.md", quay("The court", f"{COURT}\n\n{ANOTHER.rpartition('---')[2]}\n\n" + "Rain fell. " * 99))
    report = ingest(room)
    assert (report.changed, report.unlike) == (["court", "crane"], [])


STOPS = """
import sys, time
from pathlib import Path
import reading_room.{module} as module
from reading_room.ingest import ingest
from reading_room.room import Room

def stop(*asked):
    print("in the middle", flush=True)
    time.sleep(60)

{patch}
ingest(Room(Path({corpus!r}), Path({index!r})))
"""
MOMENTS = {
    "before the names are written": ("renaming", "module.renamed = stop"),
    "after the names are written": ("ingest", "module.taken_names = stop"),
    "while the file is read": ("ingest", "module._read_one = stop"),
    "before the swap": ("ingest", "module.write_catalogue = stop"),
}


@pytest.mark.parametrize(("module", "patch"), MOMENTS.values(), ids=MOMENTS.keys())
def test_an_ingest_that_is_killed_while_it_renames_loses_nothing(
    room: Room, reader: FlaskClient, module: str, patch: str
) -> None:
    path = room.corpus / "articles/harbour-bridge.md"
    path.with_name("bridge-opened.md").write_text(path.read_text("utf-8").replace("No boat", "No ship"), "utf-8")
    path.unlink()
    code = STOPS.format(module=module, patch=patch, corpus=str(room.corpus), index=str(room.index))
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as killed:
        try:
            assert killed.stdout
            assert killed.stdout.readline() == "in the middle\n"
        finally:
            killed.send_signal(signal.SIGKILL)
    assert room.versions.fault() is None
    assert versions(reader, "harbour-bridge") == [1, 2]
    assert "310 guests" in read(reader, "/a/harbour-bridge").text
    read(reader, "/a/bridge-opened", 404)
    report = ingest(room)
    assert report.renamed == {"harbour-bridge": "bridge-opened"}
    assert versions(reader, "bridge-opened") == [1, 2, 3]
    assert leads_to(reader, "/a/harbour-bridge@2") == "/a/bridge-opened@2"
    assert [one for one in check(room) if not one.advice] == []


def test_an_arabic_article_is_found_again_by_its_words(room: Room, reader: FlaskClient) -> None:
    assert rename(room, "arabic-bridge", "al-jisr", ARABIC).renamed == {"arabic-bridge": "al-jisr"}
