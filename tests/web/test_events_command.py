"""`flask events` proposes which articles tell of one event, and writes what the keeper accepts."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from reading_room.corpus.event_file import write_over
from reading_room.ingest import check, ingest
from reading_room.room import Room
from reading_room.web import events_command
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


class Killed(Exception):
    """The command was ended from outside."""


def files(room: Room) -> dict[str, bytes]:
    return {str(path.relative_to(room.corpus)): path.read_bytes() for path in sorted(room.corpus.rglob("*.md"))}


def put_back(room: Room, before: dict[str, bytes]) -> None:
    for path in room.corpus.rglob("*.md"):
        if str(path.relative_to(room.corpus)) not in before:
            path.unlink()
    for name, content in before.items():
        (room.corpus / name).write_bytes(content)


def kill_after(monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    """The next command writes the event's file and as many of its members, and is ended."""
    left = iter(range(writes))

    def write(path: Path, text: str) -> None:
        if next(left, None) is None:
            raise Killed
        write_over(path, text)

    monkeypatch.setattr(events_command, "write_over", write)


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


@pytest.mark.parametrize(
    "options", [(), ("--slug", "albatross-2001"), ("--name", "The Albatross"), ("--without", "ferry-3")]
)
def test_accepting_again_before_an_ingest_writes_nothing(
    with_stories: Room, runner: FlaskCliRunner, options: tuple[str, ...]
) -> None:
    run(runner, "accept", "ferry-1", *options)
    after = files(with_stories)
    assert "All of this group tell of" in run(runner, "accept", "ferry-1", *options)
    assert files(with_stories) == after


def test_a_group_that_was_accepted_is_not_made_another_event_before_or_after_an_ingest(
    with_stories: Room, runner: FlaskCliRunner
) -> None:
    run(runner, "accept", "ferry-1", "--name", "The Albatross")
    after = files(with_stories)
    for _ in range(2):
        assert "All of this group tell of the-albatross-2001-05 already" in run(runner, "accept", "ferry-1")
        for other in (("--slug", "second"), ("--name", "Another name")):
            refused = run(runner, "accept", "ferry-1", *other, code=1)
            assert "4 of 4 articles already tell of an event: ferry-0 of the-albatross-2001-05" in refused
            assert "give that with --event" in refused
        assert files(with_stories) == after
        ingest(with_stories)


def test_the_rest_of_a_group_can_be_made_an_event_without_those_that_tell_of_another(
    with_stories: Room, runner: FlaskCliRunner
) -> None:
    run(runner, "accept", "ferry-1", "--slug", "first", "--without", "ferry-2", "--without", "ferry-3")
    before = files(with_stories)
    refused = run(runner, "accept", "ferry-2", "--slug", "second", code=1)
    assert "Leave out --slug and --name" in refused
    assert "--without ferry-0" in refused
    assert files(with_stories) == before
    run(runner, "accept", "ferry-2", "--slug", "second", "--without", "ferry-0", "--without", "ferry-1")
    told = {name for name, content in files(with_stories).items() if b"- event: second\n" in content}
    assert told == {"articles/ferry-2.md", "articles/ferry-3.md"}


def test_what_was_accepted_is_suggested_as_an_event_before_the_next_ingest(
    with_stories: Room, runner: FlaskCliRunner
) -> None:
    run(runner, "accept", "ferry-1", "--name", "The Albatross", "--without", "ferry-3")
    output = run(runner, "suggest")
    assert "3 articles tell of the-albatross-2001-05 (The Albatross)" in output
    assert "+ ferry-3" in output
    (with_stories.corpus / "events" / "the-albatross-2001-05.md").write_text("---\n[\n---\n", "utf-8")
    assert "of the-albatross-2001-05 (which has no file that can be read)" in run(runner, "suggest")


@pytest.mark.parametrize("again", ["the same", "without options", "into the event", "after an ingest"])
@pytest.mark.parametrize("members", [0, 1, 3])
def test_an_acceptance_that_was_interrupted_is_ended_by_the_command_that_its_keeper_gives_next(
    with_stories: Room, runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch, members: int, again: str
) -> None:
    command = ("accept", "ferry-1", "--slug", "albatross-2001")
    before = files(with_stories)
    run(runner, *command)
    whole = files(with_stories)
    put_back(with_stories, before)
    with monkeypatch.context() as patched:
        kill_after(patched, members)
        assert isinstance(runner.invoke(args=["events", *command]).exception, Killed)
    assert len(files(with_stories).items() - before.items()) == 1 + members
    if again == "after an ingest":
        ingest(with_stories)
    elif again == "without options" and members:
        command = ("accept", "ferry-1")
    elif again == "into the event":
        command = ("accept", "ferry-1", "--event", "albatross-2001")
    run(runner, *command)
    assert files(with_stories) == whole


def test_an_event_that_was_corrected_after_an_interruption_is_kept_and_named_as_the_way_on(
    with_stories: Room, runner: FlaskCliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        kill_after(patched, 0)
        runner.invoke(args=["events", "accept", "ferry-1", "--slug", "albatross-2001"])
    path = with_stories.corpus / "events" / "albatross-2001.md"
    path.write_text(path.read_text("utf-8").replace("where: not said", "where: Gullholm"), "utf-8")
    corrected = path.read_bytes()
    assert "or --event albatross-2001" in run(runner, "accept", "ferry-1", "--slug", "albatross-2001", code=1)
    assert run(runner, "accept", "ferry-1", "--event", "albatross-2001").count("Wrote articles/ferry-") == 4
    assert path.read_bytes() == corrected


def test_an_event_is_not_written_over(with_stories: Room, runner: FlaskCliRunner) -> None:
    before = (with_stories.corpus / "events" / "bridge-2001.md").read_bytes()
    assert "Give another --slug" in run(runner, "accept", "ferry-0", "--slug", "bridge-2001", code=1)
    assert (with_stories.corpus / "events" / "bridge-2001.md").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("accept", "nothing"), "no article “nothing”"),
        (("accept", "ferry-0", "--event", "nothing"), "no event “nothing”"),
        (("accept", "ferry-0", "--event", "../articles/ferry-1"), "no event “../articles/ferry-1”"),
        (("accept", "ferry-0", "--slug", "a" * 101), "at most 100"),
        (("accept", "comet-0", "--without", "comet-0"), "No article of the group is left"),
        (("accept", "ferry-0", "--slug", "Not/This"), "cannot be part of an address"),
    ],
)
def test_what_cannot_be_accepted_is_said(
    with_stories: Room, runner: FlaskCliRunner, arguments: tuple[str, ...], said: str
) -> None:
    assert said in run(runner, *arguments, code=1)


@pytest.mark.parametrize("option", ["--slug", "--name"])
def test_an_event_that_is_there_is_not_given_with_what_a_new_one_is_called(
    with_stories: Room, runner: FlaskCliRunner, option: str
) -> None:
    before = files(with_stories)
    assert "Leave one of them out" in run(
        runner, "accept", "ferry-0", "--event", "bridge-2001", option, "another", code=2
    )
    assert files(with_stories) == before


def test_an_article_whose_file_was_not_read_yet_is_named_with_what_reads_it(
    with_stories: Room, runner: FlaskCliRunner, write: Write
) -> None:
    write("articles/new.md", ARTICLE.format(title="New", published="2001-05-08", slug="new", text="A comet."))
    assert "“flask ingest” reads it" in run(runner, "accept", "new", code=1)


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


def test_what_steers_a_terminal_is_printed_by_its_number_or_left_out_and_is_exact_in_json(
    app: Flask, runner: FlaskCliRunner, tmp_path: Path
) -> None:
    path = tmp_path / "texts.jsonl"
    ids = ["turned \u202e round", "two\nlines", "bell \x07", "parted \u2028 too"]
    rows = [{"id": key, "title": "A comet\n  - \u202eforged\x1b[2J", "text": f"A comet {key}."} for key in ids]
    path.write_text("\n".join(json.dumps(row) for row in [*rows, {"id": ids[0], "text": "Again."}]), "utf-8")
    shown = runner.invoke(args=["events", "suggest", "--from", str(path)])
    assert all(sign == "\n" or sign.isprintable() for sign in shown.output)
    assert '- "turned \\u202e round": A comet - forged[2J\n' in shown.stdout
    assert "\\u202e" in shown.stderr
    written = runner.invoke(args=["events", "suggest", "--json", "--from", str(path)]).stdout
    assert sorted(key for group in json.loads(written) for key in group["articles"]) == sorted(ids)


@pytest.mark.parametrize("option", ["--name", "--where"])
@pytest.mark.parametrize(
    ("value", "said"), [("one\ntwo", "a line break"), ("one \u202eowt", "RIGHT-TO-LEFT OVERRIDE"), (" ", "it is empty")]
)
def test_a_name_or_place_with_what_is_not_seen_is_refused_and_nothing_is_written(
    with_stories: Room, runner: FlaskCliRunner, option: str, value: str, said: str
) -> None:
    before = {path: path.read_bytes() for path in with_stories.corpus.rglob("*.md")}
    refused = run(runner, "accept", "ferry-1", option, value, code=2)
    assert f"Invalid value for '{option}'" in refused
    assert said in refused
    assert {path: path.read_bytes() for path in with_stories.corpus.rglob("*.md")} == before


def test_copies_in_a_file_are_in_one_group(app: Flask, runner: FlaskCliRunner, tmp_path: Path) -> None:
    text = " ".join(f"word{at} and" for at in range(60))
    rows = [{"id": "a", "text": text}, {"id": "b", "text": text.upper(), "published": "1950"}]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert [group["articles"] for group in json.loads(run(runner, "suggest", "--json", "--from", str(path)))] == [
        ["a", "b"]
    ]
