"""Somebody else of a company whose cold mail was refused: told beside the verdict, and no more."""

from dataclasses import replace

from inbox_guard.core.history import Word
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.together import Case, together
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import history, refused


def case(number: int, address: str, *words: Word, kind: Kind = Kind.OUTREACH) -> Case:
    domain = address.rpartition("@")[2]
    house = address if domain == "gmail.com" else domain
    who = Speaker(SenderId(SenderKind.ADDRESS, address), address.partition("@")[0], house)
    made = replace(history(words=words), number=number, speaker=who, addresses=(address,))
    return Case(made, Verdict(kind, Standing.UNCONSENTED, (), "no trace"))


def told(*cases: Case) -> dict[int, list[str]]:
    found = together(cases)
    return {n: [one.says for one in said if one.kind == "colleague"] for n, said in found.items()}


def test_a_colleague_of_a_refused_seller_is_told() -> None:
    jo = case(1, "jo@sells.test", refused("jo@sells.test"))
    said = told(jo, case(2, "kim@sells.test"))
    assert said.get(1, []) == []
    assert said[2] == ["somebody else at sells.test; you refused jo there on 1 June 2024"]


def test_two_people_of_one_freemail_provider_are_no_colleagues() -> None:
    assert told(case(1, "jo@gmail.com", refused("jo@gmail.com")), case(2, "kim@gmail.com")) == {}


def test_the_newsletter_of_that_company_is_no_colleague() -> None:
    jo = case(1, "jo@sells.test", refused("jo@sells.test"))
    assert told(jo, case(2, "news@sells.test", kind=Kind.NEWSLETTER)) == {}
