"""What was seen: senders, messages and where they lay, what they carried, what could not be read."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Named,
    Table,
    UniqueConstraint,
)

from inbox_guard.core.history import Evidence, TraceKind
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import Kind, Mechanism
from inbox_guard.ledger.columns import (
    NUMBER,
    Choice,
    Mechanisms,
    Moment,
    Name,
    Packed,
    Plain,
    Reasons,
)
from inbox_guard.ledger.tables.base import METADATA, Numbered, Placed


class Trait(StrEnum):
    """By what a sender is known: an address it wrote from, an alias it wrote to, a folder, a way out."""

    ADDRESS = "address"
    ALIAS = "alias"
    FOLDER = "folder"
    ENDPOINT = "endpoint"


class _Sender(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    kind: Named[SenderKind] = Column(Choice(SenderKind), nullable=False)
    value: Named[str] = Column(Name, nullable=False)
    name: Named[str] = Column(Plain, nullable=False)
    organisation: Named[str] = Column(Name, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


# A number must never name a second sender once the first is forgotten: hence AUTOINCREMENT.
sender = Table(
    "sender",
    METADATA,
    _Sender,
    UniqueConstraint("value", "kind", "account"),
    Index(None, "organisation"),
    sqlite_autoincrement=True,
)


class _Message(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    key: Named[str] = Column(Name, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    sender_id: Named[int | None] = Column(NUMBER, ForeignKey("sender.id"), nullable=True)
    name: Named[str] = Column(Plain, nullable=False)
    address: Named[str] = Column(Name, nullable=False)
    alias: Named[str] = Column(Name, nullable=False)
    arrived: Named[datetime] = Column(Moment, nullable=False)
    claimed_date: Named[datetime | None] = Column(Moment, nullable=True)
    size: Named[int] = Column(BigInteger, nullable=False)
    subject: Named[str] = Column(Plain, nullable=False)
    kind: Named[Kind] = Column(Choice(Kind), nullable=False)
    signs: Named[tuple[Evidence, ...]] = Column(Reasons, nullable=False)
    mechanisms: Named[tuple[Mechanism, ...]] = Column(Mechanisms, nullable=False)
    authenticated: Named[bool | None] = Column(Boolean, nullable=True)
    recorded: Named[datetime] = Column(Moment, nullable=False)


message = Table(
    "message",
    METADATA,
    _Message,
    UniqueConstraint("key", "account"),
    Index(None, "sender_id", "kind", "arrived"),
    Index(None, "account", "arrived", "sender_id", "kind"),  # answers a month by itself
    Index(None, "message_id", "account"),
)


class _Place(Numbered, Placed):
    message_id: Named[int] = Column(NUMBER, ForeignKey("message.id"), nullable=False)
    in_junk: Named[bool] = Column(Boolean, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


place = Table(
    "place",
    METADATA,
    _Place,
    UniqueConstraint("account", "folder", "uidvalidity", "uid"),
    Index(None, "message_id"),
)


class _Opened(Numbered):
    message_id: Named[int] = Column(NUMBER, ForeignKey("message.id"), nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


# Mail that was found read by the owner, and when we saw it first.
opened = Table("opened", METADATA, _Opened, UniqueConstraint("message_id"))


class _TraitOf(Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    trait: Named[Trait] = Column(Choice(Trait), nullable=False)
    value: Named[str] = Column(Name, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


trait = Table("trait", METADATA, _TraitOf, UniqueConstraint("sender_id", "trait", "value"))


class _Trace(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    kind: Named[TraceKind] = Column(Choice(TraceKind), nullable=False)
    organisation: Named[str] = Column(Name, nullable=False)
    address: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    quote: Named[str] = Column(Plain, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


trace = Table(
    "trace",
    METADATA,
    _Trace,
    UniqueConstraint("organisation", "address", "message_id", "kind", "at", "account"),
)


class _Mark(Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    kind: Named[MarkKind] = Column(Choice(MarkKind), nullable=False)
    value: Named[str] = Column(Name, nullable=False)
    quote: Named[str] = Column(Plain, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


mark = Table("mark", METADATA, _Mark, UniqueConstraint("sender_id", "kind", "value"))


class _Dossier(Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    arrived: Named[datetime] = Column(Moment, nullable=False)
    alias: Named[str] = Column(Name, nullable=False)
    sha256: Named[str] = Column(Plain, nullable=False)
    raw: Named[bytes] = Column(Packed, nullable=False)
    provider: Named[str] = Column(Plain, nullable=False)
    campaign: Named[str] = Column(Plain, nullable=False)
    checklist: Named[tuple[Evidence, ...]] = Column(Reasons, nullable=False)
    frozen: Named[datetime] = Column(Moment, nullable=False)


dossier = Table("dossier", METADATA, _Dossier, UniqueConstraint("sender_id"))


class _Quarantine(Numbered, Placed):
    arrived: Named[datetime] = Column(Moment, nullable=False)
    reason: Named[str] = Column(Plain, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


quarantine = Table(
    "quarantine", METADATA, _Quarantine, UniqueConstraint("account", "folder", "uidvalidity", "uid")
)


class _Cursor(Numbered, Placed):
    recorded: Named[datetime] = Column(Moment, nullable=False)


cursor = Table("cursor", METADATA, _Cursor, Index(None, "account", "folder", "id"))
