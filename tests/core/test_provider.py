"""Who sends for whom: providers, their customers and desks; and the place where one gets off a mailing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.data import rows
from inbox_guard.core.endpoint import endpoint
from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.provider import abuse_desk, provider


def message(*fields: str, author: str = "News <news@shop.test>") -> Message:
    raw = "\r\n".join((f"From: {author}", "Message-ID: <1@x.test>", *fields, "", "")).encode()
    ref = MessageRef("main", "INBOX", 1, 1)
    found = read(Fetched(ref, Role.INBOX, datetime(2026, 1, 1, tzinfo=UTC), 1, raw), Owner(()), ())
    assert isinstance(found, Message)
    return found


def link(url: str, author: str = "News <news@shop.test>", *fields: str) -> str:
    return endpoint(message(f"List-Unsubscribe: <{url}>", *fields, author=author))


@pytest.mark.parametrize(
    ("fields", "name", "account"),
    [
        (("X-MC-User: 0123456789abcdef01",), "Mailchimp", "0123456789abcdef01"),
        (
            ("X-SG-EID: abc=", "Return-Path: <bounces+1234567-ab12-mira=home.test@em.shop.test>"),
            "SendGrid",
            "1234567",
        ),
        (("Return-Path: <010001-000000@eu-west-1.amazonses.com>",), "Amazon SES", ""),
        (("X-Job: 7001234_55", "X-SFMC-Stack: 7"), "Salesforce Marketing Cloud", "7001234"),
    ],
)
def test_the_provider_and_its_customer_are_read_off_the_header(
    fields: tuple[str, ...], name: str, account: str
) -> None:
    found = provider(message(*fields))
    assert found is not None
    assert (found.name, found.account) == (name, account)
    assert found.abuse_desk == abuse_desk(name)


def test_a_sender_with_a_server_of_its_own_has_no_provider() -> None:
    assert provider(message("Return-Path: <news@shop.test>", "X-Mailer: own script")) is None


def test_every_provider_with_accounts_has_a_desk() -> None:
    assert all(abuse_desk(row[0]) for row in rows("provider_accounts"))


def test_a_desk_is_an_address() -> None:
    assert all("@" in desk and " " not in desk for _, desk in rows("abuse_desks"))


def test_a_mailing_that_changes_its_address_keeps_its_endpoint() -> None:
    first = link("https://mail.shop.test/unsubscribe/9f8e7d6c5b4a?m=1", "A <a1@shop.test>")
    second = link("https://mail.shop.test/unsubscribe/0a1b2c3d4e5f?m=2", "B <b2@shop.test>")
    assert first == second == "shop.test mail.shop.test/unsubscribe"


def test_two_lists_of_one_house_may_have_two_endpoints() -> None:
    assert link("https://shop.test/lists/wine/off") != link("https://shop.test/lists/tea/off")


def test_a_shared_host_never_makes_two_customers_one() -> None:
    url = "https://u1.ct.sendgrid.net/asm/unsubscribe?t=1"
    assert link(url) == ""
    numbers = [f"Return-Path: <bounces+{n}-aa-m=h.test@em.shop.test>" for n in (111111, 222222)]
    told = [link(url, "News <news@shop.test>", "X-SG-EID: a", number) for number in numbers]
    assert told[0] != told[1]
    assert all(told)


def test_one_provider_and_two_houses_are_two() -> None:
    url = "https://mailer.test/u/1"
    assert link(url, "A <a@one.test>") != link(url, "B <b@two.test>")


def test_a_list_that_names_itself_needs_no_endpoint() -> None:
    listed = message("List-Unsubscribe: <https://shop.test/u>", "List-Id: <news.shop.test>")
    assert endpoint(listed) == ""


def test_a_mail_address_is_no_place() -> None:
    assert link("mailto:off@shop.test") == ""


@given(st.text(), st.text())
def test_no_header_makes_it_stumble(url: str, value: str) -> None:
    clean = "".join(c for c in url if c.isprintable())
    other = "".join(c for c in value if c.isprintable())
    fields = (f"List-Unsubscribe: <https://{clean}>", f"Return-Path: {other}", f"X-Job: {other}")
    found = message(*fields)
    provider(found)
    assert endpoint(found).isprintable()
