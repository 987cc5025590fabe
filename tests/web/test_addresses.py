"""The table of addresses: its edges, what it leaves open, and the machine's own networks."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.web.addresses import judge
from inbox_guard.web.rule import Rule
from tests.web.world import translated

INSIDE = (
    *("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
    *("192.168.0.0/16", "168.63.129.16/32"),
)

REFUSED = {
    "0.0.0.0/8": Rule.ADDRESS_LOOPBACK,
    "10.0.0.0/8": Rule.ADDRESS_PRIVATE,
    "100.64.0.0/10": Rule.ADDRESS_SHARED,
    "127.0.0.0/8": Rule.ADDRESS_LOOPBACK,
    "168.63.129.16/32": Rule.ADDRESS_METADATA,
    "169.254.0.0/16": Rule.ADDRESS_LINK_LOCAL,
    "172.16.0.0/12": Rule.ADDRESS_PRIVATE,
    "192.0.0.0/24": Rule.ADDRESS_RESERVED,
    "192.0.2.0/24": Rule.ADDRESS_RESERVED,
    "192.88.99.0/24": Rule.ADDRESS_TRANSITION,
    "192.168.0.0/16": Rule.ADDRESS_PRIVATE,
    "198.18.0.0/15": Rule.ADDRESS_RESERVED,
    "198.51.100.0/24": Rule.ADDRESS_RESERVED,
    "203.0.113.0/24": Rule.ADDRESS_RESERVED,
    "224.0.0.0/4": Rule.ADDRESS_MULTICAST,
    "240.0.0.0/4": Rule.ADDRESS_RESERVED,
    "::/128": Rule.ADDRESS_LOOPBACK,
    "::1/128": Rule.ADDRESS_LOOPBACK,
    "::ffff:0:0/96": Rule.ADDRESS_TRANSITION,
    "64:ff9b::/96": Rule.ADDRESS_TRANSITION,
    "64:ff9b:1::/48": Rule.ADDRESS_TRANSITION,
    "100::/64": Rule.ADDRESS_RESERVED,
    "2001::/32": Rule.ADDRESS_TRANSITION,
    "2001:2::/48": Rule.ADDRESS_RESERVED,
    "2001:20::/28": Rule.ADDRESS_RESERVED,
    "2001:db8::/32": Rule.ADDRESS_RESERVED,
    "2002::/16": Rule.ADDRESS_TRANSITION,
    "3ffe::/16": Rule.ADDRESS_RESERVED,
    "3fff::/20": Rule.ADDRESS_RESERVED,
    "4000::/3": Rule.ADDRESS_RESERVED,
    "fc00::/7": Rule.ADDRESS_PRIVATE,
    "fe80::/10": Rule.ADDRESS_LINK_LOCAL,
    "fec0::/10": Rule.ADDRESS_PRIVATE,
    "ff00::/8": Rule.ADDRESS_MULTICAST,
}


@pytest.mark.parametrize(("network", "rule"), REFUSED.items())
def test_a_network_is_refused_from_its_first_address_to_its_last(network: str, rule: Rule):
    first_and_last = {ip_network(network)[0], ip_network(network)[-1]}
    assert {judge(str(address)) for address in first_and_last} == {rule}


@pytest.mark.parametrize(
    "address",
    [
        *("1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"),
        *("126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255"),
        *("172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255"),
        *("198.20.0.0", "223.255.255.255", "168.63.129.15", "168.63.129.17", "93.184.215.14"),
        *("2001:200::", "2003::1", "2400::1", "2606:2800:220:1::1", "2a00:1450::1", "2c0f::1"),
        *("2a00::5efe:0:0:1", "2a00::5eff:1:1", "2620:4f:7fff::1", "2620:4f:8001::1"),
        *("2a00:1::5db8:d70e", "2a00:1:2:3::25", "2a00:1:c0a8:101::1", "2a00:1::100:0:c0a8:101"),
    ],
)
def test_the_neighbours_of_refused_networks_are_public(address: str):
    assert judge(address) is None


@given(st.integers(0, 2**128 - 1))
def test_nothing_outside_global_unicast_is_public(number: int):
    if number >> 125 != 1:
        assert judge(str(IPv6Address(number))) is not None


@given(st.ip_addresses())
def test_what_the_standard_library_calls_private_is_never_public(address):
    if address.is_private or address.is_multicast or address.is_reserved:
        assert judge(str(address)) is not None


@given(st.text(max_size=60))
def test_text_that_is_no_address_is_refused_and_never_raises(text: str):
    try:
        ip_address(text)
    except ValueError:
        assert judge(text) in {Rule.ADDRESS_UNREADABLE, Rule.ADDRESS_ZONE}


@given(
    number=st.one_of(st.ip_addresses(v=4, network=n) for n in INSIDE), seed=st.integers(0, 2**32)
)
def test_a_translator_of_the_networks_own_leads_to_nobody_inside(number: IPv4Address, seed: int):
    for form, spelt in translated(number, Random(seed)).items():
        assert judge(spelt) is not None, (form, spelt)


def test_a_translator_leads_to_the_public_all_the_same():
    forms = translated(IPv4Address("93.184.215.14"), Random(1))
    assert {form: judge(spelt) for form, spelt in forms.items()} == dict.fromkeys(forms)


def test_a_spelling_with_leading_zeros_is_not_an_address():
    assert judge("127.000.000.001") == Rule.ADDRESS_UNREADABLE


def test_public_addresses_of_the_own_network_are_inside():
    own = (ip_network("2a00:1:2:3::/64"), ip_network("45.1.2.0/24"))
    assert judge("2a00:1:2:3::10", own) == Rule.ADDRESS_OWN
    assert judge("45.1.2.77", own) == Rule.ADDRESS_OWN
    assert judge("2a00:1:2:4::10", own) is None
    assert judge("45.1.3.77", own) is None
