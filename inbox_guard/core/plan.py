"""From a verdict to a plan: what follows, as a value. Law 2: the dry run prints what would be carried out.

Also the risk gate (law 7): unauthenticated, in Junk, or hollow headers → never contacted.
"""

from dataclasses import dataclass

from inbox_guard.core.history import History
from inbox_guard.core.vocabulary import Mechanism, Mode, Step
from inbox_guard.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do for one sender. `reason` is a sentence for people; `mechanism` the first that would be walked."""

    history: History
    verdict: Verdict
    steps: tuple[Step, ...]
    mechanism: Mechanism
    reason: str

    @property
    def contacts(self) -> bool:
        """Whether carrying it out would contact the sender."""
        return Step.UNSUBSCRIBE in self.steps


@dataclass(frozen=True, slots=True)
class Policy:
    """What the settings say about acting: mode, whether to move, whether SMTP is there for mailto."""

    mode: Mode
    move: bool
    can_mail: bool


def risk(history: History, verdict: Verdict) -> str | None:
    """Return why this sender must not be contacted (law 7), or None. Newness alone never blocks."""
    raise NotImplementedError


def plan(history: History, verdict: Verdict, policy: Policy) -> Plan:
    """Return what follows from a verdict, by the table of the README."""
    raise NotImplementedError
