"""Generations of the index."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reading_room.index.generations import CURRENT, KEPT, MANIFEST, Busy, Generations, NoGeneration

FORMAT = 7


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    (tmp_path / "index").mkdir()
    return Generations(tmp_path / "index", FORMAT)


def publish(generations: Generations, content: str = "x", copy_of: Path | None = None) -> Path:
    folder = generations.begin(copy_of)
    (folder / "segment").unlink(missing_ok=True)
    (folder / "segment").write_text(content)
    generations.publish(folder)
    return folder


def test_what_was_published_is_current_and_verified(generations: Generations) -> None:
    folder = publish(generations)
    assert generations.current() == folder.name
    assert generations.verified(folder.name) == folder


def test_what_was_begun_is_not_served_until_it_is_published(generations: Generations) -> None:
    served = publish(generations)
    generations.begin(served)
    assert generations.current() == served.name


def test_an_index_that_was_never_made_says_so(generations: Generations) -> None:
    with pytest.raises(NoGeneration, match="not been read yet"):
        generations.current()


@pytest.mark.parametrize(
    "name", ["", "../../etc", "generation-1", "generation-000001/..", "/etc", "generation-000001\n\nx", "\u0660"]
)
def test_a_pointer_to_what_the_room_could_not_have_made_is_refused(generations: Generations, name: str) -> None:
    (generations.root / CURRENT).write_text(name, "utf-8")
    with pytest.raises(NoGeneration):
        generations.current()


def test_a_changed_file_is_refused(generations: Generations) -> None:
    folder = publish(generations)
    (folder / "segment").write_text("y")
    with pytest.raises(NoGeneration, match="“segment” is not as this room wrote it"):
        generations.verified(folder.name)


def test_an_added_file_is_refused(generations: Generations) -> None:
    folder = publish(generations)
    (folder / "extra.pickle").write_text("y")
    with pytest.raises(NoGeneration, match=r"“extra\.pickle” was not written by this room"):
        generations.verified(folder.name)


def test_a_missing_file_is_refused(generations: Generations) -> None:
    folder = publish(generations)
    (folder / "segment").unlink()
    with pytest.raises(NoGeneration, match="“segment” is missing"):
        generations.verified(folder.name)


def test_a_folder_in_a_generation_is_refused(generations: Generations) -> None:
    folder = publish(generations)
    (folder / "nested").mkdir()
    with pytest.raises(NoGeneration):
        generations.verified(folder.name)


@pytest.mark.parametrize(
    "manifest", [None, b"", b"{}", b"[]", b"\xff", b'{"format": 7, "files": {}}', b'{"format": 7, "files": []}']
)
def test_a_generation_without_its_own_manifest_is_refused(generations: Generations, manifest: bytes | None) -> None:
    folder = publish(generations)
    (folder / MANIFEST).unlink()
    if manifest is not None:
        (folder / MANIFEST).write_bytes(manifest)
    with pytest.raises(NoGeneration):
        generations.verified(folder.name)


def test_a_generation_that_is_gone_is_refused(generations: Generations) -> None:
    with pytest.raises(NoGeneration, match="not whole"):
        generations.verified("generation-000009")


def test_a_generation_of_another_format_is_refused(generations: Generations) -> None:
    folder = publish(generations)
    with pytest.raises(NoGeneration, match="another release"):
        Generations(generations.root, FORMAT + 1).verified(folder.name)


def test_a_next_generation_begins_with_the_files_of_the_last_but_not_its_manifest(generations: Generations) -> None:
    last = publish(generations)
    folder = generations.begin(last)
    assert [path.name for path in folder.iterdir()] == ["segment"]
    assert (folder / "segment").read_text() == "x"


def test_a_next_generation_leaves_the_one_before_whole(generations: Generations) -> None:
    last = publish(generations, "one")
    publish(generations, "two", copy_of=last)
    assert (generations.verified(last.name) / "segment").read_text() == "one"


def test_where_files_cannot_be_shared_they_are_copied(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = publish(generations)

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    folder = generations.begin(last)
    assert (folder / "segment").read_text() == "x"
    assert not (folder / "segment").samefile(last / "segment")


def test_what_a_killed_ingest_left_behind_is_removed_by_the_next(generations: Generations) -> None:
    served = publish(generations)
    (generations.begin(served) / "half").write_text("x")
    folder = generations.begin(served)
    assert not (folder / "half").exists()
    generations.publish(folder)
    assert generations.current() == folder.name


def test_a_lost_pointer_does_not_lead_to_a_name_that_was_used(generations: Generations) -> None:
    first = publish(generations)
    (generations.root / CURRENT).unlink()
    assert publish(generations).name > first.name


def test_only_the_last_few_generations_are_kept(generations: Generations) -> None:
    names = [publish(generations).name for _ in range(KEPT + 2)]
    assert sorted(path.name for path in generations.root.glob("generation-*")) == names[-KEPT:]


def test_a_generation_is_private_to_its_owner(generations: Generations) -> None:
    assert publish(generations).stat().st_mode & 0o077 == 0


def test_a_second_writer_is_told_that_the_first_is_at_work(generations: Generations) -> None:
    with generations.writing(), pytest.raises(Busy), Generations(generations.root, FORMAT).writing():
        pass
    with generations.writing():
        pass


def test_a_writer_that_fails_lets_go(generations: Generations) -> None:
    with pytest.raises(ZeroDivisionError), generations.writing():
        raise ZeroDivisionError
    with generations.writing():
        pass


def test_a_killed_writer_lets_go(generations: Generations) -> None:
    program = (
        "import os, sys; from pathlib import Path; from reading_room.index.generations import Generations\n"
        "with Generations(Path(sys.argv[1]), 7).writing(): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(generations.root)], check=False, cwd=Path(__file__).parents[2])
    assert (generations.root / ".lock").exists()
    with generations.writing():
        pass


def test_the_folder_of_an_index_that_the_room_makes_is_private_to_its_owner(tmp_path: Path) -> None:
    generations = Generations(tmp_path / "var" / "index", FORMAT)
    with generations.writing():
        publish(generations)
    assert generations.root.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_generation_that_others_can_write_to_is_refused(generations: Generations, mode: int) -> None:
    folder = publish(generations)
    folder.chmod(mode)
    with pytest.raises(NoGeneration, match="can be written to by others"):
        generations.verified(folder.name)


def test_a_generation_behind_a_link_is_refused(generations: Generations, tmp_path: Path) -> None:
    folder = publish(generations)
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NoGeneration, match="is a link"):
        generations.verified(folder.name)


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_file_that_is_none_is_refused_and_not_read(generations: Generations, tmp_path: Path, kind: str) -> None:
    folder = publish(generations)
    if kind == "link":
        (folder / "segment").rename(tmp_path / "same")
        (folder / "segment").symlink_to(tmp_path / "same")
    else:
        os.mkfifo(folder / "pipe")
    with pytest.raises(NoGeneration, match="is no plain file" if kind == "link" else "“pipe” was not written"):
        generations.verified(folder.name)


def test_an_empty_file_is_refused_as_such_and_of_many_files_a_few_are_named(generations: Generations) -> None:
    folder = publish(generations)
    (folder / "segment").write_text("")
    for number in range(5):
        (folder / f"extra-{number}").write_text("y")
    with pytest.raises(NoGeneration) as raised:
        generations.verified(folder.name)
    assert "“segment” is empty" in str(raised.value)
    assert "“extra-2” was not written by this room; so it is with 2 more" in str(raised.value)
    assert "extra-3" not in str(raised.value)


def test_an_index_that_anybody_can_write_to_is_refused_until_the_next_writing_takes_that_away(
    generations: Generations,
) -> None:
    folder = publish(generations)
    generations.root.chmod(0o777)
    with pytest.raises(NoGeneration, match="its folder can be written to by others"):
        generations.verified(folder.name)
    with generations.writing():
        assert generations.verified(folder.name) == folder
    assert generations.root.stat().st_mode & 0o777 == 0o775


def test_an_index_in_which_nobody_can_rename_what_others_own_is_trusted(generations: Generations) -> None:
    folder = publish(generations)
    generations.root.chmod(0o1777)
    assert generations.verified(folder.name) == folder


def test_a_generation_of_another_owner_is_refused(generations: Generations, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = publish(generations)
    monkeypatch.setattr("os.geteuid", lambda: folder.stat().st_uid + 1)
    with pytest.raises(NoGeneration, match="belongs to another user"):
        generations.verified(folder.name)
