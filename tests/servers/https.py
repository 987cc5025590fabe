"""A web server on loopback that records every octet and misbehaves on demand.

Many host names live on one port: each gets a certificate from the server's own throw-away CA when
it is asked for by SNI. What it answers is scripted per route:

    with WebServer() as server:
        server.on("POST news.shop.test/u", reply(200, b"done"))
        ... a client that trusts server.ca_file and finds every name at 127.0.0.1:server.port ...
        assert server.received[0].raw == b"POST /u HTTP/1.1..."
"""

import os
import socket
import ssl
import tempfile
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

from tests.servers.behaviours import (
    Behaviour,
    Connection,
    Received,
    drip,
    drip_body,
    drip_header,
    endless,
    endless_body,
    gzip_bomb,
    hang,
    head,
    header_flood,
    page,
    raw,
    redirect,
    reply,
    silence,
)

__all__ = [
    "Behaviour",
    "Certificate",
    "Connection",
    "Received",
    "WebServer",
    "drip",
    "drip_body",
    "drip_header",
    "endless",
    "endless_body",
    "gzip_bomb",
    "hang",
    "head",
    "header_flood",
    "loopback",
    "page",
    "raw",
    "redirect",
    "reply",
    "silence",
]


class Certificate(Enum):
    """What kind of certificate the server shows."""

    GOOD = "good"
    EXPIRED = "expired"
    OTHER_NAME = "for another name"
    SELF_SIGNED = "by a CA nobody knows"
    OLD_PROTOCOL = "good, but TLS 1.0 only"


class WebServer:
    """A threaded server on 127.0.0.1; `tls=False`: plain http, `deaf=True`: accepts and hangs.

    `listener` puts it elsewhere: for a network namespace, where nothing of this machine's is near.
    """

    def __init__(
        self,
        *,
        tls: bool = True,
        deaf: bool = False,
        certificate: Certificate = Certificate.GOOD,
        authority: trustme.CA | None = None,
        listener: socket.socket | None = None,
    ) -> None:
        self.authority = authority or trustme.CA()
        self._issuer = trustme.CA() if certificate is Certificate.SELF_SIGNED else self.authority
        self._certificate = certificate
        self._deaf = deaf
        self._routes: dict[str, list[Behaviour]] = {}
        self._received: list[Received] = []
        self._connections: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._ca_file: Path | None = None
        self._tls = self._front_context() if tls else None
        self._listener = listener or socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.accepted = 0
        self.octets_sent = 0

    # --- scripting and asking ---

    def on(self, route: str, *behaviours: Behaviour) -> None:
        """Script a route: ``/u``, ``POST /u``, ``shop.test/u`` or ``POST shop.test/u``.

        The most exact route wins, ``*`` answers whatever no other does; a query is part of the path
        only if the route has one. Several behaviours answer one request each, the last one all that
        follow. Unscripted: 404.
        """
        with self._lock:
            self._routes[route] = list(behaviours)

    @property
    def received(self) -> tuple[Received, ...]:
        """Every request so far, in order of arrival."""
        with self._lock:
            return tuple(self._received)

    def url(self, host: str, path: str = "/") -> str:
        """The URL of a path on this server under a name."""
        return f"{'https' if self._tls else 'http'}://{host}:{self.port}{path}"

    @property
    def ca_file(self) -> Path:
        """A PEM file with the CA, written on first use and removed on leaving."""
        with self._lock:
            if self._ca_file is None:
                handle, name = tempfile.mkstemp(suffix=".pem")
                with os.fdopen(handle, "wb") as file:
                    file.write(self.authority.cert_pem.bytes())
                self._ca_file = Path(name)
            return self._ca_file

    # --- living ---

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Close everything; returns when no thread is left."""
        self._stopped.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            connections, threads = list(self._connections), list(self._threads)
        for connection in connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in threads:
            thread.join(10)
        if self._ca_file is not None:
            self._ca_file.unlink(missing_ok=True)

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self.accepted += 1
                self._connections.append(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        if self._deaf:
            self._stopped.wait()
            return
        try:
            plug = self._tls.wrap_socket(connection, server_side=True) if self._tls else connection
        except (OSError, ValueError):
            connection.close()
            return
        with self._lock:
            self._connections.append(plug)
        with plug, suppress(OSError, ValueError):
            octets = _whole_request(plug)
            if not octets:
                return
            request = Received(octets, self._server_name(plug))
            behaviour = self._behaviour(request)
            talk = Connection(plug, request, self._stopped)
            try:
                behaviour(talk)
            finally:
                with self._lock:
                    self.octets_sent += talk.sent
            _bid_farewell(plug)

    def _behaviour(self, request: Received) -> Behaviour:
        path = request.target.partition("?")[0]
        exact = (f"{request.host}{request.target}", f"{request.host}{path}", request.target, path)
        with self._lock:
            self._received.append(request)
            for place in (*exact, "*"):
                for route in (f"{request.method} {place}", place):
                    if waiting := self._routes.get(route):
                        return waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return reply(404, b"nothing here")

    # --- TLS ---

    def _front_context(self) -> ssl.SSLContext:
        """The context of whoever asks for no name; others are handed to the context of theirs."""

        def choose(plug: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
            if name:
                plug.context = self._context(name)

        context = self._new_context("localhost")
        context.sni_callback = choose
        return context

    def _context(self, name: str) -> ssl.SSLContext:
        with self._lock:
            if name not in self._contexts:
                self._contexts[name] = self._new_context(name)
            return self._contexts[name]

    def _server_name(self, plug: socket.socket) -> str:
        """The name that the client asked for by SNI; "" for none."""
        with self._lock:
            known = list(self._contexts.items())
        if not isinstance(plug, ssl.SSLSocket):
            return ""
        return next((name for name, context in known if context is plug.context), "")

    def _new_context(self, name: str) -> ssl.SSLContext:
        now = datetime.now(UTC)
        identities = [name] if name != "localhost" else ["localhost", "127.0.0.1", "::1"]
        if self._certificate is Certificate.OTHER_NAME:
            identities = ["somebody-else.test"]
        expired = self._certificate is Certificate.EXPIRED
        leaf = self._issuer.issue_cert(
            *identities,
            not_before=now - timedelta(days=30),
            not_after=now + timedelta(days=-1 if expired else 30),
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        leaf.configure_cert(context)
        if self._certificate is Certificate.OLD_PROTOCOL:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                context.set_ciphers("ALL:@SECLEVEL=0")
                context.minimum_version = ssl.TLSVersion.TLSv1
                context.maximum_version = ssl.TLSVersion.TLSv1
        return context


def _whole_request(plug: socket.socket) -> bytes:
    """Read up to the end of the announced body; whatever came along in the same reads is kept."""
    octets = b""
    while b"\r\n\r\n" not in octets:
        more = plug.recv(65_536)
        if not more:
            return octets
        octets += more
    fields, _, body = octets.partition(b"\r\n\r\n")
    length = 0
    for line in fields.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        more = plug.recv(65_536)
        if not more:
            break
        body += more
    return fields + b"\r\n\r\n" + body


def _bid_farewell(plug: socket.socket) -> None:
    """End our side and read what is left, so that the client sees an end and not a reset."""
    if isinstance(plug, ssl.SSLSocket):
        plug.settimeout(1)
        plug = plug.unwrap()
    plug.shutdown(socket.SHUT_WR)


def loopback(name: str) -> tuple[str, ...]:
    """A resolver for the guard: every ``.test`` name is at 127.0.0.1, nothing else exists."""
    if name.endswith(".test"):
        return ("127.0.0.1",)
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
