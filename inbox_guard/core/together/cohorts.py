"""Senders that seem to share one source: unrelated, unasked, with one odd thing in common, begun together.

A list that changes hands keeps its mistakes: a misspelt name, an old alias, a provider's account.
When several organisations that have nothing to do with each other begin within one month and all
carry the same such trait, one shared list would explain it. How far chance explains it as well is
estimated by permutation: the traits are dealt anew among the same senders, and counted how often any
trait looks as crowded in time (the smallest p over all traits, so that looking at many is paid for).

A sender whose kind is unsure (`Case.doubtful`) counts for none of this. Where a cohort stands without it, and
it has the same trait and began in the same window, it is named with the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inbox_guard.core.evidence.telling import tell
from inbox_guard.core.history import Evidence
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.together.case import Case
from inbox_guard.core.together.chance import (
    FEWEST,
    WINDOW,
    Crowd,
    by_chance,
    densest,
    share_as_crowded,
)
from inbox_guard.core.vocabulary import Standing

COHORT = "cohort"

RARE = 0.02
"""Chance above which nothing is said. Over many mailboxes fewer than one in twenty may hear of a cohort
that is none."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Unrelated senders with one trait, begun within one window. `chance` is at least 1/`chance.ROUNDS`."""

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
    people = _one_an_organisation([case for case in cases if case.unasked])
    traits = _traits(people, _usual(cases))
    if not traits:
        return ()
    days = sorted(person.day for person in people)
    found = {trait: densest([people[i].day for i in who], days) for trait, who in traits.items()}
    promising = {trait: crowd for trait, crowd in found.items() if crowd.chance < RARE}
    if not promising:
        return ()
    dealt = by_chance([len(who) for who in traits.values()], [one.day for one in people], days)
    beside = _beside(people, cases)
    rare = [
        _cohort(trait, traits[trait], crowd, people, beside, chance)
        for trait, crowd in promising.items()
        if (chance := share_as_crowded(crowd, dealt)) <= RARE
    ]
    return tuple(sorted(rare, key=lambda one: (one.chance, -one.organisations, one.trait)))


@dataclass(frozen=True, slots=True)
class _Person:
    """One sender of an organisation: its day of first contact and its traits."""

    number: int
    organisation: str
    day: int
    traits: tuple[tuple[str, str], ...]


_TRAITS = {
    MarkKind.SALUTED: "call you",
    MarkKind.ADDRESSED: "address their mail to",
    MarkKind.PROVIDER_ACCOUNT: "send through the account",
    MarkKind.SLIP: "left the field unfilled",
}


def _one_an_organisation(cases: Sequence[Case]) -> tuple[_Person, ...]:
    """The first sender of each organisation: its other lists are no second witness."""
    firsts: dict[str, _Person] = {}
    for case in sorted(cases, key=lambda case: (case.history.first_seen, case.history.number)):
        history = case.history
        person = _Person(
            history.number,
            history.speaker.organisation,
            history.first_seen.toordinal(),
            _of(case),
        )
        firsts.setdefault(_stem(history.speaker.organisation), person)
    return tuple(firsts.values())


def _beside(people: Sequence[_Person], cases: Sequence[Case]) -> tuple[_Person, ...]:
    """Senders of other organisations whose kind is unsure, one of each."""
    sure = {_stem(person.organisation) for person in people}
    unsure = _one_an_organisation([case for case in cases if case.doubtful])
    return tuple(person for person in unsure if _stem(person.organisation) not in sure)


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


def _cohort(
    trait: tuple[str, str],
    having: Sequence[int],
    crowd: Crowd,
    people: Sequence[_Person],
    beside: Sequence[_Person],
    chance: float,
) -> Cohort:
    sure = [people[i] for i in having if crowd.begins <= people[i].day <= crowd.ends]
    members = [*sure, *_within_reach(crowd, [one for one in beside if trait in one.traits])]
    days = [person.day for person in members]
    return Cohort(
        trait=trait[0],
        quote=trait[1],
        members=tuple(sorted(person.number for person in members)),
        organisations=len(members),
        days=max(days) - min(days),
        chance=chance,
    )


def _within_reach(crowd: Crowd, unsure: Sequence[_Person]) -> list[_Person]:
    """Those that began in one window with the whole crowd; of several windows, the one that holds most."""

    def inside(begins: int) -> list[_Person]:
        return [one for one in unsure if begins <= one.day <= begins + WINDOW.days]

    earliest = crowd.ends - WINDOW.days
    before = [one.day for one in unsure if earliest <= one.day < crowd.begins]
    return max((inside(begins) for begins in (crowd.begins, *before)), key=len)


def _says(cohort: Cohort) -> str:
    within = "on one day" if not cohort.days else f"within {cohort.days + 1} days"
    chance = round(1 / cohort.chance)
    return (
        f"one of {cohort.organisations} unrelated senders that all {cohort.trait}"
        f" “{cohort.quote}” and began {within}: consistent with one shared list"
        f" (by chance about 1 in {chance} or less)"
    )
