"""Who sent it for them: the mail provider behind a mailing, and its customer's number there."""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.provider import provider


def marks(read: Read) -> Iterator[Mark]:
    """Yield the provider and the account; nothing for mail of the sender's own server."""
    found = provider(read.message)
    if found is None:
        return
    yield read.mark(MarkKind.PROVIDER, found.name)
    if found.account:
        yield read.mark(MarkKind.PROVIDER_ACCOUNT, f"{found.name}:{found.account}")
