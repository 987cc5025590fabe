"""Organisations that show one hand: one signature, one account at a mail provider, one postal address.

Who sends under many domains shows it so, and so does an agency with many clients. Nothing is joined by it: no
consent passes from one to the other, and no refusal. It is said, so that a person can put it together.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Answer, Evidence
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.together.case import Case
from inbox_guard.core.word import newest

KIN = "kin"

_Shown = tuple[MarkKind, str]
"""What may be shown by more than one: the kind of mark, and the value by which two are compared."""

_KINDS = (MarkKind.SIGNER, MarkKind.PROVIDER_ACCOUNT, MarkKind.POSTAL)
_MOST = 5
"""Organisations that may show one thing; where there are more, it is a provider's that we do not know."""
_LONG_ENOUGH = 16
"""Letters and digits of a postal address: less is a town."""


def seen(cases: Sequence[Case]) -> Iterator[tuple[int, Evidence]]:
    """Yield, for each sender, one organisation that shows the same as it: a refused one before the others."""
    told: set[int] = set()
    for (kind, _), who in sorted(_who_shows(cases).items(), key=lambda one: _rank(one[0])):
        for case, mark in who:
            others = [one for one, _ in who if _house(one) != _house(case)]
            if others and case.history.number not in told:
                told.add(case.history.number)
                other = min(others, key=lambda one: (not _refused(one), one.history.first_seen))
                yield case.history.number, tell(KIN, _says(kind, case, other), mark)


def _rank(shown: _Shown) -> tuple[int, str]:
    return _KINDS.index(shown[0]), shown[1]


def _who_shows(cases: Sequence[Case]) -> dict[_Shown, list[tuple[Case, Mark | None]]]:
    """Everything that two to `_MOST` organisations show, and by which mark each does."""
    who: defaultdict[_Shown, list[tuple[Case, Mark | None]]] = defaultdict(list)
    senders = [case for case in cases if case.history.speaker.sender.kind is not SenderKind.PERSON]
    for case in senders:
        for shown, mark in _shows(case).items():
            who[shown].append((case, mark))
    for case in senders:
        if (signs := (MarkKind.SIGNER, _house(case))) in who:
            who[signs].append((case, None))
    return {
        shown: found
        for shown, found in who.items()
        if 1 < len({_house(case) for case, _ in found}) <= _MOST
        # A signer that never writes itself is a provider.
        and (shown[0] is not MarkKind.SIGNER or any(mark is None for _, mark in found))
    }


def _shows(case: Case) -> dict[_Shown, Mark]:
    """What one sender shows. Authors under a provider's own domain all have the provider's postal address."""
    shows: dict[_Shown, Mark] = {}
    for mark in case.history.marks:
        value = mark.value
        if mark.kind is MarkKind.POSTAL:
            value = "".join(filter(str.isalnum, value.casefold()))
            if len(value) < _LONG_ENOUGH or "@" in _house(case):
                continue
        if mark.kind in _KINDS:
            shows.setdefault((mark.kind, value), mark)
    return shows


def _house(case: Case) -> str:
    return case.history.speaker.organisation


def _refused(case: Case) -> bool:
    word = newest(case.history.words)
    return word is not None and word.answer is Answer.REFUSE


def _says(kind: MarkKind, case: Case, other: Case) -> str:
    house = _house(other)
    match kind:
        case MarkKind.SIGNER:
            shown = f"one signature stands on mail of {_house(case)} and of {house}"
        case MarkKind.PROVIDER_ACCOUNT:
            shown = f"sent through the same account as {house}: one house, or clients of one agency"
        case _:
            shown = (
                f"names the same postal address as {house}: one house, or one provider's address"
            )
    word = newest(other.history.words) if _refused(other) else None
    return f"{shown}; you refused {other.history.speaker.name} on {day(word.at)}" if word else shown
