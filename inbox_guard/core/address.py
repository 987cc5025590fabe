"""Addresses: who a From field names, whose an address is, and which organisation a domain is.

Pure: header text in, values out. The standard library's `parseaddr` answers ``alice@good.com`` for
``alice@good.com <x@evil.com>`` (CVE-2023-27043); this reader calls that ambiguous instead.
RFC 5322 §3.4, RFC 6532, RFC 5890; organisations by the public suffix list (publicsuffix.org).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import idna
from publicsuffixlist import PublicSuffixList

from inbox_guard.core.address_list import Mention, mentions
from inbox_guard.core.data import rows
from inbox_guard.core.encoding import one_line, words


@dataclass(frozen=True, slots=True)
class Party:
    """A display name and an address as a header gives them. `address` is lower-case, IDN as A-labels.

    `domain` is the part after the last ``@``.
    """

    name: str
    address: str
    domain: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Split the address once: judgement asks for the domain a dozen times."""
        object.__setattr__(self, "domain", self.address.rpartition("@")[2])


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose mailbox it is: her addresses; an entry that begins with ``@`` is a catch-all domain."""

    addresses: tuple[str, ...]

    def owns(self, address: str) -> bool:
        """Whether mail to `address` is the owner's: exact, ``user+tag@``, or under a catch-all domain."""
        hers = _spelled(self.addresses)
        address = address.lower()
        local, at, domain = address.rpartition("@")
        if not local:
            return False
        base = local.partition("+")[0]
        return address in hers or at + domain in hers or (base + at + domain) in hers


def author(from_field: str) -> Party | None:
    """Return the one author that a From field names, or None when it is ambiguous, empty or broken.

    A name that holds an address of another organisation is ambiguous: ``"alice@good.com" <x@evil.com>``.
    """
    return (_seen_author if len(from_field) <= _USUAL else _author)(from_field)


def parties(address_field: str) -> tuple[Party, ...]:
    """Return everybody an address field (To, Cc …) names, as far as it can be read; never raises."""
    return (_seen_parties if len(address_field) <= _USUAL else _parties)(address_field)


@lru_cache(maxsize=16_384)
def organisation(domain: str) -> str:
    """Return the registrable domain (``shop.example.co.uk`` → ``example.co.uk``); "" for no domain.

    Freemail and shared domains are not organisations: see `is_shared`. A domain that is itself a
    public suffix, a single label or an address literal is its own organisation.
    """
    domain = domain.lower().strip().rstrip(".")
    if domain.startswith("[") or domain.rpartition(".")[2].isdigit():
        return domain
    return _suffixes().privatesuffix(domain) or domain


def organisation_of(address: str) -> str:
    """Return who speaks by `address`: its registrable domain, or the whole address at a shared domain.

    Strangers share a freemail provider and a mail provider's sending domain alike, so neither is
    an organisation.
    """
    address = address.lower()
    domain = address.rpartition("@")[2]
    return address if is_shared(domain) else organisation(domain)


@lru_cache(maxsize=16_384)
def is_shared(domain: str) -> bool:
    """Whether strangers share this domain (freemail, a mail provider's sending domain).

    A freemail domain counts alone (``mailings.gmx.net`` is the provider's own mail), a sending
    domain with everything under it.
    """
    domain = domain.lower().rstrip(".")
    if domain in _freemail():
        return True
    labels = domain.split(".")
    return any(".".join(labels[start:]) in _sending() for start in range(len(labels)))


def domain_of(written: str) -> str | None:
    """Return a domain in one spelling, lower-case A-labels (RFC 5890); None when it is none."""
    return _domain(written.strip())


def has_known_suffix(domain: str) -> bool:
    """Whether a domain lies under a suffix of the public list, or one that RFC 2606 reserves."""
    host = domain.rpartition("://")[2].partition("/")[0].rstrip(".")
    if host.rpartition(".")[2] in _RESERVED:
        return True
    return _suffixes().privatesuffix(host, accept_unknown=False) is not None


# A mailbox says the same From and To thousands of times: fields of up to so many characters are kept.
_USUAL = 256
_RESERVED = frozenset({"example", "test", "invalid"})
_LONGEST = 512
_NAME_LONGEST = 512
# A comment inside an address (RFC 5322 §3.2.2); one that holds another address stays, and spoils it.
_ASIDE = re.compile(r"\([^()@]*+\)")
_AROUND = re.compile(r"\s*([.@])\s*")
_LOCAL = re.compile(r"[^\s\"(),:;<>@\[\]\\\x00-\x20\x7f-\x9f]+")
_QUOTED_LOCAL = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"@(.*)", re.DOTALL)
_WORDS = re.compile(r"[^\W_](?:[\w .'’&-]*+)")
_LDH = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*+")
_LITERAL = re.compile(r"\[(?:ipv6:)?[0-9a-f:.]+\]")
_OUTSIDE = r"\s@<>()\[\]\",:;'`"
_IN_NAME = re.compile(rf"(?<![^{_OUTSIDE}])([^{_OUTSIDE}]+)@([\w-]+(?:[.\u3002\uff61][\w-]+)+)")


def _author(from_field: str) -> Party | None:
    named = mentions(from_field)
    if not named:
        return None
    one = named[0] if len(named) == 1 else _with_a_comma(named)
    party = _party(one) if one else None
    if one is None or party is None:
        return None
    return None if any(_names_another(name, party.address) for name in one.names) else party


def _with_a_comma(named: Sequence[Mention]) -> Mention | None:
    """Read ``Ada Morgen, Lamps Ltd <ada@lamps.example>`` as people do: a name that should have had quotes.

    Only where all before the last comma are words that nobody could take for an address.
    """
    *words_before, last = named
    if not last.names or "@" in unicodedata.normalize("NFKC", words(last.names[0])):
        return None
    if any(one.names or not _WORDS.fullmatch(one.address.strip()) for one in words_before):
        return None
    before = (one.address.strip() for one in words_before)
    return Mention(last.address, (", ".join((*before, last.names[0])), *last.names[1:]))


def _parties(address_field: str) -> tuple[Party, ...]:
    named = mentions(address_field, forgiving=True) or ()
    return tuple(party for mention in named if (party := _party(mention)))


_seen_author = lru_cache(maxsize=4_096)(_author)
_seen_parties = lru_cache(maxsize=4_096)(_parties)


def _party(mention: Mention) -> Party | None:
    address = _address(mention.address)
    name = words(mention.names[0])[:_NAME_LONGEST] if mention.names else ""
    return Party(name, address) if address else None


def _address(written: str) -> str | None:
    """Return an addr-spec in one spelling, None when it is none: no second ``@``, no encoded word."""
    if len(written) > _LONGEST:
        return None
    written = written.strip()
    if not written.isprintable() or " " in written:
        written = _AROUND.sub(r"\1", written)
    if "(" in written and not written.startswith('"'):
        written = _AROUND.sub(r"\1", _ASIDE.sub("", written))
    quoted = _QUOTED_LOCAL.fullmatch(written)
    if quoted:
        inside = re.sub(r"\\(.)", r"\1", quoted[1])
        local, domain = (inside, quoted[2])
        if not _LOCAL.fullmatch(inside):
            if "@" in inside or not inside.isprintable():
                return None
            local = f'"{quoted[1]}"'
    else:
        local, _, domain = written.partition("@")
        if not _LOCAL.fullmatch(local):
            return None
    spelled = _domain(domain)
    if spelled is None or "=?" in local:
        return None
    if not local.isascii():
        local = unicodedata.normalize("NFC", local)
        if one_line(local) != local:
            return None  # RFC 6532 allows it, people could not see what they read
    return f"{local.lower()}@{spelled}"


@lru_cache(maxsize=16_384)
def _domain(written: str) -> str | None:
    """Return a domain as lower-case A-labels (UTS-46), None when it is none."""
    domain = written.lower().removesuffix(".")
    if _LITERAL.fullmatch(domain):
        return domain
    if len(domain) > 253:
        return None
    if not domain.isascii():
        try:
            domain = idna.encode(domain, uts46=True, std3_rules=True).decode("ascii")
        except UnicodeError:
            return None
    return domain if _LDH.fullmatch(domain) and len(domain) <= 253 else None


def _names_another(name: str, address: str) -> bool:
    """Whether a display name or comment shows an address that another organisation speaks by."""
    shown = unicodedata.normalize("NFKC", words(name))
    if "@" not in shown:
        return False
    if len(shown) > _NAME_LONGEST:
        return True
    speaks = organisation_of(address)
    return any(
        organisation_of(f"{found[1]}@{_domain(found[2]) or ''}") != speaks
        for found in _IN_NAME.finditer(shown)
    )


@lru_cache(maxsize=64)
def _spelled(addresses: tuple[str, ...]) -> frozenset[str]:
    """The owner's addresses as a `Party` would spell them: lower-case, domains as A-labels."""
    parts = [address.strip().lower().rpartition("@") for address in addresses]
    return frozenset(f"{local}@{_domain(domain) or domain}" for local, _, domain in parts)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(accept_unknown=True)


@cache
def _freemail() -> frozenset[str]:
    return frozenset(row[0] for row in rows("freemail"))


@cache
def _sending() -> frozenset[str]:
    return frozenset(row[0] for row in rows("shared_domains"))
