"""Every sender with its verdict, what follows from it and what was done: what people and programs read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inbox_guard.core.plan import Plan, Policy, plan
from inbox_guard.core.ports import Clock, Ledger
from inbox_guard.core.records import SenderRow
from inbox_guard.core.verdict import Verdict, verdict


@dataclass(frozen=True, slots=True)
class Listed:
    """A ledger row beside the plan that stands for it."""

    row: SenderRow
    plan: Plan

    @property
    def verdict(self) -> Verdict:
        """The verdict that the plan rests on."""
        return self.plan.verdict


@dataclass(frozen=True, slots=True)
class Lens:
    """How an account's rows are to be read: its rules as far as questions need them."""

    account: str
    reach: int
    country: str
    policy: Policy


def listed(ledger: Ledger, lens: Lens, clock: Clock) -> Iterator[Listed]:
    """List an account's senders by the newest recorded verdict; the owner's word counts at once."""
    for row in ledger.senders([lens.account], lens.reach, lens.country, clock()):
        spoken = bool(row.history.words)
        judged = verdict(row.history) if spoken or row.verdict is None else row.verdict
        yield Listed(row, plan(row.history, judged, lens.policy))


def beside(plans: Sequence[Plan], ledger: Ledger, lens: Lens, clock: Clock) -> Iterator[Listed]:
    """Set the plans of a run beside what the ledger knows by now."""
    rows = {
        row.history.number: row
        for row in ledger.senders([lens.account], lens.reach, lens.country, clock())
    }
    for made in plans:
        if made.history.number in rows:
            yield Listed(rows[made.history.number], made)
