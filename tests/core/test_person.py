"""The person behind a network: her page without its tokens, what she does, where."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, Link
from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.person import Person, person

LINKEDIN = "Dana Pitch <inmail-hit-reply@linkedin.com>"


def _message(author: str = LINKEDIN, subject: str = "Hello", to: str = "Ada Morgen") -> Message:
    raw = (
        f"Received: x\nTo: {to} <ada@home.example>\nFrom: {author}\nSubject: {subject}\n\n"
    ).encode()
    ref = MessageRef("main", "INBOX", 1, 1)
    fetched = Fetched(ref, Role.INBOX, datetime(2025, 3, 3, tzinfo=UTC), len(raw), raw)
    message = read(fetched, Owner(("ada@home.example",)), ())
    assert isinstance(message, Message)
    return message


def _person(text: str, *links: str, author: str = LINKEDIN) -> Person:
    found = person(_message(author), Body(text, tuple(Link(link, "") for link in links)))
    assert found is not None
    return found


PAGES = {
    "by-the-mails-own-path": (
        "https://www.linkedin.com/comm/in/dana-pitch-1?midToken=AQH&trk=eml",
        "https://www.linkedin.com/in/dana-pitch-1",
    ),
    "of-a-country": (
        "https://de.linkedin.com/in/dana-pitch/?otp=secret#top",
        "https://www.linkedin.com/in/dana-pitch",
    ),
    "written-with-escapes": (
        "https://www.linkedin.com/in/d%C3%A4na-pitch",
        "https://www.linkedin.com/in/d%C3%A4na-pitch",
    ),
}


@pytest.mark.parametrize(("link", "page"), PAGES.values(), ids=PAGES)
def test_a_page_is_recorded_without_anything_that_belongs_to_one_mail(link: str, page: str) -> None:
    assert _person("Hello", link).profile == page
    assert _person(f"View profile: {link} now").profile == page


def test_a_page_on_another_network_is_known_as_well() -> None:
    link = "https://www.xing.com/profile/Dana_Pitch?sc_o=mail_77"

    found = _person("Hallo", link, author="Dana Pitch via XING <no-reply@xing.com>")

    assert found.profile == "https://www.xing.com/profile/Dana_Pitch"


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/comm/in/ada-morgen",
        "https://www.linkedin.com/comm/in/recs/give?requestId=9",
        "https://linkedin.com.evil.example/in/dana-pitch",
        "https://www.linkedin.com/comm/messaging/thread/2-Zk",
        "javascript:https://www.linkedin.com/in/dana-pitch",
    ],
)
def test_the_readers_page_and_what_is_no_page_are_not_recorded(link: str) -> None:
    assert _person("Hello", link).profile == ""


def test_of_several_pages_the_one_with_her_name_counts() -> None:
    found = _person(
        "Hello",
        "https://www.linkedin.com/in/ada-morgen",
        "https://www.linkedin.com/in/carol-whitby",
        "https://www.linkedin.com/in/pitch-dana",
    )

    assert found.profile == "https://www.linkedin.com/in/pitch-dana"


HEADLINES = {
    "en-below": ("Dana Pitch\nTalent Partner at Kartell", "Talent Partner at Kartell", "Kartell"),
    "de-below": ("Dana Pitch\n\nLeiterin bei Quellwerk", "Leiterin bei Quellwerk", "Quellwerk"),
    "fr-beside": ("Dana Pitch, gérante chez Dupont", "gérante chez Dupont", "Dupont"),
    "es-below": ("Dana Pitch\nDirectora en Acme", "Directora en Acme", "Acme"),
    "it-brackets": ("Dana Pitch (titolare presso Carta)", "titolare presso Carta", "Carta"),
    "nl-below": ("Dana Pitch\nEigenaar bij Verbeek", "Eigenaar bij Verbeek", "Verbeek"),
    "comma": ("InMail from Dana Pitch, Principal, Saltbox", "Principal, Saltbox", "Saltbox"),
    "before-a-verb": ("Dana Pitch, CTO at Tide, sent you a message:", "CTO at Tide", "Tide"),
    "no-employer": ("Dana Pitch\nDrone surveyor | Lagos", "Drone surveyor | Lagos", ""),
    "degree": ("Dana Pitch · 2nd\nFounder, Loop", "Founder, Loop", "Loop"),
    "a-greeting": ("Dana Pitch\nHi Ada,\nhow are you", "", ""),
    "a-sentence": ("Dana Pitch\nI read your notes twice. Would you call?", "", ""),
    "a-button": ("Dana Pitch\nView profile", "", ""),
    "a-count": ("Dana Pitch\n12 mutual connections", "", ""),
    "a-quote": ('Dana Pitch\n"Do you still bind books"', "", ""),
    "nowhere": ("Somebody else\nCEO at Acme", "", ""),
}


@pytest.mark.parametrize(("text", "headline", "company"), HEADLINES.values(), ids=HEADLINES)
def test_what_stands_beside_her_name_is_what_she_does(
    text: str, headline: str, company: str
) -> None:
    found = _person(text)

    assert (found.headline, found.company) == (headline, company)


def test_without_a_body_only_the_name_is_known() -> None:
    assert person(_message(), None) == Person("LinkedIn", "Dana Pitch", "", "", "")


@pytest.mark.parametrize(
    "author",
    [
        "LinkedIn <security-noreply@linkedin.com>",
        "LinkedIn Job Alerts <jobalerts-noreply@linkedin.com>",
        "Dana Pitch <dana@home-work.example>",
    ],
)
def test_where_no_person_speaks_through_a_network_there_is_none(author: str) -> None:
    assert person(_message(author), Body("Dana Pitch\nCEO at Acme", ())) is None


@given(
    st.text(max_size=600),
    st.lists(st.text(max_size=80).map(lambda text: f"https://linkedin.com/in/{text}"), max_size=5),
)
def test_any_text_and_any_links_leave_a_person_whose_page_holds_no_token(
    text: str, links: list[str]
) -> None:
    found = _person(f"Dana Pitch{text}", *links)

    assert found.name == "Dana Pitch"
    assert not set(found.profile) & set("?#&= \n")
