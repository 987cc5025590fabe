"""A whole household for tests: a mailbox on a real Dovecot, senders on a real HTTPS server, the command line."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.letters import AUTHSERV_ID, OWNER
from tests.servers.dovecot import Dovecot
from tests.servers.https import WebServer

PROJECT = Path(__file__).parent.parent
NOW = datetime.now(UTC).replace(microsecond=0)


def days_ago(days: float) -> datetime:
    """A moment before now."""
    return NOW - timedelta(days=days)


@dataclass
class Ran:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    def row(self, sender: str) -> dict[str, Any]:
        found = [row for row in self.rows if row["sender"] == sender]
        assert len(found) == 1, (sender, self.out, self.err)
        return found[0]


@dataclass
class Household:
    """An owner with a mailbox, and the settings that `inbox-guard` gets from the environment."""

    dovecot: Dovecot
    web: WebServer
    folder: Path
    more: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.owner = self.dovecot.add_user()

    @property
    def ledger(self) -> Path:
        return self.folder / "state" / "ledger.sqlite"

    def settings(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PYTHONPATH": str(PROJECT),
            "PYTHONWARNINGS": "error",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "GUARD_IMAP_HOST": "127.0.0.1",
            "GUARD_IMAP_PORT": str(self.dovecot.port_tls),
            "GUARD_IMAP_CA_FILE": str(self.dovecot.ca_file),
            "GUARD_IMAP_USER": self.owner.user,
            "GUARD_IMAP_PASSWORD": self.owner.password,
            "GUARD_ADDRESSES": OWNER,
            "GUARD_AUTHSERV_IDS": AUTHSERV_ID,
            "GUARD_PRIVATE_HOSTS": "127.0.0.1",
            "GUARD_WEB_CA_FILE": str(self.web.ca_file),
            "GUARD_LEDGER": str(self.ledger),
            "GUARD_TIMEZONE": "UTC",
            "GUARD_MIN_AGE": "0",
        } | self.more

    def deliver(self, *mails: tuple[bytes, datetime], folder: str = "INBOX") -> None:
        self.dovecot.deliver(self.owner.user, folder, *mails)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "inbox_guard", *arguments]

    def guard(self, *arguments: str, **more: str) -> Ran:
        """Run a command as the owner would."""
        return self.ran(self.command(*arguments), **more)

    def ran(self, command: list[str], **more: str) -> Ran:
        done = subprocess.run(
            command,
            env=self.settings() | more,
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)
