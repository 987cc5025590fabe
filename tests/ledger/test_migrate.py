"""The schema: today's tables are what the migrations make, and an upgrade is all or nothing."""

import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from inbox_guard.errors import LedgerError
from inbox_guard.ledger.engine import reading, writing
from inbox_guard.ledger.ledger import backup, check, open_ledger, upgrade
from inbox_guard.ledger.location import locate
from inbox_guard.ledger.migrate import bring_up_to_date, shipped
from inbox_guard.ledger.tables import METADATA
from tests.ledger.facts import NOW, batch, history, sighting
from tests.servers.postgres import Postgres

PROJECT = Path(__file__).parents[2]
HEAD = "0004"
OLD = sorted((PROJECT / "tests" / "ledgers").glob("*.sqlite.sql"))


def restored(dump: Path, file: Path) -> None:
    """Make the ledger that a dump describes."""
    file.parent.mkdir(exist_ok=True)
    database = sqlite3.connect(file)
    database.executescript(dump.read_text())
    database.close()
    file.chmod(0o600)


def test_todays_tables_are_those_that_the_migrations_make(where: str) -> None:
    upgrade(where, NOW)

    engine = reading(locate(where))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()
    assert check(where) == ()


@pytest.mark.parametrize("dump", OLD, ids=lambda dump: dump.name.partition(".")[0])
def test_every_old_ledger_becomes_todays_and_keeps_its_facts(dump: Path, file: Path) -> None:
    restored(dump, file)

    with open_ledger(str(file), write=True, at=NOW) as ledger:
        (row,) = ledger.senders(["main"], 365, "", NOW)
        assert row.history.speaker.sender.value == "news.shop.example"
        assert row.history.messages == 2
        assert len(row.history.traces) == len(row.history.words) == 1
        assert row.verdict is not None
        assert row.attempt is not None
        assert ledger.cursor("main", "INBOX") == (7, 2)
        assert ledger.runs("main")[0].ended is not None
        ledger.record(batch(sighting()), NOW)
    assert check(str(file)) == ()


def test_there_is_a_ledger_of_the_first_schema() -> None:
    assert OLD[0].name == "0001.sqlite.sql"


def test_a_released_migration_is_named_by_its_number() -> None:
    names = sorted(path.name for path in shipped("migrations").glob("versions/*.py"))

    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.py", name) for name in names)
    assert len({name[:4] for name in names}) == len(names)


UPGRADE = """
import os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from inbox_guard.ledger.ledger import upgrade
from tests.ledger.facts import NOW

@event.listens_for(Engine, "after_cursor_execute")
def die(connection, cursor, statement, *rest):
    if statement.lstrip().startswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

upgrade(sys.argv[1], NOW)
"""


@pytest.mark.parametrize(
    "after", ["CREATE TABLE sender", "CREATE INDEX ix_report_sent_month", "UPDATE alembic_version"]
)
def test_a_killed_migration_leaves_the_old_schema(where: str, after: str) -> None:
    location = locate(where)
    statement = after.replace("UPDATE", "INSERT INTO")  # how Alembic notes a first revision
    done = subprocess.run(
        [sys.executable, "-c", UPGRADE, where, statement],
        cwd="/",
        env={"PYTHONPATH": str(PROJECT), "PATH": os.defpath},
        check=False,
    )

    assert done.returncode == -signal.SIGKILL
    engine = reading(location)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_heads() == ()
        missing = {difference[0] for difference in compare_metadata(context, METADATA)}
        assert missing == {"add_table", "add_index"}
    engine.dispose()
    assert upgrade(where, NOW) == HEAD


def test_ddl_is_rolled_back_on_both_databases(where: str) -> None:
    upgrade(where, NOW)
    engine = writing(locate(where))
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        connection.rollback()
        names = {table.name for table in METADATA.sorted_tables}
        found = connection.dialect.get_table_names(connection)
    engine.dispose()

    assert set(found) == names | {"alembic_version"}


def test_the_migrations_are_found_from_any_folder_and_need_no_write_access(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    code = (
        "import sys; from datetime import datetime, UTC;"
        "from inbox_guard.ledger.ledger import upgrade;"
        "print(upgrade(sys.argv[1], datetime.now(UTC)))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", code, str(file)],
        cwd="/",
        env={"PYTHONPATH": str(PROJECT), "PATH": os.defpath},
        capture_output=True,
        text=True,
        check=True,
    )

    assert (done.stdout, done.stderr) == (f"{HEAD}\n", "")


def test_a_backup_is_whole_private_and_taken_beside_the_writer(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with open_ledger(str(file), write=True, at=NOW) as ledger:
        ledger.record(batch(sighting(), sighting()), NOW)
        assert backup(str(file), copy) == copy
        ledger.record(batch(sighting()), NOW)

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert check(str(copy)) == ()
    with open_ledger(str(copy), write=False, at=NOW) as restored_ledger:
        assert history(restored_ledger).messages == 2


def test_a_backup_overwrites_nothing(file: Path, tmp_path: Path) -> None:
    upgrade(str(file), NOW)
    precious = tmp_path / "precious"
    precious.write_text("keep me")

    with pytest.raises(LedgerError, match="is there already"):
        backup(str(file), precious)

    assert precious.read_text() == "keep me"


def test_the_three_newest_copies_are_kept(file: Path) -> None:
    upgrade(str(file), NOW)

    copies = [backup(str(file), None, NOW + timedelta(days=day)) for day in range(5)]

    assert copies[0].name == f"ledger-{HEAD}-20260320T120000000000Z.sqlite"
    assert sorted((file.parent / "backups").iterdir()) == copies[2:]


def test_an_older_ledger_is_copied_before_it_is_upgraded(file: Path) -> None:
    with open_ledger(str(file), write=True, at=NOW) as ledger:
        ledger.record(batch(sighting()), NOW)
    engine = writing(locate(str(file)))

    done = bring_up_to_date(engine, locate(str(file)), "0000", NOW)

    engine.dispose()
    assert (done.before, done.after) == ("0000", HEAD)
    assert done.backup == file.parent / "backups" / "ledger-0000-20260320T120000000000Z.sqlite"
    with open_ledger(str(done.backup), write=False, at=NOW) as copy:
        assert history(copy).messages == 1


def test_a_backup_of_a_damaged_ledger_is_refused_and_leaves_no_file(
    file: Path, tmp_path: Path
) -> None:
    with open_ledger(str(file), write=True, at=NOW) as ledger:
        ledger.record(batch(*(sighting() for _ in range(50))), NOW)
    os.truncate(file, file.stat().st_size // 2)
    copy = tmp_path / "copy.sqlite"

    with pytest.raises(LedgerError, match="damaged"):
        backup(str(file), copy)

    assert not copy.exists()


def test_postgres_is_backed_up_by_its_own_program(postgres: Postgres, tmp_path: Path) -> None:
    where = postgres.database()
    upgrade(where, NOW)

    for to in (None, tmp_path / "copy"):
        with pytest.raises(LedgerError, match="pg_dump"):
            backup(where, to)
