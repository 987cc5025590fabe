"""The month's report: ask the ledger, render, put it where the owner wants it. Touches no sender (law 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from inbox_guard.core.ports import Ledger, Mailbox, Outbox, Report, Reporter
from inbox_guard.core.records import Month


@dataclass(frozen=True, slots=True)
class Reading:
    """How a report is to be read: whose accounts, in which zone and language, and the rules for clocks."""

    accounts: tuple[str, ...]
    timezone: str
    language: str
    country: str
    reach: int


def last_full_month(now: datetime, timezone: str) -> date:
    """The first day of the month before the one that `now` is in, in the owner's zone."""
    today = now.astimezone(ZoneInfo(timezone)).date()
    first = today.replace(day=1)
    return (
        first.replace(year=first.year - 1, month=12)
        if first.month == 1
        else first.replace(month=first.month - 1)
    )


def facts(ledger: Ledger, month: date, reading: Reading, now: datetime) -> Month:
    """Ask the ledger for a month."""
    return ledger.month(
        reading.accounts, month, reading.timezone, reading.country, reading.reach, now
    )


def rendered(
    ledger: Ledger,
    reporter: Reporter,
    month: date,
    reading: Reading,
    formats: Sequence[str],
    now: datetime,
) -> Report:
    """Render a month in the formats asked for."""
    told = facts(ledger, month, reading, now)
    return reporter.render(told, formats, reading.language, reading.timezone)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a report goes: by mail to an address, else into a folder of the mailbox."""

    sender: str
    to: str
    mailbox: Mailbox
    outbox: Outbox | None

    @property
    def by_mail(self) -> bool:
        """Whether it is mailed: an address was named and there is a way to send."""
        return self.outbox is not None and "@" in self.to


def deliver(
    ledger: Ledger,
    reporter: Reporter,
    month: date,
    reading: Reading,
    delivery: Delivery,
    now: datetime,
) -> str:
    """Mail the report or put it into the mailbox; returns where it went, and notes it in the ledger."""
    told = facts(ledger, month, reading, now)
    recipient = delivery.to if "@" in delivery.to else delivery.sender
    raw = reporter.mail(told, reading.language, reading.timezone, delivery.sender, recipient, now)
    if delivery.by_mail and delivery.outbox is not None:
        delivery.outbox.send(raw, delivery.sender, recipient)
        where = recipient
    else:
        where = delivery.to if delivery.to and "@" not in delivery.to else "INBOX"
        delivery.mailbox.append(where, raw, now)
    ledger.report_sent(month, where, now)
    return where
