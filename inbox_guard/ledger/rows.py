"""The lines that people see: every sender with its newest verdict, its last attempt and its honour."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from inbox_guard.core.edition import edition
from inbox_guard.core.history import History
from inbox_guard.core.records import SenderRow
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Mechanism
from inbox_guard.ledger import columns
from inbox_guard.ledger.columns import Row
from inbox_guard.ledger.recall import Recalled, Reckoning, chunks, recall
from inbox_guard.ledger.tables import verdict


def rows(
    connection: Connection,
    account: str,
    wanted: Sequence[int],
    *,
    reach_days: int,
    country: str,
    now: datetime,
) -> list[SenderRow]:
    """Return the lines of these senders of one account, in the order of their numbers."""
    verdicts = newest_verdicts(connection, wanted)
    return [
        _row(one, verdicts.get(one.history.number))
        for one in recall(connection, account, wanted, reach_days, Reckoning(now, country))
    ]


def newest_verdicts(connection: Connection, wanted: Sequence[int]) -> dict[int, Verdict]:
    """Return the newest verdict of each sender that was ever judged."""
    newest = (
        select(func.max(verdict.c.id))
        .where(verdict.c.sender_id.in_(wanted))
        .group_by(verdict.c.sender_id)
    )
    found = select(
        verdict.c.sender_id,
        verdict.c.kind,
        verdict.c.standing,
        verdict.c.because,
        verdict.c.reason,
    ).where(verdict.c.id.in_(newest))
    return {
        number: Verdict(kind, standing, because, reason)
        for number, kind, standing, because, reason in connection.execute(found)
    }


def judged(connection: Connection, verdicts: Iterable[tuple[int, Verdict]], at: datetime) -> int:
    """Write the verdicts that differ from the newest ones; returns how many did."""
    last_words = dict(verdicts)
    changed: list[Row] = []
    for portion in chunks(list(last_words)):
        before = newest_verdicts(connection, portion)
        for number in portion:
            one = last_words[number]
            if before.get(number) != _as_kept(one):
                changed.append(
                    {
                        "sender_id": number,
                        "kind": one.kind,
                        "standing": one.standing,
                        "reason": one.reason,
                        "because": one.because,
                        "at": at,
                        "rules": edition(),
                    }
                )
    if changed:
        connection.execute(insert(verdict), changed)
    return len(changed)


def _as_kept(one: Verdict) -> Verdict:
    return Verdict(one.kind, one.standing, columns.kept(one.because), columns.plain(one.reason))


def _row(one: Recalled, found: Verdict | None) -> SenderRow:
    return SenderRow(
        history=one.history,
        verdict=found,
        attempt=one.attempt,
        honour=one.honour,
        mechanism=_mechanism(one.history, found),
    )


def _mechanism(history: History, found: Verdict | None) -> Mechanism:
    """The first way out that the newest message of the judged kind offers."""
    if found is None:
        return Mechanism.NONE
    for count in history.kinds:
        if count.kind is found.kind and count.newest.mechanisms:
            return count.newest.mechanisms[0]
    return Mechanism.NONE
