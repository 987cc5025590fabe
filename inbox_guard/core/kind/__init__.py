"""What a message is, from its headers first and its words only where they decide.

Pure. `look` sees signs, every sign carries a weight and says what it saw; the weights add up in
`weights`. What the sum proposes is held back where being wrong would cost a wanted mail: `bulk` tells
mailings from the owner's own affairs, `pitch` cold mail from people, `activity` notices from both,
`fraud` what no honest sender sends. A kind that is acted on (newsletter, outreach) has to be earned:
in doubt a message is one that is left alone.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from inbox_guard.core.address import is_shared
from inbox_guard.core.body import Body
from inbox_guard.core.history import Correspondents, Evidence
from inbox_guard.core.kind import fitted
from inbox_guard.core.kind.activity import MACHINE, settled_activity
from inbox_guard.core.kind.bulk import (
    ACTIVITY,
    CIRCULAR,
    OWN_AFFAIR,
    mails_everybody,
    plainly,
)
from inbox_guard.core.kind.fraud import hides, is_fraud
from inbox_guard.core.kind.look import look
from inbox_guard.core.kind.pitch import bared, own_words, pitched
from inbox_guard.core.kind.reads import Reading, reads
from inbox_guard.core.kind.telling import evidence
from inbox_guard.core.kind.weights import Seen, ranked, scale, weigh
from inbox_guard.core.kind.whole import settled
from inbox_guard.core.kind.wording import ADVERTISES, SERVICE
from inbox_guard.core.message import Message
from inbox_guard.core.subject import is_passed_on
from inbox_guard.core.vocabulary import Kind

__all__ = ["SHIPPED", "Judged", "Tables", "judge", "judge_whole", "reads_like_fraud"]


class Judged(NamedTuple):
    """A message's kind, what was seen of it, and whether its body could still change it."""

    kind: Kind
    certain: bool
    seen: tuple[Seen, ...]
    message_id: str
    reading: Reading | None = None

    @property
    def signs(self) -> tuple[Evidence, ...]:
        """The signs in words, in order of weight; put together when asked for, as most are only counted."""
        return evidence(self.seen, self.kind, self.message_id, self.reading)


class Tables(NamedTuple):
    """What was fitted: how a subject and a text read, and what signs and that reading add up to."""

    reads: Callable[[str, str], Reading | None]
    scores: fitted.Scores


SHIPPED = Tables(reads, fitted.scores)


def judge(
    message: Message, words: Body | None, knows: Correspondents, tables: Tables = SHIPPED
) -> Judged:
    """Judge one message; `words` is None on the header-only first pass."""
    if message.own:
        return Judged(Kind.PERSONAL, True, (Seen("own"),), message.message_id)
    seen = look(message, words, knows)
    by_rules = by_the_rules(message, seen, read=words is not None)
    if words is None or len(words.text.strip()) < _A_WORD:
        return by_rules
    reading = tables.reads(message.subject, _to_read(message, words, seen))
    kind = settled(message, by_rules.kind, by_rules.seen, reading, tables.scores)
    return by_rules._replace(kind=kind, reading=reading)


def _to_read(message: Message, words: Body, seen: Sequence[Seen]) -> str:
    """The text that is read: all of it, but of a mail that a proven author passes on what she says herself.

    "Is this real or rubbish?" above a seller's letter is a friend's; who is not proven may hide in a quote.
    """
    if is_passed_on(message.subject) and _PROVEN & {sight.sign for sight in seen}:
        return own_words(words.text, message)
    return words.text


def judge_whole(message: Message, words: Body, knows: Correspondents) -> Judged:
    """Judge a mail of which everything is at hand, as a sweep would that fetches words only where it needs them.

    What its header block settles stays settled, so that one mail has one kind, but for frauds. A mailing that
    nobody vouches for is none by its words alone: it is never contacted, and old mail is all like that.
    """
    read = judge(message, words, knows)
    by_header = judge(message, None, knows)
    if not by_header.certain or by_header.kind is read.kind:
        return read
    names = {sight.sign for sight in read.seen}
    if read.kind is Kind.SPAM and (by_header.kind is not Kind.NEWSLETTER or names & _PROVEN):
        return read
    return read._replace(kind=by_header.kind)


def reads_like_fraud(message: Message, words: Body) -> bool:
    """Return whether a mail of a proven author is a fraud by its words, whatever its header block settled."""
    proven = replace(message, authentication=replace(message.authentication, passed=True))
    return judge(proven, words, _NOBODY).kind is Kind.SPAM


_NOBODY = Correspondents()


def by_the_rules(message: Message, seen: Sequence[Seen], *, read: bool) -> Judged:
    """Judge by hand-made weights and rules: all there is before the words are read."""
    author = message.author
    shared = is_shared(author.domain) if author else None
    kind, certain = _ruled(tuple(map(_WITHOUT_QUOTE, seen)), shared, read)
    return Judged(kind, certain, tuple(seen), message.message_id)


_WITHOUT_QUOTE: Callable[[Seen], tuple[str, float]] = itemgetter(0, 2)


@lru_cache(maxsize=8_192)
def _ruled(
    signs: tuple[tuple[str, float], ...], shared: bool | None, read: bool
) -> tuple[Kind, bool]:
    """Return the kind by signs and their shares alone, and whether a body could still change it.

    `shared` says whether its author's domain is one of many people; None when there is no clear author.
    Remembered, for the mails of one sender show the same signs again and again; no quote bears on it.
    """
    seen = [Seen(sign, share=share) for sign, share in signs]
    names = frozenset([sign for sign, _ in signs])
    fraud, hidden = is_fraud(seen), hides(seen)
    scores = _believed(weigh(bared(seen, names)), names)
    heaviest, lead = ranked(scores)
    kind = Kind.SPAM if fraud else _guarded(heaviest, scores, names, shared, read=read)
    kind = settled_activity(kind, names, lambda: _best(scores, without=_ACTED_ON | _EARNED))
    certain = fraud or read or (not hidden and _needs_no_body(kind, heaviest, lead, names))
    return kind, certain


_A_WORD = 12
"""Characters of a text that has nothing to read: its header block decides."""
_ACTED_ON = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})
_EARNED = frozenset({Kind.NOTIFICATION, Kind.PLATFORM})
_BULK_OR_SERVICE = frozenset(
    {Kind.NEWSLETTER, Kind.TRANSACTIONAL, Kind.NOTIFICATION, Kind.PERSONAL}
)
_PROVEN = frozenset({"authenticated", "known-author"})
_FORGED = frozenset({"refused", "unproven"})
_SETTLED_BY_HEADERS = frozenset(
    {"bounce", "auto-replied", "certified", "application"}
    | {"network-person", "network-security", "thread-own"}
)
_OF_CONSENT = frozenset({"signup-word", "welcome", "opt-in", "opt-out"})
_A_CONFIRMATION = frozenset({"signup-word"})
_NUMBERED = frozenset({"service-words", "notice"})
_TO_BE_READ = frozenset(
    {"wallet", "mailbox", "document", "script-sent", "name-elsewhere", "undisclosed"}
    | {"freemail-author", "sales-domain", "numbered-author"}
)
"""What frauds and sellers borrow: the header block alone never settles it."""
_BY_HAND = frozenset({"mail-program", "fake-thread", "thread"})
_KNOWN = frozenset({"known-author", "same-house"})  # anybody else may be a stranger who sells
_MAY_BE_MAILING = ADVERTISES | {"market-hint", "news-author"}


def _believed(scores: Mapping[Kind, float], names: Set[str]) -> Mapping[Kind, float]:
    """The sum has only words against a proven sender, and `fraud` saw no more: they make no spam."""
    if names & _PROVEN:
        return {kind: score for kind, score in scores.items() if kind is not Kind.SPAM}
    return scores


def _guarded(
    kind: Kind, scores: Mapping[Kind, float], names: Set[str], shared: bool | None, *, read: bool
) -> Kind:
    """Hold back the kinds that are acted on where being wrong would cost a wanted mail."""
    if kind in _BULK_OR_SERVICE:
        kind = _bulk_or_service(kind, scores, names, shared, read=read)
    elif kind is Kind.OUTREACH:
        kind = _cold(scores, names, shared, read=read)
    if kind in _ACTED_ON and names >= _FORGED:
        return Kind.SPAM  # its domain disowns it and nobody else vouches: no list of anybody's
    return kind


def _bulk_or_service(
    kind: Kind, scores: Mapping[Kind, float], names: Set[str], shared: bool | None, *, read: bool
) -> Kind:
    """Tell mailings from the owner's own affairs; what looks like a person's has to be a circular."""
    circular = kind is not Kind.PERSONAL or names & CIRCULAR
    if circular and _mailing(names, shared, read=read):
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


def _cold(
    scores: Mapping[Kind, float], names: Set[str], shared: bool | None, *, read: bool
) -> Kind:
    """Whether what looks like cold mail is: its words were read, and hold two parts of such a letter."""
    if names & SERVICE and not names & ADVERTISES:
        return Kind.TRANSACTIONAL
    harmless = _best(scores, without=_ACTED_ON)
    if shared is None or scores[Kind.OUTREACH] < scale().earned:
        return harmless
    doubtful = scores[Kind.OUTREACH] - scores[Kind.PERSONAL] < scale().reliant
    if read and not doubtful and pitched(names):
        return Kind.OUTREACH
    bulk = "list-unsubscribe" in names and _mailing(names, shared, read=read)
    return Kind.NEWSLETTER if bulk else harmless


def _mailing(names: Set[str], shared: bool | None, *, read: bool) -> bool:
    """Whether it is a mailing with one clear author."""
    return shared is not None and mails_everybody(names, read=read, shared=shared)


def _best(scores: Mapping[Kind, float], without: Set[Kind]) -> Kind:
    """The heaviest kind that is none of these."""
    return ranked({kind: score for kind, score in scores.items() if kind not in without})[0]


def _confirms_an_order(names: Set[str]) -> bool:
    """Whether what is confirmed is an order, by its number, and no subscription."""
    numbered = "order" in names and not names.isdisjoint(_NUMBERED)
    return numbered and names & _OF_CONSENT == _A_CONFIRMATION


def _needs_no_body(kind: Kind, heaviest: Kind, lead: float, names: Set[str]) -> bool:
    """Whether the header block alone decides: by its lead, or by a sign no body outweighs."""
    if not names.isdisjoint(_SETTLED_BY_HEADERS):
        return True
    if not names.isdisjoint(_OF_CONSENT) and not _confirms_an_order(names):
        return False  # what a sender may rely on stands in such words
    if kind is Kind.DISCUSSION and "list-post" in names and "news-author" not in names:
        return True  # people write to a list as they write to friends
    if not names.isdisjoint(_TO_BE_READ):
        return False
    if names & _BY_HAND and names.isdisjoint(MACHINE):
        return False  # a neighbour writes of a parcel, and who sells of an invoice
    if plainly(kind, names):
        return True
    if heaviest is Kind.PERSONAL and not names & _KNOWN:
        return False
    if Kind.NEWSLETTER in (kind, heaviest) or names & _MAY_BE_MAILING:
        return False
    return heaviest is not Kind.OUTREACH and lead >= scale().certain
