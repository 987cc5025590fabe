"""A message as facts: whatever bytes arrive, a `Message` comes out (or `Unreadable` with its reason).

Pure and total (law 11): no header, charset, date or nesting makes `read` raise. Own header split,
because `email.policy.default` needs > 20 s and 2.7 GB for a 2 MB Subject.
RFC 5322 §2.2 (fields, folding), RFC 2047 (encoded words), RFC 2919 (List-Id), RFC 2369 (List-*).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from inbox_guard.core.address import Owner, Party
from inbox_guard.core.authentication import Authentication
from inbox_guard.core.folder import Role
from inbox_guard.core.mechanism import Offer


@dataclass(frozen=True, slots=True)
class MessageRef:
    """Where a message lies (RFC 9051 §2.3.1.1: a UID means something only with its UIDVALIDITY)."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a mailbox hands over for one message: the header block only, or the whole message.

    `arrived` is the server's clock (INTERNALDATE) in UTC; `size` is in octets (RFC822.SIZE);
    `raw` begins with the header block, and holds more only where the body was asked for.
    """

    ref: MessageRef
    role: Role
    arrived: datetime
    size: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Headers:
    """The header fields in order: (lower-case name, unfolded raw value as str, undecoded bytes as latin-1/utf-8)."""

    fields: tuple[tuple[str, str], ...]

    def first(self, name: str) -> str:
        """The topmost value of a field, unfolded but not RFC 2047-decoded; "" when absent."""
        raise NotImplementedError

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, topmost first."""
        raise NotImplementedError

    def text(self, name: str) -> str:
        """The topmost value decoded for people (RFC 2047), control characters removed."""
        raise NotImplementedError

    def has(self, name: str) -> bool:
        """Whether the field is present."""
        raise NotImplementedError

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Iterate over (name, value), topmost first."""
        return iter(self.fields)


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `arrived` is the server's clock, `claimed_date` theirs (None when unreadable).

    `key` identifies the message across folders and UIDVALIDITY changes: hex of SHA-256 over
    Message-ID, Date, From, To, Subject and List-Id. `message_id` is without brackets, "" when absent.
    `author` is None when the From field is missing or ambiguous: then nothing is ever done.
    `alias` is the owner's address it was delivered to ("" when no header tells).
    """

    ref: MessageRef
    role: Role
    key: str
    message_id: str
    arrived: datetime
    claimed_date: datetime | None
    size: int
    author: Party | None
    recipients: tuple[Party, ...]
    alias: str
    own: bool
    subject: str
    list_id: str
    list_name: str
    in_reply_to: tuple[str, ...]
    offers: tuple[Offer, ...]
    authentication: Authentication
    headers: Headers


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Bytes that are no message; they go to quarantine with the reason and the sweep goes on."""

    ref: MessageRef
    arrived: datetime
    reason: str


def read(fetched: Fetched, owner: Owner, authserv_ids: tuple[str, ...]) -> Message | Unreadable:
    """Read the facts of one message; total.

    `own` is True for what the owner wrote herself (From is hers and it lies in Sent, or carries no
    sign of having been received from outside).
    """
    raise NotImplementedError


def split(raw: bytes) -> tuple[Headers, bytes]:
    """Split raw bytes into header fields and body. Caps: 64 kB a field, 256 kB and 1,000 fields in all."""
    raise NotImplementedError
