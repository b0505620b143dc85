"""Writes trees that LightGBM grew into a file that the room reads (reading_room/model/trees.py)."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lightgbm


def nodes(tree: dict[str, Any], slope: float) -> list[list[float]]:
    """A tree as `Tree` says, from its root on, its leaves times `slope`."""
    found: list[list[float]] = []

    def add(node: dict[str, Any]) -> int:
        place = len(found)
        found.append([])
        if "split_feature" in node:
            left, right = add(node["left_child"]), add(node["right_child"])
            found[place] = [node["split_feature"], round(node["threshold"], 5), left, right]
        else:
            found[place] = [-1, round(slope * node["leaf_value"], 4), 0, 0]
        return place

    add(tree)
    return found


def write(
    file: Path, by: str, features: Sequence[str], grown: lightgbm.LGBMClassifier, slope: float = 1.0, base: float = 0.0
) -> None:
    """The trees, which give `slope` times the odds that were grown, and `base`."""
    trees = [nodes(tree["tree_structure"], slope) for tree in grown.booster_.dump_model()["tree_info"]]
    if base:
        trees.append([[-1, round(base, 4), 0, 0]])
    made = {"grown by": f"benchmarks/{by}", "features": features, "trees": trees}
    file.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")
