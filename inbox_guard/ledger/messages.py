"""Questions about single messages: where they lie, whose they are, and which the owner wrote."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, ScalarSelect, and_, exists, func, select

from inbox_guard.core.history import Correspondents, TraceKind
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Sighting
from inbox_guard.core.sender import SenderId, Speaker
from inbox_guard.core.vocabulary import Kind
from inbox_guard.ledger import columns
from inbox_guard.ledger.tables import Event, cursor, message, move, move_event, place, sender, trace

IS_OWN: ColumnElement[bool] = and_(message.c.sender_id.is_(None), message.c.address != "")
"""The owner's own mail. Without an address it is mail whose author is ambiguous: nobody's."""


def correspondents(connection: Connection, account: str) -> Correspondents:
    """Return whom the owner wrote to, and the Message-IDs of her own mail."""
    written = select(trace.c.address).where(
        trace.c.account == account, trace.c.kind.in_([TraceKind.WROTE, TraceKind.REPLIED])
    )
    # The empty addition keeps SQLite from walking through the whole account by its index.
    own = select(message.c.message_id).where(
        IS_OWN, message.c.account + "" == account, message.c.message_id != ""
    )
    return Correspondents(
        frozenset(connection.execute(written.distinct()).scalars()),
        frozenset(connection.execute(own).scalars()),
    )


def newest_places(
    connection: Connection, number: int, kinds: Iterable[Kind]
) -> tuple[MessageRef, ...]:
    """Return where a sender's newest message of these kinds may lie, newest place first."""
    newest = (
        select(message.c.id)
        .where(message.c.sender_id == number, message.c.kind.in_(list(kinds)))
        .order_by(message.c.arrived.desc(), message.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return places_of(connection, newest)


def places_of(connection: Connection, number: ScalarSelect[int]) -> tuple[MessageRef, ...]:
    """Return where one message may lie, newest place first."""
    found = (
        select(*_REF)
        .join(message, message.c.id == place.c.message_id)
        .where(place.c.message_id == number, _may_lie())
        .order_by(place.c.id.desc())
    )
    return tuple(MessageRef(*row) for row in connection.execute(found))


def written_since(
    connection: Connection, account: str, organisations: Iterable[str], since: datetime
) -> tuple[MessageRef, ...]:
    """Return where mail of these organisations lies that arrived since, oldest first; none that lies in Junk."""
    found = (
        select(*_REF)
        .join(message, message.c.id == place.c.message_id)
        .join(sender, sender.c.id == message.c.sender_id)
        .where(
            sender.c.account == account,
            sender.c.organisation.in_([columns.name(name) for name in organisations]),
            message.c.arrived >= since,
            place.c.in_junk.is_(False),
            _may_lie(),
        )
        .order_by(message.c.arrived, place.c.id)
    )
    return tuple(MessageRef(*row) for row in connection.execute(found))


def all_places(
    connection: Connection, number: int, kinds: Iterable[Kind]
) -> tuple[tuple[MessageRef, str, str], ...]:
    """Return (place, key, message_id) of a sender's messages that were not moved away."""
    found = (
        select(*_REF, message.c.key, message.c.message_id)
        .join(message, message.c.id == place.c.message_id)
        .where(
            message.c.sender_id == number,
            message.c.kind.in_(list(kinds)),
            _may_lie(),
            ~_was_moved_here(),
        )
        .order_by(place.c.id)
    )
    return tuple(
        (MessageRef(account, folder, validity, uid), key, message_id)
        for account, folder, validity, uid, key, message_id in connection.execute(found)
    )


def sightings(connection: Connection, message_id: str) -> tuple[Sighting, ...]:
    """Return every place a Message-ID was ever seen in, oldest first."""
    if not message_id:
        return ()
    found = (
        select(*_REF, place.c.in_junk, *_MESSAGE, *_SENDER)
        .join(message, message.c.id == place.c.message_id)
        .outerjoin(sender, sender.c.id == message.c.sender_id)
        .where(message.c.message_id == message_id)
        .order_by(place.c.id)
    )
    return tuple(
        Sighting(
            ref=MessageRef(row.account, row.folder, row.uidvalidity, row.uid),
            key=row.key,
            message_id=row.message_id,
            speaker=Speaker(SenderId(row.sender_kind, row.value), row.name, row.organisation)
            if row.value is not None
            else None,
            address=row.address,
            alias=row.alias,
            arrived=row.arrived,
            claimed_date=row.claimed_date,
            size=row.size,
            subject=row.subject,
            kind=row.kind,
            signs=row.signs,
            mechanisms=row.mechanisms,
            authenticated=row.authenticated,
            in_junk=row.in_junk,
        )
        for row in connection.execute(found)
    )


_REF = (place.c.account, place.c.folder, place.c.uidvalidity, place.c.uid)
_MESSAGE = (
    message.c.key,
    message.c.message_id,
    message.c.name,
    message.c.address,
    message.c.alias,
    message.c.arrived,
    message.c.claimed_date,
    message.c.size,
    message.c.subject,
    message.c.kind,
    message.c.signs,
    message.c.mechanisms,
    message.c.authenticated,
)
_SENDER = (sender.c.kind.label("sender_kind"), sender.c.value, sender.c.organisation)


def _may_lie() -> ColumnElement[bool]:
    """A place not known to be empty: its folder was not made anew, nothing was moved off it."""
    newest = cursor.alias()
    later = cursor.alias()
    made_anew = exists().where(
        newest.c.account == place.c.account,
        newest.c.folder == place.c.folder,
        newest.c.uidvalidity != place.c.uidvalidity,
        newest.c.id
        == select(func.max(later.c.id))
        .where(later.c.account == place.c.account, later.c.folder == place.c.folder)
        .scalar_subquery(),
    )
    # A UID is never given twice: what was moved off a place is not there, also after an undo.
    moved_off = exists().where(
        move.c.key == message.c.key,
        move.c.account == place.c.account,
        move.c.folder == place.c.folder,
        move.c.uidvalidity == place.c.uidvalidity,
        move.c.uid == place.c.uid,
        move_event.c.move_id == move.c.id,
    )
    brought_back = exists().where(
        _is_destination(),
        move_event.c.move_id == move.c.id,
        move_event.c.event == Event.UNDONE,
        place.c.recorded <= move_event.c.at,
    )
    return and_(~made_anew, ~moved_off, ~brought_back)


def _was_moved_here() -> ColumnElement[bool]:
    undone = move_event.alias()
    taken_back = exists().where(undone.c.move_id == move.c.id, undone.c.event == Event.UNDONE)
    return exists().where(
        _is_destination(),
        move_event.c.move_id == move.c.id,
        move_event.c.event == Event.DONE,
        ~taken_back,
    )


def _is_destination() -> ColumnElement[bool]:
    return and_(
        move.c.key == message.c.key,
        move.c.account == place.c.account,
        move.c.destination == place.c.folder,
    )
