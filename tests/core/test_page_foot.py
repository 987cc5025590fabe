"""The way out that stands only in a letter's text: when it is followed, and what a spammer could make of it."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from inbox_guard.core.address import Owner
from inbox_guard.core.body import body
from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.page import way_at_the_foot

NOW = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
WAY = "https://mail.lamps.test/u/8f3a91c2"
OUT = f"<a href='{WAY}'>Unsubscribe</a>"


def _way(html: str = "", text: str = "Hello", author: str = "news@lamps.test", by: str = "") -> str:
    made = EmailMessage(policy=SMTP)
    made["Authentication-Results"] = f"mx.home.test; dkim=pass header.d={by or 'lamps.test'}"
    made["From"] = f"Lamps <{author}>"
    made["To"] = "ada@home.test"
    made["Subject"] = "New lamps"
    made.set_content(text)
    if html:
        made.add_alternative(f"<html><body><p>Hello</p>{html}</body></html>", subtype="html")
    raw = made.as_bytes()
    ref = MessageRef("main", "INBOX", 1, 1)
    fetched = Fetched(ref, Role.INBOX, NOW, len(raw), raw)
    message = read(fetched, Owner(("ada@home.test",)), ("mx.home.test",))
    assert isinstance(message, Message)
    found = way_at_the_foot(message, body(raw))
    return found.url if found else ""


@pytest.mark.parametrize(
    "html",
    [
        OUT,
        f"<a href='{WAY}'>Newsletter abbestellen</a>",
        f"<a href='{WAY}'>Se désabonner</a> · <a href='https://lamps.test/shop'>Shop</a>",
        f"{OUT}<p>…</p>{OUT}",
    ],
)
def test_the_one_link_that_plainly_unsubscribes_is_found(html: str) -> None:
    assert _way(html) == WAY


def test_a_letter_of_plain_text_has_it_behind_words_on_its_line() -> None:
    assert _way(text=f"Hello\n\nShop: https://lamps.test/shop\nUnsubscribe: {WAY}\n") == WAY


def test_the_provider_that_signed_the_mail_may_keep_the_link() -> None:
    there = "https://u7.ct.post.example/ls/click?upn=u001"
    link = f"<a href='{there}'>Unsubscribe</a>"
    assert _way(link, by="post.example") == there
    assert _way(link) == ""


@pytest.mark.parametrize(
    "html",
    [
        "",
        f"<a href='{WAY}'>Click here</a>",
        f"<a href='{WAY}'>Do not unsubscribe me</a>",
        f"<a href='{WAY}'>Unsubscribe, or keep your newsletter</a>",
        "<a href='https://victim.test/u/8f3a91c2'>Unsubscribe</a>",
        "<a href='https://lamps.test.evil.test/u/8f3a91c2'>Unsubscribe</a>",
        "<a href='https://lamps.test@evil.test/u/8f3a91c2'>Unsubscribe</a>",
        "<a href='https://lamps.test/subscribe/8f3a91c2'>Unsubscribe</a>",
        "<a href='https://lamps.test/'>Unsubscribe</a>",
        "<a href='mailto:leave@lamps.test'>Unsubscribe</a>",
        f"{OUT}<blockquote><a href='https://lamps.test/u/other7'>Unsubscribe</a></blockquote>",
    ],
    ids=[
        "none",
        "words that say nothing",
        "words that say the opposite",
        "words that say both",
        "somebody else's site",
        "a name that looks alike",
        "a name before an at",
        "an address that subscribes",
        "a front page",
        "a mail",
        "a quoted letter",
    ],
)
def test_any_other_link_is_left_alone(html: str) -> None:
    assert _way(html) == ""


def test_a_freemail_provider_is_nobodys_home() -> None:
    link = "<a href='https://pages.gmail.com/u/8f3a91c2'>Unsubscribe</a>"
    assert _way(link, author="lamps@gmail.com", by="gmail.com") == ""
