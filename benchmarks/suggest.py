"""What suggestions cost while somebody types, from the first letter after a room was opened, and whether what was meant is offered.

    .venv/bin/python benchmarks/suggest.py PASSAGES.jsonl.gz [--passages 10000] [--typed 200] [--openings 5] [--room FOLDER]

`/suggest` is asked through the application, without a network, for the beginnings of words and of two words of the passages. What
comes first is measured in a new process each time, where nothing is at hand. SQLite is asked for the same: titles by LIKE, words by
their number of passages in fts5vocab. The ratios to it, and to a search for the whole word, are what counts; milliseconds depend
on the machine. Words of the passages with a mistake in them are held against Whoosh’s own corrector, over the same words.

The room is built in the folder, or taken from there if it has one: building 100,000 passages takes minutes.
"""

import argparse
import math
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any

from searching.choosing import Survey, choose, survey
from searching.engines import RoomEngine
from searching.passages import Passage, read
from searching.processes import ROOT, Apart, build
from whoosh.lang.porter2 import stem

SHOWN = 10
MOST_OFFERED = 3
MOST_MISTYPED = 40
"""Whoosh’s corrector takes about a second for each."""
LETTERS = (2, 3, 4, 6)
"""Of each word, how many are typed."""
NONE = "–"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of CPU and by the clock."""

    cpu: float
    wall: float


def timed(work: Callable[[], Any]) -> Took:
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Took(time.process_time() - cpu, time.perf_counter() - wall)


def asking(folder: Path) -> tuple[Callable[[str], Any], Callable[[str], Any], Callable[[str], Any]]:
    """What asks a room for suggestions, for a search, and for a search with the offers beside it."""
    from app import create_app
    from reading_room.model.query import parse
    from reading_room.web.state import EXTENSION

    app = create_app({"CORPUS": folder / "corpus", "INDEX": folder / "index"})
    library, client = app.extensions[EXTENSION].library(), app.test_client()
    return (
        lambda typed: client.get("/suggest", query_string={"q": typed}).get_json(force=True),
        lambda text: library.search(parse(text)),
        lambda text: library.offers(library.search(parse(text))),
    )


def opened(name: str, folder: Path, first: str, parent: Connection) -> None:
    """In a new process: open the room, then ask for what `name` says, twice."""
    sys.path.insert(0, str(ROOT))
    kept: list[Any] = []
    opening = timed(lambda: kept.extend(asking(folder)))
    suggest, search, offer = kept
    ask = {"suggest": suggest, "search": search, "offers": offer}[name]
    parent.send((opening, timed(lambda: ask(first)), timed(lambda: ask(first))))


def in_use(name: str, folder: Path, typed: list[str], words: list[str], parent: Connection) -> None:
    """In a new process: ask for all that is typed, and search for the whole words, the first of each uncounted."""
    sys.path.insert(0, str(ROOT))
    suggest, search, _ = asking(folder)
    suggest(typed[0])
    search(words[0])
    parent.send(([timed(partial(suggest, one)) for one in typed], [timed(partial(search, one)) for one in words]))


def respelled(name: str, folder: Path, mistyped: list[tuple[str, str]], parent: Connection) -> None:
    """In a new process: what `name` offers for each mistyped word, and what that takes; the first uncounted."""
    sys.path.insert(0, str(ROOT))
    from reading_room.model.query import parse
    from reading_room.room import Room

    index: Any = Room(folder / "corpus", folder / "index").library().index

    def room(word: str) -> list[str]:
        found = index.respellings(parse(word), index.seconds)
        return [part.text for one in found for part in one.instead]

    with index._searchers.one() as searcher:
        corrector = searcher.reader().corrector("text_forms")
        offer = room if name == "room" else lambda word: corrector.suggest(word, limit=MOST_OFFERED, maxdist=2)
        offer(mistyped[0][1])
        offered: list[list[str]] = []
        took = [timed(lambda word=word: offered.append(offer(word))) for _, word in mistyped]  # type: ignore[misc]
    ranks = [[stem(one.casefold()) for one in found] for found in offered]
    meant = [stem(word) for word, _ in mistyped]
    first = sum(one[:1] == [word] for one, word in zip(ranks, meant, strict=True))
    among = sum(word in one for one, word in zip(ranks, meant, strict=True))
    parent.send((took, first, among))


def mistakes(known: Survey, count: int, dice: random.Random) -> list[tuple[str, str]]:
    """Words of ten passages or more, and the same with one mistake that is no other word of the passages."""
    words = sorted(known.forms[one] for one, passages in known.having.items() if one and passages >= 10)
    found = []
    while len(found) < count:
        word = dice.choice(words)
        at, letter = dice.randrange(len(word) - 1), dice.choice("aeioulnrstdm")
        turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        left_out, added, changed = (
            word[:at] + rest for rest in (word[at + 1 :], letter + word[at:], letter + word[at + 1 :])
        )
        typed = dice.choice((turned, left_out, added, changed))
        if len(word) >= 5 and typed != word and stem(typed) not in known.having:
            found.append((word, typed))
    return found


def sqlite(passages: Iterator[Passage]) -> Callable[[str], Any]:
    """Titles and words by their beginnings, as SQLite has them without anything made for it."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize='unicode61')")
    database.execute("CREATE TABLE titles (title TEXT PRIMARY KEY)")
    for one in passages:
        database.execute("INSERT INTO passages VALUES (?)", (one.text,))
        database.execute("INSERT OR IGNORE INTO titles VALUES (?)", (one.title,))
    database.execute("CREATE VIRTUAL TABLE words USING fts5vocab(passages, row)")

    def ask(typed: str) -> tuple[list[Any], list[Any]]:
        last = typed.rpartition(" ")[2]
        titles = database.execute(
            "SELECT title FROM titles WHERE title LIKE ? OR title LIKE ? LIMIT ?", (f"{typed}%", f"% {typed}%", SHOWN)
        )
        words = database.execute(
            "SELECT term FROM words WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?",
            (last, last + "\U0010ffff", SHOWN),
        )
        return titles.fetchall(), words.fetchall()

    return ask


def run(source: Path, passages: int, typed: int, openings: int, seed: int, folder: Path) -> None:
    if not (folder / "index").is_dir():
        Apart(build, RoomEngine.name, source, passages, folder).receive()
    dice = random.Random(seed)
    known = survey(read(source, passages), dice)
    questions = choose(known, max(typed, openings), dice)
    mistyped = [question.words[0] for question in questions if question.kind == "fuzzy"]
    whole = [question.words for question in questions if question.kind in ("rare word", "common word", "AND")]
    words = [" ".join(dice.choice(whole)) for _ in range(typed)]
    beginnings = [word[: word.rfind(" ") + 1 + dice.choice(LETTERS)] for word in words]
    print(f"\n## {passages:,} passages\n\nMilliseconds of CPU, median (95th percentile), and the most by the clock:\n")

    ask = sqlite(read(source, passages))
    plain = [timed(partial(ask, one)) for one in beginnings]
    suggested, searched = Apart(in_use, "suggest", folder, beginnings, words).receive()
    rows: list[tuple[str, list[Took]]] = [
        ("SQLite: titles by LIKE, words by fts5vocab", plain),
        ("a search for the whole word", searched),
        ("/suggest, later", suggested),
    ]
    firsts = {
        "/suggest": ("suggest", beginnings),
        "word*": ("search", [f"{question.words[0]}*" for question in questions if question.kind == "prefix"]),
        "word~": ("search", [f"{word}~" for word in mistyped]),
        "nothing found, with offers": ("offers", mistyped),
    }
    opening: list[Took] = []
    for what, (name, asked) in firsts.items():
        took = [Apart(opened, name, folder, one).receive() for one in asked[:openings]]
        opening += [one for one, _, _ in took]
        rows.append((f"{what}, the first after opening", [first for _, first, _ in took]))
        if name != "suggest":
            rows.append((f"{what}, the same again", [again for _, _, again in took]))
    rows.append(("opening the room", opening))
    table([(name, took) for name, took in rows if took])

    wrong = mistakes(known, min(typed, MOST_MISTYPED), dice)
    print(
        f"\n{len(wrong)} mistyped words; how many bring a form of the word that was meant, first or among {MOST_OFFERED}:\n"
    )
    plain, first, among = Apart(respelled, "Whoosh", folder, wrong).receive()
    own, own_first, own_among = Apart(respelled, "room", folder, wrong).receive()
    print(
        f"Whoosh’s corrector: {first} first, {among} among them. The room: {own_first} first, {own_among} among them.\n"
    )
    table(
        [("Whoosh’s corrector", plain), ("a search for the whole word", searched), ("the room", own)],
        "Whoosh’s corrector",
    )


def table(rows: list[tuple[str, list[Took]]], reference_name: str = "SQLite") -> None:
    reference, search = (median(took.cpu for took in rows[at][1]) for at in (0, 1))
    cells = [["", "times", "CPU ms", "most, by the clock", f"× {reference_name}", "× a search"]]
    for name, took in rows:
        cpu = sorted(one.cpu for one in took)
        typical, slow = median(cpu), cpu[math.ceil(0.95 * len(cpu)) - 1]
        times = f"{1000 * typical:.2f} ({1000 * slow:.2f})", f"{1000 * max(one.wall for one in took):.1f}"
        cells.append(
            [
                name,
                str(len(took)),
                *times,
                *(f"{typical / other:.2f}" if other else NONE for other in (reference, search)),
            ]
        )
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in (cells[0], ["-" * width for width in widths], *cells[1:]):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, metavar="PASSAGES.jsonl.gz")
    parser.add_argument("--passages", type=int, default=10_000, metavar="N")
    parser.add_argument("--typed", type=int, default=200, metavar="N", help="beginnings that are asked for")
    parser.add_argument("--openings", type=int, default=5, metavar="N", help="new processes for each that comes first")
    parser.add_argument("--room", type=Path, metavar="FOLDER", help="where the room is, or is to be built")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if not options.source.is_file():
        parser.error(f"{options.source} is no file. Name one with a passage on each line.")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.room or Path(temporary)
        run(options.source, options.passages, options.typed, options.openings, options.seed, folder)


if __name__ == "__main__":
    main()
