"""What a message is, from its headers first and its words only where they decide.

Pure. Every sign carries a weight and says what it saw; the weights add up in `core.kind.weights`.
`transactional` is a guard rail: a code, a receipt, a shipping notice, a health, bank or legal mail
stays transactional whatever its List-* headers claim; no header alone proves bulk. A kind that is
acted on (newsletter, outreach) has to be earned: in doubt a message is one that is left alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from inbox_guard.core.address import is_shared
from inbox_guard.core.body import Body
from inbox_guard.core.history import Correspondents, Evidence
from inbox_guard.core.kind.bulk import ACTIVITY, CIRCULAR, OWN_AFFAIR, mails_everybody, plainly
from inbox_guard.core.kind.envelope import envelope_signs, machine_signs
from inbox_guard.core.kind.hollow import hollow_signs
from inbox_guard.core.kind.people import author_signs, network_signs, thread_signs
from inbox_guard.core.kind.weights import Seen, ranked, scale, weigh
from inbox_guard.core.kind.wording import (
    ADVERTISES,
    SELLS,
    SERVICE,
    body_signs,
    link_signs,
    subject_signs,
)
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind

__all__ = ["Judged", "judge"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A message's kind, the signs for it in order of weight, and whether its body could still change it."""

    kind: Kind
    certain: bool
    seen: tuple[Seen, ...]
    message_id: str

    @property
    def signs(self) -> tuple[Evidence, ...]:
        """The signs in words; put together when asked for, as most messages are only counted."""
        return _evidence(self.seen, self.kind, self.message_id)


def judge(message: Message, words: Body | None, knows: Correspondents) -> Judged:
    """Judge one message; `words` is None on the header-only first pass."""
    if message.own:
        return Judged(Kind.PERSONAL, True, (Seen("own"),), message.message_id)
    seen = _look(message, words, knows)
    scores = weigh(seen)
    heaviest, lead = ranked(scores)
    names = {sight.sign for sight in seen}
    kind = _guarded(heaviest, scores, names, message, read=words is not None)
    certain = words is not None or _needs_no_body(kind, heaviest, lead, names)
    return Judged(kind, certain, tuple(seen), message.message_id)


_LISTS = frozenset({"list-post", "list-software", "list-tag", "forum"})
_ACTED_ON = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})
_SETTLED_BY_HEADERS = frozenset(
    {
        "bounce",
        "auto-replied",
        "certified",
        "application",
        "network-person",
        "network-security",
        "thread-own",
    }
)


_MAY_BE_MAILING = ADVERTISES | {"market-hint", "news-author"}


def _look(message: Message, words: Body | None, knows: Correspondents) -> list[Seen]:
    """Everything there is to see, the header block first."""
    fields = dict(reversed(message.headers.fields))
    seen = envelope_signs(message, fields)
    seen += machine_signs(message, fields)
    seen += author_signs(message)
    seen += network_signs(message, fields)
    seen += thread_signs(message, fields, knows)
    seen += hollow_signs(message, fields)
    seen += subject_signs(message.subject)
    if words is not None:
        in_list = any(sight.sign in _LISTS for sight in seen)
        seen += body_signs(words.text, message.author, in_list=in_list)
        seen += link_signs(words.links)
        if words.invites:
            seen.append(Seen("calendar", "text/calendar"))
    return seen


def _guarded(
    kind: Kind, scores: dict[Kind, float], names: set[str], message: Message, *, read: bool
) -> Kind:
    """Hold back the kinds that are acted on where being wrong would cost a wanted mail."""
    if kind in _BULK_OR_SERVICE:
        return _bulk_or_service(kind, scores, names, message, read=read)
    if kind is not Kind.OUTREACH:
        return kind
    if names & SERVICE and not names & ADVERTISES:
        return Kind.TRANSACTIONAL
    harmless = _best(scores, without=_ACTED_ON)
    if message.author is None or scores[kind] < scale().earned:
        return harmless
    doubtful = scores[kind] - scores[Kind.PERSONAL] < scale().reliant
    if not read or doubtful or not names & SELLS:
        bulk = "list-unsubscribe" in names and _mailing(names, message, read=read)
        return Kind.NEWSLETTER if bulk else harmless
    return kind


_BULK_OR_SERVICE = frozenset(
    {Kind.NEWSLETTER, Kind.TRANSACTIONAL, Kind.NOTIFICATION, Kind.PERSONAL}
)


def _bulk_or_service(
    kind: Kind, scores: dict[Kind, float], names: set[str], message: Message, *, read: bool
) -> Kind:
    """Tell mailings from the owner's own affairs; what looks like a person's has to be a circular."""
    circular = kind is not Kind.PERSONAL or names & CIRCULAR
    if circular and _mailing(names, message, read=read):
        return Kind.NEWSLETTER
    if names & SERVICE and not names & ADVERTISES and kind is Kind.NEWSLETTER:
        return Kind.TRANSACTIONAL
    if kind not in (Kind.NEWSLETTER, Kind.NOTIFICATION):
        return kind
    harmless = _best(scores, without=_ACTED_ON)
    if harmless is Kind.NOTIFICATION and len(names & OWN_AFFAIR) > len(names & ACTIVITY):
        return Kind.TRANSACTIONAL
    if "list-unsubscribe" in names and harmless is not Kind.TRANSACTIONAL:
        return Kind.NOTIFICATION
    return harmless


def _mailing(names: set[str], message: Message, *, read: bool) -> bool:
    """Whether it is a mailing with one clear author."""
    author = message.author
    if author is None:
        return False
    return mails_everybody(names, read=read, shared=is_shared(author.domain))


def _best(scores: dict[Kind, float], without: frozenset[Kind]) -> Kind:
    """The heaviest kind that is none of these."""
    return ranked({kind: score for kind, score in scores.items() if kind not in without})[0]


def _needs_no_body(kind: Kind, heaviest: Kind, lead: float, names: set[str]) -> bool:
    """Whether the header block alone decides: by its lead, or by a sign no body outweighs."""
    if names & _SETTLED_BY_HEADERS or plainly(kind, names):
        return True
    if kind is Kind.NEWSLETTER or heaviest is Kind.NEWSLETTER or names & _MAY_BE_MAILING:
        return False
    return heaviest is not Kind.OUTREACH and lead >= scale().certain


def _evidence(seen: Sequence[Seen], kind: Kind, message_id: str) -> tuple[Evidence, ...]:
    """The signs that speak for or against this kind, heaviest first, each once."""
    signs = scale().signs
    told: dict[str, Evidence] = {}
    for sight in seen:
        weight = signs[sight.sign].weight(kind) * sight.share
        if weight and sight.sign not in told:
            says = signs[sight.sign].says
            told[sight.sign] = Evidence(
                sight.sign, says, round(weight, 2), sight.quote[:160], message_id
            )
    return tuple(sorted(told.values(), key=lambda evidence: -abs(evidence.weight)))
