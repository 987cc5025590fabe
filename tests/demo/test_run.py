"""The whole play, with a stand-in for inbox-guard that leaves by one-click and counts mails."""

import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from imapclient import IMAPClient

from inbox_guard.core.plan import Plan
from inbox_guard.core.records import SenderRow
from inbox_guard.core.vocabulary import HonourState, Outcome, Step
from inbox_guard.demo.letters import Sender, senders
from inbox_guard.demo.run import House, Stage, StoryClock, curtain, play
from tests.demo.rows import plan, row

TODAY = datetime(2026, 11, 22, 5, tzinfo=UTC)
BRIGHTLAMP = next(sender for sender in senders() if sender.key == "brightlamp")


class StandIn:
    """Knows one sender, and leaves it as RFC 8058 asks."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.done = False
        self.mails: list[int] = []

    def check(self) -> Sequence[str]:
        return ("the mailbox answers",)

    def scan(self) -> Sequence[SenderRow]:
        stage = self.stage
        with IMAPClient("127.0.0.1", stage.imap_port, ssl=False) as client:
            client.login(stage.imap_user, stage.imap_password)
            client.select_folder("INBOX", readonly=True)
            self.mails.append(len(client.search(["FROM", BRIGHTLAMP.address])))
        return (self._row(),)

    def plan(self) -> Sequence[Plan]:
        return (plan(self._row(), Step.UNSUBSCRIBE),)

    def cleanup(self) -> Sequence[SenderRow]:
        _one_click(self.stage, BRIGHTLAMP, _link(self.stage))
        self.done = True
        return (self._row(),)

    def report(self, month: date) -> Path:
        path = self.stage.folder / f"{month:%Y-%m}.txt"
        path.write_text("a report")
        return path

    def _row(self) -> SenderRow:
        return row(
            BRIGHTLAMP.name,
            BRIGHTLAMP.address,
            mails=self.mails[-1],
            outcome=Outcome.DONE if self.done else None,
            honour=(HonourState.HONOURED, 0) if self.done else None,
        )


def _link(stage: Stage) -> str:
    with IMAPClient("127.0.0.1", stage.imap_port, ssl=False) as client:
        client.login(stage.imap_user, stage.imap_password)
        client.select_folder("INBOX", readonly=True)
        newest = max(client.search(["FROM", BRIGHTLAMP.address]))
        header = client.fetch([newest], ["BODY.PEEK[HEADER]"])[newest][b"BODY[HEADER]"].decode()
    return header.partition("List-Unsubscribe: <")[2].partition(">")[0]


def _one_click(stage: Stage, sender: Sender, url: str) -> None:
    host, _, path = url.removeprefix("https://").partition("/")
    port = int(host.rpartition(":")[2])
    (address,) = stage.resolve(sender.host)
    trust = ssl.create_default_context(cafile=str(stage.ca_file))
    connection = HTTPSConnection(address, port, timeout=5)
    raw = socket.create_connection((address, port), timeout=5)
    connection.sock = trust.wrap_socket(raw, server_hostname=sender.host)
    connection.request("POST", f"/{path}", b"List-Unsubscribe=One-Click", {"Host": host})
    connection.getresponse().read()
    connection.close()


@pytest.fixture(scope="module")
def played(tmp_path_factory) -> tuple[list[str], Path, Path, list[StandIn]]:
    folder = tmp_path_factory.mktemp("demo")
    lines: list[str] = []
    houses: list[StandIn] = []

    @contextmanager
    def open_house(stage: Stage) -> Iterator[House]:
        houses.append(StandIn(stage))
        yield houses[-1]

    path = play(lines.append, TODAY, folder, open_house)
    return lines, path, folder, houses


def test_the_play_ends_with_the_reports_absolute_path_on_a_line_of_its_own(played):
    lines, path, folder, _ = played
    assert lines[-1] == str(path) == str(folder / "2026-09.txt")
    assert path.read_text() == "a report"


def test_the_scan_reaches_no_sender_and_the_deed_reaches_the_right_one(played):
    lines, _, _, _ = played
    assert [line for line in lines if line.endswith("meanwhile: 0")]
    assert [line for line in lines if line.endswith(" one-click, off the list")]


def test_who_was_left_sends_nothing_in_the_six_weeks_that_follow(played):
    _, _, _, (house,) = played
    assert house.mails == [8, 8]


def test_the_story_fits_on_a_terminal(played):
    assert len(played[0]) <= 70


def test_nothing_is_left_running(played):
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("demo-")]


@pytest.mark.parametrize(
    ("today", "begins"),
    [
        ("2026-11-22", "2026-09-24"),
        ("2026-12-07", "2026-10-24"),
        ("2026-12-06", "2026-09-24"),
        ("2027-01-31", "2026-11-24"),
        ("2027-02-10", "2026-12-24"),
    ],
)
def test_the_story_begins_late_in_a_month_and_is_over_today(today, begins):
    now = datetime.fromisoformat(f"{today}T12:00:00+00:00")
    begin = curtain(now)
    assert begin.isoformat() == f"{begins}T10:00:00+00:00"
    assert begin + timedelta(weeks=6) < now


def test_the_clock_goes_on_from_where_it_was_set():
    clock = StoryClock(TODAY)
    assert TODAY <= clock() < TODAY + timedelta(seconds=5)
    clock.set(TODAY + timedelta(weeks=6))
    assert clock() >= TODAY + timedelta(weeks=6)
