"""Where a ledger is: a path, or a SQLAlchemy URL. Parsed once, shown without its password."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from inbox_guard.errors import LedgerError

POSTGRES = "postgresql+psycopg"


@dataclass(frozen=True, slots=True)
class Location:
    """A ledger's place: `file` is None for PostgreSQL."""

    url: URL
    file: Path | None

    def __str__(self) -> str:
        """For people: the path, or the server and the database, never a password."""
        if self.file is not None:
            return str(self.file)
        return f"{self.url.database or ''} on {self.url.host or 'the local PostgreSQL'}"


def locate(where: str) -> Location:
    """Return where a ledger is. Raises `LedgerError` for what is neither a path nor a URL we know.

    A link is followed, so that two names of one file share one lock.
    """
    if "://" not in where:
        return _file(where)
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise LedgerError(f"the ledger's URL cannot be read; {_EXPECTED}") from error
    if url.get_backend_name() in {"postgresql", "postgres"}:
        return Location(url.set(drivername=POSTGRES), None)
    if url.get_backend_name() == "sqlite":
        return _file(url.database or "")
    raise LedgerError(f"the ledger cannot be kept in {url.get_backend_name()}; {_EXPECTED}")


_EXPECTED = "GUARD_LEDGER is a path, sqlite:///PATH or postgresql+psycopg://USER@HOST/DATABASE"


def _file(path: str) -> Location:
    if path in {"", ":memory:"}:
        raise LedgerError(f"the ledger needs a file of its own; {_EXPECTED}")
    try:
        file = Path(path).expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise LedgerError(f"the ledger's path cannot be read: {error}; {_EXPECTED}") from error
    return Location(URL.create("sqlite+pysqlite", database=str(file)), file)
