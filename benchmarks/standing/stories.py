"""The stories: how a sender came by the owner's address, told in letters, and the standing that follows.

Each is one function with its own dates and headers; `STORIES` names them for the table.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from benchmarks.standing import texts
from benchmarks.standing.mailbox import ANY, FAR, SHORT, Mailbox, Story, Truth
from benchmarks.standing.post import (
    ADDRESS,
    MAILERS,
    House,
    Letter,
    genuine,
    personal,
    received,
    with_mailer,
)
from benchmarks.standing.texts import Text
from inbox_guard.core.history import Answer
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.vocabulary import Kind, Standing


def opted_in(box: Mailbox) -> None:
    """She signed up, confirmed, was welcomed; the newsletters came after."""
    of = box.house()
    first = _signs_up(box, of)
    box.mailings(of, first, claims="subscribed")
    box.truths.append(_true("opted in", of, Standing.CONSENTED, "subscribed"))


def moved_on(box: Mailbox) -> None:
    """She signed up; later the sender changes its provider, its List-Id and the host it writes from."""
    of = box.house()
    first = _signs_up(box, of)
    before = box.mailings(of, first, claims="subscribed")
    mailer = box.dice.choice([name for name in sorted(MAILERS) if name != of.mailer])
    later = with_mailer(box.dice, of, mailer)
    while later.host == of.host:
        later = with_mailer(box.dice, of, mailer)
    box.mailings(later, before[-1].at + timedelta(days=30), claims="subscribed")
    for one in (of, later):
        box.truths.append(_true("opted in, then moved", one, Standing.CONSENTED, "subscribed"))


def ordered(box: Mailbox) -> None:
    """She bought something; marketing followed."""
    of = box.house()
    bought = box.day(ANY)
    box.about(of, "order", bought)
    if box.dice.random() < 0.7:
        box.about(of, "shipping", bought + timedelta(days=2))
    box.mailings(of, bought + timedelta(days=box.dice.randint(5, 60)), claims="customer")
    box.truths.append(_true("ordered", of, Standing.CUSTOMER, "customer"))


def opened_account(box: Mailbox) -> None:
    """She opened an account; marketing followed."""
    of = box.house()
    opened = box.day(ANY)
    box.about(of, "account", opened)
    box.mailings(of, opened + timedelta(days=box.dice.randint(5, 60)), claims="customer")
    box.truths.append(_true("account", of, Standing.CUSTOMER, "customer"))


def ordered_elsewhere(box: Mailbox) -> None:
    """The order came from one subdomain of the shop, the marketing comes from another."""
    of = box.house()
    of = replace(of, host=f"news.{of.domain}")
    bought = box.day(ANY)
    box.about(of, "order", bought, host=f"orders.{of.domain}")
    box.mailings(of, bought + timedelta(days=box.dice.randint(5, 60)), claims="customer")
    box.truths.append(_true("ordered elsewhere", of, Standing.CUSTOMER, "customer"))


def wrote_first(box: Mailbox) -> None:
    """She asked them something; marketing followed."""
    of = box.house()
    at = box.day(ANY)
    box.writes("ask", of, f"info@{of.domain}", at)
    box.mailings(of, at + timedelta(days=box.dice.randint(2, 40)))
    box.truths.append(_true("wrote first", of, Standing.CONSENTED))


def replied(box: Mailbox) -> None:
    """She answered one of their mailings, kindly."""
    of = box.house(language=box.dice.choice(texts.languages("answer")))
    letters = box.mailings(of, box.day(FAR))
    box.writes("answer", of, of.author, letters[0].at + timedelta(hours=7), letters[0])
    box.truths.append(_true("replied", of, Standing.CONSENTED))


def never_any_trace(box: Mailbox) -> None:
    """Out of nowhere, while the mail reaches back more than a year."""
    of = box.house()
    claims = box.dice.choice(("subscribed", "subscribed", "customer", ""))
    box.mailings(of, box.day(FAR), claims=claims)
    box.truths.append(_true("never any trace", of, Standing.UNCONSENTED, claims, so=False))


def short_history(box: Mailbox) -> None:
    """The same, but the mail does not reach back far enough to tell."""
    of = box.house()
    claims = box.dice.choice(("subscribed", ""))
    box.mailings(of, box.day(SHORT), claims=claims)
    box.truths.append(_true("history too short", of, Standing.UNSURE, claims, so=False))


def late_welcome(box: Mailbox) -> None:
    """The welcome came when marketing had gone on for a month or more."""
    of = box.house()
    first = box.day(FAR)
    box.mailings(of, first, 6)
    box.signing_up(of, "welcome", first + timedelta(days=box.dice.randint(30, 120)))
    box.truths.append(_true("late welcome", of, Standing.UNSURE))


def goodbye_ignored(box: Mailbox) -> None:
    """She signed up, left, they said goodbye; a month later their mail goes on."""
    of = box.house()
    of = replace(of, host=of.domain)
    last = box.mailings(of, _signs_up(box, of), 4, claims="subscribed")[-1].at
    left = last + timedelta(days=3)
    box.about(of, "goodbye", left)
    box.mailings(of, left + timedelta(days=30), 4, claims="subscribed")
    box.truths.append(_true("goodbye ignored", of, Standing.UNCONSENTED, "subscribed"))


def goodbye_elsewhere(box: Mailbox) -> None:
    """The same, but the goodbye came from another host: it may have been about another list."""
    of = box.house()
    of = replace(of, host=f"news.{of.domain}")
    last = box.mailings(of, _signs_up(box, of), 4)[-1].at
    box.about(of, "goodbye", last + timedelta(days=3), host=f"accounts.{of.domain}")
    box.mailings(of, last + timedelta(days=40), 4)
    box.truths.append(_true("goodbye of another host", of, Standing.UNSURE))


def came_back(box: Mailbox) -> None:
    """She signed up, left, and signed up again."""
    of = box.house()
    last = box.mailings(of, _signs_up(box, of), 3, claims="subscribed")[-1].at
    left = last + timedelta(days=3)
    box.about(of, "goodbye", left)
    again = left + timedelta(days=box.dice.randint(30, 90))
    box.signing_up(of, "confirm", again)
    box.signing_up(of, "welcome", again + timedelta(minutes=20))
    box.mailings(of, again + timedelta(days=5), 4, claims="subscribed")
    box.truths.append(_true("goodbye, then back", of, Standing.CONSENTED, "subscribed"))


def asked_to_stop(box: Mailbox) -> None:
    """She signed up, then wrote that she wants no more; their mail goes on."""
    of = box.house()
    last = box.mailings(of, _signs_up(box, of), 4, claims="subscribed")[-1]
    to = box.dice.choice((of.author, f"unsubscribe@{of.host}", f"service@{of.host}"))
    box.writes("stop", of, to, last.at + timedelta(days=1))
    box.mailings(of, last.at + timedelta(days=40), 4, claims="subscribed")
    box.truths.append(_true("asked to stop", of, Standing.UNCONSENTED, "subscribed"))


def answered_stop(box: Mailbox) -> None:
    """She answered a mailing with nothing but the wish that it end; their mail goes on."""
    of = box.house()
    last = box.mailings(of, box.day(FAR), 3)[-1]
    box.writes("stop", of, of.author, last.at + timedelta(days=1), last)
    box.mailings(of, last.at + timedelta(days=40), 3)
    box.truths.append(_true("answered: stop", of, Standing.UNCONSENTED))


def alias_passed_on(box: Mailbox) -> None:
    """An address that was made for one shop is used by another sender."""
    shop, other = box.house(), box.house()
    alias = ADDRESS.replace("@", f"+{shop.brand.split()[0].lower()}@")
    shop = replace(shop, to=alias)
    bought = box.day((20, FAR[0]))
    box.about(shop, "order", bought)
    box.mailings(shop, bought + timedelta(days=9), 3, claims="customer")
    if box.dice.random() < 0.5:
        box.known.append(Known(KnownKind.ALIAS, alias, shop.domain, None, "aliases.csv"))
    box.mailings(replace(other, to=alias), box.day(FAR), claims="subscribed")
    box.truths.append(_true("alias: its shop", shop, Standing.CUSTOMER, "customer"))
    told = _true("alias passed on", other, Standing.UNCONSENTED, "subscribed", so=False)
    box.truths.append(told)


def allowed(box: Mailbox) -> None:
    """A stranger whom the owner allows."""
    of = box.house()
    box.mailings(of, box.day(FAR))
    box.says(Answer.ALLOW, box.dice.choice((of.author, of.domain)))
    box.truths.append(_true("allowed", of, Standing.CONSENTED))


def refused(box: Mailbox) -> None:
    """A sender she once signed up with, and refuses now."""
    of = box.house()
    box.mailings(of, _signs_up(box, of), claims="subscribed")
    box.says(Answer.REFUSE, box.dice.choice((of.author, of.domain)))
    box.truths.append(_true("refused", of, Standing.UNCONSENTED, "subscribed"))


def cold(box: Mailbox) -> None:
    """A stranger sells something by hand, and asks again twice."""
    address, _ = _pitches(box, follow_ups=box.dice.randint(1, 3))
    told = Truth("cold outreach", address, Standing.UNCONSENTED, Kind.OUTREACH)
    box.truths.append(told)


def cold_answered(box: Mailbox) -> None:
    """The same, and the owner answered."""
    of = box.house(language=box.dice.choice(texts.languages("answer")))
    address, letters = _pitches(box, of=of, follow_ups=0)
    box.writes("answer", of, address, letters[0].at + timedelta(hours=30), letters[0])
    box.truths.append(Truth("cold outreach answered", address, Standing.CONSENTED))


def forged_welcome(box: Mailbox) -> None:
    """A welcome in their name that fails authentication came first."""
    of = box.house()
    first = box.day(FAR)
    box.about(of, "welcome", first, proven=False)
    box.mailings(of, first + timedelta(days=1), claims="subscribed")
    told = _true("forged welcome", of, Standing.UNCONSENTED, "subscribed", so=False)
    box.truths.append(told)


def order_in_junk(box: Mailbox) -> None:
    """An order notice that the owner's filter put into Junk: she ordered nothing."""
    of = box.house()
    first = box.day(FAR)
    box.about(of, "order", first, folder="Junk")
    box.mailings(of, first + timedelta(days=6), claims="customer")
    told = _true("order notice in Junk", of, Standing.UNCONSENTED, "customer", so=False)
    box.truths.append(told)


def network_person(box: Mailbox) -> None:
    """Somebody writes through LinkedIn, where the owner has an account."""
    dice = box.dice
    person = f"{box.house().person} {dice.choice('ABCDEFGHKLMNPRSTW')}{box.houses}"
    text = texts.one(dice, "pitch", "en").filled(box.house(language="en").fields(dice))
    letter = received(
        dice,
        author=f"{person} via LinkedIn <inmail-hit-reply@linkedin.com>",
        to=ADDRESS,
        text=text,
        at=box.day(FAR),
        extra=[
            *genuine("linkedin.com"),
            "X-LinkedIn-Class: INMAIL",
            "X-LinkedIn-Template: inmail_new",
        ],
    )
    box.letters.append(letter)
    _network_itself(box)
    sender = f"linkedin:{person.casefold()}"
    box.truths.append(Truth("person on LinkedIn", sender, Standing.UNCONSENTED, Kind.PLATFORM))


def junked_by_hand(box: Mailbox) -> None:
    """The mail does not reach back far enough, but the owner moves what they send to Junk."""
    of = box.house()
    letters = box.mailings(of, box.day(SHORT), box.dice.randint(3, 5))
    box.moved_to_junk += [letter.message_id for letter in letters]
    box.truths.append(_true("moved to Junk by hand", of, Standing.UNCONSENTED))


STORIES: tuple[Story, ...] = (
    opted_in,
    moved_on,
    ordered,
    opened_account,
    ordered_elsewhere,
    wrote_first,
    replied,
    never_any_trace,
    short_history,
    late_welcome,
    goodbye_ignored,
    goodbye_elsewhere,
    came_back,
    asked_to_stop,
    answered_stop,
    alias_passed_on,
    allowed,
    refused,
    cold,
    cold_answered,
    forged_welcome,
    order_in_junk,
    network_person,
    junked_by_hand,
)


def _true(story: str, of: House, standing: Standing, claims: str = "", *, so: bool = True) -> Truth:
    return Truth(story, of.sender, standing, None, claims, bool(claims) and so)


def _signs_up(box: Mailbox, of: House) -> datetime:
    """Ask to confirm, welcome, or both; returns when the first issue may come."""
    at = box.day(ANY)
    if box.dice.random() < 0.8:
        box.signing_up(of, "confirm", at)
    else:
        box.signing_up(of, "welcome", at)
        return at + timedelta(days=box.dice.randint(0, 9), hours=1)
    if box.dice.random() < 0.8:
        box.signing_up(of, "welcome", at + timedelta(minutes=box.dice.randint(3, 600)))
    return at + timedelta(days=box.dice.randint(1, 9))


def _pitches(box: Mailbox, *, follow_ups: int, of: House | None = None) -> tuple[str, list[Letter]]:
    dice = box.dice
    of = of or box.house(language=dice.choice(texts.languages("pitch")))
    address = f"{of.person.partition(' ')[0].lower()}@{of.domain}"
    author = f"{of.person} <{address}>"
    text = texts.one(dice, "pitch", of.language).filled(of.fields(dice))
    letters = [personal(dice, author, box.day(FAR), text)]
    for _ in range(follow_ups):
        again: Text = texts.one(dice, "bump", of.language).filled(of.fields(dice))
        again = again._replace(subject=f"Re: {text.subject}")
        at = letters[-1].at + timedelta(days=dice.randint(3, 9))
        letters.append(personal(dice, author, at, again, parent=letters[-1].message_id))
    box.letters += letters
    return address, letters


def _network_itself(box: Mailbox) -> None:
    """The network welcomes and warns the owner: that is about her account there, and about nobody else."""
    dice = box.dice
    for subject, body in (
        ("Welcome to LinkedIn", "Hello Mira,\n\nyour account is ready. Thank you for joining."),
        ("New sign-in to your account", "Hello Mira,\n\nwas this you? A new device signed in."),
    ):
        letter = received(
            dice,
            author="LinkedIn <security-noreply@linkedin.com>",
            to=ADDRESS,
            text=Text(subject, body),
            at=box.day((10, 300)),
            extra=genuine("linkedin.com"),
        )
        box.letters.append(letter)
