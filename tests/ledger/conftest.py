"""Ledgers to test: each kind of database, empty and new."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_guard.ledger.ledger import SqlLedger, open_ledger
from tests.ledger.facts import NOW
from tests.servers.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger may be made: on SQLite, and on PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "state" / "ledger.sqlite")
    server: Postgres = request.getfixturevalue("postgres")
    return server.database()


@pytest.fixture
def ledger(where: str) -> Iterator[SqlLedger]:
    """An open ledger of each kind."""
    with open_ledger(where, write=True, at=NOW) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a SQLite ledger may be made."""
    return tmp_path / "state" / "ledger.sqlite"
