"""What bulk mail is, once its machinery is seen: marketing, or an affair of one's own by the same machines.

Pure: names of signs in, a verdict out. List headers, bulk providers and one-click prove no marketing:
parcel services, clinics, banks and schools use them too. So the words decide, by the points of
`core/data/bulk_points.tsv`: offers, news and the feet below them against amounts, dates and numbers
that are the owner's. In doubt a mail is none: the newsletter has to be earned.
"""

from collections.abc import Set
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.kind.wording import ADVERTISES, SERVICE
from inbox_guard.core.vocabulary import Kind

MACHINERY = frozenset(
    {"list-unsubscribe", "list-id", "list-post-no", "precedence", "campaign", "marketing-provider"}
    | {
        "bulk-stream",
        "mixed-provider",
        "verp",
        "feedback-id",
        "noreply",
        "news-author",
        "news-host",
    }
    | {"author-news", "footer", "claim", "view-online", "unsubscribe-link", "many-links"}
    | {"undisclosed", "to-itself"}
)
"""Signs that a mail went to many: without one of them it is no newsletter, whatever its subject says."""

CIRCULAR = frozenset(
    {"list-unsubscribe", "list-id", "precedence", "campaign", "marketing-provider", "bulk-stream"}
    | {"list-post-no", "news-author", "author-news", "unsubscribe-link", "footer", "claim"}
)
"""What a mail that looks like a person's needs besides its points: a way out, or a list."""

CIRCULAR_BY_PERSON = frozenset(
    {"list-unsubscribe", "list-id", "precedence", "campaign", "marketing-provider", "bulk-stream"}
    | {"undisclosed", "to-itself"}
)
"""Without one of these, mail from a freemail address goes to one person."""

UNSEEN_READERS = frozenset({"undisclosed", "to-itself", "no-recipient"})
"""Who reads it is kept from whoever reads it: the copies of a circular."""

STREAMS = frozenset(
    {"marketing-provider", "campaign", "bulk-stream", "list-post-no", "precedence"}
    | {"news-author", "news-host", "author-news"}
)
"""Machinery that carries marketing or news more often than anything else."""

LISTED = STREAMS | {"list-unsubscribe", "list-id"}
NEWS_OR_FOOT = frozenset(
    {
        "footer",
        "claim",
        "view-online",
        "unsubscribe-link",
        "news-word",
        "issue-number",
        "many-links",
    }
)
"""Without list headers, what tells a circular from a letter to all friends."""

SAYS_SO = ADVERTISES | {
    *("market-hint", "advert-words", "advert-more", "price-cut", "news-foot", "view-online"),
    *("news-author", "news-host", "author-news", "list-post-no", "bulk-stream", "many-links"),
    *("claim", "campaign"),
}
"""Signs of marketing or news; the rest is machinery."""

OWN_AFFAIR = frozenset(
    {
        "lead",
        "notice",
        "notice-lead",
        "service-word",
        "labelled",
        "own-data",
        "reference",
        "welcome",
    }
    | {"desk-author", "salute-one", "lead-secret", "service-host"}
)
"""Words about something that is the owner's: her order, her child, her contract."""

HERS_IN_WORDS = frozenset(
    {"service-words", "notice", "lead", "lead-secret", "labelled", "own-data", "reference"}
)
"""Words and numbers that a text about somebody's own order, ticket or contract has."""

HINTS = frozenset({"figures", "notice-lead", "service-word", "signup-word", "salute-one"})
"""The same, less clearly."""

ACTIVITY = frozenset({"activity", "alert-author", "application", "network-digest", "cron"})
"""Words about what others did, or about what she asked to be reminded of."""

HER_OWN = SERVICE | {"notice", "service-word", "signup-word", "welcome", "desk-author", "activity"}
"""What a header block shows of her own affairs."""

MACHINES = frozenset({"noreply", "alert-author", "auto-generated"})
"""Authors that tell of activity more often than they advertise."""

SETTLED = frozenset(
    {
        "bounce",
        "auto-replied",
        "report",
        "daemon-author",
        "application",
        "certified",
        "cron",
        "forum",
    }
    | {"network-person", "network-security", "network-digest", "thread-own", "list-post"}
    | {"known-author"}
)
"""Signs that no word outweighs: such a mail is never a newsletter."""

SECRET = frozenset(
    {"code", "reset", "security", "opt-in", "opt-out", "health", "tax", "bounce-words"}
)
"""Subjects of the guard rail that marketing hardly borrows."""


def mails_everybody(names: Set[str], *, read: bool, shared: bool) -> bool:
    """Return whether mail with these signs is a mailing; `read` whether its words are among them.

    `shared` says that its author writes from a domain of many people, a freemail provider's.
    """
    if shared and not names & CIRCULAR_BY_PERSON:
        return False
    if names.isdisjoint(_LISTED_OR_FOOT) or names.isdisjoint(MACHINERY):
        return False
    if not names.isdisjoint(SETTLED) or _passed_on(names):
        return False
    if "list-software" in names and "list-post-no" not in names:
        return False
    says_so = not names.isdisjoint(SAYS_SO)
    if not read and not says_so:
        return False
    advertises = not names.isdisjoint(ADVERTISES)
    if (names & SECRET and not advertises) or "lead-secret" in names:
        return False
    if names & SERVICE and not advertises and not _only_sells(names, read=read):
        return False
    if names & MACHINES and not names & _SAYS_MORE:
        return False  # one word of advertising stands in many a notice
    if names & HERS_IN_WORDS and not names & _SAYS_MORE:
        return False
    if not says_so and (names & (HERS_IN_WORDS | HINTS) or not names & STREAMS):
        return False  # a machine and a foot: a school, a garage and a landlord have them as well
    limit = "mailing" if says_so else "mailing-wordless"
    if not read:
        limit = "mailing-unread"
    if not read and not advertises and not names & STREAMS:
        return False
    return _points(names) >= _table()[1][limit]


ADVERTISES_PLAINLY = SAYS_SO - {"claim", "campaign", "advert-words", "many-links"}
"""Signs of marketing or news that a school's or a garage's service mail hardly has."""

HERS = HER_OWN | OWN_AFFAIR | {"figures", "post-counts"}
"""Whatever may be an affair of the owner's: what is acted on has to outweigh it by far."""


def may_be_acted_on(names: Set[str]) -> bool:
    """Return whether no fact forbids to act on mail with these signs: no code, no machine, no list's talk."""
    secret = names & SECRET and not names & ADVERTISES
    return not (names & SETTLED or secret or names & {"lead-secret", "no-author"})


def goes_to_many(names: Set[str]) -> bool:
    """Return whether anything shows that a mail went to more than one person."""
    return bool(names & _TO_MANY)


_TO_MANY = MACHINERY - {"noreply"} | {"news-word", "news-foot", "salute-many"} | UNSEEN_READERS


def _only_sells(names: Set[str], *, read: bool) -> bool:
    """Whether a text sells or tells news, with nothing of hers, though its subject sounds like service."""
    return read and bool(names & SAYS_SO) and not names & HERS_IN_WORDS


def plainly(kind: Kind, names: Set[str]) -> bool:
    """Return whether the header block alone settles bulk or service mail, so that no body is needed.

    A newsletter needs a way out, something that says so, and none of the owner's affairs: who sends news
    says "you're registered" too, and an alarm that she set tells of a price cut. The kinds that are left alone
    may be settled sooner: being wrong there only leaves a mailing where it lies.
    """
    if kind is Kind.NEWSLETTER:
        told = names & (_TOLD_BY_HEADER if names & _SENT_AS_NEWS else _TOLD_BY_MORE_THAN_A_PRICE)
        return "list-unsubscribe" in names and bool(told) and not names & HER_OWN
    if "authenticated" not in names or not names.isdisjoint(_DOUBTED):
        return False  # what poses as a bank has to be read
    points, limits = _points(names), _table()[1]
    if kind is Kind.TRANSACTIONAL:
        return points <= limits["hers" if "list-unsubscribe" in names else "hers-no-list"]
    return kind is Kind.NOTIFICATION and bool(names & ACTIVITY) and points <= limits["happened"]


def _points(names: Set[str]) -> float:
    """Add up the points: above 0 for a mailing, below for an affair of the owner's."""
    table = _table()[0]
    points = sum([table[name] for name in names if name in table])
    if names & SECRET:
        points += table["secret-subject"]
    elif names & ADVERTISES:  # "your order is waiting, and so is 20 % off"
        points -= table["service-word"] if "service-word" in names else 0.0
    elif names & _OTHER_SERVICE:
        points += table["service-subject"]
    return round(points, 6)  # a set has no order, and sums of decimals depend on it


_LISTED_OR_FOOT = LISTED | NEWS_OR_FOOT
_DOUBTED = SAYS_SO | {"unauthenticated", "in-junk"}
_TOLD_BY_HEADER = ADVERTISES | {
    *("market-hint", "list-post-no", "news-host", "author-news"),
    *("campaign", "bulk-stream", "marketing-provider"),
}
_TOLD_BY_MORE_THAN_A_PRICE = _TOLD_BY_HEADER - {"percent-off"}
_SENT_AS_NEWS = frozenset({"news-author", "list-id", "precedence"})
_SAYS_MORE = SAYS_SO - {"advert-words"}
_OTHER_SERVICE = SERVICE - {"service-words"}


@cache
def _table() -> tuple[dict[str, float], dict[str, float]]:
    """The points of every sign, and the thresholds. Raises ValueError for a row that is none."""
    points = {name: float(value) for name, value in rows("bulk_points")}
    thresholds = {name[1:]: value for name, value in points.items() if name.startswith("@")}
    return {name: value for name, value in points.items() if name[0] != "@"}, thresholds


def _passed_on(names: Set[str]) -> bool:
    """Whether a person passes a mailing on: its words are there, the headers of a list are not."""
    by_list = names & {"list-unsubscribe", "list-id", "precedence"}
    return bool(names & {"thread", "quotes"}) and not by_list
