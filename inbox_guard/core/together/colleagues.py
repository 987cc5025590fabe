"""Somebody of a company the owner has refused a person of: the same pitch by another colleague."""

from collections.abc import Iterator, Sequence

from inbox_guard.core.address import is_shared
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Answer, Evidence
from inbox_guard.core.together.case import Case
from inbox_guard.core.vocabulary import Kind
from inbox_guard.core.word import newest

COLLEAGUE = "colleague"

_BY_PERSONS = frozenset({Kind.OUTREACH, Kind.PERSONAL})


def seen(cases: Sequence[Case]) -> Iterator[tuple[int, Evidence]]:
    """Yield the colleagues of refused people: same organisation, no freemail, mail that began later."""
    refused: dict[str, Case] = {}
    for case in cases:
        word = newest(case.history.words)
        if word and word.answer is Answer.REFUSE and case.verdict.kind is Kind.OUTREACH:
            refused.setdefault(case.history.speaker.organisation, case)
    for case in cases:
        organisation = case.history.speaker.organisation
        one = refused.get(organisation)
        if one is None or one is case or is_shared(organisation):
            continue
        word = newest(one.history.words)
        if word and case.verdict.kind in _BY_PERSONS and not case.history.words:
            says = (
                f"somebody else at {organisation}; you refused"
                f" {one.history.speaker.name} there on {day(word.at)}"
            )
            yield case.history.number, tell(COLLEAGUE, says)
