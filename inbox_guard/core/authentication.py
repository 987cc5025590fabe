"""What the owner's own server says about a message's authenticity.

Pure: header values in, an `Authentication` out. Only results under a believed authserv-id count
(RFC 8601 §5), only in the topmost run of Authentication-Results: anything below may be forged.
RFC 8601, RFC 6376 §3.5 (tags of a signature), RFC 8058 §4 (what must be signed).

Where the topmost run ends. A server prepends what it adds, so the topmost Authentication-Results
field is its own, wherever its Received lines stand (Postfix milters put the results above them,
Gmail below). The run goes on downwards while each further Authentication-Results field carries a
believed id, and ends for good at the first that does not, and at the first field that may be the
sender's or an earlier server's: Received, DKIM-Signature, From and the like. A server that keeps
RFC 8601 §5 strips forged copies of its id; for one that does not, a second guard holds: a method
(dkim, spf, dmarc) is taken only from the topmost field that reports it, so that a forged "pass"
right below a genuine "fail" changes nothing.
"""

import re
from collections import Counter
from dataclasses import dataclass

from inbox_guard.core.address import organisation
from inbox_guard.core.headers import Headers
from inbox_guard.core.results import Finding, Results, results_of


@dataclass(frozen=True, slots=True)
class Authentication:
    """The verdict of the owner's server, aligned to the author's organisation.

    `passed`: True (DMARC pass, or an aligned DKIM or SPF pass) · False (a result is there and none
    passes) · None (no believed result at all). `signs_list_headers`: an aligned, passing DKIM
    signature without ``l=`` covers List-Unsubscribe and List-Unsubscribe-Post, both present once.
    `domains`: d= of passing signatures. `assumed`: the authserv-id was not configured but taken
    on trust. `refused`: DMARC failed, or SPF failed and no signature holds: the author's own domain
    disowns it. `unproven`: results are there and none passes,
    for any domain.
    """

    passed: bool | None = None
    signs_list_headers: bool = False
    domains: tuple[str, ...] = ()
    authserv_id: str = ""
    says: str = ""
    assumed: bool = False
    refused: bool = False
    unproven: bool = False


NOBODY_ASKED = Authentication()


@dataclass(frozen=True, slots=True)
class Signature:
    """One DKIM-Signature header as far as judgement needs it (RFC 6376 §3.5); `value` is b=."""

    domain: str
    selector: str
    signed_headers: tuple[str, ...]
    has_length: bool
    expires: int | None
    value: str = ""


def authentication(
    headers: Headers, author_domain: str, authserv_ids: tuple[str, ...]
) -> Authentication:
    """Read the topmost run of Authentication-Results that carry a believed id.

    Ids are compared exactly but for case. Microsoft's id-less form (``spf=pass … dkim=pass …``) is
    believed only when "" or a host under ``protection.outlook.com`` is among `authserv_ids`.
    """
    believed = frozenset(name.strip().lower() for name in authserv_ids)
    if any(f".{name}".endswith(_MICROSOFT) for name in believed):
        believed |= {""}
    return _judged(headers, author_domain, believed)


def assumed(headers: Headers, author_domain: str) -> Authentication:
    """Read the topmost run whatever its id, marked `assumed`: for single files (``why PATH``)."""
    top = topmost_id(headers)
    if top is None:
        return Authentication(assumed=True)
    return _judged(headers, author_domain, frozenset({top}), taken_on_trust=True)


def topmost_id(headers: Headers) -> str | None:
    """Return the authserv-id of the topmost Authentication-Results header; None when there is none.

    Lower-case; "" is the id-less form. None, too, when the field is not one of RFC 8601 version 1.
    """
    for name, value in headers:
        if name == _FIELD:
            top = results_of(value)
            return top.authserv_id if top else None
    return None


def learn(seen: tuple[tuple[str | None, str], ...]) -> str | None:
    """Return the id to believe, from (topmost id, author's organisation) of the last 200 mails.

    It must stand topmost on ≥ 90 % of the mails, and these must come from ≥ 20 organisations.
    """
    ids = Counter(top.lower() for top, _ in seen if top is not None)
    if not ids:
        return None
    [(candidate, times)] = ids.most_common(1)
    vouched = {who for top, who in seen if who and top is not None and top.lower() == candidate}
    if times * 10 < len(seen) * 9 or len(vouched) < _ENOUGH_ORGANISATIONS:
        return None
    return candidate


def signatures(headers: Headers) -> tuple[Signature, ...]:
    """Return the DKIM signatures, unverified; one without d= or h=, or with a tag twice, is skipped."""
    return tuple(
        found
        for name, value in headers
        if name == "dkim-signature" and (found := _signature(value)) is not None
    )


def covers_list_headers(signature: Signature, headers: Headers) -> bool:
    """Whether `signature` would prove both list headers (RFC 8058 §4), each present exactly once.

    A header that is there twice proves nothing: DKIM signs the bottom one, and a copy prepended by
    somebody else still verifies (RFC 6376 §8.15). So does a body cut by ``l=`` (RFC 6376 §8.2).
    """
    present = Counter(name for name, _ in headers)
    return not signature.has_length and all(
        present[name] == 1 and name in signature.signed_headers for name in LIST_HEADERS
    )


LIST_HEADERS = ("list-unsubscribe", "list-unsubscribe-post")

_FIELD = "authentication-results"
_MICROSOFT = ".protection.outlook.com"
_ENOUGH_ORGANISATIONS = 20
_ENDS_A_RUN = frozenset(
    {
        "content-type",
        "date",
        "dkim-signature",
        "from",
        "message-id",
        "mime-version",
        "received",
        "reply-to",
        "sender",
        "subject",
        "to",
    }
)


def _judged(
    headers: Headers, author_domain: str, believed: frozenset[str], taken_on_trust: bool = False
) -> Authentication:
    run = _run(headers, believed)
    if not run:
        return Authentication(assumed=taken_on_trust)
    findings = _topmost_of_each_method(run)
    ours = organisation(author_domain)
    passing = tuple(finding for finding in findings if finding.result == "pass")
    aligned = tuple(
        finding for finding in passing if ours and organisation(_identity(finding)) == ours
    )
    who = run[0].authserv_id
    return Authentication(
        passed=bool(aligned) if findings else None,
        signs_list_headers=any(
            _signs_list_headers(finding, headers) for finding in aligned if finding.method == "dkim"
        ),
        domains=tuple(
            dict.fromkeys(_identity(finding) for finding in passing if finding.method == "dkim")
        ),
        authserv_id=who,
        says=_sentence(who, findings, aligned, author_domain),
        assumed=taken_on_trust,
        refused=not aligned and _disowned(findings),
        unproven=bool(findings) and not passing,
    )


def _disowned(findings: tuple[Finding, ...]) -> bool:
    """Whether the results say that the author's domain would not have sent it so."""
    failed = {finding.method for finding in findings if finding.result == "fail"}
    signed = any(finding.method == "dkim" and finding.result == "pass" for finding in findings)
    return "dmarc" in failed or ("spf" in failed and not signed)


def _run(headers: Headers, believed: frozenset[str]) -> tuple[Results, ...]:
    run: list[Results] = []
    for name, value in headers:
        if name == _FIELD:
            found = results_of(value)
            if found is None or found.authserv_id not in believed:
                break
            run.append(found)
        elif run and name in _ENDS_A_RUN:
            break
    return tuple(run)


def _topmost_of_each_method(run: tuple[Results, ...]) -> tuple[Finding, ...]:
    kept: list[Finding] = []
    reported: set[str] = set()
    for field in run:
        fresh = [found for found in field.findings if found.method not in reported]
        kept += fresh
        reported |= {found.method for found in fresh}
    return tuple(kept)


def _identity(finding: Finding) -> str:
    """The domain a result speaks of: From (DMARC), the signer (DKIM), the envelope (SPF)."""
    match finding.method:
        case "dmarc":
            said = finding.says("header.from")
        case "spf":
            said = finding.says("smtp.mailfrom")
        case _:
            said = finding.says("header.d") or finding.says("header.i")
    return said.rpartition("@")[2].strip("<>.").lower()


def _sentence(
    who: str, findings: tuple[Finding, ...], aligned: tuple[Finding, ...], author_domain: str
) -> str:
    server = who or "the mail server"
    if not findings:
        return f"{server} checked neither DKIM, SPF nor DMARC"
    if aligned:
        methods = " and ".join(dict.fromkeys(finding.method.upper() for finding in aligned))
        return f"{server} says that {methods} passed for {author_domain}"
    methods = ", ".join(f"{finding.method}={finding.result}" for finding in findings)
    return f"{server} found nothing that vouches for {author_domain} ({methods})"


def _signs_list_headers(finding: Finding, headers: Headers) -> bool:
    """Whether the signature that this result is about covers both list headers.

    Without header.s and header.b the result may be about any signature of that domain; then every
    one of them has to cover both, for one that fails may have been written by anybody.
    """
    domain = _identity(finding)
    selector, prefix = finding.says("header.s").lower(), finding.says("header.b")
    meant = [
        signature
        for signature in signatures(headers)
        if signature.domain == domain
        and selector in ("", signature.selector)
        and signature.value.startswith(prefix)
    ]
    return bool(meant) and all(covers_list_headers(signature, headers) for signature in meant)


_NUMBER = re.compile(r"[0-9]{1,19}")


def _signature(value: str) -> Signature | None:
    """Read a tag list (RFC 6376 §3.2)."""
    tags: dict[str, str] = {}
    for tag in value.split(";"):
        name, equals, said = tag.partition("=")
        name = name.strip()
        if not equals:
            if name:
                return None
            continue
        if name in tags:
            return None
        tags[name] = re.sub(r"\s+", "", said)
    if not tags.get("d") or not tags.get("h"):
        return None
    expires = tags.get("x", "")
    return Signature(
        domain=tags["d"].lower(),
        selector=tags.get("s", "").lower(),
        signed_headers=tuple(tags["h"].lower().split(":")),
        has_length="l" in tags,
        expires=int(expires) if _NUMBER.fullmatch(expires) else None,
        value=tags.get("b", ""),
    )
