"""Whether a sender kept the promise: the clock that runs after an unsubscription.

Pure; takes `now`. Grace by rule: Gmail and Yahoo ask bulk senders for 2 days
(support.google.com/a/answer/81126), CAN-SPAM 15 U.S.C. §7704(a)(4) and CASL s.11(3) allow 10 business
days, Australia's Spam Act 2003 Sch. 2 and New Zealand's UEMA s.9 five working days. Unknown country: 10
business days.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from inbox_guard.core.vocabulary import HonourState, Outcome

SILENCE = timedelta(days=14)

PROMISED = frozenset({Outcome.DONE, Outcome.ACCEPTED, Outcome.ALREADY, Outcome.PENDING})
"""Outcomes after which silence is owed."""


@dataclass(frozen=True, slots=True)
class Honour:
    """How a promise stands. `since` is the end of grace; `messages_after` counts mail after it."""

    state: HonourState
    since: datetime
    messages_after: int


def grace_ends(attempted: datetime, country: str) -> datetime:
    """Return the moment after which mail breaks the promise; `country` is an ISO code or ""."""
    business_days = {"AU": 5, "NZ": 5}.get(country.upper(), 10)
    moment = attempted
    while business_days:
        moment += timedelta(days=1)
        if moment.weekday() < 5:
            business_days -= 1
    return moment


def honour(attempted: datetime, mails: tuple[datetime, ...], now: datetime, country: str) -> Honour:
    """Judge by the marketing mails (confirmations and receipts are not among them) that came after.

    Inside grace → WAITING; past it and silent → HONOURED; mail after grace and then 14 days of
    silence → LATE; else BROKEN.
    """
    ends = grace_ends(attempted, country)
    after = tuple(mail for mail in mails if mail > ends)
    if now <= ends:
        state = HonourState.WAITING
    elif not after:
        state = HonourState.HONOURED
    elif now - max(after) >= SILENCE:
        state = HonourState.LATE
    else:
        state = HonourState.BROKEN
    return Honour(state, ends, len(after))
