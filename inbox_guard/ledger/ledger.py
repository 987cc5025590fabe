"""The ledger on SQLite or PostgreSQL: implements `core.ports.Ledger`, one transaction a call."""

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, exists, insert, select

from inbox_guard.core.attempt import Attempt, Intention, Result
from inbox_guard.core.exchanged import Exchange
from inbox_guard.core.history import Correspondents, History, Word
from inbox_guard.core.known import Known, Outside
from inbox_guard.core.mark import Mark
from inbox_guard.core.message import MessageRef
from inbox_guard.core.outgoing import Connected, Outgoing
from inbox_guard.core.records import Batch, Dossier, Month, Moved, Run, SenderRow, Sighting
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mode
from inbox_guard.errors import LedgerBusy, LedgerError
from inbox_guard.ledger import deeds, dossiers, exchanges, facts, messages, observed, outside, owner
from inbox_guard.ledger.care import (
    backup,
    check,
    open_beside,
    open_for_reading,
    open_for_writing,
    upgrade,
)
from inbox_guard.ledger.commits import Commits
from inbox_guard.ledger.engine import consistent, rewrite
from inbox_guard.ledger.failures import translated
from inbox_guard.ledger.forgetting import forget
from inbox_guard.ledger.location import Location, locate
from inbox_guard.ledger.lock import Lock, Unlocked
from inbox_guard.ledger.month import month, span
from inbox_guard.ledger.recall import Reckoning, chunks, numbers, recall
from inbox_guard.ledger.rows import judged, rows
from inbox_guard.ledger.tables import attempt, report_sent

__all__ = ["SqlLedger", "backup", "check", "open_ledger", "upgrade"]


def open_ledger(where: str, *, write: bool, at: datetime, lock: bool = True) -> "SqlLedger":
    """Open a ledger at a path or a SQLAlchemy URL.

    For writing: takes the lock, makes a missing ledger, upgrades an older one (`at` dates the
    backup it keeps first). Without `lock`, for a single word of the owner: keeps nobody out, and
    upgrades only when nobody holds the ledger. For reading: beside a running writer; there must be
    a ledger. Raises `LedgerError`, `LedgerBusy`, `LedgerTooNew`.
    """
    location = locate(where)
    if write and lock:
        return SqlLedger(location, *open_for_writing(location, at))
    if write:
        with suppress(LedgerBusy):
            upgrade(where, at)
        return SqlLedger(location, open_beside(location), Unlocked())
    return SqlLedger(location, open_for_reading(location), None)


class SqlLedger:
    """An open ledger. Its methods may be called from several threads; writers take turns."""

    def __init__(self, where: Location, engine: Engine, lock: Lock | None) -> None:
        """`lock` is None for a reader. Use `open_ledger`."""
        self._where = where
        self._engine: Engine | None = engine
        self._lock = lock
        self._turn = threading.Lock()
        self._commits = Commits(self._writes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what still waits, release the file and its lock; may be called twice."""
        try:
            self._commits.finish()
        finally:
            engine, self._engine = self._engine, None
            lock, self._lock = self._lock, None
            if lock is not None:
                lock.release()
            if engine is not None:
                engine.dispose()

    # --- what was seen ---------------------------------------------------------------------------

    def cursor(self, account: str, folder: str) -> tuple[int, int] | None:
        """(UIDVALIDITY, last UID recorded) of a folder; None when it was never read."""
        with self._asks() as connection:
            return facts.cursor_of(connection, account, folder)

    def record(self, batch: Batch, at: datetime) -> int:
        """Record a batch in one transaction; returns how many messages were new."""
        with self._writes() as connection:
            return facts.record(connection, batch, at)

    def noticed(
        self, account: str, folder: str, uidvalidity: int, unread: frozenset[int], at: datetime
    ) -> int:
        """Note which known messages of a folder the owner has read; returns how many are new in that."""
        with self._asks() as connection:
            found = observed.opened_since(connection, account, folder, uidvalidity, unread)
        if found:
            with self._writes() as connection:
                observed.add_opened(connection, found, at)
        return len(found)

    def correspondents(self, account: str) -> Correspondents:
        """Whom the owner wrote to, and the Message-IDs of her own mail."""
        with self._asks() as connection:
            return messages.correspondents(connection, account)

    def place(self, sender: int, kinds: Iterable[Kind]) -> tuple[MessageRef, ...]:
        """Where a sender's newest message of these kinds may lie, newest place first."""
        with self._asks() as connection:
            return messages.newest_places(connection, sender, kinds)

    def places(self, sender: int, kinds: Iterable[Kind]) -> tuple[tuple[MessageRef, str, str], ...]:
        """(place, key, message_id) of a sender's messages of these kinds not moved away."""
        with self._asks() as connection:
            return messages.all_places(connection, sender, kinds)

    def written_since(
        self, account: str, organisations: Iterable[str], since: datetime
    ) -> tuple[MessageRef, ...]:
        """Where mail of these organisations lies that arrived since, oldest first."""
        with self._asks() as connection:
            return messages.written_since(connection, account, organisations, since)

    def sightings(self, message_id: str) -> tuple[Sighting, ...]:
        """Every place a Message-ID was seen in, oldest first."""
        with self._asks() as connection:
            return messages.sightings(connection, message_id)

    # --- what is known about senders -------------------------------------------------------------

    def histories(
        self, account: str, reach_days: int, country: str, now: datetime
    ) -> Iterator[History]:
        """Every sender of the account, ascending by number, with the words that cover it."""
        for portion in chunks(self._numbers(account)):
            with self._asks() as connection:
                known = recall(connection, account, portion, reach_days, Reckoning(now, country))
            yield from (one.history for one in known)

    def senders(
        self, accounts: Sequence[str], reach_days: int, country: str, now: datetime
    ) -> Iterator[SenderRow]:
        """Every sender with its newest verdict, last attempt and honour."""
        for account in accounts:
            for portion in chunks(self._numbers(account)):
                with self._asks() as connection:
                    known = rows(
                        *(connection, account, portion),
                        reach_days=reach_days,
                        country=country,
                        now=now,
                    )
                yield from known

    def judged(self, verdicts: Iterable[tuple[int, Verdict]], at: datetime) -> int:
        """Append the verdicts that differ from the newest recorded one; returns how many did."""
        with self._writes() as connection:
            return judged(connection, verdicts, at)

    def month(
        self,
        accounts: Sequence[str],
        first: date,
        timezone: str,
        country: str,
        reach_days: int,
        now: datetime,
    ) -> Month:
        """The facts for the month that `first` lies in."""
        within = span(first, timezone)
        with self._asks() as connection:
            return month(
                *(connection, accounts, within), reach_days=reach_days, country=country, now=now
            )

    # --- first contacts, and what the owner brought in -------------------------------------------

    def first_places(self, sender: int) -> tuple[MessageRef, ...]:
        """Where a sender's first message may lie, newest place first."""
        with self._asks() as connection:
            return dossiers.first_places(connection, sender)

    def unfrozen(self, senders: Sequence[int]) -> frozenset[int]:
        """Those of these senders whose first contact is not frozen yet."""
        with self._asks() as connection:
            return frozenset().union(
                *(dossiers.without(connection, some) for some in chunks(senders))
            )

    def freeze(self, contacts: Iterable[tuple[Dossier, tuple[Mark, ...]]], at: datetime) -> None:
        """Keep first contacts with what their words carry; the first that is kept of a sender stands."""
        with self._writes() as connection:
            for dossier, marks in contacts:
                dossiers.freeze(connection, dossier, at)
                facts.add_marks(connection, dossier.sender, marks, at)

    def carried(self, sender: int, marks: Iterable[Mark], at: datetime) -> None:
        """Keep what words carry that were read after the message was recorded."""
        with self._writes() as connection:
            facts.add_marks(connection, sender, marks, at)

    def dossier(self, sender: int) -> Dossier | None:
        """A sender's first contact as it was frozen."""
        with self._asks() as connection:
            return dossiers.frozen(connection, sender)

    def learn(self, account: str | None, known: Iterable[Known], at: datetime) -> int:
        """Keep facts from outside, for one account or all; returns how many were new."""
        with self._writes() as connection:
            return outside.learn(connection, account, known, at)

    def outside(self, account: str) -> Outside:
        """Every fact from outside that counts for an account."""
        with self._asks() as connection:
            return outside.outside(connection, account)

    # --- what the owner said ---------------------------------------------------------------------

    def say(self, account: str | None, word: Word) -> None:
        """Record the owner's word (for one account, or all)."""
        with self._writes() as connection:
            owner.say(connection, account, word)

    def words(self, account: str) -> tuple[Word, ...]:
        """The owner's words that count for an account, oldest first."""
        with self._asks() as connection:
            return owner.words(connection, account)

    def forget(self, account: str | None, target: str, at: datetime) -> int:
        """Erase what is held about the senders a target covers; returns how many they were.

        What stays is a salted hash of each that keeps the owner's word for when it mails again.
        """
        with self._writes() as connection:
            gone = forget(connection, account, target, at)
        if self._where.file is not None and self._engine is not None:
            with self._turn, translated(self._where):
                rewrite(self._engine)
        return gone

    def rule(self, account: str, mode: Mode, now: datetime) -> datetime:
        """When this standing mode was first seen since it last changed; recorded if it is new."""
        with self._writes() as connection:
            return owner.rule(connection, account, mode, now)

    def learned_authserv_id(self, account: str) -> str | None:
        """The authserv-id learned last."""
        with self._asks() as connection:
            return owner.learned_id(connection, account)

    def learn_authserv_id(self, account: str, authserv_id: str, at: datetime) -> None:
        """Keep a learned authserv-id."""
        with self._writes() as connection:
            owner.learn(connection, account, authserv_id, at)

    # --- what was done ---------------------------------------------------------------------------

    @contextmanager
    def run(self, account: str, command: str, rule: str, at: datetime) -> Iterator[int]:
        """Open a run, committed at once, and yield its number; its end is recorded on leaving.

        The end is `at` plus the time that passed meanwhile.
        """
        began = time.monotonic()
        with self._writes() as connection:
            number = deeds.begin_run(connection, account, command, rule, at)
        try:
            yield number
        finally:
            ended = at + timedelta(seconds=time.monotonic() - began)
            with self._writes() as connection:
                deeds.end_run(connection, number, ended)

    def runs(self, account: str | None) -> tuple[Run, ...]:
        """Every run, oldest first."""
        with self._asks() as connection:
            return deeds.runs(connection, account)

    def intend(self, intention: Intention) -> int:
        """Commit an intention before anything leaves; returns the attempt's number."""
        return self._commits.write(lambda connection: deeds.intend(connection, intention))

    def conclude(self, attempt: int, result: Result, at: datetime) -> None:
        """Append a result to an attempt; the newest counts."""
        self._commits.write(lambda connection: deeds.conclude(connection, attempt, result, at))

    def exchanged(self, attempt: int, exchange: Exchange) -> None:
        """Keep a request of an attempt and its answer."""
        self._commits.write(lambda connection: exchanges.add(connection, attempt, exchange))

    def exchanges(self, attempt: int) -> tuple[Exchange, ...]:
        """The exchanges of an attempt, oldest first, without the pages as they came."""
        with self._asks() as connection:
            return exchanges.of_attempt(connection, attempt)

    def snapshot(self, exchange: int) -> bytes:
        """The page of an exchange as it came, as far as it is kept."""
        with self._asks() as connection:
            return exchanges.snapshot(connection, exchange)

    def outgoing(self, account: str, one: Outgoing, at: datetime) -> None:
        """Keep that a connection was made; written with the next rows, at the latest when the ledger is closed."""
        self._commits.later(lambda connection: exchanges.went(connection, account, one, at))

    def connections(self, account: str, since: datetime) -> Iterator[Connected]:
        """Every connection that was made for an account since, oldest first."""
        with self._asks() as connection:
            yield from exchanges.connections(connection, account, since)

    def letters(self, since: datetime, to: str = "") -> int:
        """How many letters left since, to anybody or to one address."""
        with self._asks() as connection:
            return exchanges.letters(connection, since, to)

    def busy_until(self, host: str, now: datetime) -> datetime | None:
        """Until when a host asked to be left alone; None when it may be asked."""
        with self._asks() as connection:
            return exchanges.busy_until(connection, host, now)

    def attempts(self, sender: int) -> tuple[Attempt, ...]:
        """A sender's attempts, oldest first."""
        with self._asks() as connection:
            return deeds.attempts(connection, attempt.c.sender_id == sender)

    def doubtful(self, account: str) -> tuple[Attempt, ...]:
        """Attempts whose intention has no result: after a crash."""
        with self._asks() as connection:
            return deeds.doubtful(connection, account)

    def intend_move(
        self, run: int, origin: MessageRef, key: str, message_id: str, to: str, at: datetime
    ) -> int:
        """Journal a move before it happens."""
        with self._writes() as connection:
            return deeds.intend_move(
                connection, run, origin, key=key, message_id=message_id, to=to, at=at
            )

    def moved(self, number: int, landed: MessageRef | None, at: datetime) -> None:
        """Journal that it happened."""
        with self._writes() as connection:
            deeds.moved(connection, number, landed, at)

    def unmoved(self, number: int, at: datetime) -> None:
        """Journal that it was taken back."""
        with self._writes() as connection:
            deeds.unmoved(connection, number, at)

    def moves(self, run: int) -> tuple[Moved, ...]:
        """A run's moves, oldest first."""
        with self._asks() as connection:
            return deeds.moves(connection, run)

    def reported(self, month: date) -> bool:
        """Whether a report of this month has gone out."""
        sent = exists().where(report_sent.c.month == month.replace(day=1))
        with self._asks() as connection:
            return bool(connection.execute(select(sent)).scalar_one())

    def report_sent(self, month: date, to: str, at: datetime) -> None:
        """Note that it has."""
        row = {"month": month.replace(day=1), "recipient": to, "at": at}
        with self._writes() as connection:
            connection.execute(insert(report_sent), [row])

    # --- transactions ----------------------------------------------------------------------------

    @contextmanager
    def _asks(self) -> Iterator[Connection]:
        if self._engine is None:
            raise LedgerError(f"the ledger {self._where} was closed")
        with translated(self._where), consistent(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _writes(self) -> Iterator[Connection]:
        if self._engine is None or self._lock is None:
            raise LedgerError(f"the ledger {self._where} was opened for reading only")
        with self._turn, translated(self._where):
            self._lock.assure()
            with self._engine.begin() as connection:
                yield connection

    def _numbers(self, account: str) -> list[int]:
        with self._asks() as connection:
            return numbers(connection, account)
