"""What a machine's mail is: word of others' activity, or an affair of the owner's own.

Pure: names of signs in, a kind out. A noreply address or Auto-Submitted is on receipts and codes, on
newsletters and on notices alike, so it says that a machine wrote and no more. Notification and
platform are earned by what tells of activity or of a person, and only where a machine wrote.
"""

from collections.abc import Callable, Set

from inbox_guard.core.kind.wording import ADVERTISES, SERVICE
from inbox_guard.core.vocabulary import Kind

SETTLES = frozenset({"application", "network-digest", "cron"})
"""Facts of the header that tell of activity by themselves."""

_OTHERS = frozenset({"activity", "activity-foot"})
TELLS = SETTLES | _OTHERS | {"app-mail", "program-author", "reminder", "notice-settings"}
"""What tells of activity."""

MACHINE = TELLS - {"activity", "reminder"} | {
    *("noreply", "alert-author", "daemon-author", "news-author", "desk-author", "relay"),
    *("auto-generated", "null-return-path"),
    *("list-unsubscribe", "list-id", "one-click", "precedence", "feedback-id", "verp", "campaign"),
    *("mixed-provider", "marketing-provider", "service-stream", "bulk-stream"),
}
"""What shows that no person's mail program wrote it."""

_LISTS = frozenset(
    {"list-post", "list-software", "list-tag", "list-digest", "list-id", "forum", "precedence"}
)
_PERSONS = frozenset({"person-wrote", "person-asks", "person-about"})
_STRONGER = frozenset({Kind.SPAM, Kind.DISCUSSION})
_PLATFORM = MACHINE | {"network-person", "network-relay"}
_OWN = SERVICE | {"lead", "notice", "service-word", "code"}
_MAILING = ADVERTISES | {"news-author", "author-news", "claim", "campaign", "bulk-stream"}


def settled_activity(kind: Kind, names: Set[str], harmless: Callable[[], Kind]) -> Kind:
    """Return what a mail of this kind is; `harmless` gives the heaviest kind that needs no earning."""
    if "relay" in names and names & _PERSONS and kind not in _STRONGER and not names & TELLS:
        return Kind.PLATFORM
    if kind is Kind.NEWSLETTER and names & _OTHERS and not names & _MAILING:
        return Kind.NOTIFICATION
    if kind is Kind.NOTIFICATION:
        kind = _notice(names, harmless)
    elif kind is Kind.PLATFORM and names.isdisjoint(_PLATFORM):
        kind = harmless()
    if kind is Kind.DISCUSSION:
        kind = _posted(names)
    return kind


def _notice(names: Set[str], harmless: Callable[[], Kind]) -> Kind:
    """Whether a machine tells of others; of an affair of the owner's it is her own mail."""
    if names & SETTLES:
        return Kind.NOTIFICATION
    if not names & MACHINE:
        return harmless()
    # A machine that only reminds speaks of one's own list: what it reminds of stands in its first lines.
    own = names & (_OWN - {"lead"} if {"reminder", "alert-author"} <= names else _OWN)
    if not names & TELLS or (own and not names & _OTHERS):
        return Kind.TRANSACTIONAL
    return Kind.NOTIFICATION


def _posted(names: Set[str]) -> Kind:
    """Whether a list is there at all, and whether its software asks for a confirmation."""
    robot = "opt-in" in names or names >= {"list-software", "auto-generated"}
    if robot and names.isdisjoint({"thread", "list-tag", "list-digest"}):
        return Kind.TRANSACTIONAL  # about a subscription, or about a post that is held
    if not names & _LISTS:
        return Kind.TRANSACTIONAL if names & MACHINE else Kind.PERSONAL
    return Kind.DISCUSSION
