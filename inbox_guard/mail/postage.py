"""How many letters an address may be sent by us.

A stranger chooses whom a way out by mail is addressed to: many senders that name one address would have
us bomb it. So one address gets a few letters a day from this process, whoever names it. RFC 6068 §7 warns
of mail sent on a stranger's word; RFC 3834 §2 asks automatic mail to bound itself.
"""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable

MOST = 5
"""Letters to one address within `SPAN`: a list robot that serves several lists gets them all in time."""

SPAN = 24 * 3_600.0
"""Seconds."""


class Postage:
    """Counts letters by recipient. Threads may share it."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` in seconds, never set back."""
        self._most = most
        self._clock = clock
        self._sent: defaultdict[str, deque[float]] = defaultdict(deque)
        self._lock = threading.Lock()

    def grant(self, recipient: str) -> bool:
        """Whether one more letter may go to this address now; a letter that is granted counts."""
        with self._lock:
            now, sent = self._clock(), self._sent[recipient.lower()]
            while sent and now - sent[0] >= SPAN:
                sent.popleft()
            if len(sent) >= self._most:
                return False
            sent.append(now)
            return True
