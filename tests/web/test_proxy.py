"""The browser's proxy by itself: what it lets through, what it changes, and how it ends."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.web.asked import Asked, needed, objection
from inbox_guard.web.guard import Guard
from inbox_guard.web.limits import Limits
from inbox_guard.web.proxy import GuardedProxy
from inbox_guard.web.rule import Rule
from tests.servers.https import Certificate, WebServer, hang, loopback, page, redirect, reply

PAGE = {"sec-fetch-dest": "document", "sec-fetch-mode": "navigate", "sec-fetch-site": "none"}
CALL = {"sec-fetch-dest": "empty", "sec-fetch-mode": "cors", "sec-fetch-site": "same-origin"}


@pytest.fixture
def server() -> Iterator[WebServer]:
    with WebServer() as made:
        yield made


def _proxy(ca_file: Path, limits: Limits | None = None) -> GuardedProxy:
    guard = Guard(private_hosts=("shop.test",), resolve=loopback)
    return GuardedProxy(guard, ca_file=ca_file, limits=limits or Limits())


def _ask(
    proxy: GuardedProxy, url: str, method: str = "GET", body: bytes = b"", **fields: str
) -> bytes:
    """Ask as a browser does: CONNECT, TLS with whatever certificate, one request."""
    host, _, path = url.removeprefix("https://").partition("/")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    lines = [f"{method} /{path} HTTP/1.1", f"Host: {host}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    with _dial(proxy) as plug:
        plug.sendall(f"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert plug.recv(4_096).startswith(b"HTTP/1.1 200")
        with context.wrap_socket(plug, server_hostname="x.test") as secured:
            secured.sendall("\r\n".join([*lines, "", ""]).encode() + body)
            return _all(secured)


def _dial(proxy: GuardedProxy) -> socket.socket:
    port = int(proxy.address.rpartition(":")[2])
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def _all(plug: socket.socket) -> bytes:
    octets = b""
    while more := plug.recv(65_536):
        octets += more
    return octets


def _page(**more: str) -> dict[str, str]:
    return {**PAGE, **more}


def test_a_page_comes_through_whole(server: WebServer) -> None:
    server.on("shop.test/u", page("<p>Hello.</p>"))
    with _proxy(server.ca_file) as proxy:
        answer = _ask(proxy, server.url("shop.test", "/u"), **PAGE)
        assert answer.endswith(b"<p>Hello.</p>")
        assert proxy.traffic.requests == 1
        assert proxy.traffic.waiting == 0
        assert proxy.traffic.acted is False


def test_a_post_of_the_page_is_noted(server: WebServer) -> None:
    server.on("POST shop.test/u", reply(200, b"ok"))
    with _proxy(server.ca_file) as proxy:
        _ask(proxy, server.url("shop.test", "/u"), "POST", b"a=1", **CALL)
        assert proxy.traffic.acted is True
    assert server.received[0].body == b"a=1"


def test_what_would_lead_the_browser_on_is_taken_out(server: WebServer) -> None:
    fields = (
        *(("Alt-Svc", 'h3=":443"'), ("Link", "</x>; rel=preload"), ("Set-Cookie", "a=1")),
        *(("Report-To", "{}"), ("Content-Encoding", "identity"), ("X-Kept", "yes")),
    )
    server.on("shop.test/u", reply(200, b"x", fields))
    with _proxy(server.ca_file) as proxy:
        answer = _ask(proxy, server.url("shop.test", "/u"), **PAGE).lower()
        other = _ask(
            proxy, server.url("shop.test", "/u"), **_page(**{"sec-fetch-site": "cross-site"})
        ).lower()
    for name in (b"alt-svc", b"link:", b"report-to", b"content-encoding"):
        assert name not in answer
    assert b"x-kept: yes" in answer
    assert b"set-cookie: a=1" in answer
    assert b"set-cookie" not in other


def test_what_tells_too_much_stays_here(server: WebServer) -> None:
    server.on("shop.test/u", reply(200))
    with _proxy(server.ca_file) as proxy:
        _ask(
            proxy,
            server.url("shop.test", "/u"),
            **_page(referer="https://mail.test/inbox", cookie="a=1", **{"sec-ch-ua": "Headless"}),
        )
        _ask(
            proxy,
            server.url("shop.test", "/u"),
            **_page(referer="https://shop.test/here", **{"sec-fetch-site": "cross-site"}),
            cookie="a=1",
        )
    first, second = server.received
    assert not first.header("Referer")
    assert not first.header("Sec-Ch-Ua")
    assert first.header("Cookie") == "a=1"
    assert second.header("Referer") == "https://shop.test/here"
    assert not second.header("Cookie")


@pytest.mark.parametrize(
    "kind", [Certificate.EXPIRED, Certificate.OTHER_NAME, Certificate.SELF_SIGNED]
)
def test_a_bad_certificate_is_no_answer(kind: Certificate) -> None:
    with WebServer(certificate=kind) as server, _proxy(server.ca_file) as proxy:
        answer = _ask(proxy, server.url("shop.test", "/u"), **PAGE)
        assert answer.startswith(b"HTTP/1.1 502")
        assert "certificate" in proxy.traffic.failed.lower()
        assert server.received == ()


def test_a_redirect_to_plain_http_is_refused(server: WebServer) -> None:
    server.on("shop.test/u", redirect("http://shop.test/"))
    with _proxy(server.ca_file) as proxy:
        assert _ask(proxy, server.url("shop.test", "/u"), **PAGE).startswith(b"HTTP/1.1 403")
        assert proxy.traffic.refused is not None
        assert proxy.traffic.refused.rule == Rule.REDIRECT_DOWNGRADE


def test_a_silent_server_and_a_large_answer_are_no_answers(server: WebServer) -> None:
    server.on("shop.test/silent", hang)
    server.on("shop.test/large", reply(200, b"x" * 3_000))
    with _proxy(server.ca_file, Limits(hop=0.5, body_octets=1_000)) as proxy:
        for path in ("/silent", "/large"):
            answer = _ask(proxy, server.url("shop.test", path), **PAGE)
            assert answer.startswith(b"HTTP/1.1 502"), path


def test_after_its_visit_nobody_answers(server: WebServer) -> None:
    with ExitStack() as held:
        with _proxy(server.ca_file) as proxy:
            port = int(proxy.address.rpartition(":")[2])
            waiting = held.enter_context(_dial(proxy))
        with suppress(ConnectionResetError):
            assert waiting.recv(1) == b""
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()


@pytest.fixture(scope="module")
def standing() -> Iterator[GuardedProxy]:
    """One for many questions: loading the system's authorities takes longer than they do."""
    with GuardedProxy(Guard(resolve=loopback)) as proxy:
        yield proxy


@given(octets=st.binary(max_size=300))
def test_whatever_is_said_to_it_it_stays_up(standing: GuardedProxy, octets: bytes) -> None:
    with _dial(standing) as plug:
        plug.sendall(octets)
        plug.shutdown(socket.SHUT_WR)
        answer = _all(plug)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 ")


def _asked(method: str = "GET", **fields: str) -> Asked:
    return Asked(method, "/", tuple((k.replace("_", "-"), v) for k, v in fields.items()), b"")


@pytest.mark.parametrize("dest", ["image", "font", "video", "serviceworker", "manifest", "report"])
def test_what_decorates_counts_or_outlives_is_not_needed(dest: str) -> None:
    assert not needed(_asked(sec_fetch_dest=dest), secure=True)


@pytest.mark.parametrize("dest", ["document", "script", "style", "empty", "iframe"])
def test_what_makes_a_page_is_needed(dest: str) -> None:
    assert needed(_asked(sec_fetch_dest=dest), secure=True)
    assert not needed(_asked(sec_fetch_dest=dest, sec_purpose="prefetch"), secure=True)


def test_what_the_browser_wants_for_itself_is_not_needed() -> None:
    assert not needed(_asked(), secure=True)
    assert not needed(_asked(), secure=False)
    assert needed(_asked(upgrade_insecure_requests="1"), secure=False)
    assert not needed(_asked("TRACE", sec_fetch_dest="document"), secure=True)


@pytest.mark.parametrize(
    ("asked", "secure", "rule"),
    [
        (_asked(upgrade="websocket"), True, Rule.NOT_HTTP),
        (_asked("POST", upgrade_insecure_requests="1"), False, Rule.PLAIN_POST),
        (_asked("POST", sec_fetch_site="cross-site"), True, Rule.OTHER_SITE),
        (_asked(sec_fetch_site="cross-site", sec_fetch_dest="empty"), True, Rule.OTHER_SITE),
        (_asked(sec_fetch_site="cross-site", sec_fetch_dest="iframe"), True, Rule.OTHER_SITE),
        (_asked(sec_fetch_site="cross-site", sec_fetch_dest="script"), True, None),
        (_asked(sec_fetch_site="cross-site", sec_fetch_dest="document"), True, None),
        (_asked("POST", sec_fetch_site="same-site"), True, None),
    ],
)
def test_every_refusal_has_its_rule(asked: Asked, secure: bool, rule: Rule | None) -> None:
    assert objection(asked, secure) is rule
