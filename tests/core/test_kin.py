"""Organisations that show one hand: told beside the verdict, and nothing joined."""

from dataclasses import replace
from datetime import UTC, datetime

from inbox_guard.core.address import Owner
from inbox_guard.core.evidence import sent_by
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Word
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.together import Case, together
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import history, refused

ACCOUNT = (MarkKind.PROVIDER_ACCOUNT, "Mailchimp:4711")
SIGNER = (MarkKind.SIGNER, "lamps.example")


def case(
    number: int,
    house: str,
    *marks: tuple[MarkKind, str],
    words: tuple[Word, ...] = (),
    kind: SenderKind = SenderKind.ADDRESS,
) -> Case:
    address = house if "@" in house else f"news@{house}"
    who = Speaker(SenderId(kind, address), house.partition(".")[0], house)
    at = datetime(2024, 3, number, tzinfo=UTC)
    shown = tuple(Mark(what, value, value, f"{number}@x", at) for what, value in marks)
    made = replace(history(words=words), number=number, speaker=who, marks=shown, first_seen=at)
    return Case(made, Verdict(Kind.NEWSLETTER, Standing.UNCONSENTED, (), "no trace"))


def told(*cases: Case) -> dict[int, str]:
    found = together(cases)
    return {n: one.says for n, said in found.items() for one in said if one.kind == "kin"}


def test_one_account_under_two_names_is_told_of_both() -> None:
    said = told(case(1, "lamps.example", ACCOUNT), case(2, "glow.example", ACCOUNT))
    assert said == {
        1: "sent through the same account as glow.example: one house, or clients of one agency",
        2: "sent through the same account as lamps.example: one house, or clients of one agency",
    }


def test_a_refused_one_is_named_before_an_older_one() -> None:
    said = told(
        case(1, "lamps.example", ACCOUNT),
        case(2, "glow.example", ACCOUNT, words=(refused("glow.example"),)),
        case(3, "shine.example", ACCOUNT),
    )
    assert "glow.example" in said[3]
    assert said[3].endswith("; you refused glow on 1 June 2024")
    assert "lamps.example" in said[2]


def test_who_signs_for_another_has_to_write_itself() -> None:
    assert told(case(1, "glow.example", SIGNER), case(2, "shine.example", SIGNER)) == {}
    said = told(case(1, "glow.example", SIGNER), case(2, "lamps.example"))
    assert said[1] == "one signature stands on mail of glow.example and of lamps.example"
    assert said[2] == "one signature stands on mail of lamps.example and of glow.example"


def test_a_postal_address_is_compared_by_its_letters_and_numbers() -> None:
    one = (MarkKind.POSTAL, "Lamps Ltd, 12 Quay Street, Hull HU1 1AA")
    other = (MarkKind.POSTAL, "LAMPS LTD · 12 Quay Street · Hull · HU1 1AA")
    said = told(case(1, "lamps.example", one), case(2, "glow.example", other))
    assert (
        said[2]
        == "names the same postal address as lamps.example: one house, or one provider's address"
    )


def test_a_town_and_the_foot_of_a_providers_authors_tell_nothing() -> None:
    town = (MarkKind.POSTAL, "79098 Freiburg")
    assert told(case(1, "lamps.example", town), case(2, "glow.example", town)) == {}
    foot = (MarkKind.POSTAL, "548 Letter Street, PMB 722, Springfield")
    assert told(case(1, "ada@substack.com", foot), case(2, "bo@substack.com", foot)) == {}


def test_what_six_show_is_a_providers() -> None:
    many = [case(number, f"shop{number}.example", ACCOUNT) for number in range(1, 7)]
    assert told(*many) == {}
    assert len(told(*many[:5])) == 5


def test_two_lists_of_one_house_and_people_behind_a_network_are_no_kin() -> None:
    assert told(case(1, "lamps.example", ACCOUNT), case(2, "lamps.example", ACCOUNT)) == {}
    person = case(2, "linkedin.com", ACCOUNT, kind=SenderKind.PERSON)
    assert told(case(1, "lamps.example", ACCOUNT), person) == {}


def shown(*fields: str) -> list[tuple[MarkKind, str]]:
    head = ("From: Glow <news@glow.example>", "To: mira@home.example", *fields, "", "")
    fetched = Fetched(
        MessageRef("main", "INBOX", 1, 1),
        Role.INBOX,
        datetime(2024, 3, 1, tzinfo=UTC),
        99,
        "\r\n".join(head).encode(),
    )
    message = read(fetched, Owner(("mira@home.example",)), ("mx.home.example",))
    assert isinstance(message, Message)
    return [(mark.kind, mark.value) for mark in sent_by.marks(Read(message, Kind.NEWSLETTER, None))]


def results(*domains: str, result: str = "pass") -> str:
    return "Authentication-Results: mx.home.example" + "".join(
        f"; dkim={result} header.d={domain}" for domain in domains
    )


def test_who_else_signed_is_marked_where_the_owners_server_found_it_good() -> None:
    assert shown(results("mail.lamps.example", "glow.example")) == [SIGNER]
    assert shown(results("mail.glow.example")) == []
    assert shown(results("lamps.example", result="fail")) == []
    assert shown(results("sendgrid.net", "gmail.com", "brevo.com")) == []
    assert shown("DKIM-Signature: v=1; d=lamps.example; s=a; h=from; b=x") == []
