"""What a mail is once its words were read: a fitted sum over everything proposes, the rules of the house dispose.

Pure. A kind that is left alone may be proposed by the sum alone. One that is acted on has to lead over
every kind that is left alone, to say so in its words, and to carry nothing that forbids it.
"""

from collections.abc import Sequence, Set

from inbox_guard.core.kind import fitted
from inbox_guard.core.kind.activity import MACHINE
from inbox_guard.core.kind.bulk import (
    ADVERTISES_PLAINLY,
    CIRCULAR,
    HERS,
    SAYS_SO,
    UNSEEN_READERS,
    goes_to_many,
    may_be_acted_on,
)
from inbox_guard.core.kind.fraud import hides, hides_by_name_only, is_fraud, points
from inbox_guard.core.kind.pitch import pitched, speaks_for_a_person
from inbox_guard.core.kind.reads import Reading
from inbox_guard.core.kind.weights import Seen, ranked, scale
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind


def settled(
    message: Message,
    by_rules: Kind,
    seen: Sequence[Seen],
    reading: Reading | None,
    scores: fitted.Scores = fitted.scores,
) -> Kind:
    """Return the kind of a mail by everything that was seen of it, its words among it."""
    names = {sight.sign for sight in seen}
    if is_fraud(seen):
        return Kind.SPAM
    if _is_settled_by_facts(by_rules, names):
        return by_rules
    every = scores(names, reading)
    found = _possible(every, names, reading)
    kind, lead = ranked(found)
    hidden = hides(seen) and not _oddly_named(seen, names, reading)
    if kind is Kind.SPAM and names & _PROVEN and lead < _doubt(names, hidden=hidden):
        if by_rules is Kind.TRANSACTIONAL:
            return by_rules  # "confirm your address": frauds borrow it from those who mean it
        kind, _ = ranked({one: score for one, score in found.items() if one is not Kind.SPAM})
    if kind is Kind.OUTREACH and _appeals(names, reading):
        kind = Kind.NEWSLETTER
    if kind is Kind.PERSONAL and by_rules is Kind.TRANSACTIONAL and _reads_like(reading, by_rules):
        return by_rules  # a small shop's letter; that it was an order must not be lost
    if kind not in _ACTED_ON:
        return kind
    harmless = _harmless(found, names)
    if names.isdisjoint(_PROVEN) and (
        every[Kind.SPAM] > max(found.values()) - scale().margin_unproven
    ):
        return Kind.SPAM if Kind.SPAM in found else harmless  # if nothing shows a fraud, it is none
    if not _earned(kind, found[kind] - found[harmless], message, names):
        return harmless
    return Kind.SPAM if names >= _FORGED else kind


def _reads_like(reading: Reading | None, kind: Kind) -> bool:
    return reading is not None and reading.first is kind


def _appeals(names: Set[str], reading: Reading | None) -> bool:
    """Whether a mailing to everybody speaks as if to one."""
    return len(names & _OF_LISTS) > 1 and _reads_like(reading, Kind.NEWSLETTER)


def _is_settled_by_facts(by_rules: Kind, names: Set[str]) -> bool:
    """Whether lists, machines or the owner's own people speak: no matter of words."""
    of_a_list = "list-software" in names and "list-post-no" not in names
    announced = names >= _ANNOUNCES and names.isdisjoint(_TALK)
    if (of_a_list or by_rules is Kind.DISCUSSION) and not announced:
        return True
    return bool(names & _FACTS) or (by_rules is Kind.PERSONAL and bool(names & _HER_PEOPLE))


def _harmless(found: dict[Kind, float], names: Set[str]) -> Kind:
    """The likeliest kind that is left alone; a network shows itself by more than words."""
    left = _LEFT_ALONE if names & _NETWORKS else _LEFT_ALONE - {Kind.PLATFORM}
    kind, _ = ranked({one: score for one, score in found.items() if one in left})
    return kind


def _earned(kind: Kind, lead: float, message: Message, names: Set[str]) -> bool:
    """Whether a kind that is acted on is sure enough, `lead` above what is left alone."""
    if message.author is None or not may_be_acted_on(names):
        return False
    return _cold(names, lead) if kind is Kind.OUTREACH else _bulk(names, lead)


_ACTED_ON = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})
_OF_LISTS = frozenset({"list-unsubscribe", "list-id", "precedence"})
_BY_HAND = frozenset({"mail-program", "thread", "quotes"})
_ANNOUNCES = frozenset({"list-software", "news-author"})
_TALK = frozenset({"list-post", "list-tag", "list-digest", "thread", "forum"})
"""An author who is named for news is alone on a list, unless something shows that others write there."""
_HER_PEOPLE = frozenset({"same-house", "known-author", "quotes-you"})
_OF_FRAUDS = frozenset(
    {"freemail-author", "undisclosed", "name-elsewhere"}
    | {"lure-domain", "posing-domain", "lookalike"}
)
_AGAINST_FILTERS = frozenset({"buried-words", "cut-words", "mixed-letters", "scrambled"})
_NETWORKS = frozenset({"network-person", "network-relay", "network-digest", "relay", "app-mail"})
_TOLD_OF = frozenset({"person-wrote", "person-asks", "person-about"})
_PROVEN = frozenset({"authenticated", "known-author"})
_LEFT_ALONE = frozenset(Kind) - _ACTED_ON - {Kind.SPAM}
"""What a mail is that would be acted on and is not sure enough."""
_ALL_THROUGH = 0.9
_FORGED = frozenset({"refused", "unproven"})
_FACTS = frozenset(
    {"bounce", "auto-replied", "certified", "application"}
    | {"network-person", "network-security", "thread-own"}
)


def _doubt(names: Set[str], *, hidden: bool) -> float:
    """The lead that spam must have where the sender is proven: banks and notaries write short warnings too."""
    if names & _AGAINST_FILTERS:
        return 0.0  # a name that lures may be chance; this is written for machines, not for readers
    if hidden:
        return scale().margin_hidden
    honest = "terse" in names and names.isdisjoint(_OF_FRAUDS)
    return scale().margin_warning if honest else scale().margin_proven


def _oddly_named(seen: Sequence[Seen], names: Set[str], reading: Reading | None) -> bool:
    """Whether a list in full, which reads like one, has nothing against it but what its domain is called."""
    like_one = _reads_like(reading, Kind.NEWSLETTER)
    return like_one and names >= _OF_LISTS and hides_by_name_only(seen)


def _possible(
    found: dict[Kind, float], names: Set[str], reading: Reading | None
) -> dict[Kind, float]:
    """Leave out what facts rule out: talk without a list, a notice that no machine seems to have written …"""
    out = {Kind.DISCUSSION}
    others = max(score for kind, score in found.items() if kind is not Kind.NOTIFICATION)
    if names.isdisjoint(MACHINE) and found[Kind.NOTIFICATION] - others < scale().margin_by_script:
        out.add(Kind.NOTIFICATION)
    if not (any(points(name) > 0 for name in names) or _reads_through_as_spam(names, reading)):
        out.add(Kind.SPAM)
    if (names & _OF_LISTS and not names & _BY_HAND) or names & _NETWORKS:
        out.add(Kind.PERSONAL)
    by_hand = "mail-program" in names or (names & _BY_HAND and names.isdisjoint(_TOLD_OF))
    if (by_hand or "news-author" in names) and names.isdisjoint(_NETWORKS):
        out.add(Kind.PLATFORM)  # nobody else speaks through what sends it
    return {kind: score for kind, score in found.items() if kind not in out}


def _reads_through_as_spam(names: Set[str], reading: Reading | None) -> bool:
    """Whether nobody vouches for a sender whose words are those of spam all through."""
    share = reading.shares.get(Kind.SPAM, 0.0) if reading is not None else 0.0
    return share >= _ALL_THROUGH and names.isdisjoint(_PROVEN)


def _cold(names: Set[str], lead: float) -> bool:
    """Whether cold mail is sure enough: two parts of such a letter, or a clear lead.

    "As you asked" is what a plumber writes whom she asked, and many a seller whom nobody did.
    """
    if names & _HER_PEOPLE or names & _NETWORKS:
        return False
    asked, terse = speaks_for_a_person(names), "terse" in names
    if asked and terse:
        return False
    if pitched(names) and not asked:
        return True
    if names.isdisjoint(_BY_HAND) and not asked:
        return lead >= scale().margin_cold
    return lead >= (scale().margin_by_hand_terse if terse else scale().margin_by_hand)


def _bulk(names: Set[str], lead: float) -> bool:
    """Whether a mailing is sure enough. Its machines send receipts too: without a phrase it leads by far."""
    margin = scale().margin_hers if names & HERS else scale().margin
    if not names & (ADVERTISES_PLAINLY | UNSEEN_READERS):
        margin = max(margin, scale().margin_wordless)
    if "terse" in names:
        if "freemail-author" in names and names.isdisjoint(CIRCULAR):
            return False  # a friend writes a line to all friends
        if names.isdisjoint(SAYS_SO):
            margin = max(margin, scale().margin_terse)
    return goes_to_many(names) and lead >= margin
