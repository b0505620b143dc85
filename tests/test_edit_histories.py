"""The edit histories that the repository holds for the benchmark of permalinks are what their README says."""

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest

HISTORIES = sorted((Path(__file__).parent.parent / "benchmarks" / "histories").glob("*.jsonl.gz"))


@pytest.mark.parametrize("path", HISTORIES, ids=lambda path: path.name)
def test_every_article_has_versions_of_rising_times_that_differ_from_their_neighbours(path: Path) -> None:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    assert len({article["document"] for article in articles}) == len(articles) == 24
    for article in articles:
        for before, after in pairwise(article["versions"]):
            assert before["time"] < after["time"], article["document"]
            assert before["passages"] != after["passages"], article["document"]
        for version in article["versions"]:
            assert all(text.strip() and "\n" not in text for text in version["passages"]), article["document"]


def test_there_are_histories_of_each_kind() -> None:
    assert [path.name for path in HISTORIES] == [
        "arabic.jsonl.gz",
        "legal.jsonl.gz",
        "news.jsonl.gz",
        "russian.jsonl.gz",
    ]
