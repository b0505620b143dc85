"""How well articles are grouped into events, beside the plainest way to do it, and what many articles cost.

    .venv/bin/python benchmarks/comparing_grouping.py [--news NEWS.jsonl.gz] [--twins TWINS.jsonl.gz]
        [--room CORPUS] [--many PASSAGES.jsonl.gz]

NEWS has articles, `{id, event, title, published, text}`. Its events are cut into two halves by a hash of their ids: numbers
were chosen on the tuned half; the other one and all are reported. TWINS has sentences, `{split, event, document, text}`: documents
are made of their sentences, without titles and days; tuned on the part `train`. CORPUS is a room's folder of articles with the
keeper's accounts. PASSAGES, `{title, date, text}`, are made into articles by their titles.

Beside the room stands TF-IDF (raw counts, all words, cosine) with average linkage and one threshold, the best on the tuned part.
B-cubed precision, recall and F1 (Bagga and Baldwin, 1998), in brackets the 95 % interval of F1 by drawing events anew.
"""

import argparse
import gzip
import hashlib
import json
import math
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from reading_room.comparing.groups.grouping import grouped  # noqa: E402
from reading_room.comparing.groups.linking import groups_of, joints  # noqa: E402
from reading_room.comparing.groups.telling import telling  # noqa: E402
from reading_room.comparing.sentences.analysing import analyse  # noqa: E402
from reading_room.comparing.wording.copies import same_texts  # noqa: E402
from reading_room.corpus.folder import Folder  # noqa: E402
from reading_room.model.article import Article, Block, Passage, Version  # noqa: E402
from reading_room.model.copies import together  # noqa: E402
from reading_room.model.dates import DateSpan  # noqa: E402
from reading_room.model.sketches import sketch  # noqa: E402
from reading_room.model.wording import words  # noqa: E402

DRAWS = 1000
THRESHOLDS = [step / 100 for step in range(3, 50)]

Labels = Sequence[int]
Score = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the event that it is known to tell of."""

    event: str
    version: Version


def version(title: str, text: str, published: str | None) -> Version:
    article = Article("", title, "", DateSpan.parse(published) if published else None, "", "en", "complete")
    paragraphs = [line for line in text.split("\n") if line.strip()]
    passages = tuple(Passage(str(at), Block("paragraph", line)) for at, line in enumerate(paragraphs, 1))
    return Version(article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def half(event: str) -> int:
    """0 is the tuned half."""
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % 2


def bcubed(articles: Sequence[Labelled], labels: Labels) -> tuple[list[float], list[float]]:
    """Precision and recall of each article."""
    of_label, of_event, both = Counter(labels), Counter(one.event for one in articles), Counter[tuple[int, str]]()
    for one, label in zip(articles, labels, strict=True):
        both[label, one.event] += 1
    pairs = [(label, one.event) for one, label in zip(articles, labels, strict=True)]
    return [both[pair] / of_label[pair[0]] for pair in pairs], [both[pair] / of_event[pair[1]] for pair in pairs]


def score(articles: Sequence[Labelled], labels: Labels, weights: Counter[str] | None = None) -> Score:
    precisions, recalls = bcubed(articles, labels)
    counts = [weights[one.event] if weights else 1 for one in articles]
    total = sum(counts)
    precision = sum(map(float.__mul__, precisions, map(float, counts))) / total
    recall = sum(map(float.__mul__, recalls, map(float, counts))) / total
    return precision, recall, 2 * precision * recall / (precision + recall)


def interval(articles: Sequence[Labelled], labels: Labels) -> tuple[float, float]:
    events = sorted({one.event for one in articles})
    dice = random.Random(1)
    drawn = sorted(score(articles, labels, Counter(dice.choices(events, k=len(events))))[2] for _ in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]


def room_labels(articles: Sequence[Labelled]) -> Labels:
    """The room's groups."""
    versions = {str(at): one.version for at, one in enumerate(articles)}

    def passages(key: str) -> Sequence[str]:
        return [passage.text for passage in versions[key].passages]

    sketches = {key: sketch(passages(key)) for key in versions}
    copies = together(same_texts((), {}, sketches, sketches.keys(), passages))
    tellings = [telling(key, one, analyse(one)) for key, one in versions.items()]
    return _labels(([int(key) for key in group] for group in grouped(tellings, copies)), len(articles))


def plain_near(articles: Sequence[Labelled]) -> tuple[dict[int, float], ...]:
    """TF-IDF and cosine."""
    counts = [
        Counter(words("\n".join((one.version.article.title, *(passage.text for passage in one.version.passages)))))
        for one in articles
    ]
    having = Counter(word for count in counts for word in count)
    near: tuple[dict[int, float], ...] = tuple({} for _ in articles)
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, count in enumerate(counts):
        vector = {word: times * math.log(len(counts) / having[word]) for word, times in count.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        common: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other, its_weight in places[word]:
                common[other] += weight / length * its_weight
            places[word].append((at, weight / length))
        for other, cosine in common.items():
            near[at][other] = near[other][at] = cosine
    return near


def plain_labels(articles: Sequence[Labelled]) -> Callable[[float], Labels]:
    """The groups of TF-IDF by threshold."""
    done = joints(plain_near(articles), THRESHOLDS[0])

    def labels(threshold: float) -> Labels:
        kept = [joint for joint in done if joint.nearness >= threshold]
        return _labels(groups_of(len(articles), kept), len(articles))

    return labels


def _labels(groups: Iterable[Sequence[int]], count: int) -> Labels:
    labels = [0] * count
    for label, group in enumerate(groups):
        for at in group:
            labels[at] = label
    return labels


def report(title: str, tuned: Sequence[Labelled], parts: dict[str, Sequence[Labelled]]) -> None:
    """Print a table of the parts, with the plain way at the threshold that is best on the tuned one."""
    on_tuned = plain_labels(tuned)
    threshold = max(THRESHOLDS, key=lambda one: score(tuned, on_tuned(one))[2])
    print(f"\n{title}\n")
    print("|  | articles | events | groups | precision | recall | F1 | TF-IDF, groups | precision | recall | F1 |")
    print("| --- " * 11 + "|")
    for name, articles in parts.items():
        cells = [name, str(len(articles)), str(len({one.event for one in articles}))]
        for labels in (room_labels(articles), plain_labels(articles)(threshold)):
            precision, recall, f1 = score(articles, labels)
            low, high = interval(articles, labels)
            cells += [str(len(set(labels))), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f} ({low:.3f} to {high:.3f})"]
        print("| " + " | ".join(cells) + " |", flush=True)
    print(f"\nTF-IDF joins from {threshold:.2f}, the best on the tuned part.")


def news(path: Path) -> None:
    articles = [Labelled(str(row["event"]), version(row["title"], row["text"], row["published"])) for row in rows(path)]
    halves = [[one for one in articles if half(one.event) == side] for side in (0, 1)]
    report("News of known events", halves[0], {"tuned half": halves[0], "other half": halves[1], "all": articles})


def twins(path: Path) -> None:
    texts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows(path):
        texts[row["split"], row["event"], row["document"]].append(row["text"])
    parts: dict[str, Sequence[Labelled]] = {
        split: [
            Labelled(event, version("", "\n".join(said), None))
            for (part, event, _), said in texts.items()
            if part == split
        ]
        for split in ("train", "dev")
    }
    report("Twins: two events of one kind for each topic, a few sentences each", parts["train"], parts)


def room(path: Path) -> None:
    """An article of a room may tell of several events; its first account is taken for the event that it is about."""
    folder, articles = Folder(path), []
    for source in folder.sources([]):
        draft = folder.draft(source.slug, [])
        if draft and draft.article.accounts:
            passages = tuple(Passage(str(at), block) for at, block in enumerate(draft.blocks, 1))
            one = Version(draft.article, 1, datetime(2020, 1, 1, tzinfo=UTC), passages)
            articles.append(Labelled(draft.article.accounts[0].event, one))
    report("A room whose keeper said what articles tell of", articles, {path.name: articles})


def many(path: Path, counts: Sequence[int]) -> None:
    """Time and memory, with the time that reading the sentences takes beside it."""
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows(path):
        texts[row["title"], row["date"]].append(row["text"])
    print("\nMany articles\n\n| articles | read | grouped | ratio | groups | most memory of the process |")
    print("| --- " * 6 + "|")
    for count in counts:
        chosen = list(texts.items())[:count]
        began = time.process_time()
        tellings = []
        for at, ((title, day), said) in enumerate(chosen):
            one = version(title, "\n".join(said), day)
            tellings.append(telling(str(at), one, analyse(one)))
        read = time.process_time()
        groups = grouped(tellings)
        spent = time.process_time() - read
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        cells = f"{len(chosen):,}", f"{read - began:.1f} s", f"{spent:.1f} s", f"{spent / (read - began):.2f}"
        print(f"| {' | '.join(cells)} | {len(groups):,} | {memory:,.0f} MB |", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path)
    parser.add_argument("--twins", type=Path)
    parser.add_argument("--room", type=Path)
    parser.add_argument("--many", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 10_000])
    given = parser.parse_args(arguments)
    if given.news:
        news(given.news)
    if given.twins:
        twins(given.twins)
    if given.room:
        room(given.room)
    if given.many:
        many(given.many, given.counts)


if __name__ == "__main__":
    main()
