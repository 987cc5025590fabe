"""Who sent it for them: the mail provider behind a mailing, its customer's number there, another who signed."""

from collections.abc import Iterator

from inbox_guard.core.address import is_shared, organisation
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.provider import provider, sends_for_others


def marks(read: Read) -> Iterator[Mark]:
    """Yield the provider and the account, none for mail of the sender's own server, and who else signed."""
    yield from _signers(read)
    found = provider(read.message)
    if found is None:
        return
    yield read.mark(MarkKind.PROVIDER, found.name)
    if found.account:
        yield read.mark(MarkKind.PROVIDER_ACCOUNT, f"{found.name}:{found.account}")


def _signers(read: Read) -> Iterator[Mark]:
    """Yield whose signatures the owner's server found good: other organisations, and no providers."""
    author = read.message.author
    if author is None:
        return
    signed = {
        organisation(name) for name in read.message.authentication.domains if not is_shared(name)
    }
    for house in sorted(signed - {organisation(author.domain)}):
        if not sends_for_others(house):
            yield read.mark(MarkKind.SIGNER, house)
