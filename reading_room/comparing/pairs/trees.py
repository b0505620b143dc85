"""The odds of something by small decision trees (gradient boosting: Friedman, 2001), which were grown beforehand.

benchmarks/train_alignment.py grows them and writes `alignment.json`; to ask them takes no library.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("alignment.json")

Tree = tuple[tuple[int, float, int, int], ...]
"""Nodes, the root first: which figure, up to which value the left branch is taken, and the places of both branches.
A leaf has −1 for the figure and its value in the second place."""


def log_odds(trees: Sequence[Tree], figures: Sequence[float]) -> float:
    """The sum of the leaves that these figures lead to: the logarithm of the odds."""
    total = 0.0
    for tree in trees:
        figure, value, left, right = tree[0]
        while figure >= 0:
            figure, value, left, right = tree[left if figures[figure] <= value else right]
        total += value
    return total


@cache
def trained(features: tuple[str, ...]) -> tuple[Tree, ...]:
    """The trees for these figures, read when two accounts are first compared; `ValueError` where they were grown for others."""
    found = json.loads(FILE.read_text("utf-8"))
    if tuple(found["features"]) != features:
        raise ValueError("The trees were grown for other figures: benchmarks/train_alignment.py grows them anew.")
    return tuple(tuple((int(f), float(v), int(a), int(b)) for f, v, a, b in tree) for tree in found["trees"])
