"""Who stands in the month's report, where each of them stands, and in which order they are told.

Pure: a `Month` in, rows out. The ledger says what happened; this page only sorts it for a reader.
"""

from collections.abc import Iterable
from enum import IntEnum

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.records import Month, MonthRow, SenderRow
from inbox_guard.core.vocabulary import HonourState, Outcome, Standing


class Stage(IntEnum):
    """Where a sender stands, the most pressing first."""

    YOURS = 1
    STILL_WRITING = 2
    NOT_WORKING = 3
    ASKED = 4
    RECORDED = 5
    QUIET = 6


def stage(row: SenderRow) -> Stage:
    """Return where a sender stands: silence outweighs the attempt, the owner's part the rest."""
    state = row.honour.state if row.honour else None
    outcome = row.attempt.outcome if row.attempt else None
    if state in {HonourState.HONOURED, HonourState.LATE}:
        return Stage.QUIET
    if outcome is Outcome.NEEDS_OWNER or (outcome is Outcome.UNKNOWN and state is None):
        return Stage.YOURS
    if state in {HonourState.BROKEN, HonourState.RETURNED}:
        return Stage.STILL_WRITING
    if outcome is Outcome.FAILED:
        return Stage.NOT_WORKING
    if outcome is None or outcome is Outcome.BLOCKED:
        return Stage.RECORDED
    return Stage.ASKED


def listed(month: Month) -> tuple[MonthRow, ...]:
    """Return the senders told one by one: those without permission, the most pressing first."""
    return _in_order(row for row in month.rows if _standing(row) is Standing.UNCONSENTED)


def people(month: Month) -> tuple[MonthRow, ...]:
    """Return the people behind networks, save those who may write."""
    welcome = {Standing.CONSENTED, Standing.CUSTOMER}
    return _in_order(row for row in month.platform if _standing(row) not in welcome)


def deeds(month: Month, row: SenderRow) -> tuple[Attempt, ...]:
    """Return what was tried for a sender this month, and the last attempt whenever it was."""
    known = {
        attempt.number: attempt
        for attempt in month.attempts
        if attempt.intention.sender == row.history.number
    }
    if row.attempt:
        known[row.attempt.number] = row.attempt
    return tuple(sorted(known.values(), key=lambda attempt: (attempt.intention.at, attempt.number)))


def asked(month: Month, row: SenderRow) -> bool:
    """Return whether a request to stop reached the sender: not when it only may have."""
    answered = {Outcome.DONE, Outcome.ACCEPTED, Outcome.PENDING, Outcome.ALREADY}
    return any(attempt.outcome in answered for attempt in deeds(month, row))


def _standing(row: MonthRow) -> Standing:
    return row.row.verdict.standing if row.row.verdict else Standing.UNSURE


def _in_order(rows: Iterable[MonthRow]) -> tuple[MonthRow, ...]:
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                stage(row.row),
                -row.mails_this_month,
                row.row.history.first_seen,
                row.row.history.number,
            ),
        )
    )
