"""Mail that an alias service passed on: names are held against whoever wrote it, and nothing else is."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner, Party, author, organisation_of
from inbox_guard.core.body import body
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import Judged, judge
from inbox_guard.core.mechanism import Mailto
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.passed_on import is_carriers_own, written_by
from inbox_guard.core.sender import speaker
from inbox_guard.core.vocabulary import Kind

WRITERS = {
    "news_at_lamps_example_x7f@simplelogin.co": "news@lamps.example",
    "store-news_at_lamps_co_uk_x7f@simplelogin.co": "store-news@lamps.co.uk",
    "a.b_at_lamps.example_mira_holt@duck.com": "a.b@lamps.example",
    "lamps+news=lamps.example@anonaddy.me": "news@lamps.example",
    "lamps+news=lamps.example@mira.anonaddy.com": "news@lamps.example",
    "news_at_lamps_example_9xk2@privaterelay.appleid.com": "news@lamps.example",
}
THEMSELVES = (
    "mira_at_home@simplelogin.co",
    "news_at_lamps@duck.com",
    "news_at_lamps_nosuchsuffix_x@simplelogin.co",
    "mira+tag@anonaddy.me",
    "mira+x=@anonaddy.me",
    "news_at_lamps_example_x7f@lamps.example",
    "news_at_lamps_example_x7f@gmail.com",
    "service_at_bank_com_x@icloud.com",
    "service_at_bank_com_x.abc@simplelogin.com",
    "service_at_bank_com_x@mira.anonaddy.com",  # an alias of this name may be made there
)


@pytest.mark.parametrize("address", WRITERS)
def test_the_writer_stands_in_the_address_of_the_service(address: str) -> None:
    assert written_by(Party("Lamps", address)) == Party("Lamps", WRITERS[address])


@pytest.mark.parametrize("address", THEMSELVES)
def test_any_other_address_is_its_writers_own(address: str) -> None:
    assert written_by(Party("Lamps", address)) == Party("Lamps", address)


@given(
    st.emails(), st.sampled_from(("duck.com", "anonaddy.me", "simplelogin.co")), st.text("_=+.at")
)
def test_whatever_stands_there_is_an_address_or_nothing(
    email: str, service: str, more: str
) -> None:
    party = author(f"{email.replace('@', '_at_')}{more}@{service}")
    if party is not None:
        assert written_by(party).address.count("@") == 1 or party.address.startswith('"')


def _mail(from_: str, service: str) -> tuple[Message, Judged]:
    raw = (
        f"Authentication-Results: mx.home.example; dkim=pass header.d={service};"
        f" dmarc=pass header.from={service}\nFrom: {from_}\nTo: lamps@slmail.me\n"
        "Subject: Receipt for your payment to Lamps GmbH\nMessage-ID: <1@relay.example>\n"
        "Date: Sat, 1 Jun 2024 10:00:00 +0000\n\nHello Mira Holt,\n\nyou sent a payment of 24.00 EUR"
        " to Lamps GmbH.\nTransaction 5KX1234, 1 June 2024\n\nHelp and contact\n"
    ).encode()
    at = datetime(2024, 6, 1, tzinfo=UTC)
    ref = MessageRef("main", "INBOX", 1, 1)
    message = read(
        Fetched(ref, Role.INBOX, at, len(raw), raw),
        Owner(("mira@home.example",)),
        ("mx.home.example",),
    )
    assert isinstance(message, Message)
    first = judge(message, None, Correspondents())
    return message, first if first.certain else judge(message, body(raw), Correspondents())


@pytest.mark.parametrize("local", ["service_at_paypal_com_x1", "x+service=paypal.com"])
def test_a_receipt_that_came_through_an_alias_is_no_fraud(local: str) -> None:
    service = "anonaddy.me" if "=" in local else "simplelogin.co"
    message, judged = _mail(f'"PayPal - service at paypal.com" <{local}@{service}>', service)
    assert judged.kind is Kind.TRANSACTIONAL, judged.signs
    behind = speaker(message)
    assert behind is not None
    assert behind.organisation == f"{local}@{service}"  # one writer, and nobody's brand


@pytest.mark.parametrize("domain", ["icloud.com", "simplelogin.com", "gmail.com"])
def test_an_address_that_somebody_chose_to_look_so_vouches_for_no_name(domain: str) -> None:
    _, judged = _mail(f'"PayPal" <service_at_paypal_com_x1@{domain}>', domain)
    assert "brand-name" in {sight.sign for sight in judged.seen}
    assert judged.kind is Kind.SPAM


def test_a_name_that_does_not_fit_its_writer_is_seen_through_an_alias_too() -> None:
    _, judged = _mail('"PayPal" <service_at_pay-help_test_x1@simplelogin.co>', "simplelogin.co")
    assert judged.kind is Kind.SPAM
    assert "brand-name" in {sight.sign for sight in judged.seen}


@pytest.mark.parametrize("address", [*WRITERS, "x7f3k@mira.mozmail.com"])
def test_whom_a_service_writes_as_are_strangers_to_each_other(address: str) -> None:
    assert organisation_of(address) == address


FRIEND = "lina_at_quarry_example_x7f@simplelogin.co"


@pytest.mark.parametrize(
    ("from_", "way_out"),
    [
        (FRIEND, "<mailto:unsubscribe@SimpleLogin.co?subject=Lt9>"),
        (FRIEND, "<mailto:unsubscribe%40simplelogin.co?subject=Lt9>"),
        (FRIEND, "<https://app.simplelogin.io/dashboard/unsubscribe/1234>"),
        ("bike+lina=quarry.example@mira.anonaddy.com", "<https://app.addy.io/deactivate/5f0c?s=1>"),
        (
            "bike+lina=quarry.example@bikes.example",  # a domain of the owner's own, kept by addy.io
            "<https://app.addy.io/deactivate/5f0c?s=1>, <mailto:5f0c@unsubscribe.anonaddy.com>",
        ),
        ("lina@quarry.example", "<https://u@RELAY.firefox.com:443/accounts/profile/#x7>"),
    ],
)
def test_the_way_out_of_the_alias_service_itself_speaks_of_no_list_and_is_never_walked(
    from_: str, way_out: str
) -> None:
    message, seen = _lists(from_, way_out)
    assert "list-unsubscribe" not in seen
    assert not message.offers


@pytest.mark.parametrize(
    ("from_", "way_out"),
    [
        (FRIEND, "<mailto:leave@quarry.example>"),
        (FRIEND, "<https://quarry.example/u?by=simplelogin.co>"),
        (FRIEND, "<https://quarry.example/https://app.addy.io/deactivate/1>"),
        ("news@addy.io", "<https://addy.io/unsubscribe/77>"),
        ("hello@simplelogin.io", "<mailto:unsubscribe@simplelogin.co?subject=77>"),
        ("news@notaddy.io", "<https://notaddy.io/leave>"),
    ],
)
def test_the_way_out_of_a_list_stays_however_it_came(from_: str, way_out: str) -> None:
    message, seen = _lists(from_, way_out)
    assert "list-unsubscribe" in seen
    assert message.offers


def test_of_two_ways_out_only_the_alias_services_is_left_out() -> None:
    message, seen = _lists(
        FRIEND,
        "<https://app.simplelogin.io/dashboard/unsubscribe/9>, <mailto:leave@quarry.example>",
    )
    assert message.offers == (Mailto("leave@quarry.example", "", ""),)
    assert "list-unsubscribe" in seen


@given(st.text("mailto:https/<>@.,?addyionsimplecg%4 ", max_size=80))
def test_any_way_out_at_all_is_read(way_out: str) -> None:
    assert is_carriers_own(way_out, Party("Lina", FRIEND)) in {True, False}


def _lists(from_: str, way_out: str) -> tuple[Message, set[str]]:
    """A mail with this List-Unsubscribe, and the signs that its header shows."""
    raw = (
        f"From: Lina <{from_}>\nTo: bike@aleeas.example\nList-Unsubscribe: {way_out}\n"
        "Subject: the bike\nMessage-ID: <2@relay.example>\nDate: Sat, 1 Jun 2024 10:00:00 +0000\n\n"
        "It was the saddle.\n"
    ).encode()
    fetched = Fetched(
        MessageRef("main", "INBOX", 1, 1), Role.INBOX, datetime(2024, 6, 1, tzinfo=UTC), 9, raw
    )
    message = read(fetched, Owner(("mira@home.example",)), ())
    assert isinstance(message, Message)
    return message, {sight.sign for sight in judge(message, None, Correspondents()).seen}
