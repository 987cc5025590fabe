"""The owner's address book: whoever stands there is somebody she knows.

A contact speaks for its very address, as a letter of hers would; that somebody else of an organisation
stands there is a hint and no more. A network's address stands for all of its members, so for none.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.telling import tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.known import KnownKind
from inbox_guard.core.sender import SenderKind

CONTACT = "contact"
CONTACT_THERE = "contact-there"


def testify(history: History) -> Iterator[Evidence]:
    """Yield that they, or somebody else there, are in the address book."""
    if history.speaker.sender.kind is SenderKind.PERSON:
        return
    facts = [fact for fact in history.known if fact.kind is KnownKind.CONTACT]
    theirs = next((fact for fact in facts if fact.who in history.addresses), None)
    if theirs:
        yield tell(CONTACT, f"{theirs.who} is in your address book")
    elif facts:
        yield tell(CONTACT_THERE, f"somebody else of {facts[0].who} is in your address book")
