"""The person behind a network's mail: the page and the headline that the mail shows of them."""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.person import person
from inbox_guard.core.vocabulary import Kind


def marks(read: Read) -> Iterator[Mark]:
    """Yield the profile page and the headline or company; nothing for mail of no person."""
    if read.kind is not Kind.PLATFORM or read.words is None:
        return
    who = person(read.message, read.words)
    if who is None:
        return
    if who.profile:
        yield read.mark(MarkKind.PROFILE, who.profile)
    line = who.headline
    if who.company and who.company.lower() not in line.lower():
        line = f"{line} · {who.company}" if line else who.company
    if line:
        yield read.mark(MarkKind.HEADLINE, line)
