"""What the owner brought in from outside: one row a fact, each once."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, or_, select

from inbox_guard.core.known import Known, Outside
from inbox_guard.ledger import columns
from inbox_guard.ledger.tables import known

_FACT = (known.c.kind, known.c.who, known.c.detail, known.c.happened, known.c.source)


def learn(connection: Connection, account: str | None, facts: Iterable[Known], at: datetime) -> int:
    """Write down the facts that are new for an account (None: for all); returns how many were."""
    held = select(*_FACT).where(known.c.account.is_not_distinct_from(account))
    seen = {_same(Known(*row)) for row in connection.execute(held)}
    fresh = {_same(fact): fact for fact in facts if _same(fact) not in seen}
    if fresh:
        rows = [
            {
                "account": account,
                "kind": fact.kind,
                "who": fact.who,
                "detail": fact.detail,
                "happened": fact.at,
                "source": fact.source,
                "at": at,
            }
            for fact in fresh.values()
        ]
        connection.execute(insert(known), rows)
    return len(fresh)


def outside(connection: Connection, account: str) -> Outside:
    """Return every fact that counts for an account, in the order it was learned."""
    found = (
        select(*_FACT)
        .where(or_(known.c.account == account, known.c.account.is_(None)))
        .order_by(known.c.id)
    )
    return Outside(Known(*row) for row in connection.execute(found))


def _same(fact: Known) -> tuple[object, ...]:
    """What makes two facts one: the file it came from does not."""
    return fact.kind, columns.name(fact.who), columns.name(fact.detail), fact.at
