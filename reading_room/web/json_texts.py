"""Texts that a keeper gives as lines of JSON, to be grouped without being in the room."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import BadDate, DateSpan

Id = str | int | float


class BadLine(ValueError):
    """What is wrong with a line."""


@dataclass(frozen=True, slots=True)
class GivenText:
    """A text with the id that it was given, under a key that is a string."""

    key: str
    id: Id
    version: Version


def read_lines(lines: Iterable[bytes], wrong: list[tuple[int, str]]) -> Iterator[GivenText]:
    """The texts of all lines that can be read; what was wrong with others, or with a part of one, is added with its number."""
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = _given(line, number, wrong)
            if given.key in seen:
                raise BadLine(f"the id {given.key} was given before")
        except BadLine as error:
            wrong.append((number, str(error)))
            continue
        seen.add(given.key)
        yield given


def _given(line: bytes, number: int, wrong: list[tuple[int, str]]) -> GivenText:
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadLine(f"this is not JSON ({error})") from None
    if not isinstance(entry, dict):
        raise BadLine("this is not an object like {“id”: 1, “text”: “…”}")
    key = entry.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int | float):
        raise BadLine("“id” is missing, or neither a text nor a number")
    if isinstance(key, float) and not math.isfinite(key):
        raise BadLine("“id” is no number that JSON has")
    if isinstance(key, str):
        _whole(key, "id")
    text = _text(entry, "text")
    if not text.strip():
        raise BadLine("“text” is missing or empty")
    published = None
    if written := _text(entry, "published"):
        try:
            published = DateSpan.parse(written)
        except BadDate as error:
            wrong.append((number, f"{error}; the text is taken as undated"))
    article = Article("", _text(entry, "title"), "", published, "", _text(entry, "language") or "en", "complete")
    paragraphs = [paragraph for paragraph in text.splitlines() if paragraph.strip()]
    passages = tuple(Passage(str(at), Block("paragraph", words)) for at, words in enumerate(paragraphs, 1))
    # 1 and "1" are two ids.
    return GivenText(json.dumps(key, ensure_ascii=False), key, Version(article, 1, datetime.now(UTC), passages))


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if value is not None and not isinstance(value, str):
        raise BadLine(f"“{name}” is not a text")
    return _whole(value or "", name)


def _whole(value: str, name: str) -> str:
    """JSON can spell halves of characters, which no file and no terminal takes."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadLine(f"half a character (a lone surrogate such as “\\ud800”) stands in “{name}”") from None
    return value
