"""Who speaks: a list, an address, or a person behind a network."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_guard.core.address import Owner
from inbox_guard.core.data import rows
from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.sender import SenderId, SenderKind, Speaker, speaker

MESSAGES = Path(__file__).parent.parent / "messages"


def _message(raw: bytes, role: Role = Role.INBOX) -> Message:
    ref = MessageRef("main", "INBOX", 1, 1)
    fetched = Fetched(ref, role, datetime(2025, 11, 7, tzinfo=UTC), len(raw), raw)
    message = read(fetched, Owner(("ada@home.example",)), ())
    assert isinstance(message, Message)
    return message


def _speaker(*fields: str) -> Speaker | None:
    return speaker(_message("\n".join(("Received: x", *fields, "", "")).encode()))


FILES = {
    "message-newsletter.eml": Speaker(
        SenderId(SenderKind.LIST, "kaesepost.news.kaesekontor.example"),
        "Käse-Post",
        "kaesekontor.example",
    ),
    "sender-discussion.eml": Speaker(
        SenderId(SenderKind.LIST, "sailors.lists.boats.example"),
        "Sailors of the bay",
        "boats.example",
    ),
    "sender-linkedin-inmail.eml": Speaker(
        SenderId(SenderKind.PERSON, "linkedin:dana pitch"), "Dana Pitch", "linkedin.com"
    ),
    "sender-linkedin-security.eml": Speaker(
        SenderId(SenderKind.ADDRESS, "security-noreply@linkedin.com"), "LinkedIn", "linkedin.com"
    ),
    "sender-linkedin-job-alert.eml": Speaker(
        SenderId(SenderKind.ADDRESS, "jobalerts-noreply@linkedin.com"),
        "LinkedIn Job Alerts",
        "linkedin.com",
    ),
    "message-forged-owner.eml": Speaker(
        SenderId(SenderKind.ADDRESS, "ada@home.example"), "Ada Morgen", "home.example"
    ),
    "message-dressed-author.eml": None,
}


@pytest.mark.parametrize(("name", "expected"), FILES.items(), ids=FILES)
def test_who_speaks_in_a_message(name: str, expected: Speaker | None) -> None:
    assert speaker(_message((MESSAGES / name).read_bytes())) == expected


def test_nobody_speaks_in_the_owners_own_mail() -> None:
    assert speaker(_message((MESSAGES / "message-own-sent.eml").read_bytes(), Role.SENT)) is None


PERSONS = {
    "reply-address": ("Dana Pitch <hit-reply@linkedin.com>", "", "linkedin:dana pitch"),
    "invitation": ("Dana Pitch <invitations@linkedin.com>", "", "linkedin:dana pitch"),
    "digest-of-messages": (
        "Dana Pitch via LinkedIn <messaging-digest-noreply@linkedin.com>",
        "",
        "linkedin:dana pitch",
    ),
    "old-member-address": ("Dana Pitch <member@linkedin.com>", "", "linkedin:dana pitch"),
    "class-of-a-guest": (
        "Dana Pitch <x@e.linkedin.com>",
        "X-LinkedIn-Class: INVITE-GUEST",
        "linkedin:dana pitch",
    ),
    "class-of-a-member": (
        "Dana Pitch <x@linkedin.com>",
        "X-LinkedIn-Class: mbr-to-mbr",
        "linkedin:dana pitch",
    ),
    "class-of-a-group": (
        "Dana Pitch <x@linkedin.com>",
        "X-LinkedIn-Class: GROUP-MSG",
        "linkedin:dana pitch",
    ),
    "default-class-of-a-reply-address": (
        "Dana Pitch <hit-reply@linkedin.com>",
        "X-LinkedIn-Class: EMAIL-DEFAULT",
        "linkedin:dana pitch",
    ),
    "german-suffix": ('"Dana Pitch (über XING)" <x@mail.xing.com>', "", "xing:dana pitch"),
    "other-network": ("Dana Pitch <messages@facebookmail.com>", "", "facebook:dana pitch"),
    "called-like-a-network": ("Xing Li <messages@mail.xing.com>", "", "xing:xing li"),
    "full-width-name": ("Ｄana Pitch <hit-reply@linkedin.com>", "", "linkedin:dana pitch"),
    "encoded-name": (
        "=?utf-8?q?D=C3=A4na_PITCH?= <hit-reply@linkedin.com>",
        "",
        "linkedin:däna pitch",
    ),
    "token-behind-a-plus": ("Dana Pitch <hit-reply+abc@linkedin.com>", "", "linkedin:dana pitch"),
}


@pytest.mark.parametrize(("author", "field", "value"), PERSONS.values(), ids=PERSONS)
def test_a_person_behind_a_network_is_known_by_name(author: str, field: str, value: str) -> None:
    found = _speaker(
        f"From: {author}", field or "X-Nothing: x", "List-Id: <members.network.example>"
    )

    assert found is not None
    assert found.sender == SenderId(SenderKind.PERSON, value)
    assert found.organisation == author.rpartition("@")[2].strip(">").removeprefix(
        "mail."
    ).removeprefix("e.")


NETWORKS = {
    "under-its-own-name": ("LinkedIn <hit-reply@linkedin.com>", ""),
    "its-team": ("Your XING team <messages@mail.xing.com>", ""),
    "under-its-own-name-in-lower-case": ("linkedin <hit-reply@linkedin.com>", ""),
    "nameless": ("hit-reply@linkedin.com", ""),
    "class-of-a-search": ("Dana Pitch <hit-reply@linkedin.com>", "X-LinkedIn-Class: SAVEDSEARCH"),
    "template-of-security": (
        "Dana Pitch <x@linkedin.com>",
        "X-LinkedIn-Template: email_security_alert",
    ),
    "newsletter-of-a-person": ("Dana Pitch via LinkedIn <newsletters-noreply@linkedin.com>", ""),
    "unknown-address": ("Dana Pitch <dana@linkedin.com>", ""),
    "look-alike-domain": ("Dana Pitch <hit-reply@linkedin.com.example>", ""),
    "longer-domain": ("Dana Pitch <hit-reply@notlinkedin.com>", ""),
}


@pytest.mark.parametrize(("author", "field"), NETWORKS.values(), ids=NETWORKS)
def test_a_network_that_speaks_itself_is_an_address(author: str, field: str) -> None:
    found = _speaker(f"From: {author}", field or "X-Nothing: x")

    assert found is not None
    assert found.sender.kind is SenderKind.ADDRESS


LISTS = {
    "one-way": (("From: a@news.acme.example", "List-Id: <x.other.example>"), "acme.example"),
    "says-no-posts": (
        ("From: a@acme.example", "List-Id: <x.other.example>", "List-Post: NO (closed)"),
        "acme.example",
    ),
    "posted-to": (
        (
            "From: a@acme.example",
            "List-Id: <x.lists.other.example>",
            "List-Post: <mailto:x@other.example>",
        ),
        "other.example",
    ),
    "freemail-author": (("From: a@gmail.com", "List-Id: <x.lists.other.example>"), "other.example"),
    "freemail-author-of-a-nameless-list": (("From: a@gmail.com", "List-Id: 12345"), "a@gmail.com"),
    "both-shared": (("From: a@gmail.com", "List-Id: <x.list-id.mcsv.net>"), "a@gmail.com"),
}


@pytest.mark.parametrize(("fields", "organisation"), LISTS.values(), ids=LISTS)
def test_a_list_belongs_to_an_organisation(fields: tuple[str, ...], organisation: str) -> None:
    found = _speaker(*fields)

    assert found is not None
    assert (found.sender.kind, found.organisation) == (SenderKind.LIST, organisation)


def test_an_address_speaks_for_its_organisation_by_its_name() -> None:
    assert _speaker("From: Acme <News@Mail.Acme.Example>") == Speaker(
        SenderId(SenderKind.ADDRESS, "news@mail.acme.example"), "Acme", "acme.example"
    )
    assert _speaker("From: x@gmail.com") == Speaker(
        SenderId(SenderKind.ADDRESS, "x@gmail.com"), "x@gmail.com", "x@gmail.com"
    )


@pytest.mark.parametrize(
    "field", ["List-Id: <a.example>", "Subject: x", "From: a@b.example, c@d.example"]
)
def test_nobody_speaks_without_an_author(field: str) -> None:
    assert _speaker(field) is None


def test_every_row_about_a_network_can_be_read() -> None:
    table = rows("networks")

    assert all(len(row) == 5 and all(row) for row in table)
    assert {row[3] for row in table} == {"-", "person", "network"}
    assert {row[0] for row in table} == {row[0] for row in table if row[1] == "domain"}
