"""Looking up once, judging all, dialling the judged number."""

import socket
from ipaddress import ip_network

import pytest

from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.guard import Connect, Guard, system_connect, system_resolve
from inbox_guard.web.limits import Deadline
from inbox_guard.web.rule import Rule
from tests.web.world import World


def dial(world: World, url: str, guard: Guard | None = None, connect: Connect | None = None):
    guard = guard or Guard(resolve=world.resolve, own_networks=tuple)
    with guard.dial(guard.parse(url), connect or world.connect, Deadline(5)) as plug:
        return plug.getpeername()[0]


def test_a_neighbour_with_a_global_address_is_inside():
    world = World({"nas.test": [("2606:2800:220:1::1",)]})
    home = Guard(resolve=world.resolve, own_networks=lambda: (ip_network("2606:2800:220:1::/64"),))
    with pytest.raises(NotPublic) as refusal:
        dial(world, "https://nas.test/", home)
    assert refusal.value.rule == Rule.ADDRESS_OWN
    assert world.dialled == []


def test_the_own_networks_are_read_anew_each_time():
    world = World()
    prefixes = [(), (ip_network("93.184.215.0/24"),)]
    guard = Guard(resolve=world.resolve, own_networks=lambda: prefixes.pop(0))
    assert dial(world, "https://shop.test/", guard) == "93.184.215.14"
    with pytest.raises(NotPublic):
        dial(world, "https://shop.test/", guard)


def test_the_next_number_is_tried_when_one_does_not_answer():
    world = World({"two.test": [("2606:2800:220:1::1", "93.184.215.14")]})

    def only_v4(address: str, port: int, timeout: float) -> socket.socket:
        if ":" in address:
            raise OSError(101, "Network is unreachable")
        return world.connect(address, port, timeout)

    assert dial(world, "https://two.test/", connect=only_v4) == "93.184.215.14"


def test_a_name_is_looked_up_once_for_all_its_numbers():
    world = World({"two.test": [("93.184.215.14", "93.184.215.14"), ("127.0.0.1",)]})
    asked: list[str] = []

    def resolve(name: str) -> tuple[str, ...]:
        asked.append(name)
        return world.resolve(name)

    def refuse(address: str, port: int, timeout: float) -> socket.socket:
        raise ConnectionRefusedError(111, "Connection refused")

    with pytest.raises(NoAnswer) as failure:
        dial(world, "https://two.test/", Guard(resolve=resolve, own_networks=tuple), refuse)
    assert failure.value.sent is False
    assert asked == ["two.test"]


def test_each_number_gets_its_share_of_the_time():
    shares: list[float] = []

    def slow(address: str, port: int, timeout: float) -> socket.socket:
        shares.append(timeout)
        raise TimeoutError("timed out")

    world = World({"two.test": [("93.184.215.14", "2606:2800:220:1::1")]})
    with pytest.raises(NoAnswer):
        dial(world, "https://two.test/", connect=slow)
    assert [round(share, 1) for share in shares] == [2.5, 5.0]


def test_a_socket_that_leads_elsewhere_is_closed():
    opened: list[socket.socket] = []

    def astray(address: str, port: int, timeout: float) -> socket.socket:
        opened.append(World().connect("2606:2800:220:1::1", port, timeout))
        return opened[0]

    with pytest.raises(NotPublic) as refusal:
        dial(World(), "https://shop.test/", connect=astray)
    assert refusal.value.rule == Rule.PEER_DIFFERS
    assert opened[0].fileno() == -1


def test_a_name_without_an_address_is_no_answer():
    with pytest.raises(NoAnswer) as failure:
        dial(World(), "https://a.test/", Guard(resolve=lambda _: (), own_networks=tuple))
    assert failure.value.sent is False


def test_an_excepted_host_is_dialled_where_it_lives():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        guard = Guard(("lists.lan", "127.0.0.1"), resolve=lambda _: ("127.0.0.1",))
        for host in ("lists.lan", "127.0.0.1"):
            url = f"https://{host}:{port}/"
            assert dial(World(), url, guard, system_connect) == "127.0.0.1"


def test_the_systems_resolver_gives_every_answer_as_text():
    assert "127.0.0.1" in system_resolve("localhost")


def test_only_numbers_are_dialled():
    with pytest.raises(OSError, match="Name or service not known"):
        system_connect("localhost", 80, 1)
