"""Database errors in the owner's words: what happened, to what, what to do.

Nothing else leaves this room.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from inbox_guard.errors import LedgerError
from inbox_guard.ledger.location import Location

RESTORE = "restore the newest file of the backups/ folder beside it, or move it away to begin anew"


@contextmanager
def translated(where: Location) -> Iterator[None]:
    """Turn whatever a database or its file raises into a `LedgerError`.

    Of the database's own words only the first line is passed on: the rest may quote a row.
    """
    try:
        yield
    except SQLAlchemyError as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        raise LedgerError(_words(where, cause)) from error
    except (sqlite3.Error, OSError, OverflowError) as error:
        raise LedgerError(_words(where, error)) from error


def _words(where: Location, error: BaseException) -> str:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low octet is the primary code
        said = _SQLITE.get(code)
        if said:
            return f"the ledger {where} {said}"
    if isinstance(error, OSError):
        return f"the ledger {where} cannot be used: {error.strerror or error}"
    first_line = (str(error).splitlines() or [type(error).__name__])[0]
    if where.file is None:
        return f"the ledger {where} cannot be used: {first_line}; check that PostgreSQL is running"
    return f"the ledger {where} cannot be used: {first_line}"


_SQLITE = {
    sqlite3.SQLITE_FULL: "could not be written: the disk is full; make room and run again",
    sqlite3.SQLITE_READONLY: "cannot be written: it or its folder is read-only; check who owns it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and who owns it",
    sqlite3.SQLITE_PERM: "cannot be opened: permission was refused; check who owns it",
    sqlite3.SQLITE_NOTADB: f"is not a database; {RESTORE}",
    sqlite3.SQLITE_CORRUPT: f"is damaged; {RESTORE}",
    sqlite3.SQLITE_BUSY: "is held by another program; close it and run again",
    sqlite3.SQLITE_LOCKED: "is held by another program; close it and run again",
    sqlite3.SQLITE_IOERR: "could not be read or written: the disk answered with an error",
}
