"""What each sign weighs: the table `core/data/kind_signs.tsv` and the sum over it.

The one place where weights live, so that they can be read, fitted and argued about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from inbox_guard.core.data import rows
from inbox_guard.core.vocabulary import Kind

PROTECTED_FIRST = (
    Kind.TRANSACTIONAL,
    Kind.PERSONAL,
    Kind.DISCUSSION,
    Kind.NOTIFICATION,
    Kind.PLATFORM,
    Kind.SPAM,
    Kind.NEWSLETTER,
    Kind.OUTREACH,
)
"""On a tie the kind that is left alone wins; spam is never contacted, so it protects as well."""


class Seen(NamedTuple):
    """A sign that was seen, the words it was seen in, and the share of its weight that they carry."""

    sign: str
    quote: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sign says to a person and what it weighs for each kind it bears on."""

    says: str
    weights: Mapping[Kind, float]

    def weight(self, kind: Kind) -> float:
        """Its weight for one kind; 0 where it has no bearing."""
        return self.weights.get(kind, 0.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole table: every sign, what messages begin with, and the thresholds."""

    signs: dict[str, Sign]
    prior: Mapping[Kind, float]
    certain: float
    earned: float
    reliant: float
    margin: float
    margin_hers: float
    margin_cold: float
    margin_wordless: float
    margin_terse: float
    margin_proven: float
    margin_warning: float
    margin_hidden: float
    margin_unproven: float
    margin_by_hand: float
    margin_by_hand_terse: float
    margin_by_script: float


@cache
def scale() -> Scale:
    """Return the table, read once. Raises ValueError for a row that is none: a mistake of ours."""
    signs: dict[str, Sign] = {}
    thresholds: dict[str, str] = {}
    for name, says, value in rows("kind_signs"):
        if name.startswith("@"):
            thresholds[name[1:]] = value
        else:
            signs[name] = Sign(says, _weights(value))
    return Scale(
        signs,
        _weights(thresholds["prior"]),
        float(thresholds["certain"]),
        float(thresholds["earned"]),
        float(thresholds["reliant"]),
        float(thresholds["margin"]),
        float(thresholds["margin-hers"]),
        float(thresholds["margin-cold"]),
        float(thresholds["margin-wordless"]),
        float(thresholds["margin-terse"]),
        float(thresholds["margin-proven"]),
        float(thresholds["margin-warning"]),
        float(thresholds["margin-hidden"]),
        float(thresholds["margin-unproven"]),
        float(thresholds["margin-by-hand"]),
        float(thresholds["margin-by-hand-terse"]),
        float(thresholds["margin-by-script"]),
    )


def weigh(seen: Iterable[Seen]) -> dict[Kind, float]:
    """Add up the signs, each counted once (its first sight), on top of the prior."""
    scores = _beginning().copy()
    table = _pairs()
    counted: set[str] = set()
    for sign, _, share in seen:
        if sign not in counted:
            counted.add(sign)
            for kind, weight in table[sign]:
                scores[kind] += weight * share
    return scores


@cache
def _pairs() -> dict[str, tuple[tuple[Kind, float], ...]]:
    """What each sign weighs, ready to be gone through."""
    return {name: tuple(sign.weights.items()) for name, sign in scale().signs.items()}


@cache
def _beginning() -> dict[Kind, float]:
    """What every message begins with, in the order of `PROTECTED_FIRST`."""
    return {kind: scale().prior.get(kind, 0.0) for kind in PROTECTED_FIRST}


def ranked(scores: Mapping[Kind, float]) -> tuple[Kind, float]:
    """Return the heaviest kind, the more protected one on a tie, and its lead over the next."""
    first, most, second = Kind.PERSONAL, float("-inf"), float("-inf")
    for kind in PROTECTED_FIRST:
        score = scores.get(kind)
        if score is None:
            continue
        if score > most + _EQUAL:
            first, most, second = kind, score, most
        elif score > second:
            second = score
    return first, most - max(second, 0.0) if second == float("-inf") else most - second


_EQUAL = 1e-9  # the weights are decimals, their sums are not exact


def _weights(cell: str) -> Mapping[Kind, float]:
    """Read ``newsletter=3 personal=-1``."""
    pairs = (part.split("=") for part in cell.split())
    return {Kind(kind): float(weight) for kind, weight in pairs}
