"""Which networks this machine itself stands in.

At home a router, a NAS and we all have *global* IPv6 addresses, and a rented server shares its
public IPv4 prefix with neighbours: public by number, inside by position. The kernel's tables are
parsed here by pure functions and read by `own_networks`; nothing is sent, no dependency is needed.
"""

import logging
import re
import socket
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from inbox_guard.web.addresses import Network

log = logging.getLogger(__name__)


def own_networks() -> tuple[Network, ...]:
    """Return the on-link networks of every interface as they are now.

    Cheap enough (three small files) to be asked at every judgement, which it must be: providers give
    homes a new prefix overnight. Where the kernel shows no tables (not Linux) only the addresses
    that the machine's own name resolves to are known, each with its /64 or alone (/32).
    """
    v6 = _read(Path("/proc/self/net/if_inet6"))
    v6_routes = _read(Path("/proc/self/net/ipv6_route"))
    v4 = _read(Path("/proc/self/net/fib_trie"))
    if v4 is None and v6 is None:
        return _by_own_name()
    on_link = (*ipv6_networks(v6 or ""), *ipv6_neighbours(v6_routes or ""))
    return (*dict.fromkeys(on_link), *ipv4_networks(v4 or ""))


def ipv6_networks(if_inet6: str) -> tuple[IPv6Network, ...]:
    """Parse ``/proc/self/net/if_inet6``: an address, an index, a prefix length and more a line, in hex.

    A prefix longer than /64 is widened to it: DHCPv6 hands out /128s inside a /64 that is on-link
    all the same (RFC 4291 §2.5.4). Lines that do not fit are left out.
    """
    found: list[IPv6Network] = []
    for line in if_inet6.splitlines():
        fields = line.split()
        if len(fields) < 4 or not _IF_INET6.fullmatch(" ".join(fields[:3])):
            continue
        length = int(fields[2], 16)
        if length <= 128:
            found.append(IPv6Network((int(fields[0], 16), min(length, 64)), strict=False))
    return tuple(dict.fromkeys(found))


def ipv6_neighbours(ipv6_route: str) -> tuple[IPv6Network, ...]:
    """Parse ``/proc/self/net/ipv6_route``: what is on-link though no address of ours is in it.

    A router may announce a prefix as on-link and hand out no address from it (RFC 4861 §4.6.2), and
    a second prefix of the house may be a route alone. Longer than /64 is widened to it; what is wider
    is a VPN's route to the rest of the world.
    """
    found: list[IPv6Network] = []
    for line in ipv6_route.splitlines():
        fields = line.split()
        if len(fields) != 10 or not _IPV6_ROUTE.fullmatch(" ".join(fields[:9])):
            continue
        length, flags = int(fields[1], 16), int(fields[8], 16)
        on_link = int(fields[4], 16) == 0 and not flags & (_GATEWAY | _REJECT)
        if on_link and 64 <= length <= 128:
            found.append(IPv6Network((int(fields[0], 16), 64), strict=False))
    return tuple(dict.fromkeys(found))


def ipv4_networks(fib_trie: str) -> tuple[IPv4Network, ...]:
    """Parse ``/proc/self/net/fib_trie``: local addresses, on-link prefixes that hold one, and neighbours.

    A neighbour is an on-link route of /24 or longer without an address of ours: a second prefix on our
    wire, a hoster's gateway, a peer of a VPN. Wider ones, and any that is wider than a /8, are a VPN's
    routes to the rest of the world (``0.0.0.0/1 dev tun0``): refusing them would refuse everything.
    """
    local: list[IPv4Network] = []
    on_link: list[IPv4Network] = []
    address = ""
    for line in fib_trie.splitlines():
        if leaf := _LEAF.fullmatch(line):
            address = leaf[1]
        elif address and (route := _ROUTE.fullmatch(line)):
            network = IPv4Network((address, int(route[1])), strict=False)
            if route[3] == "LOCAL":
                local.append(network)
            elif (route[2], route[3]) == ("link", "UNICAST") and network.prefixlen >= 8:
                on_link.append(network)
    shared = [
        network
        for network in on_link
        if network.prefixlen >= 24 or any(own.subnet_of(network) for own in local)
    ]
    return tuple(dict.fromkeys((*local, *shared)))


_IF_INET6 = re.compile(r"[0-9a-f]{32} [0-9a-f]{2,8} [0-9a-f]{2}")
_IPV6_ROUTE = re.compile(
    r"[0-9a-f]{32} [0-9a-f]{2} [0-9a-f]{32} [0-9a-f]{2} [0-9a-f]{32}(?: [0-9a-f]{8}){4}"
)
_GATEWAY, _REJECT = 0x2, 0x200  # RTF_GATEWAY, RTF_REJECT of linux/route.h
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_LEAF = re.compile(rf"\s*\|-- ({_OCTET}(?:\.{_OCTET}){{3}})\s*", re.ASCII)
_ROUTE = re.compile(r"\s*/(3[0-2]|[12]?[0-9]) (\w+) (\w+)(?: .*)?", re.ASCII)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return None


def _by_own_name() -> tuple[Network, ...]:
    try:
        answers = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError as error:
        log.warning("own addresses are not known error=%s", error)
        return ()
    numbers = {ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in answers}
    return tuple(
        ip_network(f"{number}/{32 if number.version == 4 else 64}", strict=False)
        for number in numbers
    )
