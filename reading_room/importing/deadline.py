"""A moment at which a piece of work with other machines is over, whatever they are doing."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from typing import TypeVar

_T = TypeVar("_T")


class Deadline:
    """So many `seconds` from now."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._at = time.monotonic() + seconds
        self._has_cut = False

    @property
    def left(self) -> float:
        """Seconds until then, and never none at all, since a timeout of 0 means something else to a socket."""
        return max(self._at - time.monotonic(), 0.001)

    @property
    def passed(self) -> bool:
        return self._has_cut or time.monotonic() >= self._at

    def waits_for(self, work: Callable[[], _T]) -> _T:
        """What a function gives, or `TimeoutError`. For work that takes no timeout, as looking a name up; it is left behind."""
        answer: Future[_T] = Future()

        def run() -> None:
            try:
                answer.set_result(work())
            except Exception as error:
                answer.set_exception(error)

        threading.Thread(target=run, daemon=True).start()
        return answer.result(self.left)

    @contextmanager
    def cuts(self, connection: socket.socket) -> Iterator[None]:
        """Shut a connection down when the time is up: one byte now and then would never let a socket's timeout pass.

        To whoever reads from it this looks like its end, so `passed` is to be asked when all has been read.
        """
        with connection.dup() as twin:  # TLS takes the socket itself over; through its twin the same connection ends

            def cut() -> None:
                self._has_cut = True
                with suppress(OSError):
                    twin.shutdown(socket.SHUT_RDWR)

            timer = threading.Timer(self.left, cut)
            timer.start()
            try:
                yield
            finally:
                timer.cancel()
                timer.join()
