"""What a message is, from its headers first and its words only where they decide.

Pure. Every sign carries a weight and says what it saw; the weights add up in `core.kind.weights`.
`transactional` is a guard rail: a code, a receipt, a shipping notice, a health, bank or legal mail
stays transactional whatever its List-* headers claim; no header alone proves bulk. A kind that is
acted on (newsletter, outreach) has to be earned: in doubt a message is one that is left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inbox_guard.core.body import Body
from inbox_guard.core.history import Correspondents, Evidence
from inbox_guard.core.kind.activity import settled_activity
from inbox_guard.core.kind.bulk import settled
from inbox_guard.core.kind.envelope import envelope_signs, machine_signs
from inbox_guard.core.kind.fraud import hides, is_fraud, points
from inbox_guard.core.kind.hollow import hollow_signs
from inbox_guard.core.kind.impostor import impostor_signs
from inbox_guard.core.kind.links import body_disguise, link_signs
from inbox_guard.core.kind.people import author_signs, network_signs, thread_signs
from inbox_guard.core.kind.pitch import bared, own_words, pitch_signs, pitched, sender_signs
from inbox_guard.core.kind.weights import Seen, ranked, scale, weigh
from inbox_guard.core.kind.wording import (
    ADVERTISES,
    SERVICE,
    body_signs,
    subject_signs,
)
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind

__all__ = ["Judged", "judge"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A message's kind, the signs for it in order of weight, and whether its body could still change it."""

    kind: Kind
    signs: tuple[Evidence, ...]
    certain: bool


def judge(message: Message, words: Body | None, knows: Correspondents) -> Judged:
    """Judge one message; `words` is None on the header-only first pass."""
    if message.own:
        return Judged(Kind.PERSONAL, _evidence([Seen("own")], Kind.PERSONAL, message), certain=True)
    seen = _look(message, words, knows)
    scores = weigh(bared(seen))
    heaviest, lead = ranked(scores)
    fraud = is_fraud(seen)
    kind = Kind.SPAM if fraud else _guarded(heaviest, scores, seen, message, read=words is not None)
    names = {sight.sign for sight in seen}
    kind = settled_activity(kind, names, _best(scores, without=_ACTED_ON | _EARNED))
    certain = fraud or words is not None or _needs_no_body(heaviest, lead, seen)
    return Judged(kind, _evidence(seen, kind, message), certain=certain)


_LISTS = frozenset({"list-post", "list-software", "list-tag", "forum"})
_ACTED_ON = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})
_EARNED = frozenset({Kind.NOTIFICATION, Kind.PLATFORM})
_SAFETY = frozenset({"code", "reset", "security", "receipt", "invoice", "own-account"})
_MANY_LINKS = 7  # the median newsletter of 2002 to 2017 that we read has 11, service mail at most 2
_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv|enc|i|doorst|vb|vs|pd)\s?:", re.IGNORECASE)
_BELIEVED = frozenset({"authenticated", "known-author"})
_FORGED_BULK = frozenset({"refused", "unproven"})
_SETTLED_BY_HEADERS = frozenset(
    {"bounce", "auto-replied", "application", "network-person", "network-security", "thread-own"}
)

_KNOWN = frozenset({"known-author", "same-house"})  # anybody else may be a stranger who sells


def _look(message: Message, words: Body | None, knows: Correspondents) -> list[Seen]:
    """Everything there is to see, the header block first."""
    fields = dict(reversed(message.headers.fields))
    seen = envelope_signs(message, fields)
    seen += machine_signs(message, fields)
    seen += author_signs(message)
    seen += network_signs(message, fields)
    seen += thread_signs(message, fields, knows)
    seen += sender_signs(message)
    seen += hollow_signs(message, fields)
    seen += impostor_signs(message, fields)
    seen += subject_signs(message.subject)
    if any(sight.sign in {"network-digest", "app-mail"} for sight in seen):
        safety = [sight for sight in seen if sight.sign in _SAFETY]
        if any(sight.sign in {"application", "activity", "network-person"} for sight in seen):
            safety = []  # "commented on: reset password" tells of others
        seen += [Seen("network-security", sight.quote) for sight in safety[:1]]
    if words is not None:
        in_list = any(sight.sign in _LISTS for sight in seen)
        proven = not in_list and any(sight.sign == "authenticated" for sight in seen)
        text = own_words(words.text, message) if proven else words.text
        said = body_signs(text, message.author, in_list=in_list)
        passed_on = _PASSED_ON.match(message.subject) is not None
        seen += [sight for sight in said if not (passed_on and sight.sign == "freemail-bulk")]
        seen += link_signs(words.links, words.text, message.author)
        seen += body_disguise(words)
        if len({link.url for link in words.links}) > _MANY_LINKS:
            seen.append(Seen("many-links"))
        seen = pitch_signs(message, words) + seen
    return seen


def _guarded(
    kind: Kind, scores: dict[Kind, float], seen: Sequence[Seen], message: Message, *, read: bool
) -> Kind:
    """Hold back the kinds that are acted on where being wrong would cost a wanted mail."""
    names = {sight.sign for sight in seen}
    if names & _BELIEVED:  # the sum has only words against it, and core.kind.fraud saw no more
        scores = {one: score for one, score in scores.items() if one is not Kind.SPAM}
        kind = ranked(scores)[0]
    if kind not in _ACTED_ON:
        return kind
    if names & SERVICE and not names & ADVERTISES:
        return Kind.TRANSACTIONAL
    harmless = _best(scores, without=_ACTED_ON)
    if message.author is None or scores[kind] < scale().earned:
        return harmless
    if names >= _FORGED_BULK:  # its domain disowns it and nobody else vouches: no list of anybody's
        return Kind.SPAM
    if kind is Kind.NEWSLETTER:
        return settled(names, harmless)
    if kind is Kind.OUTREACH:
        doubtful = scores[kind] - scores[Kind.PERSONAL] < scale().reliant
        if not read or doubtful or not pitched(names):
            bulk = scores[Kind.NEWSLETTER] >= scale().earned
            return Kind.NEWSLETTER if bulk and "list-unsubscribe" in names else harmless
    return kind


def _best(scores: dict[Kind, float], without: frozenset[Kind]) -> Kind:
    """The heaviest kind that is none of these."""
    return ranked({kind: score for kind, score in scores.items() if kind not in without})[0]


def _needs_no_body(heaviest: Kind, lead: float, seen: Sequence[Seen]) -> bool:
    """Whether the header block alone decides: by its lead, or by a sign no body outweighs."""
    names = {sight.sign for sight in seen}
    if names & _SETTLED_BY_HEADERS:
        return True
    if hides(seen):
        return False
    if heaviest is Kind.PERSONAL and not names & _KNOWN:
        return False
    if heaviest is Kind.NEWSLETTER and not names & ADVERTISES:
        return False
    return heaviest is not Kind.OUTREACH and lead >= scale().certain


def _evidence(seen: Sequence[Seen], kind: Kind, message: Message) -> tuple[Evidence, ...]:
    """The signs that speak for or against this kind, heaviest first, each once."""
    signs = scale().signs
    told: dict[str, Evidence] = {}
    for sight in seen:
        weight = signs[sight.sign].weight(kind) * sight.share
        if kind is Kind.SPAM:
            weight = max(weight, points(sight.sign) * sight.share, key=abs)
        if weight and sight.sign not in told:
            says = signs[sight.sign].says
            told[sight.sign] = Evidence(
                sight.sign, says, round(weight, 2), sight.quote[:160], message.message_id
            )
    return tuple(sorted(told.values(), key=lambda evidence: -abs(evidence.weight)))
