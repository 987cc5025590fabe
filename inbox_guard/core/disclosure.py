"""What a first contact tells the owner of what the law asks it to, and what it leaves out.

Pure. One line for each question, as evidence that is kept with the first contact; none of it changes a
standing, and none of it says that a law was broken: a reader of mail cannot know which law applies.

| question | asked by |
|---|---|
| where the address comes from | GDPR Art. 14(2)(f) |
| who answers for it | GDPR Art. 13(1)(a), 14(1)(a) |
| a postal address | CAN-SPAM Act §5(a)(5)(A)(iii) |
| a way out | CAN-SPAM Act §5(a)(3); Directive 2002/58/EC Art. 13(2) and (4); UWG §7; PECR reg. 23 |
| the sender's identity | Directive 2002/58/EC Art. 13(4); PECR reg. 23; CAN-SPAM Act §5(a)(1) |
| the notice on data | GDPR Art. 13(1), 14(1) |
| an honest subject | CAN-SPAM Act §5(a)(2); Directive 2000/31/EC Art. 6(a) |
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from inbox_guard.core.address import is_shared, organisation
from inbox_guard.core.body import Body
from inbox_guard.core.data import rows
from inbox_guard.core.evidence.reading import clean
from inbox_guard.core.evidence.telling import tell
from inbox_guard.core.history import Evidence
from inbox_guard.core.kind import phrases
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import Message
from inbox_guard.core.sentences import sentences
from inbox_guard.core.subject import goes_on

SOURCE, NO_SOURCE = "disclosure-source", "disclosure-no-source"
CONTROLLER, NO_CONTROLLER = "disclosure-controller", "disclosure-no-controller"
ADDRESS, NO_ADDRESS = "disclosure-address", "disclosure-no-address"
WAY_OUT, NO_WAY_OUT = "disclosure-way-out", "disclosure-no-way-out"
IDENTITY, NO_IDENTITY = "disclosure-identity", "disclosure-no-identity"
PRIVACY, NO_PRIVACY = "disclosure-privacy", "disclosure-no-privacy"
SUBJECT, MISLEADING_SUBJECT = "disclosure-subject", "disclosure-misleading-subject"


def checklist(message: Message, words: Body | None, marks: Iterable[Mark]) -> tuple[Evidence, ...]:
    """Return one line for each question, in the order above; `marks` are those of this message.

    Where the body was not fetched (`words` None) only what the header tells is answered.
    """
    found = {mark.kind: mark for mark in reversed(tuple(marks))}
    lines = [_way_out(message, words, found.get(MarkKind.OPT_OUT)), _subject(message)]
    if words is not None:
        lines += [
            _named(
                message, found.get(MarkKind.SOURCE), SOURCE, "a source of your address", _ART_14_2_F
            ),
            _named(
                message,
                found.get(MarkKind.CONTROLLER),
                CONTROLLER,
                "a company that answers",
                _ART_13_14,
            ),
            _named(message, found.get(MarkKind.POSTAL), ADDRESS, "a postal address", _CAN_SPAM_5A5),
            _identity(message, words, found.get(MarkKind.CONTROLLER)),
            _privacy(message, words),
        ]
    return tuple(sorted((line for line in lines if line), key=lambda one: _place(one.kind)))


_ORDER = ("source", "controller", "address", "way-out", "identity", "privacy", "subject")
_ART_14_2_F = "GDPR Art. 14(2)(f)"
_ART_13_14 = "GDPR Art. 13(1)(a), 14(1)(a)"
_CAN_SPAM_5A5 = "CAN-SPAM Act §5(a)(5)"
_WAYS_OUT = "CAN-SPAM Act §5(a)(3); Directive 2002/58/EC Art. 13(4)"
_LABEL = re.compile(r"^\W{0,3}([^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?)\s?[\])）】:：-]")
_SHORTEST = 3
_FOOT = 6_000
_MOST_LINKS = 400


def _place(kind: str) -> int:
    return next(at for at, name in enumerate(_ORDER) if kind.endswith(name))


def _said(message: Message, kind: str, says: str, quote: str = "") -> Evidence:
    told = tell(kind, says)
    return Evidence(told.kind, told.says, told.weight, clean(quote), message.message_id)


def _named(message: Message, mark: Mark | None, kind: str, what: str, law: str) -> Evidence:
    """A thing that is named, or not; the kind for its lack is that with ``no-``."""
    if mark:
        return tell(kind, f"names {what}: {mark.value} ({law})", mark)
    lacking = kind.replace("disclosure-", "disclosure-no-")
    return _said(message, lacking, f"names no {what[2:]} ({law})")


def _way_out(message: Message, words: Body | None, mark: Mark | None) -> Evidence | None:
    """A way out in the header shows without the body, the lack of one does not."""
    if message.offers or mark:
        where = "its header" if message.offers else "its words"
        says = f"offers a way out in {where} ({_WAYS_OUT})"
        return _said(message, WAY_OUT, says, mark.quote if mark else "")
    if words is None:
        return None
    return _said(message, NO_WAY_OUT, f"offers no way out ({_WAYS_OUT})")


def _identity(message: Message, words: Body, controller: Mark | None) -> Evidence:
    """Whether the author's domain agrees with the company named or with where the links lead."""
    law = "Directive 2002/58/EC Art. 13(4)"
    domain = message.author.domain if message.author else ""
    theirs = organisation(domain)
    if domain and not is_shared(domain):
        if controller and _share_a_word(controller.value, f"{message.author} {domain}"):
            says = f"writes as {theirs}, which is like the company it names ({law})"
            return _said(message, IDENTITY, says, controller.value)
        if any(organisation(host) == theirs for host in _hosts(words)):
            return _said(message, IDENTITY, f"writes as {theirs}, where its links lead too ({law})")
    says = f"writes as {theirs or 'nobody clear'}; nothing in it shows who that is ({law})"
    return _said(message, NO_IDENTITY, says)


def _share_a_word(company: str, shown: str) -> bool:
    words = (word.strip(",.&«»\"'") for word in company.lower().split())
    return any(len(word) >= _SHORTEST and word in shown.lower() for word in words)


def _hosts(words: Body) -> Iterator[str]:
    for link in words.links[:_MOST_LINKS]:
        try:
            yield urlsplit(link.url).hostname or ""
        except ValueError:
            continue


def _privacy(message: Message, words: Body) -> Evidence:
    labels = (link.text for link in words.links[-_MOST_LINKS:])
    for text in (*labels, *reversed(sentences(words.text[-_FOOT:]))):
        if any(hit.sign == "privacy" for hit in phrases.found(text, _table())):
            return _said(message, PRIVACY, "points to a notice on data (GDPR Art. 13, 14)", text)
    return _said(message, NO_PRIVACY, "points to no notice on data (GDPR Art. 13, 14)")


def _subject(message: Message) -> Evidence:
    """A subject that poses as an answer, says that it is an advert, or does neither."""
    law = "CAN-SPAM Act §5(a)(2); Directive 2000/31/EC Art. 6(a)"
    subject = message.subject
    if goes_on(subject) and not message.in_reply_to:
        says = f"its subject looks like an answer, but it answers no mail ({law})"
        return _said(message, MISLEADING_SUBJECT, says, subject)
    label = _LABEL.match(subject)
    if label and any(hit.sign == "advert" for hit in phrases.found(label[1], _table())):
        return _said(message, SUBJECT, f"its subject says that it is an advert ({law})", subject)
    return _said(message, SUBJECT, f"its subject poses as no answer to you ({law})", subject)


@cache
def _table() -> phrases.Table:
    return phrases.indexed(
        (sign, language, cell) for sign, language, cell in rows("words/disclosure")
    )
