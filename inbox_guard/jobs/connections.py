"""What left the house: every connection is noted in the moment before it is made, with the attempt it is for.

Adapters note, for they alone dial; which attempt they dial for only the walk knows, and it says so by `during`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from inbox_guard.core.outgoing import Noted, Outgoing
from inbox_guard.core.ports import Clock, Ledger

_ATTEMPT: ContextVar[int] = ContextVar("attempt", default=0)  # each thread walks for one sender


class Connections:
    """Notes the connections of one account in the ledger. Threads may share it."""

    def __init__(self, ledger: Ledger, account: str, clock: Clock) -> None:
        self._ledger = ledger
        self._account = account
        self._clock = clock

    @contextmanager
    def during(self, attempt: int) -> Iterator[None]:
        """Let what is noted in this thread meanwhile belong to an attempt."""
        before = _ATTEMPT.set(attempt)
        try:
            yield
        finally:
            _ATTEMPT.reset(before)

    def note(self, one: Outgoing) -> None:
        """Note a connection that this thread is about to make."""
        self._ledger.outgoing(
            self._account, replace(one, attempt=one.attempt or _ATTEMPT.get()), self._clock()
        )

    def of_this_thread(self) -> Noted:
        """Return what notes connections of other threads as if this one made them now."""
        attempt = _ATTEMPT.get()
        return lambda one: self.note(replace(one, attempt=attempt))
