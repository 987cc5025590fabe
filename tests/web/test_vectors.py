"""The ways into the house, all refused, and the ways out that must stay open."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.web.addresses import judge
from tests.web.world import (
    PROXY,
    PROXY_NAMES,
    Vector,
    World,
    careless,
    embeddings,
    guarded,
    try_vector,
    vectors,
)


def _environment(vector: Vector, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_NAMES:
        if vector.how == "environment":
            monkeypatch.setenv(name, PROXY)
        else:
            monkeypatch.delenv(name, raising=False)


def test_the_table_holds_180_vectors():
    assert [vector.number for vector in vectors()] == list(range(1, 181))
    assert len({(vector.how, vector.url, vector.names) for vector in vectors()}) == 180


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.id)
def test_no_vector_reaches_anything_but_the_public_server(
    vector: Vector, monkeypatch: pytest.MonkeyPatch
):
    _environment(vector, monkeypatch)
    world, happened = try_vector(vector, guarded)
    assert world.leaks == ()
    assert happened == vector.expected


def test_a_client_without_a_guard_leaks_by_most_of_them(monkeypatch: pytest.MonkeyPatch):
    leaked: Counter[str] = Counter()
    for vector in vectors():
        _environment(vector, monkeypatch)
        world, _ = try_vector(vector, careless)
        leaked[vector.category] += bool(world.leaks)
    assert leaked.total() > 120
    assert all(leaked.values()), leaked


@pytest.mark.parametrize(
    ("url", "location", "dialled"),
    {
        "a public name": ("http://shop.test/", "", ["93.184.215.14"]),
        "a public redirect": (
            "http://redir.test/start",
            "http://shop.test/",
            ["93.184.215.14", "93.184.215.14"],
        ),
        "a public literal": ("http://93.184.215.14/", "", ["93.184.215.14"]),
        "a public IPv6 literal": ("http://[2606:2800:220:1::1]/", "", ["2606:2800:220:1::1"]),
        "an internationalised name": ("http://bücher.test/", "", ["93.184.215.14"]),
    }.values(),
)
def test_the_public_network_stays_reachable(url: str, location: str, dialled: list[str]):
    world = World(location=location)
    assert guarded(world, url) == "public"
    assert [address for address, _ in world.dialled] == dialled


def test_one_private_answer_among_fifty_refuses_them_all():
    answers = tuple(f"93.184.215.{number}" for number in range(49))
    assert guarded(World({"many.test": [(*answers, "10.0.0.1")]}), "http://many.test/") == (
        "address-private"
    )


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://host.docker.internal/", "host-special-use"),
        ("http://gateway.docker.internal/", "host-special-use"),
        ("http://172.17.0.1/", "address-private"),
        ("http://100.100.100.200/", "address-shared"),
        ("http://168.63.129.16/", "address-metadata"),
        ("http://printer.local/", "host-special-use"),
        ("http://fritz.box.lan/", "host-special-use"),
        ("http://nas.home.arpa/", "host-special-use"),
        ("http://abcdefgh.onion/", "host-special-use"),
        ("http://metadata.google.internal/", "host-special-use"),
        ("http://wpad/", "host-single-label"),
        ("http://router./", "host-single-label"),
        ("http://com/", "host-single-label"),
        ("http://hosts-file.test/", "address-loopback"),
        ("http://tailnet.ts.test/", "address-shared"),
        ("http://zone.test/", "address-zone"),
        ("http://garbage.test/", "address-unreadable"),
        ("http://changes-family.test/", "address-loopback"),
    ],
)
def test_the_next_vectors_are_refused_too(url: str, rule: str):
    world = World(
        {
            "hosts-file.test": [("127.0.1.1",)],
            "tailnet.ts.test": [("100.101.102.103",)],
            "zone.test": [("2606:2800:220:1::1%eth0",)],
            "garbage.test": [("93.184.215.14 ",)],
            "changes-family.test": [("93.184.215.14", "::1")],
        }
    )
    assert guarded(world, url) == rule
    assert world.dialled == []


_PRIVATE_V4 = st.one_of(
    st.ip_addresses(v=4, network=network)
    for network in (
        *("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.168.0.0/16", "0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4"),
    )
)


@settings(max_examples=2_000, deadline=None)
@given(number=_PRIVATE_V4, seed=st.integers(0, 2**32))
def test_a_private_address_is_refused_in_every_form_that_carries_it(number, seed):
    assert judge(str(number)) is not None
    for form, spelt in embeddings(number, Random(seed)).items():
        assert judge(spelt) is not None, (form, spelt)
