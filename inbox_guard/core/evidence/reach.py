"""How far the mail goes back. Law 8: absence is evidence only within reach."""

from collections.abc import Iterator

from inbox_guard.core.evidence.telling import span, tell
from inbox_guard.core.history import Evidence, History, TraceKind

NO_TRACE = "no-trace"
REACH_SHORT = "reach-short"


def testify(history: History) -> Iterator[Evidence]:
    """Yield that there is no trace although the mail reaches back, or that it does not reach back.

    Silent where anything of the organisation was found: then there is a trace to talk about. A
    goodbye is none: it tells that an address was on a list, not that its owner had put it there.
    """
    days = history.reach.days_before(history.first_seen)
    if days < history.reach.far_enough_days:
        back = f"only {span(days)}" if days else "no further"
        tail = "before their first mail" if days else "than their first mail"
        yield tell(REACH_SHORT, f"your mail reaches back {back} {tail}")
    elif all(trace.kind is TraceKind.GOODBYE for trace in history.traces):
        yield tell(NO_TRACE, f"no trace of your consent in {span(days)} of mail")
