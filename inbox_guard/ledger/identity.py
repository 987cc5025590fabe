"""Which sender a message belongs to: by its name, else by where its mailing is unsubscribed from."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select

from inbox_guard.core.records import Sighting
from inbox_guard.ledger import columns
from inbox_guard.ledger.columns import Row
from inbox_guard.ledger.engine import insert_new
from inbox_guard.ledger.tables import Trait, sender, trait

Identity = tuple[str, str]
"""What tells senders of one account apart: the kind of sender and its value as it is indexed."""


def identity(seen: Sighting) -> Identity | None:
    """Return who sent a message, None for the owner's own mail and for mail of nobody in particular."""
    if seen.speaker is None:
        return None
    return seen.speaker.sender.kind.value, columns.name(seen.speaker.sender.value)


def numbered(
    connection: Connection, account: str, sightings: Sequence[Sighting], at: datetime
) -> dict[Identity, int]:
    """Return the number of everybody who sent these messages; who is new is written down.

    A mailing without a List-Id may change its address, but not the place where one gets off it: an
    unknown address that shares such a place with a sender belongs to that sender.
    """
    rows: dict[Identity, Row] = {}
    endpoints: dict[Identity, str] = {}
    for seen in sightings:
        named = identity(seen)
        if named and seen.speaker and named not in rows:
            rows[named] = {
                "account": account,
                "kind": seen.speaker.sender.kind,
                "value": named[1],
                "name": seen.speaker.name,
                "organisation": seen.speaker.organisation,
                "recorded": at,
            }
        if named and seen.endpoint:
            endpoints.setdefault(named, columns.name(seen.endpoint))
    if not rows:
        return {}
    known = _numbers(connection, account, rows)
    unknown = {named: place for named, place in endpoints.items() if named not in known}
    homes = _by_endpoint(connection, account, unknown.values())
    known |= {named: homes[place] for named, place in unknown.items() if place in homes}
    leaders: dict[str, Identity] = {}
    led = {
        named: leaders.setdefault(place, named)
        for named, place in unknown.items()
        if named not in known
    }
    fresh = [
        row for named, row in rows.items() if named not in known and led.get(named, named) == named
    ]
    if fresh:
        connection.execute(insert_new(connection, sender), fresh)
        known |= _numbers(connection, account, rows)
    return known | {named: known[leader] for named, leader in led.items()}


def _by_endpoint(connection: Connection, account: str, endpoints: Iterable[str]) -> dict[str, int]:
    """Return the first sender that was known by each of these endpoints."""
    wanted = set(endpoints)
    if not wanted:
        return {}
    found = (
        select(trait.c.value, func.min(trait.c.sender_id))
        .join(sender, sender.c.id == trait.c.sender_id)
        .where(
            sender.c.account == account,
            trait.c.trait == Trait.ENDPOINT,
            trait.c.value.in_(wanted),
        )
        .group_by(trait.c.value)
    )
    return {row[0]: row[1] for row in connection.execute(found)}


def _numbers(
    connection: Connection, account: str, wanted: Iterable[Identity]
) -> dict[Identity, int]:
    found = select(sender.c.kind, sender.c.value, sender.c.id).where(
        sender.c.account == account, sender.c.value.in_({value for _, value in wanted})
    )
    return {(kind.value, value): number for kind, value, number in connection.execute(found)}
