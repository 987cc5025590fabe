r"""Finding and moving messages of an open folder, without ever deleting what is not ours to delete.

MOVE (RFC 6851), else COPY and UID EXPUNGE of exactly these (RFC 4315 §2.1), else COPY and ``\Deleted``:
a plain EXPUNGE would also remove what the owner, or another program, marked.
"""

import contextlib
import logging
import re
from collections.abc import Iterator, Sequence

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from inbox_guard.core.message import MessageRef
from inbox_guard.core.ports import Landed
from inbox_guard.mail.reading import uid_set
from inbox_guard.mail.wire import Client

log = logging.getLogger(__name__)

AT_ONCE = 200
"""Messages in one command: RFC 7162 §4 advises lines of at most 8,192 octets."""


def one_folder(refs: Sequence[MessageRef]) -> str:
    """Return the folder that all refs lie in; a `ValueError` is a mistake of the caller."""
    places = {(ref.account, ref.folder, ref.uidvalidity) for ref in refs}
    if len(places) != 1:
        raise ValueError("references of one folder are asked for at a time")
    return refs[0].folder


def move(
    client: Client, refs: Sequence[MessageRef], to: str, capabilities: Sequence[str]
) -> tuple[Landed, ...]:
    """Move what is still there of `refs` out of the folder that is open for writing."""
    present = _present(client, [ref.uid for ref in refs])
    here = [ref for ref in refs if ref.uid in present]
    if not here:
        return ()
    name = made(client, to)
    landed: list[Landed] = []
    for start in range(0, len(here), AT_ONCE):
        part = here[start : start + AT_ONCE]
        new = _move_some(client, [ref.uid for ref in part], name, capabilities)
        landed += [Landed(ref, _at(ref, name, new.get(ref.uid))) for ref in part]
    return tuple(landed)


def made(client: Client, name: str) -> str:
    """Make sure that a folder exists, subscribed; return its name on this server.

    Where all folders live below a prefix (``INBOX.``), a name without it is put below it (RFC 2342).
    """
    if client.folder_exists(name):
        return name
    placed = _below_prefix(client, name)
    if placed != name and client.folder_exists(placed):
        return placed
    try:
        client.create_folder(placed)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as error:
        if "[ALREADYEXISTS]" not in str(error).upper():
            raise
    with contextlib.suppress(IMAPClientError):  # it works without, it is only not shown
        client.subscribe_folder(placed)
    log.info("made a folder folder=%r", placed)
    return placed


def searchable(message_id: str) -> bool:
    """Whether a Message-ID can be asked for: something, printable ASCII, no longer than a line may be."""
    return 0 < len(message_id) < 900 and all(" " < c <= "~" for c in message_id)


def with_message_id(client: Client, message_id: str) -> Iterator[int]:
    """Yield the UIDs of messages with exactly this Message-ID: the server's SEARCH finds substrings."""
    quoted = message_id.replace("\\", "\\\\").replace('"', '\\"')
    found = client.wire.search_uids(f'HEADER Message-ID "{quoted}"')
    for start in range(0, len(found), AT_ONCE):
        part = list(found[start : start + AT_ONCE])
        ids = client.fetch(part, ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"])
        for uid in part:
            block = ids.get(uid, {}).get(b"BODY[HEADER.FIELDS (MESSAGE-ID)]", b"")
            if bare_id(block) == message_id:
                yield uid


def bare_id(block: bytes) -> str:
    """Return the Message-ID of a header block, unfolded and without its brackets; "" when it has none."""
    match = _MESSAGE_ID.search(block)
    if match is None:
        return ""
    value = " ".join(match[1].decode("latin-1").split())
    bracketed = re.search(r"<([^<>]*)>", value)
    return (bracketed[1] if bracketed else value).strip()


_MESSAGE_ID = re.compile(
    rb"^message-id[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE
)
_COPYUID = re.compile(rb"(\d+) ([\d:,]+) ([\d:,]+)")


def _move_some(
    client: Client, uids: Sequence[int], to: str, capabilities: Sequence[str]
) -> dict[int, tuple[int, int]]:
    """Move; return {old UID: (new UIDVALIDITY, new UID)} as far as the server told."""
    client.wire.untagged_responses.pop("COPYUID", None)
    if "MOVE" in capabilities:
        client.move(uids, to)
        return _told(client)
    client.copy(uids, to)
    new = _told(client)
    client.delete_messages(uids, silent=True)
    if "UIDPLUS" in capabilities:
        client.uid_expunge(uids)
    else:
        log.warning(
            "the server cannot remove single messages: originals are only marked as deleted count=%d",
            len(uids),
        )
    return new


def _told(client: Client) -> dict[int, tuple[int, int]]:
    """Read COPYUID (RFC 4315 §3), which imaplib files apart, tagged (COPY) or untagged (MOVE)."""
    new: dict[int, tuple[int, int]] = {}
    for said in client.wire.untagged_responses.pop("COPYUID", None) or ():
        match = _COPYUID.fullmatch(said) if isinstance(said, bytes) else None
        if match is None:
            continue
        old, now = _numbers(match[2]), _numbers(match[3])
        if len(old) == len(now):
            new |= {a: (int(match[1]), b) for a, b in zip(old, now, strict=True)}
    return new


def _numbers(uids: bytes) -> list[int]:
    numbers: list[int] = []
    for part in uids.split(b","):
        first, _, last = part.partition(b":")
        low, high = sorted((int(first), int(last or first)))
        if high - low > AT_ONCE:
            return []  # more than was asked for: not an answer to us
        numbers.extend(range(low, high + 1))
    return numbers


def _at(old: MessageRef, folder: str, new: tuple[int, int] | None) -> MessageRef | None:
    return MessageRef(old.account, folder, *new) if new else None


def _present(client: Client, uids: Sequence[int]) -> frozenset[int]:
    present: set[int] = set()
    for start in range(0, len(uids), AT_ONCE):
        present |= set(client.wire.search_uids(f"UID {uid_set(uids[start : start + AT_ONCE])}"))
    return frozenset(present)


def _below_prefix(client: Client, name: str) -> str:
    if not client.has_capability("NAMESPACE"):
        return name
    personal = client.namespace().personal
    if not personal or not personal[0][0] or name.upper().startswith("INBOX"):
        return name
    prefix, delimiter = personal[0]
    return name if name.startswith(prefix) else prefix + name.replace("/", delimiter or "/")
