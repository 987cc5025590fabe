"""How the owner is addressed: the To field as the sender's list holds it.

A list keeps names and addresses as they were typed once. Whoever uses the same odd spelling may use
the same list; that is asked in `core.together`.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.mark import Mark, MarkKind


def marks(read: Read) -> Iterator[Mark]:
    """Yield the name in the To field, and the address where its spelling is not plain lower case."""
    party = next(
        (party for party in read.message.recipients if party.address == read.message.alias), None
    )
    if party is not None and party.name and "@" not in party.name:
        yield read.mark(MarkKind.ADDRESSED, party.name, party.name)
