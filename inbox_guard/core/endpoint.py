"""Where one gets off a mailing: what of its unsubscribe link stays the same from mail to mail.

A mailing without a List-Id may change its From address with every issue; the place where it is
unsubscribed from does not change. Two customers of one provider share a host and nothing else, so a
shared host counts only together with the customer, and always under the sender's own organisation.
"""

import re
from urllib.parse import SplitResult, urlsplit

from inbox_guard.core.address import is_shared, organisation_of
from inbox_guard.core.mechanism import Mailto
from inbox_guard.core.message import Message
from inbox_guard.core.provider import provider


def endpoint(message: Message) -> str:
    """Return the name of the place, "" where the mail tells none: no link, or nothing that stays."""
    if message.list_id or message.author is None:
        return ""
    link = next((offer.url for offer in message.offers if not isinstance(offer, Mailto)), "")
    parts = _parts(link)
    if parts is None or not parts.hostname:
        return ""
    host = parts.hostname.lower()
    house = organisation_of(message.author.address)
    if is_shared(host):
        sent_by = provider(message)
        if sent_by is None or not sent_by.account:
            return ""
        return f"{house} {sent_by.name}:{sent_by.account}"
    return f"{house} {host}{_steady(parts.path)}"


_PERSONAL = re.compile(r"\d{3}|[0-9a-f]{12}|[A-Z].*[a-z].*[A-Z]|=|%|@|^.{24,}$")


def _parts(link: str) -> SplitResult | None:
    try:
        parts = urlsplit(link)
        return parts if parts.hostname else None
    except ValueError:
        return None


def _steady(path: str) -> str:
    """The steps of a path up to the first that may be a recipient's or a mailing's own."""
    kept: list[str] = []
    for step in path.split("/"):
        if _PERSONAL.search(step):
            break
        kept.append(step)
    return "/".join(kept).rstrip("/")
