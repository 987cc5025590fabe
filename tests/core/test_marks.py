"""What single mails carry: slips, brokers, pretended threads, follow-ups, greetings, near-identical texts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, body
from inbox_guard.core.evidence import marks
from inbox_guard.core.evidence import testimony as spoken
from inbox_guard.core.evidence.likeness import DIGITS, ROWS, likeness, shared
from inbox_guard.core.folder import Role
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.slip import unfilled
from inbox_guard.core.together import Case, together
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import FIRST, history

PITCH = """We have been building outbound engines for bakeries and breweries since many years, and
our customers see a steady stream of meetings within weeks. I would love to show how a small team can
fill its calendar without hiring anybody. Would a short call next week make sense, or is there somebody
else on your side who looks after growth and partnerships?"""


def mail(text: str, subject: str = "Quick idea", *fields: str) -> tuple[Message, Body]:
    head = (
        "From: Jo <jo@sells.test>",
        "To: mira@home.test",
        "Message-ID: <1@sells.test>",
        f"Subject: {subject}",
        "Content-Type: text/plain; charset=utf-8",
        *fields,
    )
    raw = ("\r\n".join(head) + "\r\n\r\n" + text).encode()
    ref = MessageRef("main", "INBOX", 1, 1)
    arrived = datetime(2026, 1, 1, tzinfo=UTC)
    owner = Owner(("mira@home.test",))
    found = read(Fetched(ref, Role.INBOX, arrived, len(raw), raw), owner, ())
    assert isinstance(found, Message)
    return found, body(raw)


def carried(kind: MarkKind, message: tuple[Message, Body], of: Kind = Kind.OUTREACH) -> list[str]:
    return [mark.value for mark in marks(message[0], of, message[1]) if mark.kind is kind]


@pytest.mark.parametrize(
    "text",
    [
        "Hi {{first_name}},",
        "Hi {{ contact.firstname }},",
        "Dear [First Name],",
        "Hallo %VORNAME%,",
        "Bonjour {prenom},",
        "Hi *|FNAME|*,",
        "Hello <<First Name>>,",
        "I saw that {{company}} is growing",
        "Dear ,",
        "Hi null,",
        "Hello undefined ,",
        "Hi ${firstName},",
        "Hi {{first_name|there}},",
        "Dear {!Contact.FirstName},",
        "Hi {{{lead.First Name}}},",
        "Hi ##first_name##,",
        "Hi #FirstName#,",
        "Hello -FNAME-,",
        "Hi (first name),",
        "Dear ~Contact.FirstName~,",
        "Hej {förnamn},",
        "Cześć {imie},",
        "Sehr geehrte Frau [[Nachname]],",
        "Hi NULL NULL,",
        "Hi |FIRSTNAME|,",
        "Gentile ,",
        "I love what you do at [Company Name].",
        "We help firms like <Company Name> to grow",
    ],
)
def test_a_field_that_was_left_unfilled_is_seen(text: str) -> None:
    assert unfilled(text)
    assert carried(MarkKind.SLIP, mail(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hi Mira,",
        "Hi,\nhow are you",
        "the name, please",
        "use {curly} braces and [brackets]",
        "100% name recognition",
        "def f(name): return {name: 1}",
        "Dear Mira, your name",
        "a template says {{ variable }}",
        "Hello (name to follow),",
        "Dear Mira (name changed),",
        "our page: [website]",
        "ssh <user name>@host and <name>",
        "#name# is a tag",
    ],
)
def test_what_people_write_is_no_slip(text: str) -> None:
    assert unfilled(text) == ""


@given(st.text())
def test_no_text_makes_the_finders_stumble(text: str) -> None:
    message = mail(text)
    for kind in (Kind.OUTREACH, Kind.NEWSLETTER, Kind.PERSONAL):
        for mark in marks(message[0], kind, message[1]):
            assert len(mark.value) <= 200


def test_a_mail_that_leads_to_a_broker_or_names_one_says_so() -> None:
    linked = mail("Found you at https://www.apollo.io/people/x and liked it")
    assert carried(MarkKind.BROKER, linked) == ["Apollo"]
    named = mail("We obtained your business contact from ZoomInfo.")
    assert carried(MarkKind.BROKER, named) == ["ZoomInfo"]
    assert carried(MarkKind.BROKER, mail("lushan mountains and prelusha")) == []


def test_a_friend_who_speaks_of_a_broker_leaves_no_trace_of_one() -> None:
    told = mail("I hate ZoomInfo.")
    assert carried(MarkKind.BROKER, told, Kind.PERSONAL) == []


def test_an_answer_to_nothing_is_a_pretended_thread() -> None:
    assert carried(MarkKind.FAKE_THREAD, mail("hi", "Re: our call"))
    assert carried(MarkKind.FAKE_THREAD, mail("hi", "回复\uff1a我们的通话"))
    threaded = mail("hi", "Re: our call", "In-Reply-To: <x@home.test>")
    assert not carried(MarkKind.FAKE_THREAD, threaded)
    assert not carried(MarkKind.FAKE_THREAD, mail("hi", "Regarding our call"))


def test_a_mail_that_answers_its_own_sender_follows_up() -> None:
    again = mail("Any thoughts?", "Quick idea", "In-Reply-To: <0@sells.test>")
    assert carried(MarkKind.BUMP, again)
    assert not carried(MarkKind.BUMP, again, Kind.PERSONAL)


def test_follow_ups_are_counted_and_dated() -> None:
    bumps = tuple(
        Mark(MarkKind.BUMP, f"{n}@x", "just bumping", f"{n}@x", FIRST + timedelta(days=4 * n))
        for n in range(1, 4)
    )
    (said,) = [one for one in spoken(replace(history(), marks=bumps)) if one.kind == "followed-up"]
    assert "3 times" in said.says
    assert "5 March 2024, 9 March 2024, 13 March 2024" in said.says


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dear Mira,", "Mira"),
        ("Hallo Frau Holt,", "Frau Holt"),
        ("Bonjour Mira Holt,", "Mira Holt"),
        ("Hi Mira!", "Mira"),
        ("Sehr geehrte Frau Dr. Holt,", "Frau Dr. Holt"),
        ("Hola Mira:", "Mira"),
    ],
)
def test_the_name_in_a_greeting_is_read(line: str, name: str) -> None:
    assert carried(MarkKind.SALUTED, mail(f"{line}\n\nwe have news")) == [name]


@pytest.mark.parametrize(
    "line", ["Dear customers,", "Hi there,", "Liebe Mitglieder,", "Hello,", "Hi 2024 fans,"]
)
def test_a_greeting_of_many_names_nobody(line: str) -> None:
    assert carried(MarkKind.SALUTED, mail(f"{line}\n\nwe have news")) == []


def test_one_text_with_other_names_is_nearly_the_same() -> None:
    one = likeness("Hi Mira,\n" + PITCH)
    other = likeness("Hello Tom, greetings from Acme 2024\n" + PITCH.replace("short", "quick"))
    assert len(one) == ROWS * DIGITS
    assert shared(one, other) > 0.6


def test_two_texts_have_little_in_common() -> None:
    other = " ".join(f"word{chr(97 + n % 26)} thing other {chr(97 + n // 26)}x" for n in range(60))
    assert shared(likeness(PITCH), likeness(other)) < 0.2


def test_a_short_text_is_like_nothing() -> None:
    assert likeness("Are you the right person?") == ""


def stranger(number: int, house: str, text: str) -> Case:
    mark = Mark(MarkKind.FINGERPRINT, likeness(text), "", f"{number}@x", FIRST)
    who = Speaker(SenderId(SenderKind.ADDRESS, f"jo@{house}"), f"Jo {number}", house)
    made = replace(history(), number=number, speaker=who, marks=(mark,))
    return Case(made, Verdict(Kind.OUTREACH, Standing.UNCONSENTED, (), "no trace"))


def test_the_same_pitch_from_strangers_is_told_to_both() -> None:
    told = together([stranger(1, "one.test", PITCH), stranger(2, "two.test", "Hi Bo, " + PITCH)])
    assert "Jo 2 (two.test)" in told[1][0].says
    assert "Jo 1 (one.test)" in told[2][0].says


def test_two_people_of_one_house_may_share_their_text() -> None:
    told = together([stranger(1, "one.test", PITCH), stranger(2, "one.test", PITCH)])
    assert not told[1]
    assert not told[2]
