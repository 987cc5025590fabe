"""An earlier unsubscription of ours: whatever consent there was, it ended there."""

from collections.abc import Iterator

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.vocabulary import Outcome

TAKEN_OFF = "taken-off"

_ENDED = frozenset({Outcome.DONE, Outcome.ACCEPTED, Outcome.ALREADY})


def testify(history: History) -> Iterator[Evidence]:
    """Yield that mail went on after an unsubscription they took, the days they have for it being past."""
    tried = history.tried
    if tried is None or tried.outcome not in _ENDED or not tried.mails_after_grace:
        return
    mails = f"{tried.mails_after_grace} mail{'' if tried.mails_after_grace == 1 else 's'}"
    yield tell(TAKEN_OFF, f"{mails} came long after you were unsubscribed on {day(tried.at)}")
