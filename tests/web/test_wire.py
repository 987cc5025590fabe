"""Reading what a server sends: no octets whatever raise anything but the two expected errors."""

import contextlib
import socket

from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.web.limits import Deadline, Limits
from inbox_guard.web.wire import AnswerError, Response, read_response

SMALL = Limits(header_octets=512, header_fields=8, body_octets=64)

_LINES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"Content-Length: 3\r\n",
        b"Content-Length: 99999999999999999999\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: gzip\r\n",
        b"Content-Encoding: deflate\r\n",
        b" folded\r\n",
        b"\r\n",
        b"\n",
        b"3\r\nabc\r\n",
        b"0\r\n\r\n",
        b"\xff\x85: \x00\r\n",
    ]
)


def read(octets: bytes) -> Response:
    here, there = socket.socketpair()
    with here, there:
        there.sendall(octets)
        there.shutdown(socket.SHUT_WR)
        return read_response(here, SMALL, Deadline(5))


@given(st.lists(st.one_of(_LINES, st.binary(max_size=40)), max_size=16).map(b"".join))
def test_any_octets_are_an_answer_within_the_limits_or_a_refusal(octets: bytes):
    with contextlib.suppress(AnswerError):
        response = read(octets)
        assert 200 <= response.status <= 599
        assert len(response.body) <= SMALL.body_octets
        assert len(response.headers) <= SMALL.header_fields
        assert all(name == name.lower() for name, _ in response.headers)


@given(st.integers(0, 200), st.booleans())
def test_a_cut_anywhere_in_a_whole_answer_is_never_an_answer(at: int, chunked: bool):
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"
    if chunked:
        whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
    assert read(whole).body == b"hello"
    answered = True
    try:
        read(whole[: min(at, len(whole) - 1)])
    except AnswerError:
        answered = False
    assert not answered
