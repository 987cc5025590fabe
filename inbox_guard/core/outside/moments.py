"""Dates as exports write them. Where day and month cannot be told apart there is no date, but for LinkedIn."""

import re
from datetime import UTC, datetime, timedelta


def moment(text: str, *, american: bool = False) -> datetime | None:
    """Return a moment in UTC; None when the text is no date, or 3/5/2024 of an unknown country.

    Reads ISO 8601 with or without time, ``2024-03-05 10:11:12 UTC``, ``05 Mar 2024``, ``5.3.2024``,
    ``3/5/24, 10:11 AM``, and seconds, milliseconds or microseconds since 1970.
    """
    text = text.strip()[:_LONGEST]
    if text.isascii() and text.isdigit() and len(text) >= _STAMP:
        return _stamp(int(text))
    for pattern, order in _PATTERNS:
        found = pattern.match(text)
        if found:
            return _built(found.groupdict(), order, american=american)
    return None


_LONGEST = 64
_STAMP = 9
_TIME = (
    r"(?:[T ,]*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:[.,]\d{1,9})?"
    r" ?(?P<half>[AaPp]\.?[Mm])?(?: ?(?P<sign>[+-])(?P<off>\d\d):?(?P<offm>\d\d))?)?"
)
_PATTERNS = (
    (re.compile(rf"(?P<a>\d{{4}})[-/.](?P<b>\d{{1,2}})[-/.](?P<c>\d{{1,2}}){_TIME}"), "ymd"),
    (
        re.compile(rf"(?P<c>\d{{1,2}})\.? (?P<b>[A-Za-z]{{3}})[a-z]*\.?,? (?P<a>\d{{4}}){_TIME}"),
        "ymd",
    ),
    (re.compile(rf"(?P<b>[A-Za-z]{{3}})[a-z]*\.? (?P<c>\d{{1,2}}),? (?P<a>\d{{4}}){_TIME}"), "ymd"),
    (re.compile(rf"(?P<c>\d{{1,2}})\. ?(?P<b>\d{{1,2}})\. ?(?P<a>\d{{2,4}}){_TIME}"), "ymd"),
    (re.compile(rf"(?P<b>\d{{1,2}})/(?P<c>\d{{1,2}})/(?P<a>\d{{2,4}}){_TIME}"), "slash"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _stamp(number: int) -> datetime | None:
    for unit in (1, 1_000, 1_000_000):
        if number // unit < 2**32:
            return datetime.fromtimestamp(number / unit, UTC)
    return None


def _built(part: dict[str, str | None], order: str, *, american: bool) -> datetime | None:
    year, day = int(part["a"] or 0), int(part["c"] or 0)
    month = _month(part["b"] or "")
    if order == "slash" and not american:
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            return None
    try:
        at = datetime(
            year + 2000 if year < 100 else year,
            month,
            day,
            _hour(part),
            int(part["minute"] or 0),
            int(part["second"] or 0),
            tzinfo=UTC,
        )
        return at - _offset(part)
    except (ValueError, OverflowError):
        return None


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return _MONTHS.index(written.lower()) + 1 if written.lower() in _MONTHS else 0


def _hour(part: dict[str, str | None]) -> int:
    hour, half = int(part["hour"] or 0), (part["half"] or "").lower()
    if half.startswith("p"):
        return hour % 12 + 12
    return hour % 12 if half else hour


def _offset(part: dict[str, str | None]) -> timedelta:
    ahead = timedelta(hours=int(part["off"] or 0), minutes=int(part["offm"] or 0))
    return -ahead if part["sign"] == "-" else ahead
