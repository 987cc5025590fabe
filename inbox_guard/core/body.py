"""The words of a message: its text, whatever its MIME structure claims.

Pure and total, with caps: depth 30, 200 parts, 1 MB decoded text; unknown charsets fall back to
latin-1, UTF-7 is refused. RFC 2045, RFC 2046; HTML by lxml through bs4.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an HTML part: where it leads and what it says."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """What a person would read: plain text (of the text part, else rendered from HTML) and the links."""

    text: str
    links: tuple[Link, ...]


def body(raw: bytes) -> Body:
    """Return the readable words of a whole (or cut) raw message; an empty `Body` when there are none."""
    raise NotImplementedError
