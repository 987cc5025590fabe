"""The facts, table by table. Rows are added and never changed; only `forget` takes any away.

A count, a name, a standing, the honour of a sender: questions asked of these rows, never columns.
The schema on disk is made by `migrations/`; a test holds the two against each other.

Keys begin with the column that tells rows apart, not with the account: SQLite without statistics
takes every equality for equally good, and would walk through the whole account.
"""

from inbox_guard.ledger.tables.base import METADATA
from inbox_guard.ledger.tables.done import (
    Event,
    attempt,
    attempt_result,
    exchange,
    move,
    move_event,
    outgoing,
    report_sent,
    run,
    run_end,
)
from inbox_guard.ledger.tables.said import (
    forgotten,
    known,
    learned,
    salt,
    standing_rule,
    verdict,
    word,
)
from inbox_guard.ledger.tables.seen import (
    Trait,
    cursor,
    dossier,
    mark,
    message,
    opened,
    place,
    quarantine,
    sender,
    trace,
    trait,
)

__all__ = [
    "METADATA",
    "Event",
    "Trait",
    "attempt",
    "attempt_result",
    "cursor",
    "dossier",
    "exchange",
    "forgotten",
    "known",
    "learned",
    "mark",
    "message",
    "move",
    "move_event",
    "opened",
    "outgoing",
    "place",
    "quarantine",
    "report_sent",
    "run",
    "run_end",
    "salt",
    "sender",
    "standing_rule",
    "trace",
    "trait",
    "verdict",
    "word",
]
