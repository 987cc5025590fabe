"""What every verb is given: the rules for one account, and the doors to the world."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Lock

from inbox_guard.core.address import Owner
from inbox_guard.core.mechanism import WALK, Order
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
    """What the owner set for one account. `reach` in days; `country` an ISO code or ""; `order` of ways out."""

    account: str
    owner: Owner
    authserv_ids: tuple[str, ...]
    mode: Mode
    reach: int
    country: str
    min_age: timedelta
    max_per_run: int
    move_to: str
    order: Order = WALK


def _nowhere(_: str) -> bool:
    return False


def _unheeded(_: int) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Doors:
    """The adapters of one account. `stopping` turns True when the process was asked to end.

    `browser` is None where the owner has none; pages that need a script are then hers.
    `at_home` tells the owner's own hosts, which need not be spared. `post` is held while a letter is sent, so
    that each sees in the ledger the one before it. Connections made `during` an attempt are noted as its own.
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
    during: Callable[[int], AbstractContextManager[None]] = _unheeded
    post: AbstractContextManager[object] = field(default_factory=Lock)


def policy(rules: Rules, doors: Doors, mode: Mode, move_to: str) -> Policy:
    """What plans may contain in this run."""
    return Policy(
        mode=mode, move=bool(move_to), can_mail=doors.outbox is not None, order=rules.order
    )
