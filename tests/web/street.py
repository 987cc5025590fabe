"""A walk from the mail to the last page, with real sockets: who was dialled, who was reached, what came of it.

``shop.test`` and whatever is public is one TLS server on loopback; everything else leads to a second
listener, the inside of the house, which only counts. The walk is `jobs.walk.walk`, the door `GuardedWeb`.
"""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_network
from unicodedata import normalize
from urllib.parse import urljoin, urlsplit

from inbox_guard.app import Quiet
from inbox_guard.core.address import Owner
from inbox_guard.core.attempt import Intention, Result
from inbox_guard.core.exchanged import Exchange
from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.ports import Proof, SignatureProof, Web
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.jobs.household import Doors
from inbox_guard.jobs.walk import Errand, walk
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from tests.fakes.mailbox import FakeMailbox
from tests.letters import AUTHSERV_ID, OWNER, newsletter
from tests.servers.https import WebServer, page
from tests.web.ways_in import OWN_NETWORKS, PLACES, SHOP, SPECIAL, WAYS, Place, Script, Way
from tests.web.world import PUBLIC, World, _Plug

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LEFT = page("<h1>Goodbye</h1><p>You have been unsubscribed.</p>")


@dataclass
class Street:
    """The public server, the inside of the house, and the names of the moment."""

    server: WebServer
    inside: socket.socket
    world: World = field(default_factory=World)
    dialled: list[tuple[str, int]] = field(default_factory=list)
    reached_inside: int = 0

    def __post_init__(self) -> None:
        guard = Guard(resolve=self.resolve, own_networks=lambda: OWN_NETWORKS)
        self.web = GuardedWeb(guard, self.server.ca_file, self.connect)
        threading.Thread(target=self._count, daemon=True).start()

    def resolve(self, name: str) -> tuple[str, ...]:
        return self.world.resolve(name)

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        """Dial for real: the public server, or the inside of the house for all that is not public."""
        self.dialled.append((address, port))
        there = (
            self.inside.getsockname()[1] if self.forbidden((address, port)) else self.server.port
        )
        plug = socket.create_connection(("127.0.0.1", there), timeout)
        known = _Plug(address, port, plug.detach())
        known.settimeout(timeout)
        return known

    @staticmethod
    def forbidden(dialled: tuple[str, int]) -> bool:
        """Every walk here begins at https, so nothing but TLS to a public number is allowed."""
        return dialled[0] not in PUBLIC or dialled[1] != 443

    @property
    def leaks(self) -> list[tuple[str, int]]:
        return [one for one in self.dialled if self.forbidden(one)]

    def play(self, script: Script, place: Place) -> None:
        """Set the scene of one vector."""
        self.world = _world(place)
        self.dialled.clear()
        for route in ("/u", "GET /u", "POST /u"):
            self.server.on(route, *([script[route]] if route in script else []))
        self.server.on("/out", LEFT)
        self.server.on("/here", LEFT)

    def walked(self, way: Way, place: Place) -> Result:
        """What comes of a mail whose way out leads in this way to this place."""
        self.play(way.script(place.url), place)
        raw = newsletter(
            "Lamps <news@shop.test>", NOW, way_out=f"<{SHOP}/u>", one_click=way.one_click
        )
        return self.walk(raw)

    def walk(self, raw: bytes) -> Result:
        """Walk the ways out of one message."""
        return walk_out(raw, self.web)

    def _count(self) -> None:
        with suppress(OSError):
            while True:
                self.inside.accept()[0].close()
                self.reached_inside += 1


def walk_out(raw: bytes, web: Web, proof: SignatureProof | None = None) -> Result:
    """Walk the ways out of one message by this door; without `proof` only the owner's server speaks."""
    owner = Owner((OWNER,))
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, NOW, len(raw), raw)
    message = read(fetched, owner, (AUTHSERV_ID,))
    assert isinstance(message, Message)
    doors = Doors(
        mailbox=FakeMailbox(),
        ledger=Notes(),  # type: ignore[arg-type]
        web=web,
        outbox=None,
        proof=proof or NoProof(),
        clock=lambda: NOW,
        progress=Quiet(),
        stopping=lambda: False,
    )
    return walk(Errand(1, 1, "the test's", owner, message, raw), doors)


class Notes:
    """The rows of the ledger that a walk writes."""

    def __init__(self) -> None:
        self.intended: list[Intention] = []
        self.exchanges: list[Exchange] = []

    def intend(self, intention: Intention) -> int:
        self.intended.append(intention)
        return len(self.intended)

    def conclude(self, attempt: int, result: Result, at: datetime) -> None:
        assert 0 < attempt <= len(self.intended)

    def exchanged(self, attempt: int, exchange: Exchange) -> None:
        assert 0 < attempt <= len(self.intended)
        self.exchanges.append(exchange)

    def busy_until(self, host: str, now: datetime) -> None:
        """No host has asked for patience."""


class NoProof:
    """The owner's server has spoken already: nothing is left to prove."""

    def prove(self, raw: bytes, author_domain: str) -> Proof:
        return Proof(False, False, "not asked")


@contextmanager
def street() -> Iterator[Street]:
    with WebServer() as server, socket.create_server(("127.0.0.1", 0)) as inside:
        yield Street(server, inside)
        inside.shutdown(socket.SHUT_RDWR)


def special_places() -> Iterator[Place]:
    """The first, a middle and the last address of every special range: as a literal, and as a name's answer."""
    for network in map(ip_network, SPECIAL):
        middle = network[network.num_addresses // 2]
        for number in dict.fromkeys((network[0], middle, network[-1])):
            spelt = f"[{number}]" if number.version == 6 else str(number)
            yield Place(f"{network}", f"https://{spelt}/out")
            yield Place(f"{network} by DNS", "https://in.shop.test/out", f"in.shop.test={number}")


def pairs() -> Iterator[tuple[Way, Place]]:
    for way in WAYS:
        for place in PLACES:
            if not (way.one_click and place.url.startswith("/")):
                yield way, place


def ends_well(result: Result) -> bool:
    return result.outcome in {Outcome.DONE, Outcome.ALREADY}


def careless(street: Street, way: Way, place: Place) -> int:
    """What a client does that believes the page: how many of its connections are forbidden."""
    street.play(way.script(place.url), place)
    with suppress(OSError):
        street.world.resolve("shop.test")
    for url in _named(way.script(place.url)):
        with suppress(OSError, ValueError):
            parts = urlsplit(re.sub("^(https?):/*", r"\1://", url.replace("\\", "/").strip()))
            name, port = _split(normalize("NFKC", parts.netloc).rpartition("@")[2])
            for number in street.world.resolve(name):
                street.connect(number, port or (80 if parts.scheme == "http" else 443), 5).close()
    return len(street.leaks)


def _named(script: Script) -> list[str]:
    """Every URL that an answer names, resolved as a browser would."""
    taken = _Taken()
    for behaviour in script.values():
        behaviour(taken)  # type: ignore[arg-type]
    text = taken.octets.decode()
    found = [one for match in _URLS.finditer(text) for one in match.groups() if one]
    found += [f"https://{one}/" for one in _ALTERNATIVES.findall(text)]
    return [urljoin(f"{SHOP}/u", one) for one in found]


class _Taken:
    """A connection that keeps what is sent."""

    octets = b""

    def send(self, octets: bytes) -> None:
        self.octets += octets


_URLS = re.compile(
    r"""(?:action|href|src|data)\s*=\s*["'](.+?)["'][\s>]|url\s*=\s*'?([^"'\r\n]+)"""
    r"""|(?:replace\(|href = |f\.action = |"redirect": )"([^"]+)"|(?:Location|Link): <?([^>\r\n]+)""",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(r'h2="([^"]+)"')


def _split(host: str) -> tuple[str, int]:
    if host.startswith("["):
        inner, _, rest = host[1:].partition("]")
        return inner.partition("%")[0], int(rest.strip(":") or 0)
    name, _, port = host.partition(":")
    return re.sub("%([0-9a-fA-F]{2})", lambda m: chr(int(m[1], 16)), name), int(port or 0)


def _world(place: Place) -> World:
    names: dict[str, list[tuple[str, ...]]] = {}
    for entry in filter(None, place.names.split(",")):
        name, _, sequence = entry.partition("=")
        names[name] = [
            () if answers == "none" else tuple(answers.split("+"))
            for answers in sequence.split(";")
        ]
    aliases = dict(entry.split("=") for entry in filter(None, place.aliases.split(",")))
    return World(names, aliases=aliases)
