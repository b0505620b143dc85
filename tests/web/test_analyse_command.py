"""`flask analyse`, from a keeper's side."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from reading_room.comparing.sentences.analysing import analyse
from reading_room.corpus.analyses import FILE
from reading_room.ingest import ingest
from reading_room.room import Room
from tests.conftest import HARBOUR, Write


@pytest.fixture
def runner(served: Flask) -> FlaskCliRunner:
    return served.test_cli_runner()


def test_an_analysis_is_shown_in_lines_to_read(runner: FlaskCliRunner) -> None:
    shown = runner.invoke(args=["analyse", "harbour-bridge"])
    assert shown.exit_code == 0, shown.output
    assert "[1]\nThe mayor opened the harbour bridge on Thursday before 300 guests." in shown.stdout
    assert "2001-05-03 (relative: “Thursday”)" in shown.stdout
    assert "300 guests (“300 guests”)" in shown.stdout


def test_rates_and_shares_are_written_out(room: Room, write: Write, runner: FlaskCliRunner) -> None:
    text = "More than half of the carts crossed, over 900 carts in two weeks, 20 to 25 carts daily, and 3 tons of hay."
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat passed below it.", text))
    ingest(room)
    shown = runner.invoke(args=["analyse", "harbour-bridge"]).stdout
    for line in (
        "more than 50 % of carts",
        "more than 900 carts over 14 days",
        "20 to 25 carts per day",
        "3 t of hay",
    ):
        assert line in shown


def test_an_analysis_is_written_as_json_with_the_words_that_it_stands_on(runner: FlaskCliRunner) -> None:
    written = json.loads(runner.invoke(args=["analyse", "harbour-bridge", "--json"]).stdout)
    assert (written["article"], written["version"]) == ("harbour-bridge", 1)
    first = written["sentences"][0]
    assert (first["passage"], first["span"]["start"]) == ("1", 0)
    assert first["text"] == "The mayor opened the harbour bridge on Thursday before 300 guests."
    (time,), (figure,) = first["times"], first["quantities"]
    assert (time["first"], time["last"], time["basis"]) == ("2001-05-03", "2001-05-03", "relative")
    assert (figure["least"], figure["most"], figure["counted"], figure["text"]) == (300, 300, "guests", "300 guests")
    assert first["attributions"][0]["content_text"]


def test_a_version_that_is_not_the_newest_is_analysed_too(room: Room, write: Write, runner: FlaskCliRunner) -> None:
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    ingest(room)
    assert "310 guests" in runner.invoke(args=["analyse", "harbour-bridge"]).stdout
    assert "300 guests" in runner.invoke(args=["analyse", "harbour-bridge@1"]).stdout


def test_what_steers_a_terminal_is_not_printed_and_is_exact_in_json(
    room: Room, write: Write, runner: FlaskCliRunner
) -> None:
    odd = "The harbourmaster\u202e said that 9 boats \u2067passed."
    write("articles/harbour-bridge.md", HARBOUR.replace("No boat passed below it.", odd))
    ingest(room)
    shown = runner.invoke(args=["analyse", "harbour-bridge"]).stdout
    assert "The harbourmaster said that 9 boats passed." in shown
    assert all(sign == "\n" or sign.isprintable() for sign in shown)
    written = json.loads(runner.invoke(args=["analyse", "harbour-bridge", "--json"]).stdout)
    assert written["sentences"][-1]["text"] == odd


@pytest.mark.parametrize("name", ["nothing", "harbour-bridge@7", "a b"])
def test_what_is_no_article_is_said_in_words(runner: FlaskCliRunner, name: str) -> None:
    refused = runner.invoke(args=["analyse", name])
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: ")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("harbour-bridge/2", "harbour-bridge"),
        ("harbour-bridge@1/2", "harbour-bridge@1"),
        ("harbour-bridge@1/2:1-2~aaaa", "harbour-bridge@1"),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_part_of_an_article_is_refused_and_the_whole_is_named(
    runner: FlaskCliRunner, part: str, whole: str, form: tuple[str, ...]
) -> None:
    refused = runner.invoke(args=["analyse", part, *form])
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert f"Articles are read whole: flask analyse {whole}\n" in refused.stderr


def test_what_ingest_read_is_kept_for_the_articles_of_its_generation(room: Room, write: Write) -> None:
    ingest(room)
    before = room.library()
    assert before.corpus.analysis("harbour-bridge") == analyse(before.read("harbour-bridge").version)
    assert before.analysis("harbour-bridge") == before.corpus.analysis("harbour-bridge")
    write("articles/harbour-bridge.md", HARBOUR.replace("300", "310"))
    (room.corpus / "articles/evening-queue.md").rename(room.corpus / "articles/queue.md")
    ingest(room)
    after = room.library()
    assert after.corpus.analysis("harbour-bridge") == analyse(after.read("harbour-bridge").version)
    assert after.corpus.analysis("queue") == analyse(after.read("queue").version)
    assert after.corpus.analysis("evening-queue") is None
    assert after.corpus.analysis("arabic-bridge") == before.corpus.analysis("arabic-bridge")


def test_an_index_that_lacks_the_analyses_is_made_anew(room: Room) -> None:
    generation = room.index / ingest(room).generation
    (generation / FILE).unlink()
    report = ingest(room)
    assert report.anew
    assert room.library().corpus.analysis("harbour-bridge")


def test_analyses_lost_under_a_running_room_are_worked_out(room: Room) -> None:
    generation = Path(room.index / ingest(room).generation)
    library = room.library()
    (generation / FILE).unlink()
    assert library.analysis("harbour-bridge").sentences
