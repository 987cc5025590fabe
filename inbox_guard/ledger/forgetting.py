"""Forgetting a sender: the one place where rows are taken away, all in one transaction.

What stays is the owner's word under a salted hash, so that it counts again when that sender mails
again; and the cursors, so that its old mail is not read again.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, or_, select

from inbox_guard.core.history import Word
from inbox_guard.core.word import FOLDER, Covered, covered, covers, names_exactly, newest, numbered
from inbox_guard.ledger.owner import bare, digest, identity, salt_of
from inbox_guard.ledger.recall import Reckoning, chunks, numbers, recall
from inbox_guard.ledger.tables import (
    Trait,
    attempt,
    attempt_result,
    dossier,
    exchange,
    forgotten,
    mark,
    message,
    move,
    move_event,
    opened,
    outgoing,
    place,
    sender,
    trace,
    trait,
    verdict,
    word,
)


def forget(connection: Connection, account: str | None, target: str, at: datetime) -> int:
    """Erase the senders (of an account, or of all) that a target covers; returns how many."""
    accounts = [account] if account is not None else _accounts(connection)
    return sum(_forget(connection, one, target, at) for one in accounts)


def _accounts(connection: Connection) -> list[str]:
    return list(connection.execute(select(sender.c.account).distinct()).scalars())


def _forget(connection: Connection, account: str, target: str, at: datetime) -> int:
    meant: list[Covered] = []
    for portion in chunks(numbers(connection, account)):
        for recalled in recall(connection, account, portion, 0, Reckoning(at, "")):
            one = covered(recalled.history)
            if covers(target, one):
                meant.append(one)
                _remember(connection, account, identity(one), newest(recalled.history.words), at)
    _hide_words(connection, account, target, meant, at)
    for some in chunks([one.number for one in meant]):
        _erase(connection, account, some)
    return len(meant)


def _remember(
    connection: Connection, account: str | None, name: str, said: Word | None, at: datetime
) -> None:
    if said is None:
        return
    hashed = digest(salt_of(connection), account, name)
    connection.execute(
        insert(forgotten).values(digest=hashed, answer=said.answer, said=said.at, at=at)
    )


def _hide_words(
    connection: Connection, account: str, target: str, covered: Sequence[Covered], at: datetime
) -> None:
    """Replace the words that spell out a forgotten name by their hashes."""
    found = select(word).where(or_(word.c.account == account, word.c.account.is_(None)))
    for row in connection.execute(found.order_by(word.c.id)).all():
        spelt_out = bare(row.target) == bare(target) or any(
            names_exactly(row.target, one) for one in covered
        )
        if not spelt_out or not covered or _is_pattern(row.target):
            continue
        if not _is_number(row.target):
            said = Word(row.answer, row.target, row.at)
            _remember(connection, row.account, bare(row.target), said, at)
        connection.execute(delete(word).where(word.c.id == row.id))


def _is_pattern(target: str) -> bool:
    """Whether a word names nobody in particular; it could not be recognised by a hash either."""
    wanted = bare(target)
    return wanted.startswith(FOLDER) or any(character in wanted for character in "*?[")


def _is_number(target: str) -> bool:
    """Whether a word names a sender by its number, which dies with it."""
    return numbered(bare(target)) is not None


def _erase(connection: Connection, account: str, gone: Sequence[int]) -> None:
    theirs = message.c.sender_id.in_(gone)
    _erase_traces(connection, account, gone)
    moved = select(move.c.id).where(
        move.c.account == account, move.c.key.in_(select(message.c.key).where(theirs))
    )
    moves = list(connection.execute(moved).scalars())
    tried = select(attempt.c.id).where(attempt.c.sender_id.in_(gone))
    for statement in (
        delete(move_event).where(move_event.c.move_id.in_(moves)),
        delete(move).where(move.c.id.in_(moves)),
        delete(opened).where(opened.c.message_id.in_(select(message.c.id).where(theirs))),
        delete(place).where(place.c.message_id.in_(select(message.c.id).where(theirs))),
        delete(outgoing).where(outgoing.c.attempt_id.in_(tried)),
        delete(exchange).where(exchange.c.attempt_id.in_(tried)),
        delete(attempt_result).where(attempt_result.c.attempt_id.in_(tried)),
        delete(attempt).where(attempt.c.sender_id.in_(gone)),
        delete(verdict).where(verdict.c.sender_id.in_(gone)),
        delete(trait).where(trait.c.sender_id.in_(gone)),
        delete(mark).where(mark.c.sender_id.in_(gone)),
        delete(dossier).where(dossier.c.sender_id.in_(gone)),
        delete(message).where(theirs),
        delete(sender).where(sender.c.id.in_(gone)),
    ):
        connection.execute(statement)


def _erase_traces(connection: Connection, account: str, gone: Sequence[int]) -> None:
    """Erase what only concerns the forgotten: a shop's trace stays while another of its lists does."""
    remaining = and_(sender.c.account == account, sender.c.id.not_in(gone))
    address = select(trait.c.value).where(trait.c.trait == Trait.ADDRESS)
    still_used = address.join(sender, sender.c.id == trait.c.sender_id).where(remaining)
    no_longer_used = address.where(trait.c.sender_id.in_(gone), trait.c.value.not_in(still_used))
    organisations = select(sender.c.organisation).where(sender.c.id.in_(gone))
    still_there = select(sender.c.organisation).where(remaining)
    mails = select(message.c.message_id).where(
        message.c.sender_id.in_(gone), message.c.message_id != ""
    )
    connection.execute(
        delete(trace).where(
            trace.c.account == account,
            or_(
                trace.c.message_id.in_(mails),
                trace.c.address.in_(no_longer_used),
                trace.c.organisation.in_(organisations) & trace.c.organisation.not_in(still_there),
            ),
        )
    )
