"""What was done: runs, attempts and every step of them, moves, reports."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Named,
    Table,
    UniqueConstraint,
)

from inbox_guard.core.exchanged import PageKind
from inbox_guard.core.outgoing import Way
from inbox_guard.core.vocabulary import Mechanism, Outcome
from inbox_guard.ledger.columns import NUMBER, Choice, Moment, Name, Packed, Plain
from inbox_guard.ledger.tables.base import METADATA, Numbered, Placed


class Event(StrEnum):
    """What became of a journalled move."""

    DONE = "done"
    UNDONE = "undone"


class _Run(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    command: Named[str] = Column(Plain, nullable=False)
    rule: Named[str] = Column(Plain, nullable=False)
    began: Named[datetime] = Column(Moment, nullable=False)


run = Table("run", METADATA, _Run)


class _RunEnd(Numbered):
    run_id: Named[int] = Column(NUMBER, ForeignKey("run.id"), nullable=False)
    ended: Named[datetime] = Column(Moment, nullable=False)


run_end = Table("run_end", METADATA, _RunEnd, UniqueConstraint("run_id"))


class _Attempt(Numbered):
    run_id: Named[int] = Column(NUMBER, ForeignKey("run.id"), nullable=False)
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    mechanism: Named[Mechanism] = Column(Choice(Mechanism), nullable=False)
    host: Named[str] = Column(Plain, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    rule: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


attempt = Table("attempt", METADATA, _Attempt, Index(None, "sender_id", "id"), Index(None, "at"))


class _AttemptResult(Numbered):
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


class _Exchange(Numbered):
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


class _Outgoing(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    way: Named[Way] = Column(Choice(Way), nullable=False)
    host: Named[str] = Column(Plain, nullable=False)
    port: Named[int] = Column(Integer, nullable=False)
    number: Named[str] = Column(Plain, nullable=False)
    attempt_id: Named[int | None] = Column(NUMBER, ForeignKey("attempt.id"), nullable=True)
    at: Named[datetime] = Column(Moment, nullable=False)


outgoing = Table("outgoing", METADATA, _Outgoing, Index(None, "at"), Index(None, "attempt_id"))


class _Move(Numbered, Placed):
    run_id: Named[int] = Column(NUMBER, ForeignKey("run.id"), nullable=False)
    key: Named[str] = Column(Name, nullable=False)
    message_id: Named[str] = Column(Name, nullable=False)
    destination: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


move = Table("move", METADATA, _Move, Index(None, "key"), Index(None, "run_id"))


class _MoveEvent(Numbered):
    move_id: Named[int] = Column(NUMBER, ForeignKey("move.id"), nullable=False)
    event: Named[Event] = Column(Choice(Event), nullable=False)
    folder: Named[str | None] = Column(Name, nullable=True)
    uidvalidity: Named[int | None] = Column(BigInteger, nullable=True)
    uid: Named[int | None] = Column(BigInteger, nullable=True)
    at: Named[datetime] = Column(Moment, nullable=False)


move_event = Table("move_event", METADATA, _MoveEvent, Index(None, "move_id", "id"))


class _ReportSent(Numbered):
    month: Named[date] = Column(Date, nullable=False)
    recipient: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


report_sent = Table("report_sent", METADATA, _ReportSent, Index(None, "month"))
