"""Whether what a message wants and how its sender hides make a fraud together.

Pure: signs in, an answer out. Wording alone proves nothing: banks lock cards, parcels wait, friends speak of
frauds. Hiding alone proves little: programs are broken, newsletters are badly set up. So points are
given on two sides, `core/data/fraud_signs.tsv`: what it *wants* and how it *hides*; it takes both, or
so much of one that no honest reading is left.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.kind.weights import Seen


def is_fraud(seen: Iterable[Seen]) -> bool:
    """Whether these signs leave no honest reading. Lists, threads of the owner's and the people she knows do."""
    points: dict[str, float] = {"wants": 0.0, "hides": 0.0, "grave": 0.0, "fair": 0.0}
    table = _table()
    told: set[str] = set()
    for sight in seen:
        if sight.sign in _SPOKEN_FOR:
            return False
        if sight.sign in told or sight.sign not in table:
            continue
        told.add(sight.sign)
        for side, value in table[sight.sign].items():
            points[side] += value * sight.share
    wants = points["wants"] + points["grave"]
    hides = points["hides"] - points["fair"]
    if hides >= _HIDES_ALL:
        return True
    if points["grave"] >= _GRAVE_ALONE and not told & _BULK:
        return True
    enough = _BOTH if "authenticated" not in told else _BOTH_PROVEN
    return wants >= _WANTS and hides >= _HIDES and wants + hides >= enough


def hides(seen: Iterable[Seen]) -> bool:
    """Whether anything here hides enough that the words should be read before a message is trusted."""
    table = _table()
    return any(
        table[sight.sign].get("hides", 0.0) * sight.share >= _HIDES
        for sight in seen
        if sight.sign in table
    )


_SPOKEN_FOR = frozenset(
    {"thread-own", "list-post", "list-software", "forum", "network-person", "network-security", "bounce"}
    | {"report", "auto-replied", "application", "daemon-author", "cron"}
)
_BULK = frozenset({"list-unsubscribe", "list-id", "marketing-provider", "bulk-stream"})
_WANTS = 1.5
_HIDES = 1.0
_BOTH = 4.5
_BOTH_PROVEN = 5.5
_GRAVE_ALONE = 6.5
_HIDES_ALL = 6.0


@cache
def _table() -> dict[str, Mapping[str, float]]:
    """Sign → points on each side."""
    return {
        sign: {side: float(value) for side, _, value in (part.partition("=") for part in cell.split())}
        for sign, cell in rows("fraud_signs")
    }
