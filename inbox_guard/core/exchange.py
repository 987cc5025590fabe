"""A request to a host that a stranger chose, and its answer, as values. Performing one is `web.client`."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Request:
    """What to send. `body` is None for a GET; `form` bodies are application/x-www-form-urlencoded.

    `cookies` are those of this attempt (name, value), for the same registrable domain only: the
    one-click request never carries any (RFC 8058 §3.2).
    """

    method: str
    url: str
    body: bytes | None = None
    cookies: tuple[tuple[str, str], ...] = ()

    @property
    def host(self) -> str:
        """The host name, which is all of a URL that may be shown or logged."""
        return host(self.url)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: final status, header fields (lower-case names), the decoded and capped body.

    `url` is where the answer came from (after redirects of a GET); `truncated` says the cap cut it;
    `cookies` are those set on the way; `sent` is the number of bytes written.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    url: str
    truncated: bool = False
    cookies: tuple[tuple[str, str], ...] = ()
    sent: int = 0

    def header(self, name: str) -> str:
        """The first value of a header field; "" when absent."""
        return next((value for field, value in self.headers if field == name.lower()), "")


def authority(url: str) -> str:
    """Return ``host`` or ``host:port``: which server a URL leads to; "" when there is none. Never raises."""
    try:
        parts = urlsplit(url)
        return f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        return ""


def host(url: str) -> str:
    """Return the host of a URL for logs and ledger rows; "" when there is none. Never raises."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
