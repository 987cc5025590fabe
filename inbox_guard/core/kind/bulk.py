"""What bulk mail is, once its machinery is seen: marketing, or an affair of one's own by the same machines.

Pure: names of signs in, a kind out. List headers, bulk providers and one-click prove no marketing: parcel
services, clinics, banks and schools use them too. So a bulk mail is a newsletter by its own words,
and one that speaks of an affair of the owner's is left alone unless its subject plainly advertises.
"""

from collections.abc import Set

from inbox_guard.core.kind.wording import ADVERTISES, MARKETING
from inbox_guard.core.vocabulary import Kind

STREAMS = frozenset({"marketing-provider", "precedence", "campaign"})
"""Machinery that carries marketing more often than anything else."""

MACHINERY = STREAMS | {
    *("list-unsubscribe", "list-id", "list-post-no", "bulk-stream", "mixed-provider", "verp"),
    *("feedback-id", "noreply", "news-author", "author-news", "footer", "claim", "view-online"),
    *("many-links", "undisclosed", "remove-me"),
}
"""Signs that a mail went to many: without one of them it is no newsletter, whatever its subject says."""

OWN_AFFAIR = frozenset({"lead", "notice", "service-word", "code", "welcome"})
"""Words about something that is the owner's: her order, her child, her contract."""

HINTS = frozenset({"service-body", "desk-author", "alert-author", "activity", "auto-generated"})
"""The same, less clearly."""


def settled(names: Set[str], harmless: Kind) -> Kind:
    """Return what bulk mail with these signs is; `harmless` the heaviest kind that is left alone."""
    if not names & MACHINERY or _passed_on(names):
        return harmless
    if names & ADVERTISES or _markets(names):
        return Kind.NEWSLETTER
    if names & {"auto-generated", "activity"}:
        return Kind.NOTIFICATION
    if names & OWN_AFFAIR:
        return Kind.TRANSACTIONAL
    if names & (STREAMS | MARKETING | {"list-id", "advert-words"}):
        return Kind.NEWSLETTER
    if names & HINTS:
        return Kind.TRANSACTIONAL
    if names & {"footer", "one-click"} and "thread" not in names:  # a mailing answers nobody
        return Kind.NEWSLETTER
    return Kind.NOTIFICATION if "list-unsubscribe" in names else harmless


def _markets(names: Set[str]) -> bool:
    """Whether more of it is marketing than an affair of the owner's."""
    marketing = 2 * len(names & MARKETING) + len(names & (STREAMS | {"footer", "advert-words"}))
    own = 2 * len(names & {"lead", "notice", "service-word"}) + len(names & HINTS)
    return marketing - own > 1


def _passed_on(names: Set[str]) -> bool:
    """Whether a person passes a mailing on: its words are there, the headers of a list are not."""
    by_list = names & {"list-unsubscribe", "list-id", "precedence"}
    return bool(names & {"thread", "quotes"}) and not by_list
