"""Whose machines sent a mail for somebody else: the mail provider, its customer's number, its abuse desk.

Read off the header block: first what only that provider writes, then the hosts under which it
sends (return path, signature, way out). A complaint goes to that desk (RFC 2142 §4).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from inbox_guard.core.address import organisation
from inbox_guard.core.data import rows
from inbox_guard.core.headers import Headers
from inbox_guard.core.message import Message


@dataclass(frozen=True, slots=True)
class Provider:
    """A mail provider. `account` is its customer's number, "" where no header tells; so is `abuse_desk`."""

    name: str
    account: str
    abuse_desk: str


def provider(message: Message) -> Provider | None:
    """Return the provider that sent a message, None where it seems to be the sender's own server."""
    name = _by_header(message.headers) or _by_host(message.headers)
    if not name:
        return None
    return Provider(name, _account(name, message.headers), abuse_desk(name))


def abuse_desk(name: str) -> str:
    """Return where a provider takes complaints; "" for one that is not in the table."""
    return _desks().get(name, "")


def sends_for_others(house: str) -> bool:
    """Return whether an organisation is a provider itself: its signature says nothing of whose mail it is."""
    return house in _houses()


_SENDS_FOR_OTHERS = frozenset({"marketing-provider", "mixed-provider", "sales-provider"})
_HOSTED = ("return-path", "list-unsubscribe", "dkim-signature", "message-id", "list-id")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_READ = 2_000  # octets of a field that are looked at


def _by_header(headers: Headers) -> str:
    """The provider whose own field is there; the one with more of them where several are."""
    counts: dict[str, int] = {}
    for field, value in headers:
        for begins, name in _fingerprints().get(field, ()):
            lowered = value.strip().lower()
            matches = (
                begins[1:] in lowered if begins.startswith("*") else lowered.startswith(begins)
            )
            if matches:
                counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default="")


def _by_host(headers: Headers) -> str:
    for field in _HOSTED:
        for host in _HOST.findall(headers.first(field)[:_READ].lower()):
            if name := _of_host(host):
                return name
    return ""


def _of_host(host: str) -> str:
    labels = host.split(".")
    for start in range(len(labels) - 1):
        if name := _shared().get(".".join(labels[start:])):
            return name
    return ""


def _account(name: str, headers: Headers) -> str:
    for field, pattern in _accounts(name):
        found = pattern.search(headers.first(field)[:_READ])
        if found:
            return found.group(1).lower()
    return ""


@cache
def _fingerprints() -> dict[str, tuple[tuple[str, str], ...]]:
    """Header field → (how its value begins, provider), of those whose name is a provider's."""
    table: dict[str, tuple[tuple[str, str], ...]] = {}
    for field, begins, sign, name in rows("providers"):
        if sign in _SENDS_FOR_OTHERS and not name.startswith(("a ", "an ")):
            table[field] = (*table.get(field, ()), (begins, name))
    return table


@cache
def _shared() -> dict[str, str]:
    """Domain under which a provider sends → provider."""
    return {domain: name for domain, name, *_ in rows("shared_domains")}


@cache
def _desks() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("abuse_desks")}


@cache
def _houses() -> frozenset[str]:
    return frozenset(organisation(desk.partition("@")[2]) for desk in _desks().values())


@cache
def _accounts(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_patterns(name))


def _patterns(name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for one, field, pattern in rows("provider_accounts"):
        if one == name:
            yield field, re.compile(pattern, re.IGNORECASE)
