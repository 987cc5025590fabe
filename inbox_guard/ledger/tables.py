"""The facts, table by table. Rows are added and never changed; only `forget` takes any away.

A count, a name, a standing, the honour of a sender: questions asked of these rows, never columns.
The schema on disk is made by `migrations/`; a test holds the two against each other.

Keys begin with the column that tells rows apart, not with the account: SQLite without statistics
takes every equality for equally good, and would walk through the whole account.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from inbox_guard.core.exchanged import PageKind
from inbox_guard.core.history import Answer, Evidence, TraceKind
from inbox_guard.core.known import KnownKind
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.outgoing import Way
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import Kind, Mechanism, Mode, Outcome, Standing
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

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Trait(StrEnum):
    """By what a sender is known: an address it wrote from, an alias it wrote to, a folder, a way out."""

    ADDRESS = "address"
    ALIAS = "alias"
    FOLDER = "folder"
    ENDPOINT = "endpoint"


class Event(StrEnum):
    """What became of a journalled move."""

    DONE = "done"
    UNDONE = "undone"


class _Numbered(TypedColumns):
    id: Named[int] = Column(NUMBER, primary_key=True)


class _Placed(TypedColumns):
    account: Named[str] = Column(Name, nullable=False)
    folder: Named[str] = Column(Name, nullable=False)
    uidvalidity: Named[int] = Column(BigInteger, nullable=False)
    uid: Named[int] = Column(BigInteger, nullable=False)


# --- what was seen -------------------------------------------------------------------------------


class _Sender(_Numbered):
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


class _Message(_Numbered):
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


class _Place(_Numbered, _Placed):
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


class _Opened(_Numbered):
    message_id: Named[int] = Column(NUMBER, ForeignKey("message.id"), nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


# Mail that was found read by the owner, and when we saw it first.
opened = Table("opened", METADATA, _Opened, UniqueConstraint("message_id"))


class _TraitOf(_Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    trait: Named[Trait] = Column(Choice(Trait), nullable=False)
    value: Named[str] = Column(Name, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


trait = Table("trait", METADATA, _TraitOf, UniqueConstraint("sender_id", "trait", "value"))


class _Trace(_Numbered):
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


class _Mark(_Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    kind: Named[MarkKind] = Column(Choice(MarkKind), nullable=False)
    value: Named[str] = Column(Name, nullable=False)
    quote: Named[str] = Column(Plain, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


mark = Table("mark", METADATA, _Mark, UniqueConstraint("sender_id", "kind", "value"))


class _Dossier(_Numbered):
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


class _Quarantine(_Numbered, _Placed):
    arrived: Named[datetime] = Column(Moment, nullable=False)
    reason: Named[str] = Column(Plain, nullable=False)
    recorded: Named[datetime] = Column(Moment, nullable=False)


quarantine = Table(
    "quarantine", METADATA, _Quarantine, UniqueConstraint("account", "folder", "uidvalidity", "uid")
)


class _Cursor(_Numbered, _Placed):
    recorded: Named[datetime] = Column(Moment, nullable=False)


cursor = Table("cursor", METADATA, _Cursor, Index(None, "account", "folder", "id"))


# --- what the owner brought in from outside ------------------------------------------------------


class _Known(_Numbered):
    account: Named[str | None] = Column(Name, nullable=True)
    kind: Named[KnownKind] = Column(Choice(KnownKind), nullable=False)
    who: Named[str] = Column(Name, nullable=False)
    detail: Named[str] = Column(Name, nullable=False)
    happened: Named[datetime | None] = Column(Moment, nullable=True)
    source: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


known = Table("known", METADATA, _Known, Index(None, "who"))


# --- what was judged and said --------------------------------------------------------------------


class _Verdict(_Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    kind: Named[Kind] = Column(Choice(Kind), nullable=False)
    standing: Named[Standing] = Column(Choice(Standing), nullable=False)
    reason: Named[str] = Column(Plain, nullable=False)
    because: Named[tuple[Evidence, ...]] = Column(Reasons, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)
    rules: Named[str] = Column(Plain, nullable=False)


verdict = Table("verdict", METADATA, _Verdict, Index(None, "sender_id", "id"))


class _Word(_Numbered):
    account: Named[str | None] = Column(Name, nullable=True)
    answer: Named[Answer] = Column(Choice(Answer), nullable=False)
    target: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


word = Table("word", METADATA, _Word)


class _Forgotten(_Numbered):
    digest: Named[str] = Column(Plain, nullable=False)
    answer: Named[Answer] = Column(Choice(Answer), nullable=False)
    said: Named[datetime] = Column(Moment, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


forgotten = Table("forgotten", METADATA, _Forgotten, Index(None, "digest"))


class _Salt(_Numbered):
    salt: Named[str] = Column(Plain, nullable=False)


salt = Table("salt", METADATA, _Salt)


class _StandingRule(_Numbered):
    account: Named[str] = Column(Name, nullable=False)
    mode: Named[Mode] = Column(Choice(Mode), nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


standing_rule = Table("standing_rule", METADATA, _StandingRule, Index(None, "account", "id"))


class _Learned(_Numbered):
    account: Named[str] = Column(Name, nullable=False)
    authserv_id: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


learned = Table("learned", METADATA, _Learned, Index(None, "account", "id"))


# --- what was done -------------------------------------------------------------------------------


class _Run(_Numbered):
    account: Named[str] = Column(Name, nullable=False)
    command: Named[str] = Column(Plain, nullable=False)
    rule: Named[str] = Column(Plain, nullable=False)
    began: Named[datetime] = Column(Moment, nullable=False)


run = Table("run", METADATA, _Run)


class _RunEnd(_Numbered):
    run_id: Named[int] = Column(NUMBER, ForeignKey("run.id"), nullable=False)
    ended: Named[datetime] = Column(Moment, nullable=False)


run_end = Table("run_end", METADATA, _RunEnd, UniqueConstraint("run_id"))


class _Attempt(_Numbered):
    run_id: Named[int] = Column(NUMBER, ForeignKey("run.id"), nullable=False)
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    mechanism: Named[Mechanism] = Column(Choice(Mechanism), nullable=False)
    host: Named[str] = Column(Plain, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    rule: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


attempt = Table("attempt", METADATA, _Attempt, Index(None, "sender_id", "id"), Index(None, "at"))


class _AttemptResult(_Numbered):
    attempt_id: Named[int] = Column(NUMBER, ForeignKey("attempt.id"), nullable=False)
    outcome: Named[Outcome] = Column(Choice(Outcome), nullable=False)
    detail: Named[str] = Column(Plain, nullable=False)
    status: Named[int | None] = Column(Integer, nullable=True)
    owner_url: Named[str] = Column(Plain, nullable=False)
    retry_at: Named[datetime | None] = Column(Moment, nullable=True)
    rule: Named[str] = Column(Plain, nullable=False)
    sent: Named[int] = Column(BigInteger, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


attempt_result = Table(
    "attempt_result", METADATA, _AttemptResult, Index(None, "attempt_id", "id"), Index(None, "at")
)


class _Exchange(_Numbered):
    attempt_id: Named[int] = Column(NUMBER, ForeignKey("attempt.id"), nullable=False)
    method: Named[str] = Column(Plain, nullable=False)
    host: Named[str] = Column(Name, nullable=False)
    answered_by: Named[str] = Column(Plain, nullable=False)
    pressed: Named[str] = Column(Plain, nullable=False)
    status: Named[int | None] = Column(Integer, nullable=True)
    page: Named[PageKind] = Column(Choice(PageKind), nullable=False)
    says: Named[str] = Column(Plain, nullable=False)
    excerpt: Named[str] = Column(Plain, nullable=False)
    octets: Named[int] = Column(BigInteger, nullable=False)
    sha256: Named[str] = Column(Plain, nullable=False)
    snapshot: Named[bytes] = Column(Packed, nullable=False)
    rule: Named[str] = Column(Plain, nullable=False)
    refused: Named[str] = Column(Plain, nullable=False)
    busy_until: Named[datetime | None] = Column(Moment, nullable=True)
    at: Named[datetime] = Column(Moment, nullable=False)


exchange = Table(
    "exchange",
    METADATA,
    _Exchange,
    Index(None, "attempt_id", "id"),
    Index(None, "busy_until"),
)


class _Outgoing(_Numbered):
    account: Named[str] = Column(Name, nullable=False)
    way: Named[Way] = Column(Choice(Way), nullable=False)
    host: Named[str] = Column(Plain, nullable=False)
    port: Named[int] = Column(Integer, nullable=False)
    number: Named[str] = Column(Plain, nullable=False)
    attempt_id: Named[int | None] = Column(NUMBER, ForeignKey("attempt.id"), nullable=True)
    at: Named[datetime] = Column(Moment, nullable=False)


outgoing = Table("outgoing", METADATA, _Outgoing, Index(None, "at"), Index(None, "attempt_id"))


class _Move(_Numbered, _Placed):
    run_id: Named[int] = Column(NUMBER, ForeignKey("run.id"), nullable=False)
    key: Named[str] = Column(Name, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    destination: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


move = Table("move", METADATA, _Move, Index(None, "key"), Index(None, "run_id"))


class _MoveEvent(_Numbered):
    move_id: Named[int] = Column(NUMBER, ForeignKey("move.id"), nullable=False)
    event: Named[Event] = Column(Choice(Event), nullable=False)
    folder: Named[str | None] = Column(Name, nullable=True)
    uidvalidity: Named[int | None] = Column(BigInteger, nullable=True)
    uid: Named[int | None] = Column(BigInteger, nullable=True)
    at: Named[datetime] = Column(Moment, nullable=False)


move_event = Table("move_event", METADATA, _MoveEvent, Index(None, "move_id", "id"))


class _ReportSent(_Numbered):
    month: Named[date] = Column(Date, nullable=False)
    recipient: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


report_sent = Table("report_sent", METADATA, _ReportSent, Index(None, "month"))
