"""Addresses of the owner's that were made for one sender alone, and who uses them.

Mail from X to the address made for X shows that the owner gave it to X: a relationship (`customer`).
It is no opt-in to marketing: people give shops an address because the shop demands one. Mail from
somebody else to it shows that the address travelled, and not by the owner's hand, as far as her list tells.

That decides only where it is clear: a list of hers names an organisation, marketing comes from another
one under a domain of its own, to that address from the first mail on, and nothing tells of dealings
with the owner. Else it explains, or makes the matter unsure. Names may differ inside one company.
"""

from collections.abc import Iterator

from inbox_guard.core.address import is_shared
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History, TraceKind
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.resembling import alias_names, compact, general, resembles
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import Kind

ALIAS_GIVEN = "alias-given"
ALIAS_NAMED = "alias-named"
ALIAS_LEAK = "alias-leak"
ALIAS_MIXED = "alias-mixed"
ALIAS_ELSEWHERE = "alias-elsewhere"

_MARKETING = frozenset({Kind.NEWSLETTER, Kind.OUTREACH, Kind.SPAM})
_DEALINGS = frozenset({KnownKind.ACCOUNT, KnownKind.PURCHASE})


def testify(history: History) -> Iterator[Evidence]:
    """Yield for whom the addresses that this sender writes to were made."""
    if history.speaker.sender.kind is SenderKind.PERSON:
        return
    made = [
        fact
        for fact in history.known
        if fact.kind is KnownKind.ALIAS and fact.detail and fact.who in history.aliases
    ]
    theirs = next((fact for fact in made if resembles(fact.detail, history)), None)
    if theirs:
        on = f" on {day(theirs.at)}" if theirs.at else ""
        yield tell(ALIAS_GIVEN, f"you made the address {theirs.who} for {theirs.detail}{on}")
    elif made:
        arrived_at = history.first.alias if history.first else ""
        yield _of_somebody_else(
            history, next((fact for fact in made if fact.who == arrived_at), made[0])
        )
    else:
        yield from _named_by_tag(history)


def _of_somebody_else(history: History, fact: Known) -> Evidence:
    says = f"you gave {fact.who} to {fact.detail}; it is now used by {history.speaker.organisation}"
    if not _clear(history, fact):
        return tell(ALIAS_ELSEWHERE, f"{says}, which may belong to it or work for it")
    if _deals(history):
        return tell(ALIAS_MIXED, f"{says}, with whom you seem to have dealings")
    return tell(ALIAS_LEAK, f"{says}, by its name somebody else")


def _clear(history: History, fact: Known) -> bool:
    if history.first is not None and history.first.alias != fact.who:
        return False
    if not any(count.kind in _MARKETING for count in history.kinds):
        return False  # carriers and payment services write to the address a shop was given
    if is_shared(history.speaker.organisation.rpartition("@")[2]):
        return False
    return _is_an_organisation(fact)


def _is_an_organisation(fact: Known) -> bool:
    """Whether for whom it was made is a domain, or words that the alias itself repeats."""
    if "." in fact.detail and " " not in fact.detail:
        return True
    words = {compact(word) for word in (*fact.detail.split(), fact.detail)} - general()
    local = compact(fact.who.rpartition("@")[0])
    return any(len(word) >= 4 and word in local for word in words)


def _deals(history: History) -> bool:
    return any(trace.kind is not TraceKind.GOODBYE for trace in history.traces) or any(
        fact.kind in _DEALINGS for fact in history.known
    )


def _named_by_tag(history: History) -> Iterator[Evidence]:
    """Yield that a tag or a local part names them.

    It explains and does not decide: tags can be guessed, and no list of the owner's says what she meant.
    """
    for alias in history.aliases:
        if alias_names(alias, history):
            says = f"they write to {alias}, an address that names them: you seem to have given it"
            yield tell(ALIAS_NAMED, says)
            return
