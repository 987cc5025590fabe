"""What a mail demands that a sender wrote after it was asked to stop: a link to open, or an answer.

Pure: (message, its words, who was asked) → the offer that confirms, or None. Many lists take nobody
off before that address has confirmed (double opt-out): Mailman by a link or an answer, LISTSERV by "OK",
Majordomo by a line to send back. The mail has to speak of leaving, to claim neither an end nor a beginning,
and to leave no choice between two links; a mail that asks whether one wants to stay is not answered.
"""

import re
from collections.abc import Iterator

from inbox_guard.core.address import organisation, organisation_of
from inbox_guard.core.body import Body
from inbox_guard.core.html_text import Link
from inbox_guard.core.mechanism import Mailto, Offer, Page, offered
from inbox_guard.core.message import Message
from inbox_guard.core.page.claims import claims
from inbox_guard.core.page.labels import Says, says, says_any, says_join, says_leave
from inbox_guard.core.page.targets import LEAVE_IN_URL, joins, path
from inbox_guard.core.page.words import Sense, fold, longest


def demanded(message: Message, words: Body, asked: frozenset[str]) -> Offer | None:
    """Return what confirms that the owner leaves; `asked` are the organisations that she asked to stop.

    Their mail alone counts, and only their own sites and addresses are offered. None when the mail demands
    nothing, when it is about another matter, or when it does not tell which of several links to open.
    """
    author = message.author
    if author is None or organisation_of(author.address) not in asked:
        return None
    text = words.text[:_MOST_TEXT]
    if not _is_about_leaving(message, text):
        return None
    links = [link for link in _links(words, text) if _leads_home(link.url, asked)]
    by_link = _the_one_link(links)
    return by_link or _by_mail(message, words, text, asked)


_MOST_TEXT = 6_000
_URL = re.compile(r"https?://[^\s<>\"'）」]+")
_MAILTO = re.compile(r"mailto:[^\s<>\"']+", re.IGNORECASE)
_TRAILING = ".,;:!?)]}>。"
_BLANK = re.compile(r"\n\s*\n")
_CONFIRMS_IN_URL = re.compile(r"confirm|verif|bestaetig|validat|approve", re.IGNORECASE)
_REPLY = re.compile(
    r"\brepl(?:y|ying|ies)\b|\bantwort\w*|\brépon\w*|\brespond\w*|\brispon\w*|\bantwoord\w*|\bbeantwoord\w*"
    r"|\bsvar\w*|\bodpowie\w*|\bodpowied\w*|\bvasta\w*|\bodpov\w*|ответ\w*|\byanıt\w*|返信|回复|回覆|회신|답장",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"(?:listserv|majordomo|sympa|mlmmj|ezmlm|lyris|mailman)@|[\w.]+-(?:request|confirm\S*|unsub\S*|leave\S*)@",
    re.IGNORECASE,
)
_LINE_TO_SEND = re.compile(
    r"^\s*(auth \S{4,64} unsubscribe \S.{0,200})$", re.IGNORECASE | re.MULTILINE
)
_OPEN = re.compile(
    r"\b(?:open|click|follow|visit|öffne\w*|klick\w*|ouvr\w+|cliqu\w+|abr[ae]\b|haga clic|haz clic|clique"
    r"|apr[ia]\b|clicc\w+|klik\w*|otwórz|otworz\w*|öppna|åbn\w*|åpne|avaa|otevř\w*|klep\w+|откр\w+|перейд\w+"
    r"|нажм\w+|aç\w*|tıkla\w*)\b|開|クリック|打开|打開|点击|點擊|열|클릭",
    re.IGNORECASE,
)


def _is_about_leaving(message: Message, text: str) -> bool:
    """Whether it asks to confirm that the owner leaves, and neither tells of an end nor of a beginning."""
    paragraphs = [" ".join(part.split()) for part in _BLANK.split(text)]
    told = claims(paragraphs)  # a request is often headed like a goodbye: only its text tells
    if told.done or told.already or told.joined or told.fail or told.expired:
        return False
    first = " ".join(paragraphs)[:_LEAD]
    heads = says_leave(message.subject)
    if (says(message.subject) is Says.NEVER and not heads) or says_join(message.subject):
        return False
    if not (heads or any(map(says_leave, _sentences(first)))):
        return False
    asks = says_any(f"{message.subject}\n{first}", Sense.CONFIRM) or bool(told.pending)
    return asks or bool(_OPEN.search(first) or _REPLY.search(first))


_LEAD = 1_200
_SENTENCE = re.compile(r"[^.!?。！？\n]+")


def _sentences(text: str) -> Iterator[str]:
    return (one[0] for one in _SENTENCE.finditer(text))


def _links(words: Body, text: str) -> Iterator[Link]:
    """The links of the mail, each once: those with words of their own, then addresses that stand in the text."""
    met: set[str] = set()
    for link in words.links:
        if link.url.lower().startswith("http") and link.url not in met:
            met.add(link.url)
            yield link
    for found in _URL.finditer(text):
        url = found[0].rstrip(_TRAILING)
        if url not in met:
            met.add(url)
            before = text[: found.start()].rstrip().rpartition("\n")[2]
            yield Link(url, before[-_LABEL:])


_LABEL = 300


def _leads_home(url: str, asked: frozenset[str]) -> bool:
    host = url.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()
    return organisation(host) in asked and path(url) not in {"?", "/?"}


def _the_one_link(links: list[Link]) -> Page | None:
    """The link that plainly confirms; None when several do, or the only one says the opposite."""
    kept = [link for link in links if not _says_the_opposite(link.text) and not joins(link.url)]
    plain = [
        link
        for link in kept
        if LEAVE_IN_URL.search(path(link.url))
        or _CONFIRMS_IN_URL.search(path(link.url))
        or says_leave(link.text)
        or says(link.text) in {Says.LEAVE, Says.BARE}
    ]
    chosen = plain or (kept if len(links) == 1 else [])
    urls = {link.url for link in chosen}
    return Page(urls.pop()) if len(urls) == 1 else None


def _says_the_opposite(label: str) -> bool:
    """Whether a link is labelled as one to stay; a sentence before it may speak of both."""
    found = {match.sense for match in longest(fold(label), Sense.LEAVE, Sense.NEVER)}
    return Sense.NEVER in found and Sense.LEAVE not in found


def _by_mail(message: Message, words: Body, text: str, asked: frozenset[str]) -> Mailto | None:
    """The mail that confirms: the one that a link of theirs writes, else an answer to this one."""
    written = [link.url for link in words.links if link.url.lower().startswith("mailto:")]
    uris = dict.fromkeys([*written, *(m[0].rstrip(_TRAILING) for m in _MAILTO.finditer(text))])
    offers = [offer for uri in uris for offer in offered((f"<{uri}>",), ())]
    mails = [
        offer
        for offer in offers
        if isinstance(offer, Mailto)
        and organisation_of(offer.to.lower()) in asked
        and (offer.subject or offer.body)
    ]
    if len(mails) == 1:
        return mails[0]
    return _answer(message, text, asked) if not mails else None


def _answer(message: Message, text: str, asked: frozenset[str]) -> Mailto | None:
    """An answer to the mail itself, where it asks for one or a list's robot wrote it."""
    author = message.author
    if author is None:
        return None
    to = _reply_to(message) or author.address
    if not (_REPLY.search(text) or _ROBOT.match(to)) or organisation_of(to.lower()) not in asked:
        return None
    line = _LINE_TO_SEND.search(text)
    return Mailto(
        to=to, subject=f"Re: {message.subject}"[:_LONGEST], body=line[1] if line else "OK"
    )


_LONGEST = 900


def _reply_to(message: Message) -> str:
    found = _ADDRESS.findall(message.headers.first("reply-to"))
    return str(found[0]) if len(found) == 1 else ""


_ADDRESS = re.compile(r"[^\s<>,;\"()]+@[^\s<>,;\"()]+")
