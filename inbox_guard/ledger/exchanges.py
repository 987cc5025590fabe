"""What was asked and answered in an attempt, row by row; and which hosts asked to be left alone."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, func, insert, or_, select

from inbox_guard.core.exchanged import MAIL, Exchange, PageKind
from inbox_guard.core.outgoing import Connected, Outgoing
from inbox_guard.ledger.tables import attempt, exchange, outgoing, sender


def add(connection: Connection, attempt: int, one: Exchange) -> None:
    """Write an exchange of an attempt."""
    added = insert(exchange).values(
        attempt_id=attempt,
        method=one.method,
        host=one.host,
        answered_by=one.answered_by,
        pressed=one.pressed,
        status=one.status,
        page=one.page,
        says=one.says,
        excerpt=one.excerpt,
        octets=one.octets,
        sha256=one.sha256,
        snapshot=one.snapshot,
        rule=one.rule,
        refused=one.refused,
        busy_until=one.busy_until,
        at=one.at,
    )
    connection.execute(added)


def of_attempt(connection: Connection, attempt: int) -> tuple[Exchange, ...]:
    """Return the exchanges of an attempt, oldest first, without the pages as they came."""
    columns = [column for column in exchange.c if column.name not in {"attempt_id", "snapshot"}]
    found = select(*columns).where(exchange.c.attempt_id == attempt).order_by(exchange.c.id)
    return tuple(
        Exchange(
            method=row.method,
            host=row.host,
            page=row.page,
            says=row.says,
            rule=row.rule,
            at=row.at,
            pressed=row.pressed,
            answered_by=row.answered_by,
            status=row.status,
            excerpt=row.excerpt,
            octets=row.octets,
            sha256=row.sha256,
            refused=row.refused,
            busy_until=row.busy_until,
            number=row.id,
        )
        for row in connection.execute(found)
    )


def snapshot(connection: Connection, number: int) -> bytes:
    """Return the page of an exchange as it came, as far as it is kept; b"" when there is none."""
    found = select(exchange.c.snapshot).where(exchange.c.id == number)
    return connection.execute(found).scalar_one_or_none() or b""


def went(connection: Connection, account: str, one: Outgoing, at: datetime) -> None:
    """Write that a connection was made."""
    connection.execute(
        insert(outgoing).values(
            account=account,
            way=one.way,
            host=one.host,
            port=one.port,
            number=one.number,
            attempt_id=one.attempt or None,
            at=at,
        )
    )


def connections(connection: Connection, account: str, since: datetime) -> Iterator[Connected]:
    """Return the connections of an account since, oldest first, with whom and whose word they were for."""
    found = (
        select(outgoing, sender.c.value.label("sender"), attempt.c.rule)
        .outerjoin(attempt, attempt.c.id == outgoing.c.attempt_id)
        .outerjoin(sender, sender.c.id == attempt.c.sender_id)
        .where(outgoing.c.account == account, outgoing.c.at >= since)
        .order_by(outgoing.c.id)
    )
    for row in connection.execute(found):
        one = Outgoing(row.way, row.host, row.port, row.number, row.attempt_id or 0)
        yield Connected(one, account, row.at, row.sender or "", row.rule or "")


def letters(connection: Connection, since: datetime, to: str) -> int:
    """Return how many letters left since, or may have; with `to` (`core.exchanged.fingerprint`) to one address."""
    left = (exchange.c.method == MAIL) & (exchange.c.at > since) & exchange.c.page.in_(_LEFT)
    asked = select(func.count()).where(left & (exchange.c.sha256 == to) if to else left)
    return connection.execute(asked).scalar_one()


_LEFT = (PageKind.ACCEPTED, PageKind.UNKNOWN)


def busy_until(connection: Connection, host: str, now: datetime) -> datetime | None:
    """Return until when a host, or the one that it leads to, asked to be left alone; None: it may be asked."""
    latest = select(func.max(exchange.c.busy_until)).where(
        exchange.c.busy_until > now, or_(exchange.c.host == host, exchange.c.answered_by == host)
    )
    return connection.execute(latest).scalar_one()
