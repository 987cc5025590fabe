"""What the ledger remembers about one sender, as the witnesses of `core.evidence` and `core.verdict` need it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from inbox_guard.core.known import Known
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.sender import Speaker
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome, Standing


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason: which witness speaks, what it says to a person, how heavy it is, the words it saw.

    `weight` is signed: on a kind, positive for it; on a standing, positive for consent, negative
    against. `message_id` is without brackets, "" when no single message gave it.
    """

    kind: str
    says: str
    weight: float
    quote: str = ""
    message_id: str = ""


class TraceKind(StrEnum):
    """What a message leaves behind for the standing of its organisation."""

    WROTE = "wrote"
    REPLIED = "replied"
    CONFIRMATION = "confirmation"
    WELCOME = "welcome"
    ACCOUNT = "account"
    ORDER = "order"
    GOODBYE = "goodbye"


@dataclass(frozen=True, slots=True)
class Trace:
    """A sign of a relationship found in one message, kept for the organisation it concerns.

    `organisation` as `core.address.organisation_of`; `address` the counterpart's; `at` the server's clock.
    """

    kind: TraceKind
    organisation: str
    address: str
    at: datetime
    message_id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Correspondents:
    """Whom the owner writes to: their addresses, and the Message-IDs of her own mail (for threading)."""

    addresses: frozenset[str] = frozenset()
    own_message_ids: frozenset[str] = frozenset()


class Answer(StrEnum):
    """What the owner said of a sender."""

    ALLOW = "allow"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Word:
    """The owner's word, dated: outranks every rule. `target` as she typed it (see `core.word`)."""

    answer: Answer
    target: str
    at: datetime


FIRST_MAIL = datetime(1982, 8, 13, tzinfo=UTC)
"""The day of RFC 822. An arrival before it is a clock that was not set or a message without a date."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the readable mail goes back: the oldest message over all folders read (None: nothing read)."""

    oldest: datetime | None
    far_enough_days: int

    def days_before(self, moment: datetime) -> int:
        """Whole days of readable mail before `moment`; 0 when there are none."""
        if self.oldest is None or self.oldest >= moment:
            return 0
        return (moment - self.oldest).days


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest message of a sender that its kind rests on: what a plan and the risk gate look at."""

    message_id: str
    arrived: datetime
    in_junk: bool
    authenticated: bool | None
    mechanisms: tuple[Mechanism, ...]
    signs: tuple[Evidence, ...]
    subject: str


@dataclass(frozen=True, slots=True)
class First:
    """The first message of a sender: when it arrived and at which address of the owner's ("" unknown)."""

    message_id: str
    arrived: datetime
    alias: str
    subject: str


@dataclass(frozen=True, slots=True)
class Before:
    """The newest recorded verdict, and the edition of the rules it was made by ("" before there were any)."""

    kind: Kind
    standing: Standing
    rules: str
    at: datetime
    because: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many messages of one kind a sender sent, and the newest of them."""

    kind: Kind
    messages: int
    newest: Newest


@dataclass(frozen=True, slots=True)
class Tried:
    """The last attempt at a sender, as far as a plan must know it.

    `mails_after_grace` counts marketing; `retry_at` is set after a temporary failure; `honour` once
    a promise was made.
    """

    mechanism: Mechanism
    at: datetime
    outcome: Outcome
    mails_after_grace: int
    retry_at: datetime | None = None
    honour: HonourState | None = None


@dataclass(frozen=True, slots=True)
class Readership:
    """How many of a sender's mails the owner has read, and when the newest of these arrived."""

    count: int = 0
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything judgement may know about one sender.

    `number` is the ledger's; `aliases` the owner's addresses it wrote to; `folders` where its mail
    was found; `traces` those of its organisation; `words` only those that match this sender; `before`
    the newest recorded verdict; `marks`
    what its messages carried, each (kind, value) once; `known` what the owner brought in about it;
    `junked` and `rescued` how many of its mails she moved to Junk and back out; `octets`
    the size of its mail on the server; `read` what of it she has opened.
    """

    number: int
    account: str
    speaker: Speaker
    addresses: tuple[str, ...]
    aliases: tuple[str, ...]
    folders: tuple[str, ...]
    first_seen: datetime
    last_seen: datetime
    kinds: tuple[KindCount, ...]
    traces: tuple[Trace, ...]
    words: tuple[Word, ...]
    reach: Reach
    tried: Tried | None
    before: Before | None = None
    first: First | None = None
    marks: tuple[Mark, ...] = ()
    known: tuple[Known, ...] = ()
    junked: int = 0
    rescued: int = 0
    octets: int = 0
    read: Readership = field(default_factory=Readership)

    @property
    def messages(self) -> int:
        """How many messages of this sender were seen, each once."""
        return sum(count.messages for count in self.kinds)

    def newest_mark(self, kind: MarkKind) -> Mark | None:
        """Return what its messages carried last of a kind."""
        return next((mark for mark in reversed(self.marks) if mark.kind is kind), None)
