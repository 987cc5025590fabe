"""Whose turn it is: one request at a time to a host, a pause before the next, and so many hosts at once.

A mail provider hosts thousands of senders under one name; to it we are one visitor, who does not come
through every door at the same moment, and does not rattle at it like a machine. The pause is a
different one every time, so that many installations never beat in time.
"""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

SEATS = 16
"""Requests that may be under way at one moment, over all hosts."""

PAUSE = (0.5, 1.5)
"""Seconds between two requests to one host: the shortest and the longest."""


class Turns:
    """Shared by every client of a process, and by its threads."""

    def __init__(self, seats: int = SEATS, pause: tuple[float, float] = PAUSE) -> None:
        """`pause` of (0, 0): the next request may follow at once."""
        self._seats = seats
        self._pause = pause
        self._chance = random.SystemRandom()
        self._changed = threading.Condition()
        self._taken: set[str] = set()
        self._resting: dict[str, float] = {}

    @contextmanager
    def at(self, host: str, *, at_home: bool = False) -> Iterator[float]:
        """Wait for a turn at a host and hold it; yields the seconds that were waited.

        `at_home` hosts are the owner's own: one request at a time, but no pause.
        """
        began = time.monotonic()
        with self._changed:
            while (wait := self._wait(host)) is None or wait > 0:
                self._changed.wait(wait)
            self._taken.add(host)
        try:
            yield time.monotonic() - began
        finally:
            with self._changed:
                self._leave(host, at_home=at_home)

    def _wait(self, host: str) -> float | None:
        """Seconds until a host may be asked; None until somebody leaves."""
        if host in self._taken or len(self._taken) >= self._seats:
            return None
        return self._resting.get(host, 0.0) - time.monotonic()

    def _leave(self, host: str, *, at_home: bool) -> None:
        now = time.monotonic()
        self._resting = {one: until for one, until in self._resting.items() if until > now}
        if not at_home:
            self._resting[host] = now + self._chance.uniform(*self._pause)
        self._taken.discard(host)
        self._changed.notify_all()
