"""The end of consent: they said goodbye, or the owner asked to stop, and a later opt-in did not undo it.

A goodbye counts fully against the address or domain it concerns; elsewhere in the same organisation
(a publisher has many lists) it only makes the matter unsure. CAN-SPAM 15 U.S.C. §7704(a)(4) and
others give senders days to act: mail inside that grace says nothing.
"""

import re
from collections.abc import Iterator

from inbox_guard.core.evidence import opt_in
from inbox_guard.core.evidence.reading import LEAD, Read
from inbox_guard.core.evidence.subscription import has_ended, is_off_the_list
from inbox_guard.core.evidence.telling import day, of_kind, tell
from inbox_guard.core.history import Evidence, History, Trace, TraceKind
from inbox_guard.core.honour import grace_ends
from inbox_guard.core.page.claims import Claims, claims
from inbox_guard.core.vocabulary import Kind

GOODBYE = "goodbye"
GOODBYE_ELSEWHERE = "goodbye-elsewhere"
_BLANK = re.compile(r"\n\s*\n")


def traces(read: Read) -> tuple[Trace, ...]:
    """Return the trace of a goodbye; a newsletter must say in so many words that it is one.

    What reads like a person's mail has to name a list as well, or to say so in subject and words and to
    answer nothing: colleagues say goodbye too. The words of
    a goodbye also stand over requests ("Unsubscribe confirmation: to finish, open this link"), and a
    request taken for a goodbye would end an attempt that has only begun: so the mail must also say
    in a plain sentence that the address is off the list, and ask for nothing more.
    """
    said = _said(read)
    if said.pending:
        return ()
    plainly = bool(said.done or (said.already and read.kind is not Kind.NEWSLETTER))
    worded = plainly and (read.kind is not Kind.PERSONAL or _says_it_twice(read))
    found = read.trace(TraceKind.GOODBYE, {"opt-out"}) if worded else ()
    if found or read.kind is Kind.NEWSLETTER:
        return found
    return read.trace_where(TraceKind.GOODBYE, has_ended)


def _says_it_twice(read: Read) -> bool:
    """Whether the subject is a goodbye that answers nothing, and the words that somebody is off a list."""
    words = read.words.text[:LEAD] if read.words else ""
    opens = "opt-out" in read.in_subject and not read.message.in_reply_to
    return opens and is_off_the_list(words) is not None


def _said(read: Read) -> Claims:
    text = read.words.text[:LEAD] if read.words else ""
    paragraphs = (" ".join(part.split()) for part in _BLANK.split(text))
    return claims((read.message.subject, *paragraphs))


def testify(history: History) -> Iterator[Evidence]:
    """Yield the last goodbye that their mail outlived."""
    goodbyes = of_kind(history, TraceKind.GOODBYE)
    if not goodbyes:
        return
    last = goodbyes[-1]
    if opt_in.after(history, last) or history.last_seen <= grace_ends(last.at, country=""):
        return
    says = f"their mail went on after a goodbye on {day(last.at)}"
    if _concerns(last, history):
        yield tell(GOODBYE, says, last)
    else:
        yield tell(GOODBYE_ELSEWHERE, f"{says}, which may have been about another list", last)


def _concerns(goodbye: Trace, history: History) -> bool:
    domain = goodbye.address.rpartition("@")[2]
    return any(address.rpartition("@")[2] == domain for address in history.addresses)
