"""The Chrome DevTools Protocol over two pipes: JSON messages that end with a zero octet.

A pipe and not a port, so that no page and no other program can reach it. Every wait ends: at the command's own
limit, or when the time of the whole visit is over. A hostile page can keep its own thread busy for ever; it
cannot keep us. (chromedevtools.github.io/devtools-protocol)
"""

import json
import os
import select
import time
from collections.abc import Callable
from typing import Any

Message = dict[str, Any]
"""One JSON object of the protocol; what it holds depends on the method."""

_MOST = 16 * 1_048_576


class Gone(Exception):
    """The browser has ended, or does not speak the protocol."""


class Refused(Exception):
    """A command failed; the text is Chromium's."""


class Pipe:
    """Sends commands and hands events to whoever listens."""

    def __init__(self, reading: int, writing: int, seconds: float) -> None:
        """Count `seconds` from now."""
        self._reading = reading
        self._writing = writing
        self._until = time.monotonic() + seconds
        self._number = 0
        self._held = bytearray()
        self._listeners: list[Callable[[Message], None]] = []

    def listen(self, listener: Callable[[Message], None]) -> None:
        """Hand every later event to `listener`; it may `post`, and must not `call`."""
        self._listeners.append(listener)

    def post(self, method: str, session: str = "", **parameters: Any) -> int:
        """Send a command and wait for nothing; returns its number. Raises `Gone` or `TimeoutError`."""
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        octets = json.dumps(message).encode("ascii") + b"\0"
        while octets:
            _, ready, _ = select.select([], [self._writing], [], self._left(10.0))
            if not ready:
                raise TimeoutError("the browser does not listen")
            try:
                octets = octets[os.write(self._writing, octets[:4_096]) :]
            except OSError as error:
                raise Gone("the browser has ended") from error
        return self._number

    def call(
        self, method: str, session: str = "", within: float = 10.0, **parameters: Any
    ) -> Message:
        """Send a command and return its result. Raises `Refused`, `Gone` or `TimeoutError`."""
        number = self.post(method, session, **parameters)
        until = min(time.monotonic() + within, self._until)
        while (message := self._next(until)) is not None:
            if message.get("id") != number:
                continue
            if "error" in message:
                raise Refused(str(message["error"].get("message", "")))
            result = message.get("result")
            return result if isinstance(result, dict) else {}
        raise TimeoutError(f"the browser did not answer {method} in time")

    def idle(self, seconds: float) -> None:
        """Let time go by, and hear what happens meanwhile."""
        until = min(time.monotonic() + seconds, self._until)
        while self._next(until) is not None:
            pass
        self._left(1.0)

    def _next(self, until: float) -> Message | None:
        """Return the next message, None when the time is over; events go to the listeners."""
        while b"\0" not in self._held:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._reading], [], [], left)[0]:
                return None
            octets = os.read(self._reading, 65_536)
            if not octets or len(self._held) > _MOST:
                raise Gone("the browser has ended")
            self._held += octets
        end = self._held.index(b"\0")
        octets = bytes(self._held[:end])
        del self._held[: end + 1]
        try:
            message = json.loads(octets)
        except (ValueError, RecursionError) as error:
            raise Gone("the browser speaks something else") from error
        if not isinstance(message, dict):
            raise Gone("the browser speaks something else")
        if "method" in message:
            for listener in self._listeners:
                listener(message)
        return message

    def _left(self, most: float) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time for this page is over")
        return min(left, most)
