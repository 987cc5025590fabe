"""S14, S15: which whole messages, really signed, lead to a one-click POST, which to a page, which to nobody.

Nothing is answered by the owner's server unless a case says so: dkimpy verifies, a resolver of the test
serves the keys.
"""

import pytest

from inbox_guard.core.vocabulary import Outcome
from inbox_guard.mail.dkim import DkimProof
from tests.fakes.web import FakeWeb, answer
from tests.letters import AUTHSERV_ID, newsletter
from tests.mail.signing import ALL, RECORD, SMALL_PEM, SMALL_RECORD, signed
from tests.web.street import NOW, walk_out

URL = "https://lamps.test/u?t=1"
ELSEWHERE = "https://victim.test/u?t=9"
MAIL = newsletter("Lamps <news@lamps.test>", NOW, way_out=f"<{URL}>", proven=False)
KEYS = {
    b"k1._domainkey.lamps.test.": RECORD,
    b"k1._domainkey.bulk.lamps.test.": RECORD,
    b"k1._domainkey.esp.test.": RECORD,
    b"k1._domainkey.notlamps.test.": RECORD,
    b"small._domainkey.lamps.test.": SMALL_RECORD,
}
LAST_YEAR, NEXT_YEAR = 1_763_000_000, 1_798_000_000
POST, PAGE, NOBODY = ["POST", "GET"], ["GET"], []


def by(domain: bytes = b"lamps.test", mail: bytes = MAIL, **how: object) -> bytes:
    return signed(mail, domain, **how)  # type: ignore[arg-type]


def results(found: str) -> bytes:
    return f"Authentication-Results: {AUTHSERV_ID}; {found}\r\n".encode()


def forged(name: bytes, value: bytes, mail: bytes) -> bytes:
    return name + b": " + value + b"\r\n" + mail


OPEN_END = by(length=True) + b"\r\nThis was added, and the signature still holds.\r\n"
LU, LUP = b"List-Unsubscribe", b"List-Unsubscribe-Post"

# What is asked of the senders, in order: the POST is refused by the server, so that a page follows it.
CASES: dict[str, tuple[bytes, list[str]]] = {
    "signed as RFC 8058 wants it": (by(), POST),
    "signed by a subdomain": (by(b"bulk.lamps.test"), POST),
    "not expired yet": (by(selector=b"k1; x=%d" % NEXT_YEAR), POST),
    "oversigned: each field named once more": (by(headers=(*ALL, *ALL)), POST),
    # duplicates
    "a second List-Unsubscribe above": (forged(LU, f"<{ELSEWHERE}>".encode(), by()), PAGE),
    "the same List-Unsubscribe twice": (forged(LU, f"<{URL}>".encode(), by()), PAGE),
    "a second promise above": (forged(LUP, b"List-Unsubscribe=One-Click", by()), PAGE),
    "a second From above": (forged(b"From", b"Boss <boss@lamps.test>", by()), NOBODY),
    "a promise added to a mail without one": (
        forged(
            LUP,
            b"List-Unsubscribe=One-Click",
            by(mail=MAIL.replace(b"List-Unsubscribe-Post:", b"X-Other:"), headers=ALL[:3]),
        ),
        PAGE,
    ),
    # l=
    "a body open at its end": (OPEN_END, NOBODY),
    "a body of no length": (by(length=True).replace(b"l=", b"l=0; X=", 1), NOBODY),
    # uncovered
    "neither list field covered": (by(headers=ALL[:2]), PAGE),
    "the promise not covered": (by(headers=ALL[:3]), PAGE),
    "the way out not covered": (by(headers=(*ALL[:2], ALL[3])), PAGE),
    "one covers this, another that": (
        by(headers=ALL[:3], mail=by(headers=(*ALL[:2], ALL[3]))),
        PAGE,
    ),
    # misaligned
    "signed by the mail provider only": (by(b"esp.test"), NOBODY),
    "signed by a look-alike": (by(b"notlamps.test"), NOBODY),
    "the author's covers nothing, the provider's all": (
        by(b"esp.test", mail=by(headers=ALL[:2])),
        PAGE,
    ),
    # expired, weak, broken
    "expired": (by(selector=b"k1; x=%d" % LAST_YEAR), NOBODY),
    "rsa-sha1": (by(algorithm=b"rsa-sha1"), NOBODY),
    "a key of 512 bit": (by(selector=b"small", pem=SMALL_PEM), NOBODY),
    "a key that is gone": (by(selector=b"gone"), NOBODY),
    "another way out than was signed": (by().replace(b"/u?t=1", b"/u?t=2"), NOBODY),
    "another body than was signed": (by().replace(b"Hello", b"Hallo"), NOBODY),
    "not signed at all": (MAIL, NOBODY),
    # the owner's own server has spoken
    "her server: DKIM passed": (results("dkim=pass header.d=lamps.test") + by(), POST),
    "her server: passed, way out doubled": (
        results("dkim=pass header.d=lamps.test") + forged(LU, f"<{ELSEWHERE}>".encode(), by()),
        PAGE,
    ),
    "her server: passed, l=": (results("dkim=pass header.d=lamps.test") + OPEN_END, PAGE),
    "her server: passed, not covered": (
        results("dkim=pass header.d=lamps.test") + by(headers=ALL[:2]),
        PAGE,
    ),
    "her server: SPF passed, the provider's DKIM": (
        results("spf=pass smtp.mailfrom=lamps.test; dkim=pass header.d=esp.test") + by(b"esp.test"),
        PAGE,
    ),
    "her server: only SPF was looked at": (
        results("spf=pass smtp.mailfrom=lamps.test") + by(),
        POST,
    ),
    "her server: DKIM failed": (
        results("dkim=fail header.d=lamps.test; dmarc=fail header.from=lamps.test") + by(),
        NOBODY,
    ),
    "another's server: DKIM passed": (
        results("dkim=pass header.d=lamps.test").replace(b"mx.home", b"mx.evil") + MAIL,
        NOBODY,
    ),
}


def _keys(name: bytes, timeout: float = 5) -> bytes | None:
    return KEYS.get(name)


@pytest.mark.parametrize(("raw", "methods"), CASES.values(), ids=CASES.keys())
def test_one_click_is_only_for_what_is_signed_throughout(raw: bytes, methods: list[str]) -> None:
    web = FakeWeb()
    for url in (URL, ELSEWHERE, URL.replace("t=1", "t=2")):
        web.on(f"POST {url}", answer(404)).on(
            f"GET {url}", answer(200, "<p>You have been unsubscribed.")
        )
    result = walk_out(raw, web, DkimProof(_keys, clock=lambda: NOW))
    assert [request.method for request in web.requests] == methods, result.detail
    if methods == NOBODY:
        assert (result.outcome, result.rule) == (Outcome.BLOCKED, "unauthenticated")
