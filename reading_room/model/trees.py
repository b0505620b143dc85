"""The odds of something by small decision trees (gradient boosting: Friedman, 2001), which were grown beforehand.

A file of trees stands beside who asks them and is written by the benchmark that grew them (benchmarks/growing.py). To ask them
takes no library.
"""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

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
def trained(file: Path, features: tuple[str, ...]) -> tuple[Tree, ...]:
    """The trees of a file for these figures, read when they are first asked; `ValueError` where they were grown for others."""
    found = json.loads(file.read_text("utf-8"))
    if tuple(found["features"]) != features:
        raise ValueError(f"The trees in {file.name} were grown for other figures: {found['grown by']} grows them anew.")
    return tuple(tuple((int(f), float(v), int(a), int(b)) for f, v, a, b in tree) for tree in found["trees"])
