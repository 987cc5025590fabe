"""The words of the house: one word per idea, the same in code, ledger, command line and report.

Every value here is public: it stands in JSON, in the ledger and in what people read.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a message is."""

    PERSONAL = "personal"
    DISCUSSION = "discussion"
    TRANSACTIONAL = "transactional"
    NOTIFICATION = "notification"
    NEWSLETTER = "newsletter"
    OUTREACH = "outreach"
    PLATFORM = "platform"
    SPAM = "spam"


class Standing(StrEnum):
    """What a sender may rely on. People never read the bare word, but the sentence behind it."""

    CONSENTED = "consented"
    CUSTOMER = "customer"
    UNSURE = "unsure"
    UNCONSENTED = "unconsented"


class Mechanism(StrEnum):
    """How one gets off a list. What a message offers in particular is a `core.mechanism.Offer`."""

    ONE_CLICK = "one-click"
    MAILTO = "mailto"
    PAGE = "page"
    BROWSER = "browser"
    REPLY = "reply"
    NONE = "none"


class Step(StrEnum):
    """What a plan wants done for a sender."""

    RECORD = "record"
    UNSUBSCRIBE = "unsubscribe"
    MOVE = "move"
    ASK = "ask"
    DRAFT = "draft"


class Outcome(StrEnum):
    """What became of an attempt. A 2xx alone is ACCEPTED, never DONE."""

    DONE = "done"
    ACCEPTED = "accepted"
    PENDING = "pending"
    ALREADY = "already"
    FAILED = "failed"
    NEEDS_OWNER = "needs_owner"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


class HonourState(StrEnum):
    """Whether a sender kept the promise of an unsubscription."""

    WAITING = "waiting"
    HONOURED = "honoured"
    LATE = "late"
    BROKEN = "broken"
    RETURNED = "returned"


class Mode(StrEnum):
    """What inbox-guard may do by itself."""

    NEVER = "never"
    ASK = "ask"
    AUTO = "auto"
