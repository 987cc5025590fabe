"""Rows of the ledger as the story gets them, with only what it reads filled in."""

from datetime import UTC, datetime, timedelta

from inbox_guard.core.attempt import Attempt, Intention, Result
from inbox_guard.core.history import History, KindCount, Newest, Reach
from inbox_guard.core.honour import Honour
from inbox_guard.core.plan import Plan
from inbox_guard.core.records import SenderRow
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome, Standing, Step

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
NO_TRACE = "no trace of your consent in 17 months of mail"


def row(
    name: str,
    address: str,
    *,
    kind: Kind = Kind.NEWSLETTER,
    standing: Standing = Standing.UNCONSENTED,
    mails: int = 5,
    outcome: Outcome | None = None,
    honour: tuple[HonourState, int] | None = None,
) -> SenderRow:
    """One sender; `honour` is a state and how many mails came after the deadline."""
    history = _history(name, address, kind, mails)
    return SenderRow(
        history=history,
        verdict=Verdict(kind, standing, (), NO_TRACE),
        attempt=_attempt(outcome) if outcome else None,
        honour=Honour(honour[0], NOON, honour[1]) if honour else None,
        mechanism=Mechanism.ONE_CLICK,
    )


def plan(of: SenderRow, *steps: Step) -> Plan:
    """The plan for a row."""
    assert of.verdict is not None
    return Plan(of.history, of.verdict, steps, of.mechanism, NO_TRACE)


def _history(name: str, address: str, kind: Kind, mails: int) -> History:
    newest = Newest("m@x.example", NOON, False, True, (Mechanism.ONE_CLICK,), (), "a subject")
    return History(
        number=1,
        account="main",
        speaker=Speaker(SenderId(SenderKind.ADDRESS, address), name, address.rpartition("@")[2]),
        addresses=(address,),
        aliases=("robin@robin.example",),
        folders=("INBOX",),
        first_seen=NOON - timedelta(days=100),
        last_seen=NOON,
        kinds=(KindCount(kind, mails, newest),),
        traces=(),
        words=(),
        reach=Reach(NOON - timedelta(days=700), 365),
        tried=None,
    )


def _attempt(outcome: Outcome) -> Attempt:
    intention = Intention(1, 1, Mechanism.ONE_CLICK, "x.example", "m@x.example", "rule", NOON)
    return Attempt(1, intention, Result(outcome, "a detail"), NOON)
