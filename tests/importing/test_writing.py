"""Files that an import writes, and imports that keep out of each other's way."""

from pathlib import Path

import pytest

from reading_room.importing.writing import AnotherImport, alone, whole


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    def fail() -> None:
        with whole(tmp_path / "a") as opened:
            opened.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_fresh_file_takes_nobodys_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError), whole(tmp_path / "a", fresh=True) as opened:
        opened.write(b"yours")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"mine"]


def test_two_imports_do_not_write_to_one_corpus_at_a_time(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(AnotherImport, match="Another import is writing"), alone(tmp_path):
        pass
    with alone(tmp_path):
        pass


def test_what_a_killed_import_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    for name in ("articles/.quay.0123abcd.tmp", "originals/ab/.ab12.0123abcd.tmp", "articles/quay.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    with alone(tmp_path):
        assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [".importing", "quay.md"]
