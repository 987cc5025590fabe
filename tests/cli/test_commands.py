"""The other commands, typed as an owner would type them."""

import json
import mailbox
import os
import pty
import re
import select
import signal
import stat
import subprocess
import time
from pathlib import Path

import pytest

from tests.household import Household, days_ago
from tests.letters import authenticated, mail, newsletter, sent
from tests.servers.https import reply


def lamp(house: Household, number: int = 0, days: float = 40) -> bytes:
    url = f"https://127.0.0.1:{house.web.port}/u/{number}"
    author = f"Bright Lamps <news@lamps{number or ''}.test>"
    return newsletter(author, days_ago(days), way_out=f"<{url}>")


def read_once(house: Household) -> None:
    house.web.on("*", reply(200))
    house.deliver((lamp(house), days_ago(40)))
    assert house.guard("scan").status == 0


def test_the_version_and_the_help_need_no_settings(house: Household) -> None:
    assert re.fullmatch(r"inbox-guard \d+\.\d+\.\d+\n", house.guard("--version").out)
    assert "cleanup" in house.guard("--help").out


def test_wrong_usage_ends_with_two(house: Household) -> None:
    assert house.guard("clean-up").status == 2
    assert house.guard("report", "--month", "October").status == 2
    assert house.guard("report", "--format", "pdf").status == 2
    assert house.guard("scan", "--account", "nobody").status == 2


def test_check_says_where_each_setting_comes_from_and_hides_the_password(house: Household) -> None:
    ran = house.guard("check")
    assert ran.status == 0, ran.err
    assert "[environment]" in ran.out
    assert house.owner.password not in ran.out
    assert "Sent" in ran.out
    assert "Junk" in ran.out


def test_check_says_what_to_mend(house: Household) -> None:
    ran = house.guard("check", GUARD_IMAP_PASSWORD="wrong")
    assert ran.status == 3
    assert "GUARD_IMAP_PASSWORD" in ran.out


def test_the_common_options_stand_before_or_after_the_command(house: Household) -> None:
    read_once(house)
    before = house.guard("--json", "senders")
    after = house.guard("senders", "--json")
    assert before.rows == after.rows != []


def test_senders_can_be_narrowed(house: Household) -> None:
    read_once(house)
    assert len(house.guard("senders", "--json", "--kind", "newsletter").rows) == 1
    assert house.guard("senders", "--json", "--kind", "personal").rows == []
    assert house.guard("senders", "--json", "--standing", "consented").rows == []
    assert "lamps.test" in house.guard("senders").out


def test_why_explains_a_sender_and_a_message(house: Household) -> None:
    read_once(house)
    told = house.guard("why", "offers.lamps.test")
    assert "no trace of your consent" in told.out
    (row,) = house.guard("why", "offers.lamps.test", "--json").rows
    message_id = next(one["message_id"] for one in row["because"] if one["message_id"])
    (message,) = house.guard("why", message_id, "--json").rows
    assert (message["kind"], message["sender"]) == ("newsletter", "offers.lamps.test")
    nobody = house.guard("why", "nobody.test")
    assert nobody.status == 1
    assert "knows no sender" in nobody.err


def test_why_judges_files_without_settings_or_ledger(house: Household, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "one").write_bytes(lamp(house))
    (folder / "two.eml").write_bytes(lamp(house))
    (folder / "broken").write_bytes(b"\x00\x01")
    ran = house.ran(
        house.command("why", str(folder), str(folder / "one"), "--json"),
        GUARD_IMAP_HOST="",
        GUARD_LEDGER="/nonexistent/ledger",
        GUARD_AUTHSERV_IDS="",
    )
    assert ran.status == 0, ran.err
    assert [Path(row["file"]).name for row in ran.rows] == ["broken", "one", "two.eml", "one"]
    row = ran.rows[1]
    assert (row["kind"], row["standing"], row["mechanisms"]) == (
        "newsletter",
        "unsure",
        ["one-click", "page"],
    )
    assert any("assumed" in one["says"] for one in row["because"])


def test_review_lists_what_waits_and_how_to_answer(house: Household) -> None:
    house.deliver((lamp(house), days_ago(40)))
    house.web.on("*", reply(404))
    assert house.guard("cleanup", "--yes").status == 1
    ran = house.guard("review")
    assert "offers.lamps.test" in ran.out
    assert "refuse NUMBER" in ran.out


def test_review_asks_one_by_one_on_a_terminal(house: Household) -> None:
    house.deliver((lamp(house), days_ago(40)))
    house.web.on("*", reply(404))
    house.guard("cleanup", "--yes")
    shown = _on_a_terminal(house, "review", answer="a\n")
    assert "[a]llow, [r]efuse, [s]kip, [q]uit" in shown
    assert house.guard("senders", "--json").rows[0]["standing"] == "consented"


def _on_a_terminal(house: Household, *arguments: str, answer: str) -> str:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        house.command(*arguments),
        env=house.settings() | {"TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
    )
    os.close(theirs)
    shown = b""
    answered = False
    while select.select([ours], [], [], 30)[0]:
        try:
            octets = os.read(ours, 4096)
        except OSError:  # the child closed its side
            break
        shown += octets
        if not answered and b"[q]uit" in shown:
            os.write(ours, answer.encode())
            answered = True
    os.close(ours)
    assert child.wait(30) == 0
    return shown.decode()


def test_several_senders_are_answered_at_once(house: Household) -> None:
    house.deliver((lamp(house, 1), days_ago(40)), (lamp(house, 2), days_ago(40)))
    house.guard("scan")
    assert house.guard("allow", "lamps1.test", "*@lamps2.test").status == 0
    standings = {row["standing"] for row in house.guard("scan", "--json").rows}
    assert standings == {"consented"}


def test_a_folder_can_be_allowed(house: Household) -> None:
    house.deliver((lamp(house), days_ago(40)), folder="Wanted")
    house.guard("scan")
    house.guard("allow", "folder:Wanted")
    assert house.guard("scan", "--json").rows[0]["standing"] == "consented"


def test_forget_erases_a_sender_and_keeps_the_word(house: Household) -> None:
    read_once(house)
    house.guard("allow", "offers.lamps.test")
    assert house.guard("forget", "offers.lamps.test").status == 0
    assert house.guard("senders", "--json").rows == []
    assert b"lamps.test" not in house.ledger.read_bytes()
    house.deliver((lamp(house, days=1), days_ago(1)))
    assert house.guard("scan", "--json").rows[0]["standing"] == "consented"


def test_the_report_comes_in_four_formats(house: Household, tmp_path: Path) -> None:
    read_once(house)
    month = f"{days_ago(40):%Y-%m}"
    folder = tmp_path / "reports"
    ran = house.guard(
        "report", "--month", month, "--format", "html,text,json,csv", "--output", str(folder)
    )
    assert ran.status == 0, ran.err
    names = sorted(path.suffix for path in folder.iterdir())
    assert names == [".csv", ".html", ".json", ".txt"]
    assert all("lamps.test" in path.read_text(encoding="utf-8") for path in folder.iterdir())
    assert "offers.lamps.test" in house.guard("report", "--month", month).out
    assert json.loads(house.guard("report", "--month", month, "--json").out)


def test_the_report_goes_into_the_mailbox_without_smtp(house: Household) -> None:
    read_once(house)
    ran = house.guard(
        "report", "--month", f"{days_ago(40):%Y-%m}", "--send", GUARD_REPORT_TO="Reports"
    )
    assert ran.status == 0, ran.err
    assert list(house.dovecot.flags(house.owner.user, "Reports").values()) == [frozenset()]


def test_an_mbox_file_becomes_history(house: Household, tmp_path: Path) -> None:
    house.deliver((lamp(house), days_ago(40)))
    house.guard("scan")
    assert house.guard("senders", "--json").rows[0]["standing"] == "unconsented"
    takeout = mailbox.mbox(tmp_path / "takeout.mbox")
    welcome = mail(
        "Bright Lamps <news@lamps.test>",
        "Welcome to our newsletter: your subscription is confirmed",
        "Thank you for subscribing. You have confirmed your subscription.",
        days_ago(300),
        *authenticated("news@lamps.test"),
    )
    takeout.add(mailbox.mboxMessage(welcome))
    takeout.add(mailbox.mboxMessage(sent("a@b.test", "hello", days_ago(310))))
    takeout.close()
    ran = house.guard("import", "mbox", str(tmp_path / "takeout.mbox"))
    assert ran.status == 0, ran.err
    assert "2 messages read" in ran.out
    assert (
        house.guard("senders", "--json", "--kind", "newsletter").rows[0]["standing"] == "consented"
    )
    again = house.guard("import", "mbox", str(tmp_path / "takeout.mbox"))
    assert "0 new" in again.out


def test_the_ledger_is_backed_up_and_checked(house: Household, tmp_path: Path) -> None:
    read_once(house)
    assert stat.S_IMODE(house.ledger.stat().st_mode) == 0o600
    copy = tmp_path / "copy.sqlite"
    assert house.guard("ledger", "backup", str(copy)).status == 0
    restored = house.guard("senders", "--json", GUARD_LEDGER=str(copy))
    assert restored.rows == house.guard("senders", "--json").rows
    assert house.guard("ledger", "check").status == 0
    assert house.guard("ledger", "upgrade").status == 0
    copy.write_bytes(copy.read_bytes()[:5000])
    broken = house.guard("ledger", "check", GUARD_LEDGER=str(copy))
    assert broken.status == 4
    assert house.guard("scan", GUARD_LEDGER=str(copy)).status == 4


def test_one_account_that_cannot_be_reached_does_not_keep_the_others_waiting(
    house: Household,
) -> None:
    house.deliver((lamp(house), days_ago(40)))
    ran = house.guard("scan", "--json", GUARD_ACCOUNTS="away,home", GUARD_AWAY_IMAP_PORT="1")
    assert ran.status == 3
    assert "away" in ran.err
    assert {row["account"] for row in ran.rows} == {"home"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_daemon_sweeps_acts_on_a_refusal_and_ends_cleanly(
    house: Household, number: signal.Signals
) -> None:
    house.web.on("*", reply(200))
    house.deliver((lamp(house), days_ago(40)))
    house.guard("scan")
    house.guard("refuse", "lamps.test")
    daemon = subprocess.Popen(
        house.command("run", "--verbose"),
        env=house.settings(),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _until(lambda: len(house.web.received) == 1)
        second = house.guard("cleanup")
        assert second.status == 4
        assert str(daemon.pid) in second.err
        assert house.guard("senders", "--json").rows
        assert house.guard("allow", "lamps.test").status == 0
    finally:
        daemon.send_signal(number)
        _, said = daemon.communicate(timeout=45)
    assert daemon.returncode == 0, said
    assert "Traceback" not in said
    assert house.guard("senders", "--json").rows[0]["outcome"] == "accepted"


def test_ctrl_c_finishes_the_step_at_hand_and_ends_with_130(house: Household) -> None:
    for one in range(3):
        house.deliver((lamp(house, one + 1), days_ago(40)))
    first_request = []

    def slow(connection) -> None:
        if not first_request:
            first_request.append(True)
            child.send_signal(signal.SIGINT)
            connection.pause(0.5)
        reply(200)(connection)

    house.web.on("*", slow)
    child = subprocess.Popen(
        house.command("cleanup", "--yes", "--json"),
        env=house.settings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    child.communicate(timeout=60)
    assert child.returncode == 130
    assert len(house.web.received) == 1
    assert house.guard("cleanup", "--yes").status == 0
    outcomes = [row["outcome"] for row in house.guard("senders", "--json").rows]
    assert outcomes == ["accepted"] * 3
    assert len(house.web.received) == 3


def _until(holds, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        select.select([], [], [], 0.05)
