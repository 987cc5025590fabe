"""Whose Authentication-Results are believed, and what they prove: RFC 8601, RFC 6376, RFC 8058 §4."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.authentication import (
    Authentication,
    assumed,
    authentication,
    covers_list_headers,
    learn,
    signatures,
    topmost_id,
)
from inbox_guard.core.headers import Headers, split

OURS = ("mx.home.example",)
AR = "Authentication-Results: "
PASS = AR + "mx.home.example; dkim=pass header.d=shop.example"
FAIL = AR + "mx.home.example; dkim=fail header.d=shop.example; dmarc=fail header.from=shop.example"
FORGED_DMARC = AR + "mx.home.example; dmarc=pass header.from=shop.example"
FROM = "From: Shop <news@shop.example>"
RECEIVED = "Received: from evil.test by mx.home.example"


def _headers(*lines: str) -> Headers:
    headers, _ = split("\r\n".join((*lines, "", "")).encode())
    return headers


def _judge(*lines: str, ids: tuple[str, ...] = OURS) -> Authentication:
    return authentication(_headers(*lines), "news.shop.example", ids)


CASES: dict[str, tuple[tuple[str, ...], bool | None]] = {
    "no_result_at_all": ((FROM,), None),
    "aligned_dkim": ((PASS, FROM), True),
    "our_id_in_other_case": ((PASS.replace("mx.home", "MX.Home"), FROM), True),
    "another_server_s_id": ((AR + "mx.evil.test; dkim=pass header.d=shop.example", FROM), None),
    "an_id_that_only_begins_like_ours": (
        (AR + "mx.home.example.evil.test; dkim=pass header.d=shop.example", FROM),
        None,
    ),
    "ours_below_another_s": (
        (AR + "mx.other.test; dkim=fail header.d=x.test", PASS, FROM),
        None,
    ),
    "forged_below_received": ((FAIL, RECEIVED, PASS, FROM), False),
    "forged_below_the_sender_s_fields": ((FAIL, FROM, PASS), False),
    "forged_right_below_a_genuine_fail": ((FAIL, PASS, FROM), False),
    "forged_dmarc_right_below_a_genuine_fail": ((FAIL, FORGED_DMARC, FROM), False),
    "received_above_as_gmail_writes_it": ((RECEIVED, PASS, FROM), True),
    "several_of_ours_one_method_each": (
        (AR + "mx.home.example; spf=fail smtp.mailfrom=x.test", "X-Spam: no", PASS, FROM),
        True,
    ),
    "only_forged_below_foreign_mail": (
        (AR + "relay.test; none", RECEIVED, PASS, FROM),
        None,
    ),
    "none": ((AR + "mx.home.example; none", FROM), None),
    "version_one": ((AR + "mx.home.example 1; dmarc=pass header.from=shop.example", FROM), True),
    "version_two_is_not_understood": (
        (AR + "mx.home.example 2; dmarc=pass header.from=shop.example", FROM),
        None,
    ),
    "comments_everywhere": (
        (AR + "(a) mx.home.example (b (c)); (d) dkim (e)= pass (f; g) header.d=shop.example", FROM),
        True,
    ),
    "our_id_in_a_comment": (
        (AR + "(mx.home.example;) mx.evil.test; dkim=pass header.d=shop.example", FROM),
        None,
    ),
    "a_pass_in_a_comment": (
        (AR + "mx.home.example; dkim=fail (dkim=pass; dmarc=pass header.from=shop.example)", FROM),
        False,
    ),
    "a_pass_in_a_quoted_reason": (
        (AR + 'mx.home.example; spf=fail reason="x; dkim=pass header.d=shop.example"', FROM),
        False,
    ),
    "a_pass_in_a_quoted_local_part": (
        (
            AR
            + 'mx.home.example; spf=fail smtp.mailfrom="x; dkim=pass header.d=shop.example"@y.test',
            FROM,
        ),
        False,
    ),
    "quoted_id": ((AR + '"mx.home.example"; dkim=pass header.d=shop.example', FROM), True),
    "quote_never_closed": ((AR + 'mx.home.example; dkim=pass header.d="shop.example', FROM), None),
    "comment_never_closed": (
        (AR + "mx.home.example; (dkim=pass header.d=shop.example", FROM),
        None,
    ),
    "arc_instance_instead_of_an_id": (
        (AR + "i=1; mx.home.example; dkim=pass header.d=shop.example", FROM),
        None,
    ),
    "two_ids": ((AR + "mx.home.example mx.evil.test; dkim=pass header.d=shop.example", FROM), None),
    "folded": ((AR + "mx.home.example;\r\n\tdkim=pass\r\n\theader.d=shop.example", FROM), True),
    "reason_before_the_property": (
        (AR + 'mx.home.example; dkim=pass reason="good (really)" header.d=shop.example', FROM),
        True,
    ),
    "identity_instead_of_domain": (
        (AR + "mx.home.example; dkim=pass header.i=@mail.shop.example header.b=abcdefgh", FROM),
        True,
    ),
    "method_version": ((AR + "mx.home.example; dkim/1=pass header.d=shop.example", FROM), True),
    "dkim_of_a_mail_provider": (
        (AR + "mx.home.example; dkim=pass header.d=esp.example", FROM),
        False,
    ),
    "dkim_of_a_look_alike": (
        (AR + "mx.home.example; dkim=pass header.d=notshop.example", FROM),
        False,
    ),
    "spf_aligned_with_equals_signs": (
        (AR + "mx.home.example; spf=pass smtp.mailfrom=b+me=home.example@b.shop.example", FROM),
        True,
    ),
    "spf_of_the_helo_name": (
        (AR + "mx.home.example; spf=pass smtp.helo=shop.example", FROM),
        False,
    ),
    "spf_not_aligned": ((AR + "mx.home.example; spf=pass smtp.mailfrom=esp.example", FROM), False),
    "dmarc_for_another_author": (
        (AR + "mx.home.example; dmarc=pass header.from=other.example", FROM),
        False,
    ),
    "dmarc_with_its_policy_in_a_comment": (
        (AR + "mx.home.example; dmarc=pass (p=NONE dis=NONE) header.from=shop.example", FROM),
        True,
    ),
    "the_second_of_two_signatures": (
        (AR + "mx.home.example; dkim=fail header.d=a.test; dkim=pass header.d=shop.example", FROM),
        True,
    ),
    "softfail_is_no_pass": (
        (AR + "mx.home.example; spf=softfail smtp.mailfrom=shop.example", FROM),
        False,
    ),
    "unknown_methods_only": ((AR + "mx.home.example; iprev=pass; x-tls=pass", FROM), None),
}


@pytest.mark.parametrize(("lines", "passed"), CASES.values(), ids=CASES.keys())
def test_only_the_topmost_run_of_a_believed_id_counts(
    lines: tuple[str, ...], passed: bool | None
) -> None:
    assert _judge(*lines).passed is passed


MICROSOFT = (
    AR + "spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=shop.example; dkim=none (not signed)"
)


@pytest.mark.parametrize(
    ("ids", "passed"),
    {
        "own_server_only": (OURS, None),
        "nobody": ((), None),
        "microsoft_host": (("eur.protection.outlook.com",), True),
        "the_empty_id": (("",), True),
        "a_look_alike": (("evilprotection.outlook.com",), None),
    }.values(),
)
def test_microsofts_form_without_an_id_is_believed_only_when_configured(
    ids: tuple[str, ...], passed: bool | None
) -> None:
    assert _judge(MICROSOFT, FROM, ids=ids).passed is passed


def test_a_judgement_names_the_server_and_the_signers() -> None:
    found = _judge(
        AR + "mx.home.example; dkim=pass header.d=esp.example; dkim=pass header.d=shop.example"
    )
    assert found.domains == ("esp.example", "shop.example")
    assert found.authserv_id == "mx.home.example"
    assert found.says == "mx.home.example says that DKIM passed for news.shop.example"
    assert not found.assumed


def test_a_single_file_is_judged_by_whatever_stands_topmost_and_says_so() -> None:
    found = assumed(
        _headers(AR + "mx.any.test; dkim=pass header.d=shop.example", FROM), "shop.example"
    )
    assert found.passed is True
    assert found.assumed
    assert assumed(_headers(FROM), "shop.example") == Authentication(assumed=True)


def test_the_topmost_id_is_none_without_a_header_and_empty_for_microsoft() -> None:
    assert topmost_id(_headers(FROM)) is None
    assert topmost_id(_headers(MICROSOFT, PASS)) == ""
    assert topmost_id(_headers(PASS, MICROSOFT)) == "mx.home.example"


# --- which server to believe -----------------------------------------------------------------------


def _mails(ours: int, others: int, organisations: int) -> tuple[tuple[str | None, str], ...]:
    told = tuple(("mx.home.example", f"o{n % organisations}.example") for n in range(ours))
    return told + ((None, "silent.example"),) * others


@pytest.mark.parametrize(
    ("seen", "believed"),
    {
        "all_of_them": (_mails(200, 0, 20), "mx.home.example"),
        "nine_of_ten": (_mails(180, 20, 20), "mx.home.example"),
        "fewer": (_mails(179, 21, 20), None),
        "too_few_organisations": (_mails(200, 0, 19), None),
        "nothing_seen": ((), None),
        "no_ids": (_mails(0, 50, 1), None),
    }.values(),
)
def test_a_server_is_believed_that_stands_topmost_nearly_always(
    seen: tuple[tuple[str | None, str], ...], believed: str | None
) -> None:
    assert learn(seen) == believed


# --- what is signed --------------------------------------------------------------------------------

LIST = (
    "List-Unsubscribe: <https://shop.example/u>",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
)
SIGNED = (
    "DKIM-Signature: v=1; d=shop.example; s=k1;"
    " h=From:List-Unsubscribe:\r\n List-Unsubscribe-Post; b=AbCd EfGhIj=="
)
BARE = "DKIM-Signature: v=1; d=shop.example; s=k2; h=From:Subject; b=ZZZZZZZZ"
RESULT = AR + "mx.home.example; dkim=pass header.d=shop.example"

COVERS: dict[str, tuple[tuple[str, ...], bool]] = {
    "signed": ((RESULT, SIGNED, *LIST), True),
    "by_selector": ((RESULT + " header.s=k1", SIGNED, BARE, *LIST), True),
    "by_the_beginning_of_b": ((RESULT + ' header.b="AbCdEfGh"', SIGNED, BARE, *LIST), True),
    "the_other_selector_passed": ((RESULT + " header.s=k2", SIGNED, BARE, *LIST), False),
    "the_other_b_passed": ((RESULT + " header.b=ZZZZZZZZ", SIGNED, BARE, *LIST), False),
    "which_one_passed_is_not_said": ((RESULT, SIGNED, BARE, *LIST), False),
    "it_did_not_pass": ((RESULT.replace("pass", "fail"), SIGNED, *LIST), False),
    "passed_by_spf_only": (
        (AR + "mx.home.example; spf=pass smtp.mailfrom=shop.example", SIGNED, *LIST),
        False,
    ),
    "another_organisation_signed": (
        (RESULT.replace("shop", "esp"), SIGNED.replace("shop", "esp"), *LIST),
        False,
    ),
    "unsubscribe_header_prepended": (
        (RESULT, "List-Unsubscribe: <https://victim.test/>", SIGNED, *LIST),
        False,
    ),
    "post_header_twice": ((RESULT, SIGNED, *LIST, LIST[1]), False),
    "post_header_missing": ((RESULT, SIGNED, LIST[0]), False),
    "length_tag": ((RESULT, SIGNED.replace("s=k1", "s=k1; l=10"), *LIST), False),
    "only_one_of_the_two_signed": ((RESULT, SIGNED.replace("-Post", "-X"), *LIST), False),
    "no_signature_of_that_domain": ((RESULT, SIGNED.replace("d=shop", "d=sub.shop"), *LIST), False),
}


@pytest.mark.parametrize(("lines", "covers"), COVERS.values(), ids=COVERS.keys())
def test_both_list_headers_must_be_covered_by_the_signature_that_passed(
    lines: tuple[str, ...], covers: bool
) -> None:
    assert _judge(*lines).signs_list_headers is covers


def test_a_signature_is_read_by_its_tags() -> None:
    (found,) = signatures(_headers(SIGNED.replace("s=k1", "s=K1; x=1700000000"), *LIST))
    assert (found.domain, found.selector, found.expires) == ("shop.example", "k1", 1_700_000_000)
    assert found.signed_headers == ("from", "list-unsubscribe", "list-unsubscribe-post")
    assert found.value == "AbCdEfGhIj=="
    assert covers_list_headers(found, _headers(*LIST))


@pytest.mark.parametrize(
    "value", ["", "v=1", "d=a.test", "h=from", "d=a.test; d=b.test; h=from", "nonsense", "d=;h="]
)
def test_a_signature_without_its_tags_or_with_one_twice_is_left_out(value: str) -> None:
    assert signatures(_headers(f"DKIM-Signature: {value}")) == ()


@given(st.text(), st.text())
def test_no_header_text_makes_judging_fail(results: str, signature: str) -> None:
    headers = Headers((("authentication-results", results), ("dkim-signature", signature)))
    assert assumed(headers, "shop.example").assumed
    assert not authentication(headers, "shop.example", ()).passed


@given(st.text(alphabet='mx.;=()" \\/dkimpass\r\n', max_size=200))
def test_nobody_is_believed_when_no_server_is(results: str) -> None:
    headers = Headers((("authentication-results", results),))
    assert authentication(headers, "shop.example", ()) == Authentication()


def test_a_hostile_field_is_judged_quickly() -> None:
    began = time.process_time()
    for value in (
        "(" * 60_000,
        "a;" * 30_000,
        "a" + " " * 60_000 + "=",
        "d=a " * 15_000,
        '"\\' * 9_000,
    ):
        assumed(Headers((("authentication-results", value), ("dkim-signature", value))), "a.test")
    assert time.process_time() - began < 1
