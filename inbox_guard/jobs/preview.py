"""What a plan would send, request by request, told from the newest mail itself. Asks the mail server only."""

from typing import assert_never

from inbox_guard.core.body import body
from inbox_guard.core.exchange import host
from inbox_guard.core.kind import reads_like_fraud
from inbox_guard.core.mechanism import Mailto, Offer, OneClick, Page, in_order
from inbox_guard.core.message import Message, read
from inbox_guard.core.plan import Plan
from inbox_guard.core.vocabulary import Kind
from inbox_guard.jobs.act import fetch_newest, is_due
from inbox_guard.jobs.authserv import known
from inbox_guard.jobs.confirming import Demand
from inbox_guard.jobs.household import Doors, Rules
from inbox_guard.jobs.lanes import held_until


def requests(plan: Plan, rules: Rules, doors: Doors) -> tuple[str, ...]:
    """Return the requests that carrying out `plan` would make, in order; each only if the one before fails.

    Hosts and addresses without their tokens. () when nothing would be sent now. A host that asked to be left
    alone for a while is named with its time.
    """
    if not plan.contacts or not is_due(plan, rules, doors):
        return ()
    fetched = fetch_newest(plan, doors)
    if fetched is None:
        return ()
    message = read(fetched, rules.owner, known(rules, doors))
    if not isinstance(message, Message):
        return ()
    if plan.verdict.kind is Kind.NEWSLETTER and reads_like_fraud(message, body(fetched.raw)):
        return ("nothing: its words are like those of frauds",)
    can_mail = doors.outbox is not None
    offers = [
        o for o in in_order(message.offers, rules.order) if can_mail or not isinstance(o, Mailto)
    ]
    if offers and (until := held_until(offers[0], doors)):
        return (f"nothing before {until:%Y-%m-%d %H:%M} UTC: their host asked to be left alone",)
    proof = "" if message.authentication.passed else ", if its signature proves the sender"
    told = [_told(offer, message.alias) + proof for offer in offers]
    if doors.browser is not None and any(isinstance(offer, Page) for offer in offers):
        told.append("the same page in a browser, if it shows nothing without its script")
    return tuple(told)


def confirmation(demand: Demand) -> str:
    """Return the request that confirming would make: a sender was asked to stop, and wants it confirmed."""
    return f"{_told(demand.offer, demand.message.alias)}, as their mail asks to confirm"


def _told(offer: Offer, alias: str) -> str:
    match offer:
        case OneClick(url=url):
            return f"POST List-Unsubscribe=One-Click to {host(url)}"
        case Mailto(to=to):
            return f"mail to an address at {to.rpartition('@')[2]} from {alias or 'your address'}"
        case Page(url=url):
            return f"GET a page at {host(url)}, and press its one clear way out"
        case _:
            assert_never(offer)
