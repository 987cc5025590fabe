"""When an attempt may be repeated: at its time, with a newer mail, at the owner's word; never while in doubt."""

from datetime import UTC, datetime, timedelta

import pytest

from inbox_guard.core.attempt import MAX_TEMPORARY, Attempt, Intention, Result, may_try
from inbox_guard.core.vocabulary import Mechanism, Outcome

DAY = timedelta(days=1)
THEN = datetime(2026, 3, 1, tzinfo=UTC)
BUSY = Result(Outcome.FAILED, "busy", retry_at=THEN + DAY)


def attempt(result: Result | None, at: datetime = THEN) -> Attempt:
    intention = Intention(1, 1, Mechanism.ONE_CLICK, "shop.test", "m@shop.test", "rule", at)
    return Attempt(1, intention, result, at if result else None)


def ended(outcome: Outcome) -> Attempt:
    return attempt(Result(outcome, "says"))


CASES = {
    "nothing tried yet": ((), -DAY, None, DAY, True),
    "no result was read": ((attempt(None),), -DAY, None, 99 * DAY, False),
    "in doubt, whatever comes": ((ended(Outcome.UNKNOWN),), 9 * DAY, None, 99 * DAY, False),
    "in doubt, and the owner asks again": ((ended(Outcome.UNKNOWN),), -DAY, DAY, 2 * DAY, True),
    "in doubt, and she asked before": ((ended(Outcome.UNKNOWN),), -DAY, -DAY, 2 * DAY, False),
    "busy, too early": ((attempt(BUSY),), -DAY, None, DAY / 2, False),
    "busy, its time has come": ((attempt(BUSY),), -DAY, None, DAY, True),
    "busy too often, the same mail": (
        (attempt(BUSY),) * (MAX_TEMPORARY + 1),
        -DAY,
        None,
        9 * DAY,
        False,
    ),
    "busy too often, a newer mail": (
        (attempt(BUSY),) * (MAX_TEMPORARY + 1),
        9 * DAY,
        None,
        9 * DAY,
        True,
    ),
    "failed, the same mail": ((ended(Outcome.FAILED),), -DAY, None, 9 * DAY, False),
    "failed, a newer mail": ((ended(Outcome.FAILED),), DAY, None, 9 * DAY, True),
    "needs the owner, the same mail": ((ended(Outcome.NEEDS_OWNER),), -DAY, None, DAY, False),
    "blocked, the same mail": ((ended(Outcome.BLOCKED),), -DAY, None, DAY, False),
    "taken: the plan knows whether it was broken": (
        (ended(Outcome.ACCEPTED),),
        DAY,
        None,
        DAY,
        True,
    ),
}


@pytest.mark.parametrize(
    ("attempts", "newest", "asked", "now", "expected"), CASES.values(), ids=CASES
)
def test_an_attempt_is_repeated_only_for_a_reason(
    attempts: tuple[Attempt, ...],
    newest: timedelta,
    asked: timedelta | None,
    now: timedelta,
    expected: bool,
) -> None:
    word = THEN + asked if asked is not None else None
    assert may_try(attempts, THEN + newest, word, THEN + now) is expected
