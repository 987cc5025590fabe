"""A pretend Internet for the guard: a resolver with glibc's habits and a connector that keeps count.

Only `PUBLIC` numbers exist, on ports 80 and 443; a connection to anything else is a leak, whatever the
guard's own table says about it. `careless` is a client without a guard: it shows that the vectors bite.
"""

import json
import socket
import threading
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, unquote, urljoin, urlsplit
from urllib.request import getproxies

from inbox_guard.core.exchange import Request
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard

PUBLIC = frozenset({"93.184.215.14", "2606:2800:220:1::1"})
PROXY = "http://127.0.0.1:3128"
PROXY_NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")

_HOSTS = {"localhost", "localhost.localdomain", "ip6-localhost"}


@dataclass(frozen=True)
class Vector:
    """One way into the house. `how`: opened directly, met as a redirect, or by the environment.

    `expected` has one word for each time the URL is opened: the rule that refuses, ``public`` when it
    only ever reaches the public server, or ``no-answer``.
    """

    number: int
    category: str
    how: str
    url: str
    names: str
    expected: str

    @property
    def id(self) -> str:
        return f"{self.number}-{self.category}"


def vectors() -> tuple[Vector, ...]:
    """The rows of ``vectors.tsv``; URLs are written with JSON's escapes."""
    rows = Path(__file__).with_name("vectors.tsv").read_text(encoding="utf-8").splitlines()
    found = []
    for row in rows:
        if row and not row.startswith("#"):
            number, category, how, url, names, expected = row.split("\t")
            spelt = json.loads(f'"{url}"')
            found.append(Vector(int(number), category, how, spelt, names.strip("-"), expected))
    return tuple(found)


@dataclass
class World:
    """Names, the public server, and a record of who was dialled. `aliases` are CNAMEs."""

    names: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    location: str = ""
    aliases: dict[str, str] = field(default_factory=dict)
    dialled: list[tuple[str, int]] = field(default_factory=list)

    @classmethod
    def of(cls, vector: Vector) -> "World":
        """Read ``name=first+second;next look-up,other=…``; a name without a row is public."""
        names: dict[str, list[tuple[str, ...]]] = {}
        for entry in filter(None, vector.names.split(",")):
            name, _, sequence = entry.partition("=")
            names[name] = [
                () if answers == "none" else tuple(answers.split("+"))
                for answers in sequence.split(";")
            ]
        return cls(names, vector.url if vector.how == "redirect" else "")

    @property
    def leaks(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (address, port)
            for address, port in self.dialled
            if address not in PUBLIC or port not in {80, 443}
        )

    def resolve(self, name: str) -> tuple[str, ...]:
        """Answer as glibc would: number forms first (inet_aton), then the hosts file, then DNS."""
        plain = unicodedata.normalize("NFKC", name).replace("\xad", "").lower().rstrip(".")
        with suppress(OSError, ValueError):
            return (str(IPv4Address(socket.inet_aton(plain))),)
        with suppress(ValueError):
            return (str(IPv6Address(plain.strip("[]"))),)
        for _ in range(16):
            plain = self.aliases.get(plain, plain)
        if plain in _HOSTS:
            return ("127.0.0.1",)
        answers = self.names.get(plain)
        if answers is not None:
            found = answers.pop(0) if len(answers) > 1 else answers[0]
        elif plain.endswith((".test", ".example", ".com")):
            found = ("93.184.215.14",)
        else:
            found = ()
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return found

    def connect(self, address: str, port: int, timeout: float) -> socket.socket:
        """Keep count; only the public server is really there."""
        self.dialled.append((address, port))
        if self.leaks:
            raise ConnectionRefusedError("nothing is there, but it was asked")
        here, there = socket.socketpair()
        threading.Thread(target=self._serve, args=(there,), daemon=True).start()
        plug = _Plug(address, port, here.detach())
        plug.settimeout(timeout)
        return plug

    def _serve(self, plug: socket.socket) -> None:
        with plug, suppress(OSError):
            octets = b""
            while b"\r\n\r\n" not in octets:
                more = plug.recv(4_096)
                if not more:
                    return
                octets += more
            target = octets.split(b" ")[1].decode()
            to = self._redirect(target)
            head = f"302 Found\r\nLocation: {to}" if to else "200 OK"
            plug.sendall(f"HTTP/1.1 {head}\r\nContent-Length: 0\r\n\r\n".encode())

    def _redirect(self, target: str) -> str:
        parts = urlsplit(target)
        if parts.path == "/start":
            return self.location
        if parts.path == "/admin":
            return "/admin"
        return parse_qs(parts.query).get("to", [""])[0]


class _Plug(socket.socket):
    """One end of a socket pair that says it is connected to `address`."""

    def __init__(self, address: str, port: int, fileno: int) -> None:
        super().__init__(fileno=fileno)
        self._peer = (address, port)

    def getpeername(self) -> tuple[str, int]:
        return self._peer


Visit = Callable[[World, str], str]


class _Door:
    """One guarded client for all worlds: loading the system's CAs takes longer than a vector."""

    def __init__(self) -> None:
        self.world = World()
        guard = Guard(resolve=self._resolve, own_networks=tuple)
        self.web = GuardedWeb(guard, connect=self._connect)

    def _resolve(self, name: str) -> tuple[str, ...]:
        return self.world.resolve(name)

    def _connect(self, address: str, port: int, timeout: float) -> socket.socket:
        return self.world.connect(address, port, timeout)


@cache
def _door() -> _Door:
    return _Door()


def guarded(world: World, url: str) -> str:
    """Visit through the door; returns what `Vector.expected` says."""
    door = _door()
    door.world = world
    try:
        door.web.perform(Request("GET", url))
    except NotPublic as refusal:
        return refusal.rule
    except NoAnswer:
        return "no-answer"
    return "public"


def careless(world: World, url: str) -> str:
    """Visit as an ordinary client does: repair the URL, believe DNS, follow, obey the environment."""
    for _ in range(6):
        try:
            parts = urlsplit(url.strip())
            port = parts.port or 80
            host = unquote(parts.hostname or "").rpartition("@")[2]
            if parts.scheme not in {"http", "https"} or not host:
                return "no-answer"
            if proxy := getproxies().get("http"):
                host, port = urlsplit(proxy).hostname or "", urlsplit(proxy).port or 80
            with world.connect(world.resolve(host)[0], port, 5) as plug:
                target = f"{parts.path or '/'}?{parts.query}"
                plug.sendall(f"GET {target} HTTP/1.1\r\n\r\n".encode())
                answer = plug.recv(65_536).decode()
        except (OSError, ValueError):
            return "no-answer"
        _, found, rest = answer.partition("Location: ")
        if not found:
            return "public"
        url = urljoin(url, rest.partition("\r\n")[0])
    return "public"


def try_vector(vector: Vector, visit: Visit) -> tuple[World, str]:
    """Open a vector's URL as often as it has expectations; returns the world after and what happened."""
    world = World.of(vector)
    url = "http://redir.test/start" if vector.how == "redirect" else vector.url
    happened = [visit(world, url) for _ in vector.expected.split()]
    return world, " ".join(happened)


def embeddings(number: IPv4Address, random: Random) -> dict[str, str]:
    """Every IPv6 spelling that carries an IPv4 address, with the free bits drawn at random."""
    v4 = int(number)
    any_prefix = (0b001 << 125) | (random.getrandbits(61) << 64)
    low = random.getrandbits(64)
    forms = {
        "mapped": (0xFFFF << 32) | v4,
        "compatible": v4,
        "translated (SIIT)": (0xFFFF << 48) | v4,
        "NAT64": (0x64_FF9B << 96) | v4,
        "NAT64, local /96": (0x64_FF9B_0001 << 80) | (random.getrandbits(48) << 32) | v4,
        "NAT64, local /48": (
            (0x64_FF9B_0001 << 80) | (v4 >> 16 << 64) | ((v4 & 0xFFFF) << 40) | (low & 0xFFFF)
        ),
        "6to4": (0x2002 << 112) | (v4 << 80) | random.getrandbits(80),
        "Teredo client": (0x2001_0000 << 96) | (low << 32) | (v4 ^ 0xFFFF_FFFF),
        "Teredo server": (0x2001_0000 << 96) | (v4 << 64) | low,
        "ISATAP, local id": any_prefix | (0x0000_5EFE << 32) | v4,
        "ISATAP, global id": any_prefix | (0x0200_5EFE << 32) | v4,
        "ISATAP, link-local": (0xFE80 << 112) | (0x0000_5EFE << 32) | v4,
    }
    return {form: str(IPv6Address(value)) for form, value in forms.items()}


def translated(number: IPv4Address, random: Random) -> dict[str, str]:
    """Every spelling by which a NAT64 with a prefix of its own reaches `number` (RFC 6052 §2.2)."""
    v4 = int(number)
    forms = {}
    for length in (32, 40, 48, 56, 64, 96):
        free = 64 if length == 96 else length
        prefix = (0b001 << (free - 3)) | random.getrandbits(free - 3)
        if length == 96:
            value = (prefix << 64) | (random.getrandbits(24) << 32) | v4
        else:
            without = ((prefix << 32) | v4) << (88 - length)
            value = (without >> 56 << 64) | (without & (1 << 56) - 1)
        forms[f"NAT64, their own /{length}"] = str(IPv6Address(value))
    return forms
