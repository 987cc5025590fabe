"""One request as a browser sent it to its proxy, and what of it goes on to the server. Pure but for reading.

The rules that need no address: a page may load itself, scripts and styles, and ask its own organisation's
servers. What only decorates or counts (images, fonts, media, beacons), what would outlive the page (service
workers), what is fetched ahead, and what the browser asks for by itself is not needed and not sent. The browser
says which is which in ``Sec-Fetch-*`` fields, which no script can set (W3C, Fetch Metadata Request Headers).
"""

import re
import socket
from dataclasses import dataclass

from inbox_guard.core.exchange import host
from inbox_guard.web.limits import Deadline
from inbox_guard.web.rule import Rule
from inbox_guard.web.url import Target

Fields = tuple[tuple[str, str], ...]

MOST_HEAD = 65_536
MOST_BODY = 262_144
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_LOOKING = frozenset({"GET", "OPTIONS"})
_DESTINATIONS = frozenset({"document", "iframe", "script", "style", "empty"})

_REQUEST_LINE = re.compile(rb"([A-Z]{3,10}) (\S{1,16384}) HTTP/1\.1")
_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_KEPT_HERE = frozenset(
    {
        *("host", "connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"),
        *("accept-encoding", "content-length", "expect", "cookie", "referer", "priority", "dnt"),
    }
)


class Unreadable(Exception):
    """What came is no request that we understand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request. `place` is the request target as sent; field names are in lower case."""

    method: str
    place: str
    fields: Fields
    body: bytes

    def says(self, name: str) -> str:
        """The first value of a field, in lower case; "" when absent."""
        return next((value.lower() for field, value in self.fields if field == name), "")

    @property
    def acts(self) -> bool:
        """Whether it may change something by its method."""
        return self.method not in _LOOKING

    @property
    def navigates(self) -> bool:
        """Whether the page itself is asked for, and not a part of it."""
        if dest := self.says("sec-fetch-dest"):
            return dest == "document"
        return self.says("upgrade-insecure-requests") == "1"

    @property
    def elsewhere(self) -> bool:
        """Whether the page asks another organisation's server."""
        return self.says("sec-fetch-site") == "cross-site"


def read(plug: socket.socket, deadline: Deadline) -> Asked:
    """Read one request; raises `Unreadable`, or `OSError` (also at the deadline)."""
    octets = b""
    while b"\r\n\r\n" not in octets:
        if len(octets) > MOST_HEAD:
            raise Unreadable("the header is too large")
        octets += _more(plug, deadline)
    head, _, body = octets.partition(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    line = _REQUEST_LINE.fullmatch(first)
    if line is None or not line[2].startswith((b"/", b"http://")):
        raise Unreadable("no request line")
    fields = tuple(_field(raw) for raw in lines)
    length = next((value for name, value in fields if name == "content-length"), "0")
    if not (length.isascii() and length.isdigit()) or int(length[:9]) > MOST_BODY:
        raise Unreadable("the body is too large")
    if any(name == "transfer-encoding" for name, _ in fields):
        raise Unreadable("the body has no length")
    while len(body) < int(length):
        body += _more(plug, deadline)
    return Asked(line[1].decode("ascii"), line[2].decode("latin-1"), fields, body)


def objection(asked: Asked, secure: bool) -> Rule | None:
    """Return the rule that refuses a request for what it wants; None when nothing objects."""
    if asked.says("upgrade") or asked.says("sec-fetch-mode") == "websocket":
        return Rule.NOT_HTTP
    if asked.acts and not secure:
        return Rule.PLAIN_POST
    leaves = asked.acts or asked.says("sec-fetch-dest") in {"empty", "iframe"}
    return Rule.OTHER_SITE if asked.elsewhere and leaves else None


def needed(asked: Asked, secure: bool) -> bool:
    """Whether a page may need the answer; what is not needed is not sent, and nobody hears of it."""
    if asked.method not in METHODS or asked.says("sec-purpose") or asked.says("service-worker"):
        return False
    if not secure:
        return asked.navigates  # parts of a page are loaded over TLS or not at all
    return asked.says("sec-fetch-dest") in _DESTINATIONS


def octets(asked: Asked, target: Target) -> bytes:
    """Return the request for the server.

    Its name and languages stay as the browser has them; where it came from is told to the same host only, and
    another organisation's server gets no cookie.
    """
    lines = [f"{asked.method} {target.path} HTTP/1.1", f"Host: {target.authority}"]
    lines += [f"{name}: {value}" for name, value in asked.fields if _goes_on(name)]
    for name, value in asked.fields:
        if name == "cookie" and not asked.elsewhere:
            lines.append(f"Cookie: {value}")
        if name == "referer" and host(value) == target.host:
            lines.append(f"Referer: {value}")
    if asked.body or asked.acts:
        lines.append(f"Content-Length: {len(asked.body)}")
    lines += ["Accept-Encoding: identity", "Connection: close"]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + asked.body


def _goes_on(name: str) -> bool:
    return name not in _KEPT_HERE and not name.startswith(("proxy-", "sec-ch-"))


def _field(raw: bytes) -> tuple[str, str]:
    name, colon, value = raw.decode("latin-1").partition(":")
    if not colon or not _NAME.fullmatch(name) or re.search(r"[\x00-\x08\x0a-\x1f]", value):
        raise Unreadable("no header field")
    return name.lower(), value.strip(" \t")


def _more(plug: socket.socket, deadline: Deadline) -> bytes:
    plug.settimeout(deadline.left())
    octets = plug.recv(65_536)
    if not octets:
        raise Unreadable("the request was torn off")
    return octets
