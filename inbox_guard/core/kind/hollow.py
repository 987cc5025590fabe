"""What no honest sender sends: hollow headers, an author who hides, words scrambled against filters.

Pure: facts in, signs out. RFC 5322 §3.6 (Date and From are required, Message-ID and a recipient are
what every mail program writes). None of these alone makes a message spam.
"""

import re
from collections.abc import Mapping

from inbox_guard.core.address import Party, is_shared, organisation
from inbox_guard.core.folder import Role
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message


def hollow_signs(message: Message, fields: Mapping[str, str]) -> list[Seen]:
    """Return the signs that speak for or against an honest sender."""
    seen: list[Seen] = []
    match message.authentication.passed:
        case True:
            seen.append(Seen("authenticated", message.authentication.says[:80]))
        case False:
            seen.append(Seen("unauthenticated", message.authentication.says[:80]))
            if message.authentication.refused:
                seen.append(Seen("refused", message.authentication.says[:80]))
            if message.authentication.unproven:
                seen.append(Seen("unproven", message.authentication.says[:80]))
        case None:
            pass
    if message.role is Role.JUNK:
        seen.append(Seen("in-junk", message.ref.folder))
    if "date" not in fields:
        seen.append(Seen("no-date"))
    if not message.message_id:
        seen.append(Seen("no-message-id"))
    if not fields.keys() & {"to", "cc", "bcc"}:
        seen.append(Seen("no-recipient"))
    elif "undisclosed" in fields.get("to", "").lower():
        seen.append(Seen("undisclosed", fields["to"][:60]))
    if "    " in fields.get("subject", "") and _SCRAMBLED.search(fields["subject"]):
        seen.append(Seen("scrambled", fields["subject"].split()[-1][:40]))
    if message.author is not None:
        seen += _dressed_up(message.author)
    return seen


_SCRAMBLED = re.compile(r"\S\s{9,}[\w.\[\]-]{2,}\s*$|\S\s{4,}(?:[A-Z]{3,}|[a-z]*\d[\w.]*)\s*$")
_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_DOMAIN_AT_END = re.compile(r"[a-z0-9-]{3,}\.(?:com|net|org|co|info|de|fr|es|it|nl|pl)$")
_MADE_UP = re.compile(r"\d{4,}|[a-z]\d+[a-z]+\d+|^[bcdfghjklmnpqrstvwxz]{6,}")


def _dressed_up(author: Party) -> list[Seen]:
    """An address behind another one's name, or one that pretends to be a domain."""
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
