"""The corpus folder."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reading_room.corpus.folder import Folder, fingerprint
from reading_room.model.problem import Problem

Write = Callable[[str, str], Path]


def slugs(corpus: Path) -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    return [source.slug for source in Folder(corpus).sources(problems)], problems


def test_articles_are_listed_by_name(corpus: Path) -> None:
    assert slugs(corpus) == (["arabic-bridge", "evening-queue", "harbour-bridge"], [])


def test_what_is_no_markdown_is_passed_over_and_named_unless_it_is_hidden(corpus: Path, write: Write) -> None:
    for name in ("articles/notes.txt", "articles/.draft.md", "articles/a.md~"):
        write(name, "x")
    (corpus / "articles/folder.md").mkdir()
    found, problems = slugs(corpus)
    assert found == ["arabic-bridge", "evening-queue", "harbour-bridge"]
    assert [(problem.path, problem.advice) for problem in problems] == [
        ("articles/a.md~", True),
        ("articles/notes.txt", True),
    ]


def test_a_link_that_leads_out_of_the_corpus_is_refused(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    (corpus / "articles/secret.md").symlink_to(tmp_path / "secret.md")
    (corpus / "articles/passwd.md").symlink_to("/etc/passwd")
    found, problems = slugs(corpus)
    assert not {"secret", "passwd"} & set(found)
    assert [problem.what for problem in problems] == ["this link leads out of the corpus"] * 2


def test_a_link_within_the_corpus_is_followed(corpus: Path) -> None:
    (corpus / "articles/again.md").symlink_to("harbour-bridge.md")
    found, problems = slugs(corpus)
    assert "again" in found
    assert problems == []


@pytest.mark.parametrize("target", ["gone.md", "loop.md"])
def test_a_link_to_nothing_or_to_itself_is_a_problem(corpus: Path, target: str) -> None:
    (corpus / "articles/loop.md").symlink_to(target)
    found, problems = slugs(corpus)
    assert "loop" not in found
    assert [problem.path for problem in problems] == ["articles/loop.md"]


def test_a_corpus_reached_through_a_link_is_read(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(corpus)
    assert len(slugs(tmp_path / "link")[0]) == 3


def test_a_name_that_is_not_utf8_is_a_problem_that_can_be_printed(corpus: Path) -> None:
    (corpus / os.fsdecode(b"articles/caf\xe9.md")).write_bytes(b"x")
    found, problems = slugs(corpus)
    assert len(found) == 3
    assert "not UTF-8" in problems[0].what
    str(problems[0]).encode()


def test_a_source_tells_when_its_file_was_changed(corpus: Path, write: Write) -> None:
    before = next(iter(Folder(corpus).sources([])))
    os.utime(corpus / "articles/arabic-bridge.md", ns=(1, 1))
    assert next(iter(Folder(corpus).sources([]))) != before


def test_a_corpus_without_anything_is_an_empty_room(tmp_path: Path) -> None:
    problems: list[Problem] = []
    folder = Folder(tmp_path / "nowhere")
    assert not [*folder.sources(problems), *folder.events(problems), *folder.outlets(problems), *folder.names(problems)]
    assert folder.about(problems).name == "The reading room"
    assert problems == []


@pytest.mark.parametrize("name", ["outlets.yaml", "names.yaml", "room.yaml"])
@pytest.mark.parametrize("content", [b"a: b: c", b"\xff", b"- x", b"a: &b c", b"a: \x00", b'a: "\\Uffffffff"'])
def test_a_file_beside_the_articles_that_cannot_be_read_is_one_problem(corpus: Path, name: str, content: bytes) -> None:
    (corpus / name).write_bytes(content)
    problems: list[Problem] = []
    read = {
        "outlets.yaml": Folder(corpus).outlets,
        "names.yaml": Folder(corpus).names,
        "room.yaml": Folder(corpus).about,
    }
    read[name](problems)
    assert [problem.path for problem in problems] == [name]


def test_one_bad_event_stops_no_other(corpus: Path, write: Write) -> None:
    write("events/bad.md", "---\nname: [")
    problems: list[Problem] = []
    assert [event.slug for event in Folder(corpus).events(problems)] == ["bridge-2001"]
    assert {problem.path for problem in problems} >= {"events/bad.md"}


def test_the_room_says_of_itself_what_room_yaml_says(corpus: Path, write: Write) -> None:
    write("room.yaml", "\ufeffname: The harbour room\nmotto: x\n")
    problems: list[Problem] = []
    assert Folder(corpus).about(problems).name == "The harbour room"
    assert "motto" in problems[0].what


def test_the_line_of_a_quotation_is_found_though_white_space_differs(corpus: Path, write: Write) -> None:
    write("events/e.md", "---\nname: x\nexact:   before  300 guests\n")
    assert Folder(corpus).line_of("events/e.md", "before 300\nguests") == 3
    assert Folder(corpus).line_of("events/e.md", "nowhere") == 0
    assert Folder(corpus).line_of("events/gone.md", "x") == 0


def test_another_text_has_another_fingerprint() -> None:
    assert fingerprint(b"a") == fingerprint(b"a") != fingerprint(b"b")
