"""What a sender sees of a request, and what it answers, as values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from tests.servers.https import Received

ONE_CLICK = b"List-Unsubscribe=One-Click"

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Visit:
    """One request. `fields` are those of a form body, in order; `cookies` as sent."""

    method: str
    host: str
    path: str
    query: Pairs
    fields: Pairs
    cookies: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    target: str

    @classmethod
    def of(cls, received: Received) -> "Visit":
        parts = urlsplit(received.target)
        jar = (pair.partition("=") for pair in received.header("Cookie").split(";") if pair.strip())
        return cls(
            method=received.method,
            host=received.host,
            path=parts.path,
            query=tuple(parse_qsl(parts.query, keep_blank_values=True)),
            fields=tuple(
                parse_qsl(received.body.decode("utf-8", "replace"), keep_blank_values=True)
            ),
            cookies={name.strip(): value.strip() for name, _, value in jar},
            headers={name.lower(): value for name, value in received.headers},
            body=received.body,
            target=received.target,
        )

    def asks(self, name: str) -> str:
        """A parameter of the query; "" when absent."""
        return next((value for key, value in self.query if key == name), "")

    def sends(self, name: str) -> str | None:
        """A field of the form; None when it was not sent at all."""
        return next((value for key, value in self.fields if key == name), None)

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a field that may be sent several times."""
        return tuple(value for key, value in self.fields if key == name)

    @property
    def one_click(self) -> bool:
        """Whether it is the request of RFC 8058, to the octet."""
        kind = self.headers.get("content-type", "")
        return (
            self.method == "POST"
            and self.body == ONE_CLICK
            and kind == "application/x-www-form-urlencoded"
        )


@dataclass(frozen=True)
class Reply:
    """One answer; `cookies` are set for the whole host."""

    status: int = 200
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    headers: Pairs = ()
    cookies: Pairs = field(default=())
    after: float = 0.0  # seconds that the answer takes

    def octets(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += [
            f"Set-Cookie: {name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax"
            for name, value in self.cookies
        ]
        if self.body:
            lines.append(f"Content-Type: {self.kind}")
        if self.status != 204:
            lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode() + self.body


def see(to: str, status: int = 302, cookies: Pairs = ()) -> Reply:
    """A redirect."""
    return Reply(status, headers=(("Location", to),), cookies=cookies)


def text(says: str, status: int = 200) -> Reply:
    """Plain text."""
    return Reply(status, says.encode(), kind="text/plain; charset=utf-8")


def data(value: object, status: int = 200) -> Reply:
    """JSON."""
    return Reply(status, json.dumps(value).encode(), kind="application/json")


def script(text: str) -> Reply:
    """A script."""
    return Reply(200, text.encode(), kind="text/javascript; charset=utf-8")
