"""How long and how much a stranger's server may make us wait and read.

Every limit is a total, not one per read: a server that sends a byte a second is cut like one that
sends nothing.
"""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, octets and counts. `ratio` is decoded octets per octet on the wire."""

    hop: float = 10.0
    action: float = 30.0
    redirects: int = 5
    header_octets: int = 65_536
    header_fields: int = 100
    body_octets: int = 1_048_576
    ratio: int = 100


LIMITS = Limits()
"""What the door holds everybody to."""


class Deadline:
    """A moment after which nothing may be waited for, on the clock that nobody sets."""

    __slots__ = ("_at",)

    def __init__(self, seconds: float) -> None:
        """Count from now."""
        self._at = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that remain, always above 0; raises `TimeoutError` when there are none.

        Asked before every wait, so that a wait never begins without an end. (A socket's own
        time-out is per call, and 0 would mean not to wait at all.)
        """
        seconds = self._at - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("the time allowed is over")
        return seconds

    def later(self, seconds: float) -> None:
        """Allow for time that was spent waiting for a turn, before anything began."""
        self._at += seconds

    def within(self, seconds: float) -> "Deadline":
        """Return the earlier of this deadline and `seconds` from now."""
        sooner = Deadline(seconds)
        sooner._at = min(self._at, sooner._at)
        return sooner
