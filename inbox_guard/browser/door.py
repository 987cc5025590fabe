"""The browser as the jobs know it: a visit is a Chromium, a proxy and a page of its own, and then none."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from inbox_guard.browser.gallery import Gallery
from inbox_guard.browser.program import Way, started
from inbox_guard.browser.visit import ChromiumVisit, Traffic

log = logging.getLogger(__name__)

SECONDS = 90.0
"""The time that a whole visit may take, its start included."""


class Proxy(Protocol):
    """The only way out that a browser is given (`web.proxy.GuardedProxy`)."""

    @property
    def address(self) -> str:
        """Where it listens, as ``http://127.0.0.1:port``."""

    @property
    def pin(self) -> str:
        """The hash of its certificate's key."""

    @property
    def traffic(self) -> Traffic:
        """What it has seen."""


class ChromiumDoor:
    """Implements `core.ports.Browser`. Threads may share it: one visit at a time, for each is a whole Chromium."""

    def __init__(
        self,
        program: Path,
        proxy: Callable[[], AbstractContextManager[Proxy]],
        pictures: Path,
        seconds: float = SECONDS,
    ) -> None:
        """Keep what is needed; nothing is started yet. `pictures` is a folder, made when needed."""
        self._program = program
        self._proxy = proxy
        self._gallery = Gallery(pictures)
        self._seconds = seconds
        self._turn = threading.Lock()

    @contextmanager
    def visit(self, name: str) -> Iterator[ChromiumVisit]:
        """Start a browser for one attempt; raises `NoBrowser`."""
        with (
            self._turn,
            self._proxy() as proxy,
            started(self._program, Way(proxy.address, proxy.pin), self._seconds) as pipe,
        ):
            visit = ChromiumVisit(pipe, proxy.traffic)
            log.info("browser started program=%s", self._program)
            try:
                yield visit
            except Exception:
                self._keep(name, visit)
                raise
            self._keep(name, visit)

    def _keep(self, name: str, visit: ChromiumVisit) -> None:
        if visit.opened:
            self._gallery.keep(name, visit.picture())

    def pictured(self, name: str) -> str:
        """Return the file name of a visit's picture; "" when there is none."""
        path = self._gallery.path(name)
        return path.name if path.is_file() else ""
