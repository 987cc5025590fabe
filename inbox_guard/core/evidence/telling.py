"""How a witness tells what it saw: a plain sentence, a date, a weight from `core/data/witnesses.tsv`."""

from datetime import date
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.history import Evidence, History, Trace, TraceKind
from inbox_guard.core.mark import Mark, MarkKind


def tell(witness: str, says: str, seen: Trace | Mark | None = None) -> Evidence:
    """Make the evidence of a witness; its quote and message are those of what was seen."""
    quote, message_id = (seen.quote, seen.message_id) if seen else ("", "")
    return Evidence(witness, says, _weights()[witness], quote, message_id)


def of_kind(history: History, *kinds: TraceKind) -> tuple[Trace, ...]:
    """The traces of these kinds, oldest first."""
    return tuple(
        sorted((trace for trace in history.traces if trace.kind in kinds), key=lambda t: t.at)
    )


def marked(history: History, *kinds: MarkKind) -> tuple[Mark, ...]:
    """The marks of these kinds, oldest first."""
    return tuple(sorted((mark for mark in history.marks if mark.kind in kinds), key=lambda m: m.at))


def day(at: date) -> str:
    """A date as people write it, whatever the locale: ``3 May 2023``."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def span(days: int) -> str:
    """A stretch of days in words: ``31 months``, ``6 weeks``, ``1 day``."""
    for unit, length in (("month", 30.44), ("week", 7)):
        count = int(days / length)
        if count >= _WORTH_SAYING:
            return f"{count} {unit}s"
    return f"{days} day{'' if days == 1 else 's'}"


_WORTH_SAYING = 2
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@cache
def _weights() -> dict[str, float]:
    return {witness: float(weight) for witness, weight in rows("witnesses")}
