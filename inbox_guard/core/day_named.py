"""Days and months as people name them in a sentence: ``3 March 2024``, ``12.05.2023``, ``2024年3月3日``.

Pure, total, linear. Month names by `core/data/months.tsv`. Where a date can be read two ways
(03/04/2024) only its year is taken: a reader that guesses would accuse the wrong people.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from inbox_guard.core.data import rows


@dataclass(frozen=True, slots=True)
class Named:
    """A day, a month or a year: its first and its last day, and where it stands in the text."""

    first: date
    last: date
    at: int

    @property
    def exact(self) -> bool:
        """Whether a single day is named."""
        return self.first == self.last

    def __str__(self) -> str:
        """As ISO 8601 writes it, no finer than it was said: ``2024-03-03``, ``2024-03``, ``2024``."""
        if self.exact:
            return self.first.isoformat()
        one_month = self.first.month == self.last.month
        return f"{self.first:%Y-%m}" if one_month else f"{self.first:%Y}"


def named(text: str, *, day_first: bool = False) -> tuple[Named, ...]:
    """Return the days, else the months, that a text names, in its order; 4,000 characters are read.

    `day_first`: 03/04 is the 3rd of April, as everywhere but in English.
    """
    text = text[:_LONGEST]
    found = [*_in_figures(text, day_first), *_in_words(text)]
    days = sorted(found, key=lambda one: one.at)
    exact = tuple(one for one in days if one.exact)
    return exact or tuple(days)


def parsed(written: str) -> Named | None:
    """Return what `str` of a `Named` wrote; None when it is nothing of the kind."""
    parts = written.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) > 3:
        return None
    year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
    return _span(year, month, day, 0)


_LONGEST = 4_000
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])\s?(\d{1,2})\2\s?((?:19|20)\d\d)(?!\d)")
_EAST_ASIAN = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|º|ª|°|er|st|nd|rd|th|e)?\s(?:de\s|of\s|di\s)?([^\W\d_]{3,12})\.?,?\s"
    r"(?:de\s|del\s)?((?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?<!\w)([^\W\d_]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)"
)
_MONTH_ALONE = re.compile(r"(?<!\w)([^\W\d_]{3,12})\.?,?\s(?:de\s|del\s)?((?:19|20)\d\d)(?!\d)")


def _in_figures(text: str, day_first: bool) -> Iterator[Named]:
    for found in _YEAR_FIRST.finditer(text):
        yield from _maybe(found[1], found[3], found[4], found.start())
    for found in _EAST_ASIAN.finditer(text):
        yield from _maybe(found[1], found[2], found[3] or "0", found.start())
    for found in _YEAR_LAST.finditer(text):
        first, second = int(found[1]), int(found[3])
        if day_first or found[2] == "." or first > 12 or first == second:
            yield from _maybe(found[4], found[3], found[1], found.start())
        elif second > 12:
            yield from _maybe(found[4], found[1], found[3], found.start())
        else:
            yield from _maybe(found[4], "0", "0", found.start())


def _in_words(text: str) -> Iterator[Named]:
    for found in _DAY_FIRST.finditer(text):
        yield from _maybe(found[3], _month(found[2]), found[1], found.start())
    for found in _MONTH_FIRST.finditer(text):
        yield from _maybe(found[3], _month(found[1]), found[2], found.start())
    for found in _MONTH_ALONE.finditer(text):
        month = _month(found[1])
        if month != "0":
            yield from _maybe(found[2], month, "0", found.start())


def _month(word: str) -> str:
    return str(_months().get(word.lower(), 0))


def _maybe(year: str, month: str, day: str, at: int) -> Iterator[Named]:
    if day != "0" and month == "0":
        return  # a number before a word that is no month
    span = _span(int(year), int(month), int(day), at)
    if span:
        yield span


def _span(year: int, month: int, day: int, at: int) -> Named | None:
    try:
        first = date(year, month or 1, day or 1)
        if day:
            return Named(first, first, at)
        if not month:
            return Named(first, date(year, 12, 31), at)
        after = date(year + month // 12, month % 12 + 1, 1)
        return Named(first, after - timedelta(days=1), at)
    except (ValueError, OverflowError):
        return None


@cache
def _months() -> dict[str, int]:
    return {
        form: number
        for _, *cells in rows("months")
        for number, cell in enumerate(cells, 1)
        for form in cell.split()
    }
