"""Reading the kernel's tables: which networks this machine stands in."""

from ipaddress import IPv4Network, IPv6Network, ip_address

from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.web.interfaces import (
    ipv4_networks,
    ipv6_neighbours,
    ipv6_networks,
    own_networks,
)

IF_INET6 = """\
00000000000000000000000000000001 01 80 10 80       lo
2a000001000200030000000000000010 02 40 00 80     eth0
2a000001000200040000000000000011 03 80 00 80    wlan0
fe8000000000000000fc00fffe000001 02 40 20 80     eth0
"""

FIB_TRIE = """\
Main:
  +-- 0.0.0.0/0 3 0 4
     |-- 0.0.0.0
        /0 universe UNICAST
        /1 link UNICAST
     +-- 45.1.2.0/24 2 0 2
        |-- 45.1.2.0
           /24 link UNICAST
        |-- 45.1.2.77
           /32 host LOCAL
        |-- 45.1.2.255
           /32 link BROADCAST
     |-- 127.0.0.0
        /8 host LOCAL
     |-- 198.20.0.0
        /16 link UNICAST
     |-- 45.7.7.1
        /32 link UNICAST
     |-- 45.8.8.0
        /24 link UNICAST
     |-- 203.0.0.0
        /16 universe UNICAST
"""


NOWHERE = "0" * 32
ROUTER = "fe80" + "1".rjust(28, "0")
IPV6_ROUTE = f"""\
2a000001000200050000000000000000 40 {NOWHERE} 00 {NOWHERE} 00000100 00000001 00000000 00000001     eth0
2a000001000200060000000000000005 80 {NOWHERE} 00 {NOWHERE} 00000400 00000001 00000000 00000005     eth0
2a000001000200070000000000000000 40 {NOWHERE} 00 {ROUTER} 00000400 00000001 00000000 00000003     eth0
2a000001000200080000000000000000 40 {NOWHERE} 00 {NOWHERE} ffffffff 00000001 00000000 00200200       lo
80000000000000000000000000000000 01 {NOWHERE} 00 {NOWHERE} 00000400 00000001 00000000 00000001     tun0
"""


def test_what_is_announced_as_on_link_is_ours_without_an_address_in_it():
    assert ipv6_neighbours(IPV6_ROUTE) == (
        IPv6Network("2a00:1:2:5::/64"),
        IPv6Network("2a00:1:2:6::/64"),
    )


def test_a_neighbour_named_by_a_route_is_ours():
    assert IPv4Network("45.7.7.1/32") in ipv4_networks(FIB_TRIE)
    assert IPv4Network("45.8.8.0/24") in ipv4_networks(FIB_TRIE)


def test_an_interface_makes_its_whole_prefix_ours():
    assert IPv6Network("2a00:1:2:3::/64") in ipv6_networks(IF_INET6)
    assert IPv4Network("45.1.2.0/24") in ipv4_networks(FIB_TRIE)
    assert IPv4Network("45.1.2.77/32") in ipv4_networks(FIB_TRIE)
    assert IPv4Network("127.0.0.0/8") in ipv4_networks(FIB_TRIE)


def test_a_single_ipv6_address_stands_for_its_64():
    assert IPv6Network("2a00:1:2:4::/64") in ipv6_networks(IF_INET6)


def test_routes_to_the_rest_of_the_world_are_not_ours():
    ours = ipv4_networks(FIB_TRIE)
    far = ("8.8.8.8", "198.20.0.1", "203.0.0.1")
    assert not [number for number in far if any(ip_address(number) in net for net in ours)]


def test_several_routes_below_one_leaf_are_all_read():
    table = "|-- 45.9.9.0\n   /32 link BROADCAST\n   /24 link UNICAST\n|-- 45.9.9.1\n   /32 host LOCAL\n"
    assert IPv4Network("45.9.9.0/24") in ipv4_networks(table)


@given(st.text())
def test_a_strange_table_is_read_without_raising(text: str):
    assert ipv6_networks(text) == ()
    assert ipv6_neighbours(text) == ()
    assert ipv4_networks(text) == ()


def test_this_machine_knows_its_own_loopback():
    assert any(ip_address("127.0.0.1") in network for network in own_networks())
