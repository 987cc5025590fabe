"""A message as facts: whatever bytes arrive, a `Message` comes out (or `Unreadable` with its reason).

Pure and total (law 11): no header, charset, date or nesting makes `read` raise. Own header split,
because `email.policy.default` needs > 20 s and 2.7 GB for a 2 MB Subject.
RFC 5322 §2.2 (fields, folding), RFC 2047 (encoded words), RFC 2919 (List-Id), RFC 2369 (List-*).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import islice

from inbox_guard.core.address import Owner, Party, author, parties
from inbox_guard.core.authentication import NOBODY_ASKED, Authentication, authentication
from inbox_guard.core.date import moment
from inbox_guard.core.delivery import alias
from inbox_guard.core.encoding import one_line, undeclared, words
from inbox_guard.core.folder import Role
from inbox_guard.core.mechanism import Offer, offered


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
    """The header fields in order: (lower-case name, unfolded raw value).

    A value is not RFC 2047-decoded; raw 8-bit bytes in it were read as UTF-8 or latin-1.
    """

    fields: tuple[tuple[str, str], ...]
    _by_name: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the fields by name: judgement asks for some forty of them."""
        by_name: dict[str, tuple[str, ...]] = {}
        for name, value in self.fields:
            by_name[name] = (*by_name[name], value) if name in by_name else (value,)
        object.__setattr__(self, "_by_name", by_name)

    def first(self, name: str) -> str:
        """The topmost value of a field, unfolded but not RFC 2047-decoded; "" when absent."""
        values = self._by_name.get(name.lower())
        return values[0] if values else ""

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, topmost first."""
        return self._by_name.get(name.lower(), ())

    def text(self, name: str) -> str:
        """The topmost value decoded for people (RFC 2047), control characters removed."""
        return words(self.first(name))

    def has(self, name: str) -> bool:
        """Whether the field is present."""
        return name.lower() in self._by_name

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

    `own` is True for what the owner wrote herself (From is hers and it lies in Sent or Drafts, or
    carries no sign of having been received from outside).
    """
    if not fetched.raw:
        return Unreadable(fetched.ref, fetched.arrived, "empty")
    headers, _ = split(fetched.raw)
    if not headers.fields:
        return Unreadable(fetched.ref, fetched.arrived, "no header field")
    froms = headers.all("from")
    writer = author(froms[0]) if len(froms) == 1 else None
    list_id, list_name = _list(headers)
    return Message(
        ref=fetched.ref,
        role=fetched.role,
        key=_key(headers),
        message_id=next(iter(_ids(headers.first("message-id"))), ""),
        arrived=fetched.arrived,
        claimed_date=moment(headers.first("date")),
        size=fetched.size,
        author=writer,
        recipients=_recipients(headers),
        alias=alias(headers, owner),
        own=_own(fetched.role, writer, headers, owner),
        subject=headers.text("subject")[:_LONGEST_SUBJECT],
        list_id=list_id,
        list_name=list_name,
        in_reply_to=_answered(headers),
        offers=offered(headers.all("list-unsubscribe"), headers.all("list-unsubscribe-post")),
        authentication=(
            authentication(headers, writer.domain, authserv_ids) if writer else NOBODY_ASKED
        ),
        headers=headers,
    )


def split(raw: bytes) -> tuple[Headers, bytes]:
    """Split raw bytes into header fields and body.

    Caps: 64 k characters a field, 256 k and 1,000 fields in all; what is beyond them is dropped, the
    topmost (our own server's) fields are kept. Lines that are no field are skipped: an mbox ``From ``
    line, text without a colon, a name with a blank in it.
    """
    raw = raw.removeprefix(_BYTE_ORDER_MARK).lstrip(b"\r\n")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")  # a Mac file; elsewhere a bare CR ends no line
    end = _EMPTY_LINE.search(raw)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    return Headers(_fields(head[:_BLOCK].translate(None, b"\r\0"))), body


_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_EMPTY_LINE = re.compile(rb"\n\r*+\n")
_BLOCK = 8 * 1024 * 1024  # octets of header looked at before anything is cut
_FIELD, _TOTAL, _FIELDS = 64 * 1024, 256 * 1024, 1_000
# RFC 5322 §2.2: a name of printable ASCII, a colon, and lines that go on with a blank. Only at the
# beginning of a line, and never giving back what it took: linear in whatever is thrown at it.
_ONE_FIELD = re.compile(r"^([!-9;-~]{1,256}+)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.MULTILINE)
_KEY_FIELDS = ("message-id", "date", "from", "to", "subject", "list-id")
_BRACKETED = re.compile(r"<([^<>]*+)>")
_MOST_IDS = 100
_LONGEST_SUBJECT = 2_000
_LONGEST_ID = 998  # RFC 5322 §2.1.1: the longest line
_LONGEST_LIST_ID = 255  # RFC 2919 §2


def _fields(head: bytes) -> tuple[tuple[str, str], ...]:
    """Unfold and decode a header block without CRs (RFC 5322 §2.2.3), cut to the caps."""
    try:
        text, mixed = head.decode(), False
    except UnicodeDecodeError:
        text, mixed = head.decode("latin-1"), True
    found = _ONE_FIELD.findall(text)[:_FIELDS] if len(text) <= _FIELD else _capped(text)
    fields: list[tuple[str, str]] = []
    for name, folded in found:
        value = (folded.replace("\n", "") if "\n" in folded else folded).strip(" \t")
        if mixed and not value.isascii():
            value = undeclared(value.encode("latin-1"))
        fields.append((name.lower(), value))
    return tuple(fields)


def _capped(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    room = _TOTAL
    for field_found in islice(_ONE_FIELD.finditer(text), _FIELDS):
        name, value = field_found[1], field_found[2][:_FIELD]
        room -= len(name) + len(value)
        if room < 0:
            break
        found.append((name, value))
    return found


def _key(headers: Headers) -> str:
    """Hash what every copy of a mail has in common; all of the header when it has none of these."""
    values = [" ".join(headers.first(name).split()) for name in _KEY_FIELDS]
    if not any(values):
        values = [f"{name}: {' '.join(value.split())}" for name, value in headers]
    return sha256("\n".join(values).encode("utf-8", "replace")).hexdigest()


def _ids(value: str) -> list[str]:
    """Message-IDs of a field, without brackets; a single word counts where nothing is bracketed."""
    found = _BRACKETED.findall(value) or (value.split() if " " not in value.strip() else [])
    return [one_line(text)[:_LONGEST_ID] for text in found[:_MOST_IDS] if text.strip()]


def _answered(headers: Headers) -> tuple[str, ...]:
    """Whom it answers: In-Reply-To, else the last of References (RFC 5322 §3.6.4: the parent)."""
    parents = _ids(headers.first("in-reply-to"))
    parents = parents or _ids(headers.first("references")[-_LONGEST_ID:])[-1:]
    return tuple(dict.fromkeys(parents))


def _recipients(headers: Headers) -> tuple[Party, ...]:
    fields = (*headers.all("to"), *headers.all("cc"), *headers.all("bcc"))
    return tuple(party for value in fields for party in parties(value))


def _own(role: Role, writer: Party | None, headers: Headers, owner: Owner) -> bool:
    """Whether the owner wrote it. Anybody may forge her From, but not into Sent, and not unreceived."""
    if writer is None or not owner.owns(writer.address):
        return False
    if role in (Role.SENT, Role.DRAFTS):
        return True
    return role is not Role.JUNK and not headers.has("received")


def _list(headers: Headers) -> tuple[str, str]:
    """The bare List-Id and the words before it, of the topmost List-Id (RFC 2919 §3)."""
    value = headers.first("list-id")
    if not value:
        return "", ""
    value = words(value)
    name, bracket, rest = value.rpartition("<")
    if bracket:
        identity = rest.partition(">")[0]
    else:
        dotted = [word for word in value.split() if "." in word]
        name, identity = "", (dotted[-1] if dotted else value)
    return "".join(identity.lower().split())[:_LONGEST_LIST_ID], name.strip(" \"'")
