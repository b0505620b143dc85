"""How well the times, quantities and speakers of sentences are read, on sentences of the example room labelled by hand.

    .venv/bin/python benchmarks/comparing_gold.py [--half open|closed] [--wrong times|quantities|attributions]

benchmarks/gold/README.md says what the labels mean. Measured against `settled.jsonl`; beside it how far the two
labellings agree (the second measured against the first), and the plainest baselines.

- time: right where the days are the same, or where those in both are half or more of those in either.
- quantities: found where the places meet and both bounds are the same.
- attributions: found where the words in both are half or more of those in either; of these, the source is right where it is of the
  same kind (somebody named, the account itself, nobody) and the words that name it are the same but for articles and titles, or
  those of the shorter name are all in the longer.
- In brackets the 95 % interval (bootstrap over articles).
"""

import argparse
import json
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "benchmarks" / "gold"
sys.path.insert(0, str(ROOT))

from reading_room.comparing.sentences.analysing import analyse  # noqa: E402
from reading_room.corpus.folder import Folder  # noqa: E402
from reading_room.model.analysis import Sentence  # noqa: E402
from reading_room.model.article import Version  # noqa: E402
from reading_room.model.dates import DateSpan  # noqa: E402
from reading_room.permalinks.lineage import number_first  # noqa: E402

ALIKE = 0.5
SMALL = frozenset(
    ["the", "a", "an", "of", "and", "its", "his", "her", "their", "in", "for", "mr", "mrs", "ms", "dr", "president"]
)
RESAMPLED = 1000

Label = Mapping[str, Any]
Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Place:
    start: int
    end: int

    def shared(self, other: "Place") -> float:
        """The code points in both as a share of those in either."""
        both = min(self.end, other.end) - max(self.start, other.start)
        return max(both, 0) / (max(self.end, other.end) - min(self.start, other.start) or 1)


def read_labels(path: Path) -> list[Label]:
    """Raises ValueError, with the line, for words that do not stand in their sentence."""
    labels = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for number, label in enumerate(labels, start=1):
        for one in (*label["quantities"], *label["attributions"]):
            if one["text"] not in label["text"]:
                raise ValueError(f"{path.name}, line {number}: “{one['text']}” does not stand in the sentence")
    return labels


def read_room() -> dict[str, Version]:
    """The articles of the example room as they are now."""
    folder = Folder(ROOT / "corpus")
    drafts = (folder.draft(source.slug, []) for source in folder.sources([]))
    now = date.today()
    return {
        draft.article.slug: Version(draft.article, 1, now, number_first(draft.blocks))  # type: ignore[arg-type]
        for draft in drafts
        if draft
    }


def as_label(gold: Label, sentences: Sequence[Sentence], version: Version) -> Label:
    """What the room reads in the words of a labelled sentence, in the form of a label."""
    place = Place(gold["start"], gold["end"])
    text = next(passage.text for passage in version.passages if passage.id == gold["passage"])
    inside = [
        one
        for one in sentences
        if one.passage == gold["passage"] and Place(one.span.start, one.span.end).shared(place) > 0
    ]
    main = max(inside, key=lambda one: Place(one.span.start, one.span.end).shared(place), default=None)
    time = main.times[0] if main and main.times else None
    return {
        **gold,
        "time": time and {"first": time.first.isoformat(), "last": time.last.isoformat(), "basis": time.basis},
        "quantities": [
            {
                "start": quantity.span.start - place.start,
                "end": quantity.span.end - place.start,
                "text": text[quantity.span.start : quantity.span.end],
                "least": quantity.least,
                "most": quantity.most,
                "counted": quantity.counted,
            }
            for one in inside
            for quantity in one.quantities
        ],
        "attributions": [
            {
                "start": said.content.start - place.start,
                "end": said.content.end - place.start,
                "text": text[said.content.start : said.content.end],
                "speaker": said.speaker,
                "kind": said.kind,
            }
            for one in inside
            for said in one.attributions
            if said.manner != "own"
        ],
    }


def _place(label: Label, one: Label) -> Place:
    """Where the words of a quantity or an attribution stand in their sentence."""
    start = one.get("start", label["text"].find(one["text"]))
    return Place(start, one.get("end", start + len(one["text"])))


def time_is_right(gold: Label, found: Label) -> bool:
    one, other = gold["time"], found["time"]
    if one is None or other is None:
        return one is other
    days = [Place(*(date.fromisoformat(time[end]).toordinal() for end in ("first", "last"))) for time in (one, other)]
    return Place(days[0].start, days[0].end + 1).shared(Place(days[1].start, days[1].end + 1)) >= ALIKE


def is_dated(gold: Label) -> bool:
    """Whether the text says more of its time than that of its publication."""
    return gold["time"] is not None and gold["time"]["basis"] != "published"


def matched(gold: Label, found: Label, key: str, alike: Callable[[Label, Label], bool]) -> list[tuple[Label, Label]]:
    """Pairs of what the labels have under `key`, each used once, those that share most first."""
    pairs = [
        (_place(gold, one).shared(_place(found, other)), at, to)
        for at, one in enumerate(gold[key])
        for to, other in enumerate(found[key])
        if alike(one, other)
    ]
    taken: list[tuple[Label, Label]] = []
    left, right = set(range(len(gold[key]))), set(range(len(found[key])))
    for _, at, to in sorted(pairs, reverse=True):
        if at in left and to in right:
            left.remove(at)
            right.remove(to)
            taken.append((gold[key][at], found[key][to]))
    return taken


def quantities_matched(gold: Label, found: Label) -> list[tuple[Label, Label]]:
    def alike(one: Label, other: Label) -> bool:
        same = _same(one["least"], other["least"]) and _same(one["most"], other["most"])
        return same and _place(gold, one).shared(_place(found, other)) > 0

    return matched(gold, found, "quantities", alike)


def joined(label: Label) -> Label:
    """One stretch for what is of one speaker in a sentence, from its first word to its last: speakers are named between."""
    stretches: dict[tuple[str, str], Label] = {}
    for one in label["attributions"]:
        place, key = _place(label, one), (one["kind"], one["speaker"].casefold())
        before = stretches.get(key)
        start, end = min(place.start, before["start"] if before else place.start), place.end
        stretches[key] = {**one, "start": start, "end": max(end, before["end"] if before else end)}
    return {**label, "attributions": list(stretches.values())}


def _same(one: float | None, other: float | None) -> bool:
    """The same bound; a third may be written with as many digits as one likes."""
    return one is other or (one is not None and other is not None and math.isclose(one, other, rel_tol=0.001))


def attributions_matched(gold: Label, found: Label) -> list[tuple[Label, Label]]:
    def alike(one: Label, other: Label) -> bool:
        return _place(gold, one).shared(_place(found, other)) >= ALIKE

    return matched(gold, found, "attributions", alike)


def source_is_right(gold: Label, found: Label) -> bool:
    if gold["kind"] != found["kind"]:
        return False
    names = [
        {word for word in re.findall(r"\w+", one["speaker"].casefold()) if word not in SMALL} for one in (gold, found)
    ]
    return gold["kind"] != "named" or (bool(names[0] & names[1]) and (names[0] <= names[1] or names[1] <= names[0]))


def count(gold: Label, found: Label) -> Counts:
    """What is right of one sentence."""
    gold, found = joined(gold), joined(found)
    quantities, said = quantities_matched(gold, found), attributions_matched(gold, found)
    return {
        "sentences": 1,
        "times right": time_is_right(gold, found),
        "dated": (dated := is_dated(gold)),
        "dated right": dated and time_is_right(gold, found),
        "quantities": len(gold["quantities"]),
        "quantities found": len(found["quantities"]),
        "quantities right": len(quantities),
        "attributions": len(gold["attributions"]),
        "attributions found": len(found["attributions"]),
        "attributions right": len(said),
        "sources right": sum(source_is_right(one, other) for one, other in said),
    }


def figures(counts: Iterable[Counts]) -> dict[str, float]:
    total: dict[str, int] = defaultdict(int)
    for one in counts:
        for key, number in one.items():
            total[key] += number

    def share(part: str, whole: str) -> float:
        return total[part] / total[whole] if total[whole] else 1.0

    precision, recall = (share("attributions right", whole) for whole in ("attributions found", "attributions"))
    return {
        "time right": share("times right", "sentences"),
        "… where the text dates it": share("dated right", "dated"),
        "quantities, precision": share("quantities right", "quantities found"),
        "quantities, recall": share("quantities right", "quantities"),
        "attributions, precision": precision,
        "attributions, recall": recall,
        "attributions, F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "sources right": share("sources right", "attributions right"),
    }


def measure(gold: Sequence[Label], found: Sequence[Label]) -> dict[str, tuple[float, float, float]]:
    """Each figure with the ends of its interval."""
    by_article: dict[str, list[Counts]] = defaultdict(list)
    for one, other in zip(gold, found, strict=True):
        by_article[one["article"]].append(count(one, other))
    articles = sorted(by_article)
    drawn = random.Random(1)
    samples = [
        figures(one for slug in drawn.choices(articles, k=len(articles)) for one in by_article[slug])
        for _ in range(RESAMPLED)
    ]
    measured = figures(one for counts in by_article.values() for one in counts)
    return {
        key: (value, *(sorted(sample[key] for sample in samples)[at] for at in (25, RESAMPLED - 26)))  # type: ignore[misc]
        for key, value in measured.items()
    }


def plainest(gold: Label, version: Version) -> Label:
    """The day of publication for every sentence; every figure is a quantity; what stands in quotation marks is the outlet's."""
    published: DateSpan | None = version.article.published
    return {
        **gold,
        "time": published and {"first": published.first.isoformat(), "last": published.last.isoformat()},
        "quantities": [
            {"start": at.start(), "end": at.end(), "text": at[0], "least": number, "most": number}
            for at in re.finditer(r"\d[\d,]*", gold["text"])
            if (number := float(at[0].replace(",", "")))
        ],
        "attributions": [
            {"start": at.start(1), "end": at.end(1), "text": at[1], "speaker": version.article.outlet, "kind": "named"}
            for at in re.finditer("“([^”]+)”", gold["text"])
        ],
    }


def _print(title: str, measured: Mapping[str, tuple[float, float, float]]) -> None:
    print(f"\n{title}")
    for key, (value, low, high) in measured.items():
        print(f"  {key:24} {value:6.3f}  [{low:.3f} {high:.3f}]")


def _wrong(key: str, gold: Label, found: Label) -> bool:
    if key == "times":
        return not time_is_right(gold, found)
    counts = count(gold, found)
    right = counts["sources right" if key == "attributions" else f"{key} right"]
    return counts[key] != right or counts[f"{key} found"] != right


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--half", choices=("open", "closed"), help="only articles that may, or may not, be read")
    parser.add_argument("--wrong", choices=("times", "quantities", "attributions"), help="print what is not right")
    asked = parser.parse_args(arguments)

    def of_half(path: Path) -> list[Label]:
        return [label for label in read_labels(path) if asked.half in (None, label["half"])]

    gold = of_half(GOLD / "settled.jsonl")
    room = read_room()
    read = {slug: analyse(room[slug]).sentences for slug in {label["article"] for label in gold}}
    found = [as_label(label, read[label["article"]], room[label["article"]]) for label in gold]
    print(f"{len(gold)} sentences of {len(read)} articles")
    _print("the room", measure(gold, found))
    _print("plainest", measure(gold, [plainest(label, room[label["article"]]) for label in gold]))
    _print(
        "the second labelling, against the first",
        measure(of_half(GOLD / "first.jsonl"), of_half(GOLD / "second.jsonl")),
    )
    if asked.wrong:
        key = {"times": "time"}.get(asked.wrong, asked.wrong)
        for one, other in zip(gold, found, strict=True):
            if _wrong(asked.wrong, one, other):
                print(f"\n{one['article']} {one['passage']}: {one['text']}\n  is    {one[key]}\n  found {other[key]}")


if __name__ == "__main__":
    main()
