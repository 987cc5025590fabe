"""What was done: runs, attempts and their results, moves. The intention comes first (law 3)."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select

from inbox_guard.core.attempt import Attempt, Intention, Result
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Moved, Run
from inbox_guard.ledger.engine import insert_new
from inbox_guard.ledger.facts import where
from inbox_guard.ledger.tables import (
    Event,
    attempt,
    attempt_result,
    message,
    move,
    move_event,
    place,
    run,
    run_end,
    sender,
)


def begin_run(connection: Connection, account: str, command: str, rule: str, at: datetime) -> int:
    """Write that a run began; returns its number."""
    added = insert(run).values(account=account, command=command, rule=rule, began=at)
    return connection.execute(added.returning(run.c.id)).scalar_one()


def end_run(connection: Connection, number: int, at: datetime) -> None:
    """Write that a run ended."""
    connection.execute(insert(run_end).values(run_id=number, ended=at))


def runs(connection: Connection, account: str | None) -> tuple[Run, ...]:
    """Return every run (of an account), oldest first."""
    found = (
        select(run.c.id, run.c.account, run.c.command, run.c.rule, run.c.began, run_end.c.ended)
        .outerjoin(run_end, run_end.c.run_id == run.c.id)
        .order_by(run.c.id)
    )
    if account is not None:
        found = found.where(run.c.account == account)
    return tuple(Run(*row) for row in connection.execute(found))


def intend(connection: Connection, intention: Intention) -> int:
    """Write an intention; returns the attempt's number."""
    added = insert(attempt).values(
        run_id=intention.run,
        sender_id=intention.sender,
        mechanism=intention.mechanism,
        host=intention.host,
        message_id=intention.message_id,
        rule=intention.rule,
        at=intention.at,
    )
    return connection.execute(added.returning(attempt.c.id)).scalar_one()


def conclude(connection: Connection, number: int, result: Result, at: datetime) -> None:
    """Write what came of an attempt; the newest result counts."""
    added = insert(attempt_result).values(
        attempt_id=number,
        outcome=result.outcome,
        detail=result.detail,
        status=result.status,
        owner_url=result.owner_url,
        retry_at=result.retry_at,
        rule=result.rule,
        sent=result.sent,
        at=at,
    )
    connection.execute(added)


def attempts(connection: Connection, which: ColumnElement[bool]) -> tuple[Attempt, ...]:
    """Return the attempts that a condition selects, oldest first, with their newest results."""
    newest: dict[int, tuple[Result, datetime]] = {}
    results = (
        select(
            attempt_result.c.attempt_id,
            attempt_result.c.at,
            attempt_result.c.outcome,
            attempt_result.c.detail,
            attempt_result.c.status,
            attempt_result.c.owner_url,
            attempt_result.c.retry_at,
            attempt_result.c.rule,
            attempt_result.c.sent,
        )
        .join(attempt, attempt.c.id == attempt_result.c.attempt_id)
        .where(which)
        .order_by(attempt_result.c.id)
    )
    for number, at, outcome, detail, status, url, retry_at, rule, sent in connection.execute(
        results
    ):
        newest[number] = (Result(outcome, detail, status, url, retry_at, rule, sent), at)
    intended = select(attempt).where(which).order_by(attempt.c.id)
    return tuple(
        Attempt(
            row.id,
            Intention(
                run=row.run_id,
                sender=row.sender_id,
                mechanism=row.mechanism,
                host=row.host,
                message_id=row.message_id,
                rule=row.rule,
                at=row.at,
            ),
            *newest.get(row.id, (None, None)),
        )
        for row in connection.execute(intended)
    )


def doubtful(connection: Connection, account: str) -> tuple[Attempt, ...]:
    """Return the attempts whose intention has no result."""
    concluded = select(attempt_result.c.attempt_id)
    accounts_own = select(sender.c.id).where(sender.c.account == account)
    return attempts(
        connection, attempt.c.sender_id.in_(accounts_own) & attempt.c.id.not_in(concluded)
    )


def intend_move(
    connection: Connection,
    run_number: int,
    origin: MessageRef,
    *,
    key: str,
    message_id: str,
    to: str,
    at: datetime,
) -> int:
    """Write that a message is about to be moved; returns the move's number."""
    added = insert(move).values(
        **where(origin), run_id=run_number, key=key, message_id=message_id, destination=to, at=at
    )
    return connection.execute(added.returning(move.c.id)).scalar_one()


def moved(connection: Connection, number: int, landed: MessageRef | None, at: datetime) -> None:
    """Write that a move happened; where it landed is then a place of the message too."""
    spot = {
        "folder": landed.folder if landed else None,
        "uidvalidity": landed.uidvalidity if landed else None,
        "uid": landed.uid if landed else None,
    }
    added = insert(move_event).values(move_id=number, event=Event.DONE, at=at, **spot)
    connection.execute(added)
    if landed is None:
        return
    found = (
        select(message.c.id)
        .join(move, (move.c.key == message.c.key) & (move.c.account == message.c.account))
        .where(move.c.id == number)
    )
    for moved_message in connection.execute(found).scalars().all():
        row = {**where(landed), "message_id": moved_message, "in_junk": False, "recorded": at}
        connection.execute(insert_new(connection, place), [row])


def unmoved(connection: Connection, number: int, at: datetime) -> None:
    """Write that a move was taken back."""
    connection.execute(insert(move_event).values(move_id=number, event=Event.UNDONE, at=at))


def moves(connection: Connection, run_number: int) -> tuple[Moved, ...]:
    """Return a run's moves, oldest first, and what became of each."""
    events = (
        select(move_event)
        .join(move, move.c.id == move_event.c.move_id)
        .where(move.c.run_id == run_number)
        .order_by(move_event.c.id)
    )
    became: dict[int, list[Event]] = defaultdict(list)
    landed: dict[int, MessageRef] = {}
    origins = {
        row.id: row
        for row in connection.execute(
            select(move).where(move.c.run_id == run_number).order_by(move.c.id)
        )
    }
    for event in connection.execute(events):
        became[event.move_id].append(event.event)
        if event.folder is not None:
            account = origins[event.move_id].account
            landed[event.move_id] = MessageRef(account, event.folder, event.uidvalidity, event.uid)
    return tuple(
        Moved(
            number=number,
            run=run_number,
            message_id=row.message_id,
            key=row.key,
            origin=MessageRef(row.account, row.folder, row.uidvalidity, row.uid),
            destination=row.destination,
            landed=landed.get(number),
            done=Event.DONE in became[number],
            undone=Event.UNDONE in became[number],
        )
        for number, row in origins.items()
    )
