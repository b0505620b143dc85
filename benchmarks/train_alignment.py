"""Grows the trees that aligning asks for a confidence, and writes reading_room/comparing/pairs/alignment.json:

    .venv/bin/python benchmarks/train_alignment.py ../shared/data/alignment-ecb-train-dev.jsonl.gz

News sentences with known answers (ECB+) come in documents of some three sentences, nearly all of them on one happening.
Accounts are longer and tell of many. So the trees also learn from documents laid together at random and sprinkled with names that
they all have, as a room has them that is about one place.
"""

import random
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import lightgbm
import numpy as np
from comparing_alignment import Judged, Known, average_precision, calibration_error, read, recall_at, version
from growing import write
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from reading_room.comparing.pairs.aligning import TREES, text
from reading_room.comparing.pairs.likeness import FEATURES, Likeness
from reading_room.comparing.pairs.told import NameBook, Text
from reading_room.model.analysis import Analysis, Sentence
from reading_room.model.results import Span

FREE = ("sentences", "first", "length")
"""More of every figure speaks for a pair, but for these, so that the trees learn no quirk of the set."""
SETTINGS = {
    "n_estimators": 80, "num_leaves": 8, "learning_rate": 0.08, "min_child_samples": 80, "subsample": 0.7, "subsample_freq": 1,
    "colsample_bytree": 0.6, "reg_lambda": 5, "verbose": -1, "n_jobs": 1, "random_state": 7, "deterministic": True,
    "monotone_constraints": [0 if feature in FREE else 1 for feature in FEATURES],
}  # fmt: skip
FOLDS = 6
PLAIN, LAID, FOREIGN = range(3)
"""Pairs of two documents of a topic; of documents laid together; of two topics, in which nothing is the same."""
SHARES = {PLAIN: 0.5, LAID: 0.4, FOREIGN: 0.1}
"""How much each kind counts."""
FOREIGN_PAIRS = 0.05
"""The share of pairs of documents of two topics that are learned from."""
LAID_PAIRS = 700
OVERLAPS = (0.1, 0.25, 0.5)
"""How many of the happenings of one such text are also in the other."""

Marked = tuple[Text, list[frozenset[str]]]
"""A text, and the facts of each of its sentences."""


class Rows:
    """What is learned from: the figures of each pair, whether it is right, its topic (to fold by) and its kind."""

    def __init__(self) -> None:
        self.found: list[tuple[tuple[float, ...], bool, int, int]] = []

    def add(self, left: Marked, right: Marked, topic: int, kind: int) -> None:
        (one, facts), (other, facts_of_other) = left, right
        if one.sentences and other.sentences:
            likeness = Likeness(one, other)
            cosines = likeness.candidates()
            for (a, b), figures in zip(cosines, likeness.features(cosines, cosines), strict=True):
                self.found.append((figures, not facts[a].isdisjoint(facts_of_other[b]), topic, kind))

    def arrays(self) -> tuple[np.ndarray, ...]:
        return tuple(np.array(column) for column in zip(*self.found, strict=True))


def main(path: Path) -> None:
    rows, same, topic, kind = collected(read(path, "train"))
    weights = weighed(topic, kind)
    odds = np.zeros(len(same))
    for learn, tell in GroupKFold(FOLDS).split(rows, same, topic % FOLDS):
        grown = lightgbm.LGBMClassifier(**SETTINGS).fit(rows[learn], same[learn], sample_weight=weights[learn])
        odds[tell] = grown.predict(rows[tell], raw_score=True)
    of_topics = kind == PLAIN
    sureness = LogisticRegression(C=1e6).fit(odds[of_topics, None], same[of_topics])
    slope, base = float(sureness.coef_[0, 0]), float(sureness.intercept_[0])
    odds = slope * odds + base
    print(f"surer by their own topics than by others: the logarithm of the odds × {slope:.3f} + {base:.3f}")
    for name, of in (("documents of a topic", kind == PLAIN), ("documents laid together", kind == LAID)):
        judged: Judged = list(zip((1 / (1 + np.exp(-odds[of]))).tolist(), same[of].tolist(), strict=True))
        print(
            f"{name}, {FOLDS} folds of topics: {len(judged):,} pairs, {same[of].mean():.2f} right, "
            f"average precision {average_precision(judged):.3f}, recall at precision 0.9 {recall_at(judged, 0.9):.3f}, "
            f"calibration error {calibration_error(judged):.3f}"
        )
    grown = lightgbm.LGBMClassifier(**SETTINGS).fit(rows, same, sample_weight=weights)
    write(TREES, "train_alignment.py", FEATURES, grown, slope, base)
    gains = sorted(zip(grown.booster_.feature_importance("gain"), FEATURES, strict=True), reverse=True)
    print("gain:", ", ".join(f"{feature} {gain / sum(g for g, _ in gains):.2f}" for gain, feature in gains))


def collected(topics: list[Known]) -> tuple[np.ndarray, ...]:
    draw, made = random.Random(7), Rows()
    documents = [(number, known, slug) for number, known in enumerate(topics) for slug in known.documents]
    texts = {(number, slug): laid([(known, slug)]) for number, known, slug in documents}
    for (topic, _, one), (of_other, _, other) in combinations(documents, 2):
        if topic == of_other or draw.random() < FOREIGN_PAIRS:
            made.add(texts[topic, one], texts[of_other, other], topic, PLAIN if topic == of_other else FOREIGN)
    for _ in range(LAID_PAIRS):
        fold = draw.randrange(FOLDS)
        pair = two_laid(topics[fold::FOLDS], draw)
        if all(pair):
            names = {f"={number}": draw.uniform(1.5, 4.5) for number in range(draw.randint(2, 6))}
            left, right = (sprinkled(laid(documents_of_one), names, draw) for documents_of_one in pair)
            made.add(left, right, fold, LAID)
    return made.arrays()


def two_laid(topics: list[Known], draw: random.Random) -> tuple[list[tuple[Known, str]], list[tuple[Known, str]]]:
    """Documents of several happenings, and others of some of the same happenings and of further ones."""
    happenings: dict[str, list[tuple[Known, str]]] = {}
    for known in topics:
        for slug in known.documents:
            happenings.setdefault(known.happening[slug], []).append((known, slug))
    chosen = draw.sample(sorted(happenings), draw.randint(2, len(happenings)))
    further = sorted(happenings.keys() - set(chosen))
    overlap = draw.choice(OVERLAPS)
    one, other = [], []
    for happening in chosen:
        first, *rest = draw.sample(happenings[happening], min(len(happenings[happening]), draw.randint(2, 4)))
        one.append(first)
        if draw.random() < overlap:
            other += rest
        elif further:
            other += draw.sample(happenings[draw.choice(further)], 1)
    draw.shuffle(other)
    return one, other


def laid(documents: list[tuple[Known, str]]) -> Marked:
    """Documents one after the other as if they were one account."""
    sentences = [(name, t, known.facts[name]) for known, slug in documents for name, t in known.documents[slug].items()]
    whole = tuple(Sentence(name, Span(0, len(t))) for name, t, _ in sentences)
    made = text(
        version("account", [(name, t) for name, t, _ in sentences]), Analysis("account", 1, whole), NameBook({})
    )
    facts = {name: of for name, _, of in sentences}
    return made, [facts[told.said.passage] for told in made.sentences]


def sprinkled(of: Marked, names: dict[str, float], draw: random.Random) -> Marked:
    """The text with these names all over it."""
    shares = {name: draw.uniform(0.15, 0.6) for name in names}
    sentences = []
    for one in of[0].sentences:
        more = {name: weight for name, weight in names.items() if draw.random() < shares[name]}
        sentences.append(
            replace(
                one,
                terms={**one.terms, **more},
                names=one.names | more.keys(),
                grams=one.grams | more.keys(),
            )
        )
    return Text(sentences), of[1]


def weighed(topic: np.ndarray, kind: np.ndarray) -> np.ndarray:
    """So that neither the largest topics nor the pairs of one kind say most."""
    which, counts = np.unique(topic * len(SHARES) + kind, return_inverse=True, return_counts=True)[1:]
    weights = counts[which] ** -0.5
    for one, share in SHARES.items():
        weights[kind == one] *= share / weights[kind == one].sum()
    return weights / weights.mean()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
