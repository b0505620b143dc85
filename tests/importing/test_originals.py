"""The bytes that articles were made from."""

import json
from pathlib import Path

import pytest

from reading_room.importing.originals import OriginalLost, Originals, sha256_of
from reading_room.importing.sources import Source, file_source


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "corpus")


def kept(originals: Originals, source: Source) -> str:
    taken, sha256 = originals.take(source)
    originals.keep(taken, sha256)
    return sha256


def saved(tmp_path: Path, name: str = "a.html") -> Source:
    (tmp_path / name).write_bytes(b"<p>Text")
    return file_source(tmp_path / name)


def test_bytes_are_kept_and_found_again_as_they_were(originals: Originals, tmp_path: Path) -> None:
    kept(originals, saved(tmp_path))
    (tmp_path / "a.html").unlink()
    found = originals.find(sha256_of(Source("", "", fetched=b"<p>Text")))
    assert (found.given, found.name) == (str(tmp_path / "a.html"), "a.html")
    with found.open() as opened:
        assert opened.read() == b"<p>Text"


def test_bytes_that_come_twice_are_kept_once_with_both_places(originals: Originals, tmp_path: Path) -> None:
    for source in (saved(tmp_path), saved(tmp_path, "b.htm"), saved(tmp_path)):
        kept(originals, source)
    files = sorted(path.suffix for path in originals.folder.rglob("*") if path.is_file())
    assert files == [".html", ".json"]
    note = json.loads(next(originals.folder.rglob("*.json")).read_text("utf-8"))
    assert [one["name"] for one in note["sources"]] == ["a.html", "b.htm"]
    assert all(one["imported"].endswith("+00:00") for one in note["sources"])


def test_what_was_fetched_is_found_with_its_address_and_character_set(originals: Originals) -> None:
    page = Source("https://post.example", "page", None, b"Text", "https://post.example/1", "koi8-r", "text/html")
    found = originals.find(kept(originals, page))
    assert (found.url, found.charset, found.media_type) == (page.url, page.charset, page.media_type)


def test_an_original_that_is_gone_or_changed_is_not_passed_off_as_itself(originals: Originals, tmp_path: Path) -> None:
    source = saved(tmp_path)
    sha256 = sha256_of(source)
    with pytest.raises(OriginalLost, match="not in the corpus"):
        originals.find(sha256)
    kept(originals, source)
    assert originals.has(sha256)
    lying = next(originals.folder.rglob("*.html"))
    lying.write_bytes(b"<p>Test")

    with pytest.raises(OriginalLost, match="has been changed"):
        originals.find(sha256)
    lying.unlink()
    assert not originals.has(sha256)
    with pytest.raises(OriginalLost, match="cannot be read"):
        originals.find(sha256)


def test_what_was_taken_is_what_is_kept_though_the_file_changes(originals: Originals, tmp_path: Path) -> None:
    source = saved(tmp_path)
    taken, sha256 = originals.take(source)
    (tmp_path / "a.html").write_bytes(b"<p>Other")
    originals.keep(taken, sha256)
    with originals.find(sha256).open() as opened:
        assert opened.read() == b"<p>Text"


def test_what_was_discarded_leaves_nothing(originals: Originals, tmp_path: Path) -> None:
    originals.discard(originals.take(saved(tmp_path))[0])
    assert not [path for path in originals.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "note", ["{}", "[]", "no json", '{"sha256": "x", "bytes": 1, "sources": []}', '{"sources": [{"name": "../../x"}]}']
)
def test_a_note_that_this_room_did_not_write_leads_nowhere(originals: Originals, tmp_path: Path, note: str) -> None:
    sha256 = kept(originals, saved(tmp_path))
    next(originals.folder.rglob("*.json")).write_text(note)
    assert not originals.has(sha256)
    with pytest.raises(OriginalLost):
        originals.find(sha256)
    assert kept(originals, saved(tmp_path)) == sha256
    assert originals.has(sha256)


def test_an_original_is_looked_for_under_nothing_but_a_checksum(originals: Originals) -> None:
    with pytest.raises(OriginalLost, match="names no original"):
        originals.find("../../etc/passwd")
