"""What it costs to lay what was found side by side, or to list it by passages, beside the same search under its articles.

    .venv/bin/python benchmarks/arranging.py CORPUS INDEX WORD… [--times 5]

CORPUS and INDEX are the folders of a room that was ingested (`benchmarks/search.py` makes large ones of passages). Times are CPU
time of the search alone; every arrangement of every query is asked in an order drawn anew each time. What counts are the ratios.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import get_args

sys.path.insert(0, str(Path(__file__).parent.parent))

from reading_room.library import Library  # the room is not installed, but lies beside this folder
from reading_room.model.query import Arrangement, parse
from reading_room.room import Room


def milliseconds(library: Library, query: str, by: Arrangement) -> float:
    asked = replace(parse(query), by=by)
    began = time.process_time()
    library.search(asked)
    return 1_000 * (time.process_time() - began)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("index", type=Path)
    options.add_argument("query", nargs="+")
    options.add_argument("--times", type=int, default=5)
    chosen = options.parse_args()
    library = Room(chosen.corpus, chosen.index).library()
    ways: tuple[Arrangement, ...] = get_args(Arrangement)
    measured: dict[tuple[str, Arrangement], list[float]] = defaultdict(list)
    jobs = [(query, by) for query in chosen.query for by in ways]
    for query, by in jobs:
        milliseconds(library, query, by)  # a room that is in use has read what it needs once
    for _ in range(chosen.times):
        for query, by in random.sample(jobs, len(jobs)):
            measured[query, by].append(milliseconds(library, query, by))
    print(f"| query | passages | {' | '.join(f'by {by}' for by in ways)} |\n|---|---|{'---|' * len(ways)}")
    for query in chosen.query:
        total = library.search(parse(query)).results.total
        plain = median(measured[query, "article"])
        cells = (f"{median(measured[query, by]):.1f} ms ({median(measured[query, by]) / plain:.2f})" for by in ways)
        print(f"| {query} | {total:,} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
