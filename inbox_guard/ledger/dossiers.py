"""First contacts, frozen: one row a sender, written once; and where a first message lies."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Dossier
from inbox_guard.ledger.engine import insert_new
from inbox_guard.ledger.messages import places_of
from inbox_guard.ledger.tables import dossier, message


def freeze(connection: Connection, one: Dossier, at: datetime) -> None:
    """Write a dossier down. The first stands: it is evidence, and evidence is not replaced."""
    row = {
        "sender_id": one.sender,
        "message_id": one.message_id,
        "arrived": one.arrived,
        "alias": one.alias,
        "sha256": one.sha256,
        "raw": one.raw,
        "provider": one.provider,
        "campaign": one.campaign,
        "checklist": one.checklist,
        "frozen": at,
    }
    connection.execute(insert_new(connection, dossier), [row])


def frozen(connection: Connection, number: int) -> Dossier | None:
    """Return the dossier of a sender; None when its first contact was not frozen."""
    row = connection.execute(select(dossier).where(dossier.c.sender_id == number)).one_or_none()
    if row is None:
        return None
    return Dossier(
        sender=row.sender_id,
        message_id=row.message_id,
        arrived=row.arrived,
        alias=row.alias,
        sha256=row.sha256,
        raw=row.raw,
        provider=row.provider,
        campaign=row.campaign,
        checklist=row.checklist,
    )


def without(connection: Connection, wanted: Sequence[int]) -> frozenset[int]:
    """Return those of these senders whose first contact is not frozen yet."""
    held = select(dossier.c.sender_id).where(dossier.c.sender_id.in_(wanted))
    return frozenset(wanted) - frozenset(connection.execute(held).scalars())


def first_places(connection: Connection, number: int) -> tuple[MessageRef, ...]:
    """Return where a sender's first message may lie, newest place first."""
    first = (
        select(message.c.id)
        .where(message.c.sender_id == number)
        .order_by(message.c.arrived, message.c.id)
        .limit(1)
        .scalar_subquery()
    )
    return places_of(connection, first)
