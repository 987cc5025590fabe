"""Whether what a message wants and how its sender hides make a fraud together.

Pure: signs in, an answer out. Wording alone proves nothing: banks lock cards, parcels wait, friends speak of
frauds. Hiding alone proves little: programs are broken, newsletters are badly set up. So points are
given on two sides, `core/data/fraud_signs.tsv`: what it *wants* and how it *hides*; it takes both, or
so much of one that no honest reading is left.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.kind.weights import Seen


def is_fraud(seen: Iterable[Seen]) -> bool:
    """Whether these signs leave no honest reading. Lists, threads of the owner's and the people she knows do."""
    seen = tuple(seen)
    if _suspicious().isdisjoint([sight.sign for sight in seen]):
        return False
    given: dict[str, float] = {"wants": 0.0, "hides": 0.0, "grave": 0.0, "fair": 0.0}
    table = _table()
    told: set[str] = set()
    proven_machine = False
    for sight in seen:
        if sight.sign in _SPOKEN_FOR:
            return False
        proven_machine |= sight.sign in _MACHINES
        if sight.sign in told or sight.sign not in table:
            continue
        told.add(sight.sign)
        for side, value in table[sight.sign].items():
            given[side] += value * sight.share
    if proven_machine and "refused" not in told:
        return False
    wants = given["wants"] + given["grave"]
    hides = given["hides"] - given["fair"]
    if hides >= _HIDES_ALL or ("extort-many" in told and not told & _BULK):
        return True
    if given["grave"] >= _GRAVE and hides >= _HIDES_A_LITTLE and not told & _BULK:
        return True
    if hides >= _HIDES_MUCH and wants >= _WANTS_A_LITTLE:
        return True
    enough = _BOTH_PROVEN if "authenticated" in told else _BOTH
    return wants >= _WANTS and hides >= _HIDES and wants + hides >= enough


def points(sign: str) -> float:
    """Return what a sign counts towards a fraud, on whichever side; negative where it speaks against."""
    table = _table().get(sign, {})
    return sum(-value if side == "fair" else value for side, value in table.items())


def hides(seen: Iterable[Seen]) -> bool:
    """Whether anything here hides enough that the words should be read before a message is trusted."""
    return any(True for _ in _hidden(seen))


def hides_by_name_only(seen: Iterable[Seen]) -> bool:
    """Whether nothing hides but a domain's name, which may be chance: honest firms are called odd things too."""
    hidden = frozenset(_hidden(seen))
    return bool(hidden) and hidden <= _OF_A_NAME


def _hidden(seen: Iterable[Seen]) -> Iterator[str]:
    hiding = _hiding()
    return (sign for sign, _, share in seen if hiding.get(sign, 0.0) * share >= _READ_ON)


_READ_ON = 1.5
_OF_A_NAME = frozenset({"lure-domain", "random-domain"})
_SPOKEN_FOR = frozenset(
    {"thread-own", "list-post", "list-software", "forum", "network-person", "network-security"}
)
_MACHINES = frozenset(
    {"bounce", "bounce-words", "report", "auto-replied", "application", "daemon-author", "cron"}
)
_BULK = frozenset({"list-unsubscribe", "list-id", "marketing-provider", "bulk-stream"})
_WANTS, _HIDES = 1.5, 1.0
_BOTH, _BOTH_PROVEN = 4.5, 5.0  # a domain that vouches for its mail deserves a little more doubt
_GRAVE, _HIDES_A_LITTLE = 5.0, 0.5
_HIDES_MUCH, _WANTS_A_LITTLE = 4.0, 0.5
_HIDES_ALL = 6.0


@cache
def _suspicious() -> frozenset[str]:
    """The signs that count towards a fraud at all: a message without one is none."""
    return frozenset(sign for sign, sides in _table().items() if sides.keys() - {"fair"})


@cache
def _hiding() -> dict[str, float]:
    """Sign → its points for hiding, of those that have enough."""
    points = {sign: sides.get("hides", 0.0) for sign, sides in _table().items()}
    return {sign: value for sign, value in points.items() if value >= _READ_ON}


@cache
def _table() -> dict[str, Mapping[str, float]]:
    """Sign → points on each side."""
    return {
        sign: {
            side: float(value) for side, _, value in (part.partition("=") for part in cell.split())
        }
        for sign, cell in rows("fraud_signs")
    }
