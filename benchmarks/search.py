"""What searching costs in the room, in plain Whoosh, in SQLite FTS5 and in tantivy, over the same passages.

    .venv/bin/python benchmarks/search.py PASSAGES.jsonl.gz [--passages 10000 100000] [--queries 40] [--quick] [--keep FOLDER]

A line of the file is a passage, `{id, title, date, source, text}`; neighbours with one title, date and source are one article of
the room. Queries are drawn from the passages by how many passages have their words; the seed says which. Each engine is built, and
then asked, in a process of its own. Every query goes to all of them in turn, in an order drawn anew each time, so that noise falls
on all alike, and once only, so that no engine answers from memory. What counts are the ratios, each the median of what single
queries took; milliseconds depend on the machine. `--keep` keeps what is built, and measures again what is there already.

Times are CPU time, since other programs may be at work, of the page over HTTP that of the waitress server. tantivy is left out
where it is not installed: `.venv/bin/pip install -r benchmarks/requirements.txt`. Linux alone, since memory is read in /proc.
"""

import argparse
import json
import math
import os
import platform
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median

from searching.choosing import choose, survey
from searching.engines import ENGINES
from searching.passages import KINDS, Question, read
from searching.processes import Apart, Built, Page, Reply, answer, build

PLAIN, ROOM, COUNTING, PAGE = "Whoosh", "room", "room, counting", "page over HTTP"
WARMING = 5
"""Queries of each kind that are asked first and not counted: a room that is in use knows the stems of common words."""
NONE = "–"
MEASURE = "ms of CPU: median (95th percentile)"
LEAST_ALIKE = 0.2
"""Of the passages that plain Whoosh finds, the share that an engine must find for its times to be of the same query."""

Replies = dict[tuple[str, str], list[Reply]]
"""By engine and kind of query."""


def measure(asked: dict[str, Apart | Page], questions: Sequence[Question], dice: random.Random) -> Replies:
    """Ask all engines every question. The first of each kind, half of them at the most, only warm the engines up."""
    replies: Replies = defaultdict(list)
    warming, counted = [], []
    for kind in KINDS:
        own = [question for question in questions if question.kind == kind]
        few = min(WARMING, len(own) // 2)
        warming += own[:few]
        counted += own[few:]
    dice.shuffle(counted)
    for place, question in enumerate((*warming, *counted)):
        for name in dice.sample(sorted(asked), len(asked)):
            if name == PAGE or question.kind not in ENGINES[name].cannot:
                reply = asked[name].ask(question)
                if place >= len(warming):
                    replies[name, question.kind].append(reply)
    return replies


def not_asked_alike(replies: Replies, names: Sequence[str]) -> dict[tuple[str, str], str]:
    """Which engines took a kind of query for another, since they find far less than plain Whoosh does."""
    misread = {}
    for name, kind in ((name, kind) for name in names for kind in KINDS):
        own, plain = found(replies, name, kind), found(replies, PLAIN, kind)
        if own is not None and plain and own < LEAST_ALIKE * plain:
            misread[name, kind] = (
                f"{name} does not read “{kind}” as asked: it finds {own:.1f} where Whoosh finds {plain:.1f}."
            )
    return misread


def found(replies: Replies, name: str, kind: str) -> float | None:
    return mean(reply.found for reply in replies[name, kind]) if replies.get((name, kind)) else None


def built_in(folder: Path, name: str, source: Path, passages: int) -> Built:
    """What building an engine's index took, now or when it was built there."""
    figures = folder / "built.json"
    if not figures.exists():
        folder.mkdir(parents=True)
        figures.write_text(json.dumps(asdict(Apart(build, name, source, passages, folder).receive())))
    return Built(**json.loads(figures.read_text()))


def run(source: Path, passages: int, queries: int, seed: int, names: Sequence[str], keep: Path | None) -> None:
    known = survey(read(source, passages), random.Random(seed))
    if known.passages < passages:
        print(f"\n{source.name} has {known.passages:,} passages and not {passages:,}: none is used twice.")
    questions = choose(known, queries + WARMING, random.Random(seed))
    print(f"\n## {known.passages:,} passages\n")
    with tempfile.TemporaryDirectory() as temporary:
        root = keep / str(known.passages) if keep else Path(temporary)
        folders = {name: root / (ENGINES[name].built_by or name) for name in names}
        built = {name: built_in(folders[name], name, source, passages) for name in names if not ENGINES[name].built_by}
        asked: dict[str, Apart | Page] = {name: Apart(answer, name, folders[name]) for name in names}
        with ExitStack() as running:
            page = Page(folders[ROOM])
            running.callback(page.stop)
            asked[PAGE] = page
            before = os.getloadavg()[0]
            replies = measure(asked, questions, random.Random(seed))
            load = f"Load while asking: {before:.1f} at the beginning, {os.getloadavg()[0]:.1f} at the end."
            ended = {name: one.close() for name, one in asked.items()}
    report(replies, built, ended, known.passages)
    print(f"\n{load}")


# Tables


def report(replies: Replies, built: dict[str, Built], ended: dict[str, tuple[int, int]], passages: int) -> None:
    names = [name for name in ended if name != PAGE]
    misread = not_asked_alike(replies, names)
    kinds = [kind for kind in KINDS if replies.get((PLAIN, kind))]

    def typical(name: str, kind: str) -> float | None:
        """Milliseconds, if the engine has that kind of query."""
        own = replies.get((name, kind))
        return 1000 * median(reply.cpu for reply in own) if own and (name, kind) not in misread else None

    def slowest(name: str, kind: str) -> float:
        own = sorted(reply.cpu for reply in replies[name, kind])
        return 1000 * own[math.ceil(0.95 * len(own)) - 1]

    def times(name: str, kind: str) -> str:
        own = typical(name, kind)
        return NONE if own is None else f"{own:.2f} ({slowest(name, kind):.2f})"

    def ratio(name: str, other: str, kind: str) -> str:
        """Of each query for itself, since one that finds much takes long everywhere."""
        if typical(name, kind) is None or typical(other, kind) is None:
            return NONE
        pairs = zip(replies[name, kind], replies[other, kind], strict=True)
        return f"{median(own.cpu / others.cpu for own, others in pairs):.2f}"

    def count(name: str, kind: str) -> str:
        own = found(replies, name, kind)
        return NONE if own is None else f"{own:,.1f}"

    for title, cell in (
        (f"Ten passages, {MEASURE}; in the first column how many queries", times),
        ("Times the time of plain Whoosh", lambda name, kind: ratio(name, PLAIN, kind)),
        ("Times the time of the room", lambda name, kind: ratio(name, ROOM, kind)),
        ("Passages found, mean", count),
    ):
        asked = [f"{kind} ({len(replies[PLAIN, kind])})" for kind in kinds]
        rows = [[first, *(cell(name, kind) for name in names)] for first, kind in zip(asked, kinds, strict=True)]
        table(title, ["", *names], rows)
    for line in misread.values():
        print(line)

    rows = []
    for kind in (kind for kind in kinds if (ROOM, kind) not in misread):
        pages = replies[PAGE, kind]
        clock, size = 1000 * median(page.wall for page in pages), median(page.shown for page in pages) / 1000
        ratios = ratio(PAGE, COUNTING, kind), ratio(PAGE, PLAIN, kind)
        rows.append([kind, times(PAGE, kind), *ratios, f"{clock:.1f}", f"{size:.0f}"])
    head = ["", "page", "× search", "× Whoosh’s search", "ms by the clock", "kB"]
    table(f"The whole page over HTTP, up to three passages of ten articles, {MEASURE}", head, rows)

    rows, plain = [], built[PLAIN]
    for name, one in built.items():
        building = f"{one.cpu:.1f}", f"{one.wall:.1f}", f"{passages / one.cpu:,.0f}", f"{one.cpu / plain.cpu:.2f}"
        on_disk = f"{one.size / 1e6:.1f}", f"{one.size / plain.size:.2f}"
        rows.append([name, *building, *on_disk, f"{one.peak / 1e6:.0f}", f"{ended[name][0] / 1e6:.0f}"])
    rows.append([f"{PAGE}, served", *[NONE] * 7, f"{ended[PAGE][0] / 1e6:.0f}"])
    head = ["", "CPU s", "s", "passages a CPU s", "× Whoosh", "MB on disk", "× Whoosh", "MB building", "MB answering"]
    table("Building; memory is the most that the process that builds had, and the one that answers", head, rows)
    for name, (_, cut_short) in ended.items():
        if cut_short:
            print(f"{name}: {cut_short} answers ended with the time allowed.")


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    print(f"\n{title}:\n")
    for row in (head, ["-" * width for width in widths], *rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")


def machine() -> str:
    information = Path("/proc/cpuinfo")
    models = re.findall(r"model name\s*:\s*(.+)", information.read_text()) if information.exists() else []
    processor = models[0] if models else platform.machine()
    return f"{os.cpu_count()} × {processor}, {platform.system()}, {platform.python_implementation()} {platform.python_version()}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, metavar="PASSAGES.jsonl.gz")
    parser.add_argument(
        "--passages", type=int, nargs="+", default=[10_000], metavar="N", help="how many, once for each number"
    )
    parser.add_argument("--queries", type=int, default=40, metavar="N", help="of each kind")
    parser.add_argument("--quick", action="store_true", help="2,000 passages, 5 queries of each kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to keep what is built, and to look for it")
    options = parser.parse_args()
    if not options.source.is_file():
        parser.error(f"{options.source} is no file. Name one with a passage on each line.")
    if min(*options.passages, options.queries) < 1:
        parser.error("Give at least one passage and one query.")
    if options.quick:
        options.passages, options.queries = [2_000], 5
    names = list(ENGINES)
    if not find_spec("tantivy"):
        names.remove("tantivy")
        print("tantivy is left out; it comes with: .venv/bin/pip install -r benchmarks/requirements.txt")
    print(f"{machine()}; seed {options.seed}")
    for passages in options.passages:
        run(options.source, passages, options.queries, options.seed, names, options.keep)


if __name__ == "__main__":
    main()
