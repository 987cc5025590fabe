"""A sender with the verdict it has by itself."""

from dataclasses import dataclass

from inbox_guard.core.history import History
from inbox_guard.core.sender import SenderKind
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

    @property
    def doubtful(self) -> bool:
        """Whether it may be `unasked` as well: a list's way out, no trace of consent or dealings, an unsure kind.

        A short mailing is often called service mail, as that leaves it alone. It begins no suspicion.
        """
        listed = any(count.newest.mechanisms for count in self.history.kinds)
        person = self.history.speaker.sender.kind is SenderKind.PERSON
        unsure = self.verdict.kind in _LEFT_ALONE and self.verdict.standing is Standing.UNCONSENTED
        return unsure and listed and not person


_LEFT_ALONE = frozenset({Kind.TRANSACTIONAL, Kind.NOTIFICATION, Kind.PLATFORM})
