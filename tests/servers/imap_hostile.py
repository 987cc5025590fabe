"""A scripted IMAP server on loopback for what no real server would do on request.

A `Script` says how commands are answered; everything that a client sends is kept in `heard`.
Each connection is served by a thread that ends with its client, or when the server is left.
"""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Self

HOST = "127.0.0.1"
GREETING = b"* OK ready\r\n"
CAPABILITY = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE\r\n"

Answer = Callable[["Line", bytes, bytes], None]
"""(line, tag, whole command) → None; writes whatever it likes."""


class GoneError(Exception):
    """The scripted server, or its client, has ended the conversation."""


@dataclass
class Line:
    """One connection, from the server's side."""

    socket: socket.socket
    leaving: threading.Event
    sent: int = 0

    def say(self, *parts: bytes) -> None:
        """Write; ends the conversation when the client has gone."""
        try:
            for part in parts:
                self.socket.sendall(part)
                self.sent += len(part)
        except OSError as error:
            raise GoneError from error

    def drip(self, octets: Iterable[bytes], every: float) -> None:
        """Write piece by piece, slowly, until the client goes."""
        for piece in octets:
            self.say(piece)
            if self.leaving.wait(every):
                raise GoneError

    def silence(self) -> None:
        """Say nothing until the client goes or the test is over."""
        with contextlib.suppress(OSError):
            while not self.leaving.is_set():
                self.socket.settimeout(0.05)
                try:
                    if not self.socket.recv(4096):
                        break
                except TimeoutError:
                    continue
        raise GoneError

    def hang_up(self) -> None:
        """End the conversation."""
        raise GoneError


def ok(line: Line, tag: bytes, command: bytes) -> None:
    """Answer OK."""
    line.say(tag, b" OK done\r\n")


def says(text: bytes) -> Answer:
    """Answer with a text in which ``TAG`` stands for the command's tag."""
    return lambda line, tag, command: line.say(text.replace(b"TAG", tag))


OPENED = (
    b"* 3 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n"
    b"* FLAGS (\\Seen)\r\n"
)


@dataclass
class Script:
    """Answers by the first word of a command (``UID FETCH`` by both); others are answered OK."""

    answers: dict[bytes, Answer] = field(default_factory=dict)
    greeting: bytes = GREETING
    capability: bytes = CAPABILITY
    greet: Callable[[Line], None] | None = None

    def answer(self, line: Line, tag: bytes, command: bytes) -> None:
        words = command.upper().split()
        name = b" ".join(words[:2]) if words[:1] == [b"UID"] else words[0]
        if (chosen := self.answers.get(name)) is not None:
            chosen(line, tag, command)
        elif name == b"CAPABILITY":
            line.say(self.capability, tag, b" OK done\r\n")
        elif name in (b"EXAMINE", b"SELECT"):
            only = b"[READ-ONLY]" if name == b"EXAMINE" else b"[READ-WRITE]"
            line.say(OPENED, tag, b" OK " + only + b" done\r\n")
        elif name == b"LIST":
            line.say(b'* LIST () "/" INBOX\r\n', tag, b" OK done\r\n")
        elif name == b"UID SEARCH":
            line.say(b"* SEARCH 1 2 3\r\n", tag, b" OK done\r\n")
        elif name == b"LOGOUT":
            line.say(b"* BYE\r\n", tag, b" OK done\r\n")
            line.hang_up()
        else:
            ok(line, tag, command)


class HostileImap:
    """Serves `script` on `port`; with `tls` from the first byte."""

    def __init__(self, script: Script, *, tls: ssl.SSLContext | None = None) -> None:
        self.script = script
        self.heard: list[bytes] = []
        self.host = HOST
        self._tls = tls
        self._leaving = threading.Event()
        self._listener = socket.create_server((HOST, 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(timeout=5)
            assert not thread.is_alive(), "a scripted connection did not end"

    @property
    def connections(self) -> int:
        """How many clients came."""
        return len(self._threads) - 1

    def _accept(self) -> None:
        while not self._leaving.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, GoneError), contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            if self._tls is not None:
                connection = stack.enter_context(
                    self._tls.wrap_socket(connection, server_side=True)
                )
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line = Line(connection, self._leaving)
            reader = stack.enter_context(connection.makefile("rb"))
            if self.script.greet is not None:
                self.script.greet(line)
            line.say(self.script.greeting)
            while command := reader.readline():
                self.heard.append(command)
                tag, _, rest = command.rstrip(b"\r\n").partition(b" ")
                if rest:
                    self.script.answer(line, tag, rest)
