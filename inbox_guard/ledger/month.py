"""The facts of one calendar month, as the owner's time zone counts it."""

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import ColumnElement, Connection, func, or_, select

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.records import Month, MonthRow
from inbox_guard.core.vocabulary import Kind, Standing
from inbox_guard.errors import LedgerError
from inbox_guard.ledger.deeds import attempts
from inbox_guard.ledger.messages import IS_OWN
from inbox_guard.ledger.recall import MARKETING, chunks, oldest
from inbox_guard.ledger.rows import rows
from inbox_guard.ledger.tables import (
    attempt,
    attempt_result,
    message,
    quarantine,
    sender,
    verdict,
)


@dataclass(frozen=True, slots=True)
class Span:
    """From `begins` up to, and not including, `ends`; both in UTC."""

    begins: datetime
    ends: datetime

    def holds(self, moment: ColumnElement[datetime]) -> ColumnElement[bool]:
        """The condition that a column lies in the span."""
        return (moment >= self.begins) & (moment < self.ends)


def span(first: date, timezone: str) -> Span:
    """Return the month of `first` in a time zone (IANA). Raises `LedgerError` for an unknown zone."""
    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise LedgerError(f"{timezone} is no time zone; check GUARD_TIMEZONE") from error
    after = (first.year + 1, 1) if first.month == 12 else (first.year, first.month + 1)
    return Span(
        datetime(first.year, first.month, 1, tzinfo=zone).astimezone(UTC),
        datetime(*after, 1, tzinfo=zone).astimezone(UTC),
    )


def month(
    connection: Connection,
    accounts: Sequence[str],
    within: Span,
    *,
    reach_days: int,
    country: str,
    now: datetime,
) -> Month:
    """Return the facts of a month over several accounts."""
    by_sender, by_kind = _arrived(connection, accounts, within)
    tried = _attempts(connection, accounts, within)
    active = {*by_sender, *(one.intention.sender for one in tried)}
    marketing: list[MonthRow] = []
    platform: list[MonthRow] = []
    for account in accounts:
        for portion in chunks(_judged(connection, account, _WORTH_TELLING, active)):
            firsts = _firsts(connection, portion)
            for row in rows(
                connection, account, portion, reach_days=reach_days, country=country, now=now
            ):
                number = row.history.number
                told = MonthRow(
                    row,
                    *firsts[number],
                    new_this_month=within.begins <= row.history.first_seen < within.ends,
                    mails_this_month=by_sender[number],
                )
                of_person = row.verdict is not None and row.verdict.kind is Kind.PLATFORM
                (platform if of_person else marketing).append(told)
    return Month(
        begins=within.begins,
        ends=within.ends,
        accounts=tuple(accounts),
        messages=by_kind.total(),
        by_kind=tuple((kind, by_kind[kind]) for kind in Kind if by_kind[kind]),
        rows=tuple(marketing),
        platform=tuple(platform),
        attempts=tried,
        quarantined=_quarantined(connection, accounts, within),
        reach=tuple((account, oldest(connection, account)) for account in accounts),
        unsure=sum(len(_judged(connection, one, _UNSURE, by_sender)) for one in accounts),
    )


def _arrived(
    connection: Connection, accounts: Sequence[str], within: Span
) -> tuple[Counter[int], Counter[Kind]]:
    """Count the month's messages by sender and by kind; the owner's own are not among them."""
    here = message.c.account.in_(accounts) & within.holds(message.c.arrived)
    counted = (
        select(message.c.sender_id, message.c.kind, func.count())
        .where(here, message.c.sender_id.is_not(None))
        .group_by(message.c.sender_id, message.c.kind)
    )
    nobodys = (
        select(message.c.kind, func.count())
        .where(here, message.c.sender_id.is_(None), ~IS_OWN)
        .group_by(message.c.kind)
    )
    by_sender: Counter[int] = Counter()
    by_kind: Counter[Kind] = Counter()
    for number, kind, messages in connection.execute(counted):
        by_kind[kind] += messages
        if number is not None:
            by_sender[number] += messages
    for kind, messages in connection.execute(nobodys):
        by_kind[kind] += messages
    return by_sender, by_kind


def _attempts(connection: Connection, accounts: Sequence[str], within: Span) -> tuple[Attempt, ...]:
    theirs = select(sender.c.id).where(sender.c.account.in_(accounts))
    concluded = select(attempt_result.c.attempt_id).where(within.holds(attempt_result.c.at))
    return attempts(
        connection,
        attempt.c.sender_id.in_(theirs)
        & or_(within.holds(attempt.c.at), attempt.c.id.in_(concluded)),
    )


_IS_MARKETING = verdict.c.kind.in_(MARKETING)
_WORTH_TELLING = (_IS_MARKETING & (verdict.c.standing == Standing.UNCONSENTED)) | (
    verdict.c.kind == Kind.PLATFORM
)
_UNSURE = _IS_MARKETING & (verdict.c.standing == Standing.UNSURE)


def _judged(
    connection: Connection, account: str, how: ColumnElement[bool], active: Container[int]
) -> list[int]:
    """Return those active senders whose newest verdict is as asked, ascending."""
    newest = select(func.max(verdict.c.id)).group_by(verdict.c.sender_id)
    found = (
        select(verdict.c.sender_id)
        .join(sender, sender.c.id == verdict.c.sender_id)
        .where(sender.c.account == account, verdict.c.id.in_(newest), how)
        .order_by(verdict.c.sender_id)
    )
    return [number for number in connection.execute(found).scalars() if number in active]


def _firsts(connection: Connection, wanted: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Return Message-ID, subject and alias of each sender's first message."""
    first = (
        select(message.c.sender_id, message.c.kind, func.min(message.c.arrived).label("arrived"))
        .where(message.c.sender_id.in_(wanted))
        .group_by(message.c.sender_id, message.c.kind)
        .subquery()
    )
    found = (
        select(message.c.sender_id, message.c.message_id, message.c.subject, message.c.alias)
        .join(
            first,
            (message.c.sender_id == first.c.sender_id)
            & (message.c.kind == first.c.kind)
            & (message.c.arrived == first.c.arrived),
        )
        .order_by(message.c.arrived.desc(), message.c.id.desc())
    )
    return {
        number: (message_id, subject, alias)
        for number, message_id, subject, alias in connection.execute(found)
        if number is not None
    }


def _quarantined(connection: Connection, accounts: Sequence[str], within: Span) -> int:
    counted = select(func.count()).where(
        quarantine.c.account.in_(accounts), within.holds(quarantine.c.arrived)
    )
    return connection.execute(counted).scalar_one()
