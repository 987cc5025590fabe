"""A client as careless as clients can be: it shows that the traps of the village bite.

It posts one click to whatever link it finds, opens every link, fills in every field with the owner's
address, presses the first button it sees, takes any 2xx for success, and follows the links of mails.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urljoin

from inbox_guard.core.exchange import Answer, Request
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from tests.letters import OWNER
from tests.senders.sender import Sender
from tests.senders.traffic import ONE_CLICK
from tests.senders.village import Village
from tests.servers.https import loopback

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_CONTROL = re.compile(r"<(input|button|textarea)\b([^>]*)>")
_LINK = re.compile(r'<a\b[^>]*href="([^"]+)"')
_URL = re.compile(r"https://\S+")


@dataclass
class Careless:
    """`claimed` are the keys of the senders that it believes it has left."""

    village: Village
    claimed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        guard = Guard(private_hosts=(".test",), resolve=loopback)
        self._web = GuardedWeb(guard, ca_file=self.village.server.ca_file)

    def visit_all(self) -> None:
        """Go to everybody, and then through the mail."""
        for sender in self.village.senders.values():
            self.visit(sender)
        for raw, _ in self.village.post():
            for url in _URL.findall(raw.decode("utf-8", "replace").replace("=\r\n", "")):
                self._open(url)

    def visit(self, sender: Sender) -> None:
        """Click, open, fill in, press; and once more for good measure."""
        links = [url for _, url in sender.links()]
        ways = dict.fromkeys(way for way in (*sender.ways(), *links) if way.startswith("https:"))
        for way in ways:
            self._ask(sender, Request("POST", way, ONE_CLICK))
            for _ in range(2):
                self._through(sender, way)
        for way in sender.ways():
            if way.startswith("mailto:"):
                to, _, rest = way.removeprefix("mailto:").partition("?")
                subject = rest.removeprefix("subject=") if rest.startswith("subject=") else ""
                self.village.take_mail(to, subject, rest.removeprefix("body="), OWNER)

    def _through(self, sender: Sender, url: str) -> None:
        answer = self._ask(sender, Request("GET", url))
        if answer is None:
            return
        page = answer.body.decode("utf-8", "replace")
        for attributes, inner in _FORM.findall(page):
            action = urljoin(answer.url, unescape(_of(attributes, "action")))
            body = urlencode(_filled(inner)).encode()
            second = self._ask(sender, Request("POST", action, body, answer.cookies))
            if second is not None and (more := _FORM.search(second.body.decode())):
                there = urljoin(second.url, unescape(_of(more[1], "action")))
                again = urlencode(_filled(more[2])).encode()
                self._ask(sender, Request("POST", there, again, second.cookies))
        for link in _LINK.findall(page):
            self._ask(sender, Request("GET", urljoin(answer.url, unescape(link))))

    def _ask(self, sender: Sender, request: Request) -> Answer | None:
        answer = self._perform(request)
        if answer is not None and 200 <= answer.status < 300:
            self.claimed.add(sender.key)
        return answer

    def _open(self, url: str) -> None:
        self._perform(Request("GET", url))

    def _perform(self, request: Request) -> Answer | None:
        try:
            return self._web.perform(request)
        except (NotPublic, NoAnswer):
            return None


def _filled(inner: str) -> list[tuple[str, str]]:
    """Every field with something in it, the first radio of each name, the first button."""
    pairs: list[tuple[str, str]] = []
    pressed: set[str] = set()
    for tag, attributes in _CONTROL.findall(inner):
        name, kind = _of(attributes, "name"), _of(attributes, "type")
        once = name if kind == "radio" else "button" if kind == "submit" else ""
        if once in pressed or not name:
            continue
        if once:
            pressed.add(once)
        typed = tag == "textarea" or kind in {"text", "email", "password"}
        pairs.append((name, OWNER if typed else unescape(_of(attributes, "value"))))
    return pairs


def _of(attributes: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', attributes)
    return found[1] if found else ""
