"""What is PostgreSQL's own: its lock, its absence, its restart."""

import os

import pytest
from sqlalchemy import create_engine, text

from inbox_guard.errors import LedgerBusy, LedgerError, LedgerTooNew
from inbox_guard.ledger.ledger import check, open_ledger, upgrade
from tests.ledger.facts import NOW, batch, history, known, sighting
from tests.servers.postgres import Postgres


@pytest.fixture
def url(postgres: Postgres) -> str:
    return postgres.database()


def test_a_second_writer_is_told_which_process_has_the_ledger(url: str) -> None:
    with (
        open_ledger(url, write=True, at=NOW),
        pytest.raises(LedgerBusy, match=rf"inbox-guard \S+:{os.getpid()}"),
    ):
        open_ledger(url, write=True, at=NOW)

    open_ledger(url, write=True, at=NOW).close()


def test_two_databases_of_one_server_have_two_locks(url: str, postgres: Postgres) -> None:
    with (
        open_ledger(url, write=True, at=NOW),
        open_ledger(postgres.database(), write=True, at=NOW) as other,
    ):
        assert known(other, sighting())


def test_the_plain_scheme_means_our_driver(url: str) -> None:
    upgrade(url.replace("postgresql+psycopg://", "postgresql://"), NOW)

    assert check(url.replace("postgresql+psycopg://", "postgres://")) == ()


def test_a_server_that_is_not_there_is_said_so_without_the_password() -> None:
    where = "postgresql+psycopg://me:secret@127.0.0.1:1/ledger"

    with pytest.raises(LedgerError, match=r"ledger on 127\.0\.0\.1.*check that") as caught:
        open_ledger(where, write=True, at=NOW)

    assert "secret" not in str(caught.value)


def test_a_ledger_of_a_later_version_is_refused(url: str) -> None:
    upgrade(url, NOW)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    for write in (True, False):
        with pytest.raises(LedgerTooNew):
            open_ledger(url, write=write, at=NOW)


def test_a_reader_of_an_empty_database_is_told_what_to_do(url: str) -> None:
    with pytest.raises(LedgerError, match="inbox-guard scan"):
        open_ledger(url, write=False, at=NOW)


def test_after_a_crash_of_the_server_the_lock_is_taken_anew(url: str, postgres: Postgres) -> None:
    with open_ledger(url, write=True, at=NOW) as ledger:
        known(ledger, sighting())
        postgres.restart()

        ledger.record(batch(sighting()), NOW)

        assert history(ledger).messages == 2
        with pytest.raises(LedgerBusy):
            open_ledger(url, write=True, at=NOW)


def test_who_lost_the_lock_to_another_writes_no_more(url: str, postgres: Postgres) -> None:
    with open_ledger(url, write=True, at=NOW) as slept:
        postgres.restart()
        with open_ledger(url, write=True, at=NOW) as awake:
            with pytest.raises(LedgerBusy):
                slept.record(batch(sighting()), NOW)

            assert known(awake, sighting())
