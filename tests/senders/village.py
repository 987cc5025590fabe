"""All senders on one server, the post between them and the owner, and what is watched for every one.

with Village(houses.ALL) as village:
    ... a client that trusts village.server.ca_file and finds every name at 127.0.0.1 ...
    village.senders["listmonk-de"].ended
"""

import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from types import TracebackType
from typing import Self
from urllib.parse import unquote_plus, urlsplit

from inbox_guard.core.mechanism import Mailto
from tests.senders.moves import Move, Wrong
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit
from tests.servers.https import Connection, WebServer

_ADDRESSES = re.compile(r"[\w.+-]+@home\.test")  # every address that the owner has

BEGAN = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """The one clock of the village and of the household."""

    now: datetime = BEGAN

    def __call__(self) -> datetime:
        return self.now


class Village:
    """`kinds` are houses (classes of `Sender`); each stands once in each of its (first) languages.

    `voice`: "" or "other", which words are used for the same (see `tongue`).
    """

    def __init__(self, kinds: Iterable[type[Sender]], languages: int = 99, voice: str = "") -> None:
        self.clock = Clock()
        self.server = WebServer()
        self.strays: list[Wrong] = []
        self._post: list[tuple[bytes, datetime]] = []
        self._cookies: dict[str, str] = {}
        self._lock = threading.Lock()
        self.senders: dict[str, Sender] = {}
        for kind in kinds:
            for language in kind.languages[:languages]:
                made = kind(language, self.server.url, self.clock, self._deliver, voice)
                self.senders[made.key] = made
        self._by_host: dict[str, Sender] = {}
        for sender in self.senders.values():
            for host in (sender.host, *sender.partners, *sender.strangers):
                self._by_host[host] = sender
        self._by_domain = {sender.domain: sender for sender in self.senders.values()}

    def __enter__(self) -> Self:
        self.server.__enter__()
        self.server.on("*", self._behave)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.server.stop()

    def post(self) -> tuple[tuple[bytes, datetime], ...]:
        """What the senders have mailed to the owner since this was last asked, and when it arrives."""
        with self._lock:
            waiting, self._post = tuple(self._post), []
        return waiting

    @property
    def wrongs(self) -> tuple[tuple[str, Wrong], ...]:
        """Every wrong move with the key of the sender that saw it."""
        seen = [(key, wrong) for key, one in self.senders.items() for wrong in one.wrongs]
        return (*seen, *(("nobody", wrong) for wrong in self.strays))

    def take_mail(self, to: str, subject: str, body: str, author: str) -> None:
        """Carry a mail of the owner's to the sender whose domain it names."""
        domain = to.rpartition("@")[2].lower()
        owner = next((d for d in self._by_domain if domain == d or domain.endswith(f".{d}")), "")
        if owner:
            self._by_domain[owner].take_mail(to, subject, body, author)
        else:
            self.strays.append(Wrong(Move.STRAY, f"mail to {domain}"))

    def _deliver(self, raw: bytes) -> None:
        with self._lock:
            self._post.append((raw, self.clock() + timedelta(minutes=2)))

    def receive(self, visit: Visit) -> Reply:
        """Bring a request to the sender whose host it names, and watch it."""
        sender = self._by_host.get(visit.host)
        if sender is None:
            self.strays.append(Wrong(Move.STRAY, f"{visit.method} {visit.host}"))
            return Reply(404)
        self._watch(sender, visit)
        reply = sender.receive(visit)
        with self._lock:
            self._cookies |= {value: visit.host for _, value in reply.cookies}
        return reply

    def _behave(self, connection: Connection) -> None:
        reply = self.receive(Visit.of(connection.request))
        connection.pause(reply.after)
        connection.send(reply.octets())

    def _watch(self, sender: Sender, visit: Visit) -> None:
        said = unquote_plus(f"{visit.target} {visit.body.decode('utf-8', 'replace')}")
        if (came := urlsplit(visit.headers.get("referer", "")).hostname) and came != visit.host:
            sender.wrong(Move.REFERER, visit)
        for value in visit.cookies.values():
            if _site(self._cookies.get(value, visit.host)) != _site(visit.host):
                sender.wrong(Move.COOKIE, visit)
        foreign = visit.host in sender.strangers
        known = {sender.alias} if sender.has_address and not foreign else set()
        if set(_ADDRESSES.findall(said)) - known:
            sender.wrong(Move.ADDRESS, visit)
        if any(one.token in said for one in self.senders.values() if one is not sender):
            sender.wrong(Move.TOKEN, visit)
        if foreign and visit.method == "POST" and sender.token in said:
            sender.wrong(Move.TOKEN, visit)


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])


@dataclass
class VillagePost:
    """The owner's outbox: her mail reaches the senders at once."""

    carry: Callable[[str, str, str, str], None]

    def unsubscribe(self, mailto: Mailto, sender: str) -> None:
        """Carry the mail of an offer."""
        self.carry(mailto.to, mailto.subject, mailto.body, sender)

    def send(self, raw: bytes, sender: str, recipient: str) -> None:
        """Carry a ready message: a reply to a confirmation."""
        parsed = message_from_bytes(raw, policy=policy.default)
        body = parsed.get_body(("plain",))
        words = body.get_content() if body is not None else ""
        self.carry(recipient, str(parsed["subject"] or ""), str(words), sender)
