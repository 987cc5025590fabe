"""Connections: who may write, when a transaction begins, and how durable a commit is."""

import os
import socket
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from inbox_guard.errors import LedgerError
from inbox_guard.ledger.location import Location

BUSY = 30.0
"""Seconds to wait for a lock of SQLite's own (a checkpoint, a backup) before giving up."""


def writing(where: Location) -> Engine:
    """Return an engine that writes. A SQLite file must be there already: see `make`."""
    if where.file is None:
        return _postgres(where, "-c synchronous_commit=on")
    engine = create_engine(
        where.url, connect_args={"timeout": BUSY}, execution_options={"begin": "BEGIN IMMEDIATE"}
    )
    event.listen(engine, "connect", _durable)
    event.listen(engine, "begin", _begin)
    return engine


def reading(where: Location) -> Engine:
    """Return an engine that cannot write; every transaction sees one state of the ledger.

    Raises `LedgerError` when there is no such file.
    """
    if where.file is None:
        return _postgres(where, "-c default_transaction_read_only=on")
    if not where.file.exists():
        raise LedgerError(
            f"there is no ledger at {where} yet; run `inbox-guard scan`, or check GUARD_LEDGER"
        )
    url = where.url.set(database=where.file.as_uri(), query={"mode": "ro", "uri": "true"})
    engine = create_engine(url, connect_args={"timeout": BUSY})
    event.listen(engine, "connect", _watching)
    event.listen(engine, "begin", _begin)
    return engine


def make(file: Path) -> None:
    """Make a missing ledger file (0600) and its folder (0700).

    SQLite would make it with the umask's mode, and its -wal and -shm files copy that mode.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))


def consistent(engine: Engine) -> Engine:
    """Return the same engine for questions: each transaction sees one state and keeps nobody out."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(begin="BEGIN")
    return engine.execution_options(isolation_level="REPEATABLE READ")


def rewrite(engine: Engine) -> None:
    """Write a SQLite file anew, so that no page of it, used or free, holds what was deleted.

    Not by ``secure_delete``: that would slow every batch down for the sake of a rare deed.
    """
    with engine.connect() as connection:
        cursor = connection.connection.cursor()  # neither is allowed inside a transaction
        try:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            cursor.close()


def insert_new(connection: Connection, table: Table) -> Insert:
    """Return an INSERT that leaves rows alone which are there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def _postgres(where: Location, options: str) -> Engine:
    return create_engine(
        where.url,
        pool_pre_ping=True,
        connect_args={
            "application_name": f"inbox-guard {socket.gethostname()}:{os.getpid()}",
            "options": options,
            "connect_timeout": 10,
        },
    )


def _begin(connection: Connection) -> None:
    # Python's sqlite3 begins transactions late and none before DDL, so that a torn migration would
    # stay: https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#sqlite-transactions
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _durable(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    _pragmas(
        raw,
        "journal_mode=WAL",
        "synchronous=FULL",  # law 3: an intention survives a power cut
        "foreign_keys=ON",
        "cache_size=-16000",
        "wal_autocheckpoint=4000",  # a batch dirties hundreds of pages: write each back seldom
    )


def _watching(raw: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    _pragmas(raw, "query_only=ON", "cache_size=-16000")


def _pragmas(raw: DBAPIConnection, *pragmas: str) -> None:
    if isinstance(raw, sqlite3.Connection):
        raw.isolation_level = None
    cursor = raw.cursor()
    try:
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        cursor.close()
