"""The web client: one request, its redirects, its limits. Implements `core.ports.Web`.

A `Request` comes in; an `Answer` goes out, or `NotPublic` (a rule refused) or `NoAnswer` (no
connection, no valid TLS, no whole answer in time). It stores nothing, reads no environment variable
(so no proxy can lead round the guard), never falls back to plain http, and follows no `Refresh` and
no answer to a POST.

A POST is followed nowhere: RFC 8058 §3.1 forbids senders to redirect it, and a 302 followed by a
GET would look like success while nothing was unsubscribed.
"""

import logging
import ssl
from dataclasses import dataclass
from pathlib import Path

from inbox_guard.core.exchange import Answer, Request, host
from inbox_guard.core.outgoing import Noted, Way, unnoted
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.connection import connected, noting, trust
from inbox_guard.web.cookies import Jar
from inbox_guard.web.guard import Connect, Guard, system_connect
from inbox_guard.web.limits import LIMITS, Deadline, Limits
from inbox_guard.web.rule import Rule
from inbox_guard.web.turns import Turns
from inbox_guard.web.url import Target
from inbox_guard.web.wire import AnswerError, Response, read_response, request_octets

log = logging.getLogger(__name__)

ONE_CLICK = b"List-Unsubscribe=One-Click"
"""The body of the request of RFC 8058 §3.2, which never carries a cookie."""


class GuardedWeb:
    """Performs requests through a `Guard`. Stateless: threads may share it."""

    def __init__(
        self,
        guard: Guard,
        ca_file: Path | None = None,
        connect: Connect = system_connect,
        limits: Limits = LIMITS,
        turns: Turns | None = None,
        noted: Noted = unnoted,
    ) -> None:
        """Load the system's CAs and those of `ca_file`; raises `SettingsError`.

        `turns` are those of the whole process; None: nobody else asks, and there is no pause.
        """
        self._guard = guard
        self._connect = connect
        self._limits = limits
        self._turns = turns or Turns(pause=(0, 0))
        self._noted = noted
        self._tls = trust(ca_file)

    def perform(self, request: Request) -> Answer:
        """Send a GET (and follow its redirects) or a POST; raises `NotPublic` or `NoAnswer`."""
        try:
            answer = self._perform(request)
        except NotPublic as refusal:
            log.info("refused host=%s rule=%s hop=%d", refusal.host, refusal.rule, refusal.hop)
            raise
        except NoAnswer as failure:
            log.info("no answer sent=%s says=%s", failure.sent, failure)
            raise
        log.info("answered host=%s status=%d", host(answer.url), answer.status)
        return answer

    def _perform(self, request: Request) -> Answer:
        if request.method not in {"GET", "POST"}:
            raise ValueError(f"{request.method} is not a method of this client")
        target = self._guard.parse(request.url)
        if request.method == "POST" and target.scheme != "https":
            raise NotPublic(Rule.PLAIN_POST.value, target.host)
        chain = _Chain(Jar(), Deadline(self._limits.action))
        if request.body != ONE_CLICK:
            chain.jar.put(target, request.cookies)
        for hop in range(self._limits.redirects + 1):
            with self._turns.at(target.authority, at_home=target.private) as waited:
                chain.deadline.later(waited)
                response = self._hop(request, target, chain, hop)
            chain.jar.read(target, response.values("set-cookie"))
            location = _location(response, target, hop) if request.method == "GET" else ""
            if not location:
                return _answer(response, target, chain)
            target = self._next(target, location, hop + 1)
        raise NotPublic(Rule.REDIRECT_LIMIT.value, target.host, self._limits.redirects + 1)

    def _next(self, base: Target, location: str, hop: int) -> Target:
        target = self._guard.follow(base, location, hop)
        if base.scheme == "https" and target.scheme != "https":
            raise NotPublic(Rule.REDIRECT_DOWNGRADE.value, target.host, hop)
        return target

    def _hop(self, request: Request, target: Target, chain: "_Chain", hop: int) -> Response:
        """Connect, send and read once. `chain.sent` grows before the first octet may leave.

        Only this hop's request can be without an answer: those before it were answered by redirects.
        """
        deadline = chain.deadline.within(self._limits.hop)
        body = (request.body or b"") if request.method == "POST" else None
        cookies = chain.jar.field(target)
        octets = request_octets(request.method, target.path, target.authority, body, cookies)
        before = chain.sent
        dial = noting(self._connect, target, Way.WEB, self._noted)
        try:
            with connected(self._guard, target, dial, self._tls, deadline, hop) as connection:
                connection.settimeout(deadline.left())
                chain.sent += len(octets)
                connection.sendall(octets)
                return read_response(connection, self._limits, deadline)
        except (OSError, AnswerError) as error:
            raise NoAnswer(_says(target, error), sent=chain.sent > before) from error
        except NoAnswer as failure:
            raise NoAnswer(str(failure), sent=chain.sent > before) from failure


@dataclass(slots=True)
class _Chain:
    """What one action carries from hop to hop."""

    jar: Jar
    deadline: Deadline
    sent: int = 0


_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def _location(response: Response, target: Target, hop: int) -> str:
    """Return where a redirect points; "" when the answer is none."""
    locations = set(response.values("location")) - {""}
    if response.status not in _REDIRECTS or not locations:
        return ""
    if len(locations) > 1:
        raise NotPublic(Rule.REDIRECT_AMBIGUOUS.value, target.host, hop)
    return locations.pop()


def _answer(response: Response, target: Target, chain: _Chain) -> Answer:
    return Answer(
        status=response.status,
        headers=response.headers,
        body=response.body,
        url=target.url,
        truncated=response.truncated,
        cookies=chain.jar.for_site(target),
        sent=chain.sent,
    )


def _says(target: Target, error: OSError | AnswerError) -> str:
    match error:
        case TimeoutError():
            return f"{target.host} did not answer in time"
        case ssl.SSLCertVerificationError():
            return f"{target.host} has no valid certificate: {error.verify_message}"
        case ssl.SSLError():
            return f"TLS with {target.host} failed: {error.reason or 'no agreement'}"
        case AnswerError():
            return f"{target.host}: {error}"
        case _:
            return f"{target.host} broke the connection: {error.strerror or error}"
