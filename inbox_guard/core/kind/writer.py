"""What an author says by name and address alone, looked at once: a mailbox repeats its authors.

Pure: a `Party` in, a `Writer` out. What needs another field of the message stands in the modules
that read that field.
"""

from dataclasses import dataclass
from functools import lru_cache

from inbox_guard.core.address import Party, is_shared, organisation
from inbox_guard.core.kind.envelope import carrier_signs
from inbox_guard.core.kind.hollow import dressed_up
from inbox_guard.core.kind.impostor import OF_A_DOMAIN, dress
from inbox_guard.core.kind.people import author_signs, is_network
from inbox_guard.core.kind.pitch import spare_signs
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.passed_on import written_by


@dataclass(frozen=True, slots=True)
class Writer:
    """An author: its organisation, whether strangers share its domain, and the signs it shows everywhere.

    `networked` says that people may speak through its domain. `carriers` tell of a list or a stream. `claims`
    are about its domain, and fall where that domain is the reader's own as well; so does `spare`, that it was
    bought to sell from.
    """

    house: str
    shared: bool
    networked: bool
    carriers: tuple[Seen, ...]
    signs: tuple[Seen, ...]
    claims: tuple[Seen, ...]
    spare: tuple[Seen, ...]


@lru_cache(maxsize=8_192)
def writer_of(author: Party) -> Writer:
    """Return what is known of an author without the rest of the message.

    Names are held against the address of whoever wrote it, where an alias service passed it on.
    """
    wrote = written_by(author)
    dressed = dress(wrote)
    told = [sight for sight in dressed if sight.sign not in OF_A_DOMAIN]
    house = organisation(author.domain)
    return Writer(
        house=house,
        shared=is_shared(author.domain),
        networked=is_network(author.domain),
        carriers=tuple(carrier_signs(author)),
        signs=(*author_signs(wrote), *dressed_up(wrote), *told),
        claims=tuple(sight for sight in dressed if sight.sign in OF_A_DOMAIN),
        spare=tuple(spare_signs(house)),
    )
