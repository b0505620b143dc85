"""Grows the trees that are asked of words which the rules find nowhere, and writes reading_room/permalinks/second_look.json:

    .venv/bin/python benchmarks/train_resolution.py HISTORIES.jsonl.gz NEWS.jsonl.gz

They learn from links into real histories (the file of `permalinks.py`) and into made-up ones (that of `made_up_histories.py`): of
each place where words may stand, whether it is theirs. What the rules find is learned from too, as it tells right places from wrong
ones as well.

Printed first is what trees say that have not seen the document, nor one of the same file name (policies moved between folders):
folds are of file names, and the made-up histories to test by are others than those to learn from. With `--half tuned --out FILE`
they see the documents of that half alone that have no namesake in the other, for

    .venv/bin/python benchmarks/permalinks.py HISTORIES.jsonl.gz --half reported --trees FILE
"""

import argparse
import gzip
import json
import random
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
from growing import write
from made_up_histories import LINKS, articles
from made_up_histories import cases as made_up_cases
from permalinks import half, judge
from permalinks_histories import Case, LinkMade, cases, links

from reading_room.permalinks.judging import by_rules
from reading_room.permalinks.rows import Place, row
from reading_room.permalinks.second_look import LONGEST, SURE, TREES, Figures, looked_at, with_origins
from reading_room.permalinks.selection import select_code_points
from reading_room.permalinks.tracing import Trail

SETTINGS = {
    "n_estimators": 200, "num_leaves": 8, "learning_rate": 0.06, "min_child_samples": 30, "subsample": 0.8, "subsample_freq": 1,
    "colsample_bytree": 0.4, "reg_lambda": 5, "verbose": -1, "n_jobs": 1, "random_state": 7, "deterministic": True,
}  # fmt: skip
FOR, AGAINST = ("share", "context", "held", "in_gap", "own"), ("explained", "rival", "others")
"""More of these can only speak for a place, or against it, so that the trees learn no quirk of the set."""
FOLDS = 5
PAIRS = 6
"""Pairs of versions of each amount of change that a document gives, at most."""
OF_THE_FOUND = 0.25
"""The share of the links that the rules find from which is learned."""
SURES = (0.8, 0.85, 0.9, 0.93, 0.95, 0.97)


@dataclass(frozen=True, slots=True)
class Looked:
    """A place that was looked at, and what the benchmark says if it is shown."""

    figures: Figures
    outcome: tuple[str, ...]
    by_steps: tuple[str, ...]

    @property
    def right(self) -> bool | None:
        """None where it is right to show it and right to show nothing."""
        if "found" in self.outcome or "returned" in self.outcome:
            return True
        return False if {"wrong", "missed"} & set(self.outcome) else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A link, and whether the rules find it."""

    document: str
    found: bool
    unanswered: tuple[str, ...]
    """What the benchmark says if nothing is shown."""
    places: tuple[Looked, ...]


def ask(case: Case, made: Iterable[LinkMade], dice: random.Random) -> Iterator[Asked]:
    """The links of a case that are not simply where they stood, with the places where they may stand."""
    (before, now), steps = case.rooms["i and j"]
    old, new = row(before), row(now)
    trail = Trail(old, new, steps)
    number = {passage.id: place for place, passage in enumerate(now)}

    def outcome(link: LinkMade, places: Sequence[Place], *, by_steps: bool = False) -> tuple[str, ...]:
        shown = [(number[one.passage], one.start, one.end) for one in new.stretches(places)]
        return judge(case, link, shown or None, by_steps=by_steps)

    for link in made:
        first, last = case.old.words[link.first], case.old.words[link.last]
        selection = select_code_points(
            before, (before[first.passage].id, first.start), (before[last.passage].id, last.end)
        )
        stretches = selection.stretches[0] if selection else ()
        quote = Place(old.place(stretches[0]).start, old.place(stretches[-1]).end)
        verdict = by_rules(trail, quote)
        drawn = dice.random()
        if (
            len(quote) > LONGEST
            or stands(old.keys, new.keys, quote, verdict.places)
            or (verdict.places and drawn > OF_THE_FOUND)
        ):
            continue
        looked = [
            Looked(
                with_origins(trail, quote, candidate, figures),
                outcome(link, candidate.places),
                outcome(link, candidate.places, by_steps=True),
            )
            for candidate, figures in looked_at(trail, quote)
        ]
        yield Asked(case.document, bool(verdict.places), outcome(link, ()), tuple(looked))


def stands(old: Sequence[str], new: Sequence[str], quote: Place, places: Sequence[Place]) -> bool:
    """Whether the words are found one after the other with those around them: nothing is learned from these."""
    if len(places) != 1 or len(places[0]) != len(quote):
        return False
    beside, moved = 20, places[0].start - quote.start
    start, end = max(0, quote.start - beside), quote.end + beside
    return start + moved >= 0 and old[start:end] == new[start + moved : end + moved]


def real(file: Path, count: int, of: str, seed: int) -> list[Asked]:
    """Links into the histories of a file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    if of != "all":
        others = {file_name(one["document"]) for one in documents if half(one["document"]) != of}
        documents = [
            one for one in documents if half(one["document"]) == of and file_name(one["document"]) not in others
        ]
    each = max(1, count // (len(documents) * PAIRS))
    found: list[Asked] = []
    for document in documents:
        dice = random.Random(f"{seed} {document['document']}")
        for case in cases([document], dice, PAIRS):
            found += ask(case, list(links(case.old, case.by_steps, dice, each)), dice)
    return found


def made_up(file: Path, documents: int, seed: int) -> list[Asked]:
    found: list[Asked] = []
    for _, case, dice in made_up_cases(articles(file), documents, seed):
        found += ask(case, list(links(case.old, case.same, dice, LINKS)), dice)
    return found


def file_name(document: str) -> str:
    return document.rsplit("/", 1)[-1].split()[0]


def fold(link: Asked) -> int:
    return zlib.crc32(file_name(link.document).encode()) % FOLDS


def grown(learned: Iterable[Asked], *, free: bool = False) -> lightgbm.LGBMClassifier:
    """Trees that learned from these links; without the constraints if they are to be `free`."""
    places = [place for link in learned for place in link.places if place.right is not None]
    signs = [0 if free else (name in FOR) - (name in AGAINST) for name in Figures._fields]
    model = lightgbm.LGBMClassifier(**SETTINGS, monotone_constraints=signs)
    return model.fit(np.array([place.figures for place in places], float), np.array([place.right for place in places]))


Sure = list[tuple[float, Asked, Looked]]
"""Of links that the rules do not find, the surest place and how sure it is."""


def surest(model: lightgbm.LGBMClassifier, asked: Iterable[Asked]) -> Sure:
    found: Sure = []
    for link in asked:
        if link.found or not link.places:
            continue
        odds = model.predict_proba(np.array([place.figures for place in link.places], float))[:, 1]
        odds[[place.figures.is_theirs for place in link.places]] = 0
        at = int(odds.argmax())
        found.append((float(odds[at]), link, link.places[at]))
    return found


def report(name: str, sure: Sure) -> None:
    """What is gained and what is wrong from each probability on, by both truths."""
    asked = Counter(link.unanswered[0] for _, link, _ in sure)
    print(f"{name}: {len(sure):,} links without an answer, {asked['missed']} of them missed, {asked['gone']} gone")
    for least in SURES:
        line = []
        for by_steps in (False, True):
            outcomes = [place.by_steps if by_steps else place.outcome for odds, _, place in sure if odds >= least]
            tally = Counter(one for outcome in outcomes for one in outcome)
            line.append(f"{tally['found']:3} found, {tally['returned']:2} put back, {tally['wrong']:2} wrong")
        print(
            f"  from {least:.2f}{' (SURE)' if least == SURE else '':7}: {line[0]}; by steps alone {line[1]}", flush=True
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("histories", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--links", type=int, default=12_000, help="into real histories, about")
    parser.add_argument(
        "--documents", type=int, default=100, help="made-up histories to learn from, and as many to test by"
    )
    parser.add_argument("--half", choices=("tuned", "reported", "all"), default="all")
    parser.add_argument("--out", type=Path, default=TREES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    asked = real(options.histories, options.links, options.half, options.seed)
    invented = made_up(options.news, options.documents, options.seed)
    for name, free in (("real histories", False), ("the same without constraints", True)):
        sure: Sure = []
        for one in range(FOLDS):
            model = grown([*(link for link in asked if fold(link) != one), *invented], free=free)
            sure += surest(model, (link for link in asked if fold(link) == one))
        report(f"{name}, {FOLDS} folds of file names", sure)
    model = grown([*asked, *invented])
    report("other made-up histories", surest(model, made_up(options.news, options.documents, options.seed + 1)))
    write(options.out, "train_resolution.py", Figures._fields, model)
    gains = sorted(zip(model.booster_.feature_importance("gain"), Figures._fields, strict=True), reverse=True)
    print("gain:", ", ".join(f"{name} {gain / sum(g for g, _ in gains):.2f}" for gain, name in gains))


if __name__ == "__main__":
    main()
