"""What no honest sender sends: hollow headers, an author who hides, words scrambled against filters.

Pure: facts in, signs out. RFC 5322 §3.6 (Date and From are required, Message-ID and a recipient are
what every mail program writes). None of these alone makes a message spam.
"""

import re
from collections.abc import Mapping

from inbox_guard.core.address import Party, is_shared, organisation
from inbox_guard.core.authentication import Authentication
from inbox_guard.core.folder import Role
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message


def hollow_signs(message: Message, fields: Mapping[str, str]) -> list[Seen]:
    """Return the signs that speak for or against an honest sender."""
    authentication = message.authentication
    seen = [] if authentication.passed is None else _vouched(authentication)
    if message.role is Role.JUNK:
        seen.append(Seen("in-junk", message.ref.folder))
    if "date" not in fields:
        seen.append(_NO_DATE)
    if not message.message_id:
        seen.append(_NO_MESSAGE_ID)
    if "to" in fields:
        if "undisclosed" in fields["to"].lower():
            seen.append(Seen("undisclosed", fields["to"][:60]))
    elif "cc" not in fields and "bcc" not in fields:
        seen.append(_NO_RECIPIENT)
    if "    " in fields.get("subject", "") and _SCRAMBLED.search(fields["subject"]):
        seen.append(Seen("scrambled", fields["subject"].split()[-1][:40]))
    return seen


def _vouched(authentication: Authentication) -> list[Seen]:
    """What the owner's mail server found, where it looked."""
    says = authentication.says[:80]
    if authentication.passed:
        return [Seen("authenticated", says)]
    seen = [Seen("unauthenticated", says)]
    if authentication.refused:
        seen.append(Seen("refused", says))
    if authentication.unproven:
        seen.append(Seen("unproven", says))
    return seen


HOLLOW_ALONE = frozenset({"no-author", "name-in-address"})
HOLLOW_TOGETHER = frozenset({"no-date", "no-message-id"})
"""What the risk gate asks for (`core.plan.risk`): one of the first, or all of the second."""

_NO_DATE, _NO_MESSAGE_ID, _NO_RECIPIENT = map(Seen, ("no-date", "no-message-id", "no-recipient"))
_SCRAMBLED = re.compile(r"\S\s{9,}[\w.\[\]-]{2,}\s*$|\S\s{4,}(?:[A-Z]{3,}|[a-z]*\d[\w.]*)\s*$")
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_DOMAIN_AT_END = re.compile(r"[a-z0-9-]{3,}\.(?:com|net|org|co|info|de|fr|es|it|nl|pl)$")
_MADE_UP = re.compile(r"\d{4,}|[a-z]\d+[a-z]+\d+|^[bcdfghjklmnpqrstvwxz]{6,}")


def dressed_up(author: Party) -> list[Seen]:
    """Return the signs of an address behind another one's name, or one that pretends to be a domain."""
    seen: list[Seen] = []
    shown = _ADDRESS.search(author.name) if "@" in author.name else None
    if shown and organisation(shown.group(1).lower()) != organisation(author.domain):
        seen.append(Seen("name-is-address", author.name[:60]))
    local = author.address.partition("@")[0]
    if is_shared(author.domain):
        seen.append(Seen("freemail-author", author.address))
        if _DOMAIN_AT_END.search(local):
            seen.append(Seen("name-in-address", author.address))
        elif _MADE_UP.search(local):
            seen.append(Seen("numbered-author", author.address))
    if author.domain.startswith("xn--") or ".xn--" in author.domain:
        seen.append(Seen("lookalike", author.domain))
    return seen
