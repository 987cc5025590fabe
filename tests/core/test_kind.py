"""What kind a message is: hand-written mail of many providers, and the rules that hold for any mail."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, body
from inbox_guard.core.data import rows
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import Judged, judge, phrases
from inbox_guard.core.kind.phrases import in_body, in_subject
from inbox_guard.core.kind.weights import ranked, scale
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind

MAIL = Path(__file__).parents[1] / "messages" / "kind"
NOBODY = Correspondents()
OWNER = Owner(("mira@home.example", "m.holt@work-mail.example"))
ACTED_ON = {Kind.NEWSLETTER, Kind.OUTREACH}

EXPECTED = {
    "about-unsubscribing": Kind.PERSONAL,
    "agency-fr-relance": Kind.OUTREACH,
    "aktion-cleverreach-de": Kind.NEWSLETTER,
    "bakery-monthly-mailchimp": Kind.NEWSLETTER,
    "bank-statement-de": Kind.TRANSACTIONAL,
    "boarding-pass-air": Kind.TRANSACTIONAL,
    "boletin-constantcontact-es": Kind.NEWSLETTER,
    "bounce-postfix-dsn": Kind.TRANSACTIONAL,
    "bulk-list-seller": Kind.SPAM,
    "calendar-invitation": Kind.TRANSACTIONAL,
    "clinic-appointment-es": Kind.TRANSACTIONAL,
    "cloud-file-shared": Kind.NOTIFICATION,
    "council-bulletin-list-post-no": Kind.NEWSLETTER,
    "coworker-reply-thread": Kind.PERSONAL,
    "cron-daily": Kind.NOTIFICATION,
    "discourse-reply": Kind.DISCUSSION,
    "double-opt-in-de": Kind.TRANSACTIONAL,
    "energy-bill-pt": Kind.TRANSACTIONAL,
    "friend-weekend": Kind.PERSONAL,
    "github-issue-comment": Kind.NOTIFICATION,
    "gitlab-pipeline": Kind.NOTIFICATION,
    "goodbye-after-unsubscribe": Kind.TRANSACTIONAL,
    "google-group-allotments": Kind.DISCUSSION,
    "hollow-headers-crypto": Kind.SPAM,
    "hotel-booking-zh": Kind.TRANSACTIONAL,
    "impersonation-local-part": Kind.SPAM,
    "infolettre-brevo-fr": Kind.NEWSLETTER,
    "inheritance-barrister": Kind.SPAM,
    "insurance-policy-it": Kind.TRANSACTIONAL,
    "invoice-software-marketing": Kind.NEWSLETTER,
    "jira-assigned": Kind.NOTIFICATION,
    "kampanje-apsis-no": Kind.NEWSLETTER,
    "landlord-first-contact": Kind.PERSONAL,
    "linkedin-inmail": Kind.PLATFORM,
    "linkedin-invitation": Kind.PLATFORM,
    "linkedin-job-alert": Kind.NOTIFICATION,
    "linkedin-security": Kind.TRANSACTIONAL,
    "login-code-ses": Kind.TRANSACTIONAL,
    "mailman3-patch-review": Kind.DISCUSSION,
    "merumaga-ja": Kind.NEWSLETTER,
    "nieuwsbrief-handmade-nl": Kind.NEWSLETTER,
    "offshore-developers": Kind.OUTREACH,
    "order-shopify-style": Kind.TRANSACTIONAL,
    "out-of-office-exchange": Kind.TRANSACTIONAL,
    "parcel-locker-one-click": Kind.TRANSACTIONAL,
    "password-reset-mandrill": Kind.TRANSACTIONAL,
    "phish-parcel-fee": Kind.SPAM,
    "pills-scrambled-subject": Kind.SPAM,
    "plumber-quote": Kind.PERSONAL,
    "postmark-receipt": Kind.TRANSACTIONAL,
    "promocja-getresponse-pl": Kind.NEWSLETTER,
    "rassylka-unisender-ru": Kind.NEWSLETTER,
    "reader-first-mail": Kind.PERSONAL,
    "recruiter-kalt-de": Kind.OUTREACH,
    "sdr-bump-fake-re": Kind.OUTREACH,
    "sdr-quick-question": Kind.OUTREACH,
    "seo-guest-post-freemail": Kind.OUTREACH,
    "sneakers-klaviyo-percent": Kind.NEWSLETTER,
    "substack-essay": Kind.NEWSLETTER,
    "sympa-announce-question": Kind.DISCUSSION,
    "tax-portal-fr": Kind.TRANSACTIONAL,
    "uutiskirje-fi": Kind.NEWSLETTER,
    "webinar-hubspot": Kind.NEWSLETTER,
    "welcome-offer-sendgrid": Kind.NEWSLETTER,
}


def _message(raw: bytes, role: Role = Role.INBOX) -> Message:
    at = datetime(2024, 6, 1, tzinfo=UTC)
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), role, at, len(raw), raw)
    message = read(fetched, OWNER, ("mx.home.example",))
    assert isinstance(message, Message)
    return message


def _judged(raw: bytes, knows: Correspondents = NOBODY) -> Judged:
    """The way a sweep does it: headers first, the body only where it is needed."""
    message = _message(raw)
    first = judge(message, None, knows)
    return first if first.certain else judge(message, body(raw), knows)


def _mail(headers: str, text: str = "Hello.") -> bytes:
    """A short mail that has what every mail has."""
    common = (
        "From: Somebody <somebody@shop.example>\nTo: mira@home.example\nMessage-ID: <1@shop.example>\n"
        "Date: Sat, 1 Jun 2024 10:00:00 +0000\n"
    )
    given_fields = {line.partition(":")[0] for line in headers.splitlines()}
    kept = [line for line in common.splitlines() if line.partition(":")[0] not in given_fields]
    return "\n".join([*kept, headers.strip(), "", text]).encode()


@pytest.mark.parametrize("name", EXPECTED, ids=str)
def test_a_message_is_what_a_person_would_call_it(name: str) -> None:
    judged = _judged((MAIL / f"{name}.eml").read_bytes())
    assert judged.kind is EXPECTED[name], judged.signs


@pytest.mark.parametrize("name", EXPECTED, ids=str)
def test_every_message_says_what_was_seen(name: str) -> None:
    raw = (MAIL / f"{name}.eml").read_bytes()
    judged = judge(_message(raw), body(raw), Correspondents())
    heavy = [abs(sign.weight) for sign in judged.signs]
    assert heavy == sorted(heavy, reverse=True)
    assert all(sign.says and len(sign.quote) <= 160 for sign in judged.signs)
    assert judged.certain


def test_every_fixture_has_its_expected_kind() -> None:
    assert {path.stem for path in MAIL.glob("*.eml")} == set(EXPECTED)


def test_no_guarded_fixture_is_acted_on_from_its_headers_alone() -> None:
    for name, kind in EXPECTED.items():
        first = judge(_message((MAIL / f"{name}.eml").read_bytes()), None, Correspondents())
        if kind not in ACTED_ON and first.certain:
            assert first.kind not in ACTED_ON, name


def test_most_messages_need_no_body() -> None:
    asked = [
        name
        for name in EXPECTED
        if not judge(_message((MAIL / f"{name}.eml").read_bytes()), None, Correspondents()).certain
    ]
    assert len(asked) < len(EXPECTED) / 2, asked


SERVICE_SUBJECTS = {
    "en": "Your order #1182 has shipped",
    "de": "Ihre Bestellung 4711 ist unterwegs",
    "fr": "Confirmation de commande n° 88121",
    "es": "Restablece tu contraseña",
    "pt": "Seu código de verificação é 112233",
    "it": "La tua fattura di marzo",
    "nl": "Je pakket wordt bezorgd",
    "pl": "Potwierdzenie rezerwacji",
    "sv": "Din faktura från Elbolaget",
    "da": "Ordrebekræftelse 5512",
    "nb": "Pakken din er klar til henting",
    "fi": "Tilausvahvistus 9912",
    "cs": "Vaše objednávka č. 2024-11",
    "ru": "Ваш заказ принят",
    "tr": "Siparişiniz kargoya verildi",
    "ja": "ご注文ありがとうございます",
    "zh": "您的订单已发货",
    "ko": "주문하신 상품이 발송되었습니다",
}
BULK = (
    "List-Id: <all.shop.example>\nList-Unsubscribe: <https://shop.example/u>\n"
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\nPrecedence: bulk\nX-MC-User: 1\n"
    "Feedback-ID: 1:2:3:4"
)


@pytest.mark.parametrize("language", SERVICE_SUBJECTS)
def test_service_mail_stays_transactional_whatever_its_list_headers_say(language: str) -> None:
    raw = _mail(f"Subject: {SERVICE_SUBJECTS[language]}\n{BULK}")
    judged = _judged(raw)
    assert judged.kind not in ACTED_ON, judged.signs


NEWS = """Dear readers,

this month we bring you three new arrivals, the story behind our maps, and free shipping until
Sunday. Shop now, and tell your friends.

View this newsletter in your browser. You receive it because you subscribed on our website.
Unsubscribe
"""

MARKETING_SUBJECTS = {
    "a price cut beside an order": "Your next order: 20% off",
    "an issue of a newsletter": "Map letter, issue #12",
    "an invoice in an advert": "Discount on our invoice templates",
    "a german sale": "Ihre Bestellung wartet: 10 € Rabatt",
    "a spanish offer": "Última oportunidad: tu pedido con envío gratis",
    "a korean advert": "(광고) 주말 특가",
}


@pytest.mark.parametrize("case", MARKETING_SUBJECTS)
def test_clear_marketing_of_a_bulk_mail_stays_a_newsletter(case: str) -> None:
    judged = _judged(_mail(f"Subject: {MARKETING_SUBJECTS[case]}\n{BULK}", NEWS))
    assert judged.kind is Kind.NEWSLETTER, judged.signs


INSIDE_WORDS = {
    "order in border": "Border crossings",
    "code in decode": "Decoder rings",
    "sale in salesman": "Salesmanship",
    "rea in ready": "Ready",
    "bill in billion": "A billion stars",
    "tax in taxi": "Taxis of Lisbon",
}


@pytest.mark.parametrize("case", INSIDE_WORDS)
def test_a_stem_is_not_found_inside_another_word(case: str) -> None:
    assert in_subject(INSIDE_WORDS[case]) == ()


def test_up_to_two_words_may_stand_in_a_gap() -> None:
    assert "order" in {hit.sign for hit in in_subject("Ihre Zalando Lounge Bestellung")}
    assert "order" not in {hit.sign for hit in in_subject("Ihre ganz andere kleine Bestellung")}


def test_a_quote_keeps_the_letters_as_they_were_written() -> None:
    assert [hit.quote for hit in in_subject("FATURANIZ hazır")] == ["FATURANIZ"]
    assert in_subject("İndirim başladı")[0].quote == "İndirim"


def test_an_answer_to_the_owner_is_personal_whoever_sends_it() -> None:
    knows = Correspondents(own_message_ids=frozenset({"mine@home.example"}))
    raw = _mail(
        "Subject: Re: Quick question\nIn-Reply-To: <mine@home.example>\nX-SG-EID: u1",
        "Book a call?",
    )
    judged = _judged(raw, knows)
    assert judged.kind is Kind.PERSONAL
    assert judged.certain


def test_somebody_the_owner_wrote_to_is_never_outreach() -> None:
    raw = (MAIL / "sdr-quick-question.eml").read_bytes()
    knows = Correspondents(addresses=frozenset({"kyle@tryfunnelcraft.example"}))
    assert _judged(raw, knows).kind is Kind.PERSONAL


def test_outreach_is_never_certain_before_its_body_is_read() -> None:
    for name in (name for name, kind in EXPECTED.items() if kind is Kind.OUTREACH):
        first = judge(_message((MAIL / f"{name}.eml").read_bytes()), None, Correspondents())
        assert first.kind is not Kind.OUTREACH, name
        assert not first.certain, name


@pytest.mark.parametrize(
    ("subject", "by_its_header"),
    [
        ("Conferma dell’ordine 460188", True),
        ("Confirmation de commande n° 601362", True),
        ("Potwierdzenie zamówienia 723755", True),
        ("Conferma la tua iscrizione 460188", False),
        ("Conferma dell’ordine", False),
        ("Willkommen bei Lamps! Ihre Bestellung 601362 ist bestätigt", False),
    ],
)
def test_a_confirmed_order_is_known_by_its_number_and_a_confirmed_subscription_is_read(
    subject: str, by_its_header: bool
) -> None:
    proven = "Authentication-Results: mx.home.example; dmarc=pass header.from=lamps.example"
    raw = _mail(f"{proven}\nFrom: Lamps <shop@lamps.example>\nSubject: {subject}", "")
    first = judge(_message(raw), None, Correspondents())
    assert first.certain is by_its_header
    assert not by_its_header or first.kind is Kind.TRANSACTIONAL


def test_one_word_of_a_seller_does_not_make_a_person_a_seller() -> None:
    raw = _mail("Subject: Thursday", "Quick question: is the rehearsal at seven or at eight?")
    assert _judged(raw).kind is Kind.PERSONAL


def test_a_friend_may_write_about_unsubscribing() -> None:
    text = "I clicked unsubscribe twice and it still comes. What do I do?"
    for author in ("Dad <dad@gmail.com>", "Dad <dad@family.example>"):
        assert _judged(_mail(f"From: {author}\nSubject: help", text)).kind is Kind.PERSONAL


def test_a_message_without_a_clear_author_is_never_acted_on() -> None:
    raw = _mail(f"From: a@one.example, b@two.example\nSubject: Sale\n{BULK}")
    assert _judged(raw).kind not in ACTED_ON


def test_junk_alone_does_not_make_a_newsletter_spam() -> None:
    raw = (MAIL / "bakery-monthly-mailchimp.eml").read_bytes()
    judged = judge(_message(raw, Role.JUNK), body(raw), Correspondents())
    assert judged.kind is Kind.NEWSLETTER


def test_a_list_that_takes_no_mail_is_a_newsletter() -> None:
    headers = "Subject: Tides\nList-Id: <t.shop.example>\nList-Post: NO\nX-Mailman-Version: 3.3"
    raw = _mail(headers, NEWS)
    assert _judged(raw).kind is Kind.NEWSLETTER


def test_the_owners_own_mail_is_personal() -> None:
    raw = b"From: mira@home.example\nTo: a@b.example\nSubject: 50% off!\n\nhi"
    judged = judge(_message(raw, Role.SENT), None, Correspondents())
    assert judged.kind is Kind.PERSONAL
    assert judged.certain


def test_every_sign_of_every_table_has_a_weight() -> None:
    known = set(scale().signs)
    used = {row[0] for row in phrases.worded()} | {row[2] for row in rows("providers")}
    used |= {row[0] for row in rows("author_signs")} | {row[3] for row in rows("network_mail")}
    assert used <= known


def test_on_a_tie_the_more_protected_kind_wins() -> None:
    scores = {Kind.OUTREACH: 2.0, Kind.NEWSLETTER: 2.0, Kind.PERSONAL: 2.0}
    assert ranked(scores) == (Kind.PERSONAL, 0.0)


FIELDS = st.sampled_from(
    [
        *("Subject", "From", "To", "List-Id", "List-Unsubscribe", "List-Post", "Precedence"),
        *("Return-Path", "X-Mailer", "Content-Type", "Auto-Submitted", "References", "X-MC-User"),
        *("Feedback-ID", "Date"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(FIELDS, st.text(max_size=80)), max_size=12), st.text(max_size=400))
def test_any_message_gets_a_kind_and_the_same_one_twice(
    fields: list[tuple[str, str]], text: str
) -> None:
    lines = [f"{name}: {' '.join(value.split())}" for name, value in fields]
    raw = "\n".join(["X-Any: 1", *lines, "", text]).encode("utf-8", "replace")
    message = _message(raw)
    words = Body(text, ())
    assert judge(message, words, Correspondents()) == judge(message, words, Correspondents())
    if message.author is None:
        assert judge(message, words, Correspondents()).kind not in ACTED_ON


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_phrases_are_found_in_any_text_without_a_crash(text: str) -> None:
    for hit in (*in_subject(text), *in_body(text)):
        assert hit.sign in scale().signs
        assert 0 <= hit.at < len(text)
