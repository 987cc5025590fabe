"""One request of an attempt and its answer, as they are kept: what may be shown, and the page as it came.

Pure. No URL is kept, only hosts; no cookie; of the words an excerpt without keys (`core.redaction`). The page
itself is kept octet by octet up to a limit, as evidence, and is shown nowhere.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from inbox_guard.core.address import Owner
from inbox_guard.core.attempt import Result, busy_until
from inbox_guard.core.exchange import Answer, Request, host
from inbox_guard.core.page.markup import look
from inbox_guard.core.page.octets import is_json, text_of
from inbox_guard.core.page.steps import Deed, Press
from inbox_guard.core.redaction import redacted, secrets_of
from inbox_guard.core.vocabulary import Outcome

LARGEST = 262_144
"""Octets kept of a page; `Exchange.octets` tells how large it was."""


class PageKind(StrEnum):
    """What the page engine made of an answer: what it pressed next, or what it took it for."""

    FORM = "form"
    LINK = "link"
    ONWARD = "onward"  # leads on to another page, nothing was pressed
    STALE = "stale"  # a form refused for its token, opened once more
    BUSY = "busy"  # a temporary failure, or no connection
    DONE = "done"
    ALREADY = "already"
    PENDING = "pending"
    ACCEPTED = "accepted"
    FAILED = "failed"
    NEEDS_OWNER = "needs_owner"
    BLOCKED = "blocked"  # a safety rule refused it: nothing was sent
    UNKNOWN = "unknown"  # sent, and no answer could be read


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer. `pressed` are the words on what was pressed, "" for the first request.

    `answered_by` is the host that answered where redirects led elsewhere, else ""; `status` None
    without an answer; `says` a sentence on what was made of it; `octets` and `sha256` (hex) are of the
    whole answer, `sha256` of a letter is of the address that it went to; `rule` the owner's dated word
    that allowed it, `refused` the safety rule that forbade it; `busy_until` when the host asked to be
    left alone until then.
    """

    method: str
    host: str
    page: PageKind
    says: str
    rule: str
    at: datetime
    pressed: str = ""
    answered_by: str = ""
    status: int | None = None
    excerpt: str = ""
    octets: int = 0
    sha256: str = ""
    refused: str = ""
    busy_until: datetime | None = None
    snapshot: bytes = b""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Permission:
    """Under whose word an exchange takes place, and for whom: what is hers is not shown."""

    rule: str
    owner: Owner


def exchanged(
    request: Request,
    answer: Answer | None,
    made: Press | Result,
    permission: Permission,
    at: datetime,
    pressed: str = "",
) -> Exchange:
    """Return what is kept of a request, its answer (None: there was none) and what was made of it."""
    secrets = secrets_of(request, answer)
    blank = Exchange(
        method=request.method,
        host=request.host,
        page=page_kind(made),
        says=redacted(_says(made), secrets, permission.owner),
        rule=permission.rule,
        at=at,
        pressed=redacted(pressed, secrets, permission.owner, 100),
        refused=made.rule if isinstance(made, Result) else "",
    )
    if answer is None:
        return blank
    by = host(answer.url)
    return replace(
        blank,
        answered_by=by if by != request.host else "",
        status=answer.status,
        excerpt=redacted(_words(answer), secrets, permission.owner),
        octets=len(answer.body),
        sha256=hashlib.sha256(answer.body).hexdigest(),
        busy_until=busy_until(answer, at),
        snapshot=answer.body[:LARGEST],
    )


MAIL = "MAIL"
"""The method of a letter; the others are those of HTTP."""


def mailed(to: str, made: Result, rule: str, at: datetime) -> Exchange:
    """Return what is kept of a mail that was handed to the owner's own server for an address."""
    return Exchange(
        method=MAIL,
        host=to.rpartition("@")[2],
        page=page_kind(made),
        says=made.detail,
        rule=rule,
        at=at,
        refused=made.rule,
        sha256=fingerprint(to),
    )


def fingerprint(to: str) -> str:
    """Return what tells one address that was written to from others; addresses to leave by carry keys."""
    return hashlib.sha256(to.lower().encode("utf-8", "surrogatepass")).hexdigest()


def page_kind(made: Press | Result) -> PageKind:
    """Return what an answer was taken for."""
    if isinstance(made, Press):
        return _DEEDS[made.deed]
    if made.outcome is Outcome.FAILED and made.retry_at is not None:
        return PageKind.BUSY
    return PageKind(made.outcome.value)


_DEEDS = {
    Deed.SUBMIT: PageKind.FORM,
    Deed.LINK: PageKind.LINK,
    Deed.LOOK: PageKind.ONWARD,
    Deed.RENEW: PageKind.STALE,
}
_MOST_READ = 200_000


def _says(made: Press | Result) -> str:
    if isinstance(made, Result):
        return made.detail
    match made.deed:
        case Deed.SUBMIT:
            return f"a form that leaves by “{made.label}”"
        case Deed.LINK:
            return f"a link that leaves: “{made.label}”"
        case Deed.LOOK | Deed.RENEW:
            return f"leads to {made.label}"


def _words(answer: Answer) -> str:
    """What a person would have read, from its beginning."""
    text = text_of(answer)
    if text is None:
        return ""
    text = text[:_MOST_READ]
    if is_json(answer, text) or "<" not in text[:2_000]:
        return text
    sight = look(text, answer.url)
    return " · ".join(filter(None, (sight.title, *sight.blocks[:60])))
