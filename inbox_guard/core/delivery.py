"""Which of the owner's addresses a message was delivered to.

Pure. No standard names the field: Postfix writes Delivered-To and X-Original-To, Exim Envelope-To,
Fastmail X-Delivered-To, others X-Envelope-To; RFC 5321 §4.4 lets Received say ``for <address>``.
"""

import re
from collections.abc import Iterator, Sequence

from inbox_guard.core.address import Owner, Party, parties
from inbox_guard.core.headers import Headers


def alias(headers: Headers, owner: Owner) -> str:
    """Return the owner's address this was delivered to, its ``+tag`` kept; "" when no header tells.

    What the delivering server noted comes first, then To and Cc, then ``for`` of the topmost Received
    that names the owner. Where the first to be found has lost a tag that another one of them kept
    (a server that delivers ``user+shop@`` to ``user@``), the tagged one tells more and is returned.
    """
    first = ""
    for address in _noted(headers, (*_NOTED, "to", "cc")):
        if not owner.owns(address):
            continue
        if not first:
            first = address
            if "+" in first:
                break
        elif _tagged(address, first):
            return address
    return first or _received_for(headers, owner)


def assumed(headers: Headers, writer: Party | None) -> str:
    """Return whose mailbox a message lay in, of which nobody says whose it is; "" when nothing tells.

    Her server's note is believed, then the topmost Received, then the first of To and Cc; what is sent
    to a list, or to its own writer with the readers hidden, names nobody who reads it.
    """
    for address in _noted(headers, _NOTED):
        return address
    for value in headers.all("received")[:1]:
        for address in _FOR.findall(value):
            return str(address).lower()
    named = next(_noted(headers, ("to", "cc")), "")
    to_many = any(map(headers.has, _OF_LISTS)) or (writer is not None and named == writer.address)
    return "" if to_many else named


_OF_LISTS = ("list-id", "list-unsubscribe", "list-post", "precedence", "mailing-list")
_NOTED = ("delivered-to", "x-original-to", "x-delivered-to", "envelope-to", "x-envelope-to")
_FOR = re.compile(r"\bfor\s{1,9}<?([^\s<>;]{3,320})>?", re.IGNORECASE)


def _noted(headers: Headers, fields: Sequence[str]) -> Iterator[str]:
    for field in fields:
        for value in headers.all(field):
            for party in parties(value):
                yield party.address


def _received_for(headers: Headers, owner: Owner) -> str:
    for value in headers.all("received"):
        for address in _FOR.findall(value):
            if owner.owns(address):
                return str(address).lower()
    return ""


def _tagged(address: str, plain: str) -> bool:
    """Whether `address` is `plain` with a tag (RFC 5233)."""
    local, _, domain = plain.partition("@")
    return address.startswith(local + "+") and address.endswith("@" + domain)
