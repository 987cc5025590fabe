"""What a single message carries that can be quoted, dated and set beside other messages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MarkKind(StrEnum):
    """What was seen. `Mark.value` is what two marks are compared by, `Mark.quote` what a person reads."""

    CLAIM = "claim"
    """Why the sender says the owner gets this; value: what is claimed (`core.evidence.claim`)."""
    SOURCE = "source"
    """Where the sender says it has the address from (GDPR Art. 14(2)(f)); value: the source."""
    POSTAL = "postal"
    """A postal address; value: the address on one line."""
    CONTROLLER = "controller"
    """Who answers for the processing (GDPR Art. 13(1)(a), 14(1)(a)); value: the name."""
    OPT_OUT = "opt-out"
    """A way out is offered in the words or the header; value: ``header`` or ``words``."""
    SALUTED = "saluted"
    """How the owner is called; value: the name as written."""
    ADDRESSED = "addressed"
    """The To field as written, where it is not simply the address; value: name and address."""
    SLIP = "slip"
    """A field for her data was left unfilled; value: the field."""
    BROKER = "broker"
    """A trace of a data broker or a rented list; value: the broker."""
    BUMP = "bump"
    """It follows up on a mail nobody answered; value: the Message-ID."""
    FAKE_THREAD = "fake-thread"
    """It pretends to answer a mail that is not there; value: the Message-ID."""
    FINGERPRINT = "fingerprint"
    """What its text is like; value: hex digits that near-identical texts share most of."""
    PROVIDER = "provider"
    """The mail provider that sent it; value: its name."""
    PROVIDER_ACCOUNT = "provider-account"
    """The provider's customer; value: ``provider:number``."""
    SIGNER = "signer"
    """Another organisation that signed it, no provider (RFC 6376 §3.5, ``d=``); value: its domain."""
    PROFILE = "profile"
    """The page of the person behind a network's mail; value: the URL without its query."""
    HEADLINE = "headline"
    """What the network says of that person: a title, a company; value: the line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing seen in one message. `at` is the server's clock; `message_id` without brackets."""

    kind: MarkKind
    value: str
    quote: str
    message_id: str
    at: datetime
