"""People behind networks, notices of applications, and lists: who speaks, and what the mail is."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner, Party
from inbox_guard.core.body import body
from inbox_guard.core.data import rows
from inbox_guard.core.folder import Role
from inbox_guard.core.headers import Headers
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import judge
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.network import voice
from inbox_guard.core.sender import speaker
from inbox_guard.core.vocabulary import Kind

UNSUBSCRIBE = "List-Unsubscribe: <https://network.example/u?t=1>"
ONE_CLICK = UNSUBSCRIBE + "\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"


def _message(author: str, subject: str, fields: str = "", text: str = "Hello") -> Message:
    extra = f"{fields}\n" if fields else ""
    raw = (
        "Received: x\nReturn-Path: <b@network.example>\nTo: Ada <ada@home.example>\n"
        "Date: Mon, 3 Mar 2025 10:00:00 +0000\nMessage-ID: <1@network.example>\n"
        f"From: {author}\nSubject: {subject}\n{extra}"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}"
    ).encode()
    ref = MessageRef("main", "INBOX", 1, 1)
    fetched = Fetched(ref, Role.INBOX, datetime(2025, 3, 3, tzinfo=UTC), len(raw), raw)
    message = read(fetched, Owner(("ada@home.example",)), ())
    assert isinstance(message, Message)
    return message


def _kind(author: str, subject: str, fields: str = "", text: str = "Hello") -> Kind:
    message = _message(author, subject, fields, text)
    found = judge(message, None, Correspondents())
    if found.certain:
        return found.kind
    raw = f"Content-Type: text/plain; charset=utf-8\n\n{text}".encode()
    return judge(message, body(raw), Correspondents()).kind


PERSONS = {
    "dress-in-brackets": (
        '"Marta Kos (XING)" <no-reply@xing.com>',
        "Neue Nachricht",
        "xing:marta kos",
    ),
    "member-before-the-name": (
        '"eBay-Mitglied: alte_uhr" <x9@members.ebay.de>',
        "Ihr Artikel",
        "ebay:alte_uhr",
    ),
    "any-public-suffix": (
        "Pieter <3fd8@marketplace.amazon.co.uk>",
        "Order 123",
        "amazon:pieter",
    ),
    "name-before-the-words": (
        "Instagram <no-reply@mail.instagram.com>",
        "mika.art hat dir eine Nachricht gesendet",
        "instagram:mika.art",
    ),
    "name-behind-the-words": (
        "Vinted <no-reply@vinted.pl>",
        "Nowa wiadomość od kasia_88",
        "vinted:kasia_88",
    ),
    "name-up-to-the-next-mark": (
        "Wallapop <no-reply@wallapop.com>",
        'Nuevo mensaje de Lucía sobre "Bici"',
        "wallapop:lucía",
    ),
    "name-without-its-aside": (
        "X <notify@x.com>",
        "Paul (@paulx) sent you a Direct Message!",
        "x:paul",
    ),
    "words-with-a-gap": (
        "Facebook <notification@facebookmail.com>",
        "Lara Weis möchte mit dir auf Facebook befreundet sein",
        "facebook:lara weis",
    ),
    "who-is-quoted": (
        "Vinted <no-reply@vinted.de>",
        'muschel88: "Ist die Jacke ..."',
        "vinted:muschel88",
    ),
    "script-without-spaces": (
        "LinkedIn <messages-noreply@linkedin.com>",
        "大野さんからメッセージが届きました",
        "linkedin:大野",
    ),
}


@pytest.mark.parametrize(("author", "subject", "value"), PERSONS.values(), ids=PERSONS)
def test_a_person_behind_a_network_is_found_by_the_networks_habits(
    author: str, subject: str, value: str
) -> None:
    found = speaker(_message(author, subject, ONE_CLICK))

    assert found is not None
    assert found.sender.value == value
    assert _kind(author, subject, ONE_CLICK) is Kind.PLATFORM


def test_a_person_is_found_by_the_relay_that_an_answer_would_go_to() -> None:
    found = speaker(
        _message(
            "Airbnb <automated@airbnb.com>",
            "Zimmer am Park",
            'Reply-To: "Chiara (Airbnb)" <abc12@reply.airbnb.com>',
        )
    )

    assert found is not None
    assert found.sender.value == "airbnb:chiara"


def test_an_answer_that_goes_elsewhere_names_nobody() -> None:
    found = speaker(
        _message(
            "Airbnb <automated@airbnb.com>", "Your trip", "Reply-To: Chiara <c12@mail.example>"
        )
    )

    assert found is not None
    assert found.sender.value == "automated@airbnb.com"


def test_a_message_from_the_network_itself_is_nobodys() -> None:
    writer = Party("LinkedIn", "messages-noreply@linkedin.com")

    heard = voice(writer, Headers(()), "New message from LinkedIn")

    assert heard is not None
    assert not heard.person


def test_words_about_an_advertisement_are_a_persons_even_without_her_name() -> None:
    author, subject = "OLX <noreply@olx.pl>", "Odpowiedź na twoje ogłoszenie"

    assert _kind(author, subject) is Kind.PLATFORM
    found = speaker(_message(author, subject))
    assert found is not None
    assert found.sender.value == "noreply@olx.pl"


OWN_ACCOUNT = {
    "new-device": ("XING <mailrobot@mail.xing.com>", "Anmeldung mit neuem Gerät"),
    "receipt": ("LinkedIn <linkedin-noreply@linkedin.com>", "Your Premium receipt"),
    "code": ("X <verify@x.com>", "Your confirmation code is 99812"),
    "password": ("Instagram <no-reply@mail.instagram.com>", "Réinitialisez votre mot de passe"),
    "key": ("GitHub <noreply@github.com>", "[GitHub] A new SSH key was added to your account"),
}


@pytest.mark.parametrize(("author", "subject"), OWN_ACCOUNT.values(), ids=OWN_ACCOUNT)
def test_a_network_that_writes_about_your_account_is_transactional(
    author: str, subject: str
) -> None:
    assert _kind(author, subject, UNSUBSCRIBE) is Kind.TRANSACTIONAL


NOTICES = {
    "network": ("TikTok <noreply@service.tiktok.com>", "zoe posted new videos", ONE_CLICK),
    "accepted": (
        "LinkedIn <invitations-noreply@linkedin.com>",
        "Gwen Parry accepted your invitation",
        "X-LinkedIn-Class: EMAIL-DEFAULT\n" + ONE_CLICK,
    ),
    "issue-about-a-password": (
        "octo <notifications@github.com>",
        "Re: [acme/tool] Reset password link is dead (#12)",
        "List-ID: <tool.acme.github.com>\nX-GitHub-Reason: mention\n" + UNSUBSCRIBE,
    ),
    "chat": ("Slack <notification@slack.com>", "Tom sent you a direct message", UNSUBSCRIBE),
    "forum": ("Board <b@forum.example>", "Antwort: Ofen", "X-Mailer: phpBB3"),
    "monitor": ("nagios@mon.example", "** PROBLEM Host Alert: db1 is DOWN **", ""),
    "unknown-application": ("Foro <no-reply@foro.example>", "Bea ha comentado tu foto", ONE_CLICK),
    "job-alert": ("Jobs <jobs@jobs.example>", '12 new jobs for "welder"', ONE_CLICK),
}


@pytest.mark.parametrize(("author", "subject", "fields"), NOTICES.values(), ids=NOTICES)
def test_word_of_others_activity_is_a_notification(author: str, subject: str, fields: str) -> None:
    assert _kind(author, subject, fields) is Kind.NOTIFICATION


@pytest.mark.parametrize(
    ("subject", "fields"),
    [
        ("Your account summary is ready", "Auto-Submitted: auto-generated"),
        ("Ihre Unterlagen", "X-SG-EID: x"),
        ("Bestellung 1122 versendet", "Auto-Submitted: auto-generated"),
    ],
)
def test_a_machines_mail_that_tells_of_nobody_is_the_owners_own_affair(
    subject: str, fields: str
) -> None:
    assert _kind("Shop <noreply@shop.example>", subject, fields) is Kind.TRANSACTIONAL


MACHINE_MADE = "Auto-Submitted: auto-generated"
PHONE = "X-Mailer: iPhone Mail (22B83)"


@pytest.mark.parametrize("subject", ["Reminder: dinner on Friday", "Nachricht von Oma"])
def test_words_of_activity_make_no_notice_of_a_friends_mail(subject: str) -> None:
    assert (
        _kind("Jo <jo@friend.example>", subject, PHONE, "see you on Friday, bring Mum\nJo")
        is Kind.PERSONAL
    )


@pytest.mark.parametrize("tag", ["EXTERN", "External Sender", "Ticket 9", "SPAM?"])
def test_the_tag_of_a_gateway_or_a_desk_is_no_lists(tag: str) -> None:
    subject = f"[{tag}] Re: Wednesday"

    assert _kind("Kim <kim@work.example>", subject, "In-Reply-To: <a@b.example>") is Kind.PERSONAL


def test_the_number_of_a_desk_is_no_lists() -> None:
    found = _kind("Kim <kim@work.example>", "[#118-33] Re: Wednesday", "In-Reply-To: <a@b.example>")
    assert found in (Kind.PERSONAL, Kind.TRANSACTIONAL)  # a desk's answer is the owner's affair


def test_a_tag_in_a_mail_that_names_its_reader_is_no_lists_by_itself() -> None:
    author = "Kim <kim@work.example>"

    assert _kind(author, "Re: [Umzug] Kisten", "In-Reply-To: <a@b.example>") is Kind.PERSONAL


DIGESTS = (
    "crafts Digest, Vol 12, Issue 3",
    "ORG-L Digest - 3 Mar 2025 to 4 Mar 2025 (#2025-11)",
    "Digest for crafts@googlegroups.com - 3 updates in 2 topics",
    "[crafts] Digest Number 4411",
    "crafts@groups.io Digest #118",
)


@pytest.mark.parametrize("subject", DIGESTS)
def test_a_digest_of_posts_is_part_of_the_discussion(subject: str) -> None:
    fields = f"List-Id: <crafts.lists.example>\nPrecedence: list\n{UNSUBSCRIBE}"

    assert _kind("Crafts <crafts@lists.example>", subject, fields) is Kind.DISCUSSION


def test_a_list_that_takes_no_posts_is_one_way_whatever_sends_it() -> None:
    fields = (
        "List-Help: <mailto:sympa@l.example?subject=help>\nList-Post: NO\nPrecedence: list\n"
        f"X-Mailman-Version: 3.3\n{UNSUBSCRIBE}"
    )

    assert _kind("Verein <info@v.example>", "Rundbrief Mai", fields) is Kind.NEWSLETTER


def test_a_lists_software_about_your_membership_is_transactional() -> None:
    fields = "X-List-Administrivia: yes\nX-Mailman-Version: 2.1\nList-Id: <crafts.lists.example>"

    assert _kind("crafts-request@lists.example", "confirm 77aa", fields) is Kind.TRANSACTIONAL


def test_an_answer_of_a_help_desk_is_the_owners_own_affair() -> None:
    fields = "X-Zendesk-From-Account-Id: 12\nAuto-Submitted: auto-generated"

    assert _kind("Support <support@shop.example>", "Re: my lamp", fields) is Kind.TRANSACTIONAL


def test_every_row_about_programs_and_pages_can_be_read() -> None:
    networks = {row[0] for row in rows("networks")}

    assert all(len(row) == 4 and row[0] == row[0].lower() for row in rows("programs"))
    assert all(len(row) == 5 and row[0] in networks for row in rows("profiles"))


@given(
    st.text(max_size=80),
    st.text(max_size=200),
    st.text(max_size=80),
    st.sampled_from(["linkedin.com", "ebay.de", "mail.xing.com", "vinted.pl", "x.example", "de"]),
)
def test_any_name_and_any_subject_can_be_heard(
    name: str, subject: str, answer: str, domain: str
) -> None:
    headers = Headers((("reply-to", answer), ("x-linkedin-class", answer)))

    heard = voice(Party(name, f"hit-reply@{domain}"), headers, subject)

    assert heard is None or heard.person or not heard.name


def test_an_unknown_portal_that_relays_a_persons_words_is_a_platform() -> None:
    fields = f"Reply-To: Rudi <x8812@reply.kleinmarkt.example>\n{UNSUBSCRIBE}"

    subject = "Anfrage zu Ihrem Inserat: Sofa"

    assert _kind("Kleinmarkt <noreply@kleinmarkt.example>", subject, fields) is Kind.PLATFORM


def test_an_address_for_notices_does_not_by_itself_tell_of_others() -> None:
    message = _message("Handelsbank <notify@bank.example>", "Kort 120 kr", MACHINE_MADE, "")
    assert judge(message, None, Correspondents()).kind is Kind.TRANSACTIONAL


def test_a_booking_that_names_the_host_in_reply_to_stays_transactional() -> None:
    fields = 'Reply-To: "Chiara (Airbnb)" <abc12@reply.airbnb.com>'
    author = "Airbnb <automated@airbnb.com>"

    assert _kind(author, "Reservation confirmed in Turin", fields) is Kind.TRANSACTIONAL
    assert _kind(author, "Re: Stanza sul cortile", fields) is Kind.PLATFORM


def test_a_letter_with_its_name_in_brackets_is_no_list_that_people_post_to() -> None:
    fields = f"List-Id: <n.town.example>\nPrecedence: list\n{ONE_CLICK}"
    text = "June newsletter. You subscribed to Town News. Unsubscribe here."

    assert _kind("Town <t@town.example>", "[Town] June", fields, text) is Kind.NEWSLETTER
