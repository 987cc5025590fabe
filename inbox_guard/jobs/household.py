"""What every verb is given: the rules for one account, and the doors to the world."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from inbox_guard.core.address import Owner
from inbox_guard.core.plan import Policy
from inbox_guard.core.ports import (
    Browser,
    Clock,
    Ledger,
    Mailbox,
    Outbox,
    Progress,
    SignatureProof,
    Web,
)
from inbox_guard.core.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class Rules:
    """What the owner set for one account. `reach` in days; `country` an ISO code or ""."""

    account: str
    owner: Owner
    authserv_ids: tuple[str, ...]
    mode: Mode
    reach: int
    country: str
    min_age: timedelta
    max_per_run: int
    move_to: str


def _nowhere(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Doors:
    """The adapters of one account. `stopping` turns True when the process was asked to end.

    `browser` is None where the owner has none; pages that need a script are then hers.
    `at_home` tells the owner's own hosts, which need not be spared.
    """

    mailbox: Mailbox
    ledger: Ledger
    web: Web
    outbox: Outbox | None
    proof: SignatureProof
    clock: Clock
    progress: Progress
    stopping: Callable[[], bool]
    browser: Browser | None = None
    at_home: Callable[[str], bool] = _nowhere


def policy(rules: Rules, doors: Doors, mode: Mode, move_to: str) -> Policy:
    """What plans may contain in this run."""
    return Policy(mode=mode, move=bool(move_to), can_mail=doors.outbox is not None)
