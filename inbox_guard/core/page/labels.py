"""What the words on a control, or above it, mean.

Pure: text in. Size, order, colour and names of classes are what dark patterns are made of: only words count.
"""

import re
from enum import Enum, auto

from inbox_guard.core.page.words import Match, Sense, fold, longest, speaks


class Says(Enum):
    """What the words on a button or link mean."""

    LEAVE = auto()
    NEVER = auto()
    BARE = auto()
    OTHER = auto()


def says(label: str) -> Says:
    """Read the words on a button or link."""
    folded = fold(label[:_MOST])
    found = longest(folded, Sense.LEAVE, Sense.NEVER, Sense.CONFIRM, Sense.NOT)
    senses = {match.sense for match in found}
    if Sense.NEVER in senses or (Sense.NOT in senses and Sense.LEAVE in senses):
        return Says.NEVER
    if any(_turned(match) for match in found if match.sense is Sense.LEAVE):
        return Says.NEVER
    if Sense.LEAVE in senses:
        return Says.LEAVE if len(folded) <= _LONGEST_LABEL else Says.OTHER
    return Says.BARE if Sense.CONFIRM in senses and len(folded) <= 40 else Says.OTHER


def _turned(match: Match) -> bool:
    """Whether the opposite stands in the midst of it: "cancel, and keep my newsletter"."""
    return any(
        speaks(gap, Sense.NEVER, Sense.NOT, language=match.language) for gap in match.gaps if gap
    )


def says_leave(text: str) -> bool:
    """Whether a heading or a line of prose speaks of unsubscribing."""
    return bool(longest(fold(text[:_MOST]), Sense.LEAVE))


def says_join(text: str) -> bool:
    """Whether a heading invites to subscribe. "Please don't go!" does not: it may stand over the way out."""
    found = {match.sense for match in longest(fold(text[:_MOST]), Sense.LEAVE, Sense.JOIN)}
    return Sense.JOIN in found and Sense.LEAVE not in found


def says_all(label: str) -> bool:
    """Whether a label means every list."""
    return speaks(fold(label[:_MOST]), Sense.ALL)


def says_just(label: str, sense: Sense) -> bool:
    """Whether a label says this and nothing else."""
    folded = fold(label[:40])
    return any(
        match.start == 0 and not _LETTER.search(folded, match.end)
        for match in longest(folded, sense)
    )


def begins(label: str, sense: Sense) -> bool:
    """Whether a short label begins with this: "Yes please", "No, stop it"."""
    folded = fold(label[:60])
    return len(label) <= 60 and any(match.start == 0 for match in longest(folded, sense))


def says_any(text: str, *senses: Sense) -> bool:
    """Whether a text holds a stem of one of these senses."""
    return speaks(fold(text[:2_000]), *senses)


def subject(label: str) -> str:
    """What a label says beside the act itself: the name of the list, or nothing."""
    folded = fold(label[:_MOST])
    rest = folded
    for match in longest(folded, Sense.LEAVE, Sense.CONFIRM, Sense.PREFS, Sense.ADDRESS):
        rest = rest.replace(folded[match.start : match.end], " ")
    words = (word.strip("\"'.,:;!()-–—") for word in rest.split())
    return " ".join(word for word in words if _may_name(word))


def _may_name(word: str) -> bool:
    """Whether a word is long enough to name something: two signs where words are not spaced."""
    if any(sign >= "\u30a0" for sign in word):
        return len(word) > 1
    return len(word) > 3 and word not in _NO_NAMES


_LETTER = re.compile(r"\w")
_NO_NAMES = frozenset(
    {"from", "this", "list", "lists", "anyway", "please", "från", "diese", "cette"}
)
_MOST = 600
_LONGEST_LABEL = 120
