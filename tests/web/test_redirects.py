"""Redirects of a GET: each one judged from the start, none trusted because of where it came from."""

import pytest

from inbox_guard.core.exchange import Answer, Request
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from inbox_guard.web.rule import Rule
from tests.servers.https import (
    Behaviour,
    WebServer,
    head,
    loopback,
    page,
    raw,
    redirect,
    reply,
)


def visit(server: WebServer, path: str = "/a", host: str = "shop.test") -> Answer:
    web = GuardedWeb(Guard((".test",), loopback), server.ca_file)
    return web.perform(Request("GET", server.url(host, path)))


def refused(*behaviours: Behaviour) -> NotPublic:
    with WebServer() as server:
        server.on("/a", *behaviours)
        with pytest.raises(NotPublic) as refusal:
            visit(server)
    return refusal.value


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    ["/b?c=d", "b?c=d", "//other.test:{port}/b?c=d", "https://third.test:{port}/b?c=d#part"],
)
def test_a_redirect_is_followed_to_its_end(status: int, location: str):
    with WebServer() as server:
        server.on("/a", redirect(location.format(port=server.port), status))
        server.on("/b", page("here"))
        answer = visit(server)
        assert answer.body == b"here"
        assert answer.url.endswith("/b?c=d")
        assert [request.target for request in server.received] == ["/a", "/b?c=d"]
        assert {request.method for request in server.received} == {"GET"}
        assert answer.sent == sum(len(request.raw) for request in server.received)
        assert not any(request.header("Referer") for request in server.received)


def test_five_redirects_are_followed_and_a_sixth_is_not():
    with WebServer() as server:
        for number in range(6):
            server.on(f"/{number}", redirect(f"/{number + 1}"))
        server.on("/6", page("end"))
        assert visit(server, "/1").body == b"end"
        with pytest.raises(NotPublic) as refusal:
            visit(server, "/0")
    assert refusal.value.rule == Rule.REDIRECT_LIMIT
    assert refusal.value.hop == 6


def test_a_redirect_to_itself_ends_at_the_limit():
    with WebServer() as server:
        server.on("/a", redirect("/a"))
        with pytest.raises(NotPublic) as refusal:
            visit(server)
        assert len(server.received) == 6
    assert refusal.value.rule == Rule.REDIRECT_LIMIT


def test_a_redirect_from_https_to_http_is_refused_for_excepted_hosts_too():
    refusal = refused(redirect("http://shop.test/b"))
    assert (refusal.rule, refusal.host, refusal.hop) == (Rule.REDIRECT_DOWNGRADE, "shop.test", 1)


@pytest.mark.parametrize(
    ("location", "rule"),
    [
        ("https://127.0.0.1/", Rule.ADDRESS_LOOPBACK),
        ("https://[::ffff:192.168.1.1]/", Rule.ADDRESS_TRANSITION),
        ("https:/127.0.0.1/", Rule.URL_SHAPE),
        ("https:127.0.0.1", Rule.URL_SHAPE),
        ("///127.0.0.1/", Rule.URL_SHAPE),
        ("/a b", Rule.URL_CHARACTERS),
        ("/a\tb", Rule.URL_CHARACTERS),
        ("\\\\127.0.0.1\\", Rule.URL_CHARACTERS),
        ("https://shop.test\\@127.0.0.1/", Rule.URL_CHARACTERS),
        ("https://u:p@shop.test/", Rule.URL_USERINFO),
        ("ftp://shop.test/", Rule.URL_SCHEME),
        ("javascript:alert(1)", Rule.URL_SCHEME),
        ("https://printer.local/", Rule.HOST_SPECIAL_USE),
        ("https://host.docker.internal/", Rule.HOST_SPECIAL_USE),
        ("https://router/", Rule.HOST_SINGLE_LABEL),
        ("/" + "x" * 9_000, Rule.URL_LENGTH),
    ],
)
def test_where_a_redirect_may_not_lead(location: str, rule: Rule):
    refusal = refused(redirect(location))
    assert (refusal.rule, refusal.hop) == (rule, 1)


def test_a_location_in_utf_8_is_understood_and_escaped():
    with WebServer() as server:
        server.on("/a", redirect("/b%20/über?größe=Å"))
        server.on("/b%20/%C3%BCber", page("here"))
        assert visit(server).body == b"here"
        assert server.received[1].target == "/b%20/%C3%BCber?gr%C3%B6%C3%9Fe=%C3%85"


def test_two_locations_that_differ_are_refused_and_two_alike_are_one():
    two = [("Location", "/b"), ("Location", "https://other.test/b"), ("Content-Length", "0")]
    assert refused(raw(head(302, two))).rule == Rule.REDIRECT_AMBIGUOUS
    with WebServer() as server:
        server.on("/a", raw(head(302, [("Location", "/b"), ("Location", "/b")])))
        server.on("/b", page("here"))
        assert visit(server).body == b"here"


@pytest.mark.parametrize(
    "behaviour",
    {
        "no location": reply(302),
        "an empty location": redirect(""),
        "300": redirect("/b", 300),
        "304": redirect("/b", 304),
        "305": redirect("/b", 305),
        "201": redirect("/b", 201),
        "a refresh field": reply(200, headers=[("Refresh", "0;url=http://127.0.0.1/")]),
        "a refresh element": page('<meta http-equiv="refresh" content="0;url=http://10.0.0.1/">'),
        "an alternative service": reply(200, headers=[("Alt-Svc", 'h2="127.0.0.1:22"')]),
        "a demand for a proxy": reply(407, headers=[("Proxy-Authenticate", "Basic")]),
    }.items(),
    ids=lambda case: case[0],
)
def test_what_looks_like_a_redirect_and_is_returned_as_it_is(behaviour: tuple[str, Behaviour]):
    with WebServer() as server:
        server.on("/a", behaviour[1])
        server.on("/b", page("not here"))
        assert visit(server).url == server.url("shop.test", "/a")
        assert len(server.received) == 1


def test_a_redirect_to_a_port_where_nobody_listens_left_nothing_unanswered():
    with WebServer() as server:
        server.on("/a", redirect("https://gone.test:1/"))
        with pytest.raises(NoAnswer) as failure:
            visit(server)
    assert failure.value.sent is False
