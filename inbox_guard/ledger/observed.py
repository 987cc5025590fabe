"""What was observed of senders beside their kinds: first messages, marks, and what the owner sorted by hand."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from datetime import datetime

from sqlalchemy import Connection, func, select

from inbox_guard.core.history import First, Readership
from inbox_guard.core.mark import Mark
from inbox_guard.core.vocabulary import Kind
from inbox_guard.ledger.engine import insert_new
from inbox_guard.ledger.tables import Event, mark, message, move, move_event, opened, place


def firsts(connection: Connection, wanted: Sequence[int]) -> dict[int, First]:
    """Return the first message of each sender; of several of one moment the one recorded first."""
    earliest = (
        select(message.c.sender_id, func.min(message.c.arrived).label("arrived"))
        .where(message.c.sender_id.in_(wanted))
        .group_by(message.c.sender_id)
        .subquery()
    )
    found = (
        select(
            message.c.sender_id,
            message.c.message_id,
            message.c.arrived,
            message.c.alias,
            message.c.subject,
        )
        .join(
            earliest,
            (earliest.c.sender_id == message.c.sender_id)
            & (earliest.c.arrived == message.c.arrived),
        )
        .order_by(message.c.id.desc())
    )
    return {row.sender_id: First(*row[1:]) for row in connection.execute(found)}


def marks(connection: Connection, wanted: Sequence[int]) -> defaultdict[int, list[Mark]]:
    """Return what each sender's messages carried, oldest first."""
    carried: defaultdict[int, list[Mark]] = defaultdict(list)
    found = (
        select(
            mark.c.sender_id,
            mark.c.kind,
            mark.c.value,
            mark.c.quote,
            mark.c.message_id,
            mark.c.at,
        )
        .where(mark.c.sender_id.in_(wanted))
        .order_by(mark.c.at, mark.c.id)
    )
    for row in connection.execute(found):
        carried[row.sender_id].append(Mark(*row[1:]))
    return carried


def opened_since(
    connection: Connection, account: str, folder: str, uidvalidity: int, unread: Set[int]
) -> list[int]:
    """Return the messages of a folder that the owner has read and that were not known as read."""
    waiting = (
        select(place.c.message_id, place.c.uid)
        .outerjoin(opened, opened.c.message_id == place.c.message_id)
        .where(
            place.c.account == account,
            place.c.folder == folder,
            place.c.uidvalidity == uidvalidity,
            opened.c.id.is_(None),
        )
    )
    return sorted({number for number, uid in connection.execute(waiting) if uid not in unread})


def add_opened(connection: Connection, messages: Sequence[int], at: datetime) -> None:
    """Note that messages were found read."""
    rows = [{"message_id": number, "at": at} for number in messages]
    connection.execute(insert_new(connection, opened), rows)


def readings(connection: Connection, wanted: Sequence[int]) -> dict[int, Readership]:
    """Return how much of each sender's mail the owner has read, of those whose mail she has read at all."""
    found = (
        select(message.c.sender_id, func.count(), func.max(message.c.arrived))
        .join(opened, opened.c.message_id == message.c.id)
        .where(message.c.sender_id.in_(wanted))
        .group_by(message.c.sender_id)
    )
    return {
        number: Readership(count, newest)
        for number, count, newest in connection.execute(found)
        if number is not None
    }


def sorted_by_hand(
    connection: Connection, wanted: Sequence[int]
) -> tuple[Counter[int], Counter[int]]:
    """Count mails that were moved into Junk and out of it after they had come, but not by us.

    Threads of several authors teach nothing about one of them.
    """
    in_both = (
        select(place.c.message_id)
        .group_by(place.c.message_id)
        .having(func.count(place.c.in_junk.distinct()) > 1)
    )
    ours = select(move.c.key).join(move_event, move_event.c.move_id == move.c.id)
    found = (
        select(message.c.sender_id, message.c.id, place.c.in_junk)
        .join(place, place.c.message_id == message.c.id)
        .where(
            message.c.sender_id.in_(wanted),
            message.c.kind.not_in((Kind.PERSONAL, Kind.DISCUSSION)),
            message.c.id.in_(in_both),
            message.c.key.not_in(ours.where(move_event.c.event == Event.DONE)),
        )
        .order_by(place.c.id)
    )
    lain: defaultdict[tuple[int, int], list[bool]] = defaultdict(list)
    for row in connection.execute(found):
        lain[row.sender_id, row.id].append(bool(row.in_junk))
    junked: Counter[int] = Counter()
    rescued: Counter[int] = Counter()
    for (number, _), where in lain.items():
        if where[0] != where[-1]:
            (junked if where[-1] else rescued)[number] += 1
    return junked, rescued
