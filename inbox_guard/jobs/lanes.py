"""Which server an errand leads to first, and whether that one asked to be left alone for a while."""

from datetime import datetime

from inbox_guard.core.exchange import authority, host
from inbox_guard.core.mechanism import Mailto, Offer
from inbox_guard.jobs.household import Doors

MAIL = "the owner's mail server"


def first_way(offers: tuple[Offer, ...], doors: Doors) -> Offer | None:
    """Return which of the offers, in the order they are walked, comes first; None when none can be used."""
    can_mail = doors.outbox is not None
    return next((o for o in offers if can_mail or not isinstance(o, Mailto)), None)


def lane(offers: tuple[Offer, ...], doors: Doors) -> str:
    """Return the server that the first way leads to; errands of one lane are run one after the other."""
    first = first_way(offers, doors)
    if first is None or isinstance(first, Mailto):
        return MAIL
    return authority(first.url)


def held_until(offer: Offer | None, doors: Doors) -> datetime | None:
    """Return until when the host of a way out asked to be left alone, whoever it was that had asked it.

    The owner's own hosts are not spared.
    """
    if offer is None or isinstance(offer, Mailto):
        return None
    name = host(offer.url)
    return None if doors.at_home(name) else doors.ledger.busy_until(name, doors.clock())
