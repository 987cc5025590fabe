"""When a message arrived, read from what the owner's own server wrote into it.

Pure. RFC 5322 §3.6.7 (trace fields), §3.3 (date-time).
"""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def received(raw: bytes) -> datetime | None:
    """The date of the topmost Received field, in UTC: the last server that touched it is the owner's."""
    match = _RECEIVED.search(_header(raw))
    return moment(match[1].rpartition(b";")[2]) if match else None


def claimed(raw: bytes) -> datetime | None:
    """The Date field, in UTC: the sender's word only."""
    match = _DATE.search(_header(raw))
    return moment(match[1]) if match else None


def moment(text: bytes) -> datetime | None:
    """Read a date as mail and mbox lines write it; without a zone it is UTC. None when it is none."""
    words = " ".join(text[:200].decode("latin-1").split())
    try:
        there = parsedate_to_datetime(words)
        return (there if there.tzinfo else there.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_RECEIVED = re.compile(rb"^received[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)
_DATE = re.compile(rb"^date[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")


def _header(raw: bytes) -> bytes:
    end = _BLANK.search(raw)
    return raw[: end.start()] if end else raw
