"""What starting a room costs: the first time, again with nothing changed, and with one article changed.

    .venv/bin/python benchmarks/start.py [--articles 1000]

Runs `python app.py` over a copy of the corpus that ships, with made-up articles added, and waits until /readyz answers. The
ratios to the first start are what counts; seconds depend on the machine.
"""

import argparse
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).parent.parent
PATIENCE = 600
TEXT = "river bridge market council north gate water harvest road letter morning guard ledger stone boat signal"


def made_up_article(number: int, paragraphs: int = 12) -> str:
    dice = random.Random(number)
    body = "\n\n".join(" ".join(dice.choices(TEXT.split(), k=55)).capitalize() + "." for _ in range(paragraphs))
    front = "outlet: unknown\npublished: 2016-03-23\npublished_basis: printed\nlanguage: en\ntext: complete"
    return f"---\ntitle: Made-up article {number}\n{front}\n---\n{body}\n"


def seconds_to_ready(corpus: Path, index: Path) -> float:
    """Start the room, wait until it is ready, stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"READING_ROOM_CORPUS": str(corpus), "READING_ROOM_INDEX": str(index), "PORT": str(port)}
    began = time.perf_counter()
    room = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - began < PATIENCE:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                    return time.perf_counter() - began
            except (URLError, ConnectionError):
                if room.poll() is not None:
                    raise SystemExit("The room stopped before it was ready; run python app.py to see why.") from None
                time.sleep(0.02)
        raise SystemExit(f"The room was not ready after {PATIENCE} s.")
    finally:
        room.terminate()
        room.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="made-up articles added to those that ship")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder, "corpus"), Path(folder, "index")
        shutil.copytree(ROOT / "corpus", corpus, ignore=shutil.ignore_patterns("versions.sqlite3*"))
        for number in range(options.articles):
            (corpus / "articles" / f"made-up-{number}.md").write_text(made_up_article(number), "utf-8")
        first = seconds_to_ready(corpus, index)
        again = seconds_to_ready(corpus, index)
        changed = corpus / "articles" / "made-up-0.md"
        if changed.exists():
            changed.write_text(made_up_article(-1), "utf-8")
        one = seconds_to_ready(corpus, index)
        shutil.rmtree(index)
        anew = seconds_to_ready(corpus, index)
    print(f"{options.articles:,} made-up articles of 12 passages, and those that ship")
    for name, seconds in (
        ("first start", first),
        ("again, nothing changed", again),
        ("again, one article changed", one),
        ("index deleted, versions kept", anew),
    ):
        print(f"{name:30} {seconds:7.2f} s   {seconds / first:5.2f} of the first")


if __name__ == "__main__":
    main()
