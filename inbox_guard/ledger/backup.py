"""A second copy of a SQLite ledger, taken while it is in use; and whether a ledger is sound."""

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from inbox_guard.errors import LedgerError
from inbox_guard.ledger.failures import translated
from inbox_guard.ledger.location import Location

KEEP = 3
"""How many copies stay in the backups/ folder beside the ledger."""


def keep_copy(where: Location, revision: str, at: datetime) -> Path:
    """Copy the ledger into ``backups/`` beside it and drop the oldest copies; returns the new one.

    PostgreSQL has no file: raises `LedgerError` that names ``pg_dump``.
    """
    file = _file(where)
    folder = file.parent / "backups"
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy = folder / f"{file.stem}-{revision}-{stamp}.sqlite"
    with translated(where):
        folder.mkdir(mode=0o700, exist_ok=True)
    copy_to(where, copy)
    copies = [path for path in folder.iterdir() if path.name.startswith(f"{file.stem}-")]
    for old in sorted(copies, key=lambda path: path.name.rpartition("-")[2])[:-KEEP]:
        old.unlink(missing_ok=True)
    return copy


def copy_to(where: Location, to: Path) -> None:
    """Copy the ledger to a new file (0600), whole or not at all.

    Raises `LedgerError` if `to` exists.
    """
    file = _file(where)
    with translated(where):
        try:
            os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_CLOEXEC, 0o600))
        except FileExistsError as error:
            raise LedgerError(f"{to} is there already; name another file") from error
        try:
            _copy(file, to)
        except BaseException:
            to.unlink(missing_ok=True)
            raise


def _file(where: Location) -> Path:
    if where.file is None:
        raise LedgerError(f"the ledger {where} is copied with pg_dump, and restored with psql")
    if not where.file.exists():
        raise LedgerError(f"there is no ledger at {where}; check GUARD_LEDGER")
    return where.file


def _copy(file: Path, to: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as source,
        contextlib.closing(sqlite3.connect(to)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file that can be carried away
        (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise LedgerError(f"the ledger {file} is damaged and was not copied: {verdict}")
