"""Shared sources: mailboxes of strangers, with six planted among them that have one odd thing in common.

The trait is a misspelt name, an odd address of the owner's or a provider's account; the six begin
within a month. Without a plant the same strangers are chance, and nothing should be said of them. A list
may hold a misspelt name that no letter ever shows, for some greet nobody: nobody could know that, and
such a sender is not counted among the planted.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from benchmarks.standing.mailbox import ENDS, FAR, Mailbox, Truth, everyday
from benchmarks.standing.post import NUMBERS_CUSTOMERS, House, with_mailer
from inbox_guard.core.history import First
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.together import Case
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import history

STRANGERS = 60
PLANTED = 6
TRAITS = ("misspelt name", "odd address", "provider's account")
STORY = "stranger in a crowd"

_MISSPELT = ("Mira Hlot", "Myra Holt", "Mira Hold", "Mria Holt", "Mira Hollt")
_ODD = ("mira+k7@home.test", "mira+fair2021@home.test", "mira+x@home.test")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A house and the day of its first mail."""

    house: House
    first: datetime


@dataclass(frozen=True, slots=True)
class Plant:
    """What was planted: the trait, and the senders that have it ("" and nobody: nothing was)."""

    trait: str = ""
    senders: frozenset[str] = frozenset()


def strangers(box: Mailbox, trait: str = "") -> tuple[list[Stranger], Plant]:
    """Found `STRANGERS` houses that begin at random; with a trait, `PLANTED` of them share it and a month."""
    fair = STRANGERS - PLANTED if trait else STRANGERS
    found = [Stranger(box.house(), box.day(FAR)) for _ in range(fair)]
    if not trait:
        return found, Plant()
    month = box.day((FAR[0], FAR[1] - 30))
    shared = _sharing(box.dice, trait)
    planted = [
        Stranger(shared(box.house()), month + timedelta(days=box.dice.uniform(0, 28)))
        for _ in range(PLANTED)
    ]
    return [*found, *planted], Plant(trait, frozenset(one.house.sender for one in planted))


def crowd(dice: Random, trait: str = "") -> tuple[Mailbox, Plant]:
    """Return a whole mailbox of strangers."""
    box = Mailbox(dice)
    everyday(box)
    found, plant = strangers(box, trait)
    for one in found:
        box.mailings(one.house, one.first, dice.randint(1, 3))
        box.truths.append(Truth(STORY, one.house.sender, Standing.UNCONSENTED))
    hidden = {one.house.sender for one in found if _never_shown(box, one.house)}
    return box, replace(plant, senders=plant.senders - hidden)


def _never_shown(box: Mailbox, of: House) -> bool:
    """Whether a house calls the owner by a misspelt name in none of its letters."""
    letters = [one for one in box.letters if one.sender == of.sender and one.at <= ENDS]
    return of.called in _MISSPELT and not any(of.called.encode() in one.raw for one in letters)


def cases(dice: Random) -> tuple[Case, ...]:
    """Return the strangers of a mailbox without a plant, as they are set beside each other."""
    found, _ = strangers(Mailbox(dice))
    return tuple(_case(number, one) for number, one in enumerate(found, start=1))


def _case(number: int, one: Stranger) -> Case:
    of = one.house
    seen = [(MarkKind.SALUTED, of.called), (MarkKind.ADDRESSED, of.addressed)]
    if of.mailer in NUMBERS_CUSTOMERS:
        seen.append((MarkKind.PROVIDER_ACCOUNT, f"{of.mailer}:{of.account}"))
    marks = tuple(Mark(kind, value, value, "x@x.test", one.first) for kind, value in seen if value)
    made = replace(
        history(),
        number=number,
        speaker=Speaker(SenderId(SenderKind.ADDRESS, of.author), of.brand, of.domain),
        first_seen=one.first,
        first=First("x@x.test", one.first, of.to, ""),
        marks=marks,
    )
    return Case(made, Verdict(Kind.NEWSLETTER, Standing.UNCONSENTED, (), "no trace"))


def _sharing(dice: Random, trait: str) -> Callable[[House], House]:
    if trait == "misspelt name":
        name, in_to = dice.choice(_MISSPELT), dice.random() < 0.5
        if in_to:
            return lambda of: replace(of, addressed=name)
        return lambda of: replace(of, called=name)
    if trait == "odd address":
        odd = dice.choice(_ODD)
        return lambda of: replace(of, to=odd)
    mailer, account = dice.choice(NUMBERS_CUSTOMERS), str(dice.randrange(10**6, 10**7))
    return lambda of: with_mailer(dice, of, mailer, account)
