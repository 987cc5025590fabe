"""Finish what a sender wants confirmed: its mail that asks "do you really want to leave?" (double opt-out).

An attempt that a sender answered with "look into your mail" is only half of it. Its confirmation mail goes
the same guarded way as the attempt: an intention first, the risk gate, one walk. It rests on the owner's word
that allowed the attempt; nobody is asked to stop who was not asked already.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from inbox_guard.core.address import organisation
from inbox_guard.core.attempt import MAX_TEMPORARY, Attempt, Result, setbacks
from inbox_guard.core.body import body
from inbox_guard.core.mechanism import Offer
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.page.demanded import demanded
from inbox_guard.core.plan import Plan
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import MessageGone
from inbox_guard.jobs.abreast import Task, abreast
from inbox_guard.jobs.authserv import known
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.jobs.lanes import lane
from inbox_guard.jobs.walk import Errand, walk

log = logging.getLogger(__name__)

PATIENCE = timedelta(days=14)
"""How long after an attempt its confirmation mail is looked for; links in such mails live for days."""
_MOST_MAILS = 10
_WHOLE = 1024 * 1024  # octets; a confirmation mail is short
_WAITING = frozenset({Outcome.PENDING, Outcome.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Demand:
    """A mail that wants to be confirmed, and the attempt that it belongs to."""

    sender: int
    attempt: Attempt
    message: Message
    raw: bytes
    offer: Offer


def demands(plans: Sequence[Plan], rules: Rules, doors: Doors) -> tuple[Demand, ...]:
    """Return what senders want confirmed of attempts that wait; reads mail, and contacts nobody."""
    found: list[Demand] = []
    for plan in plans:
        tried = plan.history.tried
        if tried is None or doors.clock() - tried.at > PATIENCE:
            continue
        if demand := _demand(plan, rules, doors):
            found.append(demand)
    return tuple(found)


def confirm_all(
    found: Sequence[Demand], rules: Rules, doors: Doors, run: int
) -> tuple[tuple[int, Result], ...]:
    """Confirm, several at once, until the process is asked to end; returns results by sender number."""
    doors.progress.begin("confirming", len(found))
    errands = (_task(demand, _errand(demand, rules, doors, run), doors) for demand in found)
    results = abreast(errands, doors.stopping, lambda: doors.progress.advance(1))
    doors.progress.end()
    return tuple(results)


def _task(demand: Demand, errand: Errand, doors: Doors) -> Task[tuple[int, Result]]:
    where = lane(errand.ways, doors)
    return Task(where, lambda: (demand.sender, _confirm(demand, errand, doors)))


def _confirm(demand: Demand, errand: Errand, doors: Doors) -> Result:
    """Confirm that the owner leaves; the attempt and its result are in the ledger."""
    result = walk(errand, doors)
    log.info("confirmed attempt=%d outcome=%s", demand.attempt.number, result.outcome.value)
    return result


def _errand(demand: Demand, rules: Rules, doors: Doors, run: int) -> Errand:
    began = demand.attempt.intention
    return Errand(
        run=run,
        sender=demand.sender,
        rule=f"{began.rule}; confirms attempt {demand.attempt.number}",
        owner=rules.owner,
        message=replace(demand.message, offers=(demand.offer,)),
        raw=demand.raw,
        pressed=1,
        setbacks=setbacks(doors.ledger.attempts(demand.sender)),
    )


def _demand(plan: Plan, rules: Rules, doors: Doors) -> Demand | None:
    attempts = doors.ledger.attempts(plan.history.number)
    waiting = _waiting(attempts)
    if waiting is None:
        return None
    asked = frozenset(
        {plan.history.speaker.organisation, organisation(waiting.intention.host)} - {""}
    )
    refs = doors.ledger.written_since(rules.account, asked, waiting.intention.at)
    for fetched in _mails(doors, refs[-_MOST_MAILS:]):
        message = read(fetched, rules.owner, known(rules, doors))
        if not isinstance(message, Message) or not _is_due(message, attempts, doors):
            continue
        if offer := demanded(message, body(fetched.raw), asked):
            return Demand(plan.history.number, waiting, message, fetched.raw, offer)
    return None


def _waiting(attempts: Sequence[Attempt]) -> Attempt | None:
    """The attempt that a confirmation may belong to: the last that a sender took, with nothing in doubt since."""
    for attempt in reversed(attempts):
        if attempt.outcome in _WAITING:
            return attempt
        if attempt.result is None or attempt.result.retry_at is None:
            return None
    return None


def _mails(doors: Doors, refs: Sequence[MessageRef]) -> Iterator[Fetched]:
    for ref in refs:
        try:
            yield from doors.mailbox.whole([ref], _WHOLE)
        except MessageGone:
            continue


def _is_due(message: Message, attempts: Sequence[Attempt], doors: Doors) -> bool:
    """Whether a mail was not answered yet, or its answer failed for the time being and may be repeated."""
    before = [one for one in attempts if one.intention.message_id == message.message_id]
    if not before:
        return bool(message.message_id)
    last = before[-1].result
    if last is None or last.retry_at is None or len(before) > MAX_TEMPORARY:
        return False
    return doors.clock() >= last.retry_at
