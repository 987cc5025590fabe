"""The browser's only door out: a proxy on loopback that puts every request of Chromium before the guard.

It ends the browser's TLS itself and speaks to the server with the connections of the web client: the same
table of addresses, one look-up a request, the judged number dialled, the same trust in certificates, the same
reader of answers. So nothing that a page does (a redirect, a frame, a socket, a form) has another way out, and
answers are limited in size and time before Chromium sees them.

Other programs on this machine could use the proxy while a visit lasts. They gain nothing: it leads to public
servers only, which they can reach by themselves.
"""

import logging
import re
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from inbox_guard.core.outgoing import Noted, Way, unnoted
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.asked import Asked, Unreadable, needed, objection, octets, read
from inbox_guard.web.connection import connected, noting, trust
from inbox_guard.web.guard import Connect, Guard, system_connect
from inbox_guard.web.limits import Deadline, Limits
from inbox_guard.web.rule import Rule
from inbox_guard.web.ticket import issue
from inbox_guard.web.url import Target
from inbox_guard.web.wire import AnswerError, Response, read_response

log = logging.getLogger(__name__)

LIMITS = Limits(hop=10.0, action=60.0, body_octets=5 * 1_048_576)
"""As for the web client, but scripts are larger than pages."""

MOST_REQUESTS = 200
MOST_OCTETS = 30 * 1_048_576
_MOST_CONNECTIONS = 64

_CONNECT = re.compile(rb"CONNECT ([A-Za-z0-9._:\[\]-]{1,300}) HTTP/1\.[01]\r\n")
_FOR_THE_CONNECTION = frozenset(
    {
        *("connection", "keep-alive", "transfer-encoding", "content-encoding", "content-length"),
        *("trailer", "upgrade", "alt-svc", "link", "service-worker-allowed", "sourcemap", "nel"),
        *("report-to", "reporting-endpoints", "proxy-authenticate", "accept-ch", "critical-ch"),
    }
)


@dataclass(slots=True)
class Traffic:
    """What went through. `waiting` requests are under way, `moved` is when the last one began or ended.

    `acted`: a request left whose method may change something; `secure`: a page came over TLS. `refused` is why the
    page itself (not a part of it) was not fetched the last time it was refused; `failed` the same for a server
    that gave no answer.
    """

    waiting: int = 0
    moved: float = 0.0
    requests: int = 0
    received: int = 0
    sent: int = 0
    acted: bool = False
    secure: bool = False
    refused: NotPublic | None = None
    failed: str = ""


class GuardedProxy:
    """Listens on 127.0.0.1 while it is entered; raises `SettingsError` for a CA file that cannot be read."""

    def __init__(
        self,
        guard: Guard,
        ca_file: Path | None = None,
        connect: Connect = system_connect,
        limits: Limits = LIMITS,
        noted: Noted = unnoted,
    ) -> None:
        """Issue a certificate for this visit; nobody listens yet."""
        self._guard = guard
        self._connect = connect
        self._limits = limits
        self._noted = noted
        self._trust = trust(ca_file)
        self._ticket = issue()
        self._lock = threading.Lock()
        self._plugs: set[socket.socket] = set()
        self._closed = False
        self._listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.traffic = Traffic(moved=time.monotonic())

    @property
    def address(self) -> str:
        """Where it listens, as ``http://127.0.0.1:port``."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def pin(self) -> str:
        """The hash by which the browser knows its certificate."""
        return self._ticket.pin

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen(_MOST_CONNECTIONS)
        threading.Thread(target=self._accept, name="proxy", daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every connection; what is under way is cut."""
        with self._lock:
            self._closed = True
            plugs = list(self._plugs)
        for plug in (self._listener, *plugs):
            with suppress(OSError):
                plug.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    # --- one connection of the browser ---

    def _accept(self) -> None:
        while True:
            try:
                plug, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self._closed or len(self._plugs) >= _MOST_CONNECTIONS:
                    plug.close()
                    continue
                self._plugs.add(plug)
            threading.Thread(target=self._serve, args=(plug,), name="proxied", daemon=True).start()

    def _serve(self, plug: socket.socket) -> None:
        try:
            with plug, suppress(OSError, Unreadable):
                deadline = Deadline(self._limits.action)
                plug.settimeout(deadline.left())
                begin = plug.recv(512, socket.MSG_PEEK)
                if begin.startswith(b"CONNECT "):
                    self._tunnel(plug, deadline)
                else:
                    asked = read(plug, deadline)
                    plug.sendall(self._answered(asked, asked.place, secure=False))
        finally:
            with self._lock:
                self._plugs.discard(plug)

    def _tunnel(self, plug: socket.socket, deadline: Deadline) -> None:
        """Play the server that CONNECT asks for (RFC 9110 §9.3.6), whichever it is.

        Only the request inside is judged, and dialled for: it tells whether it is for the page or a part of it.
        """
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            octet = plug.recv(1)  # not one too many: what follows belongs to TLS
            if not octet or len(head) > 4_096:
                raise Unreadable("no tunnel")
            head += octet
        line = _CONNECT.match(head)
        if line is None:
            raise Unreadable("no tunnel")
        authority = line[1].decode("ascii")
        plug.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        with self._ticket.context.wrap_socket(plug, server_side=True) as secured:
            with self._lock:
                self._plugs.add(secured)
            try:
                asked = read(secured, deadline)
                secured.sendall(
                    self._answered(asked, f"https://{authority}{asked.place}", secure=True)
                )
                with suppress(OSError):
                    secured.unwrap()
            finally:
                with self._lock:
                    self._plugs.discard(secured)

    # --- one request ---

    def _answered(self, asked: Asked, url: str, secure: bool) -> bytes:
        """Return the octets of the answer for the browser; never raises for what a server does."""
        self._began()
        try:
            if not needed(asked, secure):
                return _reply(403)
            target = self._guard.parse(url)
            if rule := objection(asked, secure) or self._excess() or self._downgraded(secure):
                raise NotPublic(rule.value, target.host)
            response = self._forward(asked, target)
            _refuse_downgrade(target, response)
            self._secured(secure and asked.navigates)
        except NotPublic as refusal:
            self._note(refusal, asked.navigates)
            return _reply(403)
        except (NoAnswer, OSError, AnswerError) as failure:
            with self._lock:
                if asked.navigates:
                    self.traffic.failed = str(failure) or type(failure).__name__
            return _reply(502)
        finally:
            self._ended()
        return _rendered(response, asked)

    def _forward(self, asked: Asked, target: Target) -> Response:
        deadline = Deadline(self._limits.hop)
        request = octets(asked, target)
        dial = noting(self._connect, target, Way.BROWSER, self._noted)
        with connected(self._guard, target, dial, self._trust, deadline) as connection:
            with self._lock:
                self.traffic.sent += len(request)
                self.traffic.acted = self.traffic.acted or asked.acts
            connection.settimeout(deadline.left())
            connection.sendall(request)
            response = read_response(connection, self._limits, deadline)
        with self._lock:
            self.traffic.received += len(response.body)
        if response.truncated:
            raise AnswerError("the answer is larger than any page needs")
        return response

    def _excess(self) -> Rule | None:
        with self._lock:
            too_much = self.traffic.requests > MOST_REQUESTS or self.traffic.received > MOST_OCTETS
        return Rule.TOO_MUCH if too_much else None

    def _downgraded(self, secure: bool) -> Rule | None:
        """A visit that had a page over TLS has no page without it any more, whatever leads there."""
        with self._lock:
            return Rule.REDIRECT_DOWNGRADE if self.traffic.secure and not secure else None

    def _secured(self, page: bool) -> None:
        with self._lock:
            self.traffic.secure = self.traffic.secure or page

    def _began(self) -> None:
        with self._lock:
            self.traffic.requests += 1
            self.traffic.waiting += 1
            self.traffic.moved = time.monotonic()

    def _ended(self) -> None:
        with self._lock:
            self.traffic.waiting -= 1
            self.traffic.moved = time.monotonic()

    def _note(self, refusal: NotPublic, whole_page: bool) -> None:
        log.info("browser refused host=%s rule=%s", refusal.host, refusal.rule)
        with self._lock:
            if whole_page:
                self.traffic.refused = refusal


_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def _refuse_downgrade(target: Target, response: Response) -> None:
    plain = any(value.strip().lower().startswith("http:") for value in response.values("location"))
    if plain and target.scheme == "https" and response.status in _REDIRECTS:
        raise NotPublic(Rule.REDIRECT_DOWNGRADE.value, target.host)


def _rendered(response: Response, asked: Asked) -> bytes:
    """The answer as the browser gets it: decoded, whole, without what would lead it to further hosts."""
    lines = [f"HTTP/1.1 {response.status} OK"]
    for name, value in response.headers:
        if name in _FOR_THE_CONNECTION or (name == "set-cookie" and asked.elsewhere):
            continue
        shown = re.sub(r"[\x00-\x08\x0a-\x1f\x7f]", " ", value)
        lines.append(f"{name}: {shown}")
    if response.status not in {204, 304}:
        lines.append(f"Content-Length: {len(response.body)}")
    head = "\r\n".join([*lines, "Connection: close", "", ""])
    return head.encode("utf-8", "replace") + response.body


def _reply(status: int) -> bytes:
    return f"HTTP/1.1 {status} -\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode("ascii")
