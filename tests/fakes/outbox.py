"""An outbox that keeps what would have left the house."""

from dataclasses import dataclass, field

from inbox_guard.core.mechanism import Mailto
from inbox_guard.errors import OutboxError


@dataclass
class FakeOutbox:
    """Records unsubscription mails as (mailto, sender) and reports as (raw, sender, recipient).

    `failing` is raised instead, after the mail was recorded if it says that it was sent.
    """

    failing: OutboxError | None = None
    unsubscribed: list[tuple[Mailto, str]] = field(default_factory=list)
    mailed: list[tuple[bytes, str, str]] = field(default_factory=list)

    def unsubscribe(self, mailto: Mailto, sender: str) -> None:
        """Record, or fail."""
        if self.failing is None or self.failing.sent:
            self.unsubscribed.append((mailto, sender))
        if self.failing is not None:
            raise self.failing

    def send(self, raw: bytes, sender: str, recipient: str) -> None:
        """Record, or fail."""
        if self.failing is None or self.failing.sent:
            self.mailed.append((raw, sender, recipient))
        if self.failing is not None:
            raise self.failing
