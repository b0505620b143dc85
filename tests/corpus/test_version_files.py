"""The store of versions as plain files, and back."""

import hashlib
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reading_room.checking_versions import misfit
from reading_room.corpus.version_files import export, restore
from reading_room.corpus.versions import Versions
from reading_room.model.article import Article, Block, Mark, Passage
from reading_room.model.dates import DateSpan
from reading_room.model.keeping import StoredVersion
from reading_room.model.lineage import Change
from reading_room.permalinks.words import NAME
from tests.conftest import ROOT


def article(slug: str = "bridge") -> Article:
    return Article(slug, "جسر — a bridge", "post", DateSpan.parse("2001-05-04"), "printed", "en", "complete")


def passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(str(number), Block("paragraph", text, (Mark(0, 1, "link", "https://e.org/"),)))
        for number, text in enumerate(texts, start=1)
    )


def empty(folder: Path) -> Versions:
    store = Versions(folder / "versions.sqlite3")
    store.create()
    return store


@pytest.fixture
def store(tmp_path: Path) -> Versions:
    """Two articles, one of them renamed after its second version, withdrawn in part and taken out, one that came back."""
    store = empty(tmp_path / "one")
    with store.writing() as writer:
        writer.add(article(), 1, "mark-1", passages("Ten carts “crossed”.", "No boat passed."), (), NAME)
        changes = (Change("1", "edited"), Change("2", "kept"))
        writer.add(article(), 2, "mark-2", passages("Twelve carts “crossed”.", "No boat passed."), changes, NAME)
        writer.rename("bridge", "old-bridge")
        changes = [{"passage": "1", "how": "edited"}, {"passage": "2", "how": "deleted"}]
        writer.add(article("old-bridge"), 3, "mark-3", passages("Nothing crossed."), changes, NAME)
        writer.add(article("queue"), 1, "mark", passages("A queue."), (), NAME)
        writer.withdraw("old-bridge", 1, "It named a child.")
        writer.note_removal("old-bridge")
        writer.note_removal("queue")
        writer.note_return("queue")
    return store


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rows(store: Versions) -> tuple[list[StoredVersion], object]:
    return list(store.stored()), store.marks()


def test_what_was_exported_and_restored_is_exported_the_same_to_the_byte(store: Versions, tmp_path: Path) -> None:
    assert export(store, tmp_path / "files").versions == 4
    other = empty(tmp_path / "other")
    done = restore(other, tmp_path / "files", misfit)
    assert (done.versions, done.problems) == (4, [])
    assert rows(other) == rows(store)
    export(other, tmp_path / "again")
    assert files(tmp_path / "again") == files(tmp_path / "files")


def test_a_file_can_be_read_by_a_person(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    text = (tmp_path / "files/bridge/0002.json").read_text("utf-8")
    assert '"text": "Twelve carts “crossed”."' in text
    assert '"title": "جسر — a bridge"' in text
    assert json.loads(text)["counter"] == NAME
    assert sorted(files(tmp_path / "files")) == [
        "bridge/0001.json", "bridge/0002.json", "bridge/0003.json", "manifest.json", "queue/0001.json",
    ]  # fmt: skip


def test_a_second_export_writes_what_is_new_and_leaves_the_rest(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    with store.writing() as writer:
        writer.add(article("queue"), 2, "mark-2", passages("A long queue."), (Change("1", "edited"),), NAME)
    done = export(store, tmp_path / "files")
    assert (done.versions, done.there, done.problems) == (1, 4, [])


def test_an_export_over_another_rooms_leaves_what_differs_and_says_so(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article("queue"), 1, "mark", passages("Another text."), (), NAME)
    before = (tmp_path / "files/queue/0001.json").read_bytes()
    (problem,) = export(other, tmp_path / "files").problems
    assert problem.path == "queue/0001.json"
    assert (tmp_path / "files/queue/0001.json").read_bytes() == before


def test_what_goes_on_from_another_text_than_the_one_that_is_there_is_named_and_left_and_the_rest_is_restored(
    store: Versions, tmp_path: Path
) -> None:
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article(), 1, "mine", passages("My own text."), (), NAME)
    done = restore(other, tmp_path / "files", misfit)
    assert done.versions == 1
    first, *later = sorted(done.problems)
    assert (first.path, "another version" in first.what) == ("bridge/0001.json", True)
    assert [one.path for one in later] == ["bridge/0002.json", "bridge/0003.json"]
    assert all("has another version 1, so what goes on from this one" in one.what for one in later)
    assert all("a store of its own" in one.remedy for one in done.problems)
    assert [(row.history, row.number) for row in other.stored()] == [("bridge", 1), ("queue", 1)]


def test_an_article_that_forks_keeps_what_is_there_and_is_not_marked_by_what_became_of_the_other(
    store: Versions, tmp_path: Path
) -> None:
    with store.writing() as writer:
        writer.withdraw("bridge", 3, "It was wrong.")
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.keep(next(store.stored()))
        changes = (Change("1", "edited"), Change("2", "kept"))
        writer.add(article(), 2, "mine", passages("Ten mules “crossed”.", "No boat passed."), changes, NAME)
    done = restore(other, tmp_path / "files", misfit)
    assert {one.path for one in done.problems} == {"bridge/0002.json", "bridge/0003.json"}
    marks = other.marks()
    assert [mark.number for mark in marks.withdrawals] == [1]
    assert (marks.names, marks.removals) == ((), ())


def test_an_article_that_was_withdrawn_whole_stays_so_where_the_store_was_begun_anew(
    store: Versions, tmp_path: Path
) -> None:
    with store.writing() as writer:
        writer.withdraw("bridge", None, "A court said so.")
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article(), 1, "mark-3", passages("Nothing crossed."), (), NAME)
    restore(other, tmp_path / "files", misfit)
    assert None in other.withdrawals()["bridge"]


def test_a_text_that_was_read_at_another_time_is_no_other_and_what_goes_on_from_it_is_restored(
    store: Versions, tmp_path: Path
) -> None:
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.keep(replace(next(store.stored()), ingested="2001-01-01T00:00:00+00:00"))
    done = restore(other, tmp_path / "files", misfit)
    assert (done.versions, [one.path for one in done.problems]) == (3, ["bridge/0001.json"])


def test_where_nothing_shows_that_it_is_the_same_article_nothing_is_put_behind_it(
    store: Versions, tmp_path: Path
) -> None:
    export(store, tmp_path / "files")
    for number in (1, 2):
        (tmp_path / f"files/bridge/000{number}.json").unlink()
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article(), 1, "mine", passages("My own text."), (), NAME)
    problems = [one for one in restore(other, tmp_path / "files", misfit).problems if one.path == "bridge/0003.json"]
    assert ["nothing shows" in one.what for one in problems] == [True]


def test_a_version_that_goes_on_from_a_lost_one_of_another_article_is_told_by_its_lineage(
    store: Versions, tmp_path: Path
) -> None:
    export(store, tmp_path / "files")
    (tmp_path / "files/bridge/0001.json").unlink()
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article(), 1, "mine", passages("Ten mules.", "Snow fell."), (), NAME)
    done = restore(other, tmp_path / "files", misfit)
    refused = {one.path: one.what for one in done.problems}
    assert "passage 2 is said to be kept, but has another text than before" in refused["bridge/0002.json"]
    assert "bridge/0003.json" in refused
    assert [(row.history, row.number) for row in other.stored()] == [("bridge", 1), ("queue", 1)]


def exchange(document: dict[str, Any]) -> None:
    """Give the first two passages each other's number."""
    one, other, *_ = document["passages"]
    one["id"], other["id"] = other["id"], one["id"]


TAMPERED: dict[str, tuple[int, Callable[[dict[str, Any]], None], str]] = {
    "a text that the next version kept": (
        1, lambda it: it["passages"][1]["block"].update(text="No boat was allowed."), "2 contradicts the one before it",
    ),
    "a text that was kept": (
        2, lambda it: it["passages"][1]["block"].update(text="No boat was allowed."), "2 contradicts the one before it",
    ),
    "numbers of the first version": (1, exchange, "1 contradicts itself (it is the first, but its passages are not"),
    "numbers of a later version": (2, exchange, "2 contradicts the one before it (its lineage has its passages"),
    "a first version with one before it": (
        1, lambda it: it.update(lineage=[{"passage": "1", "how": "kept"}]), "1 contradicts itself",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("number", "change", "what"), TAMPERED.values(), ids=TAMPERED.keys())
def test_nothing_is_taken_of_an_article_whose_files_contradict_each_other_though_their_sums_are_right(
    store: Versions, tmp_path: Path, number: int, change: Callable[[dict[str, Any]], None], what: str
) -> None:
    export(store, tmp_path / "files")
    rewrite(tmp_path / f"files/bridge/000{number}.json", change)
    other = empty(tmp_path / "other")
    done = restore(other, tmp_path / "files", misfit)
    assert {one.path for one in done.problems} == {f"bridge/000{number}.json" for number in (1, 2, 3)}
    assert all(f"version {what}" in one.what for one in done.problems)
    assert [row.history for row in other.stored()] == ["queue"]


def test_an_export_into_the_folder_of_another_article_puts_nothing_behind_its_versions(
    store: Versions, tmp_path: Path
) -> None:
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article(), 1, "mine", passages("My own text."), (), NAME)
    export(other, tmp_path / "files")
    problems = {one.path: one.what for one in export(store, tmp_path / "files").problems}
    assert sorted(problems) == [f"bridge/000{number}.json" for number in (1, 2, 3)]
    assert "not put behind that" in problems["bridge/0002.json"]
    assert not (tmp_path / "files/bridge/0002.json").exists()


def test_restoring_twice_changes_nothing(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    before = rows(store)
    done = restore(store, tmp_path / "files", misfit)
    assert (done.versions, done.there, done.problems) == (0, 4, [])
    assert rows(store) == before


def test_what_was_withdrawn_since_the_export_stays_withdrawn(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    with store.writing() as writer:
        writer.withdraw("queue", None, "A court said so.")
    restore(store, tmp_path / "files", misfit)
    assert store.withdrawals()["queue"][None].why == "A court said so."


def rewrite(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a file and sign it anew, as somebody might who means ill."""
    document = json.loads(path.read_bytes())
    document.pop("sha256")
    change(document)
    document["sha256"] = hashlib.sha256(msgspec.json.encode(document)).hexdigest()
    path.write_bytes(msgspec.json.encode(document))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:200])


def edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("Twelve", "Eleven"), "utf-8")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut off": cut,
    "edited by hand": edit,
    "emptied": lambda path: path.write_bytes(b""),
    "no JSON": lambda path: path.write_bytes(b"\xff\xfe dear diary"),
    "a list": lambda path: path.write_bytes(b"[]"),
    "nested without end": lambda path: path.write_bytes(b"[" * 100_000),
    "of another article": lambda path: rewrite(path, lambda it: it.update(history="../../etc/passwd")),
    "of another number": lambda path: rewrite(path, lambda it: it.update(number=9)),
    "a number that is true": lambda path: rewrite(path, lambda it: it.update(number=True)),
    "without an article": lambda path: rewrite(path, lambda it: it.pop("article")),
    "an article of a name that is a path": lambda path: rewrite(path, lambda it: it["article"].update(slug="../x")),
    "a link that runs": lambda path: rewrite(path, lambda it: it["article"].update(url="javascript:alert(1)")),
    "a mark that runs": lambda path: rewrite(
        path, lambda it: it["passages"][0]["block"]["marks"][0].update(href="javascript:alert(1)")
    ),
    "a mark beyond the text": lambda path: rewrite(
        path, lambda it: it["passages"][0]["block"]["marks"][0].update(end=9999)
    ),
    "a passage number that is markup": lambda path: rewrite(path, lambda it: it["passages"][0].update(id="<b>")),
    "a moment that is none": lambda path: rewrite(path, lambda it: it.update(ingested="yesterday")),
    "a moment before all": lambda path: rewrite(path, lambda it: it.update(ingested="0001-01-01T00:00:00+23:59")),
    "two passages of one number": lambda path: rewrite(path, lambda it: it["passages"][1].update(id="1")),
    "passages that are none": lambda path: rewrite(path, lambda it: it.update(passages=[1, 2])),
    "a fate that is none": lambda path: rewrite(path, lambda it: it.update(lineage=[{"passage": "1", "how": "eaten"}])),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_named_and_the_rest_is_restored(
    store: Versions, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    export(store, tmp_path / "files")
    damage(tmp_path / "files/bridge/0002.json")
    other = empty(tmp_path / "other")
    done = restore(other, tmp_path / "files", misfit)
    (problem,) = done.problems
    assert problem.path == "bridge/0002.json"
    assert problem.remedy
    assert done.versions == 3
    assert other.get("bridge", 2) is None


def test_a_missing_file_is_noticed(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    (tmp_path / "files/bridge/0002.json").unlink()
    (problem,) = restore(empty(tmp_path / "other"), tmp_path / "files", misfit).problems
    assert (problem.path, problem.what) == ("bridge/0002.json", "this file is missing")


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        lambda path: path.unlink(),
        lambda path: rewrite(path, lambda it: it.pop("marks")),
        lambda path: rewrite(path, lambda it: it["versions"].update(bridge=2**62)),
        lambda path: rewrite(path, lambda it: it["marks"]["withdrawals"][0].update(number=2**70)),
        lambda path: rewrite(path, lambda it: it["marks"]["names"][0].update(slug="queue")),
        lambda path: rewrite(path, lambda it: it["marks"]["names"][0].update(since="once upon a time")),
        lambda path: rewrite(
            path,
            lambda it: it["marks"]["names"].append(it["marks"]["names"][0] | {"slug": "bridge", "history": "quay"}),
        ),
    ],
    ids=["cut", "missing", "unmarked", "versions", "numbers", "a name of another", "no moment", "in a circle"],
)
def test_versions_are_restored_without_a_manifest_and_it_is_said_what_is_lacking(
    store: Versions, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    export(store, tmp_path / "files")
    damage(tmp_path / "files/manifest.json")
    done = restore(empty(tmp_path / "other"), tmp_path / "files", misfit)
    assert done.versions == 4
    (problem,) = done.problems
    assert problem.path == "manifest.json"
    assert "withdrawals" in problem.what


def test_names_that_are_no_articles_are_refused(store: Versions, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    export(store, folder)
    shutil.copytree(folder / "queue", folder / "No Slug")
    (folder / "queue/notes.txt").write_text("x")
    shutil.copy(folder / "queue/0001.json", folder / "queue/00002.json")
    (folder / "outside").symlink_to(tmp_path / "one", target_is_directory=True)
    (folder / "queue/0003.json").symlink_to(folder / "queue/0001.json")
    done = restore(empty(tmp_path / "other"), folder, misfit)
    assert {problem.path for problem in done.problems} == {
        "No Slug", "outside", "queue/notes.txt", "queue/00002.json", "queue/0003.json",
    }  # fmt: skip
    assert done.versions == 4


def test_a_name_that_is_another_article_here_is_left_to_it(store: Versions, tmp_path: Path) -> None:
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    with other.writing() as writer:
        writer.add(article("old-bridge"), 1, "mine", passages("Another bridge."), (), NAME)
    (problem,) = restore(other, tmp_path / "files", misfit).problems
    assert "old-bridge" in problem.what
    assert other.names() == {}


STOPS = """
import sys, time
from pathlib import Path
import reading_room.corpus.version_files as module
from reading_room.checking_versions import misfit
from reading_room.corpus.versions import Versions

module.BATCH = 1
plain, seen = module._restore_one, []

def stop(store, version, done):
    plain(store, version, done)
    seen.append(version)
    if len(seen) == {after}:
        print("in the middle", flush=True)
        time.sleep(60)

module._restore_one = stop
module.restore(Versions(Path({path!r})), Path({folder!r}), misfit)
"""


@pytest.mark.parametrize(("after", "whole"), [(1, set()), (2, set()), (4, {"bridge"})])
def test_a_restore_that_is_killed_leaves_whole_articles_or_nothing_and_goes_on_where_it_was(
    store: Versions, tmp_path: Path, after: int, whole: set[str]
) -> None:
    export(store, tmp_path / "files")
    other = empty(tmp_path / "other")
    code = STOPS.format(path=str(other.path), folder=str(tmp_path / "files"), after=after)
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as killed:
        try:
            assert killed.stdout
            assert killed.stdout.readline() == "in the middle\n"
        finally:
            killed.send_signal(signal.SIGKILL)
    assert other.fault() is None
    assert {row.history for row in other.stored()} == whole
    assert other.withdrawals()["bridge"][1].why == "It named a child."
    assert restore(other, tmp_path / "files", misfit).problems == []
    assert rows(other) == rows(store)
