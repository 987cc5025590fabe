"""One contract for the port `core.ports.Web`: the pretend one and the real one keep it alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from inbox_guard.core.exchange import Answer, Request
from inbox_guard.core.ports import Web
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from tests.fakes.web import FakeWeb, answer
from tests.servers.https import WebServer, loopback, page, redirect, silence

Place = tuple[Web, Callable[[str], str]]


@contextmanager
def real() -> Iterator[Place]:
    with WebServer() as server:
        server.on("/page", page("<p>hi", headers=[("Set-Cookie", "s=1")]))
        server.on("POST /moved", redirect("/elsewhere"))
        server.on("/silent", silence)
        web = GuardedWeb(Guard((".test",), loopback), server.ca_file)
        yield web, lambda path: server.url("shop.test", path)


@contextmanager
def fake() -> Iterator[Place]:
    web = FakeWeb()
    web.on("https://shop.test/page", answer(200, "<p>hi", cookies=(("s", "1"),)))
    web.on("POST https://shop.test/moved", answer(302, headers=(("location", "/elsewhere"),)))
    web.on("https://shop.test/silent", NoAnswer("it closed", sent=True))
    web.on("http://10.0.0.1/", NotPublic("address-private", "10.0.0.1"))
    yield web, lambda path: f"https://shop.test{path}"


@pytest.fixture(params=[real, fake], ids=["real", "fake"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    with request.param() as found:
        yield found


def test_a_page_comes_back_with_its_cookies(place: Place):
    web, url = place
    got: Answer = web.perform(Request("GET", url("/page")))
    assert (got.status, got.body, got.cookies) == (200, b"<p>hi", (("s", "1"),))
    assert got.url == url("/page")
    assert got.header("Content-Type") == "text/html; charset=utf-8"
    assert got.sent > 0


def test_a_posts_redirect_comes_back_as_it_is(place: Place):
    web, url = place
    got = web.perform(Request("POST", url("/moved"), b"a=1"))
    assert (got.status, got.header("location")) == (302, "/elsewhere")


def test_a_lost_answer_says_that_the_request_left(place: Place):
    web, url = place
    with pytest.raises(NoAnswer) as failure:
        web.perform(Request("POST", url("/silent"), b"a=1"))
    assert failure.value.sent is True


def test_a_host_that_is_not_there_was_never_sent_to(place: Place):
    web, _ = place
    with pytest.raises(NoAnswer) as failure:
        web.perform(Request("GET", "https://gone.example/"))
    assert failure.value.sent is False


def test_a_refusal_names_its_rule_and_host(place: Place):
    web, _ = place
    with pytest.raises(NotPublic) as refusal:
        web.perform(Request("GET", "http://10.0.0.1/"))
    assert (refusal.value.rule, refusal.value.host) == ("address-private", "10.0.0.1")
