"""The main job on real mail, cut off from the world.

    python -m benchmarks.real_mailbox FOLDER [--labels INDEX.TSV] [--authenticated]

Loads every message of FOLDER (one a file) into a Dovecot mailbox of its own, then runs `scan`,
`cleanup` and `cleanup --yes` by the command line, inside a network namespace whose only interface
is loopback (Linux, root): real mail names real hosts. Prints what was read, what was contacted and,
with labels (columns ``file`` and ``class``), kind × label.

`--authenticated` puts a passing Authentication-Results of the owner's server on top of every
message: the risk gate then lets everything through, and judgement alone has to protect.
"""

import argparse
import csv
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from tests.servers.dovecot import Dovecot

OWNER = "owner@home.test"
AUTHSERV = "mx.home.test"
INSIDE = "INBOX_GUARD_BENCHMARK_INSIDE"
UNTOUCHABLE = ("spam", "phishing", "discussion-list", "transactional", "personal", "dsn-auto")
DATE = re.compile(rb"^date:[ \t]*([^\r\n]+)", re.IGNORECASE | re.MULTILINE)
FROM = re.compile(rb"^from:[^\r\n]*@([\w.-]+)", re.IGNORECASE | re.MULTILINE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--authenticated", action="store_true")
    asked = parser.parse_args()
    if INSIDE not in os.environ:
        sys.exit(_go_inside())
    files = sorted(path for path in asked.folder.rglob("*.eml") if path.is_file())
    labels = _labels(asked.labels or asked.folder / "index.tsv", asked.folder)
    with Dovecot() as dovecot, tempfile.TemporaryDirectory() as scratch:
        _Run(dovecot, Path(scratch), authenticated=asked.authenticated).all(files, labels)


def _go_inside() -> int:
    """Start this command again where there is nothing but loopback."""
    inside = f'ip link set lo up && exec {sys.executable} -m benchmarks.real_mailbox "$@"'
    return subprocess.run(
        ["unshare", "--net", "sh", "-c", inside, "inside", *sys.argv[1:]],
        env=os.environ | {INSIDE: "yes"},
        check=False,
    ).returncode


def _labels(index: Path, folder: Path) -> dict[Path, str]:
    if not index.is_file():
        return {}
    with index.open(encoding="utf-8") as lines:
        return {folder / row["file"]: row["class"] for row in csv.DictReader(lines, delimiter="\t")}


class _Run:
    def __init__(self, dovecot: Dovecot, scratch: Path, *, authenticated: bool) -> None:
        self.dovecot = dovecot
        self.scratch = scratch
        self.authenticated = authenticated
        self.owner = dovecot.add_user()
        self.log = scratch / "connections.tsv"
        self.ledger = scratch / "ledger.sqlite"

    def all(self, files: list[Path], labels: dict[Path, str]) -> None:
        loaded = self.load(files)
        seen_before = self.dovecot.flags(self.owner.user, "INBOX")
        print(f"{len(files)} files, {len(loaded)} messages on the server")
        for arguments in (["scan"], ["cleanup"], ["cleanup", "--yes", "--max", "100000"]):
            began = datetime.now(UTC)
            status, err = self.guard(*arguments)
            took = (datetime.now(UTC) - began).total_seconds()
            print(f"inbox-guard {' '.join(arguments)}: exit status {status}, {took:.1f} s")
            if status not in (0, 1):
                print(err)
        print(f"flags changed: {self.dovecot.flags(self.owner.user, 'INBOX') != seen_before}")
        self.print_connections()
        self.print_ledger(loaded, labels)

    def load(self, files: list[Path]) -> dict[int, Path]:
        """Put every file into INBOX; arrival is the mail's own date where it is sane. UID → file."""
        mails = []
        for path in files:
            raw = re.sub(rb"\r?\n", b"\r\n", path.read_bytes().replace(b"\0", b""))
            raw = re.sub(rb"\AFrom [^\r\n]*\r\n", b"", raw) or b"\r\n"
            if self.authenticated:
                domain = FROM.search(raw)
                org = domain[1] if domain else b"unknown.test"
                raw = (
                    b"Authentication-Results: %b; dmarc=pass header.from=%b\r\n"
                    % (AUTHSERV.encode(), org)
                    + raw
                )
            mails.append((raw, _arrival(raw)))
        earliest = min(arrived for _, arrived in mails) - timedelta(days=800)
        first = b"From: %b\r\nTo: friend@friend.test\r\nSubject: hello\r\n\r\nhello\r\n"
        self.dovecot.deliver(self.owner.user, "Sent", (first % OWNER.encode(), earliest))
        self.dovecot.deliver(self.owner.user, "INBOX", *mails)
        with self.dovecot.client(self.owner.user) as client:
            client.select_folder("INBOX", readonly=True)
            uids = sorted(client.search())
        assert len(uids) == len(files), "the server took every message"
        return dict(zip(uids, files, strict=True))

    def guard(self, *arguments: str) -> tuple[int, str]:
        settings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.scratch),
            "GUARD_IMAP_HOST": "127.0.0.1",
            "GUARD_IMAP_PORT": str(self.dovecot.port),
            "GUARD_IMAP_SECURITY": "none",
            "GUARD_IMAP_USER": self.owner.user,
            "GUARD_IMAP_PASSWORD": self.owner.password,
            "GUARD_ADDRESSES": OWNER,
            "GUARD_AUTHSERV_IDS": AUTHSERV,
            "GUARD_LEDGER": str(self.ledger),
            "GUARD_MIN_AGE": "0",
        }
        command = [sys.executable, "-m", "benchmarks.recorded", str(self.log), "--", *arguments]
        ran = subprocess.run(
            [*command, "--json"], env=settings, capture_output=True, text=True, check=False
        )
        (self.scratch / "last.jsonl").write_text(ran.stdout, encoding="utf-8")
        return ran.returncode, ran.stderr

    def print_connections(self) -> None:
        print("\nconnections and look-ups, by command:")
        mail_server = f"('127.0.0.1', {self.dovecot.port})"
        counted: Counter[tuple[str, str]] = Counter()
        examples: dict[tuple[str, str], str] = {}
        for line in self.log.read_text(encoding="utf-8").splitlines():
            command, event, what = line.split("\t", 2)
            ours = what in (mail_server, f"127.0.0.1 {self.dovecot.port}") or (
                event == "socket.getaddrinfo" and what.startswith(f"127.0.0.1 {self.dovecot.port} ")
            )
            where = "the mail server" if ours else "elsewhere"
            counted[command, f"{event} {where}"] += 1
            examples.setdefault((command, f"{event} {where}"), what)
        for (command, what), times in sorted(counted.items()):
            print(f"  {command:8} {what:38} {times:6}   e.g. {examples[command, what][:60]}")

    def print_ledger(self, loaded: dict[int, Path], labels: dict[Path, str]) -> None:
        with sqlite3.connect(f"file:{self.ledger}?mode=ro", uri=True) as ledger:
            places = ledger.execute(_PLACES).fetchall()
            quarantined = ledger.execute("SELECT count(*) FROM quarantine").fetchone()[0]
            attempts = ledger.execute(_ATTEMPTS).fetchall()
        print(f"\nmessages in the ledger: {len(places)} places + {quarantined} in quarantine")
        table: dict[str, Counter[str]] = defaultdict(Counter)
        by_id: dict[str, set[str]] = defaultdict(set)
        for uid, kind, message_id in places:
            label = labels.get(loaded[uid], "(none)")
            table[label][kind] += 1
            by_id[message_id].add(label)
        kinds = sorted({kind for row in table.values() for kind in row})
        print(f"\n{'label':22}" + "".join(f"{kind:>15}" for kind in kinds))
        for label, row in sorted(table.items()):
            print(f"{label:22}" + "".join(f"{row[kind]:15}" for kind in kinds))
        made: Counter[tuple[str, str, str]] = Counter()
        for message_id, mechanism, outcome in attempts:
            for label in by_id.get(message_id, {"(none)"}):
                made[label, mechanism, outcome] += 1
        print("\nattempts, by label of the message whose way out was used:")
        for (label, mechanism, outcome), times in sorted(made.items()):
            print(f"  {label:22} {mechanism:10} {outcome:12} {times:5}")
        wrong = sum(times for (label, _, _), times in made.items() if label in UNTOUCHABLE)
        print(f"attempts on mail labelled {', '.join(UNTOUCHABLE)}: {wrong}")


_PLACES = """
SELECT place.uid, message.kind, message.message_id FROM place
JOIN message ON message.id = place.message_id WHERE place.folder = 'INBOX'
"""
_ATTEMPTS = """
SELECT attempt.message_id, attempt.mechanism, coalesce(result.outcome, 'unknown') FROM attempt
LEFT JOIN attempt_result AS result ON result.attempt_id = attempt.id
"""


def _arrival(raw: bytes) -> datetime:
    found = DATE.search(raw)
    try:
        claimed = parsedate_to_datetime(found[1].decode("ascii")) if found else None
    except (ValueError, UnicodeDecodeError, IndexError):
        claimed = None
    if claimed is None or not 1995 < claimed.year < 2026:
        return datetime(2020, 1, 1, tzinfo=UTC) + timedelta(
            minutes=random.Random(len(raw)).randrange(10**6)
        )
    return claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC)


if __name__ == "__main__":
    main()
