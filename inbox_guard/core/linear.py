"""A fitted table that tells texts apart: a weight per class for every feature, and their sum.

Pure. Multinomial logistic regression, fitted elsewhere (`benchmarks/fit.py`, `benchmarks/fit_phrases.py`); here
it is only added up. A table names its classes in the row ``@kind``, their bias in ``@bias``; weights are
hundredths. Rows are read when they are asked for: a text has a few hundred features, a table a hundred thousand.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, fsum, sqrt

from inbox_guard.core.data import keyed

Weights = Mapping[str, tuple[float, ...]]


class Linear:
    """One table of `core/data`."""

    def __init__(self, name: str) -> None:
        rows = keyed(name)
        self.classes = tuple(rows.pop("@kind").split("\t"))
        self._bias = _numbers(rows.pop("@bias"))
        self._rows = rows

    def known(self, features: Iterable[str]) -> dict[str, tuple[float, ...]]:
        """Return the weights of the features that the table has."""
        written = ((feature, self._rows.get(feature)) for feature in features)
        return {feature: _numbers(row) for feature, row in written if row is not None}

    def shares(self, known: Weights) -> dict[str, float]:
        """Return how likely each class is by these weights; they add up to 1. Long texts weigh as short ones."""
        length = sqrt(max(1, len(known)))
        # fsum: features come from a set, and a sum must not hang on its order.
        added = [fsum(column) / length for column in zip(*known.values(), strict=True)]
        nothing = [0.0] * len(self._bias)
        sums = [one + more for one, more in zip(self._bias, added or nothing, strict=True)]
        most = max(sums)
        powers = [exp(score - most) for score in sums]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}


@cache
def linear(name: str) -> Linear:
    """Return a table, read once."""
    return Linear(name)


def _numbers(row: str) -> tuple[float, ...]:
    return tuple(int(cell) / 100 for cell in row.split("\t"))
