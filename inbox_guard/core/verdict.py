"""From evidence to a verdict: what a sender sends, and what it may rely on. Law 8 and law 9 live here.

The policy, in the order it is asked:

1. the owner's word, newest first: allow → consented, refuse → unconsented;
2. consent was ended (an earlier unsubscription, a goodbye) and mail went on after it → unconsented;
   a goodbye that may have been about another list → unsure;
3. a reply or a letter by the owner, an entry in her address book → consented;
   marketing to an address she made for somebody else → unconsented; unsure where she deals with them;
   a trace of opt-in before or around the first mail, a connection in a network → consented;
4. an order or an account, an address made for them, no opt-in → customer;
5. the owner moved their mail into Junk by hand → unconsented; out of it → unsure;
6. an opt-in, a connection, or a letter to somebody else there, after the first mail → unsure;
7. the sender names a day of opt-in that its own mail was there before, and nothing else speaks for
   it → unconsented;
8. the readable mail does not reach back far enough before the first mail → unsure;
9. far enough, and no trace → unconsented ("no trace of your consent in N months of mail").
"""

from dataclasses import dataclass, replace

from inbox_guard.core.edition import edition
from inbox_guard.core.evidence import testimony
from inbox_guard.core.evidence.accounts import BOUGHT, KEPT_ACCOUNT
from inbox_guard.core.evidence.alias import ALIAS_GIVEN, ALIAS_LEAK, ALIAS_MIXED
from inbox_guard.core.evidence.attempts import TAKEN_OFF
from inbox_guard.core.evidence.claim import CONTRADICTED
from inbox_guard.core.evidence.connection import (
    CONNECTED,
    CONNECTED_LATER,
    LINKED_INVITED,
    LINKED_WROTE,
    PITCHED,
)
from inbox_guard.core.evidence.contacts import CONTACT
from inbox_guard.core.evidence.customer import ACCOUNT, ORDERED
from inbox_guard.core.evidence.goodbye import GOODBYE, GOODBYE_ELSEWHERE
from inbox_guard.core.evidence.opt_in import CONFIRMED, WELCOMED, WELCOMED_LATER
from inbox_guard.core.evidence.owners_word import ALLOWED, REFUSED
from inbox_guard.core.evidence.reach import NO_TRACE, REACH_SHORT
from inbox_guard.core.evidence.sorted_by_hand import JUNKED, RESCUED
from inbox_guard.core.evidence.telling import day, span, tell
from inbox_guard.core.evidence.written import REPLIED, WROTE, WROTE_LATER
from inbox_guard.core.history import Evidence, History, KindCount
from inbox_guard.core.kind.weights import PROTECTED_FIRST
from inbox_guard.core.vocabulary import Kind, Standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sender is, what it may rely on, every reason in order of weight, and the sentence for people."""

    kind: Kind
    standing: Standing
    because: tuple[Evidence, ...]
    reason: str


def sender_kind(history: History) -> Kind:
    """Return the kind that stands for a sender: that of most of its messages, the more protected one on a tie.

    A sender whose mail is half newsletters and otherwise service mail (a shop) is a newsletter:
    its service mail stays transactional message by message.
    """
    if not history.kinds:
        return Kind.PERSONAL
    counts = {count.kind: count.messages for count in history.kinds}
    others = counts.keys() - {Kind.NEWSLETTER}
    if counts.get(Kind.NEWSLETTER, 0) * 2 >= sum(counts.values()) and others <= _SERVICE:
        return Kind.NEWSLETTER
    return min(counts, key=lambda kind: (-counts[kind], PROTECTED_FIRST.index(kind)))


def verdict(history: History) -> Verdict:
    """Judge one sender. Deterministic: the same history gives the same verdict."""
    kind = sender_kind(history)
    said = testimony(history)
    standing, decisive = _standing({evidence.kind: evidence for evidence in said})
    count = of_kind(history, kind)
    signs = count.newest.signs if count else ()
    rules = _new_rules(history, kind, standing)
    because = sorted((*said, *signs, *rules), key=lambda evidence: -abs(evidence.weight))
    reason = decisive.says if decisive else _nothing_speaks(history)
    if standing is Standing.UNCONSENTED and decisive and decisive.kind == NO_TRACE:
        reason = _gently(kind, history, reason)
    return Verdict(kind, standing, tuple(because), reason)


def joined(verdict: Verdict, more: tuple[Evidence, ...]) -> Verdict:
    """Return a verdict with what is known beside it, in order of weight; its standing is the same."""
    if not more:
        return verdict
    because = sorted((*verdict.because, *more), key=lambda evidence: -abs(evidence.weight))
    return replace(verdict, because=tuple(because))


def of_kind(history: History, kind: Kind) -> KindCount | None:
    """The count of one kind in a history; None when the sender never sent it."""
    return next((count for count in history.kinds if count.kind is kind), None)


RULES_CHANGED = "rules-changed"
_SERVICE = frozenset({Kind.TRANSACTIONAL, Kind.NOTIFICATION})

_POLICY = (
    (ALLOWED, Standing.CONSENTED),
    (REFUSED, Standing.UNCONSENTED),
    (TAKEN_OFF, Standing.UNCONSENTED),
    (GOODBYE, Standing.UNCONSENTED),
    (GOODBYE_ELSEWHERE, Standing.UNSURE),
    (REPLIED, Standing.CONSENTED),
    (WROTE, Standing.CONSENTED),
    (CONTACT, Standing.CONSENTED),
    (LINKED_WROTE, Standing.CONSENTED),
    (LINKED_INVITED, Standing.CONSENTED),
    (ALIAS_LEAK, Standing.UNCONSENTED),
    (ALIAS_MIXED, Standing.UNSURE),
    (WELCOMED, Standing.CONSENTED),
    (CONFIRMED, Standing.CONSENTED),
    (PITCHED, Standing.UNSURE),
    (CONNECTED, Standing.CONSENTED),
    (ORDERED, Standing.CUSTOMER),
    (ACCOUNT, Standing.CUSTOMER),
    (BOUGHT, Standing.CUSTOMER),
    (KEPT_ACCOUNT, Standing.CUSTOMER),
    (ALIAS_GIVEN, Standing.CUSTOMER),
    (JUNKED, Standing.UNCONSENTED),
    (RESCUED, Standing.UNSURE),
    (WELCOMED_LATER, Standing.UNSURE),
    (WROTE_LATER, Standing.UNSURE),
    (CONNECTED_LATER, Standing.UNSURE),
    (CONTRADICTED, Standing.UNCONSENTED),
    (REACH_SHORT, Standing.UNSURE),
    (NO_TRACE, Standing.UNCONSENTED),
)
"""Who is asked first, and what follows from the answer."""


def _standing(said: dict[str, Evidence]) -> tuple[Standing, Evidence | None]:
    """The first witness of the policy who speaks decides; where nobody does, nothing is sure."""
    for witness, standing in _POLICY:
        if witness in said:
            return standing, said[witness]
    return Standing.UNSURE, None


def _new_rules(history: History, kind: Kind, standing: Standing) -> tuple[Evidence, ...]:
    """Say that a verdict changed while the rules did: nobody is judged anew in silence."""
    before = history.before
    if before is None:
        return ()
    if before.rules == edition():
        return tuple(
            one
            for one in before.because
            if one.kind == RULES_CHANGED and (before.kind, before.standing) == (kind, standing)
        )
    if (before.kind, before.standing) == (kind, standing):
        return ()
    says = (
        f"judged by newer rules than on {day(before.at)}:"
        f" then {before.kind}, {before.standing}; now {kind}, {standing}"
    )
    return (tell(RULES_CHANGED, says),)


def _nothing_speaks(history: History) -> str:
    """Traces are there, but none that says anything about consent (a goodbye still inside its grace)."""
    days = history.reach.days_before(history.first_seen)
    return f"what {span(days)} of mail hold about them says neither yes nor no"


def _gently(kind: Kind, history: History, reason: str) -> str:
    """No stranger is accused of writing once: a first mail of a person needs no consent."""
    days = history.reach.days_before(history.first_seen)
    match kind:
        case Kind.PERSONAL | Kind.PLATFORM:
            return f"no earlier mail between you in {span(days)}: they may be new to you"
        case Kind.TRANSACTIONAL | Kind.NOTIFICATION | Kind.DISCUSSION:
            return f"nothing tells how this began in {span(days)} of mail; it is left alone"
        case Kind.NEWSLETTER | Kind.OUTREACH | Kind.SPAM:
            return reason
