"""One process writes at a time. The lock ends with the process that holds it, also by kill -9."""

import fcntl
import os
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from inbox_guard.errors import LedgerBusy
from inbox_guard.ledger.location import Location

ADVISORY = 0x1B0C_6A2D
"""Our number among PostgreSQL's advisory locks, which are counted per database."""


class Lock(Protocol):
    """The right to write."""

    def assure(self) -> None:
        """Raise `LedgerBusy` when the right was lost and somebody else has it by now."""

    def release(self) -> None:
        """Let others write; never raises."""


def acquire(where: Location, engine: Engine) -> Lock:
    """Take the lock of a ledger. Raises `LedgerBusy`, naming the process that has it."""
    if where.file is None:
        return _AdvisoryLock(where, engine)
    return _FileLock(where.file)


class Unlocked:
    """For a single short word: the database's own transactions are all that it needs."""

    def assure(self) -> None:
        """Nothing to lose."""

    def release(self) -> None:
        """Nothing to give back."""


class _FileLock:
    """flock(2) on ``<ledger>.lock``, which names its holder: pid and boot id."""

    def __init__(self, file: Path) -> None:
        path = Path(f"{file}.lock")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._fd = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(self._fd, 200, 0).decode(errors="replace").partition(" ")[0]
            os.close(self._fd)
            raise _busy(str(file), f"process {holder}" if holder else "another process") from error
        except OSError:
            os.close(self._fd)
            raise
        self._write(f"{os.getpid()} {_boot_id()}\n")

    def assure(self) -> None:
        """The kernel keeps it as long as the file is open."""

    def release(self) -> None:
        """The file stays: removing it would let two processes lock two files of one name."""
        if self._fd >= 0:
            self._write("")
            os.close(self._fd)
            self._fd = -1

    def _write(self, words: str) -> None:
        os.ftruncate(self._fd, 0)
        os.pwrite(self._fd, words.encode(), 0)


class _AdvisoryLock:
    """A session lock on a connection that does nothing else."""

    def __init__(self, where: Location, engine: Engine) -> None:
        self._where = where
        self._engine = engine
        self._connection: Connection | None = self._take()

    def assure(self) -> None:
        """Ask whether the session still lives: a restarted server has forgotten the lock."""
        try:
            if self._connection is not None:
                self._connection.execute(text("SELECT 1"))
        except OperationalError:
            self.release()
        if self._connection is None:
            self._connection = self._take()

    def release(self) -> None:
        """End the session, and the lock with it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()
            connection.close()

    def _take(self) -> Connection:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        taken = connection.execute(text("SELECT pg_try_advisory_lock(:n)"), {"n": ADVISORY})
        if not taken.scalar_one():
            holder = connection.execute(_HOLDER, {"n": ADVISORY}).scalar()
            connection.close()
            raise _busy(str(self._where), str(holder or "another process"))
        return connection


_HOLDER = text(
    "SELECT application_name || ', server process ' || activity.pid"
    " FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)"
    " WHERE locktype = 'advisory' AND objid = :n AND granted"
    " AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def _busy(where: str, holder: str) -> LedgerBusy:
    return LedgerBusy(
        f"the ledger {where} is held by {holder}; wait until it ends, or stop it, and run again"
    )


def _boot_id() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return "unknown"
