"""The senders' web servers: one HTTPS and one plain HTTP listener on loopback for all their names.

A throw-away certificate authority (trustme) vouches for every name; its certificate is what the web
client is told to trust. A GET never changes anything here; a one-click POST counts only with exactly
the body of RFC 8058 §3.2; every request is written down.
"""

import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

import trustme

from inbox_guard.demo import pages
from inbox_guard.demo.letters import Sender, Way
from inbox_guard.demo.loopback import HOST
from inbox_guard.demo.register import Register
from inbox_guard.demo.render import Doors

ONE_CLICK = b"List-Unsubscribe=One-Click"
SUFFIX = ".example"


class SenderServers:
    """The running servers, to be used in a `with`. The CA's certificate is written into `folder`."""

    def __init__(self, register: Register, folder: Path) -> None:
        self.ca_file = folder / "demo-ca.pem"
        authority = trustme.CA()
        authority.cert_pem.write_to_path(self.ca_file)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*register.hosts).configure_cert(tls)
        self._servers = (_Server(register, tls), _Server(register, None))
        self._threads = tuple(
            threading.Thread(target=server.serve_forever, args=(0.05,), name="demo-senders")
            for server in self._servers
        )

    @property
    def doors(self) -> Doors:
        """The ports they listen on."""
        https, http = (server.server_address[1] for server in self._servers)
        return Doors(https=int(https), http=int(http))

    def __enter__(self) -> Self:
        """Begin to answer."""
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, and wait for every answer under way."""
        for server, thread in zip(self._servers, self._threads, strict=True):
            server.shutdown()
            thread.join()
            server.server_close()


def resolve(name: str) -> tuple[str, ...]:
    """Answer for ``.example`` names as the demo's DNS would; everybody else does not exist here."""
    return (HOST,) if name.lower().rstrip(".").endswith(SUFFIX) else ()


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, register: Register, tls: ssl.SSLContext | None) -> None:
        super().__init__((HOST, 0), _Handler)
        self.register = register
        self._tls = tls

    def get_request(self) -> tuple[socket, tuple[str, int]]:
        """Accept; the TLS handshake waits for the worker's first read, so that nobody blocks us."""
        plain, address = super().get_request()
        if self._tls is None:
            return plain, address
        secure = self._tls.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)
        return secure, address

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up or trusted nobody: stderr belongs to the story."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 5
    server_version = "sender"
    sys_version = ""

    def do_GET(self) -> None:
        """Show a page. Nothing is ever changed by looking."""
        sender, rest = self._whose()
        if sender is None or rest:
            self._answer(sender, 404, "not found")
            return
        match sender.way:
            case Way.LOGIN:
                self._answer(sender, 200, "login page", pages.login(sender))
            case Way.SURVEY:
                page = pages.survey(sender, self.server.register.slip(sender))
                self._answer(sender, 200, "survey page", page)
            case _:
                page = pages.confirm(sender, self.server.register.slip(sender))
                self._answer(sender, 200, "page", page)

    def do_POST(self) -> None:
        """Take a one-click unsubscription, a pressed button or a survey."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        sender, rest = self._whose()
        if sender is None:
            self._answer(None, 404, "not found", body=body)
        elif rest == "confirm":
            self._confirm(sender, body)
        elif rest == "survey":
            self._answer(sender, 200, "survey taken", pages.thanks(sender), body=body)
        else:
            self._one_click(sender, body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
        """Keep quiet: the register is the log."""

    def _one_click(self, sender: Sender, body: bytes) -> None:
        if sender.way not in (Way.ONE_CLICK, Way.ONE_CLICK_SILENT):
            self._answer(sender, 405, "one-click refused", body=body)
        elif body != ONE_CLICK:
            self._answer(sender, 400, "not understood", body=body)
        else:
            self.server.register.leave(sender)
            page = pages.done(sender) if sender.way is Way.ONE_CLICK else ""
            status = 200 if page else 202
            self._answer(sender, status, "one-click, off the list", page, body=body)

    def _confirm(self, sender: Sender, body: bytes) -> None:
        form = parse_qs(body.decode("ascii", "replace"))
        if not self.server.register.redeem(form.get("slip", [""])[0], sender):
            self._answer(sender, 400, "stale form", pages.expired(sender), body=body)
            return
        self.server.register.leave(sender)
        self._answer(sender, 200, "form, off the list", pages.done(sender), body=body)

    def _whose(self) -> tuple[Sender | None, str]:
        _, _, rest = urlsplit(self.path).path.lstrip("/").partition("/")
        token, _, rest = rest.partition("/")
        return self.server.register.find(self._host(), token), rest

    def _host(self) -> str:
        return self.headers.get("Host", "").partition(":")[0].lower()

    def _answer(
        self, sender: Sender | None, status: int, says: str, page: str = "", *, body: bytes = b""
    ) -> None:
        self.server.register.note(
            sender,
            host=self._host(),
            verb=self.command,
            says=says,
            body=body,
            cookie=self.headers.get("Cookie", ""),
        )
        content = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
