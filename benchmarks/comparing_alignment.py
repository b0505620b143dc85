"""What aligning finds on news sentences with known answers (ECB+), beside the plainest thing: TF-IDF with a threshold.

    .venv/bin/python benchmarks/comparing_alignment.py ALIGNMENT.jsonl.gz [--split dev] [--draws 200] [--record]

The file has sentences, `{split, topic, event, document, sentence, text, same_fact_as}`: two of them tell of the same if they
share a label. A topic has two happenings of one kind. The pairs are all those of two documents of a topic, of one happening or
of its twins. The room sees two documents at a time, undated, a passage for each sentence; what it does not pair has confidence 0.
`--record` puts how often the words for readers were right where pages say it.
"""

import argparse
import gzip
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations
from math import log, sqrt
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from measured_figures import record  # noqa: E402

from reading_room.comparing.pairs.aligning import align  # noqa: E402
from reading_room.comparing.sentences.analysing import analyse  # noqa: E402
from reading_room.model.analysis import Analysis  # noqa: E402
from reading_room.model.article import Article, Block, Passage, Version  # noqa: E402

MATERIAL = "English news, ECB+ development part"
Pair = tuple[str, str]
"""Two sentences by document and number, the lesser first."""
Scores = dict[Pair, float]


@dataclass(frozen=True, slots=True)
class Known:
    """Sentences of news articles of which it is known which speak of the same happening: some articles of one topic."""

    topic: str
    documents: dict[str, dict[str, str]]
    """The sentences of each document by their names."""
    facts: dict[str, frozenset[str]]
    happening: dict[str, str]
    """Which happening each document is of: the twins of a topic are two."""

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All pairs of sentences of two documents."""
        for one, other in combinations(sorted(self.documents), 2):
            for left in self.documents[one]:
                for right in self.documents[other]:
                    yield (left, right) if left < right else (right, left)

    def same(self, pair: Pair) -> bool:
        return not self.facts[pair[0]].isdisjoint(self.facts[pair[1]])


def read(path: Path, split: str) -> list[Known]:
    """The topics of a part of the set (`train`, `dev`), each with both of its happenings: “30” and “30plus” are topic 30."""
    topics: dict[str, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["split"] == split:
                topics[row["topic"]].append(row)
    return [_known(topic, rows) for topic, rows in sorted(topics.items())]


def _known(topic: str, rows: list[dict[str, str]]) -> Known:
    documents: dict[str, dict[str, str]] = defaultdict(dict)
    facts, happening = {}, {}
    for row in rows:
        document = row["document"].replace("_", "-")
        name = f"{document}/{row['sentence']}"
        documents[document][name] = row["text"]
        facts[name] = frozenset(row["same_fact_as"])
        happening[document] = row["event"]
    return Known(topic, dict(documents), facts, happening)


def version(slug: str, passages: Iterable[tuple[str, str]]) -> Version:
    article = Article(slug, slug, "paper", None, "", "en", "complete")
    return Version(
        article, 1, datetime(2001, 1, 1, tzinfo=UTC), tuple(Passage(i, Block("paragraph", t)) for i, t in passages)
    )


def accounts(known: Known) -> list[tuple[Version, Analysis]]:
    """Its documents as the room has articles, a passage for each sentence."""
    versions = (version(d, ((name.split("/")[1], t) for name, t in s.items())) for d, s in known.documents.items())
    return [(one, analyse(one)) for one in versions]


def by_room(known: Known) -> Scores:
    scores: Scores = {}
    for pair in align(accounts(known), {}):
        names = (f"{said.article}/{said.passage}" for said in (pair.left, pair.right))
        one, other = sorted(names)
        scores[one, other] = max(pair.confidence, scores.get((one, other), 0.0))
    return scores


def words_of(topics: list[Known]) -> dict[str, list[bool]]:
    """Whether the pairs were right that have each of the words for a reader."""
    found: dict[str, list[bool]] = defaultdict(list)
    for known in topics:
        for pair in align(accounts(known), {}):
            if pair.likeness:
                one, other = (f"{said.article}/{said.passage}" for said in (pair.left, pair.right))
                found[pair.likeness].append(known.same((one, other)))
    return found


def by_tf_idf(known: Known) -> Scores:
    """The cosine of words weighted by TF-IDF over the sentences of the topic: it sees them all, which the room must not."""
    texts = {name: Counter(_words(text)) for sentences in known.documents.values() for name, text in sentences.items()}
    having = Counter(word for words in texts.values() for word in words)
    vectors = {}
    for name, words in texts.items():
        vector = {
            word: (1 + log(count)) * (log((1 + len(texts)) / (1 + having[word])) + 1) for word, count in words.items()
        }
        size = sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors[name] = {word: value / size for word, value in vector.items()}
    scores = {}
    for pair in known.pairs():
        one, other = sorted((vectors[name] for name in pair), key=len)
        scores[pair] = sum(value * other.get(word, 0.0) for word, value in one.items())
    return scores


def _words(text: str) -> list[str]:
    return [word for word in "".join(c if c.isalnum() else " " for c in text.lower()).split() if len(word) > 1]


Judged = Sequence[tuple[float, bool]]
"""Confidences with whether each was right."""


def average_precision(judged: Judged) -> float:
    """The mean of the precisions at each right pair, pairs sorted by confidence; those of one confidence count together."""
    total = sum(right for _, right in judged)
    hits = seen = 0
    area = 0.0
    for _, group in _falling(judged):
        right = sum(group)
        hits, seen = hits + right, seen + len(group)
        area += right * hits / seen
    return area / total if total else 0.0


def recall_at(judged: Judged, precision: float) -> float:
    """The most of what is right that is found while this share of what is found is right."""
    total = sum(right for _, right in judged)
    hits = seen = best = 0
    for _, group in _falling(judged):
        hits, seen = hits + sum(group), seen + len(group)
        if hits >= precision * seen:
            best = hits
    return best / total if total else 0.0


def _falling(judged: Judged) -> Iterator[tuple[float, list[bool]]]:
    groups: dict[float, list[bool]] = defaultdict(list)
    for confidence, right in judged:
        groups[confidence].append(right)
    return ((confidence, groups[confidence]) for confidence in sorted(groups, reverse=True))


def bins(judged: Judged, number: int = 10) -> list[tuple[float, float, float, int]]:
    """A table of reliability: the lower edge of each bin, its mean confidence, its share of right pairs, its pairs."""
    groups: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        groups[min(int(confidence * number), number - 1)].append((confidence, right))
    return [
        (place / number, sum(c for c, _ in group) / len(group), sum(r for _, r in group) / len(group), len(group))
        for place, group in sorted(groups.items())
    ]


def calibration_error(judged: Judged) -> float:
    """Expected calibration error (Naeini, Cooper and Hauskrecht, 2015) over ten bins of equal width."""
    return sum(abs(mean - share) * size for _, mean, share, size in bins(judged)) / max(1, len(judged))


def resampled(topics: Sequence[Judged], figure: Callable[[Judged], float], times: int) -> tuple[float, float]:
    """Between which two values 95 of 100 figures lie when topics are drawn with replacement (bootstrap)."""
    draw = random.Random(7)
    values = sorted(
        figure([one for topic in draw.choices(topics, k=len(topics)) for one in topic]) for _ in range(times)
    )
    return values[int(0.025 * times)], values[int(0.975 * times) - 1]


def measure(path: Path, split: str, times: int = 200) -> dict[str, list[bool]]:
    """Prints the figures of the room and of TF-IDF on this part of the set; returns how often each word was right."""
    topics = read(path, split)
    print(
        f"\n## Alignment: ECB+ {split}, {len(topics)} topics, all pairs of sentences of two documents of a topic, twins included\n"
    )
    seconds, table = {}, {}
    for name, score in (("room", by_room), ("TF-IDF", by_tf_idf)):
        began = time.process_time()
        found = [score(topic) for topic in topics]
        seconds[name] = time.process_time() - began
        table[name] = [
            [(scores.get(pair, 0.0), topic.same(pair)) for pair in topic.pairs()]
            for topic, scores in zip(topics, found, strict=True)
        ]
    pairs = [right for topic in table["room"] for _, right in topic]
    print(f"{len(pairs):,} pairs, of which {sum(pairs):,} tell of the same ({sum(pairs) / len(pairs):.2f})\n")
    print("|  | average precision | recall at precision 0.9 | at 0.95 | calibration error | CPU s | × TF-IDF |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, judged in table.items():
        cells = []
        for figure in (average_precision, lambda j: recall_at(j, 0.9), lambda j: recall_at(j, 0.95), calibration_error):
            low, high = resampled(judged, figure, times)
            cells.append(f"{figure([one for topic in judged for one in topic]):.3f} ({low:.2f} to {high:.2f})")
        print(f"| {name} | {' | '.join(cells)} | {seconds[name]:.2f} | {seconds[name] / seconds['TF-IDF']:.1f} |")
    print(
        "\nIn brackets: 95 of 100 draws of topics. TF-IDF weighs words by all of the topic, the room by two texts alone."
    )
    print("\n| word | right | of | share |\n| --- | --- | --- | --- |")
    words = words_of(topics)
    for word, rights in sorted(words.items()):
        print(f"| {word} | {sum(rights):,} | {len(rights):,} | {sum(rights) / len(rights):.2f} |")
    print("\n| confidence from | mean | right | pairs |\n| --- | --- | --- | --- |")
    for edge, mean, share, size in bins([one for topic in table["room"] for one in topic]):
        print(f"| {edge:.1f} | {mean:.2f} | {share:.2f} | {size:,} |")
    return words


def measure_time(path: Path) -> None:
    """Prints what four accounts of a hundred sentences take, dealt from the sentences of the largest topics."""
    largest = sorted(read(path, "train"), key=lambda known: -sum(map(len, known.documents.values())))[:7]
    texts = [text for known in largest for sentences in known.documents.values() for text in sentences.values()]
    random.Random(7).shuffle(texts)
    dealt = [version(f"account-{n}", ((str(i), t) for i, t in enumerate(texts[n:400:4]))) for n in range(4)]
    given = [(one, analyse(one)) for one in dealt]
    sentences = {v.article.slug: {f"{v.article.slug}/{p.id}": p.text for p in v.passages} for v in dealt}
    spent = {
        "room, the first time": _seconds(lambda: align(given, {})),
        "room, again": _seconds(lambda: align(given, {})),
        "TF-IDF": _seconds(lambda: by_tf_idf(Known("", sentences, {}, {}))),
    }
    print(f"\n## Alignment: four accounts of {len(dealt[0].passages)} sentences, {len(largest)} subjects in each\n")
    print("|  | CPU s | × TF-IDF |\n| --- | --- | --- |")
    for name, seconds in spent.items():
        print(f"| {name} | {seconds:.2f} | {seconds / spent['TF-IDF']:.1f} |")


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--draws", type=int, default=200, help="of topics, for the range of each figure")
    parser.add_argument("--record", action="store_true", help="write the rates that pages print, of `dev`")
    given = parser.parse_args(arguments)
    words = measure(given.file, given.split, given.draws)
    if given.record and given.split == "dev":
        record(MATERIAL, words, date.today())
    measure_time(given.file)


if __name__ == "__main__":
    main()
