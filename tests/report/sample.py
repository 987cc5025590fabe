"""One sender, one attempt, one month: built from what a test wants to say."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from inbox_guard.core.attempt import Attempt, Intention, Result
from inbox_guard.core.history import (
    Evidence,
    History,
    KindCount,
    Newest,
    Reach,
    Trace,
    Tried,
    Word,
)
from inbox_guard.core.honour import Honour
from inbox_guard.core.records import Month, MonthRow, SenderRow
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mechanism, Standing

ZONE = "Europe/Berlin"
OLDEST = datetime(2024, 3, 2, 8, 0, tzinfo=UTC)
TOKEN = "Xk29dQ8sLmZ71pTr"
JANE = "jane@home.test"
NO_TRACE = "no trace of your consent in 31 months of mail"


def at(day: int, month: int = 10, hour: int = 9) -> datetime:
    """A moment of 2026, in UTC."""
    return datetime(2026, month, day, hour, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What a test wants to say about one sender; everything else is filled in."""

    number: int = 1
    name: str = "Acme Deals"
    sender: str = "deals.acme.example"
    identified_by: SenderKind = SenderKind.LIST
    organisation: str = "acme.example"
    account: str = "home"
    alias: str = JANE
    other_aliases: tuple[str, ...] = ()
    kind: Kind = Kind.NEWSLETTER
    standing: Standing = Standing.UNCONSENTED
    first_seen: datetime = datetime(2026, 10, 3, 9, tzinfo=UTC)
    subject: str = "Our autumn offers are here"
    reason: str = NO_TRACE
    witness: str = "no-trace"
    taken: Tried | None = None
    because: tuple[Evidence, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    honour: Honour | None = None
    words: tuple[Word, ...] = ()
    traces: tuple[Trace, ...] = ()
    mails: int = 4
    mails_in_all: int = 4
    new: bool = True


def row(told: Told) -> MonthRow:
    """A row of the month."""
    newest = Newest(
        message_id=f"newest.{told.number}@acme.example",
        arrived=at(28),
        in_junk=False,
        authenticated=True,
        mechanisms=(Mechanism.ONE_CLICK,),
        signs=(),
        subject=told.subject,
    )
    history = History(
        number=told.number,
        account=told.account,
        speaker=Speaker(SenderId(told.identified_by, told.sender), told.name, told.organisation),
        addresses=(f"news@{told.organisation}",),
        aliases=tuple(alias for alias in (told.alias, *told.other_aliases) if alias),
        folders=("INBOX",),
        first_seen=told.first_seen,
        last_seen=at(28),
        kinds=(KindCount(told.kind, told.mails_in_all, newest),),
        traces=told.traces,
        words=told.words,
        reach=Reach(OLDEST, 365),
        tried=told.taken,
    )
    return MonthRow(
        row=SenderRow(
            history=history,
            verdict=Verdict(
                told.kind,
                told.standing,
                (Evidence(told.witness, told.reason, -5), *told.because),
                told.reason,
            ),
            attempt=told.attempts[-1] if told.attempts else None,
            honour=told.honour,
            mechanism=Mechanism.ONE_CLICK,
        ),
        first_message_id=f"first.{told.number}@acme.example",
        first_subject=told.subject,
        first_alias=told.alias,
        new_this_month=told.new,
        mails_this_month=told.mails,
    )


def tried(
    sender: int,
    mechanism: Mechanism,
    host: str,
    when: datetime,
    result: Result | None,
    *,
    number: int | None = None,
) -> Attempt:
    """An attempt at a sender."""
    intention = Intention(
        run=1,
        sender=sender,
        mechanism=mechanism,
        host=host,
        message_id=f"newest.{sender}@acme.example",
        rule="auto since 2026-09-01",
        at=when,
    )
    concluded = when + timedelta(seconds=3) if result else None
    return Attempt(number or 100 + sender, intention, result, concluded)


def month(*told: Told, people: tuple[Told, ...] = (), **changes: object) -> Month:
    """October 2026 in Berlin with these senders."""
    everybody = (*told, *people)
    facts = Month(
        begins=datetime(2026, 9, 30, 22, 0, tzinfo=UTC),
        ends=datetime(2026, 10, 31, 23, 0, tzinfo=UTC),
        accounts=("home",),
        messages=1284,
        by_kind=(
            (Kind.PERSONAL, 212),
            (Kind.TRANSACTIONAL, 143),
            (Kind.NOTIFICATION, 391),
            (Kind.NEWSLETTER, 434),
            (Kind.OUTREACH, 17),
            (Kind.PLATFORM, 23),
            (Kind.DISCUSSION, 0),
            (Kind.SPAM, 64),
        ),
        rows=tuple(row(each) for each in told),
        platform=tuple(row(each) for each in people),
        attempts=tuple(attempt for each in everybody for attempt in each.attempts),
        quarantined=2,
        reach=(("home", OLDEST),),
    )
    return replace(facts, **changes)  # type: ignore[arg-type]  # a test names real fields


def empty() -> Month:
    """A month in which nothing happened at all."""
    return month(messages=0, by_kind=(), quarantined=0, reach=())
