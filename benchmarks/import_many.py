"""What importing a large folder costs, and what is left of it after a kill: speed, memory, a clean continuation.

    .venv/bin/python benchmarks/import_many.py [--files 10000]

Makes up a folder of saved texts and pages (one in fifty is a copy of another, one in a hundred is broken), then runs `flask import`
over it: whole, on one core, and killed (SIGKILL) half-way and run again. The corpora must come out the same to the byte. The ratios
count, to copying the folder and to one core; seconds depend on the machine. Memory is that of all processes together, each counted
with what it shares with others by its proportional share (PSS), looked at ten times a second.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
FLASK = Path(sys.executable).with_name("flask")
SUBJECTS = "The harbour council|A market guard|The northern ferry|One old letter|The water board|A signal boat|The stone bridge"
VERBS = "opened|closed|left|counted|carried|kept|lost|found"
OBJECTS = (
    "the road to the river|three hundred crates|its morning ledger|the gate before noon"
    "|every boat in the bay|a tenth of the harvest"
)
TAILS = "after a week of rain|while the crowd looked on|as nobody had expected|and said nothing more|to the surprise of the mayor"
FURNITURE = "Home|News|Sport|Share on Facebook|Comments (3)"


def article(number: int, dice: random.Random) -> tuple[str, list[str]]:
    def sentence() -> str:
        parts = (dice.choice(words.split("|")) for words in (SUBJECTS, VERBS, OBJECTS, TAILS))
        return " ".join(parts) + f", {dice.randint(2, 900)} in all."

    title = f"{dice.choice(SUBJECTS.split('|'))} {dice.choice(VERBS.split('|'))} {dice.choice(OBJECTS.split('|'))}, part {number}"
    return title, [" ".join(sentence() for _ in range(dice.randint(2, 5))) for _ in range(dice.randint(5, 12))]


def saved_file(number: int) -> tuple[str, bytes]:
    """The name and the bytes of one file, the same for the same number."""
    dice = random.Random(number)
    if number % 100 == 99:
        return f"{number:06}.txt", dice.randbytes(3_000)
    title, paragraphs = article(
        number - 1 if number % 50 == 49 else number, random.Random(number - (number % 50 == 49))
    )
    day = f"{1 + number % 28} March 2016"
    if number % 2:
        lines = [*FURNITURE.split("|")[:3], title, day, *paragraphs, *FURNITURE.split("|")[3:]]
        return f"{number:06}.txt", "\n\n".join(lines).encode()
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in FURNITURE.split("|")[:3])
    page = (
        f"<!doctype html><html lang=en><head><title>{title} | The Harbour Post</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{title}</h1><time datetime=2016-03-{1 + number % 28:02}>{day}</time>{body}</article>"
        "<footer><p>All rights reserved</p></footer></body></html>"
    )
    return f"{number:06}.html", page.encode()


def start(saved: Path, corpus: Path, cores: int | None = None) -> subprocess.Popen[bytes]:
    corpus.mkdir(exist_ok=True)
    pinned = ["taskset", "-c", ",".join(map(str, range(cores)))] if cores else []
    environment = os.environ | {"READING_ROOM_CORPUS": str(corpus), "READING_ROOM_INDEX": str(corpus / "index")}
    return subprocess.Popen(
        [*pinned, str(FLASK), "import", str(saved)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def memory(group: int) -> int:
    """Megabytes of all processes of a session."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(process.name)) == group:
                lines = (process / "smaps_rollup").read_text().splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, ValueError):
            continue
    return total // 1024


def watched(running: subprocess.Popen[bytes], until: float | None = None) -> tuple[float, int]:
    """Seconds until it ended, or until it was killed, and the most memory that was seen."""
    began, most = time.perf_counter(), 0
    while running.poll() is None:
        most = max(most, memory(running.pid))
        if until and time.perf_counter() - began >= until:
            os.killpg(running.pid, signal.SIGKILL)
        time.sleep(0.1)
    return time.perf_counter() - began, most


def contents(corpus: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (corpus / "articles").iterdir()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    files = parser.parse_args().files
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        saved = folder / "saved"
        saved.mkdir()
        for number in range(files):
            name, content = saved_file(number)
            (saved / name).write_bytes(content)
        began = time.perf_counter()
        shutil.copytree(saved, folder / "copy")
        copying = time.perf_counter() - began

        whole, most = watched(start(saved, folder / "whole"))
        single, _ = watched(start(saved, folder / "single", cores=1))
        until, _ = watched(start(saved, folder / "killed"), until=whole / 2)
        at_kill = len(contents(folder / "killed"))
        rest, _ = watched(start(saved, folder / "killed"))
        again, _ = watched(start(saved, folder / "killed"))

        made = contents(folder / "whole")
        assert contents(folder / "single") == made, "one core gave other articles than several"
        assert contents(folder / "killed") == made, "the continued import gave other articles than the whole one"
        assert not list((folder / "killed").rglob("*.tmp")), "half a file was left behind"
        print(
            f"{files} files, {sum(path.stat().st_size for path in saved.iterdir()) / 1e6:.1f} MB; {len(made)} articles"
        )
        print(
            f"whole          {whole:6.1f} s   {files / whole:6.0f} a second   {whole / copying:5.1f} times copying the folder"
        )
        print(f"on one core    {single:6.1f} s   {single / whole:6.2f} times the time of all cores")
        print(
            f"killed after   {until:6.1f} s   with {at_kill} articles; continued in {rest:.1f} s: the same corpus to the byte"
        )
        print(f"again          {again:6.1f} s   {again / whole:6.2f} of the whole; nothing new")
        print(f"memory         {most:6} MB  of all processes together, at the most")


if __name__ == "__main__":
    main()
