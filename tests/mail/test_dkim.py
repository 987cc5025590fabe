"""Proof by signature: a forger's mails, signed with keys made for the test and served from a dict."""

import time
from datetime import UTC, datetime
from typing import Any

import dns.exception
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core.ports import Proof
from inbox_guard.mail.dkim import DkimProof, Resolver
from tests.mail.signing import ALL, RECORD, SMALL_PEM, SMALL_RECORD, signed

NOW = datetime(2026, 11, 22, tzinfo=UTC)
MAIL = (
    b"From: Shop <news@shop.example>\r\n"
    b"To: me@home.example\r\n"
    b"Subject: Offers\r\n"
    b"List-Unsubscribe: <https://shop.example/u?t=1>\r\n"
    b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    b"\r\n"
    b"Buy now.\r\n"
)


ZONE = {
    "k1._domainkey.shop.example.": RECORD,
    "k1._domainkey.mail.shop.example.": RECORD,
    "k1._domainkey.evil.test.": RECORD,
    "small._domainkey.shop.example.": SMALL_RECORD,
}


def _zone(name: bytes, timeout: float = 5) -> bytes | None:
    assert 0 < timeout <= 5
    return ZONE.get(name.decode())


def _signed(mail: bytes = MAIL, **how: Any) -> bytes:
    return signed(mail, **how)


def _prove(raw: bytes, author: str = "shop.example", resolver: Resolver = _zone) -> Proof:
    return DkimProof(resolver, clock=lambda: NOW).prove(raw, author)


CASES: dict[str, tuple[bytes, bool, bool]] = {
    "honest": (_signed(), True, True),
    "signed_by_a_subdomain": (_signed(domain=b"mail.shop.example"), True, True),
    "list_headers_not_signed": (_signed(headers=(b"from", b"subject")), True, False),
    "only_one_list_header_signed": (_signed(headers=ALL[:3]), True, False),
    "list_header_prepended": (
        b"List-Unsubscribe: <https://victim.test/u>\r\n" + _signed(),
        True,
        False,
    ),
    "post_header_prepended": (
        b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" + _signed(),
        True,
        False,
    ),
    "list_header_added_below": (
        _signed().replace(b"\r\n\r\n", b"\r\nList-Unsubscribe: <https://victim.test/>\r\n\r\n"),
        False,
        False,
    ),
    "body_open_at_the_end": (_signed(length=True) + b"Forged.\r\n", False, False),
    "not_signed": (MAIL, False, False),
    "signed_by_another_domain": (_signed(domain=b"evil.test"), False, False),
    "expired": (_signed(selector=b"k1; x=1700000000"), False, False),
    "not_yet_expired": (_signed(selector=b"k1; x=1900000000"), True, True),
    "rsa_sha1": (_signed(algorithm=b"rsa-sha1"), False, False),
    "key_of_512_bit": (_signed(selector=b"small", pem=SMALL_PEM), False, False),
    "body_changed": (_signed().replace(b"Buy", b"Bye"), False, False),
    "subject_changed": (_signed().replace(b"Offers", b"Off"), False, False),
    "second_from_prepended": (b"From: Boss <boss@shop.example>\r\n" + _signed(), False, False),
    "from_not_covered": (_signed().replace(b"h=from : ", b"h="), False, False),
    "no_such_key": (_signed(selector=b"gone"), False, False),
    "a_broken_signature_above_the_good_one": (
        _signed().replace(b"Buy", b"Bye").split(b"From:")[0] + _signed(),
        True,
        True,
    ),
    "an_unreadable_signature_above_the_good_one": (
        b"DKIM-Signature: x=\r\n" + _signed(),
        True,
        True,
    ),
    "list_headers_hidden_behind_our_cap": (
        b"List-Unsubscribe: <https://victim.test/u>\r\n"
        b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
        + _signed()
        .replace(b"From:", b"X: " + b"x" * 60_000 + b"\r\nFrom:", 1)
        .replace(
            b"List-Unsubscribe:", (b"X: " + b"x" * 60_000 + b"\r\n") * 4 + b"List-Unsubscribe:", 1
        ),
        True,
        False,
    ),
}


@pytest.mark.parametrize(("raw", "authenticated", "covers"), CASES.values(), ids=CASES.keys())
def test_a_signature_proves_what_it_covers_and_nothing_else(
    raw: bytes, authenticated: bool, covers: bool
) -> None:
    proof = _prove(raw)
    assert (proof.authenticated, proof.signs_list_headers) == (authenticated, covers), proof.says


def test_the_message_for_another_author_is_not_proven_and_dns_is_not_asked() -> None:
    def never(name: bytes, timeout: float = 5) -> bytes | None:
        raise AssertionError(name)

    assert not _prove(_signed(), author="other.example", resolver=never).authenticated
    assert not _prove(_signed(), author="", resolver=never).authenticated


@pytest.mark.parametrize(
    "error", [dns.exception.Timeout(), OSError("no route")], ids=["dns", "network"]
)
def test_silent_dns_is_not_authenticated_and_says_so(error: Exception) -> None:
    def silent(name: bytes, timeout: float = 5) -> bytes | None:
        raise error

    proof = _prove(_signed(), resolver=silent)
    assert not proof.authenticated
    assert "does not verify" in proof.says


def test_all_look_ups_of_a_message_share_one_deadline() -> None:
    asked: list[float] = []

    def slow(name: bytes, timeout: float = 5) -> bytes | None:
        asked.append(timeout)
        raise dns.exception.Timeout

    DkimProof(slow, timeout=0).prove(_signed(), "shop.example")
    assert asked == []
    _prove(_signed().split(b"From:")[0] * 9 + _signed(), resolver=slow)
    assert 1 <= len(asked) <= 5
    assert asked == sorted(asked, reverse=True)


def test_an_enormous_key_record_is_not_used() -> None:
    assert not _prove(
        _signed(), resolver=lambda name, timeout=5: RECORD + b" " * 4_000
    ).authenticated


RECORDS = [b"", b"p=", b"p=AAAA", b"v=DKIM2; p=x", b"k=ed25519; p=x", b"\xff", b"p=" + b"MIG" * 50]


@pytest.mark.parametrize("record", RECORDS)
def test_a_broken_key_record_is_not_authenticated(record: bytes) -> None:
    assert not _prove(_signed(), resolver=lambda name, timeout=5: record).authenticated


HOSTILE = {
    "blanks": MAIL + b" " * 1_000_000,
    "many_signatures": b"DKIM-Signature: v=1; d=shop.example; h=from; s=k1; a=rsa-sha256; b=AAAA; bh=AAAA\r\n"
    * 900
    + MAIL,
    "long_signature": b"DKIM-Signature: d=shop.example; h=from; b=A"
    + b"\r\n\t" * 20_000
    + b"!\r\n"
    + MAIL,
    "no_header_end": b"DKIM-Signature: d=shop.example; h=from" * 1_000,
    "continuation_first": b" x\r\n" + _signed(),
    "binary": bytes(range(256)) * 4_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_mail_is_refused_quickly(raw: bytes) -> None:
    began = time.process_time()
    assert not _prove(b"From: a@shop.example\r\n" + raw).signs_list_headers
    assert not _prove(raw).signs_list_headers
    assert time.process_time() - began < 1.5


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=60))
def test_no_bytes_make_it_raise(noise: bytes, tags: bytes) -> None:
    signature = (
        b"DKIM-Signature: v=1; a=rsa-sha256; d=shop.example; s=k1; h=from; " + tags + b"\r\n"
    )
    for raw in (noise, signature + noise, signature + MAIL, noise + _SIGNED):
        assert not _prove(raw).signs_list_headers or raw.endswith(_SIGNED)


_SIGNED = _signed()
