"""Work spread over processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reading_room.importing import workers
from reading_room.importing.workers import FEW, HEAVIEST, Workers


@dataclass(frozen=True, slots=True)
class Number:
    """A task."""

    number: int
    weight: int = 1
    light: bool = True


def square(task: Number) -> int:
    return task.number * task.number


def square_or_die(task: Number) -> int:
    if task.number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return task.number * task.number


def square_or_never(task: Number) -> int:
    if task.number == 7:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGALRM})
        time.sleep(600)
    return task.number * task.number


def name_process(task: Number) -> int:
    return os.getpid()


def lost(task: Number) -> int:
    return -1


def numbered(count: int) -> Iterator[tuple[int, Number]]:
    return ((number, Number(number)) for number in range(count))


def test_answers_come_in_the_order_of_the_tasks_and_items_without_one_keep_their_place() -> None:
    items = [(str(number), Number(number) if number % 3 else None) for number in range(40)]
    answers = list(Workers(square, lost, processes=2).answers(items))
    assert answers == [(str(number), number * number if number % 3 else None) for number in range(40)]


def test_a_few_light_tasks_start_no_other_process() -> None:
    answers = list(Workers(name_process, lost).answers(numbered(FEW)))
    assert {process for _, process in answers} == {os.getpid()}
    heavy = list(Workers(name_process, lost, processes=1).answers([(0, Number(0, light=False))]))
    many = list(Workers(name_process, lost, processes=1).answers(numbered(FEW + 1)))
    assert os.getpid() not in {process for _, process in heavy + many}


def test_a_task_that_brings_its_process_down_is_lost_alone() -> None:
    answers = list(Workers(square_or_die, lost, processes=2).answers(numbered(20)))
    assert [answer for _, answer in answers] == [-1 if number == 7 else number * number for number in range(20)]


def test_a_task_that_never_ends_is_lost_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 5)
    answers = list(Workers(square_or_never, lost, processes=2).answers(numbered(20)))
    assert [answer for _, answer in answers] == [-1 if number == 7 else number * number for number in range(20)]


@pytest.mark.parametrize(("weight", "most"), [(1, 30), (HEAVIEST, FEW + 3)])
def test_tasks_are_taken_only_as_they_are_needed(weight: int, most: int) -> None:
    taken: list[int] = []

    def items() -> Iterator[tuple[int, Number]]:
        for number in range(1_000):
            taken.append(number)
            yield number, Number(number, weight)

    answers = Workers(square, lost, processes=1).answers(items())
    next(answers)
    assert len(taken) < most
    answers.close()


KILLED = """
import os, signal, sys
from reading_room.importing.workers import Workers
from tests.importing.test_workers import lost, name_process, numbered
if __name__ == "__main__":
    answers = Workers(name_process, lost, processes=2).answers(numbered(50))
    print(*{process for _, process in [next(answers) for _ in range(30)]}, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_outlives_the_one_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    processes = [int(number) for number in ran.stdout.split()]
    assert processes, ran.stderr
    patience = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in processes):
        assert time.monotonic() < patience, "they are still there"
        time.sleep(0.05)
