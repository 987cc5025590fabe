"""A message as facts: whatever bytes arrive, a `Message` comes out (or `Unreadable` with its reason).

Pure and total (law 11): no header, charset, date or nesting makes `read` raise.
RFC 5322 §3.6 (fields), RFC 2919 (List-Id), RFC 2369 (List-*).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from inbox_guard.core.address import Owner, Party, author, parties
from inbox_guard.core.authentication import NOBODY_ASKED, Authentication, authentication
from inbox_guard.core.date import moment
from inbox_guard.core.delivery import alias
from inbox_guard.core.encoding import one_line, words
from inbox_guard.core.folder import Role
from inbox_guard.core.headers import Headers, split
from inbox_guard.core.mechanism import Offer, offered, uri_of
from inbox_guard.core.passed_on import is_carriers_own


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
        offers=_offers(headers, writer),
        authentication=(
            authentication(headers, writer.domain, authserv_ids) if writer else NOBODY_ASKED
        ),
        headers=headers,
    )


_KEY_FIELDS = ("message-id", "date", "from", "to", "subject", "list-id")
_BRACKETED = re.compile(r"<([^<>]*+)>")
_MOST_IDS = 100
_LONGEST_SUBJECT = 2_000
_LONGEST_ID = 998  # RFC 5322 §2.1.1: the longest line
_LONGEST_LIST_ID = 255  # RFC 2919 §2


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


def _offers(headers: Headers, writer: Party | None) -> tuple[Offer, ...]:
    """The ways off the list; an alias service's own would turn the owner's alias off, and is none."""
    offers = offered(headers.all("list-unsubscribe"), headers.all("list-unsubscribe-post"))
    if writer is None:
        return offers
    return tuple([offer for offer in offers if not is_carriers_own(uri_of(offer), writer)])


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
