"""How the demo's senders behave: what counts as leaving, and what they write down."""

import re
import socket
import ssl
import threading
from contextlib import ExitStack
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPSConnection
from smtplib import SMTP
from urllib.parse import urlsplit

import pytest

from inbox_guard.demo.letters import Sender, senders
from inbox_guard.demo.post import PostOffice
from inbox_guard.demo.register import Register
from inbox_guard.demo.render import leave_address, leave_url
from inbox_guard.demo.senders import ONE_CLICK, SenderServers, resolve

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
PEOPLE = {sender.key: sender for sender in senders()}
FORM = "application/x-www-form-urlencoded"


class Browser:
    """A client that dials loopback and asks for a sender's name, trusting only the demo's authority."""

    def __init__(self, servers: SenderServers) -> None:
        self.servers = servers
        self.trust = ssl.create_default_context(cafile=str(servers.ca_file))

    def ask(self, method: str, url: str, body: bytes | None = None) -> tuple[int, str]:
        parts = urlsplit(url)
        plain = HTTPConnection("127.0.0.1", parts.port, timeout=5)
        if parts.scheme == "https":
            plain = HTTPSConnection("127.0.0.1", parts.port, timeout=5, context=self.trust)
            raw = socket.create_connection(("127.0.0.1", parts.port), timeout=5)
            plain.sock = self.trust.wrap_socket(raw, server_hostname=parts.hostname)
        try:
            headers = {"Host": parts.netloc} | ({"Content-Type": FORM} if body else {})
            plain.request(method, parts.path, body=body, headers=headers)
            answer = plain.getresponse()
            return answer.status, answer.read().decode()
        finally:
            plain.close()

    def link(self, sender: Sender) -> str:
        return leave_url(sender, self.servers.doors)


@pytest.fixture(scope="module")
def ca_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("ca")


@pytest.fixture
def register():
    return Register(PEOPLE.values(), lambda: NOON)


@pytest.fixture
def browser(register, ca_folder):
    with SenderServers(register, ca_folder) as servers:
        yield Browser(servers)


def _slip(page: str) -> bytes:
    found = re.search(r'name="slip" value="([0-9a-f]+)"', page)
    assert found
    return f"slip={found[1]}&action=unsubscribe".encode()


def test_a_one_click_post_takes_robin_off_the_list(browser, register):
    status, page = browser.ask("POST", browser.link(PEOPLE["brightlamp"]), ONE_CLICK)
    assert status == 200
    assert "You have been unsubscribed" in page
    assert register.left("brightlamp") == NOON
    (contact,) = register.contacts
    assert (contact.verb, contact.body, contact.sender) == ("POST", ONE_CLICK, "brightlamp")


def test_a_silent_one_click_sender_answers_202_without_a_word(browser, register):
    assert browser.ask("POST", browser.link(PEOPLE["fjordwear"]), ONE_CLICK) == (202, "")
    assert register.left("fjordwear") == NOON


@pytest.mark.parametrize(
    "body",
    [b"", b"List-Unsubscribe=One-Click\r\n", b"list-unsubscribe=one-click", ONE_CLICK + b"&a=1"],
    ids=["empty", "line end", "lower case", "more"],
)
def test_another_body_than_the_exact_one_changes_nothing(browser, register, body):
    status, _ = browser.ask("POST", browser.link(PEOPLE["brightlamp"]), body)
    assert status == 400
    assert register.left("brightlamp") is None


def test_looking_at_a_link_changes_nothing(browser, register):
    for sender in PEOPLE.values():
        if link := browser.link(sender):
            assert browser.ask("GET", link)[0] == 200
    assert [sender for sender in PEOPLE if register.left(sender)] == []


def test_a_sender_that_refuses_one_click_lets_go_by_its_page(browser, register):
    link = browser.link(PEOPLE["skyhop"])
    assert browser.ask("POST", link, ONE_CLICK)[0] == 405
    assert register.left("skyhop") is None
    _, page = browser.ask("GET", link)
    assert browser.ask("POST", f"{link}/confirm", _slip(page))[0] == 200
    assert register.left("skyhop") == NOON


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("podium", "erfolgreich abgemeldet"),
        ("casalumen", "ha sido cancelada"),
        ("pennybarn", "have been unsubscribed"),
    ],
)
def test_a_page_lets_go_when_its_own_form_is_sent_and_says_so(browser, register, key, words):
    link = browser.link(PEOPLE[key])
    _, page = browser.ask("GET", link)
    status, answer = browser.ask("POST", f"{link}/confirm", _slip(page))
    assert status == 200
    assert words in answer
    assert register.left(key) == NOON


def test_a_form_counts_once_and_only_with_its_own_hidden_token(browser, register):
    podium, ridgeway = (browser.link(PEOPLE[key]) for key in ("podium", "ridgeway"))
    body = _slip(browser.ask("GET", podium)[1])
    assert browser.ask("POST", f"{ridgeway}/confirm", body)[0] == 400
    assert browser.ask("POST", f"{podium}/confirm", body)[0] == 400
    assert register.left("podium") is register.left("ridgeway") is None


def test_answering_the_survey_keeps_robin_on_the_list(browser, register):
    link = browser.link(PEOPLE["leadpond"])
    _, page = browser.ask("GET", link)
    assert "Please don't go!" in page
    assert browser.ask("POST", f"{link}/survey", b"reason=never")[0] == 200
    assert register.left("leadpond") is None
    assert browser.ask("POST", f"{link}/confirm", _slip(page))[0] == 200
    assert register.left("leadpond") == NOON


def test_a_login_page_offers_no_way_out(browser):
    _, page = browser.ask("GET", browser.link(PEOPLE["growthforge"]))
    assert 'type="password"' in page
    assert "slip" not in page


def test_a_token_of_nobody_is_not_found_and_written_down(browser, register):
    doors = browser.servers.doors
    url = f"https://{PEOPLE['podium'].host}:{doors.https}/p/somebody-else"
    assert browser.ask("GET", url)[0] == 404
    assert [contact.sender for contact in register.contacts] == [""]


def test_a_mail_to_the_leave_address_takes_robin_off_the_list(register):
    sender = PEOPLE["kontorheld"]
    mail = "From: robin@robin.example\r\nSubject: unsubscribe\r\n\r\n"
    with PostOffice(register) as post, SMTP("127.0.0.1", post.port, timeout=5) as client:
        client.sendmail("robin@robin.example", [leave_address(sender)], mail)
        client.sendmail("robin@robin.example", ["leave+wrong@post.kontorheld.example"], mail)
    assert register.left("kontorheld") == NOON
    assert [contact.sender for contact in register.contacts] == ["kontorheld", ""]
    assert b"Subject: unsubscribe" in register.contacts[0].body


def test_only_names_of_the_demo_resolve_and_only_to_loopback():
    assert resolve("news.brightlamp.example") == ("127.0.0.1",)
    assert resolve("WWW.LINKEDIN.EXAMPLE.") == ("127.0.0.1",)
    assert resolve("linkedin.com") == resolve("example.org") == ()


def test_no_thread_is_left_when_the_servers_stop(register, ca_folder):
    before = set(threading.enumerate())
    with ExitStack() as world:
        servers = world.enter_context(SenderServers(register, ca_folder))
        world.enter_context(PostOffice(register))
        browser = Browser(servers)
        browser.ask("GET", browser.link(PEOPLE["podium"]))
        silent = socket.create_connection(("127.0.0.1", servers.doors.https), timeout=5)
        silent.close()
    assert set(threading.enumerate()) == before
