"""What only shows when senders are set beside each other: colleagues, one hand, same texts, one shared list.

Each small module sees one thing and says it as evidence about single senders. None of it changes a
standing: it tells where mail may come from, and is worded as no more than that.
"""

from collections import defaultdict
from collections.abc import Sequence

from inbox_guard.core.history import Evidence
from inbox_guard.core.together import aliases, cohorts, colleagues, kin, lookalikes
from inbox_guard.core.together.case import Case

__all__ = ["Case", "together"]


def together(cases: Sequence[Case]) -> defaultdict[int, tuple[Evidence, ...]]:
    """Return what the senders of one account say about each other, by the sender's number.

    Deterministic: the same cases, in whatever order, give the same evidence.
    """
    found: defaultdict[int, tuple[Evidence, ...]] = defaultdict(tuple)
    ordered = sorted(cases, key=lambda case: case.history.number)
    for see in _SEERS:
        for number, evidence in see(ordered):
            found[number] += (evidence,)
    return found


_SEERS = (cohorts.seen, colleagues.seen, kin.seen, lookalikes.seen, aliases.seen)
