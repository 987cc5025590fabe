"""Follow-up chains: the same stranger asks again and again, and nobody has answered."""

from collections.abc import Iterator

from inbox_guard.core.address import organisation_of
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History, TraceKind
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.vocabulary import Kind

FOLLOWED_UP = "followed-up"

_TOLD = 5  # dates that a person reads; the rest is counted


def marks(read: Read) -> Iterator[Mark]:
    """Yield that a cold mail follows up: it says so, or answers an earlier mail of its own sender."""
    message = read.message
    if read.kind is not Kind.OUTREACH or message.author is None:
        return
    house = organisation_of(message.author.address)
    own = any(
        organisation_of(f"x@{parent.rpartition('@')[2]}") == house for parent in message.in_reply_to
    )
    bumps = "bump" in read.in_subject or any(hit.sign == "bump" for hit in read.in_lead)
    if own or bumps:
        yield read.mark(MarkKind.BUMP, message.message_id, message.subject)


def testify(history: History) -> Iterator[Evidence]:
    """Yield how often and when they asked again."""
    replied = any(trace.kind is TraceKind.REPLIED for trace in history.traces)
    bumps = [mark for mark in history.marks if mark.kind is MarkKind.BUMP]
    if not bumps or replied:
        return
    days = ", ".join(day(mark.at) for mark in bumps[:_TOLD])
    more = f" and {len(bumps) - _TOLD} more times" if len(bumps) > _TOLD else ""
    times = "once" if len(bumps) == 1 else f"{len(bumps)} times"
    yield tell(FOLLOWED_UP, f"they followed up {times} without an answer: {days}{more}", bumps[-1])
