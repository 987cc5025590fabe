"""Whom a text names: the organisation of a web address or a domain in it, and the address of a person."""

import re

from inbox_guard.core.address import domain_of, has_known_suffix, is_shared, organisation, parties
from inbox_guard.core.encoding import one_line


def site(text: str) -> str:
    """Return the registrable domain of a URL or a bare domain; "" for anything else, addresses and IPs too."""
    found = _SITE.fullmatch(text.strip()[:_LONGEST])
    if found is None or (found["scheme"] or "https").lower() not in _WEB:
        return ""
    host = domain_of(found["host"])
    if host is None or "." not in host or host.rpartition(".")[2].isdigit():
        return ""
    return organisation(host)


def made_for(text: str) -> str:
    """Return for whom something was made: a domain where the text is one or names one, else its words.

    A domain in the middle of a sentence counts by a public suffix that is known, so that a missing
    blank after a full stop names nobody.
    """
    whole = site(text)
    if whole:
        return whole
    for token in _TOKEN.findall(text[:_LONGEST]):
        bare = token.strip(_EDGES)
        if "." in bare and (has_known_suffix(bare.lower()) or "://" in bare):
            named = site(bare)
            if named:
                return named
    return one_line(text)[:_WORDS].strip()


def address(text: str) -> str:
    """Return the one address a text holds, in one spelling; "" where it holds none or several."""
    named = parties(text[:_LONGEST])
    return named[0].address if len(named) == 1 else ""


def speaks_alone(domain: str) -> bool:
    """Whether a domain is one organisation's own: neither freemail nor a shared sending domain."""
    return bool(domain) and "@" not in domain and not is_shared(domain)


_LONGEST = 2_000
_WORDS = 80
_EDGES = ".,;:!?()[]<>{}\"'„“”"
_WEB = frozenset({"http", "https"})
_TOKEN = re.compile(r"\S+")
_SITE = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{0,20})://(?:[^/?#@\s]{0,500}@)?)?"
    r"(?P<host>[^\s/?#@:\[\]]{3,253})(?::\d{1,5})?(?:[/?#].*)?",
    re.DOTALL,
)
