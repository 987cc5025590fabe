"""The line to an IMAP server: imaplib with caps on what it will swallow, and IMAPClient on top of it.

A server that announces a literal of 4 GB makes imaplib buffer it, and unasked-for replies pile up in
its memory for as long as they come. Here both end in `MailboxProtocol`.
"""

import imaplib
import socket
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import IO, cast

from imapclient import IMAPClient

from inbox_guard.core.folder import Folder
from inbox_guard.core.ports import FolderState
from inbox_guard.errors import MailboxProtocol
from inbox_guard.mail.deadline import Deadline, cut
from inbox_guard.mail.endpoint import Endpoint, Security, Service
from inbox_guard.mail.fetch import Piece

LITERAL = 64 * 1024 * 1024
"""Octets in the longest string taken in one piece."""
LINE = 16 * 1024 * 1024
"""Octets in the longest line: the UIDs of two million messages. imaplib stops at 1 MB, or 140,000."""
REPLY = 32 * 1024 * 1024
"""Octets in everything that the commands of one operation may answer, FETCH excepted."""
LINES = 100_000
"""Lines that one operation may answer: as many folders, replies, or news of other messages."""

_PIECE = 256 * 1024


class Wire(imaplib.IMAP4):
    """One connection. `deadline` guards its greeting; later commands bring their own."""

    def __init__(self, endpoint: Endpoint, deadline: Deadline) -> None:
        self._endpoint = endpoint
        self._deadline = deadline
        self._left = REPLY
        self._lines_left = LINES
        super().__init__(endpoint.host, endpoint.port_for(Service.IMAP), deadline.seconds)

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """Connect (and shake hands, where TLS comes first), then let the deadline watch the line."""
        super().open(host, port, timeout)
        self._deadline.watch(self._hang_up)

    def begin(self, deadline: Deadline) -> None:
        """Start a new operation: its deadline, and a new allowance of octets."""
        self._deadline = deadline
        self._left = REPLY
        self._lines_left = LINES
        deadline.watch(self._hang_up)

    def read(self, size: int) -> bytes:
        """Read one literal, if it is of a size that an honest server would send."""
        if size > LITERAL:
            raise MailboxProtocol(
                f"{self.host} announced {size} octets in one piece; at most {LITERAL} are taken"
            )
        pieces: list[bytes] = []
        while size > 0:
            piece: bytes = self._lines.read(min(size, _PIECE))
            if not piece:
                break  # imaplib notices the end of the line when it asks for the rest of it
            self._count(len(piece))
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def readline(self) -> bytes:
        """Read one line, however long a list of a million numbers is, and no longer."""
        line: bytes = self._lines.readline(LINE + 1)
        if len(line) > LINE:
            raise MailboxProtocol(f"{self.host} sent a line of more than {LINE} octets")
        self._lines_left -= 1
        self._count(len(line))
        return line

    def search_uids(self, criteria: str) -> "array[int]":
        """UID SEARCH; ascending, each UID once. `criteria` is ASCII in IMAP's own syntax."""
        typ, data = self.uid("SEARCH", criteria)
        if typ != "OK":
            raise self.error(f"search failed: {_text(data)}")
        found = array("L")
        for line in data or ():
            # RFC 7162 §3.1.5 may add "(MODSEQ n)"
            found.extend(int(word) for word in (line or b"").partition(b"(")[0].split())
        if any(later <= earlier for earlier, later in pairwise(found)):
            return array("L", sorted(set(found)))
        return found

    def fetch_replies(self, uids: str, items: str, most: int) -> Iterator[Sequence[Piece]]:
        """UID FETCH; yield each reply as it arrives, so that no answer is ever held as a whole.

        `most` is what an honest answer may have in octets. To be drained: no other command may be
        sent before the last reply.
        """
        self._left = most
        self._lines_left = LINES
        tag = self._command("UID", "FETCH", uids, items)
        while self.tagged_commands[tag] is None:
            self._get_response()
            self._check_bye()
            pieces = self.untagged_responses.pop("FETCH", None)
            self.untagged_responses.clear()
            if pieces:
                yield pieces
        typ, data = self.tagged_commands.pop(tag) or ("BAD", [])
        # RFC 2180 §4.1.2 lets a server say NO because one of the messages is gone by now.
        if typ not in ("OK", "NO"):
            raise self.error(f"FETCH command error: {_text(data)}")

    def _create_socket(self, timeout: float | None) -> socket.socket:
        if self._endpoint.security is not Security.TLS:
            return socket.create_connection((self.host, self.port), timeout)
        context = self._endpoint.context(Service.IMAP)
        line = socket.create_connection((self.host, self.port), timeout)
        return context.wrap_socket(line, server_hostname=self.host)

    @property
    def _lines(self) -> IO[bytes]:
        return cast("IO[bytes]", self.file)  # typeshed allows text here, imaplib opens octets

    def _count(self, octets: int) -> None:
        self._deadline.earn(octets)
        self._left -= octets
        if self._left < 0 or self._lines_left < 0:
            raise MailboxProtocol(f"{self.host} answers without end")

    def _hang_up(self) -> None:
        cut(self.sock)


def _text(data: Sequence[object]) -> str:
    return " ".join(part.decode("utf-8", "replace") for part in data if isinstance(part, bytes))


class Client(IMAPClient):  # type: ignore[misc]  # imapclient ships no types
    """IMAPClient on a `Wire`. `_create_IMAP4` is the seam that its own TestableIMAPClient uses."""

    def __init__(self, endpoint: Endpoint, deadline: Deadline) -> None:
        self._endpoint = endpoint
        self._opening = deadline
        self.opened: FolderState | None = None
        super().__init__(
            endpoint.host,
            port=endpoint.port_for(Service.IMAP),
            ssl=endpoint.security is Security.TLS,
            timeout=deadline.seconds,
        )
        # IMAPClient turns on imaplib's debugging, which formats every octet and keeps log lines
        # of commands: slow, and no log of ours shall ever hold mail or a password.
        self.wire.debug = 0

    @property
    def wire(self) -> Wire:
        """The line underneath."""
        wire: Wire = self._imap
        return wire

    def open(self, folder: Folder, *, writing: bool = False) -> FolderState:
        """Open a folder with EXAMINE, or for `writing` with SELECT; `opened` is what EXAMINE gave last."""
        self.opened = None
        said = self.select_folder(folder.name, readonly=not writing)
        uidvalidity = int(said.get(b"UIDVALIDITY", 0))
        if not uidvalidity:
            raise MailboxProtocol(f'{self.host} gives "{folder.name}" no UIDVALIDITY')
        uidnext, exists = int(said.get(b"UIDNEXT", 0)), int(said[b"EXISTS"])
        state = FolderState(folder, uidvalidity, uidnext, exists)
        if not writing:
            self.opened = state
        return state

    def forget_capabilities(self) -> None:
        """Make IMAPClient ask again: a server can do more after a login than it said before."""
        self._cached_capabilities = None
        self.wire.untagged_responses.clear()

    def list_roles(self) -> list[tuple[tuple[bytes, ...], bytes | None, str]]:
        """Every folder as `list_folders` gives it, with its SPECIAL-USE flags asked for (RFC 6154 §3).

        Some servers (Cyrus) tell them only when asked; others know no such question.
        """
        able = self.capabilities()
        if b"SPECIAL-USE" not in able or b"LIST-EXTENDED" not in able:
            return list(self.list_folders())
        wire = self.wire
        typ, data = wire._simple_command("LIST", '""', '"*"', "RETURN", "(SPECIAL-USE)")
        self._checkok("list", typ, data)
        return list(self._proc_folder_list(wire._untagged_response(typ, data, "LIST")[1]))

    def _create_IMAP4(self) -> Wire:  # noqa: N802
        return Wire(self._endpoint, self._opening)
