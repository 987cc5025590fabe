"""Walks that a page tries to lead into the house: real sockets, the real door, nothing inside is reached."""

from collections.abc import Iterator

import pytest

from inbox_guard.core.vocabulary import Outcome
from tests.letters import newsletter
from tests.servers.https import Certificate, WebServer, page, reply
from tests.web.street import NOW, Street, careless, ends_well, pairs, special_places, street
from tests.web.ways_in import PLACES, PUBLIC_PLACE, SHOP, SPECIAL, WAYS, Place, Way


@pytest.fixture(scope="module")
def shared() -> Iterator[Street]:
    with street() as opened:
        yield opened


def _named(way: Way) -> str:
    return way.name


FOLLOWED = [way for way in WAYS if way.followed]


@pytest.mark.parametrize("way", FOLLOWED, ids=_named)
def test_a_way_to_a_public_place_is_open(shared: Street, way: Way) -> None:
    result = shared.walked(way, PUBLIC_PLACE)
    assert result.outcome is Outcome.DONE
    last = shared.server.received[-1]
    assert (last.host, last.target.partition("?")[0]) == ("out.shop.test", "/out")


@pytest.mark.parametrize("way", [way for way in WAYS if not way.followed], ids=_named)
def test_what_is_no_way_leads_nowhere_not_even_to_a_public_place(shared: Street, way: Way) -> None:
    before = len(shared.server.received)
    shared.walked(way, PUBLIC_PLACE)
    asked = shared.server.received[before:]
    assert asked
    assert {request.host for request in asked} == {"shop.test"}


@pytest.mark.parametrize("way", WAYS, ids=_named)
def test_no_way_leads_into_the_house(shared: Street, way: Way) -> None:
    for _, place in (pair for pair in pairs() if pair[0] is way):
        result = shared.walked(way, place)
        assert shared.leaks == [], place.name
        assert shared.reached_inside == 0, place.name
        assert place.harmless or not (way.followed and ends_well(result)), place.name


def test_every_way_and_every_place_is_tried() -> None:
    tried = list(pairs())
    assert len(tried) > 1_300
    assert {way.name for way, _ in tried} == {way.name for way in WAYS}
    assert {place.name for _, place in tried} == {place.name for place in PLACES}
    assert len({place.name for place in PLACES}) == len(PLACES)


def test_a_client_that_believes_the_page_is_led_inside_by_every_way() -> None:
    with street() as opened:
        led: dict[str, int] = {way.name: 0 for way in WAYS}
        for way, place in pairs():
            led[way.name] += bool(careless(opened, way, place))
    assert min(led.values()) > 40, led


def test_a_redirect_leads_to_no_special_address_by_number_or_by_name(shared: Street) -> None:
    (way,) = (one for one in WAYS if one.name == "Location, 302")
    tried = 0
    for place in special_places():
        result = shared.walked(way, place)
        assert shared.leaks == [], place
        assert result.outcome is Outcome.BLOCKED, place
        tried += 1
    assert tried > 3 * len(SPECIAL)
    assert shared.reached_inside == 0


def test_a_public_host_that_shows_an_inside_certificate_is_not_believed() -> None:
    with WebServer(certificate=Certificate.OTHER_NAME) as server, street() as opened:
        astray = Street(server, opened.inside)
        result = astray.walked(WAYS[0], PUBLIC_PLACE)
        assert server.received == ()
    assert result.outcome is Outcome.FAILED
    assert SHOP not in result.detail


def test_a_cookie_for_another_place_goes_nowhere(shared: Street) -> None:
    (way,) = (one for one in WAYS if "cookie" in one.name)
    before = len(shared.server.received)
    shared.walked(way, Place("another site", "https://elsewhere.test/out"))
    asked = shared.server.received[before:]
    assert [request.host for request in asked] == ["shop.test", "elsewhere.test"]
    assert [request.header("Cookie") for request in asked] == ["", ""]


def test_the_other_link_of_the_same_mail_is_not_opened(shared: Street) -> None:
    """S9: a body link, and the second address of the header once the first settled it, stay unopened."""
    shared.play({"/u": page("<p>You have been unsubscribed.")}, PUBLIC_PLACE)
    shared.server.on("/delete", reply(200))
    way_out = "<https://shop.test/u>, <https://shop.test/delete?all=1>"
    before = len(shared.server.received)
    raw = newsletter("Lamps <news@shop.test>", NOW, way_out=way_out, one_click=False)
    result = shared.walk(raw + b"\r\nhttps://shop.test/delete?all=2\r\n")
    assert result.outcome is Outcome.DONE
    assert [request.target for request in shared.server.received[before:]] == ["/u"]


def test_of_two_addresses_one_is_clicked_once_and_none_is_opened(shared: Street) -> None:
    shared.play({"POST /u": reply(200)}, PUBLIC_PLACE)
    way_out = "<https://shop.test/u>, <https://shop.test/delete?all=1>"
    before = len(shared.server.received)
    result = shared.walk(newsletter("Lamps <news@shop.test>", NOW, way_out=way_out))
    assert result.outcome is Outcome.ACCEPTED
    assert [request.line for request in shared.server.received[before:]] == ["POST /u HTTP/1.1"]
