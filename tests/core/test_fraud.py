"""What a message wants and how its sender hides: together a fraud, apart left to other kinds."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner, Party
from inbox_guard.core.body import Link, body
from inbox_guard.core.data import rows
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import Judged, judge
from inbox_guard.core.kind.fraud import is_fraud
from inbox_guard.core.kind.impostor import dress, host_poses, lure_words
from inbox_guard.core.kind.links import host_of, link_signs
from inbox_guard.core.kind.weights import Seen, scale
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.script import mixed_letters
from inbox_guard.core.vocabulary import Kind

OWNER = Owner(("ada@home.test",))
NOBODY = Correspondents()
FORGED = "dkim=none; spf=fail smtp.mailfrom={0}; dmarc=fail header.from={0}"
PROVEN = "dkim=pass header.d={0}; spf=pass smtp.mailfrom={0}; dmarc=pass header.from={0}"


def judged(
    author: str, subject: str, text: str, results: str, *extra: str, knows: Correspondents = NOBODY
) -> Judged:
    domain = author.rpartition("@")[2].rstrip(">")
    raw = "\r\n".join(
        [
            "Received: from out.test by mx.home.test; Mon, 1 Jun 2026 10:00:00 +0000",
            f"Authentication-Results: mx.home.test; {results.format(domain)}",
            *extra,
            f"From: {author}",
            "To: ada@home.test",
            f"Subject: {subject}",
            "Date: Mon, 1 Jun 2026 10:00:00 +0000",
            f"Message-ID: <1@{domain}>",
            "Content-Type: text/html; charset=utf-8",
            "",
            text,
        ]
    ).encode()
    ref = MessageRef("main", "INBOX", 1, 1)
    found = read(
        Fetched(ref, Role.INBOX, datetime(2026, 6, 1, tzinfo=UTC), len(raw), raw),
        OWNER,
        ("mx.home.test",),
    )
    assert isinstance(found, Message)
    return judge(found, body(raw), knows)


LURES = [
    ("Parcel Desk", "Your parcel is waiting", "Pay the customs fee of 1.99 within 24 hours."),
    (
        "Kundenservice",
        "Ihr Paket wartet",
        "Die Zollgebühr von 2,10 EUR ist offen, sonst Rücksendung.",
    ),
    ("Service Client", "Votre compte est suspendu", "Cher client, confirmez vos informations."),
    ("Atención", "Su cuenta ha sido bloqueada", "Verifique sus datos: haga clic en el enlace."),
    ("Assistenza", "Il tuo conto è stato sospeso", "Gentile cliente, verifica i tuoi dati."),
    ("Klantenservice", "Uw rekening wordt geblokkeerd", "Bevestig uw gegevens binnen 24 uur."),
    ("Obsługa", "Twoje konto zostało zablokowane", "Potwierdź swoje dane w ciągu 24 godzin."),
    (
        "Kundtjänst",
        "Ditt kort har spärrats",
        "Bekräfta dina uppgifter: klicka här för att logga in.",
    ),
    (
        "Поддержка",
        "Ваш аккаунт будет заблокирован",
        "Подтвердите свои данные, перейдите по ссылке.",
    ),
    (
        "サポート",
        "アカウントが停止されました",
        "ご本人様確認が必要です。24時間以内に手続きしてください。",
    ),
    ("客服中心", "您的账户已被冻结", "请在24小时内验证您的身份，点击下方链接。"),
    ("고객센터", "계정이 정지되었습니다", "24시간 이내에 본인 확인을 완료하십시오."),
    ("Ügyfélszolgálat", "Fiókját zároltuk", "Erősítse meg adatait, kattintson az alábbi linkre."),
    ("Relații clienți", "Contul a fost suspendat", "Confirmați datele: faceți clic aici."),
    (
        "Εξυπηρέτηση",
        "Ο λογαριασμός σας έχει ανασταλεί",
        "Επιβεβαιώστε τα στοιχεία σας, πατήστε εδώ.",
    ),
]


@pytest.mark.parametrize(("name", "subject", "text"), LURES, ids=[row[1] for row in LURES])
def test_a_lure_that_its_own_domain_disowns_is_spam(name: str, subject: str, text: str) -> None:
    page = f"<p>{text}</p><a href='http://kq7.test/x'>&gt;&gt;</a>"
    assert judged(f"{name} <info@firm.example>", subject, page, FORGED).kind is Kind.SPAM


HONEST = [
    ("Hill Bank <alerts@hillbank.example>", "Unusual sign-in to your account",
     "We noticed a sign in from a new device. If this was not you, change your password."),
    ("Hill Bank <alerts@hillbank.example>", "Your card was blocked",
     "Dear customer, your card was blocked after three wrong PINs. Visit a branch to unlock it."),
    ("Post Nord-West <info@post-nordwest.example>", "Your parcel is on hold",
     "A customs fee of 12.40 is due. Pay at the counter or in the app within 7 days."),
    ("StreamBox <billing@streambox.example>", "Your payment was declined",
     "We could not process your payment. Please update your payment method in your account."),
    ("Mail Team <noreply@posthaus.example>", "Your mailbox is almost full",
     "Your mailbox is full to 95 percent. Delete old mail or upgrade in the settings."),
    ("Notary Lindqvist <office@lindqvist-law.example>", "The estate of your aunt",
     "You are named as a beneficiary. The inheritance amounts to 40,000. Please call the office."),
    ("Jo Park <jo.park@gmail.com>", "that webcam scam",
     "Did you get the one where a hacker says he recorded you and wants bitcoin? It is a scam, delete it."),
    ("Revenue Office <noreply@revenue.example>", "Your tax refund has been paid",
     "Your tax refund of 310.20 was paid into your account on 28 May."),
]  # fmt: skip


@pytest.mark.parametrize(("author", "subject", "text"), HONEST, ids=[row[1] for row in HONEST])
def test_honest_mail_with_the_words_of_frauds_is_no_spam(
    author: str, subject: str, text: str
) -> None:
    domain = author.rpartition("@")[2].rstrip(">")
    page = f"<p>{text}</p><a href='https://www.{domain}/account'>My account</a>"
    assert judged(author, subject, page, PROVEN).kind is not Kind.SPAM


@pytest.mark.parametrize(
    "author",
    [
        "PayPal Service <service@pay-update-center.test>",
        "PayPaI <hello@kq7lvv.test>",
        "Р\u0430yP\u0430l <x@somewhere.test>",
        "Netflix <info@netflix-billing.test>",
        "DHL Express <billingdesk8841@gmail.com>",
    ],
)
def test_a_known_name_on_a_foreign_domain_that_asks_for_payment_data_is_spam(author: str) -> None:
    text = "<p>Dear customer, update your payment details or your account will be suspended.</p>"
    assert judged(author, "Payment declined", text, PROVEN).kind is Kind.SPAM


def test_a_known_name_on_its_own_domain_may_ask_the_same() -> None:
    text = "<p>Please update your payment details.</p><a href='https://www.netflix.com/pay'>Pay</a>"
    kind = judged("Netflix <info@mailer.netflix.com>", "Payment declined", text, PROVEN).kind
    assert kind is not Kind.SPAM


def test_service_words_do_not_protect_an_impostor() -> None:
    text = "<p>Order 4711. If you did not authorize this charge call our helpline immediately.</p>"
    found = judged("Norton Billing <bill.desk99121@gmail.com>", "Invoice 4711", text, PROVEN)
    assert found.kind is Kind.SPAM
    assert {"brand-name", "callback"} <= {sign.kind for sign in found.signs}


def test_a_ransom_note_is_spam_though_a_freemail_provider_vouches_for_it() -> None:
    text = (
        "<p>I hacked your system. My trojan recorded you through your webcam. Send 900 dollars in"
        " bitcoin or all your contacts receive the video.</p>"
    )
    assert judged("K <k.x8812@gmail.com>", "Read this", text, PROVEN).kind is Kind.SPAM


def test_a_newsletter_that_nobody_vouches_for_and_its_domain_disowns_is_spam() -> None:
    found = judged(
        "House of Boots <news@boots.example>",
        "Last days: -70% on everything",
        "<p>Sale! <a href='https://boots.example/s'>Shop now</a>. Unsubscribe</p>",
        FORGED,
        "List-Unsubscribe: <https://boots.example/u>",
    )
    assert found.kind is Kind.SPAM


def test_somebody_you_write_to_is_no_fraud_for_two_bad_words() -> None:
    knows = Correspondents(addresses=frozenset({"jo.park@gmail.com"}))
    text = "<p>Can you get gift cards for the party? Keep it between us, I am in a meeting.</p>"
    found = judged("Jo Park <jo.park@gmail.com>", "Favour", text, PROVEN, knows=knows)
    assert found.kind is not Kind.SPAM


def test_wanting_without_hiding_and_hiding_without_wanting_are_no_fraud() -> None:
    wants = [
        Seen(sign) for sign in ("threat", "credentials", "deadline", "fee", "unpaid", "refund")
    ]
    assert not is_fraud([*wants, Seen("authenticated")])
    assert not is_fraud([Seen("refused"), Seen("unproven"), Seen("unauthenticated")])
    assert is_fraud([*wants, Seen("refused")])


def test_a_list_that_people_post_to_is_never_called_a_fraud() -> None:
    signs = ["threat", "credentials", "refused", "unproven", "brand-name", "list-post"]
    assert not is_fraud([Seen(sign) for sign in signs])


def test_every_sign_with_points_has_a_sentence() -> None:
    assert {sign for sign, _ in rows("fraud_signs")} <= set(scale().signs)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://shop.example/a?b#c", "shop.example"),
        ("HTTP://Shop.Example:8080", "shop.example"),
        ("https://paypal.com@evil.test/login", "evil.test"),
        ("https:\\\\evil.test\\x", "evil.test"),
        ("http://[2001:db8::1]/x", "[2001:db8::1]"),
        ("https://pаypal.test/", "xn--pypal-4ve.test"),
        ("mailto:a@b.test", ""),
        ("not a link", ""),
    ],
)
def test_the_host_of_a_link_is_the_one_a_browser_goes_to(url: str, host: str) -> None:
    assert host_of(url) == host


def test_a_link_that_shows_another_name_or_hides_it_is_told() -> None:
    links = [
        Link("https://kq7.test/in", "www.hillbank.example"),
        Link("http://203.0.113.9/in", "here"),
        Link("https://hillbank.com.session.test/", "log in"),
    ]
    signs = {sight.sign for sight in link_signs(links, "Please log in", None)}
    assert {"link-shows-other", "link-number", "link-poses"} <= signs


def test_a_quote_of_a_link_holds_no_path() -> None:
    links = [Link("http://203.0.113.9/secret-key-of-mine?t=abcdef", "www.hillbank.example/abcdef")]
    assert all("secret" not in sight.quote and "abcdef" not in sight.quote
               for sight in link_signs(links, "", None))  # fmt: skip


def test_names_that_pose_and_words_that_lure() -> None:
    assert host_poses("hillbank.com.session.test")
    assert host_poses("xn--pypal-4ve.test")
    assert host_poses("paypal-check.test")
    assert not host_poses("www.paypal.com")
    assert not host_poses("news.shop.example")
    assert lure_words("secure-login.test") == 2
    assert lure_words("hillbank.example") == 0


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("ホクトカード", "mail.hokuto-card.example"),
        ("남산은행 고객센터", "namsan-bank.example"),
        ("南山商業銀行客服", "nanshan-bank.example"),
        ("Банк «Приволье»", "bank-privolye.example"),
        ("Wärmewerk Kundendienst", "waermewerk.example"),
        ("Crédit Société Morvan Banque", "morvan.example"),
    ],
)
def test_a_name_in_another_script_is_held_against_a_domain_by_its_sound(
    name: str, domain: str
) -> None:
    assert "name-elsewhere" not in _dressed(name, domain)
    assert "name-elsewhere" in _dressed(name, "qvxtelu.test")


def test_initials_stand_for_a_name_and_a_picture_claims_nothing() -> None:
    assert "name-elsewhere" not in _dressed("Bank of Ireland", "boi.example")
    assert "name-elsewhere" in _dressed("Bank of Ireland", "qvxtelu.test")
    assert "name-elsewhere" not in _dressed("🔥 Support", "lamps.example")


def _dressed(name: str, domain: str) -> set[str]:
    return {sight.sign for sight in dress(Party(name, f"info@{domain}"))}


def test_two_scripts_in_one_word_are_mixed_but_not_in_one_sentence() -> None:
    assert mixed_letters("P\u0430ypal") == "P\u0430ypal"
    assert mixed_letters("Привет Anna") == ""
    assert mixed_letters("Żółć naïve") == ""


def test_an_invisible_character_within_words_is_counted() -> None:
    raw = "Content-Type: text/plain; charset=utf-8\r\n\r\nac\u200bco\u200bunt Stra\u00adße".encode()
    assert body(raw).cut_words == 2


def test_files_are_named_in_lower_case() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhi\r\n--b\r\n"
        b'Content-Disposition: attachment; filename="Invoice.HTML"\r\n\r\nx\r\n--b--\r\n'
    )
    assert body(raw).files == ("invoice.html",)


@given(st.text(max_size=300))
def test_any_text_is_read_as_a_link_without_an_error(url: str) -> None:
    host = host_of(f"https://{url}")
    assert "/" not in host
    link_signs([Link(f"https://{url}", url)], url, None)
    host_poses(host)
    mixed_letters(url)
