"""Rows of several threads in one transaction: they wait for the disk once, and not one after the other.

A call returns when its own rows are committed, so law 3 holds as if each had a transaction of its own.
"""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from inbox_guard.errors import LedgerError

T = TypeVar("T")


class Commits:
    """Whoever's turn it is writes for all that wait by then."""

    def __init__(self, begin: Callable[[], AbstractContextManager[Connection]]) -> None:
        """`begin` opens a transaction that is committed on leaving."""
        self._begin = begin
        self._turn = threading.Lock()
        self._adding = threading.Lock()
        self._waiting: list[_Deed[Any]] = []

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do `work` in a transaction, perhaps together with others', and commit it; raises `LedgerError`."""
        deed = _Deed(work)
        with self._adding:
            self._waiting.append(deed)
        with self._turn:
            if not deed.ended:
                with self._adding:
                    portion, self._waiting = self._waiting, []
                # Its own is missing only where an earlier turn ended in what nobody expects.
                self._commit(portion if deed in portion else [*portion, deed])
        return deed.result()

    def later(self, work: Callable[[Connection], None]) -> None:
        """Let `work` be done in the next transaction, or at the latest by `finish`."""
        with self._adding:
            self._waiting.append(_Deed(work))

    def finish(self) -> None:
        """Write what still waits; raises `LedgerError`."""
        if self._waiting:
            self.write(lambda _: None)

    def _commit(self, portion: "list[_Deed[Any]]") -> None:
        """One for all; where that fails each by itself, so that nobody's error is another's."""
        try:
            with self._begin() as connection:
                for deed in portion:
                    deed.do(connection)
        except LedgerError as error:
            if len(portion) > 1:
                for deed in portion:
                    self._commit([deed])
                return
            portion[0].error = error
        for deed in portion:
            deed.ended = True


class _Deed(Generic[T]):
    """Some rows to write, and what came of it."""

    def __init__(self, work: Callable[[Connection], T]) -> None:
        self._work = work
        self._results: list[T] = []
        self.ended = False
        self.error: LedgerError | None = None

    def do(self, connection: Connection) -> None:
        self._results = [self._work(connection)]

    def result(self) -> T:
        if self.error is not None:
            raise self.error
        return self._results[0]
