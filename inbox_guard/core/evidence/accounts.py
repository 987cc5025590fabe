"""Accounts in the owner's password manager, and her purchases: a relationship, as `evidence.customer`.

An account at a network is one with the network, not with the people who speak through it. What is dated
after their first mail cannot be why they began: that is said beside, and decides nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from inbox_guard.core.evidence.telling import day, span, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import Kind

BOUGHT = "bought"
KEPT_ACCOUNT = "kept-account"
BEGAN_BEFORE = "began-before"


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
    held = [fact for fact in there if fact.kind is KnownKind.ACCOUNT]
    if held:
        made = f", made{_on(held[0])}" if held[0].at else ""
        yield tell(KEPT_ACCOUNT, f"your passwords hold an account at {held[0].who}{made}")
    yield from _began_before(history, (*bought, *held))


def _began_before(history: History, dealings: Sequence[Known]) -> Iterator[Evidence]:
    """Yield that their mailings were there before all that is known of dealings, each of it dated."""
    if not any(count.kind in _MAILED for count in history.kinds):
        return
    dates = [fact.at for fact in dealings if fact.at is not None]
    if not dates or len(dates) < len(dealings) or min(dates) - history.first_seen < _APART:
        return
    earlier = span((min(dates) - history.first_seen).days)
    yield tell(
        BEGAN_BEFORE,
        f"their first mail was here {earlier} before the first dealing that your files show:"
        " that is not why they began to write",
    )


_MAILED = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})
_APART = timedelta(days=2)
"""Passwords are dated by somebody else's clock, some by the day alone."""


def _on(fact: Known) -> str:
    return f" on {day(fact.at)}" if fact.at else ""
