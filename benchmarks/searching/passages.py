"""What every engine is given: passages, and questions that they answer."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

KINDS = ("rare word", "common word", "OR", "AND", "phrase", "prefix", "fuzzy", "word within a year")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    title: str
    date: str
    """`2016-03-27`, a month or a year, or nothing."""
    source: str
    text: str

    @property
    def day(self) -> int:
        """As a number, 20160327; of a month or a year some day of it; 0 where there is none."""
        digits = self.date[:10].replace("-", "")
        return int(digits.ljust(8, "1")) if digits.isdigit() else 0


@dataclass(frozen=True, slots=True)
class Question:
    """Words of one kind of query (one of `KINDS`), each engine to write in its own language; of a prefix, its letters."""

    kind: str
    words: tuple[str, ...]
    year: int | None = None

    def written(self, conjunction: str = " ") -> str:
        """As most languages have it, the room's among them."""
        forms = {"OR": " OR ".join, "AND": conjunction.join, "phrase": lambda words: f'"{" ".join(words)}"'}
        ending = {"prefix": "*", "fuzzy": "~"}.get(self.kind, "")
        return forms.get(self.kind, " ".join)(self.words) + ending


def read(path: Path, most: int) -> Iterator[Passage]:
    """The first passages of a file, `most` of them if it has so many."""
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, most), start=1):
            try:
                row = json.loads(line)
                values = (row[name] or "" for name in ("id", "title", "date", "source", "text"))
                yield Passage(*(" ".join(_CONTROL.sub(" ", value).split()) for value in values))
            except (ValueError, KeyError, TypeError) as error:
                raise SystemExit(
                    f"{path}, line {number}, is no passage with id, title, date, source, text: {error!r}."
                ) from None
