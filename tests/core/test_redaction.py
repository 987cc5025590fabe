"""What is shown of a stranger's page holds no key: no token, no address of the owner, no path or query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.exchange import Answer, Request
from inbox_guard.core.redaction import YOURS, redacted, secrets_of

OWNER = Owner(("ada@home.test", "@catch.test"))


def shown(text: str, *secrets: str) -> str:
    return redacted(text, secrets, OWNER)


@pytest.mark.parametrize(
    "key",
    [
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
        "d41d8cd98f00b204e9800998ecf8427e",
        "QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        "00491701234567",
        "aGVsbG8gd29ybGQgaG93IGFyZSB5b3U",
    ],
)
def test_what_looks_like_a_token_is_not_shown(key: str) -> None:
    kept = shown(f"Your code is {key} and that is all")
    assert kept.startswith("Your code is …")
    assert kept.endswith("and that is all")
    assert all(part not in kept for part in key.split("."))


@pytest.mark.parametrize(
    "hers",
    ["ada@home.test", "ADA@Home.Test", "ada+lamps@home.test", "x@catch.test", "ada%40home.test"],
)
def test_the_owners_addresses_are_not_shown(hers: str) -> None:
    assert shown(f"We removed {hers}.") in (f"We removed {YOURS}.", f"We removed {YOURS}")


def test_other_peoples_addresses_and_plain_words_stay() -> None:
    text = (
        "Unsubscribed! Write to help@lamps.test by 2026-10-05; 1,204 others left newsletter-only."
    )
    assert shown(text) == text


def test_a_link_keeps_its_host_only() -> None:
    kept = shown("Back? https://lamps.test/r/AbC?t=1&u=ada@home.test now")
    assert kept == "Back? lamps.test/… now"


def test_known_keys_of_the_request_are_not_shown_whatever_they_look_like() -> None:
    request = Request(
        "POST",
        "https://lamps.test/leave/k7-x9q?list=summer%20sale7",
        b"csrf=tok-en1&go=unsubscribe",
        (("session", "se55ion"),),
    )
    secrets = secrets_of(request, Answer(200, (), b"", "https://lamps.test/done/zz9-zz"))
    kept = shown("k7-x9q summer sale7 tok-en1 se55ion zz9-zz unsubscribe", *secrets)
    assert kept == "… … … … … unsubscribe"


def test_it_is_one_line_and_not_too_long() -> None:
    kept = shown("many words\n" * 1000)
    assert "\n" not in kept
    assert len(kept) <= 500


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=20), max_size=4))
def test_any_text_can_be_redacted(text: str, secrets: list[str]) -> None:
    assert len(redacted(text, secrets, OWNER, 200)) <= 200


@given(st.text(alphabet="a@.%40+ =_-A1", max_size=2000))
def test_no_shape_of_an_address_lets_the_owners_through(text: str) -> None:
    assert "ada@home.test" not in redacted(f"{text} ada@home.test {text}", (), OWNER, 5000)
