"""Count how many of the ways into the house get through: ``python -m benchmarks.ssrf_vectors``.

No network, no settings: names and servers are pretended (see ``tests/web/world.py``). Prints a table by
category, for the guard and for a client without one, then tries random private IPv4 addresses in
every IPv6 form that can carry them (``--addresses N``, default 100,000 spellings), and then walks whole
mails (`jobs.walk`, the real door, sockets on loopback, see ``tests/web/street.py``): every way by which a
page leads on, to every place inside the house, and a redirect to every special address.
"""

import argparse
import os
import sys
import time
from collections import Counter
from ipaddress import IPv4Address, ip_network
from random import Random

from inbox_guard.web.addresses import judge
from tests.web.street import careless as careless_walk
from tests.web.street import ends_well, pairs, special_places, street
from tests.web.ways_in import PUBLIC_PLACE, WAYS
from tests.web.world import (
    PROXY,
    PROXY_NAMES,
    World,
    careless,
    embeddings,
    guarded,
    translated,
    try_vector,
    vectors,
)

_PRIVATE = (
    *("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
    *("192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4"),
)

# No translator passes these on, so an address that carries one leads nowhere.
_NOT_TRANSLATED = (ip_network("224.0.0.0/4"), ip_network("240.0.0.0/4"))


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--addresses", type=int, default=100_000)
    reader.add_argument("--seed", type=int, default=1)
    chosen = reader.parse_args()
    through = print_vectors()
    through += print_addresses(chosen.addresses, chosen.seed)
    through += print_walks()
    return 1 if through else 0


def print_vectors() -> int:
    total: Counter[str] = Counter()
    leaked: dict[str, Counter[str]] = {"guard": Counter(), "none": Counter()}
    for vector in vectors():
        total[vector.category] += 1
        for name in PROXY_NAMES:
            os.environ.pop(name, None)
            if vector.how == "environment":
                os.environ[name] = PROXY
        for client, visit in (("guard", guarded), ("none", careless)):
            world, _ = try_vector(vector, visit)
            leaked[client][vector.category] += bool(world.leaks)
    for name in PROXY_NAMES:
        os.environ.pop(name, None)
    print(f"{'through':<24}{'vectors':>8}{'inbox-guard':>13}{'no guard':>10}")
    for category, count in total.items():
        row = (leaked["guard"][category], leaked["none"][category])
        print(f"{category:<24}{count:>8}{row[0]:>13}{row[1]:>10}")
    sums = (total.total(), leaked["guard"].total(), leaked["none"].total())
    print(f"{'all':<24}{sums[0]:>8}{sums[1]:>13}{sums[2]:>10}")
    controls = ("http://shop.test/", "http://93.184.215.14/", "http://bücher.test/")
    passed = sum(guarded(World(), url) == "public" for url in controls)
    away = World(location="http://shop.test/")
    passed += guarded(away, "http://redir.test/start") == "public"
    print(f"controls that pass: {passed} of 4")
    return sums[1] + (4 - passed)


def print_addresses(wanted: int, seed: int) -> int:
    random = Random(seed)
    networks = [ip_network(network) for network in _PRIVATE]
    tried: Counter[str] = Counter()
    through: Counter[str] = Counter()
    began = time.perf_counter()
    while tried.total() < wanted:
        network = random.choice(networks)
        number = IPv4Address(int(network[0]) + random.randrange(network.num_addresses))
        for form, spelt in embeddings(number, random).items():
            tried[form] += 1
            through[form] += judge(spelt) is None
        if network not in _NOT_TRANSLATED:
            for form, spelt in translated(number, random).items():
                tried[form] += 1
                through[form] += judge(spelt) is None
    seconds = time.perf_counter() - began
    print(f"\n{'private IPv4 carried as':<24}{'tried':>8}{'through':>13}")
    for form, count in tried.items():
        print(f"{form:<24}{count:>8}{through[form]:>13}")
    print(f"{'all':<24}{tried.total():>8}{through.total():>13}   in {seconds:.1f} s")
    return through.total()


def print_walks() -> int:
    """The vectors that begin with a page: connections made, not URLs refused, are what counts."""
    tried: Counter[str] = Counter()
    through: Counter[str] = Counter()
    led: Counter[str] = Counter()
    with street() as guarded_street, street() as open_street:
        for way, place in pairs():
            tried[way.name] += 1
            guarded_street.walked(way, place)
            through[way.name] += bool(guarded_street.leaks)
            led[way.name] += bool(careless_walk(open_street, way, place))
        redirect = next(way for way in WAYS if way.name == "Location, 302")
        for place in special_places():
            tried["302 to special addresses"] += 1
            guarded_street.walked(redirect, place)
            through["302 to special addresses"] += bool(guarded_street.leaks)
            led["302 to special addresses"] += bool(careless_walk(open_street, redirect, place))
        opened = sum(ends_well(guarded_street.walked(way, PUBLIC_PLACE)) for way in FOLLOWED)
        inside = guarded_street.reached_inside
    print(f"\n{'a page leads on by':<37}{'walks':>6}{'inbox-guard':>13}{'no guard':>10}")
    for name, count in tried.items():
        print(f"{name:<37}{count:>6}{through[name]:>13}{led[name]:>10}")
    print(f"{'all':<37}{tried.total():>6}{through.total():>13}{led.total():>10}")
    print(f"connections that arrived inside: {inside}")
    print(f"ways that lead to a public place: {opened} of {len(FOLLOWED)}")
    return through.total() + inside + len(FOLLOWED) - opened


FOLLOWED = tuple(way for way in WAYS if way.followed)


if __name__ == "__main__":
    sys.exit(main())
