"""What the scripted web server may do with a request: answer, or misbehave in one of many ways.

A behaviour is a function of one connection; the names here make the usual ones.
"""

import gzip
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Received:
    """One request as it arrived. `raw` is every octet of it, and of anything sent along with it."""

    raw: bytes
    server_name: str

    @property
    def line(self) -> str:
        return self.raw.partition(b"\r\n")[0].decode("latin-1")

    @property
    def method(self) -> str:
        return self.line.partition(" ")[0]

    @property
    def target(self) -> str:
        return self.line.split(" ")[1]

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        head = self.raw.partition(b"\r\n\r\n")[0].decode("latin-1")
        pairs = (line.partition(":") for line in head.split("\r\n")[1:])
        return tuple((name, value.strip()) for name, _, value in pairs)

    def header(self, name: str) -> str:
        return next((v for n, v in self.headers if n.lower() == name.lower()), "")

    @property
    def host(self) -> str:
        return self.header("Host").partition(":")[0]

    @property
    def body(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[2]


class Connection:
    """What a behaviour may do with one accepted connection."""

    def __init__(self, plug: socket.socket, request: Received, stopped: threading.Event) -> None:
        self.request = request
        self._plug = plug
        self._stopped = stopped
        self.sent = 0

    def send(self, octets: bytes) -> None:
        self._plug.sendall(octets)
        self.sent += len(octets)

    def pause(self, seconds: float) -> bool:
        """Wait; False when the server is being stopped, so that no test waits for a hung thread."""
        return not self._stopped.wait(seconds)

    def until_stopped(self) -> None:
        self._stopped.wait()


Behaviour = Callable[[Connection], None]


def raw(octets: bytes) -> Behaviour:
    """Answer with exactly these octets and close."""
    return lambda connection: connection.send(octets)


def head(status: int = 200, headers: Sequence[tuple[str, str]] = ()) -> bytes:
    """A status line and fields, with the blank line."""
    lines = [f"HTTP/1.1 {status} Scripted", *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def reply(
    status: int = 200, body: bytes = b"", headers: Sequence[tuple[str, str]] = ()
) -> Behaviour:
    """A plain answer with its length."""
    return raw(head(status, (*headers, ("Content-Length", str(len(body))))) + body)


def page(html: str, headers: Sequence[tuple[str, str]] = ()) -> Behaviour:
    """An HTML page."""
    return reply(200, html.encode(), (("Content-Type", "text/html; charset=utf-8"), *headers))


def redirect(to: str, status: int = 302, headers: Sequence[tuple[str, str]] = ()) -> Behaviour:
    """A redirect."""
    return reply(status, headers=(("Location", to), *headers))


def silence(_: Connection) -> None:
    """Close without an answer."""


def hang(connection: Connection) -> None:
    """Read the request and never answer."""
    connection.until_stopped()


def drip(octets: bytes, every: float = 0.05) -> Behaviour:
    """Send an octet at a time."""

    def behave(connection: Connection) -> None:
        for octet in octets:
            connection.send(bytes([octet]))
            if not connection.pause(every):
                return

    return behave


def drip_header(every: float = 0.05) -> Behaviour:
    """A status line, and then a header that never ends."""
    return drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 60_000, every)


def drip_body(every: float = 0.05) -> Behaviour:
    """A whole header, and then a body that takes its time."""

    def behave(connection: Connection) -> None:
        connection.send(head(200, [("Content-Length", "60000")]))
        drip(b"x" * 60_000, every)(connection)

    return behave


def endless(start: bytes, again: bytes) -> Behaviour:
    """Send `start`, and `again` until the client has had enough."""

    def behave(connection: Connection) -> None:
        connection.send(start)
        while connection.pause(0):
            connection.send(again)

    return behave


def endless_body() -> Behaviour:
    """A body that only ends when the client closes."""
    return endless(head(200), b"x" * 65_536)


def header_flood() -> Behaviour:
    """Header fields until the client closes."""
    return endless(b"HTTP/1.1 200 OK\r\n", b"X-Flood: 1\r\n" * 64)


def gzip_bomb(decoded: int) -> Behaviour:
    """A small gzip body that unpacks to `decoded` zero octets."""
    packed = gzip.compress(bytes(decoded), 9)
    return reply(200, packed, [("Content-Encoding", "gzip"), ("Content-Type", "text/html")])
