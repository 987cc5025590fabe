"""What the owner's own server says about a message's authenticity.

Pure: header values in, an `Authentication` out. Only results under a believed authserv-id count
(RFC 8601 §5), only in the topmost run of Authentication-Results headers: anything below may be forged.
RFC 8601, RFC 6376 §3.5 (tags of a signature), RFC 8058 §4 (what must be signed).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inbox_guard.core.message import Headers


@dataclass(frozen=True, slots=True)
class Authentication:
    """The verdict of the owner's server, aligned to the author's organisation.

    `passed`: True (DMARC pass, or an aligned DKIM or SPF pass) · False (a result is there and none
    passes) · None (no believed result at all). `signs_list_headers`: an aligned, passing DKIM
    signature without ``l=`` covers List-Unsubscribe and List-Unsubscribe-Post, both present once.
    `domains`: d= of passing signatures. `assumed`: the authserv-id was not configured but taken on trust.
    """

    passed: bool | None = None
    signs_list_headers: bool = False
    domains: tuple[str, ...] = ()
    authserv_id: str = ""
    says: str = ""
    assumed: bool = False


NOBODY_ASKED = Authentication()


@dataclass(frozen=True, slots=True)
class Signature:
    """One DKIM-Signature header as far as judgement needs it (RFC 6376 §3.5)."""

    domain: str
    selector: str
    signed_headers: tuple[str, ...]
    has_length: bool
    expires: int | None


def authentication(
    headers: "Headers", author_domain: str, authserv_ids: tuple[str, ...]
) -> Authentication:
    """Read the topmost run of Authentication-Results that carry a believed id.

    Microsoft's id-less form (``spf=pass … dkim=pass …``) is believed only when "" or a
    ``*.protection.outlook.com`` / configured host is among `authserv_ids`; see the function's tests.
    """
    raise NotImplementedError


def assumed(headers: "Headers", author_domain: str) -> Authentication:
    """Read the topmost run whatever its id, marked `assumed`: for judging single files (``why PATH``)."""
    raise NotImplementedError


def topmost_id(headers: "Headers") -> str | None:
    """Return the authserv-id of the topmost Authentication-Results header; None when there is none."""
    raise NotImplementedError


def learn(seen: tuple[tuple[str | None, str], ...]) -> str | None:
    """Return the id to believe, from (topmost id, author's organisation) of the last 200 mails.

    It must stand topmost on ≥ 90 % of the mails, and these must come from ≥ 20 organisations.
    """
    raise NotImplementedError


def signatures(headers: "Headers") -> tuple[Signature, ...]:
    """Return the message's DKIM signatures, unverified."""
    raise NotImplementedError


def covers_list_headers(signature: Signature, headers: "Headers") -> bool:
    """Whether `signature` would prove both list headers (RFC 8058 §4), each present exactly once."""
    raise NotImplementedError
