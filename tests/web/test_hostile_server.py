"""Servers that waste our time, our memory or our trust. Every limit here is tiny; the rule is the same."""

import gzip
import threading
import time
import tracemalloc
import zlib

import pytest

from inbox_guard.core.exchange import Answer, Request
from inbox_guard.errors import NoAnswer
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from inbox_guard.web.limits import LIMITS, Limits
from tests.servers.https import (
    Behaviour,
    Certificate,
    WebServer,
    drip,
    drip_body,
    drip_header,
    endless,
    endless_body,
    gzip_bomb,
    hang,
    head,
    header_flood,
    loopback,
    raw,
    reply,
    silence,
)

BRIEF = Limits(hop=0.4, action=0.6)


def ask(server: WebServer, method: str = "GET", limits: Limits = BRIEF) -> Answer:
    body = b"List-Unsubscribe=One-Click" if method == "POST" else None
    web = GuardedWeb(Guard((".test",), loopback), server.ca_file, limits=limits)
    return web.perform(Request(method, server.url("shop.test", "/u"), body))


def ask_scripted(behaviour: Behaviour, method: str = "GET", limits: Limits = LIMITS) -> Answer:
    with WebServer() as server:
        server.on("/u", behaviour)
        return ask(server, method, limits)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "behaviour",
    {
        "a header an octet at a time": drip_header(),
        "a body an octet at a time": drip_body(),
        "a status line an octet at a time": drip(b"HTTP/1.1 200 OK\r\n\r\n", every=0.1),
        "no answer at all": hang,
        "interim answers for ever": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        "chunks of one octet": endless(
            head(200, [("Transfer-Encoding", "chunked")]), b"1\r\nx\r\n"
        ),
    }.items(),
    ids=lambda case: case[0] if isinstance(case, tuple) else case,
)
def test_a_server_that_takes_its_time_is_cut_and_never_counts_as_an_answer(
    behaviour: tuple[str, Behaviour], method: str
):
    began = time.monotonic()
    small = Limits(hop=0.4, action=0.6, body_octets=1 << 30)
    with WebServer() as server:
        server.on("/u", behaviour[1])
        with pytest.raises(NoAnswer) as failure:
            ask(server, method, small)
        assert time.monotonic() - began < 2
    assert failure.value.sent is True


def test_a_server_that_hangs_before_tls_was_never_sent_to():
    began = time.monotonic()
    with WebServer(deaf=True) as server:
        with pytest.raises(NoAnswer) as failure:
            ask(server)
        assert time.monotonic() - began < 2
    assert failure.value.sent is False


def test_all_hops_together_have_a_limit_of_their_own():
    def slow_redirect(connection):
        connection.pause(0.2)
        connection.send(head(302, [("Location", "/u"), ("Content-Length", "0")]))

    began = time.monotonic()
    with WebServer() as server:
        server.on("/u", slow_redirect)
        with pytest.raises(NoAnswer) as failure:
            ask(server, limits=Limits(hop=10, action=0.5, redirects=50))
        assert time.monotonic() - began < 2
    assert failure.value.sent is True


def test_a_look_up_that_hangs_is_cut():
    began = time.monotonic()
    over = threading.Event()

    def slow(name: str) -> tuple[str, ...]:
        over.wait(5)
        return ("127.0.0.1",)

    web = GuardedWeb(Guard((".test",), slow), limits=BRIEF)
    with pytest.raises(NoAnswer) as failure:
        web.perform(Request("GET", "https://shop.test/"))
    assert time.monotonic() - began < 2
    over.set()
    assert failure.value.sent is False


@pytest.mark.parametrize(
    "octets",
    {
        "nothing": b"",
        "half a status line": b"HTTP/1.1 200",
        "a status line": b"HTTP/1.1 200 OK\r\n",
        "half a field": b"HTTP/1.1 200 OK\r\nContent-Le",
        "fields without the blank line": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n",
        "half a body": b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        "no body": b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
        "half a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nhalf",
        "no last chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n",
        "an interim answer only": b"HTTP/1.1 100 Continue\r\n\r\n",
        "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
        "a protocol nobody asked for": b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi!",
        "a list of lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2, 3\r\n\r\nhi!",
        "a negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhi",
        "a length in other digits": "HTTP/1.1 200 OK\r\nContent-Length: ٢\r\n\r\nhi".encode(),
        "a chunk without a size": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n;x\r\n",
        "a chunk longer than it says": (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi!\r\n0\r\n\r\n"
        ),
    }.items(),
    ids=lambda case: case[0],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_that_is_torn_or_makes_no_sense_is_no_answer(
    octets: tuple[str, bytes], method: str
):
    with pytest.raises(NoAnswer) as failure:
        ask_scripted(raw(octets[1]), method)
    assert failure.value.sent is True


def test_closing_without_an_answer_is_no_answer():
    with pytest.raises(NoAnswer) as failure:
        ask_scripted(silence, "POST")
    assert failure.value.sent is True


@pytest.mark.parametrize(
    "case",
    {
        "two equal lengths": (b"Content-Length: 2\r\nContent-Length: 2\r\n\r\nhi", b"hi"),
        "no length": (b"\r\nuntil the end", b"until the end"),
        "chunks": (b"Transfer-Encoding: chunked\r\n\r\n2;a=b\r\nhi\r\n1\r\n!\r\n0\r\n\r\n", b"hi!"),
        "chunks and a length": (
            b"Content-Length: 9\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
            b"hi",
        ),
        "line feeds only": (b"Content-Length: 2\n\nhi", b"hi"),
        "a folded field": (b"X-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\nhi", b"hi"),
        "a line that is no field": (b"what is this\r\nContent-Length: 2\r\n\r\nhi", b"hi"),
        "more than announced": (b"Content-Length: 2\r\n\r\nhi and bye", b"hi"),
        "an unknown coding": (
            b"Content-Encoding: br\r\nContent-Length: 2\r\n\r\n\x0b\x02",
            b"\x0b\x02",
        ),
    }.items(),
    ids=lambda case: case[0],
)
def test_what_odd_but_whole_answers_mean(case: tuple[str, tuple[bytes, bytes]]):
    octets, body = case[1]
    answer = ask_scripted(raw(b"HTTP/1.1 200 OK\r\n" + octets))
    assert (answer.status, answer.body, answer.truncated) == (200, body, False)


def test_an_interim_answer_is_passed_over():
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"
    answer = ask_scripted(raw(early + head(200, [("Content-Length", "2")]) + b"hi"))
    assert (answer.status, answer.body, answer.header("link")) == (200, b"hi", "")


def test_a_next_line_octet_in_a_field_does_not_split_it():
    answer = ask_scripted(raw("HTTP/1.1 200 OK\r\nX-Town: Å\r\nContent-Length: 0\r\n\r\n".encode()))
    assert answer.header("x-town") == "Å"


def test_a_body_without_end_is_cut_at_the_limit_and_the_connection_closed():
    with WebServer() as server:
        server.on("/u", endless_body())
        answer = ask(server, limits=Limits(body_octets=100_000))
        assert (answer.status, len(answer.body), answer.truncated) == (200, 100_000, True)
    assert server.octets_sent < 50_000_000


@pytest.mark.parametrize("length", [1_000_000_000, 10**17])
def test_a_body_that_announces_too_much_is_cut(length: int):
    start = head(200, [("Content-Length", str(length))])
    answer = ask_scripted(endless(start, b"x" * 65_536), limits=Limits(body_octets=100_000))
    assert (len(answer.body), answer.truncated) == (100_000, True)


def test_a_chunk_that_announces_too_much_is_cut():
    start = head(200, [("Transfer-Encoding", "chunked")]) + b"FFFFFFFFFFFF\r\n"
    answer = ask_scripted(endless(start, b"x" * 65_536), limits=Limits(body_octets=100_000))
    assert (len(answer.body), answer.truncated) == (100_000, True)


def test_a_chunk_extension_without_end_is_no_answer():
    start = head(200, [("Transfer-Encoding", "chunked")]) + b"1;"
    with pytest.raises(NoAnswer):
        ask_scripted(endless(start, b"x" * 65_536))


@pytest.mark.parametrize(
    "behaviour",
    [header_flood(), endless(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 65_536)],
    ids=["fields", "one field"],
)
def test_a_header_without_end_is_no_answer(behaviour: Behaviour):
    with pytest.raises(NoAnswer) as failure:
        ask_scripted(behaviour, "POST")
    assert failure.value.sent is True


def test_a_hundred_fields_are_read_and_one_more_is_not():
    fields = [(f"X-{number}", "v") for number in range(99)]
    assert len(ask_scripted(reply(200, headers=fields)).headers) == 100
    with pytest.raises(NoAnswer):
        ask_scripted(reply(200, headers=[*fields, ("X-Last", "v")]))


def test_a_gzip_bomb_is_cut_before_it_unpacks():
    with WebServer() as server:
        server.on("/u", gzip_bomb(200_000_000))
        tracemalloc.start()
        try:
            answer = ask(server, limits=LIMITS)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert answer.truncated
    assert len(answer.body) == 1_048_576
    assert peak < 8_000_000


def test_a_small_bomb_is_held_to_the_ratio():
    packed = gzip.compress(bytes(500_000), 9)
    answer = ask_scripted(reply(200, packed, [("Content-Encoding", "gzip")]))
    assert answer.truncated
    assert len(answer.body) == 100 * len(packed)


def _bare(text: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(text) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        pytest.param("gzip", gzip.compress(b"hello page"), id="gzip"),
        pytest.param("GZip", gzip.compress(b"hello page"), id="gzip in capitals"),
        pytest.param("x-gzip", gzip.compress(b"hello page"), id="gzip by its old name"),
        pytest.param("deflate", zlib.compress(b"hello page"), id="deflate"),
        pytest.param("deflate", _bare(b"hello page"), id="bare deflate"),
        pytest.param("identity", b"hello page", id="identity"),
        pytest.param("", b"hello page", id="an empty field"),
    ],
)
def test_codings_that_servers_send_unasked_are_undone(coding: str, packed: bytes):
    answer = ask_scripted(reply(200, packed, [("Content-Encoding", coding)]))
    assert (answer.body, answer.truncated) == (b"hello page", False)


def test_a_torn_gzip_stream_gives_what_was_there_and_says_so():
    packed = gzip.compress(b"hello page, and so on and so forth")[:-12]
    answer = ask_scripted(reply(200, packed, [("Content-Encoding", "gzip")]))
    assert answer.truncated
    assert answer.body.startswith(b"hello")


def test_an_answer_without_content_is_not_waited_for():
    for status in (204, 304):
        answer = ask_scripted(raw(head(status, [("Content-Length", "5")])), limits=BRIEF)
        assert (answer.status, answer.body) == (status, b"")


@pytest.mark.parametrize(
    "certificate",
    [c for c in Certificate if c is not Certificate.GOOD],
    ids=lambda c: c.value,
)
def test_a_certificate_that_does_not_hold_is_refused_before_anything_is_sent(
    certificate: Certificate,
):
    with WebServer(certificate=certificate) as server:
        with pytest.raises(NoAnswer) as failure:
            ask(server, "POST", Limits(hop=3))
        assert server.received == ()
        assert server.accepted == 1
    assert failure.value.sent is False


def test_without_the_extra_ca_its_certificates_are_strangers():
    with WebServer() as server:
        web = GuardedWeb(Guard((".test",), loopback))
        with pytest.raises(NoAnswer):
            web.perform(Request("GET", server.url("shop.test", "/u")))
        assert server.received == ()


def test_https_never_falls_back_to_plain_http():
    with WebServer(tls=False) as server:
        url = server.url("shop.test", "/u").replace("http:", "https:")
        web = GuardedWeb(Guard((".test",), loopback), limits=BRIEF)
        with pytest.raises(NoAnswer) as failure:
            web.perform(Request("GET", url))
        assert not [got for got in server.received if got.raw.startswith(b"GET")]
    assert failure.value.sent is False


def test_a_port_where_nobody_listens_was_never_sent_to():
    with WebServer() as server:
        gone = server.url("shop.test", "/u")
    with pytest.raises(NoAnswer) as failure:
        GuardedWeb(Guard((".test",), loopback)).perform(Request("GET", gone))
    assert failure.value.sent is False
