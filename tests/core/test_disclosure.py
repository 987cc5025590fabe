"""What a first contact tells of what the law asks for, and which campaign it belongs to."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core import evidence
from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, Link
from inbox_guard.core.campaign import campaign
from inbox_guard.core.disclosure import checklist
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Evidence
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind

OWNER = Owner(("mira@home.example",))
AT = datetime(2024, 6, 1, tzinfo=UTC)
FULL = (
    "Lamps for less.\n\nWe found your address in a public directory.\n\n"
    "Lichtwerk GmbH, Hauptstr. 5, 10115 Berlin\nUnsubscribe here | Privacy policy\n"
)


def _message(*headers: str, author: str = "Lichtwerk <post@lichtwerk.example>") -> Message:
    subject = () if any(line.startswith("Subject:") for line in headers) else ("Subject: Lamps",)
    lines = (f"From: {author}", "To: mira@home.example", "Message-ID: <1@x.example>")
    raw = "\n".join((*lines, *subject, *headers, "", "")).encode()
    found = read(
        Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, AT, len(raw), raw), OWNER, ()
    )
    assert isinstance(found, Message)
    return found


def _lines(message: Message, text: str | None, *links: Link) -> dict[str, Evidence]:
    words = None if text is None else Body(text, links)
    marks = evidence.marks(message, Kind.OUTREACH, words)
    return {
        line.kind.removeprefix("disclosure-"): line for line in checklist(message, words, marks)
    }


def test_a_full_foot_answers_every_question() -> None:
    lines = _lines(_message(), FULL)
    assert list(lines) == [
        "source",
        "controller",
        "address",
        "way-out",
        "identity",
        "privacy",
        "subject",
    ]
    assert lines["source"].says == "names a source of your address: public (GDPR Art. 14(2)(f))"
    assert lines["source"].quote == "We found your address in a public directory."
    assert "Lichtwerk GmbH" in lines["controller"].says
    assert "10115 Berlin" in lines["address"].says
    assert lines["way-out"].says.startswith("offers a way out in its words")


def test_a_bare_mail_answers_none() -> None:
    lines = _lines(
        _message("Subject: Re: our call"), "Quick question: who buys lamps at your place?"
    )
    assert list(lines) == [
        "no-source",
        "no-controller",
        "no-address",
        "no-way-out",
        "no-identity",
        "no-privacy",
        "misleading-subject",
    ]
    assert lines["no-source"].says == "names no source of your address (GDPR Art. 14(2)(f))"
    assert all(line.weight <= 0 for line in lines.values())


def test_without_its_body_only_the_header_is_asked() -> None:
    assert list(_lines(_message(), None)) == ["subject"]
    offering = _message("List-Unsubscribe: <https://lichtwerk.example/u?k=secret>")
    lines = _lines(offering, None)
    assert list(lines) == ["way-out", "subject"]
    assert "secret" not in lines["way-out"].quote


def test_links_to_the_authors_own_domain_tell_who_it_is() -> None:
    link = Link("https://www.lichtwerk.example/lamps", "Lamps")
    assert "identity" in _lines(_message(), "Lamps.", link)
    stranger = _message(author="Lamps <lichtwerk@gmail.com>")
    assert "no-identity" in _lines(stranger, "Lamps.", Link("https://gmail.com/", "Lamps"))


PRIVACY = ("Datenschutzerklärung", "Politique de confidentialité", "プライバシーポリシー")


@pytest.mark.parametrize("label", PRIVACY)
def test_a_notice_on_data_is_found_in_a_link(label: str) -> None:
    assert "privacy" in _lines(_message(), "Lamps.", Link("https://x.example/", label))


def test_an_answer_to_a_real_mail_does_not_mislead() -> None:
    message = _message("Subject: Re: our call", "In-Reply-To: <call@home.example>")
    assert "subject" in _lines(message, "Hello")


def test_a_subject_that_says_it_is_an_advert_is_told_so() -> None:
    for subject in ("[Werbung] Lampen", "(광고) 램프", "Anzeige: Lampen"):
        lines = _lines(_message(f"Subject: {subject}"), "Lamps.")
        assert lines["subject"].says.startswith("its subject says that it is an advert")


def test_every_line_quotes_its_message_and_is_a_plain_sentence() -> None:
    for text in (FULL, "Hello"):
        for line in _lines(_message(), text).values():
            assert line.message_id == "1@x.example"
            assert not line.says[0].isupper()
            assert not line.says.endswith(".")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=80))
def test_any_first_contact_gets_seven_lines(text: str, label: str, subject: str) -> None:
    message = _message(f"Subject: {' '.join(subject.split())}")
    assert len(_lines(message, text, Link(f"https://[{label}", label))) == 7


CAMPAIGNS = {
    "X-Campaign-ID: <spring-24>": "x-campaign-id=spring-24",
    "X-Mailin-Campaign: 812": "x-mailin-campaign=812",
    "Feedback-ID: c77:shop:campaign:esp": "feedback-id=c77",
    "Feedback-ID: alone": "",
    "Feedback-ID: :shop:campaign:esp": "",
    "X-Campaign-ID:": "",
    "X-CSA-Complaints: csa-complaints@eco.example": "",
    "X-Mailer: a program": "",
}


@pytest.mark.parametrize("header", CAMPAIGNS)
def test_a_campaign_is_read_off_the_header(header: str) -> None:
    assert campaign(_message(header)) == CAMPAIGNS[header]


def test_a_campaigns_own_field_comes_before_the_complaint_loop() -> None:
    both = _message("Feedback-ID: c77:shop:campaign:esp", "X-Mailing-ID: 12")
    assert campaign(both) == "x-mailing-id=12"
