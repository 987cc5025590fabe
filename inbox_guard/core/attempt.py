"""An attempt to get off one list: the intention, what came of it, and when it may be repeated.

Laws 3, 5 and 6: an intention is committed before the first byte leaves, a 2xx is an answer, and
every attempt names the rule (the owner's dated word) that allowed it. Pure.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from inbox_guard.core.exchange import Answer, host
from inbox_guard.core.vocabulary import Mechanism, Outcome


@dataclass(frozen=True, slots=True)
class Intention:
    """What is about to be done. `sender` is the ledger's number; `host` the host or mail domain contacted.

    `message_id` names the message whose offer is used; `rule` the owner's dated word.
    """

    run: int
    sender: int
    mechanism: Mechanism
    host: str
    message_id: str
    rule: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an attempt.

    `detail` is a sentence for people, without any URL path or query; `owner_url` only for
    NEEDS_OWNER, the address the owner has to open herself; `retry_at` only for a temporary failure;
    `rule` names the safety rule for BLOCKED; `sent` counts bytes written, best effort. `needs_script` tells
    the walk that a browser may get further; it is not kept.
    """

    outcome: Outcome
    detail: str
    status: int | None = None
    owner_url: str = ""
    retry_at: datetime | None = None
    rule: str = ""
    sent: int = 0
    needs_script: bool = False

    @property
    def settles(self) -> bool:
        """Whether the walk over the mechanisms ends here."""
        return self.outcome in _SETTLED or self.retry_at is not None


_SETTLED = frozenset(
    {Outcome.DONE, Outcome.ACCEPTED, Outcome.PENDING, Outcome.ALREADY, Outcome.UNKNOWN}
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """An intention with its newest result; `result` is None while in flight or after a crash (→ UNKNOWN)."""

    number: int
    intention: Intention
    result: Result | None
    concluded_at: datetime | None

    @property
    def outcome(self) -> Outcome:
        """The outcome; an attempt without a result is in doubt."""
        return self.result.outcome if self.result else Outcome.UNKNOWN


def may_try(
    attempts: tuple[Attempt, ...], newest_mail: datetime, asked: datetime | None, now: datetime
) -> bool:
    """Whether a sender may be contacted again. `attempts` oldest first; `newest_mail` when its newest arrived.

    `asked` is the owner's last refuse: spoken after the last attempt, it is her word to try again.
    Else never while the last one is in doubt; a temporary failure when its time has come, at most
    `MAX_TEMPORARY` times in a row; after that, as after any other failure, only with a newer mail, whose
    link is fresh.
    Whether a settled attempt was broken since is for the plan to know (`core.plan`).
    """
    if not attempts:
        return True
    last = attempts[-1]
    if asked is not None and asked > last.intention.at:
        return True
    if last.result is None or last.outcome is Outcome.UNKNOWN:
        return False
    if last.result.retry_at is not None:
        fresh = setbacks(attempts) <= MAX_TEMPORARY or newest_mail > last.intention.at
        return now >= last.result.retry_at and fresh
    if last.outcome in _SETTLED:
        return True
    return newest_mail > last.intention.at


MAX_TEMPORARY = 3


def setbacks(attempts: tuple[Attempt, ...]) -> int:
    """Return how many of the last attempts failed for a while only, one after the other; oldest come first."""
    count = 0
    for attempt in reversed(attempts):
        if attempt.result is None or attempt.result.retry_at is None:
            break
        count += 1
    return count


def patience(earlier: int) -> timedelta:
    """Return how long to leave a server alone that did not say how long, after so many earlier setbacks.

    One hour, then four, then sixteen: what is down for a day is not asked every hour.
    """
    hours: int = 4 ** min(earlier, MAX_TEMPORARY)
    return min(_DEFAULT_WAIT * hours, _LONGEST_WAIT)


def of_one_click(answer: Answer, now: datetime, earlier: int = 0) -> Result:
    """Read the answer to a one-click POST (RFC 8058 §3.2: no redirect is an answer).

    2xx → ACCEPTED (DONE only with explicit words, by `core.page`); 3xx, 4xx → FAILED for this
    mechanism; 408, 425, 429, 5xx → FAILED with `retry_at` (Retry-After, else `patience` after `earlier`
    setbacks, at most 72 h).
    """
    status = answer.status
    if 200 <= status < 300:
        outcome, says = Outcome.ACCEPTED, f"{answered(answer)}; only later silence will prove it"
    elif 300 <= status < 400:
        # RFC 8058 §3.1 forbids a redirect here, and many an application sends whoever has no
        # session to its front page while nothing was unsubscribed.
        outcome, says = Outcome.FAILED, f"{answered(answer)}, a redirect, which is no answer"
    else:
        outcome, says = Outcome.FAILED, answered(answer)
    return Result(
        outcome, says, status=status, retry_at=retry_at(answer, now, earlier), sent=answer.sent
    )


def answered(answer: Answer) -> str:
    """The beginning of a sentence for people: who answered what, without the URL's path."""
    return f"{host(answer.url) or 'the server'} answered {answer.status}"


def retry_at(answer: Answer, now: datetime, earlier: int = 0) -> datetime | None:
    """Return when a temporary failure may be tried again; None when the answer is not one.

    Retry-After (RFC 9110 §10.2.3) in seconds or as a date; `patience` after `earlier` setbacks without it,
    never beyond 72 h and never before one minute from `now` (aware).
    """
    if answer.status not in _TEMPORARY and not 500 <= answer.status < 600:
        return None
    asked = _retry_after(answer.header("retry-after").strip(), now)
    wait = patience(earlier) if asked is None else asked
    return now + min(max(wait, _SHORTEST_WAIT), _LONGEST_WAIT)


def busy_until(answer: Answer, now: datetime) -> datetime | None:
    """Return until when the host wants to be left alone by us, whatever the request; None when it did not say.

    429 (RFC 6585 §4) counts requests of a visitor, 503 with Retry-After speaks of the service (RFC 9110
    §15.6.4). Any other failure may be one sender's alone among the thousands of a host.
    """
    if answer.status == 429 or (answer.status == 503 and answer.header("retry-after")):
        return retry_at(answer, now)
    return None


_TEMPORARY = frozenset({408, 425, 429})
_DEFAULT_WAIT = timedelta(hours=1)
_SHORTEST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=72)


def _retry_after(value: str, now: datetime) -> timedelta | None:
    if value.isascii() and value.isdigit():
        return timedelta(seconds=int(value)) if len(value) < 8 else _LONGEST_WAIT
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware - now
