"""One page in Chromium: opened, pressed, and read as a person would see it.

What can go wrong becomes `NotPublic` (the proxy refused the page itself) or `NoAnswer` (it does not come to rest,
or is no page). Nothing of the page's is trusted: it is read from a world of its own, and its dialogs, windows,
downloads and workers get nothing.
"""

import json
import logging
import time
from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass
from importlib.resources import files
from typing import Protocol
from urllib.parse import parse_qsl, urldefrag, urlsplit

from inbox_guard.browser.pipe import Gone, Message, Pipe, Refused
from inbox_guard.core.exchange import Answer, host
from inbox_guard.core.page.steps import Press
from inbox_guard.errors import NoAnswer, NoBrowser, NotPublic

log = logging.getLogger(__name__)

READING = files("inbox_guard.browser").joinpath("reading.js").read_text(encoding="utf-8")

# What pages use to reach other machines without the proxy, to outlive their visit, or to hold it up. The proxy and
# Chromium's flags are what holds; this is what a page notices of it.
WITHOUT = """(() => {
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport",
      "SharedWorker", "EventSource", "WebSocket", "PushManager", "PaymentRequest", "Notification"])
    try { delete globalThis[name]; } catch {}
  for (const name of ["serviceWorker", "geolocation", "mediaDevices", "usb", "bluetooth", "serial", "hid",
      "credentials", "clipboard", "sendBeacon", "getUserMedia", "registerProtocolHandler"])
    try { delete Navigator.prototype[name]; } catch {}
  globalThis.print = () => {};
  globalThis.open = () => null;
})();"""

NAME = "inbox-guard/1 (+https://inbox-guard.example/about)"
"""Added to Chromium's own User-Agent: what we are, beside what we run."""

REST = 10.0
"""Seconds that a page may take to come to rest."""

QUIET = 0.5
"""Seconds without a request, after which it does, if it also stays the same."""


class Traffic(Protocol):
    """What the proxy has seen (`web.proxy.Traffic`)."""

    waiting: int
    moved: float
    sent: int
    acted: bool
    refused: NotPublic | None
    failed: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows at a moment: its HTML, address, status and whether it is loaded."""

    html: str
    url: str
    status: int
    loaded: bool
    cut: bool


class ChromiumVisit:
    """Implements `core.ports.Visit` on a Chromium that has just been started."""

    def __init__(self, pipe: Pipe, traffic: Traffic) -> None:
        """Prepare an empty page in a context of its own. Raises `NoBrowser`."""
        self._pipe = pipe
        self._traffic = traffic
        self._world: int | None = None
        self.opened = False
        self._sent = 0
        try:
            self._prepare()
        except (Gone, Refused, TimeoutError, KeyError) as error:
            raise NoBrowser(f"the browser does not start: {error}") from error

    def _prepare(self) -> None:
        pipe = self._pipe
        agent = str(pipe.call("Browser.getVersion", within=45.0)["userAgent"])
        context = pipe.call("Target.createBrowserContext", disposeOnDetach=True)["browserContextId"]
        for download in ({"browserContextId": context}, {}):
            pipe.call("Browser.setDownloadBehavior", behavior="deny", **download)
        made = pipe.call("Target.createTarget", url="about:blank", browserContextId=context)
        self._page = str(made["targetId"])
        attached = pipe.call("Target.attachToTarget", targetId=self._page, flatten=True)
        self._session = str(attached["sessionId"])
        pipe.listen(self._hear)
        # Whatever opens from now on is stopped before its first step, and closed.
        pipe.call(
            "Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=True, flatten=True
        )
        self._call("Page.enable")
        self._call("Page.addScriptToEvaluateOnNewDocument", source=WITHOUT, runImmediately=True)
        named = f"{agent.replace('HeadlessChrome', 'Chrome')} {NAME}"
        self._call("Emulation.setUserAgentOverride", userAgent=named)

    # --- core.ports.Visit ---

    def open(self, url: str) -> Answer:
        """Open a page and wait until it rests; raises `NotPublic` or `NoAnswer`."""
        if urlsplit(url).scheme not in {"http", "https"}:
            raise NotPublic("url-scheme", host(url))
        self._turn()
        self.opened = True
        try:
            went = self._call("Page.navigate", within=25.0, url=urldefrag(url).url)
            if went.get("errorText"):
                raise self._lost(host(url), str(went["errorText"]))
            return self._rested(host(url))
        except (Gone, Refused, TimeoutError) as error:
            raise self._lost(host(url), str(error)) from error

    def press(self, press: Press) -> Answer:
        """Fill in the form and press; raises `NotPublic` or `NoAnswer`."""
        where = press.request.host
        self._turn()
        try:
            if why := self._pressed(press):
                raise NoAnswer(f"{where}: {why}", sent=self._traffic.acted)
            return self._rested(where)
        except (Gone, Refused, TimeoutError) as error:
            raise self._lost(where, str(error)) from error

    def picture(self) -> bytes:
        """Return what the page looks like as JPEG; b"" when that fails."""
        try:
            shot = self._call("Page.captureScreenshot", within=8.0, format="jpeg", quality=50)
            return b64decode(str(shot.get("data", "")))
        except (Gone, Refused, TimeoutError, NotBase64) as error:
            log.info("no picture of the page: %s", error)
            return b""

    # --- pressing and resting ---

    def _pressed(self, press: Press) -> str:
        """Press by the handle that the page was read with; returns why not, "" when it was done."""
        if not press.handle.isdecimal():
            return "what was to be pressed cannot be found"
        request = press.request
        body = (request.body or b"").decode("ascii", "replace")
        said = body if request.method == "POST" else urlsplit(request.url).query
        pairs = [list(pair) for pair in parse_qsl(said, keep_blank_values=True)]
        try:
            return str(self._ask("guardPresses", int(press.handle), pairs) or "")
        except Refused:
            return ""  # the press led away before it could answer

    def _rested(self, where: str) -> Answer:
        """Wait until nothing is under way and the page stays the same, or until it has had its time."""
        until = time.monotonic() + REST
        before: Shown | None = None
        while True:
            self._pipe.idle(0.2)
            now = self._shown()
            quiet = self._traffic.waiting == 0 and time.monotonic() - self._traffic.moved > QUIET
            if now is not None and quiet and now.loaded and now == before:
                return self._answer(now, where)
            if time.monotonic() > until:
                if now is None:
                    raise self._lost(where, "it does not come to rest")
                return self._answer(now, where)
            before = now

    def _answer(self, shown: Shown, where: str) -> Answer:
        if self._traffic.refused is not None:
            raise self._traffic.refused
        if self._traffic.failed or urlsplit(shown.url).scheme not in {"http", "https"}:
            raise self._lost(where, "what it shows is no web page")
        sent = self._traffic.sent - self._sent
        self._sent = self._traffic.sent
        return Answer(
            status=shown.status or 200,
            headers=(("content-type", "text/html; charset=utf-8"),),
            body=shown.html.encode("utf-8", "replace"),
            url=urldefrag(shown.url).url,
            truncated=shown.cut,
            sent=sent,
        )

    def _lost(self, where: str, says: str) -> NotPublic | NoAnswer:
        """Return the error for a page that cannot be read."""
        if self._traffic.refused is not None:
            return self._traffic.refused
        return NoAnswer(
            f"{where} in the browser: {self._traffic.failed or says}", sent=self._traffic.acted
        )

    def _turn(self) -> None:
        self._traffic.refused = None
        self._traffic.failed = ""

    # --- reading ---

    def _shown(self) -> Shown | None:
        """Read the page; None while it is between two pages."""
        try:
            said = self._ask("guardReads")
        except Refused:
            return None
        if not isinstance(said, dict):
            return None
        return Shown(
            html=str(said.get("html", "")),
            url=str(said.get("url", "")),
            status=int(said.get("status") or 0),
            loaded=said.get("ready") == "complete",
            cut=bool(said.get("cut")),
        )

    def _ask(self, function: str, *arguments: object) -> object:
        """Call a function of ours in the page's other world, which is made anew for every new page."""
        for made in (False, True):
            if self._world is None:
                world = self._call(
                    "Page.createIsolatedWorld", frameId=self._page, worldName="inbox-guard"
                )
                self._world = int(world["executionContextId"])
                self._evaluate(READING)
            try:
                return self._evaluate(f"{function}({', '.join(map(_literal, arguments))})")
            except Refused:
                self._world = None
                if made or function != "guardReads":
                    raise
        return None

    def _evaluate(self, expression: str) -> object:
        said = self._call(
            "Runtime.evaluate",
            within=6.0,
            expression=expression,
            contextId=self._world,
            returnByValue=True,
        )
        if "exceptionDetails" in said:
            raise Refused("the page could not be read")
        result = said.get("result")
        return result.get("value") if isinstance(result, dict) else None

    def _call(self, method: str, within: float = 10.0, **parameters: object) -> Message:
        return self._pipe.call(method, self._session, within, **parameters)

    def _hear(self, event: Message) -> None:
        """Dismiss dialogs (a page may be left), and close whatever else opens."""
        parameters = event.get("params", {})
        match event.get("method"):
            case "Page.javascriptDialogOpening":
                leave = parameters.get("type") == "beforeunload"
                self._pipe.post("Page.handleJavaScriptDialog", self._session, accept=leave)
            case "Target.attachedToTarget":
                target = parameters.get("targetInfo", {}).get("targetId", "")
                if target and target != self._page:
                    self._pipe.post("Target.closeTarget", targetId=target)
            case _:
                pass


def _literal(value: object) -> str:
    """A value as JavaScript has it: JSON is a part of the language."""
    return json.dumps(value)
