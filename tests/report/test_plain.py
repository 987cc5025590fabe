"""What remains of hostile words, and that no key to a subscription does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.report.plain import host_only, identity, keyless, plain, width

PLAIN = {
    "kept": ("Jörg’s Café 日本 🙂", "Jörg’s Café 日本 🙂"),
    "composed": ("Jo\u0308rg", "Jörg"),
    "whitespace": ("  a \t\r\n b\u00a0c ", "a b c"),
    "colour": ("\x1b[1;31mSALE\x1b[0m", "SALE"),
    "clipboard": ("\x1b]52;c;QUJD\x07now", "now"),
    "override": ("invoice\u202efdp.exe", "invoicefdp.exe"),
    "invisible": ("\u3164\u2800\u200b", ""),
    "hebrew-points": ("שָׁלוֹם", "שָׁלוֹם"),
    "tower": ("a" + "\u0301" * 20, "á" + "\u0301" * 4),
}
KEYLESS = {
    "path": ("see https://l.acme.test/u/AbC?t=1#x now", "see l.acme.test/… now"),
    "user": ("https://jane:secret@l.acme.test/u", "l.acme.test/…"),
    "upper": ("HTTPS://L.ACME.TEST/U", "L.ACME.TEST/…"),
    "other-scheme": ("acme-app://open/t0k3n", "open/…"),
    "brackets": ("<https://l.acme.test/u?t=1>", "<l.acme.test/…>"),
    "bare": ("go to acme.test/u?id=9", "go to acme.test/…"),
    "bare-port": ("acme.test:8443/u", "acme.test/…"),
    "bare-query": ("acme.test?id=9", "acme.test/…"),
    "mailto": ("mailto:unsub-Xk2@acme.test?subject=Xk2", "…@acme.test"),
    "opaque": ("code Xk29dQ8sLmZ71pTr sent", "code … sent"),
    "opaque-local-part": ("to bounce+a1b2c3d4e5f6a7b8@acme.test", "to …@acme.test"),
    "uuid": ("id 550e8400-e29b-41d4-a716-446655440000", "id …"),
    "hidden-in-zero-width": ("https://l.acme.test/\u200bAbC1", "l.acme.test/…"),
    "plain-host": ("the page at acme.test says no", "the page at acme.test says no"),
    "long-word": ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellschaft"),
    "fraction": ("3/4 of it, and/or more", "3/4 of it, and/or more"),
}
HOSTS = {
    "host": ("l.acme.test", "l.acme.test"),
    "url": ("https://l.acme.test/u?t=1", "l.acme.test"),
    "user": ("https://jane@l.acme.test", "l.acme.test"),
    "mail-domain": ("acme.test", "acme.test"),
    "path-only": ("l.acme.test/u?t=1", "l.acme.test"),
    "backslash": ("l.acme.test\\@evil.test", "l.acme.test"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_only_what_can_be_seen_is_kept(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(("text", "expected"), KEYLESS.values(), ids=KEYLESS)
def test_no_key_to_a_subscription_is_kept(text, expected):
    assert keyless(text) == expected


@pytest.mark.parametrize(("text", "expected"), HOSTS.values(), ids=HOSTS)
def test_only_the_host_is_named(text, expected):
    assert host_only(text) == expected


@given(st.text(max_size=400), st.integers(min_value=1, max_value=300))
def test_plain_text_stays_within_its_limit_and_is_plain_already(text, limit):
    once = plain(text, limit)
    assert len(once) <= limit
    assert plain(once, limit) == once


def test_a_sender_that_is_a_web_endpoint_is_shown_by_its_host():
    assert identity("https://l.acme.test/u?list=7") == "l.acme.test"
    assert identity("linkedin:robert stone") == "linkedin:robert stone"


def test_a_wide_character_takes_two_columns_and_a_mark_none():
    assert [width(text) for text in ("abc", "日本", "e\u0301", "🙂")] == [3, 4, 1, 2]


def test_a_megabyte_of_anything_is_cut_before_it_is_read():
    assert len(keyless("a." * 500_000 + "/", 300)) == 300
