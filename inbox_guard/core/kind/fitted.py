"""What a mail is once its words were read: every sign and what its text reads like, weighed by a fitted table.

Pure. `core/data/fitted.tsv` holds a weight per kind for every sign and for what the text reads like
(`reads`), fitted by ``python -m benchmarks.fit`` (multinomial logistic regression) on messages whose labels we
know. The rules of the house stand above it (`__init__`): a fitted sum proposes, and does not act.
"""

from collections.abc import Callable, Set
from functools import cache
from math import exp, log

from inbox_guard.core.data import rows
from inbox_guard.core.kind.reads import Reading
from inbox_guard.core.vocabulary import Kind

Scores = Callable[[Set[str], Reading | None], dict[Kind, float]]
"""From the names of signs and what a text reads like to the logarithm of each kind's probability."""

READS = "reads:"
_LEAST = 0.0025
"""The smallest share of a reading that is told apart from none."""


def scores(names: Set[str], reading: Reading | None) -> dict[Kind, float]:
    """Return the logarithm of each kind's probability by the fitted table."""
    kinds, bias, table = _table()
    sums = list(bias)
    for name in names:
        for at, weight in enumerate(table.get(name, ())):
            sums[at] += weight
    for feature, value in of_reading(reading):
        for at, weight in enumerate(table.get(feature, ())):
            sums[at] += weight * value
    most = max(sums)
    total = most + log(sum(exp(each - most) for each in sums))
    return {kind: each - total for kind, each in zip(kinds, sums, strict=True)}


def of_reading(reading: Reading | None) -> list[tuple[str, float]]:
    """Return what a text reads like as the table's features: half the logarithm of each share."""
    if reading is None:
        return []
    return [
        (f"{READS}{kind.value}", log(max(share, _LEAST)) / 2)
        for kind, share in reading.shares.items()
    ]


def weight(name: str, kind: Kind) -> float:
    """Return what a sign weighs for a kind, against what it weighs for the others on average."""
    kinds, _, table = _table()
    return table[name][kinds.index(kind)] if name in table and kind in kinds else 0.0


def weight_of(reading: Reading, kind: Kind) -> float:
    """Return what a reading weighs for a kind."""
    return sum(weight(feature, kind) * value for feature, value in of_reading(reading))


_Weights = dict[str, tuple[float, ...]]


@cache
def _table() -> tuple[tuple[Kind, ...], tuple[float, ...], _Weights]:
    """Read the table: its first row names the kinds, its second their bias; in hundredths."""
    head, bias, *signs = rows("fitted")
    return (
        tuple(Kind(name) for name in head[1:]),
        tuple(int(cell) / 100 for cell in bias[1:]),
        {name: tuple(int(cell) / 100 for cell in cells) for name, *cells in signs},
    )
