"""A public server, traps beside it where nobody may go, and the real browser behind the real guard.

`shop.test` and `other.test` are public for this guard (and at 127.0.0.1); every other name and number is judged as
it is. A trap listens on loopback, by TCP and UDP, and counts whoever comes.
"""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from inbox_guard.browser import ChromiumDoor, find
from inbox_guard.browser.visit import ChromiumVisit
from inbox_guard.web.guard import Guard, system_connect
from inbox_guard.web.proxy import GuardedProxy
from tests.servers.https import WebServer

NAMES = {
    "shop.test": "127.0.0.1",
    "other.test": "127.0.0.1",
    "inside.test": "127.0.0.1",
    "router.test": "192.168.1.1",
    "metadata.test": "169.254.169.254",
    "six.test": "::1",
    "mapped.test": "::ffff:127.0.0.1",
}


def chromium() -> Path:
    """The real one; without it there is nothing to be tested."""
    found = find()
    assert found is not None, "Chromium is missing: apt install chromium"
    return found


class Trap:
    """A port on loopback, by TCP (both families) and UDP; `caught` counts connections and datagrams."""

    def __init__(self) -> None:
        self.caught = 0
        self._sockets = [socket.create_server(("127.0.0.1", 0))]
        self.port: int = self._sockets[0].getsockname()[1]
        with suppress(OSError):
            self._sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", self.port))
        self._sockets.append(udp)
        for one in self._sockets:
            threading.Thread(target=self._watch, args=(one,), daemon=True).start()

    def _watch(self, one: socket.socket) -> None:
        while True:
            try:
                if one.type == socket.SOCK_DGRAM:
                    one.recv(1_500)
                else:
                    plug, _ = one.accept()
                    plug.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
                    plug.close()
            except OSError:
                if one.fileno() == -1:
                    return
            self.caught += 1

    def close(self) -> None:
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@dataclass
class Street:
    """`dialled` is every number that the proxy connected to; `asked` every name it looked up."""

    folder: Path
    dialled: list[tuple[str, int]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    server: WebServer = field(default_factory=WebServer)
    trap: Trap = field(default_factory=Trap)
    _held: ExitStack = field(default_factory=ExitStack)
    _shared: ChromiumVisit | None = None

    def __enter__(self) -> Self:
        self.server.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._held.close()
        self.trap.close()
        self.server.stop()

    @property
    def shared(self) -> ChromiumVisit:
        """One visit for many pages."""
        if self._shared is None:
            self._shared = self._held.enter_context(self.door(seconds=600).visit("shared"))
        return self._shared

    def door(self, seconds: float = 60) -> ChromiumDoor:
        return ChromiumDoor(chromium(), self.proxy, self.folder / "pictures", seconds)

    def proxy(self) -> GuardedProxy:
        guard = Guard(private_hosts=("shop.test", "other.test"), resolve=self._resolve)
        return GuardedProxy(guard, ca_file=self.server.ca_file, connect=self._connect)

    @property
    def leaks(self) -> list[tuple[str, int]]:
        """Whoever was dialled beside the public server."""
        return [one for one in self.dialled if one != ("127.0.0.1", self.server.port)]

    def paths(self) -> list[str]:
        return [request.target for request in self.server.received]

    def _resolve(self, name: str) -> tuple[str, ...]:
        self.asked.append(name)
        if name not in NAMES:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return (NAMES[name],)

    def _connect(self, address: str, port: int, timeout: float) -> socket.socket:
        self.dialled.append((address, port))
        return system_connect(address, port, timeout)


def alive(mark: str) -> list[str]:
    """The command lines of living processes that hold `mark`."""
    found = []
    for place in Path("/proc").iterdir():
        with suppress(OSError):
            if place.name.isdecimal() and int(place.name) != os.getpid():
                words = (place / "cmdline").read_bytes().decode(errors="replace")
                if mark in words:
                    found.append(words)
    return found


@contextmanager
def served(**pages: str) -> Iterator[WebServer]:
    """A plain server with pages by name, for a browser without a guard."""
    from tests.servers.https import page

    with WebServer(tls=False) as server:
        for name, body in pages.items():
            server.on(f"/{name}", page(body))
        yield server
