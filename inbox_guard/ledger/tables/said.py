"""What the owner said and brought in, and what was judged."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Index, Named, Table

from inbox_guard.core.history import Answer, Evidence
from inbox_guard.core.known import KnownKind
from inbox_guard.core.vocabulary import Kind, Mode, Standing
from inbox_guard.ledger.columns import NUMBER, Choice, Moment, Name, Plain, Reasons
from inbox_guard.ledger.tables.base import METADATA, Numbered


class _Known(Numbered):
    account: Named[str | None] = Column(Name, nullable=True)
    kind: Named[KnownKind] = Column(Choice(KnownKind), nullable=False)
    who: Named[str] = Column(Name, nullable=False)
    detail: Named[str] = Column(Name, nullable=False)
    happened: Named[datetime | None] = Column(Moment, nullable=True)
    source: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


known = Table("known", METADATA, _Known, Index(None, "who"))


class _Verdict(Numbered):
    sender_id: Named[int] = Column(NUMBER, ForeignKey("sender.id"), nullable=False)
    kind: Named[Kind] = Column(Choice(Kind), nullable=False)
    standing: Named[Standing] = Column(Choice(Standing), nullable=False)
    reason: Named[str] = Column(Plain, nullable=False)
    because: Named[tuple[Evidence, ...]] = Column(Reasons, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)
    rules: Named[str] = Column(Plain, nullable=False)


verdict = Table("verdict", METADATA, _Verdict, Index(None, "sender_id", "id"))


class _Word(Numbered):
    account: Named[str | None] = Column(Name, nullable=True)
    answer: Named[Answer] = Column(Choice(Answer), nullable=False)
    target: Named[str] = Column(Name, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


word = Table("word", METADATA, _Word)


class _Forgotten(Numbered):
    digest: Named[str] = Column(Plain, nullable=False)
    answer: Named[Answer] = Column(Choice(Answer), nullable=False)
    said: Named[datetime] = Column(Moment, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


forgotten = Table("forgotten", METADATA, _Forgotten, Index(None, "digest"))


class _Salt(Numbered):
    salt: Named[str] = Column(Plain, nullable=False)


salt = Table("salt", METADATA, _Salt)


class _StandingRule(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    mode: Named[Mode] = Column(Choice(Mode), nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


standing_rule = Table("standing_rule", METADATA, _StandingRule, Index(None, "account", "id"))


class _Learned(Numbered):
    account: Named[str] = Column(Name, nullable=False)
    authserv_id: Named[str] = Column(Plain, nullable=False)
    at: Named[datetime] = Column(Moment, nullable=False)


learned = Table("learned", METADATA, _Learned, Index(None, "account", "id"))
