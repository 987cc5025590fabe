"""How many letters strangers may have us send.

A stranger chooses whom a way out by mail is addressed to: many senders that name one address would have us
bomb it. So one address gets a few letters a day, whoever names it, and all of them together so many an hour.
The ledger counts, so that a new process does not begin anew. RFC 6068 §7 warns of mail sent on a stranger's
word; RFC 3834 §2 asks automatic mail to bound itself.
"""

from datetime import timedelta

from inbox_guard.core.attempt import Result
from inbox_guard.core.exchanged import fingerprint
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.jobs.household import Doors

TO_ONE, DAY = 5, timedelta(days=1)
"""Letters to one address within a day: a list robot that serves several lists gets them all in time."""

TO_ALL, HOUR = 60, timedelta(hours=1)
"""Letters to anybody within an hour."""


def held(to: str, doors: Doors) -> Result | None:
    """Return why no letter may go to this address now, and when it may; None: it may. Ask under `doors.post`."""
    now = doors.clock()
    if doors.ledger.letters(now - DAY, fingerprint(to)) >= TO_ONE:
        says = "too many senders want mail to one address; it was sent enough today"
        return Result(Outcome.FAILED, says, retry_at=now + DAY)
    if doors.ledger.letters(now - HOUR) >= TO_ALL:
        says = f"{TO_ALL} letters left within an hour; the others wait"
        return Result(Outcome.FAILED, says, retry_at=now + HOUR)
    return None
