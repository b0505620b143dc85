"""What reading sentences costs: splitting, times and quantities, beside dateparser, which finds dates in many languages.

    .venv/bin/python -m benchmarks.reading [PASSAGES.jsonl.gz]

Reads the lines `{id, date, text}` of ../shared/data/news-passages.jsonl.gz unless told otherwise. Processor time; the ratios count.
"""

import gzip
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path

from dateparser.search import search_dates

from reading_room.comparing.sentences.quantities import quantities
from reading_room.comparing.sentences.times import times
from reading_room.model.article import Article, Block, Passage, Version
from reading_room.model.dates import DateSpan
from reading_room.model.sentences import sentences

PASSAGES = Path(__file__).parent.parent.parent / "shared/data/news-passages.jsonl.gz"
FEW, MANY = 300, 4000
"""Passages that dateparser reads, and that the room reads."""


def versions(path: Path, most: int) -> list[Version]:
    """An article of each run of passages that have one source."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in islice(file, most)]
    found = []
    for name, together in groupby(rows, key=lambda row: row["id"].rpartition("-")[0]):
        passages = list(together)
        article = Article(name, name, "news", DateSpan.parse(passages[0]["date"]), "printed", "en", "complete")
        blocks = (Passage(str(number), Block("paragraph", row["text"])) for number, row in enumerate(passages, 1))
        found.append(Version(article, 1, datetime.now(UTC), tuple(blocks)))
    return found


def microseconds(work: Callable[[], object], count: int) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) / count * 1e6


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES
    read = versions(path, MANY)
    spans = [[sentences(passage.text) for passage in version.passages] for version in read]
    count = sum(len(one) for places in spans for one in places)
    cut = microseconds(lambda: [sentences(passage.text) for version in read for passage in version.passages], count)
    told = microseconds(lambda: [times(version, places) for version, places in zip(read, spans, strict=True)], count)
    texts = [
        (passage.text, span)
        for version, places in zip(read, spans, strict=True)
        for passage, found in zip(version.passages, places, strict=True)
        for span in found
    ]
    counted = microseconds(lambda: [quantities(text, span) for text, span in texts], count)
    few = texts[:FEW]
    settings = {"RELATIVE_BASE": datetime(2015, 3, 5), "PREFER_DATES_FROM": "past"}
    search_dates("on 27 March 2016", languages=["en"], settings=settings)
    other = microseconds(
        lambda: [search_dates(text[at.start : at.end], languages=["en"], settings=settings) for text, at in few],
        len(few),
    )
    print(f"{count:,} sentences; microseconds for each:")
    for what, cost in (("splitting", cut), ("times", told), ("quantities", counted), ("dateparser", other)):
        print(f"  {what:12}{cost:8.0f}   {cost / told:6.2f} of times")


if __name__ == "__main__":
    main()
