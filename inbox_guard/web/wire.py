r"""HTTP/1.1 octets: the request exactly as it leaves, the answer as far as we are willing to read.

One request and one answer on a connection that is then closed, so there is nothing to smuggle and
the reader can be small. It exists because the standard library's reader calls a torn header block
*200 with an empty body*, splits header lines at ``\x85`` (which is in every other UTF-8 word) and
counts limits per line; here a cut is a cut, and every limit is a total. RFC 9112 §2–§7 (framing),
RFC 9110 §8.4 (content codings), RFC 8058 §3.2 (what the one-click request carries).
"""

import re
import socket
import zlib
from dataclasses import dataclass

from inbox_guard.web.limits import Deadline, Limits

USER_AGENT = "inbox-guard/1 (+https://inbox-guard.example/about)"
"""Honest and constant. To agents named after tools some senders say "success" and do nothing."""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer: lower-case field names, the body decoded and capped; `truncated` says cut."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    truncated: bool

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of a field, in order."""
        return tuple(value for field, value in self.headers if field == name)


class AnswerError(Exception):
    """What came back is torn, no HTTP, or has a header beyond the limits; the text says which."""


def request_octets(
    method: str, path: str, authority: str, body: bytes | None, cookies: str
) -> bytes:
    """Return the request: these fields in this order and no other; `cookies` is a field value."""
    fields = [f"{method} {path} HTTP/1.1", f"Host: {authority}"]
    if body is not None:
        fields.append("Content-Type: application/x-www-form-urlencoded")
        fields.append(f"Content-Length: {len(body)}")
    fields += [f"User-Agent: {USER_AGENT}", "Accept-Encoding: identity", "Connection: close"]
    if cookies:
        fields.append(f"Cookie: {cookies}")
    return "\r\n".join([*fields, "", ""]).encode("ascii") + (body or b"")


def read_response(connection: socket.socket, limits: Limits, deadline: Deadline) -> Response:
    """Read one final answer; raises `AnswerError`, or `OSError` (also at the deadline).

    A body that ends before its announced end is `AnswerError`, never an answer; one that goes
    beyond the limits is cut, and the answer says so.
    """
    reader = _Reader(connection, deadline)
    status, headers = _final_head(reader, limits)
    raw, cut = _raw_body(reader, status, headers, limits.body_octets)
    coding = ", ".join(value for name, value in headers if name == "content-encoding")
    body, partial = _decoded(raw, coding.strip().lower(), limits)
    return Response(status, headers, body, cut or partial)


class _Reader:
    """Octets as they arrive, each wait under the one deadline."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline
        self._held = b""
        self._at = 0

    def take(self, most: int) -> bytes:
        """Return between one and `most` octets, waiting if none are there; b"" at the end."""
        if self._at == len(self._held) and not self._wait():
            return b""
        octets = self._held[self._at : self._at + most]
        self._at += len(octets)
        return octets

    def line(self, limit: int) -> bytes:
        """Return a line without its end, which must come within `limit` octets."""
        line = b""
        while not line.endswith(b"\n"):
            if self._at == len(self._held) and not self._wait():
                raise AnswerError("the answer was torn off")
            end = self._held.find(b"\n", self._at) + 1 or len(self._held)
            line += self._held[self._at : end]
            self._at = end
            if len(line) > limit:
                raise AnswerError("the answer's header is larger than any honest server's")
        return line[:-1].removesuffix(b"\r")

    def _wait(self) -> bool:
        """Wait for octets; False when the stream has ended."""
        self._connection.settimeout(self._deadline.left())
        self._held, self._at = self._connection.recv(65_536), 0
        self._deadline.left()  # a stream that was cut also just ends: the deadline is asked first
        return bool(self._held)


_STATUS_LINE = re.compile(rb"HTTP/1\.[01] ([1-5][0-9]{2})(?: .*)?", re.DOTALL)
_FIELD_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;.*)?", re.DOTALL)
_CHUNK_LINE = 4_096
_BODILESS = frozenset({204, 304})

Fields = tuple[tuple[str, str], ...]


def _final_head(reader: _Reader, limits: Limits) -> tuple[int, Fields]:
    """Read header blocks until one is not interim (1xx); the limits hold for all together."""
    octets, count = limits.header_octets, limits.header_fields
    while True:
        line = reader.line(octets)
        octets -= len(line)
        match = _STATUS_LINE.fullmatch(line)
        if match is None:
            raise AnswerError("the answer is not HTTP/1.1")
        lines: list[bytes] = []
        while line := reader.line(octets):
            octets -= len(line)
            count -= 1
            if count < 0:
                raise AnswerError("the answer has more header fields than any honest server's")
            lines.append(line)
        status = int(match[1])
        if status == 101:
            raise AnswerError("the answer changes to a protocol that nobody asked for")
        if status >= 200:
            return status, _fields(lines)


def _fields(lines: list[bytes]) -> Fields:
    """Split field lines and join folded ones (RFC 9112 §5.2); what is no field is left out."""
    fields: list[tuple[str, str]] = []
    for line in lines:
        text = _text(line)
        if text[:1] in {" ", "\t"}:
            if fields:
                name, value = fields[-1]
                fields[-1] = (name, f"{value} {text.strip()}".strip())
            continue
        name, colon, value = text.partition(":")
        name = name.rstrip(" \t")
        if colon and _FIELD_NAME.fullmatch(name):
            fields.append((name.lower(), value.strip(" \t")))
    return tuple(fields)


def _text(octets: bytes) -> str:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def _raw_body(reader: _Reader, status: int, headers: Fields, cap: int) -> tuple[bytes, bool]:
    """Return the body as it lay on the wire and whether it was cut (RFC 9112 §6.3)."""
    if status in _BODILESS:
        return b"", False
    codings = [value for name, value in headers if name == "transfer-encoding"]
    if codings and codings[-1].lower().rpartition(",")[2].strip() == "chunked":
        return _chunked(reader, cap)
    lengths = {
        part.strip()
        for name, value in headers
        if name == "content-length"
        for part in value.split(",")
    }
    if codings or not lengths:
        return _until_closed(reader, cap)
    length = lengths.pop()
    if lengths or not (length.isascii() and length.isdigit()) or len(length) > 18:
        raise AnswerError("the answer does not say how long it is")
    body = _exactly(reader, min(int(length), cap))
    return body, int(length) > cap


def _exactly(reader: _Reader, length: int) -> bytes:
    body = bytearray()
    while len(body) < length:
        octets = reader.take(length - len(body))
        if not octets:
            raise AnswerError("the answer was torn off")
        body += octets
    return bytes(body)


def _until_closed(reader: _Reader, cap: int) -> tuple[bytes, bool]:
    body = bytearray()
    while octets := reader.take(cap + 1 - len(body)):
        body += octets
        if len(body) > cap:
            return bytes(body[:cap]), True
    return bytes(body), False


def _chunked(reader: _Reader, cap: int) -> tuple[bytes, bool]:
    """Read chunks (RFC 9112 §7.1); extensions are skipped, trailers left unread."""
    body = bytearray()
    while True:
        match = _CHUNK_SIZE.fullmatch(reader.line(_CHUNK_LINE))
        if match is None:
            raise AnswerError("the answer is cut into chunks that make no sense")
        size, room = int(match[1], 16), cap - len(body)
        if size == 0:
            return bytes(body), False
        body += _exactly(reader, min(size, room))
        if size > room:
            return bytes(body), True
        if reader.line(2):
            raise AnswerError("the answer is cut into chunks that make no sense")


def _decoded(raw: bytes, coding: str, limits: Limits) -> tuple[bytes, bool]:
    """Undo gzip or deflate, which some servers send though they were asked not to.

    Returns the decoded body and whether the limits (or a broken stream) cut it. A coding that we do
    not know leaves the octets as they are.
    """
    if coding not in {"gzip", "x-gzip", "deflate"} or not raw:
        return raw, False
    # "deflate" means zlib (RFC 9110 §8.4.1.2), but many send it bare.
    bare = coding == "deflate" and (raw[0] & 0x0F != 8 or int.from_bytes(raw[:2]) % 31)
    decoder = zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32)
    room = min(limits.body_octets, limits.ratio * len(raw))
    try:
        body = decoder.decompress(raw, room)
    except zlib.error:
        return raw, True
    return body, not decoder.eof
