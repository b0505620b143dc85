"""How well accounts are compared, part by part, each beside the plainest way to do it.

    .venv/bin/python benchmarks/comparing.py DATA [--only alignment|grouping|reading]

DATA is the folder of sets with known answers (../shared/data). Each part is a command of its own too, with choices of its own:
comparing_alignment.py, comparing_grouping.py, comparing_gold.py.
"""

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path

PARTS: dict[str, tuple[str, Callable[[Path], list[str]]]] = {
    "alignment": ("comparing_alignment", lambda data: [str(data / "alignment-ecb-train-dev.jsonl.gz")]),
    "grouping": (
        "comparing_grouping",
        lambda data: [
            "--news", str(data / "events-news-cluster.jsonl.gz"),
            "--twins", str(data / "alignment-ecb-train-dev.jsonl.gz"),
        ],
    ),
    "reading": ("comparing_gold", lambda data: []),
}  # fmt: skip
"""The module of each part, and what it is given of the folder. Sentences are read in the example room."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", choices=PARTS)
    given = parser.parse_args()
    for part, (module, arguments) in PARTS.items():
        if given.only in (None, part):
            importlib.import_module(module).main(arguments(given.data))


if __name__ == "__main__":
    main()
