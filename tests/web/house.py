"""A house with a wire of its own, in a network namespace: real routes, real DNS, every packet looked at.

``unshare -n -m … python -m tests.web.house`` becomes the house, and starts ``world``, a second namespace
behind its router, which owns every other address there is. Nothing of this machine's own network is in
either. The walks use the door exactly as the program does: the system's resolver, the kernel's tables,
the system's sockets. One line of JSON a walk comes out; the last words are of a client without a guard.

The house is 45.1.2.77/24 and 2a00:1:2:3::77/64 on the wire of its provider, and 192.168.1.50/24 and
2a00:1:2:4::50/64 on the wire where the NAS is. 2a00:1:2:5::/64 lies on that wire by a route alone.
"""

import json
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Self

import dns.message
import dns.rdatatype
import dns.rrset

from inbox_guard.errors import SettingsError
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard, system_resolve
from tests.letters import newsletter
from tests.servers.https import WebServer
from tests.web.street import LEFT, NOW, walk_out
from tests.web.ways_in import SHOP, WAYS, Way

PUBLIC = "93.184.215.14"
NAMESERVER = "45.1.2.53"
SEARCH = "home.test"
NAS = "nas.home.test"

# Name → what the nameserver says, look-up by look-up; "=" begins a CNAME.
ZONE: dict[str, list[tuple[str, ...]]] = {
    "out.shop.test": [(PUBLIC,)],
    "six.shop.test": [("2606:2800:220:1::1",)],
    NAS: [("192.168.1.10",)],
    "in.shop.test": [("192.168.1.10",)],
    "v6.shop.test": [("2a00:1:2:4::10",)],
    "both.shop.test": [(PUBLIC, "2a00:1:2:4::10")],
    "route.shop.test": [("2a00:1:2:5::10",)],
    "router.shop.test": [("2a00:1:2:3::1",)],
    "next.shop.test": [("45.1.2.99",)],
    "self.shop.test": [("45.1.2.77",)],
    "chain.shop.test": [("=a.evil.test",)],
    "a.evil.test": [("=b.evil.test",)],
    "b.evil.test": [(f"={NAS}",)],
    "fifty.shop.test": [(*(f"93.184.216.{n}" for n in range(49)), "192.168.1.10")],
}
FLIPPING = [(PUBLIC,), ("192.168.1.10",)]

PLACES = {
    "a public name": "https://out.shop.test/out",
    "a public name with IPv6": "https://six.shop.test/out",
    "this machine": "https://127.0.0.1/out",
    "this machine by IPv6": "https://[::1]/out",
    "the NAS by number": "https://192.168.1.10/out",
    "a name of theirs for the NAS": "https://in.shop.test/out",
    "the NAS by global IPv6": "https://[2a00:1:2:4::10]/out",
    "a name of theirs for its global IPv6": "https://v6.shop.test/out",
    "a public A beside the NAS's AAAA": "https://both.shop.test/out",
    "a neighbour on a prefix without an address of ours": "https://route.shop.test/out",
    "the router's global IPv6": "https://router.shop.test/out",
    "a neighbour with public IPv4": "https://next.shop.test/out",
    "our own public IPv4": "https://self.shop.test/out",
    "a chain of CNAMEs": "https://chain.shop.test/out",
    "the fiftieth answer": "https://fifty.shop.test/out",
    "a name of the hosts file": "https://printer.shop.test/out",
    "a single label and a search domain": "https://nas/out",
    "the page's own name, changing": "/out",
}
OPEN = ("a public name", "a public name with IPv6")
UNGUARDED = "without a guard"
ROUTES = ("meta refresh", "form action, POST", "base href and a form", "Location, 302")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, _world(Path(folder)) as orders:
        _at_home(Path(folder))
        web = GuardedWeb(Guard(), Path(folder) / "ca.pem")
        with _Tap() as tap:
            for way in (way for way in WAYS if way.name in ROUTES):
                for name, url in PLACES.items():
                    orders(way, url)
                    raw = newsletter(
                        "Lamps <news@shop.test>", NOW, way_out=f"<{SHOP}/u>", one_click=False
                    )
                    result = walk_out(raw, web)
                    _tell(way.name, name, result.outcome.value, result.rule, tap.taken())
            for name, url in PLACES.items():
                orders(WAYS[0], url)
                system_resolve("shop.test")
                _believe(url)
                _tell(UNGUARDED, name, "", "", tap.taken())


def _tell(way: str, place: str, outcome: str, rule: str, seen: set[tuple[str, int]]) -> None:
    dialled = sorted(seen - {(NAMESERVER, 53)})
    row = {"way": way, "place": place, "outcome": outcome, "rule": rule, "dialled": dialled}
    _say(json.dumps(row))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _believe(url: str) -> None:
    host = url.partition("://")[2].rpartition("/")[0].strip("[]") or "shop.test"
    for number in system_resolve(host):
        with suppress(OSError):
            socket.create_connection((number, 443), 2).close()


# --- the wires ------------------------------------------------------------------------------------


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        says = getattr(error, "stderr", "") or str(error)
        raise SettingsError(f"no network of our own can be made: {command}: {says}") from error


def _ip(*lines: str) -> None:
    for line in lines:
        _run("ip", *line.split())


def _at_home(folder: Path) -> None:
    """Give the house its addresses, its nameserver and its hosts file."""
    _ip(
        "link set lo up",
        "link set wan up",
        "link set lan up",
        "addr add 45.1.2.77/24 dev wan",
        "addr add 192.168.1.50/24 dev lan",
        "-6 addr add 2a00:1:2:3::77/64 dev wan nodad",
        "-6 addr add 2a00:1:2:4::50/64 dev lan nodad",
        "-6 route add 2a00:1:2:5::/64 dev lan",
        "route add default via 45.1.2.1",
        "-6 route add default via 2a00:1:2:3::1 dev wan",
    )
    files = {
        "resolv.conf": f"nameserver {NAMESERVER}\nsearch {SEARCH}\noptions timeout:2 attempts:1\n",
        "hosts": "127.0.0.1 localhost\n::1 localhost\n192.168.1.20 printer.shop.test\n",
        "nsswitch.conf": "hosts: files dns\n",
    }
    for name, text in files.items():
        there = Path("/etc") / name
        if there.exists():  # in a mount namespace of our own: nobody else sees it
            (folder / name).write_text(text, encoding="ascii")
            _run("mount", "--bind", str(folder / name), str(there))


@contextmanager
def _world(folder: Path) -> Iterator["_Orders"]:
    """Start the world and lay both wires to it."""
    command = ["unshare", "-n", sys.executable, "-m", "tests.web.house", "world", str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as world:
        assert world.stdout
        if world.stdout.readline() != "here\n":
            raise SettingsError("no second network can be made")
        for ours, theirs in (("wan", "isp"), ("lan", "nas")):
            _ip(f"link add {ours} type veth peer name {theirs} netns {world.pid}")
        orders = _Orders(world)
        orders.say({"go": True})
        yield orders
        assert world.stdin
        world.stdin.close()


class _Orders:
    """What the world is told: how its page leads on, and where."""

    def __init__(self, world: "subprocess.Popen[str]") -> None:
        self._world = world

    def __call__(self, way: Way, url: str) -> None:
        self.say({"way": way.name, "url": url})

    def say(self, order: dict[str, object]) -> None:
        assert self._world.stdin
        assert self._world.stdout
        self._world.stdin.write(json.dumps(order) + "\n")
        self._world.stdin.flush()
        if self._world.stdout.readline() != "done\n":
            raise SettingsError("the world does not answer")


def world(folder: Path) -> None:
    """Be everybody else: router, nameserver, the public server, the NAS and whoever is asked for."""
    _say("here")
    sys.stdin.readline()
    _ip(
        "link set lo up",
        "link set isp up",
        "link set nas up",
        "addr add 45.1.2.1/24 dev isp",
        f"addr add {NAMESERVER}/24 dev isp",
        "addr add 45.1.2.99/24 dev isp",
        "-6 addr add 2a00:1:2:3::1/64 dev isp nodad",
        "addr add 192.168.1.10/24 dev nas",
        "addr add 192.168.1.20/24 dev nas",
        "-6 addr add 2a00:1:2:4::10/64 dev nas nodad",
        "-6 addr add 2a00:1:2:5::10/64 dev nas nodad",
        "route add local 93.184.0.0/16 dev lo",
        "-6 route add local 2606:2800::/32 dev lo",
    )
    listener = socket.create_server(("::", 443), family=socket.AF_INET6, dualstack_ipv6=True)
    flips = list(FLIPPING)
    names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    names.bind((NAMESERVER, 53))
    threading.Thread(target=_answer_names, args=(names, flips), daemon=True).start()
    with names, WebServer(listener=listener) as server:
        (folder / "ca.pem").write_bytes(server.authority.cert_pem.bytes())
        server.on("/out", LEFT)
        _say("done")
        for line in sys.stdin:
            order = json.loads(line)
            flips[:] = FLIPPING if order["url"] == "/out" else FLIPPING[:1]
            way = next(way for way in WAYS if way.name == order["way"])
            for route, behaviour in way.script(order["url"]).items():
                server.on(route, behaviour)
            _say("done")


def _answer_names(plug: socket.socket, flips: list[tuple[str, ...]]) -> None:
    """A nameserver for A and AAAA, TTL 0; ``shop.test`` changes after both were asked once."""
    asked: set[str] = set()
    while True:
        octets, who = plug.recvfrom(4_096)
        question = dns.message.from_wire(octets)
        answer = dns.message.make_response(question)
        (asking,) = question.question
        name = asking.name.to_text(omit_final_dot=True)
        kind = dns.rdatatype.to_text(asking.rdtype)
        found = ZONE.get(name)
        if name == "shop.test":
            found = [flips[0]]
            asked.add(kind)
            if asked == {"A", "AAAA"}:
                asked.clear()
                if len(flips) > 1:
                    flips.pop(0)
        for owner, said in _chain(name, found):
            alias = said.startswith("=")
            if alias or kind == ("AAAA" if ":" in said else "A"):
                shown = ("CNAME", f"{said[1:]}.") if alias else (kind, said)
                answer.answer.append(dns.rrset.from_text(owner, 0, "IN", *shown))
        plug.sendto(answer.to_wire(), who)


def _chain(name: str, found: list[tuple[str, ...]] | None) -> Iterator[tuple[str, str]]:
    """The records of a name, CNAMEs followed, each with its owner."""
    for said in found[0] if found else ():
        yield f"{name}.", said
        if said.startswith("="):
            yield from _chain(said[1:], ZONE.get(said[1:]))


# --- every packet ---------------------------------------------------------------------------------


class _Tap:
    """Sees (address, port) of every TCP opening and UDP datagram that leaves the house's sockets."""

    def __init__(self) -> None:
        self._plug = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0003))
        self._plug.settimeout(10)
        self._marked = MARKS

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._plug.close()

    def taken(self) -> set[tuple[str, int]]:
        """What left since it was asked last: up to a datagram of our own, which leaves now."""
        self._marked += 1
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as marker:
            marker.sendto(b"here", (PUBLIC, self._marked))
        seen: set[tuple[str, int]] = set()
        while True:
            packet, (_, _, direction, *_) = self._plug.recvfrom(65_536)
            opened = _opening(packet) if direction == OUTGOING else None
            if opened == (PUBLIC, self._marked):
                return seen
            if opened:
                seen.add(opened)


OUTGOING = 4  # PACKET_OUTGOING of linux/if_packet.h
MARKS = 20_000


def _opening(packet: bytes) -> tuple[str, int] | None:
    version = packet[0] >> 4 if packet else 0
    if version == 4:
        protocol, there, rest = packet[9], packet[16:20], packet[(packet[0] & 15) * 4 :]
    elif version == 6:
        protocol, there, rest = packet[6], packet[24:40], packet[40:]
    else:
        return None
    opens = protocol == socket.IPPROTO_TCP and len(rest) > 13 and rest[13] & 0x12 == 0x02
    if not opens and protocol != socket.IPPROTO_UDP:
        return None
    return str(ip_address(there)), struct.unpack("!H", rest[2:4])[0]


if __name__ == "__main__":
    if sys.argv[1:2] == ["world"]:
        world(Path(sys.argv[2]))
    else:
        main()
