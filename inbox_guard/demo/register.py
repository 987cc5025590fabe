"""The senders' side of the story: who still mails Robin, and everything that ever reached a sender.

This is the demo's proof: what it prints as "sent" was written down by those who received it.
"""

import secrets
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from inbox_guard.demo.letters import Sender


@dataclass(frozen=True, slots=True)
class Contact:
    """One thing that reached a sender. `verb` is GET, POST or MAIL; `body` the raw bytes received.

    `sender` is its key, "" when the host or token is nobody's; `says` what the sender made of it.
    """

    at: datetime
    sender: str
    host: str
    verb: str
    body: bytes
    cookie: str
    says: str


class Register:
    """Remembers; may be asked and told from any thread."""

    def __init__(self, people: Iterable[Sender], clock: Callable[[], datetime]) -> None:
        self._by_token = {(sender.host, sender.token): sender for sender in people}
        self._clock = clock
        self._lock = threading.Lock()
        self._contacts: list[Contact] = []
        self._left: dict[str, datetime] = {}
        self._slips: dict[str, str] = {}

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every sender's host name."""
        return tuple(sorted({host for host, _ in self._by_token}))

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Everything that reached a sender, in order."""
        with self._lock:
            return tuple(self._contacts)

    def left(self, key: str) -> datetime | None:
        """When Robin was taken off a sender's list; None while still on it."""
        with self._lock:
            return self._left.get(key)

    def find(self, host: str, token: str) -> Sender | None:
        """Whose link this is."""
        return self._by_token.get((host, token))

    def note(
        self,
        sender: Sender | None,
        *,
        host: str,
        verb: str,
        says: str,
        body: bytes = b"",
        cookie: str = "",
    ) -> None:
        """Write down what arrived."""
        key = sender.key if sender else ""
        with self._lock:
            self._contacts.append(Contact(self._clock(), key, host, verb, body, cookie, says))

    def leave(self, sender: Sender) -> None:
        """Take Robin off a list; the first time counts."""
        with self._lock:
            self._left.setdefault(sender.key, self._clock())

    def slip(self, sender: Sender) -> str:
        """Hand out the hidden token of one page view."""
        slip = secrets.token_hex(12)
        with self._lock:
            self._slips[slip] = sender.key
        return slip

    def redeem(self, slip: str, sender: Sender) -> bool:
        """Whether a hidden token is this sender's and was not used before."""
        with self._lock:
            return self._slips.pop(slip, "") == sender.key
