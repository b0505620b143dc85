"""Trees that were grown beforehand: how they are read and asked."""

import json
from pathlib import Path

import pytest

from reading_room.model.trees import log_odds, trained

WARM, COLD = [[0, 20.0, 1, 2], [-1, -1.5, 0, 0], [-1, 2.0, 0, 0]], [[1, 0.5, 1, 2], [-1, 0.25, 0, 0], [-1, -0.25, 0, 0]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = {"grown by": "benchmarks/train_weather.py", "features": ["degrees", "rain"], "trees": [WARM, COLD]}
    path = tmp_path / "weather.json"
    path.write_text(json.dumps(made), "utf-8")
    return path


@pytest.mark.parametrize(
    ("figures", "odds"), [((10.0, 0.0), -1.25), ((20.0, 1.0), -1.75), ((20.1, 0.5), 2.25), ((30.0, 1.0), 1.75)]
)
def test_every_tree_says_what_its_leaf_says_and_the_sum_counts(
    file: Path, figures: tuple[float, float], odds: float
) -> None:
    assert log_odds(trained(file, ("degrees", "rain")), figures) == odds


def test_trees_for_other_figures_are_refused_with_who_grows_them_anew(file: Path) -> None:
    with pytest.raises(ValueError, match=r"weather\.json were grown for other figures: benchmarks/train_weather\.py"):
        trained(file, ("rain", "degrees"))
