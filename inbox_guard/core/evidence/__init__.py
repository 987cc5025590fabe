"""The witnesses: each small module sees one thing, says it in a sentence, and quotes its words.

`traces` and `marks` run once per message, when it is read; `testimony` once per sender, when it is judged.
What each witness proves and what it cannot is in `docs/evidence.md`.
"""

from dataclasses import replace

from inbox_guard.core.body import Body
from inbox_guard.core.evidence import (
    accounts,
    addressed,
    alias,
    attempts,
    behind,
    breach,
    broker,
    claim,
    connection,
    contacts,
    customer,
    fake_thread,
    follow_up,
    goodbye,
    imprint,
    likeness,
    opt_in,
    owners_word,
    reach,
    saluted,
    sent_by,
    slip,
    sorted_by_hand,
    way_out,
    written,
)
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents, Evidence, History, Trace, TraceKind
from inbox_guard.core.mark import Mark
from inbox_guard.core.message import Message
from inbox_guard.core.sender import SenderKind, speaker
from inbox_guard.core.vocabulary import Kind

__all__ = ["marks", "needs_words", "testimony", "traces"]


def needs_words(message: Message) -> bool:
    """Whether a message's words are needed for its traces although its kind is plain."""
    return written.may_ask_to_stop(message)


def traces(
    message: Message, kind: Kind, words: Body | None, knows: Correspondents
) -> tuple[Trace, ...]:
    """Return what this message leaves behind for the standing of an organisation.

    The owner's own mail says whom she wrote to and whom she asked to stop. Other mail speaks for its
    author's organisation only if that is who sent it: nothing forged, nothing from Junk. Of what reads
    like a person's mail only a welcome, a new account and a goodbye count: small shops write theirs like
    that, and not to hear a welcome would take a consent for none.
    """
    if message.own:
        return written.traces(message, words, knows)
    if message.role is Role.JUNK or message.author is None:
        return ()
    if message.authentication.passed is False:
        return ()
    read = Read(message, kind, words)
    if kind is Kind.PERSONAL or (kind is Kind.PLATFORM and not _of_a_person(message)):
        return (*opt_in.traces(read), *customer.opened(read), *goodbye.traces(read))
    if kind not in _SPEAKS_FOR_ITSELF:
        return ()
    return (*opt_in.traces(read), *customer.traces(read), *goodbye.traces(read))


def _of_a_person(message: Message) -> bool:
    speaks = speaker(message)
    return speaks is not None and speaks.sender.kind is SenderKind.PERSON


def marks(message: Message, kind: Kind, words: Body | None) -> tuple[Mark, ...]:
    """Return what this message carries that can be set beside others: claims, slips, providers …

    Of the header only where `words` is None. The owner's own mail carries nothing.
    """
    if message.own or message.author is None:
        return ()
    read = Read(message, kind, words)
    return tuple(mark for find in _FINDERS for mark in find(read))


def testimony(history: History) -> tuple[Evidence, ...]:
    """Return what every witness says about one sender, heaviest first."""
    about = _about_it(history)
    said = [evidence for witness in _WITNESSES for evidence in witness(about)]
    return tuple(sorted(said, key=lambda evidence: -abs(evidence.weight)))


def _about_it(history: History) -> History:
    """Leave out the traces that are about somebody else.

    People behind a network share its organisation with each other and with the network itself: the
    owner's account there is no consent to mail of theirs. What she wrote to their address may be.
    """
    if history.speaker.sender.kind is not SenderKind.PERSON:
        return history
    to_them = tuple(
        trace
        for trace in history.traces
        if trace.kind in (TraceKind.WROTE, TraceKind.REPLIED) and trace.address in history.addresses
    )
    return replace(history, traces=to_them)


_FINDERS = (
    addressed.marks,
    saluted.marks,
    sent_by.marks,
    claim.marks,
    imprint.marks,
    way_out.marks,
    slip.marks,
    broker.marks,
    fake_thread.marks,
    follow_up.marks,
    likeness.marks,
    behind.marks,
)
_SPEAKS_FOR_ITSELF = frozenset({Kind.TRANSACTIONAL, Kind.NOTIFICATION, Kind.NEWSLETTER})
_WITNESSES = (
    owners_word.testify,
    attempts.testify,
    goodbye.testify,
    written.testify,
    opt_in.testify,
    customer.testify,
    sorted_by_hand.testify,
    contacts.testify,
    accounts.testify,
    alias.testify,
    connection.testify,
    breach.testify,
    reach.testify,
    claim.testify,
    slip.testify,
    broker.testify,
    fake_thread.testify,
    follow_up.testify,
)
