"""Reads FETCH replies: imaplib's pieces in, one `Row` a message out.

Own reader, because IMAPClient's character-by-character parser takes two thirds of a header scan.
RFC 9051 §7.5.2. Takes replies in any order of items; what it does not understand gives no row, and
`mail.inbox` asks again for what is missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

Piece = bytes | tuple[bytes, bytes]
"""imaplib's idea of a reply: each literal as (text up to ``{n}``, octets), then the rest of the line."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one FETCH reply tells. `arrived` is in UTC, None when absent or unreadable; so is `raw`."""

    uid: int
    arrived: datetime | None
    size: int | None
    raw: bytes | None


def rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """Yield the replies that say which message they are about; one without UID may be about any."""
    if len(pieces) == 2 and isinstance(pieces[0], tuple) and pieces[1] == b")":
        usual = _USUAL.fullmatch(pieces[0][0])
        if usual is not None:
            uid, date, size = usual.groups()
            yield Row(int(uid), internal_date(date.decode("latin-1")), int(size), pieces[0][1])
            return
    texts: list[bytes] = []
    literals: list[bytes] = []
    for piece in pieces:
        if isinstance(piece, tuple):
            texts.append(piece[0])
            literals.append(piece[1])
            continue
        texts.append(piece)
        row = _row(b"".join(texts), literals)
        if row is not None:
            yield row
        texts, literals = [], []


def internal_date(text: str) -> datetime | None:
    """Read ``17-Jul-1996 02:44:25 -0700`` (RFC 9051 §9, date-time) as UTC; None when it is not one."""
    match = _DATE.fullmatch(text.strip())
    if match is None or match["month"].lower() not in _MONTHS:
        return None
    sign = -1 if match["sign"] == "-" else 1
    offset = sign * timedelta(hours=int(match["zh"]), minutes=int(match["zm"]))
    try:
        there = datetime(
            int(match["year"]),
            _MONTHS.index(match["month"].lower()) + 1,
            int(match["day"]),
            int(match["h"]),
            int(match["m"]),
            min(int(match["s"]), 59),  # a leap second is not worth an error
            tzinfo=timezone(offset),
        )
        return there.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _row(text: bytes, literals: Sequence[bytes]) -> Row | None:
    start = _START.match(text)
    if start is None:
        return None
    uid: int | None = None
    arrived: datetime | None = None
    size: int | None = None
    raw: bytes | None = None
    waiting = iter(literals)
    position = start.end()
    while (item := _ITEM.match(text, position)) is not None:
        position = item.end()
        name = item["name"].upper()
        value = next(waiting, None) if item["literal"] is not None else item["quoted"]
        if name == b"UID" and item["number"]:
            uid = int(item["number"])
        elif name == b"RFC822.SIZE" and item["number"]:
            size = int(item["number"])
        elif name == b"INTERNALDATE" and value is not None:
            arrived = internal_date(value.decode("latin-1"))
        elif name.startswith(b"BODY["):
            raw = value if value is not None else b""
    if uid is None or _END.match(text, position) is None:
        return None
    return Row(uid, arrived, size, raw)


# What nearly every server answers to our question: a short cut, not another meaning.
_USUAL = re.compile(
    rb"\d{1,10} \(UID (\d{1,20}) INTERNALDATE \"([^\"\r\n]*)\" RFC822\.SIZE (\d{1,20}) "
    rb"BODY\[(?:HEADER)?\](?:<0>)? \{\d{1,12}\}"
)
_START = re.compile(rb"\d{1,10} \(")
_ITEM = re.compile(
    rb"""\ *(?P<name>[A-Za-z][A-Za-z0-9.\-]*(?:\[[^\]]{0,200}\])?(?:<\d{1,10}>)?)\ +
    (?:\{(?P<literal>\d{1,12})\}
    |"(?P<quoted>(?:[^"\\\r\n]|\\.)*)"
    |(?P<number>\d{1,20})
    |(?P<list>\([^()]*\))
    |(?P<nil>NIL))""",
    re.VERBOSE | re.IGNORECASE,
)
_END = re.compile(rb" *\) *$")
_DATE = re.compile(
    r"(?P<day>\d{1,2})-(?P<month>[A-Za-z]{3})-(?P<year>\d{4}) "
    r"(?P<h>\d\d):(?P<m>\d\d):(?P<s>\d\d) (?P<sign>[+-])(?P<zh>\d\d)(?P<zm>\d\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
