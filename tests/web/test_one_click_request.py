"""What leaves the house, octet for octet, and what an ordinary answer becomes."""

import pytest

from inbox_guard.core.exchange import Request
from inbox_guard.errors import NoAnswer, NotPublic, SettingsError
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from inbox_guard.web.rule import Rule
from inbox_guard.web.wire import USER_AGENT
from tests.servers.https import WebServer, loopback, page, redirect, reply

ONE_CLICK = b"List-Unsubscribe=One-Click"


def web(server: WebServer) -> GuardedWeb:
    return GuardedWeb(Guard((".test",), loopback), server.ca_file)


def test_the_one_click_request_is_exactly_that_of_rfc_8058():
    with WebServer() as server:
        server.on("POST shop.test/u", reply(200, b"ok"))
        answer = web(server).perform(
            Request("POST", server.url("shop.test", "/u?t=a+b%2Fc"), ONE_CLICK)
        )
        expected = (
            b"POST /u?t=a+b%2Fc HTTP/1.1\r\n"
            b"Host: shop.test:" + str(server.port).encode() + b"\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: 26\r\n"
            b"User-Agent: inbox-guard/1 (+https://inbox-guard.example/about)\r\n"
            b"Accept-Encoding: identity\r\n"
            b"Connection: close\r\n"
            b"\r\n"
            b"List-Unsubscribe=One-Click"
        )
        assert [request.raw for request in server.received] == [expected]
        assert answer.status == 200
        assert answer.body == b"ok"
        assert answer.sent == len(expected)


def test_a_page_is_asked_for_without_content_fields_and_without_the_fragment():
    with WebServer() as server:
        server.on("/p", page("<p>hello"))
        answer = web(server).perform(Request("GET", server.url("shop.test", "/p?a=b#secret")))
        assert server.received[0].raw == (
            b"GET /p?a=b HTTP/1.1\r\n"
            b"Host: shop.test:" + str(server.port).encode() + b"\r\n"
            b"User-Agent: inbox-guard/1 (+https://inbox-guard.example/about)\r\n"
            b"Accept-Encoding: identity\r\n"
            b"Connection: close\r\n"
            b"\r\n"
        )
        assert answer.body == b"<p>hello"
        assert answer.header("Content-Type") == "text/html; charset=utf-8"
        assert answer.url == server.url("shop.test", "/p?a=b")


def test_the_one_click_request_never_carries_a_cookie():
    with WebServer() as server:
        server.on("/u", reply(200))
        url = server.url("shop.test", "/u")
        web(server).perform(Request("POST", url, ONE_CLICK, cookies=(("s", "1"),)))
        assert server.received[0].header("Cookie") == ""


def test_a_form_of_the_page_flow_carries_the_cookies_it_was_given():
    with WebServer() as server:
        server.on("/u", reply(200))
        url = server.url("shop.test", "/u")
        web(server).perform(Request("POST", url, b"a=1", cookies=(("s", "1"), ("t", "x=y"))))
        assert server.received[0].header("Cookie") == "s=1; t=x=y"
        assert server.received[0].body == b"a=1"


def test_a_cookie_cannot_smuggle_a_header():
    with WebServer() as server:
        server.on("/u", reply(200))
        cookies = (("s", "1\r\nX-Evil: 1"), ("bad name", "1"), ("t", "2; u=3"), ("ok", "4"))
        web(server).perform(Request("GET", server.url("shop.test", "/u"), cookies=cookies))
        assert server.received[0].header("Cookie") == "ok=4"
        assert b"Evil" not in server.received[0].raw


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_after_a_post_is_returned_and_never_followed(status: int):
    with WebServer() as server:
        server.on("/u", redirect("/done", status))
        server.on("/done", reply(200, b"looks like success"))
        answer = web(server).perform(Request("POST", server.url("shop.test", "/u"), ONE_CLICK))
        assert answer.status == status
        assert answer.header("location") == "/done"
        assert len(server.received) == 1


def test_nothing_is_posted_without_tls_not_even_to_an_excepted_host():
    with WebServer(tls=False) as server, pytest.raises(NotPublic) as refusal:
        web(server).perform(Request("POST", server.url("shop.test", "/u"), ONE_CLICK))
    assert refusal.value.rule == Rule.PLAIN_POST
    assert server.accepted == 0


def test_a_plain_page_may_be_read():
    with WebServer(tls=False) as server:
        server.on("/p", page("plain"))
        request = Request("GET", server.url("shop.test", "/p"), cookies=(("s", "1"),))
        assert web(server).perform(request).body == b"plain"
        assert server.received[0].header("Cookie") == ""


def test_the_agent_has_a_constant_name_that_no_sender_answers_with_a_lie():
    listed = ("bot", "curl", "python", "wget", "java", "security", "scan", "crawl", "spider")
    assert not [word for word in listed if word in USER_AGENT.lower()]


def test_a_name_that_does_not_exist_was_never_sent_to():
    with WebServer() as server, pytest.raises(NoAnswer) as failure:
        web(server).perform(Request("GET", "https://nowhere.example/"))
    assert failure.value.sent is False


def test_proxies_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch):
    with WebServer(tls=False) as proxy, WebServer() as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
            monkeypatch.setenv(name.lower(), f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", "")
        server.on("/u", reply(200, b"direct"))
        assert web(server).perform(Request("GET", server.url("shop.test", "/u"))).body == b"direct"
        assert proxy.accepted == 0


@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_certificates_that_cannot_be_read_are_a_settings_error(content: bytes | None, tmp_path):
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match="GUARD_WEB_CA_FILE"):
        GuardedWeb(Guard(), path)


def test_session_keys_are_not_written_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path
):
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    with WebServer() as server:
        server.on("/u", reply(200))
        web(server).perform(Request("GET", server.url("shop.test", "/u")))
    assert not keys.exists()


def test_a_log_line_names_the_host_and_nothing_of_the_path(caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG")
    with WebServer() as server:
        server.on("/token-1/u", redirect("/token-2"), reply(200))
        guarded = web(server)
        guarded.perform(Request("GET", server.url("shop.test", "/token-1/u?k=token-3")))
        with pytest.raises(NotPublic):
            guarded.perform(Request("GET", "http://10.0.0.1/token-4"))
        with pytest.raises(NoAnswer):
            guarded.perform(Request("GET", "http://gone.example/token-5"))
    assert "shop.test" in caplog.text
    assert "10.0.0.1" in caplog.text
    assert "gone.example" in caplog.text
    assert "token" not in caplog.text
