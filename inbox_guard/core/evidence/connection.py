"""LinkedIn, by the owner's own export: who she is connected with, invited, or wrote to.

A person is found by the network's name for them, by the profile that a mail links, or by an address in
the export. Behind a private address only the name is left, and people share names: that is told and
decides nothing.
"""

from collections.abc import Iterator
from datetime import timedelta

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.known import Known, KnownKind, page
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import Kind

LINKED_WROTE = "linked-wrote"
LINKED_INVITED = "linked-invited"
CONNECTED = "connected"
CONNECTED_LATER = "connected-later"
PITCHED = "pitched"
NAMESAKE = "namesake"
STRANGER = "stranger"

SOON = timedelta(days=14)
"""How soon after a connection a first mail looks like the reason for it."""

_TIES = frozenset({KnownKind.CONNECTION, KnownKind.MESSAGED, KnownKind.INVITED})


def testify(history: History) -> Iterator[Evidence]:
    """Yield what the export says of this person."""
    ties = [fact for fact in history.known if fact.kind in _TIES and fact.at is not None]
    keys = {history.speaker.sender.value, *history.addresses}
    keys |= {page(mark.value) for mark in history.marks if mark.kind is MarkKind.PROFILE}
    sure = [fact for fact in ties if fact.who in keys]
    if sure:
        yield from _of_them(history, sure)
    elif ties:
        yield from _of_a_namesake(history, ties)
    else:
        yield from _of_a_stranger(history)


def _of_them(history: History, ties: list[Known]) -> Iterator[Evidence]:
    wrote, invited = _first(ties, KnownKind.MESSAGED), _first(ties, KnownKind.INVITED)
    connected = _first(ties, KnownKind.CONNECTION)
    if wrote and wrote.at:
        yield tell(LINKED_WROTE, f"you wrote to them on LinkedIn on {day(wrote.at)}")
    if invited and invited.at:
        yield tell(LINKED_INVITED, f"you invited them on LinkedIn on {day(invited.at)}")
    if connected is None or connected.at is None:
        return
    since = day(connected.at)
    if connected.at > history.first_seen:
        says = f"you became LinkedIn connections on {since}, after their first mail"
        yield tell(CONNECTED_LATER, says)
    else:
        yield tell(CONNECTED, f"among your LinkedIn connections since {since}")
    if not (wrote or invited) and (days := _soon_after(history, connected)) is not None:
        yield tell(
            PITCHED,
            f"they wrote {_days(days)} after you became LinkedIn connections on {since},"
            " and no invitation of yours is in your export",
        )


def _of_a_namesake(history: History, ties: list[Known]) -> Iterator[Evidence]:
    connected = _first(ties, KnownKind.CONNECTION)
    if connected is None or connected.at is None:
        return
    says = f"somebody of this name is among your LinkedIn connections since {day(connected.at)}"
    days = _soon_after(history, connected)
    invited = _first(ties, KnownKind.INVITED)
    if days is not None and invited is None and _cold(history):
        says += f", {_days(days)} before this mail"
    yield tell(NAMESAKE, says)


def _of_a_stranger(history: History) -> Iterator[Evidence]:
    """Absence is evidence only within reach: the list has to reach past their first mail."""
    sender = history.speaker.sender
    if sender.kind is not SenderKind.PERSON or not sender.value.startswith("linkedin:"):
        return
    reached = [
        fact.at
        for fact in history.known
        if fact.kind is KnownKind.EXPORT and fact.detail == "Connections.csv" and fact.at
    ]
    if reached and max(reached) >= history.first_seen:
        yield tell(STRANGER, f"not among your LinkedIn connections as of {day(max(reached))}")


def _first(ties: list[Known], kind: KnownKind) -> Known | None:
    of_kind = [fact for fact in ties if fact.kind is kind]
    return min(of_kind, key=lambda fact: fact.at.timestamp() if fact.at else 0, default=None)


def _soon_after(history: History, connected: Known) -> int | None:
    """Days from a connection to the first mail after it, where they are few; exports give whole days."""
    if connected.at is None:
        return None
    later = [at for at in (history.first_seen, history.last_seen) if at >= connected.at]
    if not later or min(later) - connected.at > SOON:
        return None
    return (min(later) - connected.at).days


def _cold(history: History) -> bool:
    return any(count.kind is Kind.OUTREACH for count in history.kinds)


def _days(days: int) -> str:
    return "hours" if days == 0 else f"{days} day{'' if days == 1 else 's'}"
