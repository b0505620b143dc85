"""Engines in processes of their own, so that each has its memory and its caches to itself, and the room's page over HTTP."""

import http.client
import multiprocessing
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from searching.engines import ENGINES
from searching.passages import Question, read

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 600
"""Seconds that a room may take to open."""


@dataclass(frozen=True, slots=True)
class Built:
    cpu: float
    wall: float
    size: int
    peak: int


@dataclass(frozen=True, slots=True)
class Reply:
    cpu: float
    wall: float
    shown: int
    found: int


def most_memory(process: str = "self") -> int:
    """The most bytes of memory that a process has had, files that it maps counted as far as they were read."""
    status = Path("/proc", process, "status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) * 1024


def build(name: str, source: Path, passages: int, folder: Path, parent: Connection) -> None:
    sys.path.insert(0, str(ROOT))
    engine = ENGINES[name]()
    engine.prepare(read(source, passages), folder)
    cpu, wall = time.process_time(), time.perf_counter()
    engine.build(read(source, passages), folder)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    size = sum(path.stat().st_size for path in (folder / engine.index).rglob("*") if path.is_file())
    parent.send(Built(cpu, wall, size, most_memory()))


def answer(name: str, folder: Path, parent: Connection) -> None:
    """Answer questions until None comes, then say how much memory that took and how many answers were cut short."""
    sys.path.insert(0, str(ROOT))
    engine = ENGINES[name]()
    engine.open(folder)
    while question := parent.recv():
        cpu, wall = time.process_time(), time.perf_counter()
        shown = engine.ask(question)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        parent.send(Reply(cpu, wall, len(shown), engine.found(question)))
    parent.send((most_memory(), engine.cut_short))


class Apart:
    """A function that runs in a process of its own and is spoken with over a pipe."""

    def __init__(self, work: Callable[..., None], name: str, *values: object) -> None:
        self.name = name
        processes = multiprocessing.get_context("spawn")
        self._pipe, theirs = processes.Pipe()
        self._process = processes.Process(target=work, args=(name, *values, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def receive(self) -> Any:
        try:
            return self._pipe.recv()
        except EOFError:
            raise SystemExit(f"{self.name} ended before it answered; what it said stands above.") from None

    def ask(self, question: Question | None) -> Any:
        self._pipe.send(question)
        return self.receive()

    def close(self) -> tuple[int, int]:
        memory, cut_short = self.ask(None)
        self._process.join()
        return memory, cut_short


class Page:
    """The search page of a room that is served as its keeper serves it, asked over one connection."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        where = {"READING_ROOM_CORPUS": str(folder / "corpus"), "READING_ROOM_INDEX": str(folder / "index")}
        self._server = subprocess.Popen(
            [sys.executable, "app.py"],
            cwd=ROOT,
            env=os.environ | where | {"PORT": str(port)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self._wait(f"http://127.0.0.1:{port}/readyz")
        except BaseException:
            self.stop()
            raise
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def _wait(self, address: str) -> None:
        began = time.perf_counter()
        while time.perf_counter() - began < PATIENCE and self._server.poll() is None:
            try:
                with urllib.request.urlopen(address, timeout=5):
                    return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("The room does not open; run python app.py to see why.")

    def stop(self) -> None:
        self._server.terminate()
        self._server.wait()

    def ask(self, question: Question) -> Reply:
        """`shown` is the size of the page in bytes."""
        years = {"from": question.year, "to": question.year} if question.year else {}
        address = "/search?" + urlencode({"q": question.written()} | years)
        cpu, wall = self._cpu(), time.perf_counter()
        self._connection.request("GET", address)
        response = self._connection.getresponse()
        body = response.read()
        cpu, wall = self._cpu() - cpu, time.perf_counter() - wall
        if response.status != 200:
            raise SystemExit(f"The room answers {address} with {response.status}.")
        return Reply(cpu, wall, len(body), 0)

    def _cpu(self) -> float:
        """CPU seconds of the server, of all its threads."""
        threads = Path(f"/proc/{self._server.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9

    def close(self) -> tuple[int, int]:
        memory = most_memory(str(self._server.pid))
        self._connection.close()
        self.stop()
        return memory, 0
