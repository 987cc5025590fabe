"""Who wrote a mail that an alias service passed on: the service writes the From anew, and keeps the writer in it.

Pure. To judge names and words by; never for identity, authenticity or consent, for the service alone
vouches for such mail, and an address can be made to look like this. Services by `core/data/alias_services.tsv`.
"""

import re
from functools import cache, lru_cache

from inbox_guard.core.address import Party, domain_of, has_known_suffix
from inbox_guard.core.data import rows


@lru_cache(maxsize=8_192)
def written_by(author: Party) -> Party:
    """Return the writer whose address an alias service's address holds; else the author as given."""
    if author.domain not in _services():
        return author
    local = author.address.rpartition("@")[0]
    if found := _TAGGED.fullmatch(local):
        domain = domain_of(found["domain"])
    elif found := _SPELLED.fullmatch(local):
        domain = _domain_in(found["rest"])
    else:
        return author
    return Party(author.name, f"{found['local']}@{domain}") if domain else author


def is_carriers_own(way_out: str, author: Party) -> bool:
    """Return whether a List-Unsubscribe field is the alias service's own: that turns the alias off."""
    return author.domain in _services() and f"@{author.domain}" in way_out.lower()


_TAGGED = re.compile(r"[^+=@]*\+(?P<local>[^=@]+)=(?P<domain>[^=@]+)")
_SPELLED = re.compile(r"(?P<local>[^@]+?)_at_(?P<rest>[^@]+)")


def _domain_in(rest: str) -> str | None:
    """Return the domain that `rest` begins with, its dots kept or turned into underscores: ``shop_example_x7``."""
    labels = rest.split("_")
    for count in range(len(labels) - 1, 0, -1):
        spelled = ".".join(labels[:count])
        if "." in spelled and has_known_suffix(spelled):
            return domain_of(spelled)
    return None


@cache
def _services() -> frozenset[str]:
    return frozenset(row[0] for row in rows("alias_services"))
