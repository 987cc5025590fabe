"""The ways out that a message offers: its List-Unsubscribe URIs, in the sender's order.

Pure: header text in, offers out. Performing one is `web` (HTTPS) or `mail.outbox` (mailto).
RFC 2369 §2 and §3.2 (List-Unsubscribe), RFC 8058 §3 (one-click), RFC 6068 (mailto), RFC 2047.

What is refused is left out of the offers: a scheme other than https, http and mailto, a URL of more
than 8,192 characters, and a mailto that would reach a second person, set another header field than
Subject, or smuggle in a line break.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from quopri import decodestring
from typing import assert_never
from urllib.parse import unquote_to_bytes, urlsplit

from inbox_guard.core.vocabulary import Mechanism


@dataclass(frozen=True, slots=True)
class OneClick:
    """An HTTPS URI the sender promises to act on with a bare POST (RFC 8058 §3.2)."""

    url: str


@dataclass(frozen=True, slots=True)
class Mailto:
    """A mail that unsubscribes (RFC 6068): one recipient, subject and body as the URI says."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Page:
    """A web address that a person would open."""

    url: str


Offer = OneClick | Mailto | Page


def mechanism(offer: Offer) -> Mechanism:
    """Name the mechanism that an offer is of."""
    match offer:
        case OneClick():
            return Mechanism.ONE_CLICK
        case Mailto():
            return Mechanism.MAILTO
        case Page():
            return Mechanism.PAGE
        case _:
            assert_never(offer)


def uri_of(offer: Offer) -> str:
    """Return where an offer leads, as a URI; of a mail its recipient only."""
    return f"mailto:{offer.to}" if isinstance(offer, Mailto) else offer.url


def offered(
    list_unsubscribe: tuple[str, ...], list_unsubscribe_post: tuple[str, ...]
) -> tuple[Offer, ...]:
    """Return what the two headers (all their occurrences, raw) offer, leftmost first.

    An https URI is a `OneClick` only with exactly one header of each name and the exact value
    ``List-Unsubscribe=One-Click``; the same URI then also follows as a `Page`. Whether the claim is
    signed is for `core.authentication` to say.

    RFC 2369 §2 asks us to give up at the first item that is not bracketed. Mailers in the wild put
    words between the brackets, so every bracket is read and the words are skipped; a value without
    any bracket counts only when it is nothing but URIs. Of a repeated header only the topmost is
    read, and never as one-click: a prepended forgery still verifies under DKIM.
    """
    if not list_unsubscribe:
        return ()
    promised = (
        len(list_unsubscribe) == 1
        and len(list_unsubscribe_post) == 1
        and _decoded(list_unsubscribe_post[0]).strip().lower() == _PROMISE
    )
    found: dict[Offer, None] = {}
    for uri in _uris(_decoded(list_unsubscribe[0])):
        for offer in _offers(uri, promised):
            found[offer] = None
    return tuple(found)


Order = tuple[Mechanism, ...]
"""Mechanisms in the order they are walked; one that is not in it is not used."""

WALK: Order = (Mechanism.ONE_CLICK, Mechanism.MAILTO, Mechanism.PAGE)
"""The default: what proves most and shows least first. A browser comes with the page that needs it."""


def in_order(offers: tuple[Offer, ...], order: Order = WALK) -> tuple[Offer, ...]:
    """Return the offers in the order an attempt walks them, without those of no mechanism in `order`."""
    used = (offer for offer in offers if mechanism(offer) in order)
    return tuple(sorted(used, key=lambda offer: order.index(mechanism(offer))))


_PROMISE = "list-unsubscribe=one-click"
_LONGEST_HEADER = 65_536
_LONGEST_URL = 8_192
_LONGEST_SUBJECT = 998  # RFC 5322 §2.1.1: no line of a message may be longer
_LONGEST_BODY = 10_000
_LONGEST_ADDRESS = 320

_ENCODED_WORD = re.compile(r"=\?[\w.:+*-]{1,40}\?([bBqQ])\?([^?\s]*)\?=")
_BETWEEN_ENCODED_WORDS = re.compile(r"(?<=\?=)\s+(?==\?)")
_BRACKETED = re.compile(r"<([^<>]*)>")
_NEXT_BARE_URI = re.compile(r",\s*(?=(?:https?|mailto):)", re.IGNORECASE)
_NOT_IN_A_URI = re.compile(r"[\s\x00-\x20\x7f-\x9f]+")
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,}"
)
_BREAKS_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def _decoded(value: str) -> str:
    """Resolve encoded words (RFC 2047). A URI is ASCII, so their charset does not matter."""
    value = value[:_LONGEST_HEADER]
    if "=?" not in value:
        return value
    return _ENCODED_WORD.sub(_word, _BETWEEN_ENCODED_WORDS.sub("", value))


def _word(found: re.Match[str]) -> str:
    text = found[2].encode("utf-8", "replace")
    if found[1] in "qQ":
        return decodestring(text, header=True).decode("utf-8", "replace")
    try:
        return b64decode(text + b"=" * (-len(text) % 4)).decode("utf-8", "replace")
    except ValueError:
        return found[0]


def _uris(value: str) -> Iterator[str]:
    value = _without_comments(value).strip()
    if "<" in value:
        for found in _BRACKETED.finditer(value):
            # RFC 2369 §2: whitespace inside the brackets is ignored; it comes from folding.
            yield _NOT_IN_A_URI.sub("", found[1])
        return
    bare = [part.strip() for part in _NEXT_BARE_URI.split(value.rstrip(", "))]
    if not any(_NOT_IN_A_URI.search(part) for part in bare):
        yield from bare


def _without_comments(value: str) -> str:
    """Drop ``(comments)`` outside the brackets (RFC 5322 §3.2.2); one that never closes is text."""
    kept: list[str] = []
    depth = start = 0
    bracketed = False
    for character in value:
        if not depth and character in "<>":
            bracketed = character == "<"
        if character == "(" and not bracketed:
            if not depth:
                start = len(kept)
            depth += 1
        kept.append(character)
        if character == ")" and depth:
            depth -= 1
            if not depth:
                del kept[start:]
    return value if depth else "".join(kept)


def _offers(uri: str, promised: bool) -> Iterator[Offer]:
    scheme, _, rest = uri.partition(":")
    scheme = scheme.lower()
    if scheme == "mailto":
        yield from _mailto(rest)
    elif scheme in {"https", "http"} and len(uri) <= _LONGEST_URL and _has_host(uri):
        if promised and scheme == "https":
            yield OneClick(uri)
        yield Page(uri)


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _mailto(rest: str) -> Iterator[Mailto]:
    """Yield the mail a ``mailto:`` asks for, or nothing when a part oversteps (RFC 6068 §7)."""
    path, _, query = rest.partition("#")[0].partition("?")
    to = _percent_decoded(path)
    if to is None or "," in path or len(to) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(to):
        return
    said: dict[str, str] = {}
    for field in filter(None, query.replace("&amp;", "&").split("&")):
        raw_name, _, raw_value = field.partition("=")
        name, value = _percent_decoded(raw_name), _percent_decoded(raw_value)
        if name is None or value is None or name.lower() in said:
            return
        said[name.lower()] = value
    subject, text = said.pop("subject", ""), said.pop("body", "")
    if said or len(subject) > _LONGEST_SUBJECT or len(text) > _LONGEST_BODY:
        return
    if _BREAKS_A_LINE.search(subject) or "\0" in text:
        return
    yield Mailto(to=to, subject=subject, body=text)


def _percent_decoded(text: str) -> str | None:
    """Decode ``%XX`` only: "+" is a plus in a mailto (RFC 6068 §5); None when not UTF-8."""
    try:
        return unquote_to_bytes(text).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
