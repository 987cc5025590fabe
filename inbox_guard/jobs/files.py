"""Judge a single message by itself: no settings, no ledger, no network. What ``why PATH`` prints."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from inbox_guard.core import authentication
from inbox_guard.core.address import Owner
from inbox_guard.core.body import body
from inbox_guard.core.delivery import assumed
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents, Evidence
from inbox_guard.core.kind import judge_whole
from inbox_guard.core.mechanism import in_order, mechanism
from inbox_guard.core.message import Fetched, Message, MessageRef, Unreadable, read
from inbox_guard.core.sender import speaker
from inbox_guard.core.vocabulary import Kind, Mechanism, Standing

NOBODY = Owner(())
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FileJudged:
    """What one file is. `standing` is UNSURE: a single message knows no history."""

    file: str
    sender: str | None
    kind: Kind
    standing: Standing
    mechanisms: tuple[Mechanism, ...]
    because: tuple[Evidence, ...]


def judge_file(name: str, raw: bytes, authserv_ids: tuple[str, ...]) -> FileJudged:
    """Judge the bytes of one file; total. Without ids the topmost results are used and marked assumed."""
    ref = MessageRef("", name, 0, 0)
    message = read(Fetched(ref, Role.OTHER, EPOCH, len(raw), raw), NOBODY, authserv_ids)
    match message:
        case Unreadable(reason=reason):
            unreadable = Evidence("unreadable", reason, 1.0)
            return FileJudged(name, None, Kind.SPAM, Standing.UNSURE, (), (unreadable,))
        case Message():
            return _judged(name, message, raw, assume=not authserv_ids)


def _judged(name: str, message: Message, raw: bytes, *, assume: bool) -> FileJudged:
    signs: tuple[Evidence, ...] = ()
    if assume and message.author is not None:
        taken = authentication.assumed(message.headers, message.author.domain)
        message = replace(message, authentication=taken)
        if taken.authserv_id:
            says = f"the results of {taken.authserv_id} are assumed to be your own server's"
            signs = (Evidence("assumed-authserv-id", says, 0.0, taken.says),)
    message = replace(message, alias=assumed(message.headers, message.author))
    judged = judge_whole(message, body(raw), Correspondents())
    spoken = speaker(message)
    return FileJudged(
        file=name,
        sender=spoken.sender.value if spoken else None,
        kind=judged.kind,
        standing=Standing.UNSURE,
        mechanisms=tuple(dict.fromkeys(mechanism(offer) for offer in in_order(message.offers))),
        because=(*judged.signs, *signs),
    )
