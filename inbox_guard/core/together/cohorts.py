"""Senders that seem to share one source: unrelated, unasked, with one odd thing in common, begun together.

A list that changes hands keeps its mistakes: a misspelt name, an old alias, a provider's account.
When several organisations that have nothing to do with each other begin within one month and all
carry the same such trait, one shared list would explain it. How far chance explains it as well is
estimated by permutation: the traits are dealt anew among the same senders, and counted how often any
trait looks as crowded in time (the smallest p over all traits, so that looking at many is paid for).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from math import comb

from inbox_guard.core.evidence.telling import tell
from inbox_guard.core.history import Evidence
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.together.case import Case
from inbox_guard.core.vocabulary import Standing

COHORT = "cohort"

WINDOW = timedelta(days=30)
FEWEST = 3
"""Organisations: two that share a trait are a coincidence or acquaintances."""
ROUNDS = 400
RARE = 0.02
"""Chance above which nothing is said. Over many mailboxes fewer than one in twenty may hear of a cohort
that is none."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Unrelated senders with one trait, begun within one window. `chance` is at least 1/`ROUNDS`."""

    trait: str
    quote: str
    members: tuple[int, ...]
    organisations: int
    days: int
    chance: float


def seen(cases: Sequence[Case]) -> Iterator[tuple[int, Evidence]]:
    """Yield what is said of each member, of the least likely cohort it belongs to."""
    told: set[int] = set()
    for cohort in cohorts(cases):
        for number in cohort.members:
            if number not in told:
                told.add(number)
                yield number, tell(COHORT, _says(cohort))


def cohorts(cases: Sequence[Case]) -> tuple[Cohort, ...]:
    """Return the cohorts among the unasked senders, the least likely first."""
    people = _one_an_organisation(cases)
    traits = _traits(people, _usual(cases))
    if not traits:
        return ()
    days = sorted(person.day for person in people)
    found = {trait: _densest([people[i].day for i in who], days) for trait, who in traits.items()}
    promising = {trait: crowd for trait, crowd in found.items() if crowd.chance < RARE}
    if not promising:
        return ()
    by_chance = _by_chance(people, tuple(len(who) for who in traits.values()), days)
    made = [
        _cohort(trait, traits[trait], crowd, people, by_chance)
        for trait, crowd in promising.items()
    ]
    rare = [cohort for cohort in made if cohort.chance <= RARE]
    return tuple(sorted(rare, key=lambda one: (one.chance, -one.organisations, one.trait)))


@dataclass(frozen=True, slots=True)
class _Person:
    """One unasked sender of an organisation: its day of first contact and its traits."""

    number: int
    organisation: str
    day: int
    traits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """The most crowded window of some first contacts, and how likely chance makes it by itself."""

    chance: float
    begins: int
    ends: int


_TRAITS = {
    MarkKind.SALUTED: "call you",
    MarkKind.ADDRESSED: "address their mail to",
    MarkKind.PROVIDER_ACCOUNT: "send through the account",
    MarkKind.SLIP: "left the field unfilled",
}


def _one_an_organisation(cases: Sequence[Case]) -> tuple[_Person, ...]:
    """The first unasked sender of each organisation: its other lists are no second witness."""
    firsts: dict[str, _Person] = {}
    for case in sorted(cases, key=lambda case: (case.history.first_seen, case.history.number)):
        history = case.history
        if case.unasked:
            person = _Person(
                history.number,
                history.speaker.organisation,
                history.first_seen.toordinal(),
                _of(case),
            )
            firsts.setdefault(_stem(history.speaker.organisation), person)
    return tuple(firsts.values())


def _stem(organisation: str) -> str:
    """What is left of a domain without its suffix: acme.example and acme.test may be one house."""
    return organisation if "@" in organisation else organisation.partition(".")[0]


def _of(case: Case) -> tuple[tuple[str, str], ...]:
    """A sender's traits: (what they do, the value as it was written first)."""
    told = {(_TRAITS[m.kind], m.value) for m in case.history.marks if m.kind in _TRAITS}
    first = case.history.first
    if first is not None and first.alias:
        told.add(("write to", first.alias))
    return tuple(sorted(told))


def _usual(cases: Sequence[Case]) -> frozenset[tuple[str, str]]:
    """The traits of senders that may write: a name that the owner's own shop uses is no mistake."""
    wanted = (Standing.CONSENTED, Standing.CUSTOMER)
    return frozenset(
        trait for case in cases if case.verdict.standing in wanted for trait in _of(case)
    )


def _traits(
    people: Sequence[_Person], usual: frozenset[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, ...]]:
    """Trait → who has it, where enough have it, and most have it not."""
    who: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, person in enumerate(people):
        for trait in person.traits:
            if trait not in usual:
                who[trait].append(index)
    most = max(FEWEST, len(people) // 2)
    return {
        trait: tuple(having)
        for trait, having in sorted(who.items())
        if FEWEST <= len(having) <= most
    }


def _densest(own: Sequence[int], everybody: Sequence[int]) -> _Crowd:
    """The window in which these began closest together, measured against when everybody began.

    From each first contact on: of the others, each falls into the window with the share of all
    senders that do; the binomial tail says how likely so many are.
    """
    own = sorted(own)
    best = _Crowd(1.0, own[0], own[-1])
    for start, begins in enumerate(own):
        ends = begins + WINDOW.days
        inside = sum(begins <= day <= ends for day in own[start:])
        if inside < FEWEST:
            continue
        share = (_within(everybody, begins, ends) - 1) / max(1, len(everybody) - 1)
        chance = _tail(len(own) - 1, inside - 1, share)
        if chance < best.chance:
            last = max(day for day in own if day <= ends)
            best = _Crowd(chance, begins, last)
    return best


def _within(days: Sequence[int], begins: int, ends: int) -> int:
    return sum(begins <= day <= ends for day in days)


@lru_cache(maxsize=65_536)
def _tail(trials: int, hits: int, share: float) -> float:
    """The chance of at least so many hits (binomial)."""
    return sum(
        comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(hits, trials + 1)
    )


def _by_chance(
    people: Sequence[_Person], sizes: Sequence[int], days: Sequence[int]
) -> tuple[float, ...]:
    """The smallest chance over all traits, for each of `ROUNDS` deals of the traits among the senders."""
    dice = _Dice(len(people) * 1_000_003 + sum(days))
    pool = [person.day for person in people]
    smallest: list[float] = []
    counted = Counter(sizes)
    for _ in range(ROUNDS):
        chances = [
            _densest(dice.some(pool, size), days).chance
            for size, times in counted.items()
            for _ in range(times)
        ]
        smallest.append(min(chances))
    return tuple(sorted(smallest))


def _cohort(
    trait: tuple[str, str],
    having: Sequence[int],
    crowd: _Crowd,
    people: Sequence[_Person],
    by_chance: Sequence[float],
) -> Cohort:
    members = [people[i] for i in having if crowd.begins <= people[i].day <= crowd.ends]
    as_crowded = sum(chance <= crowd.chance for chance in by_chance)
    return Cohort(
        trait=trait[0],
        quote=trait[1],
        members=tuple(person.number for person in members),
        organisations=len(members),
        days=crowd.ends - crowd.begins,
        chance=max(as_crowded, 1) / ROUNDS,
    )


def _says(cohort: Cohort) -> str:
    within = "on one day" if not cohort.days else f"within {cohort.days + 1} days"
    chance = round(1 / cohort.chance)
    return (
        f"one of {cohort.organisations} unrelated senders that all {cohort.trait}"
        f" “{cohort.quote}” and began {within}: consistent with one shared list"
        f" (by chance about 1 in {chance} or less)"
    )


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
