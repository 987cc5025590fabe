"""What a sweep saw, written down: one batch, one transaction, and the cursor in the same one."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, Table, func, insert, select

from inbox_guard.core.history import Trace
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Batch, Quarantined, Sighting
from inbox_guard.ledger import columns
from inbox_guard.ledger.columns import Row
from inbox_guard.ledger.engine import insert_new
from inbox_guard.ledger.identity import identity, numbered
from inbox_guard.ledger.tables import (
    Trait,
    cursor,
    mark,
    message,
    place,
    quarantine,
    trace,
    trait,
)


def record(connection: Connection, batch: Batch, at: datetime) -> int:
    """Write a batch; returns how many messages were new. Safe to repeat."""
    by_key = {columns.name(sighting.key): sighting for sighting in batch.sightings}
    known = _messages(connection, batch.account, by_key)
    fresh = {key: sighting for key, sighting in by_key.items() if key not in known}
    if fresh:
        known |= _add_messages(connection, batch.account, fresh, at)
    _add(connection, place, (_place(seen, known, at) for seen in batch.sightings))
    _add(connection, trait, _new_traits(connection, batch.sightings, known, at))
    _add(connection, mark, _new_marks(batch.sightings, known, at))
    _add(connection, trace, (_trace(batch.account, found, at) for found in batch.traces))
    _add(connection, quarantine, (_quarantined(one, at) for one in batch.quarantined))
    _advance(connection, batch, at)
    return len(fresh)


def cursor_of(connection: Connection, account: str, folder: str) -> tuple[int, int] | None:
    """Return (UIDVALIDITY, last UID recorded) of a folder; None when it was never read."""
    newest = (
        select(cursor.c.uidvalidity, cursor.c.uid)
        .where(cursor.c.account == account, cursor.c.folder == folder)
        .order_by(cursor.c.id.desc())
        .limit(1)
    )
    row = connection.execute(newest).one_or_none()
    return (row.uidvalidity, row.uid) if row else None


_Known = dict[str, tuple[int, int | None]]  # a message's key → its number, its sender's


def _messages(connection: Connection, account: str, keys: Iterable[str]) -> _Known:
    found = select(message.c.key, message.c.id, message.c.sender_id).where(
        message.c.account == account, message.c.key.in_(list(keys))
    )
    return {key: (number, sent_by) for key, number, sent_by in connection.execute(found)}


def _add_messages(
    connection: Connection, account: str, fresh: dict[str, Sighting], at: datetime
) -> _Known:
    senders = numbered(connection, account, tuple(fresh.values()), at)
    # The lock makes us the only writer: numbers given out here need not be asked for afterwards.
    last = connection.execute(select(func.max(message.c.id))).scalar() or 0
    known: _Known = {}
    rows: list[Row] = []
    for number, (key, seen) in enumerate(fresh.items(), start=last + 1):
        named = identity(seen)
        sent_by = senders[named] if named else None
        known[key] = (number, sent_by)
        rows.append({"id": number, "sender_id": sent_by, **_message(key, seen, at)})
    connection.execute(insert(message), rows)
    return known


def _message(key: str, seen: Sighting, at: datetime) -> Row:
    return {
        "account": seen.ref.account,
        "key": key,
        "message_id": seen.message_id,
        "name": seen.speaker.name if seen.speaker else "",
        "address": seen.address,
        "alias": seen.alias,
        "arrived": seen.arrived,
        "claimed_date": seen.claimed_date,
        "size": seen.size,
        "subject": seen.subject,
        "kind": seen.kind,
        "signs": seen.signs,
        "mechanisms": seen.mechanisms,
        "authenticated": seen.authenticated,
        "recorded": at,
    }


def _place(seen: Sighting, messages: _Known, at: datetime) -> Row:
    return {
        **where(seen.ref),
        "message_id": messages[columns.name(seen.key)][0],
        "in_junk": seen.in_junk,
        "recorded": at,
    }


def where(ref: MessageRef) -> Row:
    """Return the four columns that say where a message lies."""
    return {
        "account": ref.account,
        "folder": ref.folder,
        "uidvalidity": ref.uidvalidity,
        "uid": ref.uid,
    }


def _new_traits(
    connection: Connection, sightings: Iterable[Sighting], messages: _Known, at: datetime
) -> Iterator[Row]:
    """Yield by what the senders of a batch were not known yet: after a while that is very little."""
    distinct: dict[tuple[int, Trait, str], None] = {}
    for seen in sightings:
        _, number = messages[columns.name(seen.key)]
        if number is None:
            continue
        distinct[number, Trait.ADDRESS, columns.name(seen.address)] = None
        distinct[number, Trait.ALIAS, columns.name(seen.alias)] = None
        distinct[number, Trait.FOLDER, columns.name(seen.ref.folder)] = None
        distinct[number, Trait.ENDPOINT, columns.name(seen.endpoint)] = None
    senders = {number for number, _, _ in distinct}
    held = select(trait.c.sender_id, trait.c.trait, trait.c.value).where(
        trait.c.sender_id.in_(senders)
    )
    known = {(number, kind, value) for number, kind, value in connection.execute(held)}
    for number, kind, value in distinct:
        if value and (number, kind, value) not in known:
            yield {"sender_id": number, "trait": kind, "value": value, "recorded": at}


def _new_marks(sightings: Iterable[Sighting], messages: _Known, at: datetime) -> Iterator[Row]:
    """Yield what the messages of a batch carry; what a sender showed before is left out on insertion."""
    distinct: dict[tuple[int, MarkKind, str], Row] = {}
    for seen in sightings:
        _, number = messages[columns.name(seen.key)]
        if number is not None:
            for one in seen.marks:
                key = (number, one.kind, columns.name(one.value))
                distinct.setdefault(key, _mark(number, one, at))
    yield from distinct.values()


def add_marks(connection: Connection, number: int, marks: Iterable[Mark], at: datetime) -> None:
    """Write down what was seen in a message of a sender after it was recorded."""
    _add(connection, mark, (_mark(number, one, at) for one in marks))


def _mark(number: int, seen: Mark, at: datetime) -> Row:
    return {
        "sender_id": number,
        "kind": seen.kind,
        "value": seen.value,
        "quote": seen.quote,
        "message_id": seen.message_id,
        "at": seen.at,
        "recorded": at,
    }


def _trace(account: str, found: Trace, at: datetime) -> Row:
    return {
        "account": account,
        "kind": found.kind,
        "organisation": found.organisation,
        "address": found.address,
        "at": found.at,
        "message_id": found.message_id,
        "quote": found.quote,
        "recorded": at,
    }


def _quarantined(one: Quarantined, at: datetime) -> Row:
    return {**where(one.ref), "arrived": one.arrived, "reason": one.reason, "recorded": at}


def _add(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    wanted = list(rows)
    if wanted:
        connection.execute(insert_new(connection, table), wanted)


def _advance(connection: Connection, batch: Batch, at: datetime) -> None:
    if cursor_of(connection, batch.account, batch.folder) == (batch.uidvalidity, batch.up_to_uid):
        return
    reached = MessageRef(batch.account, batch.folder, batch.uidvalidity, batch.up_to_uid)
    connection.execute(insert(cursor), [{**where(reached), "recorded": at}])
