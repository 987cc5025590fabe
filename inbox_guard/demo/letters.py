"""Who writes to Robin, and what: two years of invented mail, read from `messages/*.toml`.

Every name and sentence is made up for the demo. Beside each sender stands what a person would judge
(`kind`, `standing`), so that a test can ask whether inbox-guard comes to the same view.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from importlib.resources import files
from typing import Any

from inbox_guard.core.vocabulary import Kind, Standing

ROBIN = "robin@robin.example"
NAME = "Robin Amsel"


class Way(StrEnum):
    """How a sender lets somebody go."""

    NONE = "none"
    ONE_CLICK = "one-click"
    ONE_CLICK_SILENT = "one-click-silent"
    ONE_CLICK_REFUSED = "one-click-refused"
    MAILTO = "mailto"
    PAGE = "page"
    SURVEY = "survey"
    LOGIN = "login"
    PLAIN_HTTP = "plain-http"


class After(StrEnum):
    """What a sender does once it was asked to stop."""

    KEEPS = "keeps"
    GOODBYE = "goodbye"
    LATE = "late"
    NEVER = "never"


class Proof(StrEnum):
    """What Robin's own server found out about a sender's mail. LOCAL mail is made by that server."""

    PASS = "pass"  # noqa: S105  a result of RFC 8601, no password
    FAIL = "fail"
    NONE = "none"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail. `days` before the story begins (negative: after it); `answers` another letter's `id`.

    `own` mail is Robin's; `author` replaces the sender on a discussion list; `kind` where it differs
    from the sender's (a confirmation among newsletters).
    """

    days: int
    subject: str
    text: str
    id: str = ""
    answers: str = ""
    own: bool = False
    author: str = ""
    to: str = ""
    folder: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody who writes to Robin. `standing` is None where the demo expects no particular one.

    `person` is who speaks through a network's address; `headers` are further header fields.
    """

    key: str
    name: str
    address: str
    kind: Kind
    letters: tuple[Letter, ...]
    standing: Standing | None = None
    way: Way = Way.NONE
    after: After = After.KEEPS
    authentication: Proof = Proof.PASS
    mailer: str = ""
    language: str = "en"
    to: str = ROBIN
    list_id: str = ""
    person: str = ""
    leave: str = ""
    footer: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The domain of its address, where its web pages and its mail robot live too."""
        return self.address.rpartition("@")[2]

    @property
    def token(self) -> str:
        """The opaque part of its unsubscribe links: who Robin is to this sender."""
        return sha256(f"{self.key}:{self.to}".encode()).hexdigest()[:20]

    @property
    def identity(self) -> str:
        """The name of its row in the ledger: List-Id, else ``network:person``, else address."""
        return self.list_id or (f"linkedin:{self.person.lower()}" if self.person else self.address)


def senders() -> tuple[Sender, ...]:
    """Read every sender with its letters; raises on a misspelt key, kind, standing or way."""
    folder = files("inbox_guard.demo") / "messages"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    tables = [
        table
        for name in names
        for table in tomllib.loads((folder / name).read_text("utf-8"))["sender"]
    ]
    return tuple(_sender(table) for table in tables)


def _sender(table: dict[str, Any]) -> Sender:
    meant = table | {
        "kind": Kind(table["kind"]),
        "standing": Standing(table["standing"]) if "standing" in table else None,
        "way": Way(table.get("way", "none")),
        "after": After(table.get("after", "keeps")),
        "authentication": Proof(table.get("authentication", "pass")),
        "letters": tuple(_letter(letter) for letter in table["letter"]),
    }
    del meant["letter"]
    return Sender(**meant)


def _letter(table: dict[str, Any]) -> Letter:
    return Letter(**(table | {"kind": Kind(table["kind"]) if "kind" in table else None}))
