"""The ledger as a thing to look after: opened for writing, copied, checked, brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from inbox_guard.errors import LedgerError
from inbox_guard.ledger.backup import copy_to, keep_copy
from inbox_guard.ledger.engine import make, reading, writing
from inbox_guard.ledger.failures import translated
from inbox_guard.ledger.location import Location, locate
from inbox_guard.ledger.lock import Lock, Unlocked, acquire
from inbox_guard.ledger.migrate import (
    bring_up_to_date,
    must_be_current,
    newest_revision,
    revision,
)
from inbox_guard.ledger.tables import METADATA


def backup(where: str, to: Path | None, at: datetime | None = None) -> Path:
    """Copy a SQLite ledger, also while it is in use, to a new file; None: into ``backups/``.

    `at` dates a copy in ``backups/``; None: now.
    """
    location = locate(where)
    if to is not None:
        copy_to(location, to)
        return to
    found = None
    if location.file is not None:
        with _asking(location) as connection:
            found = revision(connection, location)
    return keep_copy(location, found or "empty", at or datetime.now(UTC))


def check(where: str) -> tuple[str, ...]:
    """Return what is wrong with a ledger, in words; () when it is sound.

    Raises `LedgerError` when there is none. Takes no lock and writes nothing.
    """
    location = locate(where)
    if location.file is not None and not location.file.exists():
        raise LedgerError(f"there is no ledger at {location} yet; run `inbox-guard scan` first")
    try:
        with _asking(location) as connection:
            return tuple(_problems(connection, location))
    except LedgerError as error:
        return (str(error),)


def upgrade(where: str, at: datetime) -> str:
    """Bring a ledger's schema up to date, or make a new ledger; returns the revision it has now.

    Takes the lock; an older SQLite ledger is copied first, into ``backups/``.
    """
    engine, lock = open_for_writing(locate(where), at)
    lock.release()
    engine.dispose()
    return newest_revision()


def open_beside(location: Location) -> Engine:
    """Open a ledger for a short word, beside whoever holds it: without a lock, and as it is."""
    _must_be_current(location)
    return writing(location)


def open_for_reading(location: Location) -> Engine:
    """Open a ledger for questions only. Raises `LedgerError` when it is not of today's schema."""
    _must_be_current(location)
    return reading(location)


def open_for_writing(location: Location, at: datetime) -> tuple[Engine, Lock]:
    """Lock a ledger, make sure that it is one, and bring it up to date; else leave it untouched."""
    with translated(location):
        engine = writing(location)
        lock: Lock = Unlocked()
        try:
            lock = acquire(location, engine)
            found = _revision_before(location, engine)
            if location.file is not None:
                make(location.file)
            bring_up_to_date(engine, location, found, at)
        except BaseException:
            lock.release()
            engine.dispose()
            raise
    return engine, lock


def _must_be_current(location: Location) -> None:
    with _asking(location) as connection:
        must_be_current(connection, location)


def _revision_before(location: Location, engine: Engine) -> str | None:
    # A SQLite file is first looked at by a reader: what is no ledger of ours stays as it is.
    if location.file is None:
        with engine.connect() as connection:
            return revision(connection, location)
    if not location.file.exists() or not location.file.stat().st_size:
        return None
    with _asking(location) as connection:
        return revision(connection, location)


@contextmanager
def _asking(location: Location) -> Iterator[Connection]:
    with translated(location):
        engine = reading(location)
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()


def _problems(connection: Connection, location: Location) -> Iterator[str]:
    found = revision(connection, location)
    newest = newest_revision()
    if found is None:
        yield f"the ledger {location} is empty"
        return
    if found != newest:
        yield f"the schema is revision {found}, not {newest}; run `inbox-guard ledger upgrade`"
    else:
        missing = sorted(set(METADATA.tables) - set(inspect(connection).get_table_names()))
        if missing:
            yield f"tables are missing: {', '.join(missing)}; restore a backup"
    if location.file is None:
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if said != "ok":
            yield f"damaged: {said}; restore the newest file of the backups/ folder"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row} of {table} points to a {parent} that is not there"
    mode = location.file.stat().st_mode & 0o777
    if mode & 0o077:
        yield f"others may read {location} (mode {mode:04o}); run `chmod 600 {location}`"
