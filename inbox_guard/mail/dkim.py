"""Proof by signature: verifies DKIM on a whole message, asking DNS for the keys.

Only used inside an attempt, after its intention is committed: a look-up of a sender's domain
already tells that somebody reads. RFC 6376 (DKIM), RFC 8301 (no rsa-sha1, no key under 1024 bit),
RFC 8058 §4 (both list headers signed).

Stricter than RFC 6376, because what is proven here makes us act for the owner: only signatures of
the author's own organisation count, and none with ``l=``, past its ``x=``, or without From.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Protocol

import dkim
import dns.exception
import dns.resolver

from inbox_guard.core.address import organisation
from inbox_guard.core.authentication import (
    LIST_HEADERS,
    Signature,
    covers_list_headers,
    signatures,
)
from inbox_guard.core.headers import Headers, split
from inbox_guard.core.outgoing import Noted, Outgoing, Way, unnoted
from inbox_guard.core.ports import Proof


class Resolver(Protocol):
    """Looks up TXT records, in the shape of dkimpy's ``dnsfunc``."""

    def __call__(self, name: bytes, timeout: float = 5) -> bytes | None:
        """The record of `name` (ending in a dot) within `timeout` seconds; None when there is none.

        Raises `dns.exception.DNSException` or OSError when nobody answers.
        """


class DkimProof:
    """A `core.ports.SignatureProof` with dkimpy and dnspython.

    `resolver` answers TXT look-ups (default: the system's resolvers); `timeout` is in seconds, over
    all look-ups of one message; `clock` says whether a signature's ``x=`` has passed.
    """

    def __init__(
        self,
        resolver: Resolver | None = None,
        timeout: float = 5,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        noted: Noted = unnoted,
    ) -> None:
        """Keep the adapters; nothing is asked before `prove`."""
        self._resolver = resolver or _system_resolver
        self._timeout = timeout
        self._clock = clock
        self._noted = noted

    def prove(self, raw: bytes, author_domain: str) -> Proof:
        """Verify the message's aligned signatures; never raises, whatever the bytes or DNS say."""
        headers, _ = split(raw)
        ours = organisation(author_domain)
        if not ours:
            return _nothing("the author's domain is not known")
        aligned = [
            (index, signature)
            for index, signature in _numbered(headers)
            if organisation(signature.domain) == ours
        ]
        if not aligned:
            return _nothing(f"no signature of {author_domain}")
        if _COSTLY.search(raw):
            return _nothing("the message is built to be slow to verify")
        questions = _Questions(self._resolver, self._timeout, self._noted)
        verified: list[Signature] = []
        refusals: list[str] = []
        for index, signature in aligned[:_MOST_SIGNATURES]:
            why = self._refusal(signature) or _broken(raw, index, questions)
            if why:
                refusals.append(why)
            else:
                verified.append(signature)
        if not verified:
            return _nothing("; ".join(dict.fromkeys(refusals)))
        covered = _unambiguous(raw) and any(
            covers_list_headers(signature, headers) for signature in verified
        )
        domains = ", ".join(dict.fromkeys(signature.domain for signature in verified))
        reach = "covers" if covered else "does not cover"
        return Proof(
            True, covered, f"a signature of {domains} verifies and {reach} the list headers"
        )

    def _refusal(self, signature: Signature) -> str:
        """Why a signature does not count even if it verifies; "" when nothing speaks against it."""
        if signature.has_length:
            return "a signature leaves the end of the body open (l=)"
        if "from" not in signature.signed_headers:
            return "a signature does not cover From"
        if signature.expires is not None and signature.expires < self._clock().timestamp():
            return "a signature has expired"
        return ""


_DNS = 53
_MOST_SIGNATURES = 5
_LONGEST_RECORD = 2_048  # an RSA key of 8,192 bit; a longer one would only cost time

_LONGEST_SIGNATURE = 8_000

# dkimpy strips trailing blanks by a pattern that is quadratic in the length of a run of them:
# measured 60 s for one run of 200 kB, 0.5 s for 1 MB of runs of 256.
_COSTLY = re.compile(rb"[ \t]{256}")
_WEAK = b"rsa-sha1"  # RFC 8301 §3.1


class _Questions:
    """The look-ups of one message under one deadline, in the shape dkimpy asks them."""

    def __init__(self, resolver: Resolver, timeout: float, noted: Noted) -> None:
        self._resolver = resolver
        self._noted = noted
        self._deadline = time.monotonic() + timeout

    def __call__(self, name: bytes, timeout: float = 5) -> bytes | None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise dkim.DnsTimeoutError("the time for DNS is used up")
        self._noted(Outgoing(Way.KEY, name.decode("ascii", "replace").rstrip("."), _DNS))
        try:
            record = self._resolver(name, timeout=left)
        except (dns.exception.DNSException, OSError) as error:
            raise dkim.DnsTimeoutError(type(error).__name__) from error
        return record if record and len(record) <= _LONGEST_RECORD else None


def _system_resolver(name: bytes, timeout: float = 5) -> bytes | None:
    try:
        answer = dns.resolver.resolve(name.decode("ascii"), "TXT", lifetime=timeout, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return None
    return next((b"".join(record.strings) for record in answer), None)


def _numbered(headers: Headers) -> Iterator[tuple[int, Signature]]:
    """Every readable signature with its place among all DKIM-Signature fields, as dkimpy counts."""
    values = [value for name, value in headers if name == "dkim-signature"]
    for index, value in enumerate(values):
        if len(value) <= _LONGEST_SIGNATURE:
            for signature in signatures(Headers((("dkim-signature", value),))):
                yield index, signature


def _broken(raw: bytes, index: int, questions: _Questions) -> str:
    """Why a signature does not verify; "" when it does."""
    try:
        verifier = dkim.DKIM(raw, minkey=1024)
        valid = verifier.verify(idx=index, dnsfunc=questions)
        algorithm = verifier.signature_fields.get(b"a", b"")
    except dkim.DKIMException as error:
        return f"a signature does not verify ({type(error).__name__})"
    except (ValueError, LookupError, TypeError, ArithmeticError, AssertionError) as error:
        # dkimpy indexes and converts what it reads without looking: hostile bytes get this far.
        return f"a signature cannot be read ({type(error).__name__})"
    if algorithm == _WEAK:
        return "a signature uses rsa-sha1"
    return "" if valid else "a signature does not verify"


def _unambiguous(raw: bytes) -> bool:
    """Whether dkimpy, too, saw each list header once.

    Our own header split stops at a cap; a genuine header beyond it would be the signed one, and a
    forged one above it the only one that we see.
    """
    seen = Counter(name.lower() for name, _ in dkim.DKIM(raw).headers)
    return all(seen[name.encode()] == 1 for name in LIST_HEADERS)


def _nothing(says: str) -> Proof:
    return Proof(authenticated=False, signs_list_headers=False, says=says)
