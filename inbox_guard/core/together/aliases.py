"""Addresses that name somebody (``mira+lamps@``, ``lamps@`` under a catch-all domain), and who else uses them.

Whom a tag names is told by the first sender at that address whose domain it resembles. A later sender
at it that resembles nothing is told so. It decides nothing: the list of aliases that would is the
owner's (`core.evidence.alias`), and an organisation may have other names.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence
from inbox_guard.core.known import KnownKind
from inbox_guard.core.resembling import alias_names, resembles, tag_of
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.together.case import Case

ALIAS_FIRST_USED = "alias-first-used"


def seen(cases: Sequence[Case]) -> Iterator[tuple[int, Evidence]]:
    """Yield unasked senders at an address that seems to have been made for somebody who wrote there before."""
    for alias, users in _by_alias(cases).items():
        named = next((case for case in users if alias_names(alias, case.history)), None)
        if named is None:
            continue
        theirs = named.history.speaker.organisation
        for case in users:
            if _is_another(case, named, tag_of(alias)):
                says = (
                    f"{alias} seems to have been made for {theirs}, which wrote to it first"
                    f" on {day(named.history.first_seen)}; {case.history.speaker.organisation}"
                    " uses it too, and may belong to it or have it from there"
                )
                yield case.history.number, tell(ALIAS_FIRST_USED, says)


def _by_alias(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """The senders whose first mail came to an address, the earliest first; people in networks aside."""
    users: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases:
        first = case.history.first
        if first and first.alias and case.history.speaker.sender.kind is not SenderKind.PERSON:
            users[first.alias].append(case)
    return {
        alias: sorted(found, key=lambda case: (case.history.first_seen, case.history.number))
        for alias, found in sorted(users.items())
    }


def _is_another(case: Case, named: Case, tag: str) -> bool:
    history = case.history
    if not case.unasked or history.first_seen <= named.history.first_seen:
        return False
    if any(fact.kind is KnownKind.ALIAS and fact.who in history.aliases for fact in history.known):
        return False  # the owner's own list has spoken
    theirs = named.history.speaker.organisation
    return not resembles(theirs, history) and not resembles(tag, history)
