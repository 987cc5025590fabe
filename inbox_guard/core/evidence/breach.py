"""Breaches that held an address of the owner's: one way in which an address comes into lists.

It never proves where a sender has it from. A first mail before the breach, or one from whoever was
breached, leaves nothing to tell.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.vocabulary import Kind

BREACH = "breach"

_UNASKED = frozenset({Kind.NEWSLETTER, Kind.OUTREACH, Kind.SPAM})


def testify(history: History) -> Iterator[Evidence]:
    """Yield the last breach before the first mail."""
    if not any(count.kind in _UNASKED for count in history.kinds):
        return
    address = history.first.alias if history.first else next(iter(history.aliases), "")
    before = [
        fact
        for fact in history.known
        if fact.kind is KnownKind.BREACH
        and fact.who in ("", address)
        and fact.at is not None
        and fact.at < history.first_seen
        and not _of_the_sender(fact, history)
    ]
    last = max(before, key=lambda fact: fact.at.timestamp() if fact.at else 0, default=None)
    if last and last.at:
        whose = f"the breach of {last.detail} ({day(last.at)})"
        held = f"{address} was" if last.who else "your address may have been"
        yield tell(BREACH, f"consistent with {whose}, in which {held}")


def _of_the_sender(fact: Known, history: History) -> bool:
    return history.speaker.organisation in fact.detail
