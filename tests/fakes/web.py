"""A web for the tests of the jobs: scripted answers, recorded requests, no sockets.

web = FakeWeb()
web.on("https://shop.test/u", answer(200, b"gone"))
web.on("POST https://shop.test/u", NoAnswer("time is up", sent=True))
"""

from collections import defaultdict

from inbox_guard.core.exchange import Answer, Request
from inbox_guard.errors import NoAnswer, WebError

Scripted = Answer | WebError


def answer(
    status: int = 200,
    body: bytes | str = b"",
    headers: tuple[tuple[str, str], ...] = (("content-type", "text/html; charset=utf-8"),),
    cookies: tuple[tuple[str, str], ...] = (),
    url: str = "",
) -> Answer:
    """An answer; `url` "" means the one that was asked."""
    octets = body.encode() if isinstance(body, str) else body
    return Answer(status, headers, octets, url, cookies=cookies)


class FakeWeb:
    """Implements `core.ports.Web`. An unscripted URL is a host that cannot be found."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._scripts: defaultdict[str, list[Scripted]] = defaultdict(list)

    def on(self, route: str, *scripted: Scripted) -> "FakeWeb":
        """Script a URL, or ``METHOD URL``; several answer one request each, the last all others."""
        self._scripts[route].extend(scripted)
        return self

    def perform(self, request: Request) -> Answer:
        self.requests.append(request)
        script = self._scripts.get(f"{request.method} {request.url}") or self._scripts.get(
            request.url
        )
        if not script:
            raise NoAnswer(f"{request.host} could not be looked up", sent=False)
        match script.pop(0) if len(script) > 1 else script[0]:
            case Answer() as found:
                return Answer(
                    status=found.status,
                    headers=found.headers,
                    body=found.body,
                    url=found.url or request.url,
                    truncated=found.truncated,
                    cookies=found.cookies,
                    sent=found.sent or len(request.body or b"") + 1,
                )
            case WebError() as error:
                raise error
