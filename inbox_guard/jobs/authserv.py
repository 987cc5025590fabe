"""Whose Authentication-Results to believe: the owner's setting, else what her own mail shows (RFC 8601 §5)."""

from collections.abc import Sequence

from inbox_guard.core.address import author, organisation
from inbox_guard.core.authentication import learn, topmost_id
from inbox_guard.core.folder import Role
from inbox_guard.core.headers import split
from inbox_guard.core.ports import FolderState, Mailbox
from inbox_guard.jobs.household import Doors, Rules

SAMPLE = 200


def believed(rules: Rules, doors: Doors, states: Sequence[FolderState]) -> tuple[str, ...]:
    """Return the ids to believe for an account: set, learned before, or learned now from the newest mail."""
    if ids := known(rules, doors):
        return ids
    learned = learn(_sample(doors.mailbox, states))
    if learned is None:
        return ()
    doors.ledger.learn_authserv_id(rules.account, learned, doors.clock())
    return (learned,)


def known(rules: Rules, doors: Doors) -> tuple[str, ...]:
    """Return the ids to believe without looking at any mail: as set, else as learned before."""
    if rules.authserv_ids:
        return rules.authserv_ids
    learned = doors.ledger.learned_authserv_id(rules.account)
    return () if learned is None else (learned,)


def _sample(mailbox: Mailbox, states: Sequence[FolderState]) -> tuple[tuple[str | None, str], ...]:
    """(topmost id, author's organisation) of the newest received mails, the Inbox first."""
    inbox_first = sorted(states, key=lambda state: state.folder.role is not Role.INBOX)
    sample: list[tuple[str | None, str]] = []
    for state in inbox_first:
        if state.folder.role in (Role.INBOX, Role.ARCHIVE, Role.OTHER) and len(sample) < SAMPLE:
            sample += _newest(mailbox, state, SAMPLE - len(sample))
    return tuple(sample[:SAMPLE])


def _newest(mailbox: Mailbox, state: FolderState, wanted: int) -> list[tuple[str | None, str]]:
    found: list[tuple[str | None, str]] = []
    span = wanted
    while state.exists:
        after = max(0, state.uidnext - 1 - span)
        found = [
            (topmost_id(headers), organisation(party.domain) if party else "")
            for batch in mailbox.headers(state, after, SAMPLE)
            for headers in [split(fetched.raw)[0] for fetched in batch]
            for party in [author(headers.first("from"))]
        ]
        if len(found) >= min(wanted, state.exists) or after == 0:
            break
        span *= 4  # UIDs have gaps; look further back until enough messages are seen
    return found[-wanted:]
