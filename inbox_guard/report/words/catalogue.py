"""The shape of a language: every text of the report, so that the type checker sees a missing one.

Braces are places for `str.format`; a `Plural` holds the form for one and the form for any other
number. Texts for people are hedged: what a mailbox cannot show is never claimed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome

Plural = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Labels:
    """The short words in front of a fact."""

    sender: str
    organisation: str
    account: str
    began: str
    to: str
    sends: str
    why: str
    first_subject: str
    quotes: str
    done: str
    open: str
    now: str
    kind: str
    messages: str
    this_month: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings, in the order of the report."""

    yours: str
    glance: str
    senders: str
    people: str
    unsure: str
    kinds: str
    reach: str


@dataclass(frozen=True, slots=True)
class Stages:
    """Where a sender stands, in two or three words."""

    yours: str
    still_writing: str
    not_working: str
    asked: str
    recorded: str
    quiet: str


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    language: str
    months: tuple[str, ...]
    date: str
    day: str
    month: str
    thousands: str
    quoted: str
    evidence: str

    title: str
    period: str
    nothing: str
    senders_wrote: Plural
    of_them_new: Plural
    people_wrote: Plural
    mails_came: Plural
    were_asked: Plural
    went_quiet: Plural
    need_you: Plural

    yours_intro: str
    yours_hint: str
    people_intro: str
    unsure: Plural
    kinds_intro: Plural
    reach: str
    reach_nothing: str
    unreadable: Plural
    closing: str

    new: str
    no_alias: str
    also_to: str
    mails_this_month: Plural
    mails_in_all: Plural
    no_trace: Plural
    not_far_enough: Plural
    refused: str
    goodbye: str
    taken_off: str
    mails_after: Plural
    maybe_new: Plural

    deed: str
    nothing_done: str
    retry: str
    at_host: str
    to_domain: str
    open_needs_owner: str
    open_unknown: str
    no_reason: str

    kinds: Mapping[Kind, str]
    kind_meanings: Mapping[Kind, str]
    mechanisms: Mapping[Mechanism, str]
    outcomes: Mapping[Outcome, str]
    honours: Mapping[HonourState, Plural]
    labels: Labels
    headings: Headings
    stages: Stages
