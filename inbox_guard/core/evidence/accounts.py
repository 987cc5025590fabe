"""Accounts in the owner's password manager, and her purchases: a relationship, as `evidence.customer`.

An account at a network is one with the network, not with the people who speak through it.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.sender import SenderKind

BOUGHT = "bought"
KEPT_ACCOUNT = "kept-account"


def testify(history: History) -> Iterator[Evidence]:
    """Yield the newest purchase, and an account."""
    if history.speaker.sender.kind is SenderKind.PERSON:
        return
    there = [fact for fact in history.known if fact.who == history.speaker.organisation]
    bought = [fact for fact in there if fact.kind is KnownKind.PURCHASE]
    if bought:
        newest = max(
            bought, key=lambda fact: (fact.at is not None, fact.at and fact.at.timestamp())
        )
        yield tell(BOUGHT, f"you bought something at {newest.who}{_on(newest)}")
    held = next((fact for fact in there if fact.kind is KnownKind.ACCOUNT), None)
    if held:
        made = f", made{_on(held)}" if held.at else ""
        yield tell(KEPT_ACCOUNT, f"your passwords hold an account at {held.who}{made}")


def _on(fact: Known) -> str:
    return f" on {day(fact.at)}" if fact.at else ""
