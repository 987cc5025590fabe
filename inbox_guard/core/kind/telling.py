"""The signs of a kind in words, as evidence: what was seen, how heavy it is for this kind, and the quote."""

from collections.abc import Sequence

from inbox_guard.core.history import Evidence
from inbox_guard.core.kind import fitted
from inbox_guard.core.kind.fraud import points
from inbox_guard.core.kind.hollow import HOLLOW_ALONE, HOLLOW_TOGETHER
from inbox_guard.core.kind.reads import Reading
from inbox_guard.core.kind.weights import Seen, scale
from inbox_guard.core.vocabulary import Kind

READS = "reads"

_GATE = HOLLOW_ALONE | HOLLOW_TOGETHER
_UNLIKE = "its words are more like those of other mail"
_SMALLEST = 0.05
"""A weight below this would be told as 0.0: it decided nothing."""


def evidence(
    seen: Sequence[Seen], kind: Kind, message_id: str, reading: Reading | None
) -> tuple[Evidence, ...]:
    """Return the signs that speak for or against a kind, heaviest first, each once.

    The weights are those that decided: the fitted ones where the words were read. What the risk gate
    asks for is told however little it weighs: the gate has nothing else to see it by.
    """
    told: dict[str, Evidence] = {}
    for sight in seen:
        weight = _weight(sight, kind, read=reading is not None)
        heavy = abs(weight) >= _SMALLEST or sight.sign in _GATE
        if heavy and sight.sign not in told:
            says = scale().signs[sight.sign].says
            told[sight.sign] = _told(sight.sign, says, weight, sight.quote, message_id)
    if reading is not None:
        weight = fitted.weight_of(reading, kind)
        says = f"its words are like those of {kind.value} mail" if weight > 0 else _UNLIKE
        told[READS] = _told(READS, says, weight, ", ".join(reading.words), message_id)
    return tuple(sorted(told.values(), key=lambda one: -abs(one.weight)))


def _weight(sight: Seen, kind: Kind, *, read: bool) -> float:
    by_hand = scale().signs[sight.sign].weight(kind)
    weight = (fitted.weight(sight.sign, kind) or by_hand) if read else by_hand
    if kind is Kind.SPAM:
        return max(weight, points(sight.sign), key=abs) * sight.share
    return weight * sight.share


def _told(sign: str, says: str, weight: float, quote: str, message_id: str) -> Evidence:
    return Evidence(sign, says, round(weight, 2), quote[:160], message_id)
