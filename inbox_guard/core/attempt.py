"""An attempt to get off one list: the intention, what came of it, and when it may be repeated.

Laws 3, 5 and 6: an intention is committed before the first byte leaves, a 2xx is an answer, and
every attempt names the rule (the owner's dated word) that allowed it. Pure.
"""

from dataclasses import dataclass
from datetime import datetime

from inbox_guard.core.exchange import Answer
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
    `rule` names the safety rule for BLOCKED; `sent` counts bytes written, best effort.
    """

    outcome: Outcome
    detail: str
    status: int | None = None
    owner_url: str = ""
    retry_at: datetime | None = None
    rule: str = ""
    sent: int = 0

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


def of_one_click(answer: Answer, now: datetime) -> Result:
    """Read the answer to a one-click POST (RFC 8058 §3.2: no redirect is an answer).

    2xx → ACCEPTED (DONE only with explicit words, by `core.page`); 3xx, 4xx → FAILED for this
    mechanism; 408, 425, 429, 5xx → FAILED with `retry_at` (Retry-After, default 1 h, at most 72 h).
    """
    raise NotImplementedError
