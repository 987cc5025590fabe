"""What the owner sorted by hand: mail she moved into Junk after it had come, or back out of it.

A filter that files mail on delivery teaches nothing, nor does what inbox-guard moved itself, nor
a thread of several authors; the ledger leaves those out. A reply of hers outranks all of it.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.telling import tell
from inbox_guard.core.history import Evidence, History

JUNKED = "junked"
RESCUED = "rescued"

ENOUGH = 2
"""Mails: one may have been a slip of the hand."""


def testify(history: History) -> Iterator[Evidence]:
    """Yield what she did more often."""
    if history.junked >= ENOUGH and history.junked > history.rescued:
        yield tell(JUNKED, f"you moved {history.junked} of their mails into Junk")
    elif history.rescued > history.junked:
        mails = f"{history.rescued} of their mails" if history.rescued > 1 else "a mail of theirs"
        yield tell(RESCUED, f"you moved {mails} out of Junk")
