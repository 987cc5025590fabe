"""Who wrote a mail that an alias service passed on: the service writes the From anew, and keeps the writer in it.

Pure. To judge names and words by; never for identity, authenticity or consent, for the service alone
vouches for such mail, and an address can be made to look like this. Services by
`core/data/alias_services.tsv`, and where aliases are turned off by `alias_hosts.tsv`.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from inbox_guard.core.address import Party, domain_of, has_known_suffix
from inbox_guard.core.data import rows


@lru_cache(maxsize=8_192)
def written_by(author: Party) -> Party:
    """Return the writer whose address an alias service's address holds; else the author as given."""
    if not _service(author.domain):
        return author
    local = author.address.rpartition("@")[0]
    if found := _TAGGED.fullmatch(local):
        domain = domain_of(found["domain"])
    elif author.domain in _services() and (found := _SPELLED.fullmatch(local)):
        domain = _domain_in(found["rest"])
    else:
        return author
    return Party(author.name, f"{found['local']}@{domain}") if domain else author


def is_carriers_own(way_out: str, author: Party) -> bool:
    """Return whether a URI of a List-Unsubscribe field is an alias service's: it turns the owner's alias off.

    What such a service sends in its own name (its letters) is left like any other.
    """
    found = _PLACE.match(way_out.lower())
    keeper = _or_above(found["host"], _alias_hosts()) if found else ""
    if not keeper:
        return False
    return bool(_service(author.domain)) or _or_above(author.domain, _alias_hosts()) != keeper


_PLACE = re.compile(r"(?:mailto:[^?@]*?(?:@|%40)|https?://(?:[^/?#@]*@)?)(?P<host>[\w.-]+)")
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


def _service(domain: str) -> str:
    """The service that writes at a domain, "" for none; under its own its people may have a subdomain each.

    There they choose the names of their aliases, but not what follows a "+".
    """
    return _or_above(domain, _services())


def _or_above(host: str, known: Mapping[str, str]) -> str:
    """What is known of a host, or of the nearest one above it; "" for nothing."""
    while host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return ""


@cache
def _services() -> dict[str, str]:
    return {domain: service for domain, service, _ in rows("alias_services")}


@cache
def _alias_hosts() -> dict[str, str]:
    return {host: service for host, service, _ in rows("alias_hosts")}
