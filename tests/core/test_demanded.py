"""What a mail demands that comes after the owner asked to stop: a link, an answer, or nothing of hers."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.body import body
from inbox_guard.core.folder import Role
from inbox_guard.core.mechanism import Mailto, Offer, Page
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.page.demanded import demanded
from tests.letters import AUTHSERV_ID, OWNER, authenticated, mail

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
ASKED = frozenset({"lamps.test"})


def asked_by(author: str, subject: str, text: str, *extra: str) -> Offer | None:
    raw = mail(author, subject, text, AT, *authenticated(author), *extra)
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, AT, len(raw), raw)
    message = read(fetched, Owner((OWNER,)), (AUTHSERV_ID,))
    assert isinstance(message, Message)
    return demanded(message, body(raw), ASKED)


LINK = "https://mail.lamps.test/c/7f3a91"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Please confirm: unsubscribe", f"You want to leave. Open this link:\r\n\r\n{LINK}\r\n"),
        ("Unsubscribe confirmation", f"To unsubscribe, click here:\r\n{LINK}"),
        ("Abmeldung bestätigen", f"Sie wollen sich abmelden. Bitte klicken Sie:\r\n\r\n{LINK}"),
        ("Confirmez votre désinscription", f"Cliquez pour vous désabonner : {LINK}"),
        ("Confirma la baja", f"Para darte de baja, abre este enlace:\r\n{LINK}"),
        ("Potvrďte odhlášení", f"Požádali jste o odhlášení. Otevřete tento odkaz:\r\n{LINK}"),
        ("配信停止の確認", f"配信停止の手続きです。次のリンクを開いてください。\r\n{LINK}"),
    ],
)
def test_the_one_link_of_a_request_to_confirm_is_opened(subject: str, text: str) -> None:
    assert asked_by("list@lamps.test", subject, text) == Page(LINK)


def test_the_link_to_stay_is_left_alone_and_the_one_to_leave_is_opened() -> None:
    text = f"Do you want to unsubscribe? Open this link:\r\n{LINK}\r\n\r\nNo, I want to stay:\r\nhttps://mail.lamps.test/s/1\r\n"
    assert asked_by("list@lamps.test", "Confirm that you leave", text) == Page(LINK)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("You have been unsubscribed", f"You have been unsubscribed. Come back: {LINK}"),
        ("Please confirm your subscription", f"Open this link to subscribe:\r\n{LINK}"),
        ("Do you want to stay with us?", f"Confirm that you want to stay:\r\n{LINK}"),
        ("Three lamps under forty euros", f"New arrivals. See them all: {LINK}"),
        ("Your order is on its way", f"Follow the parcel: {LINK}"),
        (
            "Confirm that you unsubscribe",
            f"Open one:\r\n{LINK}\r\nor\r\n{LINK}2/unsubscribe\r\n{LINK}3/unsubscribe",
        ),
        ("Confirm that you unsubscribe", "Open this link:\r\nhttps://elsewhere.test/unsubscribe/1"),
        ("Confirm that you unsubscribe", "Open this link:\r\nhttps://mail.lamps.test/"),
    ],
)
def test_what_asks_for_nothing_or_for_something_else_is_not_answered(
    subject: str, text: str
) -> None:
    assert asked_by("list@lamps.test", subject, text) is None


def test_another_organisations_request_is_not_answered() -> None:
    text = f"You want to unsubscribe. Open this link:\r\n{LINK}"
    assert asked_by("list@tables.test", "Confirm: unsubscribe", text) is None


def test_a_robot_that_wants_an_answer_is_answered_with_its_own_subject() -> None:
    text = 'Your command "SIGNOFF NEWS" was received. To confirm, reply to this mail with OK.\r\n'
    found = asked_by("listserv@lamps.test", "Command confirmation request (A1B2C3D4)", text)
    assert found == Mailto(
        "listserv@lamps.test", "Re: Command confirmation request (A1B2C3D4)", "OK"
    )


def test_the_line_that_majordomo_wants_back_is_sent_back() -> None:
    text = (
        "Someone asked to unsubscribe you. Send this line back to confirm, by reply:\r\n\r\n"
        "\tauth 12ab34cd unsubscribe news ada@home.test\r\n"
    )
    found = asked_by("majordomo@lamps.test", "Confirmation for unsubscribe news", text)
    assert isinstance(found, Mailto)
    assert found.body == "auth 12ab34cd unsubscribe news ada@home.test"


def test_an_answer_goes_to_reply_to_only_where_that_is_theirs() -> None:
    text = "You asked to unsubscribe. Reply to confirm.\r\n"
    ours = asked_by("robot@lamps.test", "Confirm", text, "Reply-To: news-confirm+1a@lamps.test")
    assert isinstance(ours, Mailto)
    assert ours.to == "news-confirm+1a@lamps.test"
    assert asked_by("robot@lamps.test", "Confirm", text, "Reply-To: x@elsewhere.test") is None


@given(st.text(max_size=300), st.text(max_size=2_000))
def test_no_words_upset_it_and_only_their_own_sites_are_ever_offered(
    subject: str, text: str
) -> None:
    subject = " ".join(subject.encode("utf-8", "ignore").decode().split())
    found = asked_by(
        "list@lamps.test", f"Unsubscribe {subject}", text.encode("utf-8", "ignore").decode()
    )
    if isinstance(found, Page):
        assert "lamps.test" in found.url
    elif isinstance(found, Mailto):
        assert found.to.endswith("lamps.test")
