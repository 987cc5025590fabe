"""Moments out of Date fields.

Pure and total. RFC 5322 §3.3 and §4.3 (obsolete zones); anything else a mailer writes is left to
`email.utils`, which raises in many ways.
"""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime


def moment(date_field: str) -> datetime | None:
    """Return the UTC moment of a Date field; None when it is unreadable or outside 1970 to 2100.

    A date without a zone, or with ``-0000``, is taken as UTC.
    """
    usual = _USUAL.match(date_field)
    try:
        if usual is None:
            return _unusual(date_field[:_LONGEST])
        day, month, year, hour, minute, second, sign, hours, minutes = usual.groups()
        at = datetime(
            int(year),
            _MONTHS[month.lower()],
            int(day),
            int(hour),
            int(minute),
            min(int(second or 0), 59),  # RFC 5322 §3.3 allows a leap second, datetime does not
            tzinfo=UTC,
        )
        east = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        return _believable(at + east if sign == "-" else at - east)
    except (KeyError, ValueError, OverflowError):
        return None


_LONGEST = 128
_ASIDE = re.compile(r"\([^()]*+\)")
_AROUND_COLON = re.compile(r"\s*:\s*")
_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6} | {
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_USUAL = re.compile(
    r"\s{0,9}(?:[A-Za-z]{3},?\s{1,9})?(\d{1,2})\s{1,9}([A-Za-z]{3})\s{1,9}(\d{4})\s{1,9}"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,9}(?:([+-])(\d{2})(\d{2})|GMT|UTC|UT|Z)(?!\w)",
    re.ASCII,
)


def _unusual(date_field: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(_AROUND_COLON.sub(":", _ASIDE.sub(" ", date_field)))
        return _believable(at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _believable(at: datetime) -> datetime | None:
    return at if 1970 <= at.year <= 2100 else None
