"""How a witness reads one message: the words it found, as a trace that holds no secret.

A quote never carries a web address (an unsubscribe link is a key to somebody's subscription) and no
long number (a code, a card).
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cached_property

from inbox_guard.core.address import organisation_of
from inbox_guard.core.body import Body
from inbox_guard.core.history import Trace, TraceKind
from inbox_guard.core.kind import phrases
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind

QUOTE = 160
"""Characters a quote may have."""

LEAD = 600
"""Characters of the body that count as its first lines."""


@dataclass(frozen=True)
class Read:
    """A message with the signs its subject and its first lines hold, looked for once."""

    message: Message
    kind: Kind
    words: Body | None

    @cached_property
    def in_subject(self) -> frozenset[str]:
        """Signs of the subject."""
        return frozenset(hit.sign for hit in phrases.in_subject(self.message.subject))

    @cached_property
    def in_lead(self) -> tuple[phrases.Hit, ...]:
        """Signs of the first lines of the body; () where the body was not fetched."""
        return phrases.in_body(self._lead)

    def trace(
        self,
        kind: TraceKind,
        signs: Set[str],
        *,
        lead: bool = True,
        unless: re.Pattern[str] | None = None,
    ) -> tuple[Trace, ...]:
        """Return the trace that one of these signs leaves, quoting where it stands; () without one.

        A sign beside which `unless` is found does not count.
        """
        subject = self.message.subject
        for hit in phrases.in_subject(subject) if self.in_subject & signs else ():
            if hit.sign in signs and not _beside(hit.at, subject, unless):
                return self.quoting(kind, subject)
        for hit in self.in_lead if lead else ():
            if hit.sign in signs and not _beside(hit.at, self._lead, unless):
                return self.quoting(kind, self._around(hit.at))
        return ()

    def trace_where(
        self, kind: TraceKind, search: Callable[[str], int | None]
    ) -> tuple[Trace, ...]:
        """Return the trace of a subject or first lines in which `search` finds a place; () in neither."""
        if search(self.message.subject[:LEAD]) is not None:
            return self.quoting(kind, self.message.subject)
        at = search(self._lead)
        return () if at is None else self.quoting(kind, self._around(at))

    def quoting(self, kind: TraceKind, quote: str) -> tuple[Trace, ...]:
        """Return a trace for the author's organisation; () without an author."""
        author = self.message.author
        return () if author is None else (trace(kind, self.message, author.address, quote),)

    def _around(self, at: int) -> str:
        return self._lead[max(0, at - 40) : at + 120]

    def mark(self, kind: MarkKind, value: str, quote: str = "", room: int = QUOTE) -> Mark:
        """Make a mark of this message, with a clean quote of `room` characters, a value of at most 200."""
        return Mark(
            kind,
            " ".join(value.split())[:_VALUE],
            clean(quote, room),
            self.message.message_id,
            self.message.arrived,
        )

    @property
    def _lead(self) -> str:
        return self.words.text[:LEAD] if self.words else ""


def trace(kind: TraceKind, message: Message, address: str, quote: str) -> Trace:
    """Make a trace for the organisation behind `address`, with a clean quote."""
    return Trace(
        kind, organisation_of(address), address, message.arrived, message.message_id, clean(quote)
    )


def clean(text: str, room: int = QUOTE) -> str:
    """Return a quote without web addresses, long numbers and line breaks, at most `room` characters."""
    text = _NUMBER.sub("…", _WEB.sub("[link]", text))
    return " ".join(text.split())[:room]


def _beside(at: int, text: str, pattern: re.Pattern[str] | None) -> bool:
    return pattern is not None and pattern.search(text[at : at + _BESIDE]) is not None


_BESIDE = 60
_VALUE = 200
_WEB = re.compile(r"\S*://\S*|\bwww\.\S+|\bmailto:\S+", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4,}(?<!\b19\d\d)(?<!\b20\d\d)")
