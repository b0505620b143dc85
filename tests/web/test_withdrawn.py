"""What the keeper withdrew is shown to nobody, anywhere, from the next request on; and can be shown again."""

import json as plain_json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner

from app import create_app
from reading_room.ingest import ingest
from reading_room.links import link
from reading_room.room import Room
from tests.conftest import Write
from tests.web.reading import dangers, json, read
from tests.wire import COPIES

WHY = "A court of Nowhere forbade it."


@pytest.fixture
def runner(served: Flask) -> FlaskCliRunner:
    return served.test_cli_runner()


def withdraw(runner: FlaskCliRunner, *args: str) -> str:
    result = runner.invoke(args=["withdraw", *args])
    assert result.exit_code == 0, result.output
    return result.stdout


def words_of(room: Room, quote: str, slug: str = "harbour-bridge") -> str:
    """The address of words of the newest version."""
    linked = link(room.library().read(slug).version, quote)
    assert linked.link
    return linked.link.address.path


def edit(write: Write, room: Room, old: str, new: str) -> None:
    path = room.corpus / "articles/harbour-bridge.md"
    write("articles/harbour-bridge.md", path.read_text("utf-8").replace(old, new))
    ingest(Room(room.corpus, room.index))


def test_every_address_of_a_withdrawn_article_is_a_451_with_reason_and_date(
    room: Room, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    words = words_of(room, "40 carts in the first hour")
    floating = words.replace("@1", "")
    withdraw(runner, "harbour-bridge", "--why", WHY)
    for path in ("/a/harbour-bridge", "/a/harbour-bridge@1", "/a/harbour-bridge/2", "/a/harbour-bridge@1/2", words, floating,
                 "/compare?a=harbour-bridge&a=evening-queue",
                 "/event/bridge-2001/compare?a=harbour-bridge&a=evening-queue"):  # fmt: skip
        page = read(reader, path, 451)
        assert "This was withdrawn" in page.headings, path
        assert WHY in page.text, path
        assert "carts" not in page.html, path
        assert not dangers(page), path
        assert "Link" not in reader.get(path).headers
    for path in ("/a/harbour-bridge.json", f"{words}.json", "/a/harbour-bridge/2.json", "/a/harbour-bridge/99.json",
                 "/a/harbour-bridge/link.json?quote=carts", "/compare.json?a=harbour-bridge&a=evening-queue"):  # fmt: skip
        document = json(reader, path, 451)
        assert (document["status"], document["why"]) == (451, WHY), path
        assert document["withdrawn"]
        assert "carts" not in str(document), path


def test_nothing_that_lists_articles_or_shows_their_words_has_it_any_more(
    room: Room, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    assert "Harbour bridge opened" in read(reader, "/").text
    withdraw(runner, "harbour-bridge", "--why", WHY)
    for path in ("/", "/events", "/event/bridge-2001", "/event/bridge-2001.json", "/search?q=bridge", "/search.json?q=guests",
                 "/search?q=carts", "/a/evening-queue", "/a/evening-queue.json", "/event/bridge-2001/compare"):  # fmt: skip
        answer = reader.get(path)
        assert answer.status_code == 200, path
        shown = answer.text.replace(
            "named in Harbour bridge opened to carts", ""
        )  # the keeper's own words for the event
        for words in ("Harbour bridge opened", "300 guests", "harbour-bridge", "40 carts"):
            assert words not in shown, (path, words)
    assert json(reader, "/search.json?q=guests")["total"] == 0
    assert json(reader, "/readyz")["articles"] == 2


def test_a_copy_of_it_names_it_no_more(room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner) -> None:
    for name, text in COPIES.items():
        write(name, text)
    ingest(room)
    assert "lifeboats" in {copy["article"] for copy in json(reader, "/a/ferry.json")["same_text"]}
    withdraw(runner, "lifeboats", "--why", WHY)
    assert {copy["article"] for copy in json(reader, "/a/ferry.json")["same_text"]} == {"sandbank"}
    assert "/a/lifeboats" not in read(reader, "/a/ferry").html
    assert "/a/lifeboats" not in reader.get("/search.json?q=ferry").text


def test_it_does_not_come_back_with_an_ingest_or_an_edit_or_a_new_index(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    assert "articles/harbour-bridge.md stays where it is" in withdraw(runner, "harbour-bridge", "--why", WHY)
    edit(write, room, "300", "310")
    for args in (["ingest"], ["ingest", "--full"]):
        result = runner.invoke(args=args)
        assert "Withdrawn, not shown: 1 (harbour-bridge)" in result.stdout
        assert "2 articles, 4 passages" in result.stdout
        read(reader, "/a/harbour-bridge", 451)
        read(reader, "/a/harbour-bridge@2", 451)
        assert json(reader, "/search.json?q=guests")["total"] == 0
    (room.corpus / "articles/harbour-bridge.md").unlink()
    ingest(room)
    read(reader, "/a/harbour-bridge", 451)


def test_taking_it_back_shows_everything_again_at_once(room: Room, reader: FlaskClient, runner: FlaskCliRunner) -> None:
    before = json(reader, "/a/harbour-bridge.json")
    withdraw(runner, "harbour-bridge", "--why", WHY)
    read(reader, "/a/harbour-bridge", 451)
    withdraw(runner, "harbour-bridge", "--undo")
    assert json(reader, "/a/harbour-bridge.json") == before
    assert json(reader, "/search.json?q=guests")["total"] == 1


def test_one_version_can_be_withdrawn_and_the_others_stay(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    words = words_of(room, "300 guests")
    edit(write, room, "before 300 guests", "before 310 guests")
    withdraw(runner, "harbour-bridge", "--version", "1", "--why", WHY)
    assert "310 guests" in read(reader, "/a/harbour-bridge").text
    assert "310 guests" in read(reader, "/a/harbour-bridge@2").text
    assert "UTC, withdrawn" in read(reader, "/a/harbour-bridge").text
    assert [note.get("withdrawn", False) for note in json(reader, "/a/harbour-bridge.json")["versions"]] == [
        True,
        False,
    ]
    for path in ("/a/harbour-bridge@1", "/a/harbour-bridge@1/1", words):
        assert WHY in read(reader, path, 451).text, path
    floating = words.replace("@1", "")
    page = read(reader, floating, 404)
    assert "300 guests" not in page.text
    assert "They may have stood in version 1, which was withdrawn; or the address was mistyped" in page.text
    assert json(reader, f"{floating}.json", 404)["what"] in page.text
    assert (
        "They may have stood in version 1"
        in plain_json.loads(runner.invoke(args=["resolve", floating]).stdout)["error"]
    )
    mistyped = words_of(room, "310 guests").rpartition("~")[0] + "~0000"
    assert "withdrawn" not in read(reader, mistyped, 404).text, "of version 2, which is shown, the code is wrong"
    edit(write, room, "before 310 guests", "before 320 guests")
    withdraw(runner, "harbour-bridge", "--version", "2", "--why", WHY)
    assert "They may have stood in one of the 2 that were withdrawn" in read(reader, floating, 404).text
    assert plain_json.loads(runner.invoke(args=["resolve", words]).stdout)["error"].endswith(WHY)


def test_a_link_to_words_that_a_withdrawn_version_lies_between_is_still_answered(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    words = words_of(room, "No boat passed below it")
    edit(write, room, "\nNo boat passed below it.\n", "\n")
    edit(write, room, "300", "310")
    edit(write, room, "310", "320")
    withdraw(runner, "harbour-bridge", "--version", "2", "--why", WHY)
    withdraw(runner, "harbour-bridge", "--version", "3", "--why", WHY)
    document = json(reader, f"{words}.json")
    assert (document["status"], document["gone_since"]) == ("gone", None)


def test_a_passage_that_only_a_withdrawn_version_had_leads_nowhere(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    edit(write, room, "No boat passed below it.", "No boat passed below it.\n\nA secret was told at night.")
    edit(write, room, "\nA secret was told at night.", "")
    assert read(reader, "/a/harbour-bridge/4", 410).link("The version that was kept") == "/a/harbour-bridge@2/4"
    withdraw(runner, "harbour-bridge", "--version", "2", "--why", WHY)
    assert "secret" not in read(reader, "/a/harbour-bridge/4", 404).html


def test_a_withdrawn_text_is_not_read_again_from_its_file(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    edit(write, room, "300 guests", "310 guests")
    withdraw(runner, "harbour-bridge", "--version", "1", "--why", WHY)
    edit(write, room, "310 guests", "300 guests")
    result = runner.invoke(args=["ingest"])
    assert result.exit_code == 1
    assert "articles/harbour-bridge.md: this is the text of version 1, which was withdrawn" in result.stderr
    assert "310 guests" in read(reader, "/a/harbour-bridge").text
    assert json(reader, "/search.json?q=300")["total"] == 0
    withdraw(runner, "harbour-bridge", "--version", "1", "--undo")
    assert runner.invoke(args=["ingest"]).exit_code in (0, 1)  # the event quotes the words of one version or the other
    assert "300 guests" in read(reader, "/a/harbour-bridge@3").text


QUAY = """\
---
title: {title}
outlet: morning-post
published: 2001-05-04
published_basis: printed
url: https://example.org/{url}
language: en
text: complete
{aliases}---
The harbour master closed the northern quay on Friday, because a crane had leaned over the water since the storm.

A baker by the gate gave away his loaves until the flour was gone, his neighbour told the paper on Sunday.

{last}
"""
LAST = "Nobody was hurt in the first hour of the day, and the children went home before the rain set in."
REWRITTEN = (
    "On Monday the crane was taken apart by nine men of the yard, who found that two of its bolts had rusted through."
)


def quay(aliases: str = "", last: str = LAST, url: str = "quay") -> str:
    return QUAY.format(title="The northern quay", url=url, aliases=aliases, last=last)


@pytest.fixture
def quay_withdrawn(room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner) -> Path:
    """An article that was withdrawn, and its file."""
    path = write("articles/quay.md", quay())
    ingest(room)
    assert "leaned over" in read(reader, "/a/quay").text
    withdraw(runner, "quay", "--why", WHY)
    return path


def test_withdrawn_words_do_not_come_back_in_a_file_of_another_name(
    room: Room, write: Write, quay_withdrawn: Path, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    quay_withdrawn.unlink()
    write("articles/new.md", quay(last=REWRITTEN))
    for command in (["ingest"], ["ingest", "--full"], ["check"]):
        result = runner.invoke(args=command)
        assert result.exit_code == 1
        assert (
            "articles/new.md: 63% of the runs of eight words of “quay”, which was withdrawn, stand in it"
            in result.stderr
        )
        assert "flask withdraw quay --undo" in result.stderr
        read(reader, "/a/new", 404)
        assert json(reader, "/search.json?q=crane")["total"] == 0


def test_withdrawn_words_among_many_others_and_a_part_of_them_do_not_come_back(
    room: Room, write: Write, quay_withdrawn: Path, reader: FlaskClient
) -> None:
    more = "\n\n".join(f"Ship {number} brought {number * 7} bales of wool, as its papers say." for number in range(99))
    first = quay(url="other").split("\n\n")[0]
    write("articles/longer.md", quay(last=f"{LAST}\n\n{more}", url="longer"))
    write("articles/shorter.md", first)
    problems = {one.path: one.what for one in ingest(room).wrong}
    assert "100% of the runs of eight words of “quay”" in problems["articles/longer.md"]
    assert "100% of its runs of eight words are of “quay”" in problems["articles/shorter.md"]
    for slug in ("longer", "shorter"):
        read(reader, f"/a/{slug}", 404)


def test_withdrawn_words_do_not_come_back_as_an_earlier_state_or_as_the_next_of_another_article(
    room: Room, write: Write, quay_withdrawn: Path, reader: FlaskClient
) -> None:
    write(
        "articles/new.md",
        quay(last=REWRITTEN).replace("harbour master closed", "X").split("\n\n")[0] + f"\n\n{LAST[:9]}",
    )
    write("earlier/new@1.md", quay(url="new"))
    write("articles/evening-queue.md", quay(url="evening"))
    problems = {one.path for one in ingest(room).wrong if "which was withdrawn" in one.what}
    assert problems == {"articles/new.md", "articles/evening-queue.md"}
    read(reader, "/a/new", 404)
    read(reader, "/a/new@1", 404)
    assert "a crowd of 1,000" in read(reader, "/a/evening-queue").text


def test_what_shares_less_with_withdrawn_words_is_served(
    room: Room, write: Write, quay_withdrawn: Path, reader: FlaskClient
) -> None:
    baker = quay(url="baker").split("\n\n")
    write(
        "articles/baker.md", "\n\n".join([baker[0].rpartition("---\n")[0] + "---\n" + baker[1], REWRITTEN, REWRITTEN])
    )
    ingest(room)
    assert "gave away his loaves" in read(reader, "/a/baker").text


def test_a_keeper_says_in_the_file_that_it_is_meant_or_the_same_article(
    room: Room, write: Write, quay_withdrawn: Path, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    quay_withdrawn.unlink()
    write("articles/new.md", quay("aliases: [quay]\n", REWRITTEN))
    assert "Withdrawn, not shown: 1 (new)" in runner.invoke(args=["ingest"]).stdout
    read(reader, "/a/new", 451)
    write("articles/copy.md", quay("aliases: []\n", REWRITTEN, "copy"))
    ingest(room)
    assert "leaned over" in read(reader, "/a/copy").text


def test_withdrawn_words_come_back_when_the_withdrawal_is_undone(
    room: Room, write: Write, quay_withdrawn: Path, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    write("articles/new.md", quay(last=REWRITTEN, url="new"))
    ingest(room)
    withdraw(runner, "quay", "--undo")
    ingest(room)
    assert "leaned over" in read(reader, "/a/new").text


def test_a_copy_that_was_in_the_room_before_stays_and_can_be_edited(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    write("articles/quay.md", quay())
    write("articles/copy.md", quay(url="copy"))
    ingest(room)
    withdraw(runner, "quay", "--why", WHY)
    assert [one for one in ingest(room, full=True).wrong if "withdrawn" in one.what] == []
    write("articles/copy.md", quay(last=REWRITTEN, url="copy"))
    ingest(room)
    assert "two of its bolts" in read(reader, "/a/copy@2").text


def test_an_article_does_not_go_back_to_words_that_only_a_withdrawn_version_of_it_has(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    write("articles/quay.md", quay())
    ingest(room)
    write("articles/quay.md", quay(last=REWRITTEN))
    ingest(room)
    withdraw(runner, "quay", "--version", "1", "--why", WHY)
    write("articles/quay.md", quay(last=f"{LAST} Snow fell."))
    (problem,) = [one for one in ingest(room).wrong if "which was withdrawn" in one.what]
    assert "version 1 of “quay”" in problem.what
    assert "flask withdraw quay --version 1 --undo" in problem.remedy
    assert "two of its bolts" in read(reader, "/a/quay").text
    write("articles/quay.md", quay(last=f"{REWRITTEN} Snow fell."))
    ingest(room)
    assert "Snow fell" in read(reader, "/a/quay").text


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (["harbour-bridge"], "Give the reason"),
        (["harbour-bridge", "--why", "  "], "Give the reason"),
        (["harbour-bridge", "--why", WHY, "--undo"], "Give the reason"),
        (["nobody", "--why", WHY], "There are no versions of “nobody”"),
        (["../../etc/passwd", "--why", WHY], "There are no versions"),
        (["harbour-bridge", "--version", "7", "--why", WHY], "has no version 7"),
        (["harbour-bridge", "--version", "1", "--why", WHY], "is the newest"),
        (["harbour-bridge", "--undo"], "is not withdrawn"),
    ],
)
def test_what_cannot_be_withdrawn_is_said_in_words_and_nothing_changes(
    reader: FlaskClient, runner: FlaskCliRunner, args: list[str], what: str
) -> None:
    result = runner.invoke(args=["withdraw", *args])
    assert result.exit_code != 0
    assert what in result.stderr
    read(reader, "/a/harbour-bridge")


def test_the_first_reason_stands_until_it_is_taken_back(reader: FlaskClient, runner: FlaskCliRunner) -> None:
    withdraw(runner, "harbour-bridge", "--why", WHY)
    result = runner.invoke(args=["withdraw", "harbour-bridge", "--why", "another"])
    assert result.exit_code == 1
    assert "withdrawn already" in result.stderr
    assert WHY in read(reader, "/a/harbour-bridge", 451).text


def test_markup_in_a_reason_comes_out_as_text(reader: FlaskClient, runner: FlaskCliRunner) -> None:
    withdraw(runner, "harbour-bridge", "--why", "<script>alert(1)</script>")
    page = read(reader, "/a/harbour-bridge", 451)
    assert "<script>alert(1)</script>" in page.text
    assert not dangers(page)


def test_it_stays_withdrawn_in_a_room_that_was_restored_from_files(
    room: Room, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    withdraw(runner, "harbour-bridge", "--why", WHY)
    assert runner.invoke(args=["versions", "export", str(tmp_path / "files")]).exit_code == 0
    room.versions.path.unlink()
    other = create_app({"CORPUS": room.corpus, "INDEX": tmp_path / "other"})
    restored = other.test_cli_runner().invoke(args=["versions", "restore", str(tmp_path / "files")])
    assert restored.exit_code == 0, restored.output
    ingest(Room(room.corpus, tmp_path / "other"))
    assert WHY in read(other.test_client(), "/a/harbour-bridge", 451).text


def test_where_nothing_is_known_of_withdrawals_nothing_is_shown(room: Room, reader: FlaskClient) -> None:
    read(reader, "/search?q=guests")
    room.versions.path.write_bytes(b"no database at all" * 100)
    for path in ("/", "/search?q=guests", "/a/harbour-bridge"):
        read(reader, path, 503)


def test_the_newest_version_of_an_article_that_was_taken_out_can_be_withdrawn_and_the_others_stay(
    room: Room, write: Write, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    edit(write, room, "40 carts", "41 carts")
    (room.corpus / "articles/harbour-bridge.md").unlink()
    ingest(Room(room.corpus, room.index))
    withdraw(runner, "harbour-bridge", "--version", "2", "--why", WHY)
    assert "40 carts" in read(reader, "/a/harbour-bridge@1").text
    assert "41 carts" not in read(reader, "/a/harbour-bridge@2", 451).html
    gone = read(reader, "/a/harbour-bridge", 410)
    assert "/a/harbour-bridge@1" in gone.html
    assert "/a/harbour-bridge@2" not in gone.html


def test_where_only_the_newest_version_is_withdrawn_the_article_is_not_said_to_be_taken_out(
    room: Room, write: Write, reader: FlaskClient
) -> None:
    edit(write, room, "40 carts", "41 carts")
    with room.versions.writing() as store:  # as a restore of a damaged export may leave it
        store.withdraw("harbour-bridge", 2, WHY)
    assert WHY in read(reader, "/a/harbour-bridge", 451).text
    assert "40 carts" in read(reader, "/a/harbour-bridge@1").text
    assert "41 carts" not in reader.get("/search?q=carts").text


def test_nothing_tells_of_the_versions_of_a_withdrawn_article(
    room: Room, reader: FlaskClient, runner: FlaskCliRunner
) -> None:
    withdraw(runner, "harbour-bridge", "--why", WHY)
    moment = {"Accept-Datetime": "Thu, 24 Mar 2016 12:00:00 GMT"}
    for answer in (reader.get("/a/harbour-bridge/timemap"), reader.get("/a/harbour-bridge", headers=moment)):
        assert answer.status_code == 451
        assert "Link" not in answer.headers
        assert "datetime=" not in answer.text
