"""The owner's word: what she said of whom, also of the forgotten, and her standing rules."""

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, or_, select

from inbox_guard.core.history import Word
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import Mode
from inbox_guard.core.word import Covered, covers
from inbox_guard.ledger.columns import plain
from inbox_guard.ledger.tables import forgotten, learned, salt, standing_rule, word


def say(connection: Connection, account: str | None, said: Word) -> None:
    """Write a word down."""
    connection.execute(
        insert(word).values(account=account, answer=said.answer, target=said.target, at=said.at)
    )


def words(connection: Connection, account: str) -> tuple[Word, ...]:
    """Return the words that count for an account, oldest first."""
    found = (
        select(word.c.answer, word.c.target, word.c.at)
        .where(or_(word.c.account == account, word.c.account.is_(None)))
        .order_by(word.c.at, word.c.id)
    )
    return tuple(Word(*row) for row in connection.execute(found))


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything the owner said that counts for one account, in clear or only as a digest."""

    account: str
    words: tuple[Word, ...]
    salt: bytes
    digests: dict[str, tuple[Word, ...]]

    def of(self, sender: Covered) -> tuple[Word, ...]:
        """Return the words that cover a sender, oldest first."""
        found = [said for said in self.words if covers(said.target, sender)]
        if self.digests:
            found.extend(self._remembered(sender))
        return tuple(sorted(found, key=lambda said: said.at))

    def _remembered(self, sender: Covered) -> Iterator[Word]:
        for name in (identity(sender), *_names(sender)):
            for account in (self.account, None):
                for said in self.digests.get(digest(self.salt, account, name), ()):
                    yield Word(said.answer, sender.sender.value, said.at)


def memory(connection: Connection, account: str) -> Memory:
    """Return what the owner said, ready to be asked about many senders."""
    digests: dict[str, tuple[Word, ...]] = {}
    found = select(forgotten.c.digest, forgotten.c.answer, forgotten.c.said).order_by(
        forgotten.c.id
    )
    for row in connection.execute(found):
        digests[row.digest] = (*digests.get(row.digest, ()), Word(row.answer, "", row.said))
    return Memory(account, words(connection, account), salt_of(connection), digests)


def salt_of(connection: Connection) -> bytes:
    """Return the ledger's own salt, drawn when it was made."""
    return bytes.fromhex(connection.execute(select(salt.c.salt).limit(1)).scalar_one())


def digest(key: bytes, account: str | None, name: str) -> str:
    """Return the salted hash that stands for a name: it can be recognised and not read."""
    said = f"{plain(account or '')}\0{plain(name)}"
    return hmac.new(key, said.encode(), hashlib.sha256).hexdigest()


def identity(sender: Covered) -> str:
    """Return the name of exactly this sender."""
    return f"{sender.sender.kind.value}:{sender.sender.value.lower()}"


def bare(target: str) -> str:
    """Return a word's target as `core.word.covers` compares it."""
    return target.strip().lower().removeprefix("<").removesuffix(">").removeprefix("@")


def _names(sender: Covered) -> Iterable[str]:
    """Every exact target by which `core.word.covers` would find a sender."""
    names = dict.fromkeys((sender.sender.value.lower(), *sender.addresses))
    if sender.sender.kind is not SenderKind.PERSON:
        for address in (*sender.addresses, sender.organisation):
            labels = address.rpartition("@")[2].split(".")
            names |= dict.fromkeys(".".join(labels[cut:]) for cut in range(len(labels) - 1))
    return names


def rule(connection: Connection, account: str, mode: Mode, now: datetime) -> datetime:
    """Return since when a mode stands; writes it down when it is not the one that stood."""
    newest = (
        select(standing_rule.c.mode, standing_rule.c.at)
        .where(standing_rule.c.account == account)
        .order_by(standing_rule.c.id.desc())
        .limit(1)
    )
    row = connection.execute(newest).one_or_none()
    stood, since = row or (None, now)
    if stood is mode:
        return since
    connection.execute(insert(standing_rule).values(account=account, mode=mode, at=now))
    return now


def learned_id(connection: Connection, account: str) -> str | None:
    """Return the authserv-id learned last."""
    newest = (
        select(learned.c.authserv_id)
        .where(learned.c.account == account)
        .order_by(learned.c.id.desc())
        .limit(1)
    )
    return connection.execute(newest).scalar()


def learn(connection: Connection, account: str, authserv_id: str, at: datetime) -> None:
    """Write a learned authserv-id down."""
    if learned_id(connection, account) != authserv_id:
        connection.execute(insert(learned).values(account=account, authserv_id=authserv_id, at=at))
