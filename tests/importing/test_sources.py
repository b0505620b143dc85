"""Which files are read, and which format they are in."""

from pathlib import Path

import pytest

from reading_room.importing.parts import Unusable
from reading_room.importing.sources import files_of, format_of

PAGE = b"<!DOCTYPE html><html><body><p>Text."
FEED = b'<?xml version="1.0"?>\n<rss version="2.0"><channel>'


@pytest.mark.parametrize(
    ("name", "head", "served", "form"),
    [
        ("a.txt", b"Text", None, "text"),
        ("a.TXT", b"Text", None, "text"),
        ("saved.txt", b"\xef\xbb\xbf  " + PAGE, None, "web page"),
        ("saved.md", PAGE, None, "markdown"),
        ("README.md", PAGE, "text/html", "web page"),
        ("a.htm", b"<p>Text", None, "web page"),
        ("a.html", b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', None, "web page"),
        ("a.html", b"<!-- saved from url=(0030)https://post.example/ -->\n<html>", None, "web page"),
        ("a.xml", FEED, None, "feed"),
        ("feed.html", FEED, None, "feed"),
        ("a.bin", b"%PDF-1.7", None, "pdf"),
        ("a.zip", b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0mimetypeapplication/epub+zip", None, "book"),
        ("a.warc", b"WARC/1.0\r\n", None, "web archive"),
        ("a.warc.gz", b"\x1f\x8b\x08", None, "web archive"),
        ("a.jsonl", b'{"title": "x"}', None, "json lines"),
        ("page", b"<p>Text", "text/html", "web page"),
        ("page", b"Text", "text/plain", "text"),
        ("quay.md", b"# Quay", "text/plain", "markdown"),
        ("quay.jsonl", b"{}", "text/plain", "json lines"),
        ("quay.pdf", b"Not found", "text/plain", "text"),
        ("2016", b"Text", "application/atom+xml", "feed"),
        ("2016", b"Text", "application/rdf+xml", "feed"),
    ],
)
def test_the_bytes_tell_the_format_before_the_name_does(name: str, head: bytes, served: str | None, form: str) -> None:
    assert format_of(name, head, served) == form


@pytest.mark.parametrize("name", ["a.doc", "a.gz", "noending", "a.zip"])
def test_a_format_that_is_not_read_is_refused_with_those_that_are(name: str) -> None:
    with pytest.raises(Unusable, match=r"\.txt, \.md, \.html.*\.pdf"):
        format_of(name, b"something", None)


def test_what_a_browser_saved_beside_a_page_is_not_imported(tmp_path: Path) -> None:
    for folder in ("Story_files", "Other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ad.html").write_bytes(PAGE)
    (tmp_path / "Story.html").write_bytes(PAGE)
    names = [path.relative_to(tmp_path).as_posix() for path in files_of(tmp_path)]
    assert names == ["Other_files/ad.html", "Story.html"]
