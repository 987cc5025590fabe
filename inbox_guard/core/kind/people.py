"""What is known of the author: a machine's address, a person behind a network, somebody you write to.

Pure: facts in, signs out. Addresses by `core/data/author_signs.tsv`, networks by
`core/data/network_mail.tsv`. RFC 5322 §3.6.4 (In-Reply-To, References).
"""

import re
from collections.abc import Mapping, Set
from functools import cache

from inbox_guard.core.address import Party, is_shared, organisation
from inbox_guard.core.data import rows
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind.pitch import answers_itself
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message
from inbox_guard.core.network import relayed, speaks_for_people, voice
from inbox_guard.core.subject import goes_on


def author_signs(author: Party) -> list[Seen]:
    """Return what the author's address and name give away."""
    local = author.address.partition("@")[0]
    table = _roles()
    words = {local, *_SEPARATOR.split(local)}
    seen = [Seen(table[word], author.address) for word in sorted(words) if word in table]
    if any(label in _NOTICES for label in author.domain.split(".")[:-2]):
        seen.append(Seen("alert-author", author.domain))
    if is_shared(author.domain):  # at a free provider "daily" is a part of somebody's name
        seen = [sight for sight in seen if sight.sign != "news-author"]
    if not seen and any(word in local for word in _NOREPLY):
        seen.append(Seen("noreply", author.address))
    if _NEWS_NAME.search(author.name):
        seen.append(Seen("author-news", author.name[:60]))
    return seen


def network_signs(author: Party, message: Message, fields: Mapping[str, str]) -> list[Seen]:
    """Return whether a person speaks through a network here, or the network for itself."""
    heard = voice(author, message.headers, message.subject)
    if heard is not None and heard.person:
        sign = "network-person" if heard.sure else "network-relay"
        return [Seen(sign, heard.name or heard.network)]
    for where, begins, sign in _networks().get(organisation(author.domain), ()):
        value = author.address if where == "local" else fields.get(where, "").strip().lower()
        if value and (begins[1:] in value if begins.startswith("*") else value.startswith(begins)):
            return [Seen(sign, value[:60])]
    if heard is None and "reply-to" in fields:
        return relay_signs(author, message, fields["reply-to"])
    return []


def is_network(domain: str) -> bool:
    """Return whether anything is known of mail from this domain that `network_signs` looks for."""
    return speaks_for_people(domain) or organisation(domain) in _networks()


def relay_signs(author: Party, message: Message, reply_to: str) -> list[Seen]:
    """Return whether an answer goes to a person through the relay of a portal that is no network."""
    # A colleague's Reply-To is a name; that of a portal's relay holds the number of a conversation.
    if message.list_id or not _NUMBER.search(reply_to):
        return []
    answered = relayed(author, reply_to)
    return [Seen("relay", answered[:60])] if answered else []


def thread_signs(message: Message, fields: Mapping[str, str], knows: Correspondents) -> list[Seen]:
    """Return what threading and earlier mail say: an answer to you, an answer to somebody, a pretended one."""
    seen: list[Seen] = []
    answered = message.in_reply_to
    if "references" in fields:
        answered += tuple(_MESSAGE_ID.findall(fields["references"]))
    if answered:
        seen.append(_thread(message, frozenset(answered), knows))
    elif goes_on(message.subject):
        seen.append(Seen("fake-thread", message.subject[:60]))
    if message.author is not None and message.author.address in knows.addresses:
        seen.append(Seen("known-author", message.author.address))
    return seen


def _thread(message: Message, answered: Set[str], knows: Correspondents) -> Seen:
    """Whose mail it answers: one of yours, one of its author's own, or one of somebody else's."""
    if not answered.isdisjoint(knows.own_message_ids):
        return _THREAD_OWN
    return _SELF_THREAD if answers_itself(message, answered) else _THREAD


_THREAD, _THREAD_OWN, _SELF_THREAD = map(Seen, ("thread", "thread-own", "self-thread"))


_SEPARATOR = re.compile(r"[.+_\-]")
_MESSAGE_ID = re.compile(r"<([^<>\s]+)>")
_NOREPLY = ("noreply", "no-reply", "donotreply", "do-not-reply", "nepasrepondre")
_NUMBER = re.compile(r"\d[^@\s]*@")
_NOTICES = frozenset({"alert", "alerts", "notify", "notification", "notifications", "notices"})
_NEWS_NAME = re.compile(
    r"newsletter|\bnews\b|mailing ?list|nieuwsbrief|bolet[ií]n|boletim|rundbrief|nyhedsbrev|nyhetsbrev"
    r"|uutiskirje|infolettre|рассылка|\bdaily\b|\bweekly\b|\bdigest\b|bülten|뉴스레터|メルマガ",
    re.IGNORECASE,
)


@cache
def _roles() -> dict[str, str]:
    """Word of a local part → sign."""
    return {word: sign for sign, words in rows("author_signs") for word in words.split()}


@cache
def _networks() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Domain of a network or an application → (where to look, how it begins, sign)."""
    table: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for network, where, begins, sign in rows("network_mail"):
        table[network] = (*table.get(network, ()), (where, begins, sign))
    return table
