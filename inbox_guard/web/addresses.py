"""Which addresses are public: our own table, and nothing else.

`ipaddress.is_private` and its siblings changed between 3.11 and 3.14 (CVE-2024-4032) and let
100.64/10, 192.88.99/24, 2002::/16 and fec0::/10 pass on 3.11.7, so no flag of theirs is asked. IPv4
is public unless a row below says otherwise; IPv6 is public only inside 2000::/3 and outside the
rows below. An IPv6 address that carries an IPv4 one is refused whatever it carries: a router beside
us may unwrap it. Sources: the IANA special-purpose address registries (RFC 6890 and its updates),
read on 2026-11-21, and the RFC or vendor named in each row.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from inbox_guard.web.rule import Rule

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def judge(address: str, own: Iterable[Network] = ()) -> Rule | None:
    """Return the rule that refuses an address, however it is spelt, or None if it is public.

    `own` are the networks of this machine's interfaces: a public address inside them is at home.
    """
    if "%" in address:
        return Rule.ADDRESS_ZONE
    try:
        number = ip_address(address)
    except ValueError:
        return Rule.ADDRESS_UNREADABLE
    refused = _v4(number) if isinstance(number, IPv4Address) else _v6(number)
    if refused is None and any(number in network for network in own):
        return Rule.ADDRESS_OWN
    return refused


def _v4(number: IPv4Address) -> Rule | None:
    return next((rule for network, rule in _V4 if number in network), None)


def _v6(number: IPv6Address) -> Rule | None:
    for network, rule in _V6:
        if number in network:
            return rule
    if number not in _GLOBAL_UNICAST:
        return Rule.ADDRESS_RESERVED
    if (int(number) >> 32) & 0xFFFF_FFFF in _ISATAP or _leads_into_the_house(int(number)):
        return Rule.ADDRESS_TRANSITION
    return None


def _leads_into_the_house(number: int) -> bool:
    """Whether a NAT64 with a prefix of the network's own would make it an address inside (RFC 6052 §2.2).

    That prefix is anybody's /32 to /96 and cannot be told from others, so the shape alone decides: bits
    64 to 71 and the suffix are zero. An honest server hardly ever looks so; it costs one refusal.
    """
    if number >> 56 & 0xFF:
        return False
    without = (number >> 64 << 56) | (number & 0xFF_FFFF_FFFF_FFFF)
    carried = [number & 0xFFFF_FFFF]  # the /96 has no suffix
    for length in (32, 40, 48, 56, 64):
        suffix = 88 - length
        if not without & ((1 << suffix) - 1):
            carried.append(without >> suffix & 0xFFFF_FFFF)
    return any(IPv4Address(v4) in inside for v4 in carried for inside in _INSIDE)


_V4: tuple[tuple[IPv4Network, Rule], ...] = tuple(
    (IPv4Network(network), rule)
    for network, rule in (
        ("0.0.0.0/8", Rule.ADDRESS_LOOPBACK),  # RFC 791 §3.2; Linux connects 0.0.0.0 to itself
        ("10.0.0.0/8", Rule.ADDRESS_PRIVATE),  # RFC 1918
        ("100.64.0.0/10", Rule.ADDRESS_SHARED),  # RFC 6598; Tailscale, Alibaba's metadata
        ("127.0.0.0/8", Rule.ADDRESS_LOOPBACK),  # RFC 1122 §3.2.1.3
        ("168.63.129.16/32", Rule.ADDRESS_METADATA),  # Azure's host agent, learn.microsoft.com
        ("169.254.0.0/16", Rule.ADDRESS_LINK_LOCAL),  # RFC 3927; AWS, GCP, Azure metadata
        ("172.16.0.0/12", Rule.ADDRESS_PRIVATE),  # RFC 1918; Docker's bridges
        ("192.0.0.0/24", Rule.ADDRESS_RESERVED),  # RFC 6890 §2.1; Oracle's metadata
        ("192.0.2.0/24", Rule.ADDRESS_RESERVED),  # RFC 5737 documentation
        ("192.31.196.0/24", Rule.ADDRESS_RESERVED),  # RFC 7535 AS112
        ("192.52.193.0/24", Rule.ADDRESS_RESERVED),  # RFC 7450 AMT relays
        ("192.88.99.0/24", Rule.ADDRESS_TRANSITION),  # RFC 7526, former 6to4 relays
        ("192.168.0.0/16", Rule.ADDRESS_PRIVATE),  # RFC 1918
        ("192.175.48.0/24", Rule.ADDRESS_RESERVED),  # RFC 7534 AS112
        ("198.18.0.0/15", Rule.ADDRESS_RESERVED),  # RFC 2544 benchmarks
        ("198.51.100.0/24", Rule.ADDRESS_RESERVED),  # RFC 5737 documentation
        ("203.0.113.0/24", Rule.ADDRESS_RESERVED),  # RFC 5737 documentation
        ("224.0.0.0/4", Rule.ADDRESS_MULTICAST),  # RFC 5771
        ("240.0.0.0/4", Rule.ADDRESS_RESERVED),  # RFC 1112 §4, and the broadcast address
    )
)

# What a translator at home would pass on: the rest of the table above is nobody's to reach by NAT64.
_INSIDE = tuple(
    network
    for network, rule in _V4
    if network != IPv4Network("0.0.0.0/8")
    and rule
    in {
        Rule.ADDRESS_LOOPBACK,
        Rule.ADDRESS_PRIVATE,
        Rule.ADDRESS_SHARED,
        Rule.ADDRESS_LINK_LOCAL,
        Rule.ADDRESS_METADATA,
    }
)

_GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291 §2.4: all that IANA has handed out

# RFC 5214 §6.1: the interface identifier is 0000:5efe or 0200:5efe and an IPv4 address, any prefix.
_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})

_V6: tuple[tuple[IPv6Network, Rule], ...] = tuple(
    (IPv6Network(network), rule)
    for network, rule in (
        # outside 2000::/3, named for the owner's sake; the order matters where one holds another
        ("::/127", Rule.ADDRESS_LOOPBACK),  # RFC 4291 §2.5.2, §2.5.3
        ("::5efe:0:0/96", Rule.ADDRESS_TRANSITION),  # RFC 5214, without a prefix
        ("::/96", Rule.ADDRESS_TRANSITION),  # RFC 4291 §2.5.5.1 IPv4-compatible
        ("::ffff:0:0/96", Rule.ADDRESS_TRANSITION),  # RFC 4291 §2.5.5.2 IPv4-mapped
        ("::ffff:0:0:0/96", Rule.ADDRESS_TRANSITION),  # RFC 2765 §2.1 IPv4-translated (SIIT)
        ("64:ff9b::/96", Rule.ADDRESS_TRANSITION),  # RFC 6052 §2.1 NAT64
        ("64:ff9b:1::/48", Rule.ADDRESS_TRANSITION),  # RFC 8215 local NAT64
        ("100::/64", Rule.ADDRESS_RESERVED),  # RFC 6666 discard-only
        ("5f00::/16", Rule.ADDRESS_RESERVED),  # RFC 9602 segment routing
        ("fc00::/7", Rule.ADDRESS_PRIVATE),  # RFC 4193
        ("fe80::/10", Rule.ADDRESS_LINK_LOCAL),  # RFC 4291 §2.5.6
        ("fec0::/10", Rule.ADDRESS_PRIVATE),  # RFC 3879, once site-local
        ("ff00::/8", Rule.ADDRESS_MULTICAST),  # RFC 4291 §2.7
        # inside 2000::/3
        ("2001::/32", Rule.ADDRESS_TRANSITION),  # RFC 4380 Teredo
        ("2001::/23", Rule.ADDRESS_RESERVED),  # RFC 2928: ORCHID, benchmarks, AMT, DETs …
        ("2001:db8::/32", Rule.ADDRESS_RESERVED),  # RFC 3849 documentation
        ("2002::/16", Rule.ADDRESS_TRANSITION),  # RFC 3056 6to4
        ("2620:4f:8000::/48", Rule.ADDRESS_RESERVED),  # RFC 7534 AS112
        ("3ffe::/16", Rule.ADDRESS_RESERVED),  # RFC 3701, returned by the 6bone
        ("3fff::/20", Rule.ADDRESS_RESERVED),  # RFC 9637 documentation
    )
)
