"""Judge every sender of an account from what the ledger remembers, and say what follows."""

import logging
from dataclasses import replace

from inbox_guard.core.attempt import Result
from inbox_guard.core.history import History, TraceKind
from inbox_guard.core.plan import Plan, Policy, plan
from inbox_guard.core.together import Case, together
from inbox_guard.core.verdict import joined, verdict
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.jobs.first_contact import keep_first_contacts
from inbox_guard.jobs.household import Doors, Rules

log = logging.getLogger(__name__)

_OPEN = (Outcome.ACCEPTED, Outcome.PENDING, Outcome.UNKNOWN)


def judge_senders(rules: Rules, doors: Doors, policy: Policy) -> tuple[Plan, ...]:
    """Judge every sender, record the verdicts that changed, and return a plan for each.

    The same plans are printed by a dry run and carried out by `jobs.act` (law 2).
    """
    now = doors.clock()
    cases = _cases(rules, doors)
    if keep_first_contacts(cases, rules, doors):
        cases = _cases(rules, doors)  # their words may say more than their headers did
    seen = together(cases)
    plans = tuple(
        plan(case.history, joined(case.verdict, seen[case.history.number]), policy)
        for case in cases
    )
    changed = doors.ledger.judged([(p.history.number, p.verdict) for p in plans], now)
    log.info("judged senders=%d changed=%d", len(plans), changed)
    return plans


def _cases(rules: Rules, doors: Doors) -> tuple[Case, ...]:
    """Everybody, judged by their own history."""
    histories = doors.ledger.histories(rules.account, rules.reach, rules.country, doors.clock())
    settled = [_settle_by_goodbye(doors, history) for history in tuple(histories)]
    return tuple(Case(history, verdict(history)) for history in settled)


def _settle_by_goodbye(doors: Doors, history: History) -> History:
    """A goodbye mail after an attempt is the proof that its answer lacked (`Outcome.DONE`)."""
    tried = history.tried
    if tried is None or tried.outcome not in _OPEN:
        return history
    goodbye = next(
        (t for t in history.traces if t.kind is TraceKind.GOODBYE and t.at > tried.at), None
    )
    if goodbye is None:
        return history
    attempt = doors.ledger.attempts(history.number)[-1]
    result = Result(Outcome.DONE, "a mail of theirs says that you are off the list")
    doors.ledger.conclude(attempt.number, result, doors.clock())
    return replace(history, tried=replace(tried, outcome=Outcome.DONE))
