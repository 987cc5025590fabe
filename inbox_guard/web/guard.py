"""The guard at the one door out: parse, resolve once, judge every answer, dial the judged number.

A URL comes in, a connected TCP socket goes out, or `NotPublic` (a rule refused, no packet left for
the host) or `NoAnswer` (it could not be found or reached). A name is looked up once a hop and never
again: what was judged is what is dialled, so an answer that changes between two look-ups changes
nothing. One bad address among many refuses all of them, since the sender chose them all.
"""

import socket
import threading
from collections.abc import Callable
from ipaddress import ip_address

from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web import url
from inbox_guard.web.addresses import Network, judge
from inbox_guard.web.interfaces import own_networks as read_interfaces
from inbox_guard.web.limits import Deadline
from inbox_guard.web.rule import Rule
from inbox_guard.web.url import PrivateHosts, Target

Resolve = Callable[[str], tuple[str, ...]]
"""A name → every address it has, as text, in the order to try. Raises `OSError`."""

Connect = Callable[[str, int, float], socket.socket]
"""A judged address as text, a port, seconds → a connected socket. Raises `OSError`."""

LOOKUP = 5.0
"""Seconds a look-up may take, within the hop's own limit."""


def system_resolve(name: str) -> tuple[str, ...]:
    """Ask the system once (so ``/etc/hosts`` counts); returns every answer of both families.

    It may block for as long as the system's resolver likes: `Guard` runs it under a deadline.
    """
    answers = socket.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in answers))


def system_connect(address: str, port: int, timeout: float) -> socket.socket:
    """Open a TCP connection to a number; `AI_NUMERICHOST` makes sure that it is one."""
    family, kind, protocol, _, sockaddr = socket.getaddrinfo(
        address, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
    )[0]
    connection = socket.socket(family, kind, protocol)
    try:
        # Without it the request waits 40 ms for the answer to TLS's last handshake message.
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.settimeout(timeout)
        connection.connect(sockaddr)
    except OSError:
        connection.close()
        raise
    return connection


class Guard:
    """Knows which hosts the owner excepted and how to look up, and says yes or no.

    `own_networks` is asked at every judgement (see `interfaces.own_networks`).
    """

    def __init__(
        self,
        private_hosts: tuple[str, ...] = (),
        resolve: Resolve = system_resolve,
        own_networks: Callable[[], tuple[Network, ...]] = read_interfaces,
    ) -> None:
        """Read `GUARD_PRIVATE_HOSTS`; raises `SettingsError` for an entry that is no host."""
        self._private = PrivateHosts.of(private_hosts)
        self._resolve = resolve
        self._own_networks = own_networks

    def is_at_home(self, host: str) -> bool:
        """Whether a host is one of the owner's own (`GUARD_PRIVATE_HOSTS`)."""
        return self._private.cover(host)

    def parse(self, text: str) -> Target:
        """Return where a URL leads; raises `NotPublic`."""
        return url.parse(text, self._private)

    def follow(self, base: Target, location: str, hop: int) -> Target:
        """Return where a Location field leads; raises `NotPublic`."""
        return url.follow(base, location, self._private, hop)

    def judged(self, target: Target, deadline: Deadline, hop: int = 0) -> tuple[str, ...]:
        """Return every number of the target, all judged; raises `NotPublic` or `NoAnswer`."""
        numbers = (target.host,) if target.literal else self._look_up(target.host, deadline)
        if not target.private:
            own = self._own_networks()
            for number in numbers:
                if rule := judge(number, own):
                    raise NotPublic(rule.value, target.host, hop)
        return numbers

    def dial(
        self, target: Target, connect: Connect, deadline: Deadline, hop: int = 0
    ) -> socket.socket:
        """Return a socket connected to the first judged number that answers.

        Each number gets its share of the time that is left, at least a second.
        """
        numbers = self.judged(target, deadline, hop)
        failure = "it has no address"
        for tried, number in enumerate(numbers):
            try:
                left = deadline.left()
                share = min(left, max(1.0, left / (len(numbers) - tried)))
                connection = connect(number, target.port, share)
            except OSError as error:
                failure = error.strerror or str(error)
                continue
            if not _leads_to(connection, number):
                connection.close()
                raise NotPublic(Rule.PEER_DIFFERS.value, target.host, hop)
            return connection
        raise NoAnswer(f"{target.host} could not be reached: {failure}", sent=False)

    def _look_up(self, name: str, deadline: Deadline) -> tuple[str, ...]:
        try:
            return _within(deadline.within(LOOKUP), self._resolve, name)
        except OSError as error:
            says = f"{name} could not be looked up: {error.strerror or error}"
            raise NoAnswer(says, sent=False) from error


def _within(deadline: Deadline, resolve: Resolve, name: str) -> tuple[str, ...]:
    """Run a look-up in a thread of its own: getaddrinfo has no time-out of its own."""
    outcome: list[tuple[str, ...] | OSError] = []

    def look_up() -> None:
        try:
            outcome.append(resolve(name))
        except OSError as error:
            outcome.append(error)

    thread = threading.Thread(target=look_up, name="look-up", daemon=True)
    thread.start()
    thread.join(deadline.left())
    if not outcome:
        raise TimeoutError("the look-up took too long")
    if isinstance(outcome[0], OSError):
        raise outcome[0]
    return outcome[0]


def _leads_to(connection: socket.socket, number: str) -> bool:
    try:
        peer = str(connection.getpeername()[0])
        return ip_address(peer.partition("%")[0]) == ip_address(number.partition("%")[0])
    except (OSError, ValueError):
        return False
