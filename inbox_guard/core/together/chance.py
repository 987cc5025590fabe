"""How far chance explains that some first contacts lie close together.

Pure and deterministic: days in, chances out; the same mailbox gives the same estimate.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from math import comb

WINDOW = timedelta(days=30)
FEWEST = 3
"""Organisations: two that share a trait are a coincidence or acquaintances."""
ROUNDS = 400


@dataclass(frozen=True, slots=True)
class Crowd:
    """The most crowded window of some first contacts, and how likely chance makes it by itself."""

    chance: float
    begins: int
    ends: int


def densest(own: Sequence[int], everybody: Sequence[int]) -> Crowd:
    """The window in which these began closest together, measured against when everybody began.

    From each first contact on: of the others, each falls into the window with the share of all
    senders that do; the binomial tail says how likely so many are.
    """
    own = sorted(own)
    best = Crowd(1.0, own[0], own[-1])
    for start, begins in enumerate(own):
        ends = begins + WINDOW.days
        inside = sum(begins <= day <= ends for day in own[start:])
        if inside < FEWEST:
            continue
        share = (_within(everybody, begins, ends) - 1) / max(1, len(everybody) - 1)
        chance = _tail(len(own) - 1, inside - 1, share)
        if chance < best.chance:
            last = max(day for day in own if day <= ends)
            best = Crowd(chance, begins, last)
    return best


def _within(days: Sequence[int], begins: int, ends: int) -> int:
    return sum(begins <= day <= ends for day in days)


@lru_cache(maxsize=65_536)
def _tail(trials: int, hits: int, share: float) -> float:
    """The chance of at least so many hits (binomial)."""
    return sum(
        comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(hits, trials + 1)
    )


def by_chance(sizes: Sequence[int], pool: Sequence[int], days: Sequence[int]) -> tuple[float, ...]:
    """The smallest chance over all traits, for each of `ROUNDS` deals of the traits among the senders.

    `sizes` says how many have each trait, `pool` the day of every sender, `days` the same days in order.
    """
    dice = _Dice(len(pool) * 1_000_003 + sum(days))
    smallest: list[float] = []
    counted = Counter(sizes)
    for _ in range(ROUNDS):
        chances = [
            densest(dice.some(pool, size), days).chance
            for size, times in counted.items()
            for _ in range(times)
        ]
        smallest.append(min(chances))
    return tuple(sorted(smallest))


def share_as_crowded(crowd: Crowd, by_chance: Sequence[float]) -> float:
    """How many of the deals hold a crowd as unlikely, as a share; at least 1/`ROUNDS`."""
    return max(sum(chance <= crowd.chance for chance in by_chance), 1) / ROUNDS


class _Dice:
    """A small generator with a seed (xorshift, Marsaglia 2003): the same mailbox, the same estimate."""

    def __init__(self, seed: int) -> None:
        self._state = (seed ^ 0x9E3779B97F4A7C15) & _MASK or 1

    def some(self, pool: Sequence[int], size: int) -> list[int]:
        """Return so many of the pool, none twice, in random order."""
        cards = list(pool)
        for at in range(size):
            other = at + self._next() % (len(cards) - at)
            cards[at], cards[other] = cards[other], cards[at]
        return cards[:size]

    def _next(self) -> int:
        state = self._state
        state ^= (state << 13) & _MASK
        state ^= state >> 7
        state ^= (state << 17) & _MASK
        self._state = state
        return state


_MASK = (1 << 64) - 1
