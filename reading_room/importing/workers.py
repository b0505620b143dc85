"""Work done by as many processes as there are cores, the answers in the order of the tasks."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from typing import Generic, Protocol, TypeVar

try:
    import resource
except ImportError:  # not on every system; memory is not limited there
    resource = None  # type: ignore[assignment]

Item = TypeVar("Item")
T = TypeVar("T", bound="Task")
Answer = TypeVar("Answer")

AHEAD = 8
"""Tasks given out for each process before the first answer is waited for: enough to keep all busy, few enough for memory."""
FEW = 6
"""As many tasks are done in this process if all of them are light: starting others takes longer."""
HEAVIEST = 64_000_000
"""Bytes of tasks that are given out before the first answer is waited for."""
PATIENCE = 90
"""Seconds that an answer is waited for before its process is ended. Tasks end themselves before, if they are ever in control."""
MEMORY = 2_000_000_000
"""Bytes of address space of each process: a file that needs more fails alone."""


class Task(Protocol):
    """`weight` is in bytes; what is `light` can do no harm to the process that does it."""

    @property
    def weight(self) -> int: ...

    @property
    def light(self) -> bool: ...


class Workers(Generic[T, Answer]):
    """Does `work`, a function that other processes can import. `lost` answers for a task that brought its process down."""

    def __init__(self, work: Callable[[T], Answer], lost: Callable[[T], Answer], processes: int | None = None) -> None:
        self._work = work
        self._lost = lost
        self._processes = processes or _cores()

    def answers(self, items: Iterable[tuple[Item, T | None]]) -> Iterator[tuple[Item, Answer | None]]:
        """Each item with the answer to its task; an item without a task passes through, in its place."""
        remaining = iter(items)
        first = list(islice(remaining, FEW + 1))
        if len(first) <= FEW and all(task is None or task.light for _, task in first):
            for item, task in first:
                yield item, None if task is None else self._work(task)
            return
        yield from self._spread(chain(first, remaining))

    def _spread(self, items: Iterator[tuple[Item, T | None]]) -> Iterator[tuple[Item, Answer | None]]:
        waiting: deque[tuple[Item, T | None, Future[Answer] | None]] = deque()
        pool, weight = self._pool(), 0
        try:
            while True:
                while len(waiting) < self._processes * AHEAD and weight < HEAVIEST and (given := next(items, None)):
                    item, task = given
                    weight += task.weight if task else 0
                    waiting.append((item, task, self._given(pool, task)))
                if not waiting:
                    return
                item, task, future = waiting.popleft()
                if task is None:
                    yield item, None
                    continue
                try:
                    answer = self._result(future)
                except (BrokenProcessPool, TimeoutError) as error:
                    # One task took its process down and all others with it: each is done again, this one by itself.
                    _end(pool)
                    answer = self._lost(task) if isinstance(error, TimeoutError) else self._by_itself(task)
                    pool = self._pool()
                    waiting = deque((item, task, self._given(pool, task)) for item, task, _ in waiting)
                weight -= task.weight
                yield item, answer
        finally:
            pool.shutdown(cancel_futures=True)

    def _given(self, pool: ProcessPoolExecutor, task: T | None) -> Future[Answer] | None:
        """The answer to come; None where there is nothing to do, or nobody left to do it."""
        try:
            return None if task is None else pool.submit(self._work, task)
        except BrokenProcessPool:
            return None

    def _result(self, future: Future[Answer] | None) -> Answer:
        if future is None:
            raise BrokenProcessPool
        return future.result(PATIENCE)

    def _by_itself(self, task: T) -> Answer:
        pool = self._pool(1)
        try:
            return self._result(self._given(pool, task))
        except (BrokenProcessPool, TimeoutError):
            return self._lost(task)
        finally:
            _end(pool)

    def _pool(self, processes: int | None = None) -> ProcessPoolExecutor:
        # Spawned, not forked: the room that calls may have threads.
        spawning = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes or self._processes, mp_context=spawning, initializer=_begin)


def _end(pool: ProcessPoolExecutor) -> None:
    """Also where one of its processes does not listen any more."""
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()
    pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """Those that this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """An interruption is for the process that gives out the tasks, none outlives it, and no task may take all memory."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if resource:
        with suppress(ValueError, OSError):  # a lower limit may be set already
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end_with_parent() -> None:
    """Where that was killed, nobody else would ever tell this process that no task is to come."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
