"""SQLite files: who may read them, who may write, what is refused, what a crash leaves."""

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inbox_guard.errors import LedgerBusy, LedgerError, LedgerTooNew
from inbox_guard.ledger.failures import translated
from inbox_guard.ledger.ledger import check, open_ledger, upgrade
from inbox_guard.ledger.location import locate
from tests.ledger.facts import NOW, batch, history, known, sighting

PROJECT = Path(__file__).parents[2]


def make(file: Path, messages: int = 0) -> None:
    with open_ledger(str(file), write=True, at=NOW) as ledger:
        ledger.record(batch(*(sighting() for _ in range(messages))), NOW)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma(ledger: object, name: str) -> object:
    with ledger._engine.connect() as connection:  # type: ignore[attr-defined]  # no way from outside
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_only_the_owner_may_read_the_ledger_and_what_lies_beside_it(file: Path) -> None:
    before = os.umask(0)
    try:
        with open_ledger(str(file), write=True, at=NOW) as ledger:
            ledger.record(batch(sighting()), NOW)

            assert mode(file.parent) == 0o700
            assert {path.name: mode(path) for path in file.parent.iterdir()} == {
                "ledger.sqlite": 0o600,
                "ledger.sqlite-wal": 0o600,
                "ledger.sqlite-shm": 0o600,
                "ledger.sqlite.lock": 0o600,
            }
    finally:
        os.umask(before)


def test_an_intention_survives_a_power_cut_by_full_synchronous_wal(file: Path) -> None:
    with open_ledger(str(file), write=True, at=NOW) as ledger:
        assert pragma(ledger, "journal_mode") == "wal"
        assert pragma(ledger, "synchronous") == 2
        assert pragma(ledger, "foreign_keys") == 1


@pytest.mark.parametrize("spelling", ["{}", "sqlite:///{}", "sqlite+pysqlite:///{}"])
def test_a_path_and_a_url_lead_to_the_same_ledger(file: Path, spelling: str) -> None:
    make(file, 2)

    with open_ledger(spelling.format(file), write=False, at=NOW) as ledger:
        assert history(ledger).messages == 2


def test_a_path_may_hold_what_is_special_to_a_url(tmp_path: Path) -> None:
    file = tmp_path / "50% off?" / "a#b é.sqlite"
    make(file, 1)

    with open_ledger(str(file), write=False, at=NOW) as ledger:
        assert history(ledger).messages == 1
    assert check(str(file)) == ()


NOWHERE = {
    "memory": "sqlite://",
    "memory by name": "sqlite:///:memory:",
    "nothing": "",
    "another database": "mysql://me@db.example/ledger",
    "no URL": "://",
}


@pytest.mark.parametrize("where", NOWHERE.values(), ids=NOWHERE)
def test_what_is_no_place_for_a_ledger_is_said_so(where: str) -> None:
    with pytest.raises(LedgerError, match="GUARD_LEDGER is a path"):
        open_ledger(where, write=True, at=NOW)


def test_a_second_writer_is_told_which_process_has_the_ledger(file: Path) -> None:
    with (
        open_ledger(str(file), write=True, at=NOW),
        pytest.raises(LedgerBusy, match=f"process {os.getpid()}"),
    ):
        open_ledger(str(file), write=True, at=NOW)

    make(file)  # and afterwards it may be had again


def test_a_link_to_the_ledger_shares_its_lock(file: Path, tmp_path: Path) -> None:
    make(file)
    link = tmp_path / "link.sqlite"
    link.symlink_to(file)

    with open_ledger(str(file), write=True, at=NOW), pytest.raises(LedgerBusy):
        open_ledger(str(link), write=True, at=NOW)


def test_one_word_may_be_said_beside_the_writer(file: Path) -> None:
    with open_ledger(str(file), write=True, at=NOW) as holder:
        known(holder, sighting())
        with open_ledger(str(file), write=True, lock=False, at=NOW) as beside:
            assert beside.forget("main", "shop.example", NOW) == 1

        assert list(holder.histories("main", 365, "", NOW)) == []
        assert known(holder, sighting()) > 1


def test_who_says_one_word_keeps_nobody_out(file: Path) -> None:
    with open_ledger(str(file), write=True, lock=False, at=NOW) as beside:
        with open_ledger(str(file), write=True, at=NOW) as holder:
            known(holder, sighting())

        assert history(beside).messages == 1


def test_a_reader_of_no_ledger_is_told_what_to_do_and_makes_none(file: Path) -> None:
    with pytest.raises(LedgerError, match="inbox-guard scan"):
        open_ledger(str(file), write=False, at=NOW)

    assert not file.parent.exists()


def test_a_closed_ledger_answers_no_more(file: Path) -> None:
    ledger = open_ledger(str(file), write=True, at=NOW)
    ledger.close()
    ledger.close()

    with pytest.raises(LedgerError, match="closed"):
        ledger.cursor("main", "INBOX")


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _overwrite(file: Path) -> None:
    with file.open("r+b") as raw:
        raw.seek(4096)
        raw.write(b"\xff" * 4096 * 3)


def _letter(file: Path) -> None:
    file.write_text("Dear reader, this is no database.\n" * 200)


def _somebody_elses(file: Path) -> None:
    file.unlink()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.commit()
    other.close()


def _from_the_future(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.commit()
    other.execute("PRAGMA journal_mode=DELETE")
    other.close()


DAMAGE: dict[str, tuple[Callable[[Path], None], type[LedgerError], str]] = {
    "cut in half": (_cut, LedgerError, "backups/"),
    "a page overwritten": (_overwrite, LedgerError, "backups/"),
    "not a database": (_letter, LedgerError, "not a database"),
    "somebody else's database": (_somebody_elses, LedgerError, "no ledger"),
    "of a later version": (_from_the_future, LedgerTooNew, "later inbox-guard"),
}


@pytest.mark.parametrize("write", [True, False], ids=["to write", "to read"])
@pytest.mark.parametrize(("damage", "error", "words"), DAMAGE.values(), ids=DAMAGE)
def test_a_file_that_is_no_sound_ledger_is_refused_and_left_as_it_is(
    file: Path, damage: Callable[[Path], None], error: type[LedgerError], words: str, write: bool
) -> None:
    make(file, 50)
    damage(file)
    before = hashlib.sha256(file.read_bytes()).digest()

    with pytest.raises(error, match=words):
        open_ledger(str(file), write=write, at=NOW)

    assert hashlib.sha256(file.read_bytes()).digest() == before


@pytest.mark.parametrize("damage", [_cut, _overwrite, _letter, _somebody_elses, _from_the_future])
def test_check_finds_every_damage(file: Path, damage: Callable[[Path], None]) -> None:
    make(file, 50)
    assert check(str(file)) == ()

    damage(file)

    assert len(check(str(file))) >= 1


def test_check_finds_rows_that_point_nowhere_and_eyes_that_may_look(file: Path) -> None:
    make(file, 3)
    other = sqlite3.connect(file)
    other.execute("DELETE FROM sender")
    other.commit()
    other.close()
    file.chmod(0o644)

    problems = check(str(file))

    assert any("points to a sender" in problem for problem in problems)
    assert any("chmod 600" in problem for problem in problems)


def test_check_of_no_ledger_is_an_error_and_makes_none(file: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        check(str(file))

    assert not file.parent.exists()


def test_an_empty_file_becomes_a_ledger(file: Path) -> None:
    file.parent.mkdir()
    file.touch(0o600)

    assert upgrade(str(file), NOW) == "0004"
    assert check(str(file)) == ()


def test_a_folder_in_the_place_of_the_ledger_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=str(tmp_path)):
        open_ledger(str(tmp_path), write=True, at=NOW)


def test_a_place_that_cannot_be_written_is_an_error_in_words() -> None:
    with pytest.raises(LedgerError, match="/proc/"):
        open_ledger("/proc/inbox-guard/ledger.sqlite", write=True, at=NOW)


def test_a_full_disk_is_an_error_in_words(file: Path) -> None:
    make(file)
    raw = sqlite3.connect(file)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(LedgerError, match="the disk is full"), translated(locate(str(file))):
        raw.execute("CREATE TABLE big AS SELECT zeroblob(1000000)")
    raw.close()


def test_a_read_only_file_is_an_error_in_words(file: Path) -> None:
    make(file)
    raw = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)

    with pytest.raises(LedgerError, match="read-only"), translated(locate(str(file))):
        raw.execute("DELETE FROM salt")
    raw.close()


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd="/",
        env={"PYTHONPATH": str(PROJECT), "PATH": "/usr/bin:/bin"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


HOLD = """
import sys
from tests.ledger.facts import *
from inbox_guard.ledger.ledger import open_ledger
ledger = open_ledger(sys.argv[1], write=True, at=NOW)
ledger.record(batch(sighting()), NOW)
print("held", flush=True)
sys.stdin.read()
"""


def test_a_killed_writer_leaves_its_rows_and_no_lock(file: Path) -> None:
    with run(HOLD, str(file)) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LedgerBusy, match=f"process {holder.pid}"):
            open_ledger(str(file), write=True, at=NOW)
        holder.kill()

    with open_ledger(str(file), write=True, at=NOW) as ledger:
        assert history(ledger).messages == 1
