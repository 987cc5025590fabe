"""How a fact becomes a column: moments, words of the house, free text, names, evidence.

The same on both databases. Text from strangers is mended here and nowhere else: PostgreSQL stores
neither NUL nor a lone surrogate, and its indices take no key beyond 2,704 octets
(https://www.postgresql.org/docs/15/btree-implementation.html).
"""

import hashlib
import json
import re
import zlib
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary, Text, TypeDecorator

from inbox_guard.core.history import Evidence
from inbox_guard.core.vocabulary import Mechanism

LONGEST_NAME = 500
"""Octets of a text that stands in an index; a unique key holds at most four of them."""

Row = dict[str, object]
"""The values of one row by column, as an executemany takes them; never leaves this room."""

NUMBER = BigInteger().with_variant(Integer, "sqlite")  # only INTEGER is SQLite's own row number

W = TypeVar("W", bound=StrEnum)


def plain(text: str) -> str:
    """Return `text` with NUL and lone surrogates replaced by U+FFFD."""
    if "\0" not in text and text.isascii():
        return text
    return _UNSTORABLE.sub("\ufffd", text)


def name(text: str) -> str:
    """Return `text` as it may stand in an index: plain and short.

    Beyond `LONGEST_NAME` octets its tail is a digest: two long names stay two, and asking by the
    long form finds the short one.
    """
    text = plain(text)
    if len(text) <= _SURELY_SHORT:
        return text
    octets = text.encode()
    if len(octets) <= LONGEST_NAME:
        return text
    head = octets[: LONGEST_NAME - 65].decode(errors="ignore")
    return f"{head}#{hashlib.sha256(octets).hexdigest()}"


class Plain(TypeDecorator[str]):
    """Free text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Mend what a database would refuse."""
        return None if value is None else plain(value)


class Name(TypeDecorator[str]):
    """Text that is looked up: addresses, Message-IDs, folders, keys."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Mend and shorten, on the way in and in every comparison."""
        return None if value is None else name(value)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as microseconds since 1970 UTC: it sorts and compares as a number."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Raises ValueError for a moment that does not say where on earth it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment in the ledger needs a time zone")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Always in UTC."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


class Packed(TypeDecorator[bytes]):
    """Octets, compressed on disk: a mail is mostly text."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Compress."""
        return None if value is None else zlib.compress(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Back to what was written, octet by octet."""
        return None if value is None else zlib.decompress(value)


class Choice(TypeDecorator[W], Generic[W]):
    """One of the words of the house (`core.vocabulary`)."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[W]) -> None:
        """`words` is the closed list."""
        super().__init__()
        self.words = words

    def process_bind_param(self, value: W | None, dialect: Dialect) -> str | None:
        """The bare word: psycopg would send an enum by its Python name."""
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> W | None:
        """Back to the enum."""
        return None if value is None else self.words(value)


class Mechanisms(TypeDecorator[tuple[Mechanism, ...]]):
    """The ways out that a message offers, first to last, separated by blanks."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[Mechanism, ...] | None, dialect: Dialect
    ) -> str | None:
        """Join."""
        return None if value is None else " ".join(word.value for word in value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[Mechanism, ...] | None:
        """Split."""
        return None if value is None else tuple(Mechanism(word) for word in value.split())


class Reasons(TypeDecorator[tuple[Evidence, ...]]):
    """Evidence as JSON text: a list of [kind, says, weight, quote, message_id]."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self, value: tuple[Evidence, ...] | None, dialect: Dialect
    ) -> str | None:
        """Write."""
        return None if value is None else _written(value)

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> tuple[Evidence, ...] | None:
        """Read."""
        return None if value is None else _reasons(value)


def kept(reasons: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the reasons as they will be read back: for comparing new ones with recorded ones."""
    return _reasons(_written(reasons))


_SURELY_SHORT = LONGEST_NAME // 4  # no character takes more than four octets
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def _written(reasons: tuple[Evidence, ...]) -> str:
    if not reasons:
        return "[]"
    text = _to_json([(r.kind, r.says, r.weight, r.quote, r.message_id) for r in reasons])
    if text.isascii() and "\\u0000" not in text:
        return text
    return _to_json(
        [
            (plain(r.kind), plain(r.says), r.weight, plain(r.quote), plain(r.message_id))
            for r in reasons
        ]
    )


def _reasons(written: str) -> tuple[Evidence, ...]:
    if written == "[]":
        return ()
    return tuple(Evidence(*row) for row in json.loads(written))
