"""`inbox-guard demo` as it is: the real rooms on the demo's stage."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_guard.core.vocabulary import Kind, Outcome
from inbox_guard.demo.house import open_house
from inbox_guard.demo.letters import Sender, senders
from inbox_guard.demo.mailbox import DemoMailbox
from inbox_guard.demo.odd import odd
from inbox_guard.demo.post import PostOffice
from inbox_guard.demo.register import Register
from inbox_guard.demo.render import delivered
from inbox_guard.demo.run import Stage
from inbox_guard.demo.senders import SUFFIX, SenderServers, resolve

BEGIN = datetime(2026, 9, 24, 10, tzinfo=UTC)
PEOPLE = {sender.key: sender for sender in senders()}

# A process of its own, where an audit hook sees every address that anything connects to or looks up.
WATCHED = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path

dialled = set()

def watch(event, arguments):
    if event == "socket.connect":
        dialled.add(str(arguments[1][0]))
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        dialled.add(str(arguments[0]))

sys.addaudithook(watch)
from inbox_guard.demo import run_demo

run_demo(print, datetime(2026, 11, 22, 5, tzinfo=UTC), Path(sys.argv[1]))
print(json.dumps(sorted(dialled)))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> tuple[list[str], list[str], Path]:
    """The story's lines, every address dialled meanwhile, and the folder of the report."""
    folder = tmp_path_factory.mktemp("report")
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", WATCHED, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    *lines, dialled = ran.stdout.splitlines()
    return lines, json.loads(dialled), folder


def test_nothing_but_loopback_is_dialled_or_looked_up(told):
    assert told[1] == ["127.0.0.1"]


def test_the_last_line_is_the_path_of_a_page_and_nothing_else_is_left(told):
    lines, _, folder = told
    page = Path(lines[-1])
    assert page.is_absolute()
    assert list(folder.iterdir()) == [page]
    assert "Brightlamp" in page.read_text("utf-8")


def test_the_story_is_short_and_tells_of_every_turn(told):
    lines = told[0]
    text = "\n".join(lines)
    assert len(lines) <= 75
    assert "Requests that reached a sender meanwhile: 0" in text
    assert "Requests that reached anybody else: 0" in text
    assert "one-click refused > page > form, off the list" in text
    assert "kept their word: " in text
    assert "and still writing" in text


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """The real house on the stage, before anything was read; and the senders' register."""
    folder = tmp_path_factory.mktemp("stage")
    register = Register(PEOPLE.values(), lambda: BEGIN)
    with (
        DemoMailbox() as mailbox,
        SenderServers(register, folder) as web,
        PostOffice(register) as post,
    ):
        mailbox.deliver(delivered(PEOPLE.values(), BEGIN, web.doors) + odd(BEGIN))
        stage = Stage(
            imap_port=mailbox.port,
            imap_user=mailbox.user,
            imap_password=mailbox.password,
            smtp_port=post.port,
            addresses=("robin@robin.example",),
            private_hosts=(SUFFIX,),
            ca_file=web.ca_file,
            resolve=resolve,
            clock=lambda: BEGIN,
            folder=folder,
            scratch=folder,
        )
        with open_house(stage) as opened:
            yield opened, register


def _expected(sender: Sender) -> tuple[str, str]:
    return sender.kind.value, sender.standing.value if sender.standing else "any"


def test_inbox_guard_judges_every_sender_as_a_person_would(house):
    rows = {row.history.speaker.sender.value: row for row in house[0].scan()}
    judged = {
        sender.key: (
            rows[sender.identity].verdict.kind.value,
            rows[sender.identity].verdict.standing.value if sender.standing else "any",
        )
        for sender in PEOPLE.values()
    }
    assert judged == {sender.key: _expected(sender) for sender in PEOPLE.values()}


def test_only_unwanted_newsletters_are_contacted_and_each_says_the_same_as_the_ledger(house):
    opened, register = house
    rows = {row.history.speaker.sender.value: row for row in opened.cleanup()}
    reached = {contact.sender for contact in register.contacts}
    unwanted = {
        sender.key
        for sender in PEOPLE.values()
        if sender.kind is Kind.NEWSLETTER and sender.standing == "unconsented"
    }
    assert reached == unwanted
    let_go = {Outcome.DONE, Outcome.ACCEPTED}
    for key in unwanted:
        attempt = rows[PEOPLE[key].identity].attempt
        assert attempt is not None
        assert (attempt.outcome in let_go) is (register.left(key) is not None)
