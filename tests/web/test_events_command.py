"""`flask events` proposes which articles tell of one event, and writes what the keeper accepts."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from reading_room.ingest import check, ingest
from reading_room.room import Room
from tests.comparing.stories import EVENTS, PUBLISHED
from tests.conftest import Write

ARTICLE = """\
---
title: "{title}"
outlet: morning-post
published: {published}
published_basis: printed
url: https://example.org/{slug}
language: en
text: complete
---
{text}
"""


@pytest.fixture
def with_stories(app: Flask, room: Room, write: Write) -> Room:
    """The made-up room with the stories in it as well, of which nobody said yet what they tell of."""
    for event, texts in EVENTS.items():
        for at, (title, text) in enumerate(texts):
            slug = f"{event}-{at}"
            write(f"articles/{slug}.md", ARTICLE.format(title=title, published=PUBLISHED[event], slug=slug, text=text))
    ingest(room)
    return room


def run(runner: FlaskCliRunner, *arguments: str, code: int = 0) -> str:
    result = runner.invoke(args=["events", *arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_every_article_of_the_room_is_in_exactly_one_group(with_stories: Room, runner: FlaskCliRunner) -> None:
    groups = json.loads(run(runner, "suggest", "--json"))
    members = [slug for group in groups for slug in group["articles"]]
    assert sorted(members) == sorted(path.stem for path in (with_stories.corpus / "articles").iterdir())
    assert ["ferry-0", "ferry-1", "ferry-2", "ferry-3"] in [group["articles"] for group in groups]
    assert all(set(group) == {"title", "from", "to", "articles"} for group in groups)


def test_suggesting_writes_nothing(with_stories: Room, runner: FlaskCliRunner) -> None:
    before = {path: path.read_bytes() for path in with_stories.corpus.rglob("*.md")}
    run(runner, "suggest")
    assert {path: path.read_bytes() for path in with_stories.corpus.rglob("*.md")} == before


def test_the_days_of_an_accepted_event_rest_on_the_articles_that_were_taken(
    with_stories: Room, runner: FlaskCliRunner
) -> None:
    assert ": 4 of 4 speak of these days" in run(runner, "accept", "ferry-1", "--dry-run")
    assert ": 3 of 3 speak of these days" in run(runner, "accept", "ferry-1", "--dry-run", "--without", "ferry-0")


def test_an_accepted_group_becomes_an_event_that_the_check_accepts(with_stories: Room, runner: FlaskCliRunner) -> None:
    before = check(with_stories)
    output = run(runner, "accept", "ferry-1", "--slug", "albatross-2001", "--where", "Gullholm")
    assert "Wrote events/albatross-2001.md" in output
    assert check(with_stories) == before
    ingest(with_stories)
    occasion = with_stories.library().event("albatross-2001")
    assert {article.slug for article in occasion.articles} == {"ferry-0", "ferry-1", "ferry-2", "ferry-3"}
    assert occasion.event.where == "Gullholm"
    assert "to be checked" in occasion.event.when_basis
    assert "tell of albatross-2001" in run(runner, "suggest")


def test_a_dry_run_says_the_same_and_writes_nothing(with_stories: Room, runner: FlaskCliRunner) -> None:
    before = {path: path.read_bytes() for path in with_stories.corpus.rglob("*.md")}
    output = run(runner, "accept", "ferry-1", "--dry-run")
    assert output.count("Would write articles/ferry-") == 4
    assert {path: path.read_bytes() for path in with_stories.corpus.rglob("*.md")} == before


def test_an_article_that_came_later_is_proposed_to_the_event_and_accepted_with_one_line(
    with_stories: Room, runner: FlaskCliRunner, write: Write
) -> None:
    run(runner, "accept", "ferry-0", "--slug", "albatross-2001", "--without", "ferry-3")
    ingest(with_stories)
    path = with_stories.corpus / "articles" / "ferry-3.md"
    before = path.read_text("utf-8")
    output = run(runner, "suggest")
    assert "+ ferry-3" in output
    assert "accounts: [{event: albatross-2001}]" in output
    assert "Wrote articles/ferry-3.md" in run(runner, "accept", "ferry-3")
    assert path.read_text("utf-8") == before.replace(
        "text: complete\n", "text: complete\naccounts:\n  - event: albatross-2001\n"
    )


def test_an_event_is_not_written_over(with_stories: Room, runner: FlaskCliRunner) -> None:
    before = (with_stories.corpus / "events" / "bridge-2001.md").read_bytes()
    assert "Give another --slug" in run(runner, "accept", "ferry-0", "--slug", "bridge-2001", code=1)
    assert (with_stories.corpus / "events" / "bridge-2001.md").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept", "nothing"), "no article “nothing”"),
        (("accept", "ferry-0", "--event", "nothing"), "no event “nothing”"),
        (("accept", "ferry-0", "--slug", "Not/This"), "cannot be part of an address"),
    ],
)
def test_what_cannot_be_accepted_is_said(
    with_stories: Room, runner: FlaskCliRunner, arguments: tuple[str, ...], said: str
) -> None:
    assert said in run(runner, *arguments, code=1)


def test_texts_of_a_file_are_grouped_and_answered_with_their_ids_as_given(
    app: Flask, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    rows: list[dict[str, object]] = [
        {"id": at, "title": title, "text": text, "outlet": "Any", "published": "2001-05-08"}
        for at, (title, text) in enumerate(EVENTS["ferry"])
    ]
    rows += [{"id": str(at), "text": text} for at, (_, text) in enumerate(EVENTS["vote"])]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    groups = json.loads(run(runner, "suggest", "--json", "--from", str(path)))
    assert sorted([group["articles"] for group in groups], key=str) == [["0", "1", "2"], [0, 1, 2, 3]]


def test_lines_that_cannot_be_read_are_named_and_the_rest_goes_on(
    app: Flask, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"id": 1, "text": "A comet."}\nnothing\n\n{"id": 2}\n{"id": 1, "text": "Again."}\n[]\n'
        '{"id": "d", "text": "A herring.", "published": "soon"}\n{"id": NaN, "text": "A stone."}\n',
        "utf-8",
    )
    result = runner.invoke(args=["events", "suggest", "--json", "--from", str(path)])
    assert result.exit_code == 1
    assert sorted([group["articles"] for group in json.loads(result.stdout)], key=str) == [["d"], [1]]
    lines = [line.split(".jsonl:")[1].split(":")[0] for line in result.stderr.splitlines()]
    assert lines == ["2", "4", "5", "6", "7", "8"]


@pytest.mark.parametrize("field", ["id", "title", "text", "language", "published"])
def test_half_a_character_in_a_line_is_named_and_the_rest_goes_on(
    app: Flask, runner: FlaskCliRunner, tmp_path: Path, field: str
) -> None:
    path = tmp_path / "texts.jsonl"
    rows = [{"id": "bad", "text": "A comet.", field: "half \ud800"}, {"id": "whole \U0001f600", "text": "A herring."}]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    for as_json in ((), ("--json",)):
        result = runner.invoke(args=["events", "suggest", *as_json, "--from", str(path)])
        assert result.exit_code == 1
        assert isinstance(result.exception, SystemExit)
        assert f"{path}:1: half a character" in result.stderr
        assert "whole \U0001f600" in result.stdout
        assert "bad" not in result.stdout


def test_copies_in_a_file_are_in_one_group(app: Flask, runner: FlaskCliRunner, tmp_path: Path) -> None:
    text = " ".join(f"word{at} and" for at in range(60))
    rows = [{"id": "a", "text": text}, {"id": "b", "text": text.upper(), "published": "1950"}]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert [group["articles"] for group in json.loads(run(runner, "suggest", "--json", "--from", str(path)))] == [
        ["a", "b"]
    ]
