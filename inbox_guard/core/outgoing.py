"""A connection that left the house: to whom, by which way, and what for. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Way(StrEnum):
    """What a connection is for."""

    MAILBOX = "mailbox"  # the owner's IMAP server
    OUTBOX = "outbox"  # the owner's submission server
    WEB = "web"  # a sender's server, by the web client
    BROWSER = "browser"  # whatever a page in the browser fetches
    KEY = "key"  # a question to DNS for the key of a signature


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A connection, or a question to DNS, in the moment before it is made.

    `number` is the address that was dialled, "" where only a name is known; `attempt` is that of the
    ledger which it is made for, 0 for none.
    """

    way: Way
    host: str
    port: int
    number: str = ""
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection as the ledger remembers it. `sender` and `rule` are those of its attempt, else ""."""

    outgoing: Outgoing
    account: str
    at: datetime
    sender: str = ""
    rule: str = ""


Noted = Callable[[Outgoing], None]
"""What an adapter calls before it dials; may raise `LedgerError`, and then nothing is dialled."""


def unnoted(_: Outgoing) -> None:
    """Note nothing: for adapters that are used without a ledger."""
