"""What messages leave behind: who wrote to whom, who opted in, who buys, who said goodbye."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core import evidence
from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, body
from inbox_guard.core.data import rows
from inbox_guard.core.evidence import traces
from inbox_guard.core.evidence.telling import span
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents, Trace, TraceKind
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind, Outcome
from tests.core.histories import history, refused, trace, tried

MAIL = Path(__file__).parents[1] / "messages" / "kind"
NOBODY = Correspondents()
OWNER = Owner(("mira@home.example", "m.holt@work-mail.example"))
AT = datetime(2024, 6, 1, tzinfo=UTC)


def _message(raw: bytes, role: Role = Role.INBOX) -> Message:
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), role, AT, len(raw), raw)
    message = read(fetched, OWNER, ("mx.home.example",))
    assert isinstance(message, Message)
    return message


def _received(
    subject: str,
    text: str = "",
    kind: Kind = Kind.TRANSACTIONAL,
    headers: str = "",
    role: Role = Role.INBOX,
) -> tuple[Trace, ...]:
    raw = (
        f"From: Shop <hello@mail.shop.example>\nTo: mira@home.example\nSubject: {subject}\n"
        f"Message-ID: <1@shop.example>\n{headers}\n{text}\n"
    ).encode()
    return traces(_message(raw, role), kind, Body(text, ()), NOBODY)


def _sent(headers: str, text: str | None = None) -> tuple[Trace, ...]:
    raw = f"From: mira@home.example\nMessage-ID: <2@home.example>\n{headers}\n\n{text or ''}\n"
    words = None if text is None else Body(text, ())
    return traces(_message(raw.encode(), Role.SENT), Kind.PERSONAL, words, NOBODY)


def _kinds(found: tuple[Trace, ...]) -> list[TraceKind]:
    return [one.kind for one in found]


SUBJECTS: dict[str, tuple[str, list[TraceKind]]] = {
    "confirmation, en": ("Please confirm your subscription", [TraceKind.CONFIRMATION]),
    "confirmation, de": ("Bitte bestätigen Sie Ihre Anmeldung", [TraceKind.CONFIRMATION]),
    "confirmation, fr": ("Confirmez votre inscription", [TraceKind.CONFIRMATION]),
    "confirmation, nl": ("Bevestig je inschrijving", [TraceKind.CONFIRMATION]),
    "confirmation, ja": ("メルマガ登録の確認", [TraceKind.CONFIRMATION]),
    "welcome, en": ("Thanks for subscribing!", [TraceKind.WELCOME]),
    "welcome, es": ("Bienvenida a la tienda", [TraceKind.WELCOME]),
    "welcome, pl": ("Witamy w klubie", [TraceKind.WELCOME]),
    "welcome, ru": ("Добро пожаловать!", [TraceKind.WELCOME]),
    "account, en": ("Verify your email address", [TraceKind.ACCOUNT]),
    "account, by a reset": ("Reset your password", [TraceKind.ACCOUNT]),
    "account, it": ("Attiva il tuo account", [TraceKind.ACCOUNT]),
    "order, en": ("Your receipt from Shop", [TraceKind.ORDER]),
    "order, de": ("Ihre Bestellung ist eingegangen", [TraceKind.ORDER]),
    "order, zh": ("您的订单已发货", [TraceKind.ORDER]),
    "goodbye, en": ("You have been unsubscribed", [TraceKind.GOODBYE]),
    "goodbye, fr": ("Désinscription confirmée", [TraceKind.GOODBYE]),
    "goodbye, sv": ("Du har avregistrerats", [TraceKind.GOODBYE]),
    "nothing": ("Opening hours in July", []),
}


@pytest.mark.parametrize("case", SUBJECTS)
def test_a_subject_leaves_its_trace(case: str) -> None:
    subject, expected = SUBJECTS[case]
    assert _kinds(_received(subject)) == expected


def test_a_trace_is_kept_for_the_organisation_behind_the_address() -> None:
    (found,) = _received("Welcome to the shop")
    assert (found.organisation, found.address) == ("shop.example", "hello@mail.shop.example")
    assert (found.at, found.message_id) == (AT, "1@shop.example")


def test_first_lines_of_service_mail_count_and_its_feet_do_not() -> None:
    lead = "Thank you for your order. It is on its way."
    assert _kinds(_received("Good news", lead)) == [TraceKind.ORDER]
    assert _received("Good news", "x " * 400 + lead) == ()


def test_marketing_that_speaks_of_your_order_makes_nobody_a_customer() -> None:
    assert _received("Your order is waiting", "Your account misses you", Kind.NEWSLETTER) == ()


def test_a_newsletter_that_explains_how_to_leave_is_no_goodbye() -> None:
    text = "You have been removed from the draw. Unsubscribe below."
    assert _received("June letter", text, Kind.NEWSLETTER) == ()


SILENT: dict[str, tuple[Kind, Role, str]] = {
    "a forged receipt": (
        Kind.TRANSACTIONAL,
        Role.INBOX,
        "Authentication-Results: mx.home.example; dmarc=fail header.from=shop.example\n",
    ),
    "a receipt in junk": (Kind.TRANSACTIONAL, Role.JUNK, ""),
    "spam": (Kind.SPAM, Role.INBOX, ""),
    "a person": (Kind.PERSONAL, Role.INBOX, ""),
    "outreach": (Kind.OUTREACH, Role.INBOX, ""),
}


@pytest.mark.parametrize("case", SILENT)
def test_mail_that_may_not_speak_for_its_sender_leaves_nothing(case: str) -> None:
    kind, role, headers = SILENT[case]
    assert _received("Your receipt", kind=kind, headers=headers, role=role) == ()


def test_a_welcome_that_reads_like_a_persons_mail_is_still_a_welcome() -> None:
    """Small shops welcome by plain mail, without a list header; not to hear it would cost consent."""
    found = _received("Welcome to Lumen", "Hello,\n\nthank you for signing up.", Kind.PERSONAL)
    assert _kinds(found) == [TraceKind.WELCOME]
    assert _received("Welcome to Lumen", kind=Kind.OUTREACH) == ()
    assert _received("Welcome to Lumen", kind=Kind.PERSONAL, role=Role.JUNK) == ()


def test_a_goodbye_that_reads_like_a_persons_mail_has_to_name_a_list() -> None:
    left = "Hallo,\n\nSie wurden vom Newsletter von Lumen abgemeldet."
    assert _kinds(_received("Erledigt", left, Kind.PERSONAL)) == [TraceKind.GOODBYE]
    assert _kinds(_received("Erledigt", left, Kind.NOTIFICATION)) == [TraceKind.GOODBYE]
    assert _received("Erledigt", left, Kind.NEWSLETTER) == ()
    colleague = "Dear all,\n\nI am sorry to see you go, Tom. Goodbye from all of us!"
    assert _received("Farewell", colleague, Kind.PERSONAL) == ()


def test_a_goodbye_in_subject_and_words_needs_no_name_of_a_list() -> None:
    subject, off = (
        "Du har avregistrerats",
        "Hej,\n\ndin adress finns inte längre på listan hos Lumen.",
    )
    assert _kinds(_received(subject, off, Kind.PERSONAL)) == [TraceKind.GOODBYE]
    assert _received(subject, "Hej,\n\nså står det här. Vad menas?", Kind.PERSONAL) == ()
    assert _received("Shopping", "Eggs are no longer on the list.", Kind.PERSONAL) == ()
    answers = "In-Reply-To: <1@home.test>\n"
    assert _received(f"Re: {subject}", off, Kind.PERSONAL, headers=answers) == ()


EDITIONS = (
    "Hello,\n\nwelcome to the spring issue of our letter.",
    "Bonjour,\n\nbienvenue dans ce numéro d’automne.",
)


@pytest.mark.parametrize("text", EDITIONS)
def test_an_edition_that_welcomes_its_readers_begins_nothing(text: str) -> None:
    assert _received("What is new", text, Kind.NEWSLETTER) == ()
    begun = f"{text} Thank you for subscribing."
    assert _kinds(_received("What is new", begun, Kind.NEWSLETTER)) == [TraceKind.WELCOME]


def test_an_order_that_is_still_to_come_makes_nobody_a_customer() -> None:
    assert _received("Your next order has free shipping") == ()
    assert _received("Ihre nächste Bestellung ohne Versandkosten") == ()
    assert _kinds(_received("Your order has left; the next one ships free")) == [TraceKind.ORDER]


def test_no_web_address_and_no_code_is_kept_in_a_quote() -> None:
    (found,) = _received("Your code is 482913 https://shop.example/t?k=secret www.shop.example/x")
    assert "482913" not in found.quote
    assert "secret" not in found.quote
    assert "shop.example" not in found.quote


def test_a_letter_leaves_a_trace_for_everybody_it_was_sent_to() -> None:
    found = _sent("To: a@one.example, b@gmail.com\nCc: mira@home.example\nSubject: Keys")
    assert [(one.kind, one.organisation) for one in found] == [
        (TraceKind.WROTE, "one.example"),
        (TraceKind.WROTE, "b@gmail.com"),
    ]


def test_an_answer_is_a_reply() -> None:
    found = _sent("To: a@one.example\nSubject: Re: Keys\nIn-Reply-To: <k@one.example>")
    assert _kinds(found) == [TraceKind.REPLIED]


def test_a_second_letter_in_the_owners_own_thread_is_no_reply() -> None:
    raw = b"From: mira@home.example\nTo: a@one.example\nIn-Reply-To: <own@home.example>\n\nhi\n"
    knows = Correspondents(own_message_ids=frozenset({"own@home.example"}))
    found = traces(_message(raw, Role.SENT), Kind.PERSONAL, None, knows)
    assert _kinds(found) == [TraceKind.WROTE]


STOPS: dict[str, tuple[str, str | None]] = {
    "to an unsubscribing address": (
        "To: unsubscribe-77@lists.shop.example\nSubject: hello",
        None,
    ),
    "to a list's leaving address": ("To: tides-leave@lists.shop.example\nSubject: hello", None),
    "by its subject": ("To: news@shop.example\nSubject: Unsubscribe", None),
    "by its subject, de": ("To: news@shop.example\nSubject: Abmeldung vom Newsletter", None),
    "by an answer": (
        "To: news@shop.example\nSubject: Re: June\nIn-Reply-To: <j@shop.example>",
        "Please take me off your list.\n> June is here",
    ),
    "by an objection, de": (
        "To: news@shop.example\nSubject: Werbung",
        "Hiermit widerspreche ich der Nutzung.",
    ),
    **{
        f"by an answer: {words}": (
            "To: news@shop.example\nSubject: Re: June\nIn-Reply-To: <j@shop.example>",
            f"Hello,\n\n{words}\n\nMira",
        )
        for words in (
            "Please unsubscribe me.",
            "No more newsletters, please.",
            "Bitte streichen Sie mich aus Ihrem Verteiler.",
            "Merci de me retirer de votre liste.",
            "Vi prego di togliermi dalla lista.",
            "Haal mij alstublieft van de lijst.",
            "Proszę usunąć mój adres z listy.",
            "Ta bort min adress från listan, tack.",
        )
    },
    "by a plain stop": ("To: news@shop.example\nSubject: Stop emailing me", None),
}


@pytest.mark.parametrize("case", STOPS)
def test_asking_to_stop_is_the_opposite_of_consent(case: str) -> None:
    assert _kinds(_sent(*STOPS[case])) == [TraceKind.GOODBYE]


def test_what_is_quoted_in_an_answer_is_not_what_the_owner_says() -> None:
    found = _sent(
        "To: ed@one.example\nSubject: Re: lists\nIn-Reply-To: <l@one.example>",
        "Try the link at the bottom.\n> please take me off this list, how?",
    )
    assert _kinds(found) == [TraceKind.REPLIED]


def test_the_foot_of_a_quoted_newsletter_is_not_what_the_owner_says() -> None:
    said = "Do you have these in blue?\n\nMira\n\n"
    foot = "Sie möchten keine weiteren E-Mails? Remove me from this list: below"
    for begins in ("-----Original Message-----", "From: Shop", "On 3 May Shop wrote:", "> June"):
        found = _sent(
            "To: news@shop.example\nSubject: Re: June\nIn-Reply-To: <j@shop.example>",
            f"{said}{begins}\n{'> ' if begins.startswith('>') else ''}{foot}",
        )
        assert _kinds(found) == [TraceKind.REPLIED], begins


def test_only_the_owners_answers_have_to_be_read_for_their_traces() -> None:
    answer = b"From: mira@home.example\nTo: a@one.example\nIn-Reply-To: <k@one.example>\n\nhi\n"
    letter = b"From: mira@home.example\nTo: a@one.example\nSubject: Keys\n\nhi\n"
    theirs = b"From: a@one.example\nTo: mira@home.example\nIn-Reply-To: <k@home.example>\n\nhi\n"
    assert evidence.needs_words(_message(answer, Role.SENT))
    assert not evidence.needs_words(_message(letter, Role.SENT))
    assert not evidence.needs_words(_message(theirs))


AUTOMATIC = {
    "auto-submitted": "Subject: I am away\nAuto-Submitted: auto-replied",
    "a vacation program": "Subject: away\nX-Autoreply: yes",
    "by precedence": "Subject: away\nPrecedence: bulk",
    "by its words": "Subject: Out of office until Monday",
    "by its words, de": "Subject: Automatische Antwort: Angebot",
}


@pytest.mark.parametrize("case", AUTOMATIC)
def test_an_absence_note_of_the_owner_is_no_letter(case: str) -> None:
    assert _sent(f"To: news@shop.example\n{AUTOMATIC[case]}") == ()


FIXTURES = {
    "double-opt-in-de": [TraceKind.CONFIRMATION],
    "goodbye-after-unsubscribe": [TraceKind.GOODBYE],
    "order-shopify-style": [TraceKind.ORDER],
    "password-reset-mandrill": [TraceKind.ACCOUNT],
    "parcel-locker-one-click": [TraceKind.ORDER],
    "calendar-invitation": [],
}


@pytest.mark.parametrize("name", FIXTURES)
def test_real_looking_mail_leaves_its_trace(name: str) -> None:
    raw = (MAIL / f"{name}.eml").read_bytes()
    assert _kinds(traces(_message(raw), Kind.TRANSACTIONAL, body(raw), NOBODY)) == FIXTURES[name]


SPANS = {
    0: "0 days",
    1: "1 day",
    13: "13 days",
    14: "2 weeks",
    60: "8 weeks",
    61: "2 months",
    944: "31 months",
}


@pytest.mark.parametrize("days", SPANS)
def test_a_stretch_of_days_is_told_in_the_largest_unit_that_is_worth_it(days: int) -> None:
    assert span(days) == SPANS[days]


def test_every_witness_that_can_speak_has_a_weight_and_a_sentence() -> None:
    weights = {name: float(weight) for name, weight in rows("witnesses")}
    told = [
        history(trace(TraceKind.WELCOME, -1), trace(TraceKind.CONFIRMATION, -1)),
        history(trace(TraceKind.WELCOME, 50), trace(TraceKind.WROTE, 50)),
        history(trace(TraceKind.ORDER, 1), trace(TraceKind.ACCOUNT, 1), reach_days=1),
        history(trace(TraceKind.GOODBYE, 2), words=(refused(),), tried=tried(Outcome.DONE, 1)),
        history(trace(TraceKind.REPLIED, 2)),
        history(),
    ]
    for heard in (said for one in told for said in evidence.testimony(one)):
        assert heard.weight == weights[heard.kind]
        assert not heard.says[0].isupper()
        assert not heard.says.endswith(".")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=900), st.sampled_from(Kind))
def test_a_quote_is_short_on_one_line_and_holds_no_web_address(
    subject: str, text: str, kind: Kind
) -> None:
    subject = " ".join(subject.split())
    for found in (
        *_received(f"Your order {subject} http://a.example/{subject[:9]}x", text, kind),
        *_sent(f"To: a@b.example\nSubject: {subject}", text),
    ):
        assert len(found.quote) <= 160
        assert "\n" not in found.quote
        assert "://" not in found.quote
