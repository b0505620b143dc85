"""What a comparison of four accounts costs, cold and warm, beside the page of one of its articles, and what long articles cost.

    .venv/bin/python benchmarks/compare_page.py [--passages 40] [--rows 0] [--long 2000] [--times 9]

Four accounts of one event, each of `--passages` passages with two sentences: they share wording, numbers, names and dates in many
sentences, so that there is much to pair and to note; the keeper has `--rows` rows with words of three of them; and two articles
of `--long` passages. Times are CPU time of a request, the
answer read to its end. Cold is the first request to a room that was opened just now, with templates to compile and pairs to find;
warm the median of those after it. What counts are the ratios.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from event_page import (
    BOUNDS,
    COUNTED,
    CROWDS,
    PLACES,
    RULERS,
    seconds,
)  # the room is not installed, but lies beside this folder

from reading_room.ingest import ingest
from reading_room.room import Room

ACCOUNTS = ("post", "news", "voice", "herald")
ANSWERING = 3
"""Accounts of which the keeper placed words in a row; the machine looks for those of the rest."""
DEEDS = ("were arrested", "were wounded", "were rescued", "were evacuated", "were destroyed", "were seized")
SAID = (
    "A guard said that",
    "Mayor Anna Kell said that",
    "According to the harbour office,",
    "The fire chief, Tom Brandt, said",
)
ENDS = (
    "before dawn",
    "when the dam gates opened",
    "after two days of rain",
    "while the lamps were lit",
    "as the ferry left",
)


def fact(draw: random.Random) -> dict[str, str]:
    return {
        "number": str(draw.randrange(2, 900)),
        "counted": draw.choice(COUNTED),
        "deed": draw.choice(DEEDS),
        "place": draw.choice(PLACES),
        "end": draw.choice(ENDS),
        "day": str(draw.randrange(1, 21)),
    }


def told(draw: random.Random, of: dict[str, str]) -> str:
    """A fact as one account puts it: a guard or somebody else says it, in one order or the other."""
    number = f"{draw.choice(BOUNDS)}{of['number']} {of['counted']}"
    said, crowd, rulers = draw.choice(SAID), draw.choice(CROWDS), draw.choice(RULERS)
    if draw.random() < 0.5:
        return f"{said} {number} {of['deed']} {of['place']} {of['end']} on {of['day']} May 2001, {crowd} told {rulers}."
    return f"On {of['day']} May 2001 {number} {of['deed']} {of['end']} {of['place']}, {rulers} told {crowd}."


def write_article(folder: Path, slug: str, day: int, passages: list[str], event: str) -> None:
    head = f"title: Report of {slug}\noutlet: {slug}\npublished: 2001-05-{day:02}\npublished_basis: printed\n"
    head += f"url: https://example.org/{slug}\nlanguage: en\ntext: complete\n{event}"
    (folder / "articles" / f"{slug}.md").write_text(f"---\n{head}---\n" + "\n\n".join(passages) + "\n", "utf-8")


def keepers_rows(answers: list[list[str]], count: int) -> str:
    """As they stand in the event's file: each has a sentence of three accounts, and each fact is asked for again and again."""
    rows = []
    for number in range(count):
        cells = (
            f"      - {{article: {slug}, exact: {json.dumps(exact)}, speaker: the writer}}\n"
            for slug, exact in list(zip(ACCOUNTS, answers[number % len(answers)], strict=True))[:ANSWERING]
        )
        rows.append(f"  - id: row-{number}\n    question: What happened?\n    cells:\n{''.join(cells)}")
    return f"rows:\n{''.join(rows)}" if rows else ""


def write_room(folder: Path, passages: int, rows: int, long: int) -> None:
    draw = random.Random(11)
    (folder / "articles").mkdir(parents=True)
    (folder / "events").mkdir()
    slugs = [*ACCOUNTS, "long-one", "long-other"]
    (folder / "outlets.yaml").write_text("".join(f"{slug}: {{name: The {slug}}}\n" for slug in slugs), "utf-8")
    facts = [fact(draw) for _ in range(2 * passages)]
    answers: list[list[str]] = [[] for _ in facts]
    for day, slug in enumerate(ACCOUNTS, start=21):
        order = draw.sample(range(len(facts)), len(facts))
        said = [told(draw, facts[one]) for one in order]
        for one, words in zip(order, said, strict=True):
            answers[one].append(words)
        body = [f"{one} {other}" for one, other in zip(said[::2], said[1::2], strict=True)]
        write_article(folder, slug, day, body, "accounts: [{event: strike}]\n")
    event = "---\nname: The strike at the docks\nwhen: {from: 2001-05-01, to: 2001-05-20}\nwhere: The harbour\n"
    (folder / "events" / "strike.md").write_text(f"{event}{keepers_rows(answers, rows)}---\n", "utf-8")
    many = [fact(draw) for _ in range(2 * long)]
    for day, slug in enumerate(slugs[len(ACCOUNTS) :], start=25):
        body = [f"{told(draw, one)} {told(draw, other)}" for one, other in zip(many[::2], many[1::2], strict=True)]
        write_article(folder, slug, day, body, "")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--passages", type=int, default=40)
    options.add_argument("--rows", type=int, default=0)
    options.add_argument("--long", type=int, default=2000)
    options.add_argument("--times", type=int, default=9)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_room(folder / "corpus", chosen.passages, chosen.rows, chosen.long)
        began = time.process_time()
        ingest(Room(folder / "corpus", folder / "index"))
        took = time.process_time() - began
        print(
            f"4 accounts of {chosen.passages} passages in {chosen.rows} rows, 2 of {chosen.long}; ingest {took:.1f} s\n"
        )
        accounts = "&".join(f"a={slug}" for slug in ACCOUNTS)
        four = [f"/event/strike/compare?{accounts}", f"/event/strike/compare.json?{accounts}&pairs=1"]
        long = "a=long-one&a=long-other"
        paths = ["/a/post", *four, f"/compare?{long}", f"/compare.json?{long}&pairs=1"]
        measured = [*seconds(folder / "corpus", folder / "index", paths[:3], chosen.times)]
        if chosen.long:
            measured += seconds(folder / "corpus", folder / "index", paths[3:], 1)
        print("| page | cold | warm | warm, of an article’s | kB |\n|---|---|---|---|---|")
        for path, cold, warm, size in measured:
            ratio = warm / measured[0][2]
            print(f"| {path} | {1000 * cold:.0f} ms | {1000 * warm:.0f} ms | {ratio:.1f} | {size / 1000:.0f} |")


if __name__ == "__main__":
    main()
