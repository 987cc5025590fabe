"""A sender with the verdict it has by itself."""

from dataclasses import dataclass

from inbox_guard.core.history import History
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Standing


@dataclass(frozen=True, slots=True)
class Case:
    """One sender of an account, judged by itself."""

    history: History
    verdict: Verdict

    @property
    def unasked(self) -> bool:
        """Whether it sends bulk mail or cold mail without a trace of consent."""
        bulk = self.verdict.kind in (Kind.NEWSLETTER, Kind.OUTREACH)
        return bulk and self.verdict.standing is Standing.UNCONSENTED
