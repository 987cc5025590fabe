"""Near-identical cold mails from senders that have nothing to do with each other: one text, many names."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from inbox_guard.core.evidence.likeness import DIGITS, shared
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.together.case import Case

LOOKALIKE = "lookalike"

ALIKE = 0.5
"""The share of digit groups from which two texts are called near-identical."""
_CROWDED = 200
"""Fingerprints in one bucket beyond which it tells nothing: a phrase that everybody uses."""


def seen(cases: Sequence[Case]) -> Iterator[tuple[int, Evidence]]:
    """Yield, for each sender, the mail of another organisation that is most like one of its own."""
    prints = [
        (case, mark)
        for case in cases
        for mark in case.history.marks
        if mark.kind is MarkKind.FINGERPRINT
    ]
    buckets: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for index, (_, mark) in enumerate(prints):
        for at in range(0, len(mark.value), DIGITS):
            buckets[at, mark.value[at : at + DIGITS]].append(index)
    told: set[int] = set()
    for index, (case, mark) in enumerate(prints):
        if case.history.number in told:
            continue
        like = _most_like(index, prints, buckets)
        if like is not None:
            told.add(case.history.number)
            yield case.history.number, _told(mark, *like)


_Print = tuple[Case, Mark]


def _most_like(
    index: int, prints: Sequence[_Print], buckets: dict[tuple[int, str], list[int]]
) -> _Print | None:
    case, mark = prints[index]
    met: Counter[int] = Counter()
    for at in range(0, len(mark.value), DIGITS):
        others = buckets[at, mark.value[at : at + DIGITS]]
        if len(others) <= _CROWDED:
            met.update(others)
    house = case.history.speaker.organisation
    for other, _ in sorted(met.items(), key=lambda pair: (-pair[1], pair[0])):
        theirs, its = prints[other]
        if theirs.history.speaker.organisation != house:
            return prints[other] if shared(mark.value, its.value) >= ALIKE else None
    return None


def _told(mark: Mark, other: Case, its: Mark) -> Evidence:
    who = other.history.speaker
    says = (
        f"their mail of {day(mark.at)} is nearly word for word that of {who.name}"
        f" ({who.organisation}) of {day(its.at)}: one text, sent by more than one"
    )
    return tell(LOOKALIKE, says, mark)
