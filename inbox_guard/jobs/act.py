"""Carry out committed plans, several senders at once: the second pass (law 2), under brake and rule.

A sender whose answer is outstanding, in doubt or settled is left alone; a temporary failure is tried
again when its time has come; mail younger than `min_age` waits for the next run.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from inbox_guard.core.attempt import Result, may_try, setbacks
from inbox_guard.core.history import Answer, History
from inbox_guard.core.message import Fetched, Message, read
from inbox_guard.core.plan import Plan
from inbox_guard.core.vocabulary import Kind, Outcome, Step
from inbox_guard.core.word import newest as newest_word
from inbox_guard.errors import MessageGone
from inbox_guard.jobs.abreast import Task, abreast
from inbox_guard.jobs.authserv import known
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.jobs.lanes import first_way, held_until, lane
from inbox_guard.jobs.move import move_senders
from inbox_guard.jobs.walk import Errand, walk

log = logging.getLogger(__name__)

WHOLE = 10 * 1024 * 1024  # octets; a signature can only be verified on the whole message


@dataclass(frozen=True, slots=True)
class Acted:
    """What a run did: results by sender number, messages moved, and whether the brake stopped it.

    `run` is 0 when there was nothing to do; `waiting` counts senders whose server asked for patience.
    """

    run: int = 0
    results: tuple[tuple[int, Result], ...] = ()
    moved: int = 0
    braked: int = 0
    waiting: int = 0
    interrupted: bool = False

    def after(self, earlier: tuple[tuple[int, Result], ...]) -> "Acted":
        """Return this with what the same run did before it."""
        return replace(self, results=(*earlier, *self.results))

    @property
    def needs_owner(self) -> bool:
        """Whether anything is left for the owner, or failed."""
        open_ends = (Outcome.NEEDS_OWNER, Outcome.FAILED, Outcome.BLOCKED, Outcome.UNKNOWN)
        return bool(self.braked) or any(r.outcome in open_ends for _, r in self.results)


def act(
    plans: Sequence[Plan], rules: Rules, doors: Doors, run: int, rule: str, limit: int, move_to: str
) -> Acted:
    """Do what the plans say. `limit` is the brake: with more senders to contact, nothing is done at all."""
    due = [p for p in plans if p.contacts and is_due(p, rules, doors)]
    if len(due) > limit:
        return Acted(run, braked=len(due))
    doors.progress.begin("unsubscribing", len(due))
    errands = _tasks(due, rules, doors, run, rule)
    ended = abreast(errands, doors.stopping, lambda: doors.progress.advance(1))
    doors.progress.end()
    results = tuple((number, result) for number, result in ended if result is not None)
    moving = [p for p in plans if Step.MOVE in p.steps]
    moved = move_senders(moving, rules, doors, run, move_to) if move_to else 0
    waiting = len(ended) - len(results)
    return Acted(run, results, moved, waiting=waiting, interrupted=doors.stopping())


def is_due(plan: Plan, rules: Rules, doors: Doors) -> bool:
    """Whether a sender may be contacted now: old enough mail, and no attempt that forbids another one."""
    now = doors.clock()
    newest = newest_arrival(plan)
    if newest is None or now - newest < rules.min_age:
        return False
    return may_try(
        doors.ledger.attempts(plan.history.number), newest, refused_at(plan.history), now
    )


def refused_at(history: History) -> datetime | None:
    """When the owner refused this sender; None when her last word is another one, or none."""
    last = newest_word(history.words)
    return last.at if last is not None and last.answer is Answer.REFUSE else None


def permission(plan: Plan, rule: str) -> str:
    """The owner's dated word that allows an attempt (law 6): about this sender if she spoke, else the run's."""
    refused = refused_at(plan.history)
    return rule if refused is None else f"the owner's refuse of {refused:%Y-%m-%d}; {rule}"


def newest_arrival(plan: Plan) -> datetime | None:
    """When the newest message of the plan's kind arrived."""
    kinds = [c for c in plan.history.kinds if c.kind is plan.verdict.kind]
    return kinds[0].newest.arrived if kinds else None


def _tasks(
    due: Sequence[Plan], rules: Rules, doors: Doors, run: int, rule: str
) -> Iterator[Task[tuple[int, Result | None]]]:
    """Fetch the mail of one sender after the other, as there is room for another attempt."""
    for plan in due:
        errand = _errand(plan, rules, doors, run, rule)
        if errand is None:
            doors.progress.advance(1)
            continue
        where = lane(errand.ways, doors)
        yield Task(where, partial(_leave, errand, doors), len(errand.raw))


def _leave(errand: Errand, doors: Doors) -> tuple[int, Result | None]:
    """Walk one sender's ways out; None when their server asked for patience: it is due another time."""
    until = held_until(first_way(errand.ways, doors), doors)
    if until is not None:
        log.info("sender=%d waits until=%s: its host is busy", errand.sender, until.isoformat())
        return errand.sender, None
    return errand.sender, walk(errand, doors)


def _errand(plan: Plan, rules: Rules, doors: Doors, run: int, rule: str) -> Errand | None:
    fetched = fetch_newest(plan, doors)
    if fetched is None:
        log.warning("sender=%d: its newest mail is gone; next time", plan.history.number)
        return None
    message = read(fetched, rules.owner, known(rules, doors))
    if not isinstance(message, Message):
        return None
    if not message.offers and _is_automatic(message):
        # A robot's answer, a confirmation or a goodbye, whatever its words made of it: nothing to be left.
        return None
    return Errand(
        run=run,
        sender=plan.history.number,
        rule=permission(plan, rule),
        owner=rules.owner,
        message=message,
        raw=fetched.raw,
        newsletter=plan.verdict.kind is Kind.NEWSLETTER,
        order=rules.order,
        setbacks=setbacks(doors.ledger.attempts(plan.history.number)),
    )


def _is_automatic(message: Message) -> bool:
    """Whether it says that no person and no campaign sent it (RFC 3834 §5)."""
    said = message.headers.first("auto-submitted").strip().lower()
    return said.startswith("auto-")


def fetch_newest(plan: Plan, doors: Doors) -> Fetched | None:
    """Fetch the whole newest message that the plan rests on, wherever it lies by now."""
    for ref in doors.ledger.place(plan.history.number, [plan.verdict.kind]):
        try:
            for fetched in doors.mailbox.whole([ref], WHOLE):
                return fetched
        except MessageGone:
            continue
    return None
