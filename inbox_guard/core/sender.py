"""Who speaks: one row per list, else per address, else per person behind a network.

Pure. RFC 2919 (List-Id); networks by the table in `core/data`.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from inbox_guard.core.address import Party, is_shared, organisation, organisation_of
from inbox_guard.core.data import rows
from inbox_guard.core.encoding import one_line
from inbox_guard.core.headers import Headers
from inbox_guard.core.message import Message


class SenderKind(StrEnum):
    """What identifies a sender."""

    LIST = "list"
    ADDRESS = "address"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class SenderId:
    """A sender: a bare List-Id, an address, or ``network:person``."""

    kind: SenderKind
    value: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A sender with the name it goes by and the organisation behind it (registrable domain or address)."""

    sender: SenderId
    name: str
    organisation: str


def speaker(message: Message) -> Speaker | None:
    """Return who speaks in `message`; None when its author is ambiguous or missing, or it is the owner's own.

    A person behind a network comes before the list her network may name, that before the address.
    A list belongs to its author's organisation; one that people post to, or whose author writes from a
    shared domain, to the organisation of its List-Id.
    """
    author = message.author
    if author is None or message.own:
        return None
    person = _person(author, message.headers)
    if person:
        return person
    if message.list_id:
        name = message.list_name or author.name or message.list_id
        return Speaker(SenderId(SenderKind.LIST, message.list_id), name, _of_list(message, author))
    return Speaker(
        SenderId(SenderKind.ADDRESS, author.address),
        author.name or author.address,
        organisation_of(author.address),
    )


def person_key(network: str, name: str) -> str:
    """Return what a person behind a network is known by, ``network:person``; "" without a name."""
    name = unicodedata.normalize("NFKC", one_line(name)).strip(_EDGES).casefold()
    return f"{network.lower()}:{name}" if name else ""


def also_called(speaker: Speaker) -> tuple[str, ...]:
    """Return the keys under which a network may know whoever writes from an address of their own.

    A name of one word is no name to look somebody up by.
    """
    if speaker.sender.kind is not SenderKind.ADDRESS or len(speaker.name.split()) < 2:
        return ()
    if "@" in speaker.name:
        return ()
    return (person_key("linkedin", speaker.name),)


@dataclass(frozen=True, slots=True)
class _Network:
    """A network as `core/data/networks.tsv` tells: (field or "local", value, whether a person speaks)."""

    name: str
    signs: tuple[tuple[str, str, bool], ...]


def _of_list(message: Message, author: Party) -> str:
    posts = message.headers.first("list-post").lower()
    discussed = "mailto:" in posts  # RFC 2369 §3.4: ``NO``, or a web page, takes no mail
    if not discussed and not is_shared(author.domain):
        return organisation(author.domain)
    host = organisation(message.list_id)
    if "." in host and not is_shared(message.list_id):
        return host
    return organisation_of(author.address)


def _person(author: Party, headers: Headers) -> Speaker | None:
    network = _network(author.domain)
    if network is None:
        return None
    name = _via(network.name).sub("", author.name).strip(_EDGES)
    if not name or network.name in name or network.name.lower() == name.lower():
        return None  # "LinkedIn", "Your XING team": the network itself. Xing Li is a person.
    speaks = _signed(network, author, headers)
    if speaks is None:
        speaks = name != author.name.strip(_EDGES)
    if not speaks:
        return None
    identity = SenderId(SenderKind.PERSON, person_key(network.name, name))
    return Speaker(identity, name, organisation(author.domain))


def _signed(network: _Network, author: Party, headers: Headers) -> bool | None:
    """Whether a person speaks, by the first sign of the table that fits; None when none does."""
    local = author.address.partition("@")[0].partition("+")[0]
    for where, value, person in network.signs:
        seen = local if where == "local" else headers.first(where).lower()
        if seen and _fits(seen, value):
            return person
    return None


def _fits(seen: str, value: str) -> bool:
    if value.startswith("*"):
        return value.strip("*") in seen
    return seen.startswith(value[:-1]) if value.endswith("*") else seen == value


@lru_cache(maxsize=16_384)
def _network(domain: str) -> _Network | None:
    labels = domain.split(".")
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((_networks()[host] for host in hosts if host in _networks()), None)


_EDGES = " \t,;|·-–—()[]\"'"


@cache
def _networks() -> dict[str, _Network]:
    """Every network by each of its domains; header fields are asked before local parts."""
    table = rows("networks")
    signs: dict[str, list[tuple[str, str, bool]]] = {}
    for name, where, value, speaks, _ in sorted(table, key=lambda row: row[1] == "local"):
        if where != "domain":
            signs.setdefault(name, []).append((where, value, speaks == "person"))
    return {
        value: _Network(name, tuple(signs.get(name, ())))
        for name, where, value, _, _ in table
        if where == "domain"
    }


@cache
def _via(network: str) -> re.Pattern[str]:
    """What a network puts behind a person's name: ``via LinkedIn``, ``(über XING)``."""
    return re.compile(
        rf"[\s(,|-]+(?:via|through|über|auf|sur|par|por|tramite|su|pela|op|på|przez|через)\s+{network}\W*$",
        re.IGNORECASE,
    )
