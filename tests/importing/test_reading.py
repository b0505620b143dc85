"""The reader for each format, and what the parts that it finds are called."""

import json
import sys

import pytest

from reading_room.importing.parts import Chunk, Part, Unusable
from reading_room.importing.reading import read

TEXT = "The fishermen put their boats in a row across the mouth of the harbour, and so the ferry could not leave."


def names(chunk: Chunk) -> list[str]:
    return [part.name for part in read("json", chunk) if isinstance(part, Part)]


def test_a_format_whose_library_is_missing_says_which_command_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.delitem(sys.modules, "reading_room.importing.formats.pdf", raising=False)
    with pytest.raises(Unusable, match="reading a PDF needs pypdf, which is not installed") as refused:
        list(read("pdf", Chunk("", b"%PDF-1.7\n")))
    assert refused.value.remedy == "Run “make import-tools” and import again"


def test_no_two_parts_of_a_source_have_one_name() -> None:
    articles = [{"id": "a\nb", "title": title, "text": f"{TEXT} {title}"} for title in ("One", "Two", "Three")]
    found = names(Chunk("", json.dumps(articles).encode()))
    assert len(set(found)) == len(articles)
    assert all(name.isprintable() for name in found)


def test_a_record_is_called_as_its_archive_calls_it() -> None:
    assert names(Chunk("7", json.dumps({"id": "x", "title": "One", "text": TEXT}).encode())) == ["7"]
