"""Opt-in mail: a request to confirm a subscription, or a welcome to one, from the same organisation.

Before or around the first mail it speaks for consent. A "welcome" that arrives when marketing has
long begun proves little: the sender wrote it, not the owner.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.subscription import asks_to_confirm, asks_to_leave, has_just_begun
from inbox_guard.core.evidence.telling import day, of_kind, tell
from inbox_guard.core.history import Evidence, History, Trace, TraceKind

CONFIRMED = "confirmed"
WELCOMED = "welcomed"
WELCOMED_LATER = "welcomed-later"

AROUND = timedelta(days=3)
"""A welcome may come this long after the first mail: queues and moderators take their time."""


def traces(read: Read) -> tuple[Trace, ...]:
    """Return the traces of a confirmation request or a welcome; to confirm an end begins nothing."""
    requested = () if read.trace_where(TraceKind.CONFIRMATION, asks_to_leave) else _requested(read)
    return (
        requested
        or read.trace(TraceKind.WELCOME, {"welcome"}, unless=_EDITION)
        or read.trace_where(TraceKind.WELCOME, has_just_begun)
    )


def _requested(read: Read) -> tuple[Trace, ...]:
    return read.trace(TraceKind.CONFIRMATION, {"opt-in"}) or read.trace_where(
        TraceKind.CONFIRMATION, asks_to_confirm
    )


def testify(history: History) -> Iterator[Evidence]:
    """Yield the earliest welcome and the earliest request to confirm; later ones as the weak signs they are."""
    limit = history.first_seen + AROUND
    welcomes = of_kind(history, TraceKind.WELCOME)
    requests = of_kind(history, TraceKind.CONFIRMATION)
    told = False
    if welcomes and welcomes[0].at <= limit:
        told = True
        yield tell(WELCOMED, f"they welcomed you on {day(welcomes[0].at)}", welcomes[0])
    if requests and requests[0].at <= limit:
        told = True
        says = f"they asked you on {day(requests[0].at)} to confirm a subscription"
        yield tell(CONFIRMED, says, requests[0])
    late = sorted((*welcomes, *requests), key=lambda trace: trace.at)
    if late and not told:
        says = (
            f"a mail of {day(late[0].at)} speaks of a subscription,"
            f" but their mail had begun on {day(history.first_seen)}"
        )
        yield tell(WELCOMED_LATER, says, late[0])


_EDITION = re.compile(
    r"\b(?:issues?|editions?|\w{0,20}ausgabe|numéro|número|numero|nummer|edición|edição|edizione|editie"
    r"|wydani\w|utgåva|utgave|udgave|číslo|выпуск\w?|sayı\w*|week|month|season)\b",
    re.IGNORECASE,
)
"""Beside these a welcome greets a reader: "welcome to our spring issue" begins nothing."""


def after(history: History, moment: Trace) -> Trace | None:
    """Return the first opt-in after a moment: the owner may have come back."""
    return next(
        (
            trace
            for trace in of_kind(history, TraceKind.WELCOME, TraceKind.CONFIRMATION)
            if trace.at > moment.at
        ),
        None,
    )
