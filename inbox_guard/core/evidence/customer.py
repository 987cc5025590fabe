"""A purchase or an account with the same organisation: a relationship, but no opt-in to marketing.

Soft opt-in (Directive 2002/58/EC Art. 13(2)) is a question of law that this witness leaves open: it
says what it saw.
"""

import re
from collections.abc import Iterator

from inbox_guard.core.evidence.near import near
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, of_kind, tell
from inbox_guard.core.history import Evidence, History, Trace, TraceKind
from inbox_guard.core.vocabulary import Kind

ORDERED = "ordered"
ACCOUNT = "account"


def traces(read: Read) -> tuple[Trace, ...]:
    """Return the trace of an order or an account. Marketing says "your order" too, so it is not heard."""
    if read.kind is Kind.NEWSLETTER:
        return ()
    unfinished = _CART.search(read.message.subject) is not None
    return (
        *(() if unfinished else read.trace(TraceKind.ORDER, _ORDER, unless=_TO_COME)),
        *(read.trace(TraceKind.ACCOUNT, _ACCOUNT) or opened(read)),
    )


def opened(read: Read) -> tuple[Trace, ...]:
    """Return the trace of an account that is said to have been opened; small shops write that like a person."""
    return read.trace_where(TraceKind.ACCOUNT, _opened)


def testify(history: History) -> Iterator[Evidence]:
    """Yield the newest order and the newest sign of an account."""
    orders = of_kind(history, TraceKind.ORDER)
    accounts = of_kind(history, TraceKind.ACCOUNT)
    if orders:
        says = (
            f"a mail of {day(orders[-1].at)} is about an order or a bill: you seem to be a customer"
        )
        yield tell(ORDERED, says, orders[-1])
    if accounts:
        says = f"a mail of {day(accounts[-1].at)} is about an account you seem to have there"
        yield tell(ACCOUNT, says, accounts[-1])


_opened = near(
    r"accounts?|(?:kunden|benutzer)?konto|compte|espace client|cuenta|conta|account|účet"
    r"|учётная запись|аккаунт|kontoen|fiók\w*"
    r"|contul",
    r"created|set up|ready|activated|freigeschaltet|angelegt|eingerichtet|ouvert|créé|activé"
    r"|list[ao]|cread[ao]|criad[ao]"
    r"|creat[ao]|attivat[ao]|aangemaakt|założył\w*|założone|utworzone|skapat|oprettet|opprettet"
    r"|vytvořen|создан\w?|ya tienes"
    r"|your new customer",
    40,
    one_sentence=True,
)
_ORDER = frozenset({"receipt", "invoice", "order", "shipping", "booking", "appointment"})
_ACCOUNT = frozenset({"account", "reset", "code", "security", "statement", "policy"})
_TO_COME = re.compile(
    r"^.{0,20}\b(?:next|nächsten?|prochaine?|próxim[oa]|prossim[oa]|volgende|następne\w*|nästa|næste|neste"
    r"|seuraava\w*|příští|следующ\w+|sonraki)\b",
    re.IGNORECASE | re.DOTALL,
)
"""An order that is still to come is none: "your next order ships free"."""
_CART = re.compile(
    r"\b(?:cart|basket|warenkorb|panier|carrito|cesta|carrello|winkelwagen|winkelmandje?|koszyk\w*"
    r"|varukorg\w*"
    r"|carrinho|indkøbskurv|handlekurv|ostoskori\w*|košík\w*|корзин\w)\b",
    re.IGNORECASE,
)
"""What lies in a cart was not ordered: "your cart misses you"."""
