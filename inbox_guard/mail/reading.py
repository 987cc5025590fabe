"""Asking an open folder for mail, and making sure that nothing it lists is passed over.

Memory stays small whatever arrives: what goes beyond `HELD` is let go and asked for again.
"""

from collections.abc import Iterable, Sequence

from inbox_guard.errors import MailboxProtocol
from inbox_guard.mail.fetch import Row, rows
from inbox_guard.mail.wire import Client

HEADER = 262_144
"""Octets of a header block that are asked for: as much as `core.message.split` reads."""
HELD = 32 * 1024 * 1024
"""Octets of mail held at a time."""


def headers(client: Client, asked: Sequence[int]) -> tuple[list[Row], int]:
    """Return the header rows of the first UIDs of `asked`, and how many of these are settled by them.

    `asked` is every UID that the folder lists between its first and its last, ascending. A message
    whose header the server cannot hand over comes with no `raw`. Raises `MailboxProtocol` for one
    that is listed and yet never answered for: a cursor must not pass it.
    """
    items = f"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER]<0.{HEADER}>)"
    kept, complete = _ask(client, asked, f"{asked[0]}:{asked[-1]}", items, HEADER)
    missing = [uid for uid in asked if uid not in kept]
    if not complete:
        settled = asked.index(missing[0])
        if settled == 0:  # replies in another order: this one alone makes sure that we get on
            return headers(client, asked[:1])
        return [kept[uid] for uid in asked[:settled]], settled
    if missing:
        kept |= _without_header(client, missing)
    return [kept[uid] for uid in sorted(kept)], len(asked)


def whole(client: Client, asked: Sequence[int], limit: int) -> dict[int, Row]:
    """Return whole messages by UID, each cut at `limit` octets; those that are gone are left out."""
    items = f"(UID INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.{limit}>)"
    kept, complete = _ask(client, asked, uid_set(asked), items, limit)
    for uid in () if complete else asked:
        if uid not in kept:
            kept |= _ask(client, [uid], str(uid), items, limit)[0]
    return kept


def uid_set(uids: Iterable[int]) -> str:
    """Write UIDs as IMAP does, runs in short: ``1:3,7`` (RFC 9051 §9, sequence-set)."""
    runs: list[list[int]] = []
    for uid in sorted(set(uids)):
        if runs and runs[-1][1] == uid - 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(str(a) if a == b else f"{a}:{b}" for a, b in runs)


_REPLY = 8_192  # octets that a FETCH reply may say besides the mail that was asked for
_SPARE = 1_000_000  # and what a server may tell of other messages meanwhile


def _ask(
    client: Client, asked: Sequence[int], uids: str, items: str, each: int
) -> tuple[dict[int, Row], bool]:
    """Return the rows that carry mail and were asked for; False when some had to be let go."""
    wanted = set(asked)
    kept: dict[int, Row] = {}
    held = 0
    complete = True
    for pieces in client.wire.fetch_replies(uids, items, len(asked) * (each + _REPLY) + _SPARE):
        for row in rows(pieces):
            if row.uid not in wanted or row.raw is None or row.uid in kept:
                continue  # news of other messages, or of flags
            if kept and held + len(row.raw) > HELD:
                complete = False
                continue
            kept[row.uid] = row
            held += len(row.raw)
    return kept, complete


def _without_header(client: Client, missing: Sequence[int]) -> dict[int, Row]:
    """Ask for the rest about messages whose header did not come; they vanished, or it is broken."""
    uids = uid_set(missing)
    wanted = set(missing)
    told = {
        row.uid: row
        for pieces in client.wire.fetch_replies(
            uids, "(UID INTERNALDATE RFC822.SIZE)", len(missing) * _REPLY + _SPARE
        )
        for row in rows(pieces)
        if row.uid in wanted and row.size is not None
    }
    silent = wanted - set(told)
    listed = silent & set(client.wire.search_uids(f"UID {uids}")) if silent else set()
    if listed:
        raise MailboxProtocol(
            f"{client.host} lists {len(listed)} messages and does not hand them over "
            f"(the first has UID {min(listed)})"
        )
    return told
