"""Who speaks: one row per list, else per address, else per person behind a network.

Pure. RFC 2919 (List-Id); networks by the table in `core/data`.
"""

from dataclasses import dataclass
from enum import StrEnum

from inbox_guard.core.message import Message


class SenderKind(StrEnum):
    """What identifies a sender."""

    LIST = "list"
    ADDRESS = "address"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class SenderId:
    """A sender: a bare List-Id, an address, or ``network:person``."""

    kind: SenderKind
    value: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A sender with the name it goes by and the organisation behind it (registrable domain or address)."""

    sender: SenderId
    name: str
    organisation: str


def speaker(message: Message) -> Speaker | None:
    """Return who speaks in `message`; None when its author is ambiguous or missing, or it is the owner's own."""
    raise NotImplementedError
