"""A mail that pretends to answer: ``Re:`` without a parent, from somebody the owner never wrote to."""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History, TraceKind
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.subject import goes_on
from inbox_guard.core.vocabulary import Kind

FAKE_THREAD = "fake-thread-seen"

_CONCERNS = frozenset({Kind.NEWSLETTER, Kind.OUTREACH, Kind.SPAM})


def marks(read: Read) -> Iterator[Mark]:
    """Yield that the subject answers, while the header names no mail that is answered."""
    message = read.message
    threaded = message.in_reply_to or message.headers.has("references")
    if read.kind in _CONCERNS and not threaded and goes_on(message.subject):
        yield read.mark(MarkKind.FAKE_THREAD, message.message_id, message.subject)


def testify(history: History) -> Iterator[Evidence]:
    """Yield the last one, unless she did write to them: programs lose threads."""
    wrote = any(t.kind in (TraceKind.WROTE, TraceKind.REPLIED) for t in history.traces)
    seen = history.newest_mark(MarkKind.FAKE_THREAD)
    if seen is not None and not wrote:
        says = f"a mail of {day(seen.at)} pretends to answer one of yours; there is none"
        yield tell(FAKE_THREAD, says, seen)
