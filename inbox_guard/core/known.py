"""What the owner brought in from outside her mailbox: contacts, aliases, accounts, connections, breaches.

All of it is hers, read from files she exported herself, and never leaves the house.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class KnownKind(StrEnum):
    """What a fact from outside is about, and by what it is looked up (`Known.who`)."""

    CONTACT = "contact"
    """Somebody in the address book; who: the address."""
    ACCOUNT = "account"
    """An account in the password manager; who: the organisation's domain."""
    PURCHASE = "purchase"
    """Something bought there; who: the organisation's domain."""
    ALIAS = "alias"
    """An address of the owner's that was made for somebody; who: that address; detail: for whom."""
    CONNECTION = "connection"
    """A connection in a network; who: ``network:person`` or a profile URL; at: since when."""
    MESSAGED = "messaged"
    """The owner wrote to a person in a network; who: ``network:person`` or a profile URL."""
    INVITED = "invited"
    """The owner invited a person in a network; who: ``network:person`` or a profile URL."""
    EXPORT = "export"
    """How far an export reaches; who: the network; at: the newest entry of the file."""
    BREACH = "breach"
    """A breach that held an address of the owner's; who: that address, "" for all; detail: whose breach."""


@dataclass(frozen=True, slots=True)
class Known:
    """One fact from outside. `who` in lower case; `at` None without a date; `source` the file's name."""

    kind: KnownKind
    who: str
    detail: str
    at: datetime | None
    source: str


def page(url: str) -> str:
    """Return a profile's address as it is looked up: lower case, no scheme, query or slash at the end."""
    bare = url.strip().lower().partition("#")[0].partition("?")[0]
    return bare.rpartition("://")[2].removeprefix("www.").rstrip("/")


class Outside:
    """Every fact from outside that counts for an account, by what it is looked up by."""

    def __init__(self, facts: Iterable[Known] = ()) -> None:
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for fact in facts:
            self._by_name["" if fact.kind is KnownKind.EXPORT else fact.who].append(fact)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def about(self, names: Iterable[str]) -> tuple[Known, ...]:
        """Return what is known under any of these names, each fact once.

        Facts that concern everybody (``who`` "") and the reach of exports are always among them.
        """
        if not self._by_name:
            return ()
        wanted = dict.fromkeys(("", *names))
        return tuple(fact for name in wanted for fact in self._by_name.get(name, ()))

    def of_kind(self, kind: KnownKind) -> tuple[Known, ...]:
        """Return every fact of a kind, in the order it was learned."""
        return tuple(
            fact for facts in self._by_name.values() for fact in facts if fact.kind is kind
        )
