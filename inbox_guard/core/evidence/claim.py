"""The sender's own claim ("you receive this because …"), kept word for word, and set beside the mailbox.

A claim proves nothing for its sender: anybody can write it. It is heard against the sender where the
mailbox shows that it cannot be so, or where it names somebody else than the owner as its source.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from inbox_guard.core.address import is_shared, organisation, organisation_of
from inbox_guard.core.claim import Basis, Claim, claims, read_back
from inbox_guard.core.day_named import Named
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, marked, of_kind, span, tell
from inbox_guard.core.history import FIRST_MAIL, Evidence, History, Trace, TraceKind
from inbox_guard.core.known import KnownKind
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.vocabulary import Kind

TOLD = "claim-told"
SUPPORTED = "claim-supported"
UNSUPPORTED = "claim-unsupported"
MISMATCH = "claim-mismatch"
ADMITS = "claim-admits"
CONTRADICTED = "claim-contradicted"

AROUND = timedelta(days=14)
"""A confirmation lies so near the day that is claimed for it."""
SLACK = timedelta(days=7)
"""So much later than the first mail a claimed day has to be before it is held against the sender."""


def marks(read: Read) -> Iterator[Mark]:
    """Yield what the mail claims (CLAIM) and where it says the address comes from (SOURCE).

    A claimed address is kept only where it is not one the mail was delivered or addressed to, a
    claimed day only where it is not the mail's own.
    """
    if read.words is None:
        return
    for claim in claims(read.words.text):
        if claim.basis is Basis.UNCLEAR and read.kind in _BY_PERSONS:
            continue
        if not claim.framed and read.kind in _SERVICE:
            continue  # "you ordered a lamp" is what a receipt is about
        kept = Claim(claim.basis, _day(read, claim), claim.site, _other(read, claim))
        yield read.mark(MarkKind.CLAIM, kept.value, claim.sentence, _SENTENCE)
        if claim.source:
            yield read.mark(MarkKind.SOURCE, claim.source, claim.sentence, _SENTENCE)


def testify(history: History) -> Iterator[Evidence]:
    """Yield what the newest claim, and the first where it differs, come to beside the mailbox.

    Silent of senders without any mailing: a friend forwards what somebody else claims.
    """
    found = [
        (mark, claim)
        for mark in marked(history, MarkKind.CLAIM)
        if (claim := read_back(mark.value))
    ]
    if not found or not any(count.kind in _BULK for count in history.kinds):
        return
    contradicted = _contradicted(history, found)
    if contradicted:
        yield contradicted
    told: set[str] = {CONTRADICTED} if contradicted else set()
    for mark, claim in (found[-1], found[0]):
        for evidence in (*_checked(history, mark, claim), *_mismatched(history, mark, claim)):
            if evidence.kind not in told:
                told.add(evidence.kind)
                yield evidence
    if not told:
        mark, claim = found[-1]
        yield tell(TOLD, f"they say {_in_words(claim)}", mark)


_SENTENCE = 400
_BY_PERSONS = frozenset({Kind.PERSONAL, Kind.DISCUSSION, Kind.PLATFORM})
_SERVICE = frozenset({Kind.TRANSACTIONAL, Kind.NOTIFICATION})
_BULK = frozenset({Kind.NEWSLETTER, Kind.OUTREACH, Kind.SPAM})
_OWN_DAY = timedelta(days=3)
_OPT_IN = (TraceKind.WELCOME, TraceKind.CONFIRMATION)
_DEALINGS = (*_OPT_IN, TraceKind.ORDER, TraceKind.ACCOUNT)
_OWN_ACT = (TraceKind.WROTE, TraceKind.REPLIED)
_OUTSIDE = frozenset(
    {
        KnownKind.ACCOUNT,
        KnownKind.PURCHASE,
        KnownKind.CONTACT,
        KnownKind.ALIAS,
        KnownKind.CONNECTION,
    }
)
_BY_OPT_IN = frozenset({Basis.CONFIRMED, Basis.SUBSCRIBED})
_BY_DEALING = frozenset({Basis.CUSTOMER, Basis.ACCOUNT, Basis.EVENT, Basis.DOWNLOAD, Basis.MEMBER})
_ADMITTED = frozenset({Basis.PARTNER, Basis.PUBLIC, Basis.INTEREST})
_SAID = {
    Basis.CONFIRMED: "you confirmed a subscription",
    Basis.SUBSCRIBED: "you subscribed",
    Basis.CUSTOMER: "you are a customer",
    Basis.ACCOUNT: "you have an account",
    Basis.EVENT: "you came to an event",
    Basis.DOWNLOAD: "you asked for a download",
    Basis.CONTACT: "you know each other",
    Basis.MEMBER: "you are a member",
    Basis.PARTNER: "somebody else gave them your address",
    Basis.PUBLIC: "they found your address in public",
    Basis.INTEREST: "it may interest you",
    Basis.ONE_TIME: "they write only once",
    Basis.UNCLEAR: "why they write",
}


def _day(read: Read, claim: Claim) -> Named | None:
    """The claimed day; not the day of an issue ("the letter of 3 May") or one still to come."""
    if claim.day is None:
        return None
    arrived = read.message.arrived.date()
    return claim.day if claim.day.last < arrived - _OWN_DAY else None


def _other(read: Read, claim: Claim) -> str:
    """The claimed address where it is neither the owner's that was written to nor the sender's own."""
    message = read.message
    if not claim.address or not message.alias or message.author is None:
        return ""
    hers = {message.alias, *(party.address for party in message.recipients)}
    if any(_plain(claim.address) == _plain(address) for address in hers):
        return ""
    theirs = {organisation_of(message.author.address), organisation(message.list_id)}
    return "" if organisation_of(claim.address) in theirs else claim.address


def _plain(address: str) -> str:
    """An address without its tag (RFC 5233)."""
    local, _, domain = address.lower().partition("@")
    return f"{local.partition('+')[0]}@{domain}"


def _in_words(claim: Claim) -> str:
    when = ""
    if claim.day:
        if claim.day.exact:
            when = f" on {day(claim.day.first)}"
        elif claim.day.first.month == claim.day.last.month:
            when = f" in {day(claim.day.first).partition(' ')[2]}"
        else:
            when = f" in {claim.day.first.year}"
    where = f" at {claim.site}" if claim.site else ""
    return f"{_SAID[claim.basis]}{when}{where}"


def _checked(history: History, mark: Mark, claim: Claim) -> Iterator[Evidence]:
    """Set one claim beside the traces of the organisation."""
    says = f"they say {_in_words(claim)}"
    if claim.basis in _ADMITTED:
        yield tell(ADMITS, f"{says}: they name no consent of yours", mark)
        return
    if claim.basis in _BY_OPT_IN:
        proof = _near(of_kind(history, *_OPT_IN), mark, claim.day)
        gap = _no_confirmation(history, claim)
    elif claim.basis in _BY_DEALING:
        proof = _near(of_kind(history, *_DEALINGS), mark, None)
        gap = _nothing_of_it(history)
    else:
        return
    if proof:
        yield tell(SUPPORTED, f"{says}; a mail of {day(proof.at)} is consistent with it", proof)
    elif gap and not _any_dealing(history):
        yield tell(UNSUPPORTED, f"{says}; {gap}", mark)


def _near(traces: tuple[Trace, ...], mark: Mark, claimed: Named | None) -> Trace | None:
    """The first trace that was there before the claim was made, and near the claimed day."""
    for trace in traces:
        if trace.at > mark.at + AROUND:
            continue
        if claimed is None or _begins(claimed) - AROUND <= trace.at <= _ends(claimed) + AROUND:
            return trace
    return None


def _any_dealing(history: History) -> bool:
    """Whether anything else tells of a relationship: then the claim may be about that."""
    outside = any(fact.kind in _OUTSIDE for fact in history.known)
    return outside or bool(of_kind(history, *_DEALINGS, *_OWN_ACT))


def _no_confirmation(history: History, claim: Claim) -> str:
    """What is missing for a subscription; "" where the mail does not reach back to tell."""
    oldest = history.reach.oldest
    if claim.day:
        if oldest and oldest <= _begins(claim.day) - AROUND:
            return "your mail of that time holds no such confirmation"
        return ""
    return _nothing_of_it(history)


def _nothing_of_it(history: History) -> str:
    days = history.reach.days_before(history.first_seen)
    if days < history.reach.far_enough_days:
        return ""
    return f"no trace of it in {span(days)} of mail before their first"


def _mismatched(history: History, mark: Mark, claim: Claim) -> Iterator[Evidence]:
    """Say that a claim is about another address of the owner's, or about somebody else's site."""
    hers = {_plain(alias) for alias in history.aliases}
    if claim.address and hers and _plain(claim.address) not in hers:
        says = f"they say it is for {claim.address}, but it came to {history.aliases[0]}"
        yield tell(MISMATCH, says, mark)
    elif claim.site and claim.basis in (_BY_OPT_IN | _BY_DEALING) and _foreign(history, claim.site):
        theirs = history.speaker.organisation
        says = f"they say {_in_words(claim)}, but their mail comes from {theirs}"
        yield tell(MISMATCH, says, mark)


def _foreign(history: History, site: str) -> bool:
    """Whether a site shares no name with its sender (shop.example and shop.test are one shop's)."""
    domains = [address.rpartition("@")[2] for address in history.addresses]
    known = {*map(organisation, domains), history.speaker.organisation}
    if not any("." in domain and not is_shared(domain) and "@" not in domain for domain in known):
        return False
    if is_shared(site):
        return False
    name = organisation(site).partition(".")[0].replace("-", "")
    spelled = "".join((history.speaker.name, history.speaker.sender.value, *domains)).lower()
    return name not in "".join(letter for letter in spelled if letter.isalnum() or letter in ".@")


def _contradicted(history: History, found: list[tuple[Mark, Claim]]) -> Evidence | None:
    """Their mail was there before the opt-in they name: only for plain days that they do not vary.

    Silent where the sender also sends other mail than mailings (an order may have come before the
    subscription), and where anything else tells of a relationship.
    """
    dated = [(mark, claim) for mark, claim in found if claim.basis in _BY_OPT_IN and claim.day]
    days = {str(claim.day) for _, claim in dated}
    other_basis = any(claim.basis in _BY_DEALING for _, claim in found)
    if len(days) != 1 or other_basis or _any_dealing(history):
        return None
    mark, claim = dated[-1]
    kinds = {count.kind for count in history.kinds}
    first = history.first_seen
    if claim.day is None or not claim.day.exact or not kinds <= _BULK or first < FIRST_MAIL:
        return None
    if first + SLACK >= _begins(claim.day):
        return None
    says = f"they say {_in_words(claim)}, but their mail is there since {day(first)}"
    return tell(CONTRADICTED, says, mark)


def _begins(named: Named) -> datetime:
    return datetime.combine(named.first, time.min, UTC)


def _ends(named: Named) -> datetime:
    return datetime.combine(named.last, time.max, UTC)
