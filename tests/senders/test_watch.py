"""What is watched for every sender, whatever its page does."""

from collections.abc import Iterator, Mapping

import pytest

from tests.senders.houses import ALL
from tests.senders.moves import Move
from tests.senders.sender import Status
from tests.senders.traffic import ONE_CLICK, Visit
from tests.senders.village import Village
from tests.servers.https import Received


def asked(
    village: Village,
    key: str,
    method: str = "GET",
    path: str = "/",
    *,
    body: bytes = b"",
    host: str = "",
    headers: Mapping[str, str] | None = None,
) -> int:
    """Bring a request to a sender; returns the status."""
    where = host or village.senders[key].host
    lines = [f"{method} {path} HTTP/1.1", f"Host: {where}"]
    if body:
        lines.append("Content-Type: application/x-www-form-urlencoded")
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    octets = "\r\n".join([*lines, "", ""]).encode() + body
    return village.receive(Visit.of(Received(octets, where))).status


def moves(village: Village, key: str) -> list[Move]:
    return [wrong.move for wrong in village.senders[key].wrongs]


@pytest.fixture(scope="module")
def quiet() -> Iterator[Village]:
    """A village that is asked without the wire."""
    with Village(ALL) as made:
        yield made


def test_a_click_ends_a_subscription_and_a_second_one_is_wrong(quiet: Village) -> None:
    one = quiet.senders["listmonk-click-en"]
    assert asked(quiet, one.key, "POST", one.way, body=ONE_CLICK) == 200
    assert one.book["news"] is Status.LEFT
    assert moves(quiet, one.key) == []
    asked(quiet, one.key, "POST", one.way, body=ONE_CLICK)
    assert moves(quiet, one.key) == [Move.TWICE]


def test_a_cookie_of_another_sender_is_noticed(quiet: Village) -> None:
    giver, taker = quiet.senders["mailtrain-en"], "mailtrain-de"
    asked(quiet, giver.key, path=giver.way)
    ((name, value),) = giver.session()
    asked(quiet, giver.key, path=giver.way, headers={"Cookie": f"{name}={value}"})
    assert moves(quiet, giver.key) == []
    asked(quiet, taker, headers={"Cookie": f"{name}={value}"})
    assert moves(quiet, taker) == [Move.COOKIE]


def test_a_referer_of_another_host_is_noticed(quiet: Village) -> None:
    own = {"Referer": f"https://{quiet.senders['mautic-fr'].host}/a"}
    asked(quiet, "mautic-fr", headers=own)
    assert moves(quiet, "mautic-fr") == []
    asked(quiet, "mautic-fr", headers={"Referer": "https://elsewhere.test/u/secret"})
    assert moves(quiet, "mautic-fr") == [Move.REFERER]


def test_a_token_of_another_sender_is_noticed(quiet: Village) -> None:
    asked(quiet, "mautic-de", path=f"/u/{quiet.senders['mautic-en'].token}")
    assert moves(quiet, "mautic-de") == [Move.TOKEN]


def test_a_token_posted_to_a_counter_of_clicks_is_noticed(quiet: Village) -> None:
    one = quiet.senders["wrapped-en"]
    asked(quiet, one.key, "POST", "/x", body=f"t={one.token}".encode(), host=one.strangers[0])
    assert Move.TOKEN in moves(quiet, one.key)


def test_an_address_that_the_sender_did_not_write_to_is_noticed(quiet: Village) -> None:
    key = "dada-en"
    asked(quiet, key, "POST", "/x", body=b"email=ada%2Bdada%40home.test")
    assert moves(quiet, key) == []
    asked(quiet, key, "POST", "/x", body=b"email=ada%40home.test")
    assert moves(quiet, key) == [Move.ADDRESS]


def test_an_address_told_to_a_stranger_is_noticed(quiet: Village) -> None:
    one = quiet.senders["sold-form-en"]
    asked(quiet, one.key, "POST", "/o", body=b"email=ada%40home.test", host=one.strangers[0])
    assert moves(quiet, one.key) == [Move.ADDRESS]


def test_a_host_that_nobody_named_is_noticed(quiet: Village) -> None:
    asked(quiet, "mautic-es", host="nobody.test")
    assert [wrong.move for wrong in quiet.strays] == [Move.STRAY]


def test_mail_for_nobody_is_noticed(quiet: Village) -> None:
    before = len(quiet.strays)
    quiet.take_mail("x@nobody.test", "unsubscribe", "", "ada@home.test")
    assert len(quiet.strays) == before + 1


def test_a_request_with_a_form_needs_the_cookie_and_the_slip_of_one_page(quiet: Village) -> None:
    one = quiet.senders["mailtrain-ru"]
    asked(quiet, one.key, path=one.way)
    slip = f"_csrf={one.secret('slip 1')}&ucid={one.token}".encode()
    assert asked(quiet, one.key, "POST", "/subscription/unsubscribe", body=slip) == 403
    assert one.book["news"] is Status.SUBSCRIBED
    ((name, value),) = one.session()
    cookie = {"Cookie": f"{name}={value}"}
    asked(quiet, one.key, "POST", "/subscription/unsubscribe", body=slip, headers=cookie)
    assert one.book["news"] is Status.LEFT
