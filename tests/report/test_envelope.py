"""The report as a mail: RFC 5322, two alternatives, and every number in the plain one."""

import re
from email import message_from_bytes, policy

import pytest

from inbox_guard.report.month import MonthlyReporter

from .hostile import HTML, TERMINAL, everywhere
from .rich_month import rich
from .sample import ZONE, at

SENT = at(1, 11, 6)


def mail_of(facts, language: str = "en") -> bytes:
    return MonthlyReporter().mail(
        facts, language, ZONE, "jane@home.test", "jane+reports@home.test", SENT
    )


def test_the_mail_says_who_to_whom_when_and_that_no_person_wrote_it():
    mail = message_from_bytes(mail_of(rich()), policy=policy.default)
    assert mail["From"] == "inbox-guard <jane@home.test>"
    assert mail["To"] == "jane+reports@home.test"
    assert mail["Subject"] == "Who mailed you without permission in October 2026"
    assert mail["Date"].datetime == SENT
    assert re.fullmatch(r"<report\.[0-9a-f]{32}@home\.test>", mail["Message-ID"])
    assert mail["Auto-Submitted"] == "auto-generated"
    assert not [name for name in mail if name.lower().startswith("list-")]


def test_the_alternatives_are_plain_text_and_then_the_page():
    mail = message_from_bytes(mail_of(rich()), policy=policy.default)
    assert mail.get_content_type() == "multipart/alternative"
    plain, page = mail.iter_parts()
    assert (plain.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    files = dict(MonthlyReporter().render(rich(), ["text", "html"], "en", ZONE).files)
    assert plain.get_content().replace("\r\n", "\n").encode() == files["text"]
    assert page.get_content().replace("\r\n", "\n").encode() == files["html"]


def test_the_plain_part_holds_every_number_of_the_page():
    mail = message_from_bytes(mail_of(rich()), policy=policy.default)
    plain, page = (part.get_content() for part in mail.iter_parts())
    body = re.sub(r"<[^>]+>", " ", page.split("<body>")[1]).replace("&amp;#39;", "'")
    numbers = set(re.findall(r"\d[\d,]*", re.sub(r"&#\d+;", " ", body)))
    assert numbers
    assert numbers <= set(re.findall(r"\d[\d,]*", plain))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_bytes_can_pass_any_mail_server(language):
    raw = mail_of(rich(), language)
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_the_same_sending_gives_the_same_bytes_and_another_one_another_id():
    assert mail_of(rich()) == mail_of(rich())
    later = MonthlyReporter().mail(
        rich(), "en", ZONE, "jane@home.test", "jane+reports@home.test", at(2, 11)
    )
    first, second = (message_from_bytes(raw)["Message-ID"] for raw in (mail_of(rich()), later))
    assert first != second


@pytest.mark.parametrize("payload", [*TERMINAL.values(), *HTML.values()])
def test_no_hostile_words_change_the_headers(payload):
    harmless = message_from_bytes(mail_of(everywhere("x")))
    hostile = message_from_bytes(mail_of(everywhere(payload)))
    assert hostile.items() == harmless.items()
