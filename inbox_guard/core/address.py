"""Addresses: who a From field names, whose an address is, and which organisation a domain is.

Pure: header text in, values out. The standard library's `parseaddr` answers ``alice@good.com`` for
``alice@good.com <x@evil.com>`` (CVE-2023-27043); this reader calls that ambiguous instead.
RFC 5322 §3.4, RFC 6532, RFC 5890; organisations by the public suffix list (publicsuffix.org).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A display name and an address as a header gives them. `address` is lower-case, IDN decoded to A-labels."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """The part after the last ``@``."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose mailbox it is: her addresses; an entry that begins with ``@`` is a catch-all domain."""

    addresses: tuple[str, ...]

    def owns(self, address: str) -> bool:
        """Whether mail to `address` is the owner's: exact, ``user+tag@``, or under a catch-all domain."""
        raise NotImplementedError


def author(from_field: str) -> Party | None:
    """Return the one author that a From field names, or None when it is ambiguous, empty or broken."""
    raise NotImplementedError


def parties(address_field: str) -> tuple[Party, ...]:
    """Return everybody an address field (To, Cc …) names, as far as it can be read; never raises."""
    raise NotImplementedError


def organisation(domain: str) -> str:
    """Return the registrable domain (``shop.example.co.uk`` → ``example.co.uk``); "" for no domain.

    Freemail and shared domains are not organisations: see `is_shared`.
    """
    raise NotImplementedError


def organisation_of(address: str) -> str:
    """Return who speaks by `address`: its registrable domain, or the whole address at a freemail provider."""
    raise NotImplementedError


def is_shared(domain: str) -> bool:
    """Whether strangers share this domain (freemail, a mail provider's sending domain)."""
    raise NotImplementedError
