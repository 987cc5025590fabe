"""A mailbox in memory for tests of the jobs: the same port, the same answers as a server (see
`tests/contracts/test_mailbox.py`), and a record of what was done to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from inbox_guard.core.folder import Folder, Listed, Role, roles
from inbox_guard.core.message import Fetched, MessageRef
from inbox_guard.core.ports import FolderState, Landed
from inbox_guard.errors import MailboxError, MessageGone


@dataclass
class _Stored:
    uidvalidity: int
    uidnext: int = 1
    mails: dict[int, tuple[bytes, datetime]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def put(self, raw: bytes, arrived: datetime) -> int:
        uid = self.uidnext
        self.mails[uid] = (raw, arrived)
        self.uidnext += 1
        return uid


class FakeMailbox:
    """`mails` are folders by name, each with (raw message, arrival) in order; UIDs count from 1.

    Roles follow from the names. Afterwards: `moves` as (message's ref, folder), `appends` as
    (folder, raw, at), `bodies` the UIDs by folder whose whole message was asked for (with
    repetitions), `header_reads` how many header blocks were handed over. `failing` is raised by the
    next call, and by every later one until it is set to None. `landing` False: moves do not say where to.
    """

    def __init__(
        self,
        mails: Mapping[str, Iterable[tuple[bytes, datetime]]] | None = None,
        account: str = "main",
        *,
        landing: bool = True,
    ) -> None:
        self.account = account
        self.landing = landing
        self.failing: MailboxError | None = None
        self.moves: list[tuple[MessageRef, str]] = []
        self.appends: list[tuple[str, bytes, datetime]] = []
        self.bodies: list[tuple[str, int]] = []
        self.header_reads = 0
        self.closed = False
        self._made = 0
        self._folders: dict[str, _Stored] = {}
        for name, stored in ({"INBOX": ()} | dict(mails or {})).items():
            self._folder(name)
            for raw, arrived in stored:
                self.deliver(name, raw, arrived)

    def deliver(self, folder: str, raw: bytes, arrived: datetime) -> MessageRef:
        """Let a message arrive."""
        stored = self._folder(folder)
        uid = stored.put(_crlf(raw), arrived)
        return MessageRef(self.account, folder, stored.uidvalidity, uid)

    def vanish(self, ref: MessageRef) -> None:
        """Let somebody else delete a message."""
        del self._folders[ref.folder].mails[ref.uid]

    def renew(self, folder: str) -> None:
        """Give a folder another UIDVALIDITY and its messages new UIDs, as a restored server does."""
        old = self._folders.pop(folder)
        new = self._folder(folder)
        new.uidnext = 101
        for raw, arrived in old.mails.values():
            new.put(raw, arrived)

    def contents(self, folder: str) -> tuple[bytes, ...]:
        """What lies in a folder now."""
        stored = self._folders.get(folder)
        return tuple(raw for raw, _ in stored.mails.values()) if stored else ()

    def folders(self) -> tuple[Folder, ...]:
        """Every folder except Drafts and Trash."""
        self._fail()
        return tuple(f for f in self._every() if f.role not in (Role.DRAFTS, Role.TRASH))

    def examine(self, folder: Folder) -> FolderState:
        """Say what is there."""
        self._fail()
        stored = self._folders.get(folder.name)
        if stored is None:
            raise MailboxError(f'there is no folder "{folder.name}"')
        return FolderState(folder, stored.uidvalidity, stored.uidnext, len(stored.mails))

    def headers(
        self, state: FolderState, after_uid: int, batch: int
    ) -> Iterator[Sequence[Fetched]]:
        """Hand over header blocks in batches."""
        uids = self._same(state.folder.name, state.uidvalidity).mails
        above = sorted(uid for uid in uids if uid > after_uid)
        for start in range(0, len(above), batch):
            stored = self._same(state.folder.name, state.uidvalidity)
            rows = [
                self._fetched(state.folder, uid, _header(stored.mails[uid][0]))
                for uid in above[start : start + batch]
                if uid in stored.mails
            ]
            self.header_reads += len(rows)
            if rows:
                yield rows

    def unread(self, state: FolderState) -> frozenset[int]:
        """Everything that nobody opened."""
        stored = self._same(state.folder.name, state.uidvalidity)
        return frozenset(stored.mails.keys() - stored.seen)

    def open(self, ref: MessageRef) -> None:
        """Let the owner read a message."""
        self._folders[ref.folder].seen.add(ref.uid)

    def whole(self, refs: Sequence[MessageRef], limit: int) -> Iterator[Fetched]:
        """Hand over whole messages."""
        for ref in refs:
            stored = self._same(ref.folder, ref.uidvalidity)
            self.bodies.append((ref.folder, ref.uid))
            if ref.uid in stored.mails:
                folder = next(f for f in self._every() if f.name == ref.folder)
                yield self._fetched(folder, ref.uid, stored.mails[ref.uid][0][:limit])

    def find(self, folder: Folder, message_id: str) -> tuple[MessageRef, ...]:
        """Look into every header."""
        stored = self._folders[self.examine(folder).folder.name]
        wanted = re.compile(
            rb"^message-id:[ \t]*(?:\r\n[ \t]+)?<?" + re.escape(message_id.encode()) + rb">?\s*$",
            re.IGNORECASE | re.MULTILINE,
        )
        return tuple(
            MessageRef(self.account, folder.name, stored.uidvalidity, uid)
            for uid, (raw, _) in stored.mails.items()
            if message_id and wanted.search(_header(raw))
        )

    def move(self, refs: Sequence[MessageRef], to: str) -> tuple[Landed, ...]:
        """Move what is still there."""
        landed = []
        for ref in refs:
            origin = self._same(ref.folder, ref.uidvalidity)
            if ref.uid not in origin.mails:
                continue
            raw, arrived = origin.mails.pop(ref.uid)
            new = self.deliver(to, raw, arrived)
            self.moves.append((ref, to))
            landed.append(Landed(ref, new if self.landing else None))
        return tuple(landed)

    def append(self, folder: str, raw: bytes, at: datetime) -> None:
        """Put a message into a folder."""
        self._fail()
        self.appends.append((folder, raw, at))
        self.deliver(folder, raw, at)

    def close(self) -> None:
        """Note that it was closed."""
        self.closed = True

    def _every(self) -> tuple[Folder, ...]:
        return roles(tuple(Listed(name, frozenset(), "/") for name in self._folders))

    def _folder(self, name: str) -> _Stored:
        if name not in self._folders:
            self._made += 1
            self._folders[name] = _Stored(1000 + self._made)
        return self._folders[name]

    def _same(self, name: str, uidvalidity: int) -> _Stored:
        self._fail()
        stored = self._folders.get(name)
        if stored is None or stored.uidvalidity != uidvalidity:
            raise MessageGone(f'the folder "{name}" was made anew since it was read')
        return stored

    def _fetched(self, folder: Folder, uid: int, raw: bytes) -> Fetched:
        stored = self._folders[folder.name]
        whole, arrived = stored.mails[uid]
        ref = MessageRef(self.account, folder.name, stored.uidvalidity, uid)
        return Fetched(ref, folder.role, arrived, len(whole), raw)

    def _fail(self) -> None:
        if self.failing is not None:
            raise self.failing


def _crlf(raw: bytes) -> bytes:
    return re.sub(rb"\r\n|\r|\n", b"\r\n", raw)


def _header(raw: bytes) -> bytes:
    head, blank, _ = raw.partition(b"\r\n\r\n")
    return head + blank
