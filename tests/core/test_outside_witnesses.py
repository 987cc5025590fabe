"""What facts from outside say of a sender: contacts, accounts, aliases, LinkedIn, breaches."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.history import First, History, TraceKind
from inbox_guard.core.known import Known, KnownKind, Outside, page
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.resembling import resembles
from inbox_guard.core.sender import SenderId, SenderKind, Speaker, also_called, person_key
from inbox_guard.core.together import Case, together
from inbox_guard.core.verdict import verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import ADDRESS, FIRST, LAST, history, refused, trace

K = KnownKind
HER_ALIAS = "lamps.x7f@alias.example"
SHORT = 20  # days of mail before the first one: too few to be sure of anything


def fact(kind: K, who: str, detail: str = "", days: float | None = None) -> Known:
    """A fact so many days after the first mail (negative: before)."""
    at = None if days is None else FIRST + timedelta(days=days)
    return Known(kind, who, detail, at, "export.csv")


def knowing(*facts: Known, of: History | None = None, **changes: object) -> History:
    made = of or history(reach_days=SHORT)
    return replace(made, known=facts, **changes)  # type: ignore[arg-type]


def at_alias(*facts: Known, alias: str = HER_ALIAS, of: History | None = None) -> History:
    first = First("first@shop.example", FIRST, alias, "Hello")
    return knowing(*facts, of=of, aliases=(alias,), first=first)


def person(name: str, *facts: Known, of: History | None = None) -> History:
    made = of or history(reach_days=SHORT, kinds=((Kind.PLATFORM, 2),))
    identity = SenderId(SenderKind.PERSON, person_key("LinkedIn", name))
    behind = Speaker(identity, name, "linkedin.com")
    return replace(made, speaker=behind, addresses=("messages-noreply@linkedin.com",), known=facts)


def heard(of: History) -> dict[str, str]:
    return {one.kind: one.says for one in verdict(of).because}


# --- the address book, accounts, purchases -------------------------------------------------------

CASES: dict[str, tuple[History, Standing, str]] = {
    "a contact": (
        knowing(fact(K.CONTACT, ADDRESS, "Shop")),
        Standing.CONSENTED,
        "news@shop.example is in your address book",
    ),
    "a colleague of theirs as a contact": (
        knowing(fact(K.CONTACT, "shop.example", "ann@shop.example")),
        Standing.UNSURE,
        "your mail reaches back only 2 weeks before their first mail",
    ),
    "an account": (
        knowing(fact(K.ACCOUNT, "shop.example", days=-900)),
        Standing.CUSTOMER,
        "your passwords hold an account at shop.example, made on 13 September 2021",
    ),
    "a purchase": (
        knowing(fact(K.PURCHASE, "shop.example", "A lamp", -30)),
        Standing.CUSTOMER,
        "you bought something at shop.example on 31 January 2024",
    ),
    "a purchase of an unknown day": (
        knowing(fact(K.PURCHASE, "shop.example")),
        Standing.CUSTOMER,
        "you bought something at shop.example",
    ),
    "a contact whom the owner refused": (
        knowing(fact(K.CONTACT, ADDRESS), of=history(words=(refused(),))),
        Standing.UNCONSENTED,
        "you said on 1 June 2024 that you do not want their mail",
    ),
    "an alias made for them": (
        at_alias(fact(K.ALIAS, HER_ALIAS, "shop.example", -3)),
        Standing.CUSTOMER,
        f"you made the address {HER_ALIAS} for shop.example on 27 February 2024",
    ),
    "an alias made for somebody else": (
        at_alias(fact(K.ALIAS, HER_ALIAS, "lamps.example")),
        Standing.UNCONSENTED,
        f"you gave {HER_ALIAS} to lamps.example; it is now used by shop.example,"
        " by its name somebody else",
    ),
    "an alias that repeats the name it was made for": (
        at_alias(fact(K.ALIAS, HER_ALIAS, "Lamps Ltd")),
        Standing.UNCONSENTED,
        f"you gave {HER_ALIAS} to Lamps Ltd; it is now used by shop.example,"
        " by its name somebody else",
    ),
    "an alias for somebody else, and an order of theirs": (
        at_alias(
            fact(K.ALIAS, HER_ALIAS, "lamps.example"),
            of=history(trace(TraceKind.ORDER, 3)),
        ),
        Standing.UNSURE,
        f"you gave {HER_ALIAS} to lamps.example; it is now used by shop.example,"
        " with whom you seem to have dealings",
    ),
    "an alias for somebody else, and a reply of the owner's": (
        at_alias(
            fact(K.ALIAS, HER_ALIAS, "lamps.example"),
            of=history(trace(TraceKind.REPLIED, 3)),
        ),
        Standing.CONSENTED,
        "you replied to them on 4 March 2024",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fact_from_outside_counts_for_what_it_proves(case: str) -> None:
    of, standing, reason = CASES[case]
    judged = verdict(of)
    assert (judged.standing, judged.reason) == (standing, reason)


AFTER = knowing(fact(K.ACCOUNT, "shop.example", days=60), fact(K.PURCHASE, "shop.example", days=90))
NOT_WHY: dict[str, tuple[History, bool]] = {
    "all of it after their first mail": (AFTER, True),
    "a purchase before it": (
        knowing(
            fact(K.ACCOUNT, "shop.example", days=60), fact(K.PURCHASE, "shop.example", days=-9)
        ),
        False,
    ),
    "a purchase of an unknown day": (
        knowing(fact(K.ACCOUNT, "shop.example", days=60), fact(K.PURCHASE, "shop.example")),
        False,
    ),
    "made on the day of their first mail": (
        knowing(fact(K.ACCOUNT, "shop.example", days=1)),
        False,
    ),
    "no mailings": (replace(AFTER, kinds=history(kinds=((Kind.TRANSACTIONAL, 3),)).kinds), False),
}


@pytest.mark.parametrize("case", NOT_WHY)
def test_an_account_made_after_their_first_mailing_is_not_why_they_began(case: str) -> None:
    of, said = NOT_WHY[case]
    assert verdict(of).standing is Standing.CUSTOMER
    sentence = (
        "their first mail was here 8 weeks before the first dealing that your files show:"
        " that is not why they began to write"
    )
    assert heard(of).get("began-before") == (sentence if said else None)


UNDECIDED: dict[str, History] = {
    "a note that names a kind of thing": at_alias(
        fact(K.ALIAS, "bank@x.example", "Bank"), alias="bank@x.example"
    ),
    "a note that the alias does not repeat": at_alias(fact(K.ALIAS, HER_ALIAS, "Winter things")),
    "a carrier that sends service mail only": at_alias(
        fact(K.ALIAS, HER_ALIAS, "lamps.example"),
        of=history(reach_days=SHORT, kinds=((Kind.TRANSACTIONAL, 3),)),
    ),
    "a sender whose first mail came to another address": replace(
        at_alias(fact(K.ALIAS, HER_ALIAS, "lamps.example")),
        aliases=("mira@home.example", HER_ALIAS),
        first=First("1@x", FIRST, "mira@home.example", ""),
    ),
    "a sending domain that strangers share": replace(
        at_alias(fact(K.ALIAS, HER_ALIAS, "lamps.example")),
        speaker=Speaker(SenderId(SenderKind.ADDRESS, "x@gmail.com"), "X", "x@gmail.com"),
        addresses=("x@gmail.com",),
    ),
}


@pytest.mark.parametrize("case", UNDECIDED)
def test_an_unclear_use_of_an_alias_is_told_and_decides_nothing(case: str) -> None:
    judged = verdict(UNDECIDED[case])
    assert judged.standing is Standing.UNSURE
    assert "may belong to it or work for it" in heard(UNDECIDED[case])["alias-elsewhere"]


SAME: dict[str, History] = {
    "shop.example": history(),
    "shop.co.uk": history(),  # another country's domain of one label
    "Shop GmbH": history(),
    "lamps.example": replace(history(), addresses=("x@lamps.esp.example",)),
    "brightlamps.example": replace(history(), addresses=("x@mail.lamps.esp.example",)),
    "rugs.example": replace(history(), speaker=replace(history().speaker, name="Anna from Rugs")),
    "store.example": replace(
        history(), speaker=replace(history().speaker, name="Store - news at store.example")
    ),
    "tiles.example": replace(
        history(),
        marks=(Mark(MarkKind.CONTROLLER, "Tiles & Sons Ltd, Leeds", "", "1@x", FIRST),),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_whoever_shows_the_name_anywhere_is_not_somebody_else(name: str) -> None:
    assert resembles(name, SAME[name])
    alias = fact(K.ALIAS, "mira@home.example", name)
    assert "alias-given" in heard(replace(SAME[name], known=(alias,)))


@pytest.mark.parametrize(
    "name", ["lamps.example", "Lamps", "my bank", "news.example", "x", "", "."]
)
def test_another_name_does_not_resemble(name: str) -> None:
    assert not resembles(name, replace(history(), addresses=("info@mail.shop.example",)))


@given(st.text(), st.text())
def test_any_name_is_compared_without_a_stumble(name: str, shown: str) -> None:
    of = replace(history(), speaker=replace(history().speaker, name=shown))
    assert isinstance(resembles(name, of), bool)
    assert verdict(at_alias(fact(K.ALIAS, HER_ALIAS, name), of=of)).reason


@pytest.mark.parametrize(
    "alias", ["anna.shop@home.example", "shop@gmail.com", "mira@home.example", ""]
)
def test_an_address_that_is_a_persons_own_names_no_sender(alias: str) -> None:
    assert "alias-named" not in heard(at_alias(alias=alias))


# --- LinkedIn ------------------------------------------------------------------------------------

CLEO = "linkedin:cleo park"
PEOPLE: dict[str, tuple[History, Standing, str]] = {
    "a connection of before": (
        person("Cleo Park", fact(K.CONNECTION, CLEO, "Lamps", -400)),
        Standing.CONSENTED,
        "among your LinkedIn connections since 26 January 2023",
    ),
    "invited by the owner": (
        person("Cleo Park", fact(K.INVITED, CLEO, days=-3)),
        Standing.CONSENTED,
        "you invited them on LinkedIn on 27 February 2024",
    ),
    "written to by the owner": (
        person("Cleo Park", fact(K.MESSAGED, CLEO, days=4)),
        Standing.CONSENTED,
        "you wrote to them on LinkedIn on 5 March 2024",
    ),
    "a connection after the first mail": (
        person("Cleo Park", fact(K.CONNECTION, CLEO, "", 20)),
        Standing.UNSURE,
        "you became LinkedIn connections on 21 March 2024, after their first mail",
    ),
    "a first mail days after a connection that the owner did not start": (
        person("Cleo Park", fact(K.CONNECTION, CLEO, "", -5)),
        Standing.UNSURE,
        "they wrote 5 days after you became LinkedIn connections on 25 February 2024,"
        " and no invitation of yours is in your export",
    ),
    "the same, by an invitation of hers": (
        person("Cleo Park", fact(K.CONNECTION, CLEO, "", -5), fact(K.INVITED, CLEO, days=-6)),
        Standing.CONSENTED,
        "you invited them on LinkedIn on 24 February 2024",
    ),
}


@pytest.mark.parametrize("case", PEOPLE)
def test_the_export_tells_who_is_known(case: str) -> None:
    of, standing, reason = PEOPLE[case]
    judged = verdict(of)
    assert (judged.standing, judged.reason) == (standing, reason)


def test_a_person_is_found_by_the_profile_that_a_mail_links() -> None:
    url = "https://www.linkedin.com/in/Cleo-Park/?trk=x"
    mark = Mark(MarkKind.PROFILE, url, "", "1@x", FIRST)
    of = person("C. Park", fact(K.CONNECTION, page(url), "", -400))
    assert "connected" in heard(replace(of, marks=(mark,)))
    assert page(url) == "linkedin.com/in/cleo-park"


def test_absence_from_the_export_says_something_only_within_its_reach() -> None:
    reaching = fact(K.EXPORT, "linkedin", "Connections.csv", 30)
    assert heard(person("Nora Quist", reaching))["stranger"] == (
        "not among your LinkedIn connections as of 31 March 2024"
    )
    assert "stranger" not in heard(
        person("Nora Quist", fact(K.EXPORT, "linkedin", "Connections.csv", -1))
    )
    assert "stranger" not in heard(
        person("Nora Quist", fact(K.EXPORT, "linkedin", "messages.csv", 30))
    )
    assert "stranger" not in heard(knowing(reaching))


def test_a_namesake_of_a_connection_is_told_and_decides_nothing() -> None:
    speaks = Speaker(
        SenderId(SenderKind.ADDRESS, "cleo@agency.example"), "Cleo Park", "agency.example"
    )
    (key,) = also_called(speaks)
    assert key == CLEO
    cold = replace(
        history(kinds=((Kind.OUTREACH, 1),)), speaker=speaks, addresses=("cleo@agency.example",)
    )
    of = replace(cold, known=(fact(K.CONNECTION, CLEO, "", -5),))
    assert verdict(of).standing is verdict(cold).standing is Standing.UNCONSENTED
    assert heard(of)["namesake"] == (
        "somebody of this name is among your LinkedIn connections since 25 February 2024,"
        " 5 days before this mail"
    )


def test_a_networks_own_address_or_account_says_nothing_of_its_members() -> None:
    facts = (
        fact(K.CONTACT, "messages-noreply@linkedin.com"),
        fact(K.ACCOUNT, "linkedin.com"),
        fact(K.ALIAS, "mira@home.example", "linkedin.com"),
    )
    assert verdict(person("Nora Quist", *facts)).standing is Standing.UNSURE


# --- breaches ------------------------------------------------------------------------------------


def test_the_last_breach_before_the_first_mail_is_told_as_no_more_than_consistent() -> None:
    facts = (
        fact(K.BREACH, "", "Old (old.example)", -900),
        fact(K.BREACH, "", "Tiles (tiles.example)", -100),
        fact(K.BREACH, "", "Late (late.example)", 1),
        fact(K.BREACH, "", "Shop (shop.example)", -1),
    )
    of = knowing(*facts, of=history())
    says = heard(of)["breach"]
    assert says.startswith("consistent with the breach of Tiles (tiles.example) (22 November 2023)")
    assert verdict(of).standing is verdict(history()).standing


def test_a_breach_of_another_address_or_after_the_first_mail_is_silent() -> None:
    assert "breach" not in heard(knowing(fact(K.BREACH, "other@home.example", "Tiles", -100)))
    assert "breach" not in heard(knowing(fact(K.BREACH, "mira@home.example", "Tiles", 1)))
    hers = heard(knowing(fact(K.BREACH, "mira@home.example", "Tiles", -100)))["breach"]
    assert hers.endswith("in which mira@home.example was")
    person_ = history(kinds=((Kind.PERSONAL, 3),))
    assert "breach" not in heard(knowing(fact(K.BREACH, "", "Tiles", -100), of=person_))


# --- set beside each other -----------------------------------------------------------------------


def case(number: int, domain: str, alias: str, days: float, kind: Kind = Kind.NEWSLETTER) -> Case:
    at = FIRST + timedelta(days=days)
    address = f"news@{domain}"
    of = replace(
        history(kinds=((kind, 3),)),
        number=number,
        speaker=Speaker(SenderId(SenderKind.ADDRESS, address), domain, domain),
        addresses=(address,),
        aliases=(alias,),
        first=First(f"{number}@x", at, alias, ""),
        first_seen=at,
        last_seen=LAST,
    )
    return Case(of, verdict(of))


def first_used(*cases: Case) -> dict[int, str]:
    found = together(cases)
    return {
        number: one.says
        for number, said in found.items()
        for one in said
        if one.kind == "alias-first-used"
    }


@pytest.mark.parametrize("alias", ["mira+lamps@home.example", "lamps@home.example"])
def test_a_later_stranger_at_an_address_that_names_somebody_is_told(alias: str) -> None:
    told = first_used(
        case(1, "lamps.example", alias, 0),
        case(2, "rugs.example", alias, 50),
        case(3, "lampsclub.example", alias, 60),
        case(4, "parcels.example", alias, 70, Kind.TRANSACTIONAL),
        case(5, "rugs.example", "mira@home.example", 80),
    )
    assert told.keys() == {2}
    assert told[2].startswith(
        f"{alias} seems to have been made for lamps.example, which wrote to it first"
    )
    assert "rugs.example uses it too, and may belong to it" in told[2]


def test_without_somebody_whom_the_address_names_nobody_is_told() -> None:
    alias = "mira+lamps@home.example"
    assert first_used(case(1, "rugs.example", alias, 0), case(2, "tiles.example", alias, 5)) == {}
    assert first_used(case(1, "rugs.example", alias, 0), case(2, "lamps.example", alias, 5)) == {}


def test_the_reach_of_an_export_is_known_to_everybody() -> None:
    reaching = fact(K.EXPORT, "linkedin", "Connections.csv", 30)
    contact = fact(K.CONTACT, ADDRESS)
    outside = Outside((reaching, contact, replace(contact, at=datetime(2020, 1, 1, tzinfo=UTC))))
    assert outside.about(("nobody@x.example",)) == (reaching,)
    assert len(outside.about((ADDRESS, ADDRESS))) == 3
    assert len(outside.of_kind(K.CONTACT)) == 2
