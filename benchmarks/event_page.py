"""What the page of an event of many accounts costs, cold and warm, beside the page of one of its articles.

    .venv/bin/python benchmarks/event_page.py [--accounts 50] [--passages 40] [--times 5]

The room is made up in a folder of its own: accounts have names that differ, numbers in two of five sentences, outlets that they
cite, and some sentences that others have too; each tenth is a copy of another. Times are CPU time of a request, the answer read to
its end. Cold is the first request to a room that was opened just now, with templates to compile; warm the median of those after
it. What counts are the ratios.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))

from app import create_app  # the room is not installed, but lies beside this folder
from reading_room.ingest import ingest
from reading_room.room import Room

OUTLETS = 25
RULERS = ("the harbour board", "the port authority", "the quay regime", "the wharf committee", "harbour officials")
CROWDS = ("protesters", "strikers", "rioters", "dock workers", "demonstrators", "agitators")
COUNTED = ("barges", "arrests", "shots", "dead", "wounded", "cranes", "crates", "tents", "boats", "marchers")
BOUNDS = ("", "at least ", "more than ", "about ", "fewer than ")
SAID = (
    "The Quay News {n} reported that",
    "According to Quay News {n},",
    "A clerk told Quay News {n} that",
    "A guard said",
)
PLACES = (
    "at the northern mole",
    "beside the customs house",
    "in the fish market",
    "under the swing bridge",
    "on pier four",
)
EVENT = """---
name: The strike at the docks
when: {from: 2001-05-01, to: 2001-05-20}
where: The harbour
parties:
  - name: The harbour board
    called: [{CALLED_RULERS}]
  - name: The strikers
    called: [{CALLED_CROWDS}]
---
"""


def sentence(draw: random.Random, cited: Sequence[int]) -> str:
    """Of somebody who is cited, in one of six; the last word is no other sentence's."""
    said = draw.choice(SAID).format(n=draw.choice(cited)) if draw.random() < 1 / 6 else "A guard said that"
    end = f"for bread and {draw.getrandbits(40):x}."
    crowd, place, rulers = draw.choice(CROWDS), draw.choice(PLACES), draw.choice(RULERS)
    if draw.random() < 0.6:
        return f"{said} {crowd} {place} asked {rulers} {end}"
    number = f"{draw.choice(BOUNDS)}{draw.randrange(2, 900)} {draw.choice(COUNTED)}"
    days = f" over {draw.randrange(2, 15)} days" if draw.random() < 0.2 else ""
    when = f" on {draw.randrange(1, 31)} May 2001" if draw.random() < 0.5 else ""
    return f"{said} {number} were counted{days} by {rulers}{when}, while {crowd} {place} waited {end}"


def write_room(folder: Path, accounts: int, passages: int) -> None:
    draw = random.Random(7)
    common = [sentence(draw, range(OUTLETS)) for _ in range(20)]
    body = ""
    (folder / "articles").mkdir(parents=True)
    (folder / "events").mkdir()
    called: dict[str, list[str]] = {"CALLED_RULERS": [], "CALLED_CROWDS": []}
    for number in range(accounts):
        slug, outlet = f"account-{number:03}", number % OUTLETS
        cited = draw.sample(range(OUTLETS), 3)
        if number % 10 != 9:  # else the body of the one before
            body = "\n\n".join(
                " ".join(draw.choice(common) if draw.random() < 0.05 else sentence(draw, cited) for _ in range(3))
                for _ in range(passages)
            )
        head = f"title: Strike report {number}\noutlet: quay-{outlet}\npublished: 2001-05-{number % 28 + 1:02}\n"
        head += f"published_basis: printed\nurl: https://example.org/{slug}\nlanguage: en\ntext: complete\n"
        head += "accounts: [{event: strike}]\n"
        (folder / "articles" / f"{slug}.md").write_text(f"---\n{head}---\n{body}\n", "utf-8")
        for key, names in (("CALLED_RULERS", RULERS), ("CALLED_CROWDS", CROWDS)):
            term = next((name for name in names if name in body), None)
            called[key] += [f"{{term: {term}, article: {slug}}}"] if term else []
    event = EVENT
    for key, those in called.items():
        event = event.replace(f"{{{key}}}", ", ".join(those))
    (folder / "events" / "strike.md").write_text(event, "utf-8")
    outlets = "".join(f"quay-{number}: {{name: Quay News {number}}}\n" for number in range(OUTLETS))
    (folder / "outlets.yaml").write_text(outlets, "utf-8")
    (folder / "names.yaml").write_text("pier-four:\n  kind: place\n  names: {en: [pier four, fourth pier]}\n", "utf-8")


def seconds(corpus: Path, index: Path, paths: list[str], times: int) -> Iterator[tuple[str, float, float, int]]:
    """For each path: cold, warm, bytes; each in an application opened anew."""
    for path in paths:
        client = create_app({"CORPUS": corpus, "INDEX": index}).test_client()
        assert client.get("/readyz").status_code == 200
        took = []
        for _ in range(times + 1):
            began = time.process_time()
            answer = client.get(path)
            took.append(time.process_time() - began)
            assert answer.status_code == 200, f"{path}: {answer.status_code}"
        yield path, took[0], median(took[1:]), len(answer.data)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--accounts", type=int, default=50)
    options.add_argument("--passages", type=int, default=40)
    options.add_argument("--times", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_room(folder / "corpus", chosen.accounts, chosen.passages)
        began = time.process_time()
        ingest(Room(folder / "corpus", folder / "index"))
        print(f"{chosen.accounts} accounts of {chosen.passages} passages; ingest {time.process_time() - began:.1f} s\n")
        paths = ["/a/account-000", "/event/strike", "/event/strike/figures", "/event/strike.json"]
        measured = list(seconds(folder / "corpus", folder / "index", paths, chosen.times))
        print("| page | cold | warm | warm, of an article’s | kB |\n|---|---|---|---|---|")
        for path, cold, warm, size in measured:
            ratio = warm / measured[0][2]
            print(f"| {path} | {1000 * cold:.0f} ms | {1000 * warm:.0f} ms | {ratio:.1f} | {size / 1000:.0f} |")


if __name__ == "__main__":
    main()
