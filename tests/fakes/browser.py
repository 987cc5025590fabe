"""A browser for the tests of the jobs: scripted pages, recorded presses, no process.

browser = FakeBrowser()
browser.on("https://shop.test/u", answer(200, "<button data-guard-handle=0 type=button>…"))
browser.after("Unsubscribe", answer(200, "You have been unsubscribed."))
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from inbox_guard.core.exchange import Answer
from inbox_guard.core.page import Press
from inbox_guard.errors import NoAnswer, NoBrowser, WebError

Scripted = Answer | WebError


class FakeBrowser:
    """Implements `core.ports.Browser` and `core.ports.Visit`. An unscripted URL cannot be loaded."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.pressed: list[str] = []
        self.visits: list[str] = []
        self.broken = False
        self._pages: dict[str, Scripted] = {}
        self._after: dict[str, Scripted] = {}
        self._here = ""

    def on(self, url: str, page: Scripted) -> "FakeBrowser":
        """What a URL shows."""
        self._pages[url] = page
        return self

    def after(self, label: str, page: Scripted) -> "FakeBrowser":
        """What a press on that label shows."""
        self._after[label] = page
        return self

    @contextmanager
    def visit(self, name: str) -> Iterator["FakeBrowser"]:
        if self.broken:
            raise NoBrowser("the browser does not start: it is broken")
        self.visits.append(name)
        yield self

    def pictured(self, name: str) -> str:
        return f"{name}.jpg" if name in self.visits else ""

    def open(self, url: str) -> Answer:
        self.opened.append(url)
        self._here = url
        return self._shown(self._pages.get(url))

    def press(self, press: Press) -> Answer:
        self.pressed.append(press.label)
        return self._shown(self._after.get(press.label))

    def _shown(self, page: Scripted | None) -> Answer:
        match page:
            case Answer():
                return replace(page, url=page.url or self._here, sent=page.sent or 1)
            case WebError():
                raise page
            case None:
                raise NoAnswer("the page could not be loaded", sent=False)
