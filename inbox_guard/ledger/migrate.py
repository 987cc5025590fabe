"""The schema on disk: which revision it has, and how it comes to today's, in one transaction.

The migrations are Alembic's, in the folder `migrations/` that ships inside the package. An older
SQLite ledger is copied into `backups/` first; on PostgreSQL the transaction alone protects.
"""

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect, text

from inbox_guard.errors import LedgerError, LedgerTooNew
from inbox_guard.ledger.backup import keep_copy
from inbox_guard.ledger.location import Location

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: the revisions before (None: new) and after, and the copy it kept."""

    before: str | None
    after: str
    backup: Path | None


def newest_revision() -> str:
    """The revision that this inbox-guard works with."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def revision(connection: Connection, where: Location) -> str | None:
    """Return the ledger's revision; None for an empty database.

    Raises `LedgerTooNew` for a revision we do not know, `LedgerError` for somebody else's database.
    """
    heads = MigrationContext.configure(connection).get_current_heads()
    if not heads:
        if where.file is not None and inspect(connection).get_table_names():
            raise LedgerError(f"{where} is a database, but no ledger; check GUARD_LEDGER")
        return None
    try:
        ScriptDirectory.from_config(_config()).get_revision(heads[0])
    except CommandError as error:
        raise LedgerTooNew(
            f"the ledger {where} was written by a later inbox-guard (revision {heads[0]});"
            " install that version, or restore a file of the backups/ folder beside it"
        ) from error
    return heads[0]


def must_be_current(connection: Connection, where: Location) -> None:
    """Raise `LedgerError` when the ledger is not of today's schema: a reader never upgrades."""
    found = revision(connection, where)
    if found is None:
        raise LedgerError(f"the ledger {where} is empty; run `inbox-guard scan` first")
    if found != newest_revision():
        raise LedgerError(
            f"the ledger {where} has an older schema; run `inbox-guard ledger upgrade`"
        )


def bring_up_to_date(engine: Engine, where: Location, found: str | None, at: datetime) -> Upgraded:
    """Bring a locked ledger from the revision `found` to the newest; all of it or nothing.

    `at` dates the backup of an older ledger.
    """
    newest = newest_revision()
    if found == newest:
        return Upgraded(found, newest, None)
    backup = keep_copy(where, found, at) if found and where.file is not None else None
    config = _config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if where.file is not None:
            _check_references(connection, where)
    log.info("ledger upgraded before=%s after=%s backup=%s", found, newest, backup)
    return Upgraded(found, newest, backup)


def shipped(folder: str) -> Path:
    """Return a folder that ships with us: inside the installed package, else the checkout's."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_shipped" / folder
    return installed if installed.is_dir() else package.parent / folder


def _config() -> Config:
    config = Config()
    # Alembic keeps its settings in a ConfigParser, to which a percent sign is special.
    config.set_main_option("script_location", str(shipped("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _check_references(connection: Connection, where: Location) -> None:
    torn = connection.execute(text("PRAGMA foreign_key_check")).all()
    if torn:
        raise LedgerError(
            f"the ledger {where} was left as it is: after the upgrade {len(torn)} rows would point"
            " nowhere; run `inbox-guard ledger check`"
        )
