"""Mail kept in files, behind the mailbox's port: an mbox (Google Takeout, Thunderbird) or a Maildir.

Read-only: nothing is ever written, moved or marked. A message's UID is its place, counted from 1.
`arrived` is what the owner's server noted: the topmost Received field, else what the archive says
itself (the mbox line, the Maildir name), else the Date field, else 1970.
"""

import functools
import hashlib
import re
from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from pathlib import Path
from typing import NoReturn

from inbox_guard.core.folder import Folder, Listed, Role, roles
from inbox_guard.core.message import Fetched, MessageRef
from inbox_guard.core.ports import FolderState, Landed
from inbox_guard.errors import MailboxError, MessageGone
from inbox_guard.mail import arrival, mbox
from inbox_guard.mail.moving import bare_id
from inbox_guard.mail.reading import HEADER

_EPOCH = datetime.fromtimestamp(0, UTC)


class _Archive(ABC):
    """What an mbox and a Maildir have in common; a subclass finds messages and reads their octets."""

    def __init__(self, account: str, path: Path) -> None:
        self.account = account
        self._path = path
        if not (path.is_file() or path.is_dir()):
            raise MailboxError(f"there is no file or folder {path}")

    @abstractmethod
    def folders(self) -> tuple[Folder, ...]:
        """The folders of the archive."""

    @abstractmethod
    def examine(self, folder: Folder) -> FolderState:
        """Count the messages of a folder; UIDVALIDITY is a number for this very archive."""

    @abstractmethod
    def _read(self, folder: str, uid: int, limit: int) -> tuple[bytes, int, datetime | None]:
        """The octets of a message up to `limit`, its whole size, and when the archive says it came."""

    def headers(
        self, state: FolderState, after_uid: int, batch: int
    ) -> Iterator[Sequence[Fetched]]:
        """Yield header blocks above `after_uid`; what the owner threw away or never sent is left out."""
        self._same(state.folder, state.uidvalidity)
        for start in range(after_uid + 1, state.exists + 1, batch):
            uids = range(start, min(start + batch, state.exists + 1))
            read = (self._fetched(state.folder, state.uidvalidity, uid, HEADER) for uid in uids)
            kept = [
                Fetched(f.ref, f.role, f.arrived, f.size, _header(f.raw))
                for f in read
                if f.role not in (Role.TRASH, Role.DRAFTS)
            ]
            if kept:
                yield kept

    def unread(self, state: FolderState) -> None:  # noqa: B027
        """Not told: archives are exported with their flags or without, and nobody knows which."""

    def whole(self, refs: Sequence[MessageRef], limit: int) -> Iterator[Fetched]:
        """Yield whole messages, cut at `limit` octets."""
        for ref in refs:
            folder = next((f for f in self.folders() if f.name == ref.folder), None)
            if folder is None:
                raise MessageGone(f'the archive {self._path} has no folder "{ref.folder}"')
            if 1 <= ref.uid <= self._same(folder, ref.uidvalidity).exists:
                yield self._fetched(folder, ref.uidvalidity, ref.uid, limit)

    def find(self, folder: Folder, message_id: str) -> tuple[MessageRef, ...]:
        """Where a Message-ID lies, by reading every header."""
        state = self.examine(folder)
        return tuple(
            fetched.ref
            for batch in self.headers(state, 0, 200)
            for fetched in batch
            if message_id and bare_id(fetched.raw) == message_id
        )

    def move(self, refs: Sequence[MessageRef], to: str) -> tuple[Landed, ...]:
        """Refuse."""
        self._refuse()

    def append(self, folder: str, raw: bytes, at: datetime) -> None:
        """Refuse."""
        self._refuse()

    def close(self) -> None:  # noqa: B027
        """Nothing is kept open."""

    def _refuse(self) -> NoReturn:
        raise MailboxError(f"an archive is read-only: {self._path} was left as it is")

    def _same(self, folder: Folder, uidvalidity: int) -> FolderState:
        state = self.examine(folder)
        if state.uidvalidity != uidvalidity:
            raise MessageGone(f"the archive {self._path} is another one than when it was read")
        return state

    def _fetched(self, folder: Folder, uidvalidity: int, uid: int, limit: int) -> Fetched:
        try:
            raw, size, noted = self._read(folder.name, uid, limit)
        except OSError as error:
            raise MailboxError(f"{self._path} cannot be read: {error.strerror}") from error
        arrived = arrival.received(raw) or noted or arrival.claimed(raw) or _EPOCH
        ref = MessageRef(self.account, folder.name, uidvalidity, uid)
        return Fetched(ref, _role_by_labels(_header(raw)) or folder.role, arrived, size, raw)


class MboxMailbox(_Archive):
    """One mbox file, as one folder ``mbox:NAME``."""

    def __init__(self, account: str, path: Path) -> None:
        super().__init__(account, path)
        self._starts: array[int] | None = None

    def folders(self) -> tuple[Folder, ...]:
        """The file, with the role that its name says."""
        return (Folder(f"mbox:{self._path.stem}", _role_by_name(self._path.stem)),)

    def examine(self, folder: Folder) -> FolderState:
        """Look through the file once; later questions are answered from what was found."""
        try:
            if self._starts is None:
                with self._path.open("rb") as file:
                    self._starts = mbox.starts(file)
            with self._path.open("rb") as file:
                number = _number(str(self._path.resolve()).encode(), file.read(4096))
        except OSError as error:
            raise MailboxError(f"{self._path} cannot be read: {error.strerror}") from error
        count = len(self._starts) - 1
        return FolderState(folder, number, count + 1, count)

    def _read(self, folder: str, uid: int, limit: int) -> tuple[bytes, int, datetime | None]:
        starts = self._starts or array("Q")
        begin, end = starts[uid - 1], starts[uid]
        with self._path.open("rb") as file:
            file.seek(begin)
            line = file.readline(1000)
            size = max(0, end - begin - len(line))
            raw = mbox.unquoted(file.read(min(size, limit)))
        if size <= limit:  # the empty line before the next From line is not the message's
            raw = re.sub(rb"(\r?\n)\r?\n\Z", rb"\1", raw)
        return raw, size, _line_date(line)


class MaildirMailbox(_Archive):
    """A Maildir with its subfolders (Maildir++), as folders ``maildir:NAME`` and ``maildir:NAME/SUB``."""

    def __init__(self, account: str, path: Path) -> None:
        super().__init__(account, path)
        self._root = f"maildir:{path.name}"
        self._files: dict[str, tuple[Path, ...]] = {}

    def folders(self) -> tuple[Folder, ...]:
        """Every folder that holds ``cur`` or ``new``, but for Drafts and Trash."""
        found = [Folder(self._root, Role.INBOX)] if _is_maildir(self._path) else []
        for below in sorted(path for path in self._path.iterdir() if _is_maildir(path)):
            name = below.name.removeprefix(".").replace(".", "/")
            found.append(Folder(f"{self._root}/{name}", _role_by_name(name)))
        return tuple(f for f in found if f.role not in (Role.TRASH, Role.DRAFTS))

    def examine(self, folder: Folder) -> FolderState:
        """List the files, oldest name first. Other files make another UIDVALIDITY."""
        try:
            files = self._list(folder.name)
        except OSError as error:
            raise MailboxError(f"{self._path} cannot be read: {error.strerror}") from error
        names = b"\0".join(_base(path).encode(errors="surrogateescape") for path in files)
        number = _number(str(self._path.resolve()).encode(), names)
        self._files[folder.name] = files
        return FolderState(folder, number, len(files) + 1, len(files))

    def _list(self, name: str) -> tuple[Path, ...]:
        home = self._path
        for below in self._path.iterdir() if name != self._root else ():
            if f"{self._root}/{below.name.removeprefix('.').replace('.', '/')}" == name:
                home = below
        files = [
            path
            for part in (home / "cur", home / "new")
            if part.is_dir()
            for path in part.iterdir()
            if path.is_file() and not path.name.startswith(".")
        ]
        return tuple(sorted(files, key=_base))

    def _read(self, folder: str, uid: int, limit: int) -> tuple[bytes, int, datetime | None]:
        path = self._files[folder][uid - 1]
        with path.open("rb") as file:
            return file.read(limit), path.stat().st_size, _name_date(path.name)


_BLANK = re.compile(rb"\r?\n\r?\n")
_LABELS = re.compile(rb"^x-gmail-labels[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)", re.I | re.M)
_LABEL = re.compile(r'"((?:[^"\\]|\\.)*)"|([^,]+)')


def _header(raw: bytes) -> bytes:
    end = _BLANK.search(raw)
    return raw[: end.end()] if end else raw


def _role_by_labels(header: bytes) -> Role | None:
    """The role that Takeout's labels give a message; None when it has none."""
    match = _LABELS.search(header)
    if match is None:
        return None
    found = {_role_by_name(label) for label in _labels(match[1].decode("utf-8", "replace"))}
    order = (Role.TRASH, Role.DRAFTS, Role.JUNK, Role.SENT, Role.INBOX)
    return next((role for role in order if role in found), Role.ARCHIVE)


def _labels(field: str) -> Iterator[str]:
    try:
        text = str(make_header(decode_header(" ".join(field.split()))))
    except (HeaderParseError, LookupError, ValueError):
        text = field
    for quoted, bare in _LABEL.findall(text):
        yield (quoted or bare).strip()


@functools.lru_cache(maxsize=1024)
def _role_by_name(name: str) -> Role:
    return next((f.role for f in roles((Listed(name, frozenset(), "/"),))), Role.OTHER)


def _number(*parts: bytes) -> int:
    digest = hashlib.sha256(b"\0\0".join(parts)).digest()
    return int.from_bytes(digest[:4], "big") % 0x7FFF_FFFE + 1


def _line_date(line: bytes) -> datetime | None:
    """The date of an mbox line: ``From somebody Thu Jan  1 00:00:00 +0000 1970``, zone optional."""
    match = _ASCTIME.search(line)
    if match is None:
        return None
    month, day, clock, zone, year = match.groups()
    return arrival.moment(b"%s %s %s %s %s" % (day, month, year, clock, zone or b"+0000"))


def _name_date(name: str) -> datetime | None:
    """The delivery time that a Maildir name begins with, in seconds since 1970."""
    match = re.match(r"(\d{9,10})\.", name)
    return datetime.fromtimestamp(int(match[1]), UTC) if match else None


_ASCTIME = re.compile(
    rb"([A-Z][a-z]{2}) +(\d{1,2}) +(\d\d:\d\d(?::\d\d)?) +(?:([+-]\d{4}|[A-Z]{3,4}) +)?(\d{4})"
)


def _is_maildir(path: Path) -> bool:
    return (path / "cur").is_dir() or (path / "new").is_dir()


def _base(path: Path) -> str:
    return path.name.partition(":2,")[0]
