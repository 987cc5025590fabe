"""A purchase or an account with the same organisation: a relationship, but no opt-in to marketing.

Soft opt-in (Directive 2002/58/EC Art. 13(2)) is a question of law that this witness leaves open: it
says what it saw.
"""

import re
from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, of_kind, tell
from inbox_guard.core.history import Evidence, History, Trace, TraceKind
from inbox_guard.core.vocabulary import Kind

ORDERED = "ordered"
ACCOUNT = "account"


def traces(read: Read) -> tuple[Trace, ...]:
    """Return the trace of an order or an account. Marketing says "your order" too, so it is not heard."""
    if read.kind is Kind.NEWSLETTER:
        return ()
    return (
        *read.trace(TraceKind.ORDER, _ORDER, unless=_TO_COME),
        *read.trace(TraceKind.ACCOUNT, _ACCOUNT),
    )


def testify(history: History) -> Iterator[Evidence]:
    """Yield the newest order and the newest sign of an account."""
    orders = of_kind(history, TraceKind.ORDER)
    accounts = of_kind(history, TraceKind.ACCOUNT)
    if orders:
        says = (
            f"a mail of {day(orders[-1].at)} is about an order or a bill: you seem to be a customer"
        )
        yield tell(ORDERED, says, orders[-1])
    if accounts:
        says = f"a mail of {day(accounts[-1].at)} is about an account you seem to have there"
        yield tell(ACCOUNT, says, accounts[-1])


_ORDER = frozenset({"receipt", "invoice", "order", "shipping", "booking", "appointment"})
_ACCOUNT = frozenset({"account", "reset", "code", "security", "statement", "policy"})
_TO_COME = re.compile(
    r"^.{0,20}\b(?:next|nächsten?|prochaine?|próxim[oa]|prossim[oa]|volgende|następne\w*|nästa|næste|neste"
    r"|seuraava\w*|příští|следующ\w+|sonraki)\b",
    re.IGNORECASE | re.DOTALL,
)
"""An order that is still to come is none: "your next order ships free"."""
