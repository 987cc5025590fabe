"""The main job on a mailbox of hand-written mail: everything read, nothing touched, and only the right ones left.

Each message's ways out lead to a server of the test, and the owner's server vouches for every one of
them: the risk gate lets all of it through, so it is judgement alone that protects.
"""

import re
import sys
from pathlib import Path

from inbox_guard.core.vocabulary import Kind
from tests.core.test_kind import EXPECTED, MAIL
from tests.household import Household, Ran, days_ago
from tests.letters import AUTHSERV_ID
from tests.servers.https import reply

WAY_OUT = re.compile(rb"https?://[^/>\s,?]+")
AUTHOR = re.compile(rb"^from:[^\r\n]*?@([\w.-]+)", re.IGNORECASE | re.MULTILINE)
FIELD = re.compile(rb"^list-unsubscribe:.*(?:\r?\n[ \t].*)*", re.IGNORECASE | re.MULTILINE)


def vouched(name: str, house: Household) -> bytes:
    """The message with its ways out led to the test's server, and a passing result on top."""
    raw = (MAIL / f"{name}.eml").read_bytes()
    here = b"https://127.0.0.1:%d/%b" % (house.web.port, name.encode())
    raw = FIELD.sub(lambda field: WAY_OUT.sub(here, field[0]), raw)
    author = AUTHOR.search(raw)
    domain = author[1] if author else b"nobody.test"
    results = b"Authentication-Results: %b; dmarc=pass header.from=%b\r\n"
    return results % (AUTHSERV_ID.encode(), domain) + raw


def test_every_message_is_read_and_only_bulk_mail_is_answered(
    house: Household, tmp_path: Path
) -> None:
    house.more["GUARD_ADDRESSES"] = "mira@home.example,m.holt@work-mail.example"
    house.web.on("*", reply(200))
    names = sorted(EXPECTED)
    house.deliver(*((vouched(name, house), days_ago(30)) for name in names))
    user = house.owner.user
    before = house.dovecot.flags(user, "INBOX")
    log = tmp_path / "connections.tsv"

    def recorded(*arguments: str) -> Ran:
        command = [sys.executable, "-m", "benchmarks.recorded", str(log), "--", *arguments]
        return house.ran(command)

    scan = recorded("scan")
    assert scan.status == 0
    every = len(names)
    assert f"INBOX: {every} on the server, {every} read now, {every} new" in scan.err
    assert recorded("cleanup").status == 0
    mail_server = f"127.0.0.1', {house.dovecot.port_tls})"
    lines = log.read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        assert mail_server in line or f"127.0.0.1 {house.dovecot.port_tls} " in line, line
    assert house.web.received == ()

    assert recorded("cleanup", "--yes", "--max", "1000").status in (0, 1)
    assert house.dovecot.flags(user, "INBOX") == before
    assert len(before) == len(names)
    answered = {request.target.split("/")[1].split("?")[0] for request in house.web.received}
    assert answered
    for name in answered:
        assert EXPECTED[name] in (Kind.NEWSLETTER, Kind.OUTREACH), name
