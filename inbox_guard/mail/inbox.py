r"""The owner's mailbox over IMAP: read without a trace, moved and added to only when told to.

Folders are opened with EXAMINE and mail is fetched with BODY.PEEK, so that no flag changes; a move
never expunges what it did not put there. Decides nothing: which messages, and where to, comes from above.
RFC 9051, RFC 6851 (MOVE), RFC 4315 (UIDPLUS), RFC 6154 (SPECIAL-USE).
"""

import difflib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from imapclient.exceptions import IMAPClientError

from inbox_guard.core.folder import Folder, Listed, Role, roles
from inbox_guard.core.message import Fetched, MessageRef
from inbox_guard.core.outgoing import Noted, unnoted
from inbox_guard.core.ports import FolderState, Landed
from inbox_guard.errors import MessageGone, SettingsError
from inbox_guard.mail import arrival, moving, reading
from inbox_guard.mail.endpoint import Endpoint
from inbox_guard.mail.fetch import Row
from inbox_guard.mail.login import Login
from inbox_guard.mail.session import Session
from inbox_guard.mail.wire import Client


class ImapMailbox:
    """The owner's account. Connects at first use; `only` names the folders to read (all: empty)."""

    def __init__(
        self,
        account: str,
        endpoint: Endpoint,
        login: Login,
        only: tuple[str, ...] = (),
        deadline: float = 60,
        noted: Noted = unnoted,
    ) -> None:
        self.account = account
        self._only = only
        self._session = Session(account, endpoint, login, deadline, noted)
        self._roles: dict[str, Role] = {}

    def connect(self) -> None:
        """Connect and log in now, if there is no connection yet."""
        with self._session.operation("connecting"):
            pass

    def capabilities(self) -> tuple[str, ...]:
        """What the server says it can, after the login."""
        with self._session.operation("asking what it can") as client:
            return _capabilities(client)

    def folders(self) -> tuple[Folder, ...]:
        """The folders to read: those named, else every selectable one except Drafts and Trash."""
        known = self.every_folder()
        if not self._only:
            return tuple(f for f in known if f.role not in (Role.DRAFTS, Role.TRASH))
        return tuple(_named(name, known) for name in self._only)

    def every_folder(self) -> tuple[Folder, ...]:
        """Every selectable folder with its role, whatever the settings say."""
        with self._session.operation("listing its folders") as client:
            known = roles(
                tuple(
                    Listed(
                        name,
                        frozenset(flag.decode("ascii", "replace") for flag in flags),
                        delimiter.decode("ascii", "replace") if delimiter else "",
                    )
                    for flags, delimiter, name in client.list_roles()
                )
            )
        self._roles = {folder.name: folder.role for folder in known}
        return known

    def examine(self, folder: Folder) -> FolderState:
        """Open a folder read-only."""
        with self._session.operation(f'opening the folder "{folder.name}"') as client:
            return client.open(folder)

    def headers(
        self, state: FolderState, after_uid: int, batch: int
    ) -> Iterator[Sequence[Fetched]]:
        """Yield header blocks above `after_uid`, at most `batch` at a time.

        A batch is shorter where mail was let go of to keep memory small. Raises `MailboxProtocol`
        where the server keeps a message from us that it still lists: a cursor must not pass it.
        """
        if state.uidnext and after_uid >= state.uidnext - 1:
            return
        doing = f'reading "{state.folder.name}"'
        with self._session.operation(doing) as client:
            _still_open(client, state)
            # "n:*" names the last message even where its UID is below n (RFC 9051 §9, seq-range)
            found = client.wire.search_uids(f"UID {after_uid + 1}:*")
        waiting = found[bisect_right(found, after_uid) :]
        ref = MessageRef(self.account, state.folder.name, state.uidvalidity, 0)
        position = 0
        while position < len(waiting):
            with self._session.operation(doing) as client:
                _still_open(client, state)
                got, settled = reading.headers(client, waiting[position : position + batch])
            position += settled
            if got:
                yield [_fetched(row, ref, state.folder.role) for row in got]

    def unread(self, state: FolderState) -> frozenset[int]:
        r"""UIDs of the folder's messages that carry no ``\Seen`` flag: one question, and no flag is touched."""
        with self._session.operation(f'asking what is unread in "{state.folder.name}"') as client:
            _still_open(client, state)
            return frozenset(client.wire.search_uids("UNSEEN"))

    def whole(self, refs: Sequence[MessageRef], limit: int) -> Iterator[Fetched]:
        """Yield whole messages, cut at `limit` octets, in the order of `refs`."""
        if not refs:
            return
        folder = moving.one_folder(refs)
        if folder not in self._roles:
            self.every_folder()
        role = self._roles.get(folder, Role.OTHER)
        at_once = max(1, min(50, reading.HELD // max(1, limit)))
        for start in range(0, len(refs), at_once):
            part = refs[start : start + at_once]
            with self._session.operation(f'reading from "{folder}"') as client:
                _reopen(client, Folder(folder, role), part[0].uidvalidity)
                got = reading.whole(client, [ref.uid for ref in part], limit)
            yield from (_fetched(got[ref.uid], ref, role) for ref in part if ref.uid in got)

    def find(self, folder: Folder, message_id: str) -> tuple[MessageRef, ...]:
        """Where a Message-ID (without brackets) lies in a folder now."""
        if not moving.searchable(message_id):
            return ()
        with self._session.operation(f'looking into "{folder.name}"') as client:
            state = client.open(folder)
            return tuple(
                MessageRef(self.account, folder.name, state.uidvalidity, uid)
                for uid in moving.with_message_id(client, message_id)
            )

    def move(self, refs: Sequence[MessageRef], to: str) -> tuple[Landed, ...]:
        """Move messages of one folder, those that are still there; makes `to` if missing."""
        if not refs:
            return ()
        folder = moving.one_folder(refs)
        with self._session.operation(f'moving mail from "{folder}" to "{to}"') as client:
            _reopen(client, Folder(folder, Role.OTHER), refs[0].uidvalidity, writing=True)
            return moving.move(client, refs, to, _capabilities(client))

    def append(self, folder: str, raw: bytes, at: datetime) -> None:
        """Put a message into a folder, unread; makes the folder if missing."""
        with self._session.operation(f'putting a message into "{folder}"') as client:
            client.append(moving.made(client, folder), raw, flags=(), msg_time=at)

    def close(self) -> None:
        """Log out; never raises."""
        self._session.close()


_NO_SUCH_FOLDER = "[NONEXISTENT]"  # RFC 5530 §3


def _capabilities(client: Client) -> tuple[str, ...]:
    return tuple(word.decode("ascii", "replace") for word in client.capabilities())


def _still_open(client: Client, state: FolderState) -> None:
    """Go on reading the folder that `state` is of; EXAMINE it again if that is not what is open."""
    now = client.opened
    if now is None or (now.folder.name, now.uidvalidity) != (state.folder.name, state.uidvalidity):
        _reopen(client, state.folder, state.uidvalidity)


def _reopen(client: Client, folder: Folder, uidvalidity: int, *, writing: bool = False) -> None:
    try:
        now = client.open(folder, writing=writing)
    except IMAPClientError as error:
        if _NO_SUCH_FOLDER in str(error).upper():
            raise MessageGone(f'the folder "{folder.name}" is no longer there') from error
        raise
    if now.uidvalidity != uidvalidity:
        raise MessageGone(
            f'the folder "{folder.name}" was made anew since it was read (UIDVALIDITY '
            f"{uidvalidity}, now {now.uidvalidity}); it is read again from the start"
        )


def _named(name: str, known: tuple[Folder, ...]) -> Folder:
    for folder in known:
        if folder.name == name or folder.name.upper() == name.upper() == "INBOX":
            return folder
    near = difflib.get_close_matches(name, [f.name for f in known], n=3, cutoff=0.5)
    raise SettingsError(
        f'GUARD_FOLDERS names "{name}", and the mailbox has no such folder; '
        + (f"did you mean {' or '.join(near)}?" if near else "`inbox-guard check` lists them")
    )


def _fetched(row: Row, ref: MessageRef, role: Role) -> Fetched:
    raw = row.raw or b""
    return Fetched(
        MessageRef(ref.account, ref.folder, ref.uidvalidity, row.uid),
        role,
        row.arrived or arrival.received(raw) or datetime.now(UTC),
        len(raw) if row.size is None else row.size,
        raw,
    )
