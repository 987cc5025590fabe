"""The ways out that a message offers: its List-Unsubscribe URIs, in the sender's order.

Pure: header text in, offers out. Performing one is `web` (HTTPS) or `mail.outbox` (mailto).
RFC 2369 §2 and §3.2 (List-Unsubscribe), RFC 8058 §3 (one-click), RFC 6068 (mailto).
"""

from dataclasses import dataclass
from typing import assert_never

from inbox_guard.core.vocabulary import Mechanism


@dataclass(frozen=True, slots=True)
class OneClick:
    """An HTTPS URI the sender promises to act on with a bare POST (RFC 8058 §3.2)."""

    url: str


@dataclass(frozen=True, slots=True)
class Mailto:
    """A mail that unsubscribes (RFC 6068): exactly one recipient, subject and body as the URI says."""

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


def offered(
    list_unsubscribe: tuple[str, ...], list_unsubscribe_post: tuple[str, ...]
) -> tuple[Offer, ...]:
    """Return what the two headers (all their occurrences, raw) offer, leftmost first; () when nothing is usable.

    An https URI is a `OneClick` only with exactly one header of each name and the exact value
    ``List-Unsubscribe=One-Click``; the same URI then also follows as a `Page`. Whether the claim is
    signed is for `core.authentication` to say.
    """
    raise NotImplementedError


def in_order(offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return the offers in the order an attempt walks them: one-click, mailto, page."""
    raise NotImplementedError
