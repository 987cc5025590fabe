"""An outer deadline for a conversation: when it is past, the line is cut.

A socket's own timeout starts anew with every read, so a server that drips one byte a second keeps a
client for ever. Octets received earn time, so that a slow honest line can carry a large answer.
"""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

OCTETS_A_SECOND = 16_384
"""The slowest line that is still worth waiting for."""


class Deadline:
    """Cuts the line after `seconds`, plus what `earn` added; a context manager, used once.

    `expired` is to be asked before an error is believed: a cut line looks like one that broke.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.expired = False
        self._until = time.monotonic() + seconds
        self._over = threading.Event()
        self._hang_up: Callable[[], None] = _nothing_yet
        self._thread = threading.Thread(target=self._watch, name="mail deadline", daemon=True)

    def watch(self, hang_up: Callable[[], None]) -> None:
        """Say how to cut the line, once there is one."""
        self._hang_up = hang_up
        if self.expired:
            hang_up()

    def earn(self, octets: int) -> None:
        """Allow for the time that these octets take on the slowest line."""
        self._until += octets / OCTETS_A_SECOND

    def __enter__(self) -> Self:
        """Start the clock."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the clock; nothing is cut after this returns."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(max(0.0, self._until - time.monotonic())):
            if time.monotonic() >= self._until:
                self.expired = True
                self._hang_up()
                return


def cut(line: socket.socket) -> None:
    """Shut a socket down under whoever reads it, in any thread."""
    # SSLSocket.shutdown would first drop the TLS object that the reading thread is inside of.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _nothing_yet() -> None:
    """There is no line to cut before the first connection stands."""
