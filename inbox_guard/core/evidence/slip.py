"""A mail merge that went wrong: proof that a mail written as if to one person was sent to many."""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.slip import unfilled

SLIP = "merge-slip-seen"


def marks(read: Read) -> Iterator[Mark]:
    """Yield the field that was left unfilled, of the subject or the words."""
    text = "\n".join((read.message.subject, read.words.text if read.words else ""))
    field = unfilled(text)
    if field:
        yield read.mark(MarkKind.SLIP, field, field)


def testify(history: History) -> Iterator[Evidence]:
    """Yield the last one."""
    seen = history.newest_mark(MarkKind.SLIP)
    if seen is not None:
        says = f"a mail of {day(seen.at)} left a field for your data unfilled: it was sent to many"
        yield tell(SLIP, says, seen)
