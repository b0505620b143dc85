"""Queries that nobody should send: soups of operators and of Unicode, real queries mutated.

`python -m tests.hostile` asks many. Each goes the whole way, parse, search, marking and template, and must be answered with a page,
within the time allowed for a search and what it takes to write the page: of CPU, since others may be at work on the machine.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from flask.testing import FlaskClient

from app import create_app
from reading_room.ingest import ingest
from reading_room.model.query.syntax import FIELD_NAMES, TABLE
from reading_room.room import Room
from tests.conftest import FILES

REAL = [row.example for row in TABLE] + [
    "bridge carts", "the", '"of the"', "to be or not to be", "الجسر", "мост", "帕尔米拉 city", "mayor opened the harbour bridge",
    "https://example.org/harbour?a=(b)&c=[d]#e", "carts speaker:“office of works”", "mentions:2001 (bridge OR speaker:mayor)",
    "speaker:(ferrymen OR المهندسون) -mentions:2001-05-03", "10.000,50 €", "c++ AND .net", "it's o’clock", "date:[a to b]", "x~2/9",
    "NOT NOT NOT", "! ANDNOT REQUIRE ^]", "bri* OR car*", "bridg~ NOT (carts OR queue)",
]  # fmt: skip
OPERATORS = [
    "OR", "AND", "NOT", "-", "+", "=", "(", ")", '"', "“", "”", "«", "~", "~2", "~999999999", "*", "?", "^3", ":", "[", "]", "{",
    "}", "/", "\\", "|", "&&", "!", *(f"{name}:" for name in FIELD_NAMES), "2016", "a", "the", "bridge", "cart",
]  # fmt: skip
STRANGE = (
    "\u202e\u2066\u200b\u200d\ufeff\x00\x07\ud800\u0301\u0670\u0640\U0001f600\U0001f1f8\U0001f1fe"
    "\u0e33\u1160\ufdfa\u3000\u2028ßİıſﬃ½²٣"
)
ALLOWED = 1.0
"""Seconds that a search may take."""
PAGE = 0.5
"""Seconds that may be added for the page."""


def queries(seed: int) -> Iterator[str]:
    """Hostile queries without end, the same ones for the same seed."""
    chance = random.Random(seed)
    kinds = (_operators, _unicode, _mutated, _mutated, _repeated, _joined)
    while True:
        yield chance.choice(kinds)(chance)


def _operators(chance: random.Random) -> str:
    return chance.choice(["", " "]).join(chance.choices(OPERATORS, k=chance.randint(1, 40)))


def _unicode(chance: random.Random) -> str:
    def point() -> str:
        return chance.choice(STRANGE) if chance.random() < 0.4 else chr(chance.randrange(0x110000))

    return "".join(point() for _ in range(chance.randint(1, 60)))


def _mutated(chance: random.Random) -> str:
    letters = list(chance.choice(REAL))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(letters) + 1)
        match chance.randrange(3):
            case 0:
                letters[at:at] = chance.choice([*OPERATORS, *STRANGE])
            case 1:
                del letters[at : at + chance.randint(1, 4)]
            case _:
                letters[at:at] = letters[: chance.randint(1, 20)]
    return "".join(letters)


def _repeated(chance: random.Random) -> str:
    """Up to some 10,000 characters of one thing."""
    part = chance.choice([*OPERATORS, *REAL, *STRANGE, "a", "the "])
    return part * chance.randint(1, max(1, 10_000 // len(part)))


def _joined(chance: random.Random) -> str:
    return chance.choice([" ", " OR ", " -", " NOT ", ") ("]).join(chance.choices(REAL, k=chance.randint(2, 12)))


class Answer(NamedTuple):
    """What is wrong with an answer, nothing if it is a page and came in time; and the seconds of CPU that it took."""

    wrong: str
    seconds: float


def ask(client: FlaskClient, query: str) -> Answer:
    began = time.thread_time()
    try:
        answer = client.get("/search", query_string={"q": query.encode("utf-8", "replace").decode()})
    except Exception as error:  # an exception of any kind is what is looked for
        return Answer(f"{type(error).__name__}: {error}", time.thread_time() - began)
    took = time.thread_time() - began
    if answer.status_code != 200:
        return Answer(f"status {answer.status_code}", took)
    return Answer(f"{took:.2f} s" if took > ALLOWED + PAGE else "", took)


def main() -> int:
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--count", type=int, default=100_000, help="how many queries (100,000)")
    command.add_argument("--seed", type=int, default=1, help="which queries: the same for the same number")
    command.add_argument("--corpus", type=Path, help="a corpus to search; a small made-up one if left out")
    command.add_argument(
        "--index", type=Path, help="where its index is, or is to be made; somewhere for now if left out"
    )
    given = command.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = given.corpus or Path(folder, "corpus")
        if not given.corpus:
            for name, text in FILES.items():
                path = corpus / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        room = Room(corpus, given.index or Path(folder, "index"))
        ingest(room)
        client = create_app({"CORPUS": room.corpus, "INDEX": room.index, "TESTING": True}).test_client()
        answers = []
        for _, query in zip(range(given.count), queries(given.seed), strict=False):
            answers.append(ask(client, query))
            if answers[-1].wrong:
                print(f"{answers[-1].wrong}: {query[:200]!r}", flush=True)  # noqa: T201  # a command
    wrong = sum(bool(answer.wrong) for answer in answers)
    over, slowest = sum(answer.seconds > ALLOWED for answer in answers), max(answer.seconds for answer in answers)
    print(  # noqa: T201
        f"{given.count:,} queries, {wrong} answered badly; {over} took more than {ALLOWED} s of CPU, "
        f"page and all, the slowest {slowest:.2f} s."
    )
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
