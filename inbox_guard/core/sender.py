"""Who speaks: one row per list, else per address, else per person behind a network.

Pure. RFC 2919 (List-Id); people behind networks by `core.network`.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from inbox_guard.core.address import Party, is_shared, organisation, organisation_of
from inbox_guard.core.encoding import one_line
from inbox_guard.core.message import Message
from inbox_guard.core.network import voice


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
    person = _person(message, author)
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


def _of_list(message: Message, author: Party) -> str:
    posts = message.headers.first("list-post").lower()
    discussed = "mailto:" in posts  # RFC 2369 §3.4: ``NO``, or a web page, takes no mail
    if not discussed and not is_shared(author.domain):
        return organisation(author.domain)
    host = organisation(message.list_id)
    if "." in host and not is_shared(message.list_id):
        return host
    return organisation_of(author.address)


def _person(message: Message, author: Party) -> Speaker | None:
    heard = voice(author, message.headers, message.subject)
    if heard is None or not heard.name:
        return None
    identity = SenderId(SenderKind.PERSON, person_key(heard.network, heard.name))
    return Speaker(identity, heard.name, organisation(author.domain))


_EDGES = " \t,;|·-–—()[]\"'"
