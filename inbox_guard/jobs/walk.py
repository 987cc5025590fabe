"""One walk over the ways out that a sender's newest mail offers: one-click, mail, page, a browser for the page.

A newsletter whose header offers none that works may have one at the foot of its text (`core.page.foot`).

Laws 3 to 7: an intention is committed before the first byte, every request goes through the guarded
door, a 2xx is not a success, and a message whose origin is not proven is never answered. The walk
ends at the first answer that settles it; a refused or useless answer passes to the next way at once.
"""

import logging
from dataclasses import dataclass, replace
from typing import assert_never

from inbox_guard.core import page
from inbox_guard.core.address import Owner
from inbox_guard.core.attempt import Intention, Result, of_one_click, patience
from inbox_guard.core.body import body
from inbox_guard.core.exchange import Answer, Request, host
from inbox_guard.core.exchanged import Permission, exchanged, mailed
from inbox_guard.core.kind import reads_like_fraud
from inbox_guard.core.mechanism import (
    WALK,
    Mailto,
    Offer,
    OneClick,
    Order,
    Page,
    in_order,
    mechanism,
)
from inbox_guard.core.message import Message
from inbox_guard.core.page import SoFar
from inbox_guard.core.ports import Browser, Proof
from inbox_guard.core.vocabulary import Mechanism, Outcome
from inbox_guard.errors import NoAnswer, NotPublic, OutboxError
from inbox_guard.jobs import postage
from inbox_guard.jobs.browsing import HINT, MAX_PAGES, browse
from inbox_guard.jobs.household import Doors
from inbox_guard.jobs.lanes import held_until

log = logging.getLogger(__name__)

ONE_CLICK_BODY = b"List-Unsubscribe=One-Click"  # RFC 8058 §3.2, byte for byte
UNPROVEN = "unauthenticated"
FRAUDULENT = "reads-like-fraud"


@dataclass(frozen=True, slots=True)
class Errand:
    """What a walk needs: the run and sender it is for, the owner's rule, and the mail that offers the ways.

    `pressed` counts what was pressed before: a link that confirms is the second step of an attempt.
    `newsletter`: the mail was judged to be one, so that a link in its text may be followed. `setbacks` counts
    the attempts before this one that failed for a while only. `order` of the ways out is the owner's.
    """

    run: int
    sender: int
    rule: str
    owner: Owner
    message: Message
    raw: bytes
    pressed: int = 0
    newsletter: bool = False
    setbacks: int = 0
    order: Order = WALK

    @property
    def ways(self) -> tuple[Offer, ...]:
        """The ways out that the mail's header offers, in the order they are walked."""
        return in_order(self.message.offers, self.order)

    @property
    def address(self) -> str:
        """The subscribed address: the owner's alias this mail was delivered to."""
        return self.message.alias

    def begins(self, url: str) -> SoFar:
        """What an attempt that opens `url` knows before its first answer."""
        message = self.message
        author = message.author.name if message.author else ""
        called = (message.list_name, message.list_id.partition(".")[0], author, message.subject)
        return SoFar(self.address, self.pressed, opened=url, called=called)


def walk(errand: Errand, doors: Doors) -> Result:
    """Walk the offers until one settles it; returns the last result (each one is in the ledger)."""
    steps = _Walk(errand, doors)
    offers = errand.ways
    by_mail = [offer for offer in offers if isinstance(offer, Mailto)]
    result: Result | None = None
    for offer in offers:
        if isinstance(offer, Mailto) and doors.outbox is None:
            continue
        result = steps.attempt(offer)
        if result.settles or result.rule in (UNPROVEN, FRAUDULENT):
            return result
    if by_mail and doors.outbox is None and (result is None or result.outcome is Outcome.FAILED):
        return steps.attempt(by_mail[0])
    if (result is None or result.outcome is Outcome.FAILED) and (foot := _foot(errand)):
        return steps.attempt(foot)
    return result or steps.nothing_offered()


def _foot(errand: Errand) -> Page | None:
    """The way out in the text of a newsletter, unless its header named the same."""
    if not errand.newsletter or Mechanism.PAGE not in errand.order:
        return None
    found = page.way_at_the_foot(errand.message, body(errand.raw))
    return None if found in errand.message.offers else found


class _Walk:
    """Carries the proof of the message's origin from one offer to the next: DNS is asked once."""

    def __init__(self, errand: Errand, doors: Doors) -> None:
        self.errand = errand
        self.doors = doors
        self.proof: Proof | None = None
        self.number = 0

    def attempt(self, offer: Offer) -> Result:
        """Commit the intention, perform the offer, append the result; a page of scripts: by a browser too."""
        self.number = self.intend(mechanism(offer), _destination(offer))
        with self.doors.during(self.number):
            result = self.refused() or self.held(offer) or self.perform(offer)
        result = self.conclude(self.number, mechanism(offer), _destination(offer), result)
        if result.needs_script and isinstance(offer, Page) and self.doors.browser is not None:
            return self.attempt_in_browser(offer, self.doors.browser)
        return result

    def attempt_in_browser(self, offer: Page, browser: Browser) -> Result:
        """The same for a page that showed nothing without its script; the mail was proven before."""
        number = self.number = self.intend(Mechanism.BROWSER, _destination(offer))
        name = f"attempt-{number}"
        with self.doors.during(number):
            # What a script has drawn says nothing of the address that was opened: no aftermath is read from it.
            so_far = replace(self.errand.begins(offer.url), opened="")
            result = browse(offer.url, so_far, name, browser)
        if picture := browser.pictured(name):
            result = replace(result, detail=f"{result.detail} (picture: {picture})")
        return self.conclude(number, Mechanism.BROWSER, _destination(offer), result)

    def nothing_offered(self) -> Result:
        """The newest mail offers no usable way out any more."""
        number = self.intend(Mechanism.NONE, "")
        result = Result(Outcome.FAILED, "their newest mail offers no way out that can be used")
        self.doors.ledger.conclude(number, result, self.doors.clock())
        return result

    def intend(self, via: Mechanism, destination: str) -> int:
        errand = self.errand
        return self.doors.ledger.intend(
            Intention(
                run=errand.run,
                sender=errand.sender,
                mechanism=via,
                host=destination,
                message_id=errand.message.message_id,
                rule=errand.rule,
                at=self.doors.clock(),
            )
        )

    def conclude(self, number: int, via: Mechanism, destination: str, result: Result) -> Result:
        self.doors.ledger.conclude(number, result, self.doors.clock())
        log.info(
            "attempt=%d via=%s host=%s outcome=%s", number, via, destination, result.outcome.value
        )
        return result

    def refused(self) -> Result | None:
        """The risk gate (law 7), asked only now because it needs the whole mail."""
        return self.unproven() or self.fraudulent()

    def unproven(self) -> Result | None:
        """Whether nothing proves the author; DNS is asked where her own server said nothing."""
        authentication = self.errand.message.authentication
        if authentication.passed is True:
            return None
        says = authentication.says
        if authentication.passed is None:
            proof = self.prove()
            if proof.authenticated:
                return None
            says = proof.says
        return Result(
            Outcome.BLOCKED,
            f"nothing proves that this mail is from whom it says: {says or 'no result'}",
            rule=UNPROVEN,
        )

    def fraudulent(self) -> Result | None:
        """Whether a newsletter by its header block, which a sweep need not have read, is a fraud by its words."""
        if not self.errand.newsletter:
            return None
        if not reads_like_fraud(self.errand.message, body(self.errand.raw)):
            return None
        says = "its words are like those of frauds: answering would tell them that you read it"
        return Result(Outcome.BLOCKED, says, rule=FRAUDULENT)

    def held(self, offer: Offer) -> Result | None:
        """A host that asked to be left alone is not asked for this sender either."""
        until = held_until(offer, self.doors)
        if until is None:
            return None
        says = f"{_destination(offer)} asked to be left alone until {until:%Y-%m-%d %H:%M} UTC"
        return Result(Outcome.FAILED, says, retry_at=until)

    def prove(self) -> Proof:
        if self.proof is None:
            author = self.errand.message.author
            domain = author.domain if author else ""
            self.proof = self.doors.proof.prove(self.errand.raw, domain)
        return self.proof

    def perform(self, offer: Offer) -> Result:
        match offer:
            case OneClick():
                return self.one_click(offer)
            case Mailto():
                return self.mail(offer)
            case Page():
                return self.page(offer)
            case _:
                assert_never(offer)

    def one_click(self, offer: OneClick) -> Result:
        authentication = self.errand.message.authentication
        signed = authentication.signs_list_headers
        if not signed and not authentication.domains:
            signed = self.prove().signs_list_headers
        if not signed:
            return Result(
                Outcome.FAILED, "the one-click promise is not signed (RFC 8058 §4); not used"
            )
        request = Request("POST", offer.url, ONE_CLICK_BODY)
        answer = self.request(request)
        if isinstance(answer, Result):
            self.keep(request, None, answer)
            return answer
        read = page.one_click_result(answer, self.doors.clock(), self.errand.setbacks)
        result = replace(read, sent=answer.sent)
        self.keep(request, answer, result)
        return result

    def keep(
        self, request: Request, answer: Answer | None, made: page.Press | Result, pressed: str = ""
    ) -> None:
        """Keep a request and its answer as evidence, before anything else is asked."""
        permission = Permission(self.errand.rule, self.errand.owner)
        kept = exchanged(request, answer, made, permission, self.doors.clock(), pressed)
        self.doors.ledger.exchanged(self.number, kept)

    def mail(self, offer: Mailto) -> Result:
        with self.doors.post:
            result = self.sent(offer)
            if result.outcome is not Outcome.NEEDS_OWNER:
                kept = mailed(offer.to, result, self.errand.rule, self.doors.clock())
                self.doors.ledger.exchanged(self.number, kept)
        return result

    def sent(self, offer: Mailto) -> Result:
        outbox = self.doors.outbox
        if outbox is None:
            return Result(
                Outcome.NEEDS_OWNER,
                "they can only be left by mail: set GUARD_SMTP_HOST, or write to them yourself",
                owner_url=f"mailto:{offer.to}",
            )
        if rule := self.misdirected(offer):
            says = f"the address to write to is not the list's own to give: {rule}"
            return Result(Outcome.BLOCKED, says, rule=rule)
        if not self.errand.address:
            return Result(
                Outcome.NEEDS_OWNER,
                "no header tells which of your addresses is subscribed (see GUARD_ADDRESSES)",
                owner_url=f"mailto:{offer.to}",
            )
        if waits := postage.held(offer.to, self.doors):
            return waits
        try:
            outbox.unsubscribe(offer, self.errand.address)
        except OutboxError as error:
            if error.sent:
                return Result(Outcome.UNKNOWN, f"the mail may have left: {error}")
            return (
                self.temporary(str(error))
                if error.temporary
                else Result(Outcome.FAILED, str(error))
            )
        return Result(Outcome.ACCEPTED, "your mail server took the mail")

    def misdirected(self, offer: Mailto) -> str:
        """The rule that forbids writing there: we mail neither the owner herself nor a whole list."""
        if self.errand.owner.owns(offer.to):
            return "own-address"
        posting = self.errand.message.headers.first("list-post").lower()
        return "posting-address" if f"mailto:{offer.to}".lower() in posting else ""

    def page(self, offer: Page) -> Result:
        """Open the page and press what the page engine proposes, at most `MAX_PAGES` answers."""
        request = Request("GET", offer.url)
        so_far = self.errand.begins(offer.url)
        sent, pressed = 0, ""
        for _ in range(MAX_PAGES):
            answer = self.request(request)
            if isinstance(answer, Result):
                self.keep(request, None, answer, pressed)
                return answer
            sent += answer.sent
            made = self.retry_later(answer) or page.read(answer, so_far)
            self.keep(request, answer, made, pressed)
            match made:
                case Result() as result:
                    return self.without_script(replace(result, sent=sent), so_far)
                case page.Press() as press:
                    pressed = press.label if press.acts else ""
                    request = _carrying(press.request, request, answer)
                    so_far = so_far.after(press)
        return Result(
            Outcome.NEEDS_OWNER,
            f"after {MAX_PAGES} pages there was still no answer",
            owner_url=offer.url,
            sent=sent,
        )

    def without_script(self, result: Result, so_far: SoFar) -> Result:
        """A page that needs its script is opened afresh in a browser only if nothing was pressed yet."""
        if result.needs_script and self.doors.browser is None:
            return replace(result, detail=f"{result.detail} ({HINT})")
        return replace(result, needs_script=result.needs_script and not so_far.labels)

    def retry_later(self, answer: Answer) -> Result | None:
        """A busy or broken server's answer, read the same way for pages as for one-click."""
        if answer.status in (408, 425, 429) or answer.status >= 500:
            return of_one_click(answer, self.doors.clock(), self.errand.setbacks)
        return None

    def request(self, request: Request) -> Answer | Result:
        """Send one request through the guarded door; what stops it is a result too."""
        try:
            return self.doors.web.perform(request)
        except NotPublic as refusal:
            return Result(Outcome.BLOCKED, str(refusal), rule=refusal.rule)
        except NoAnswer as silence:
            if silence.sent:
                return Result(
                    Outcome.UNKNOWN, f"{request.host} gave no answer to be read: {silence}"
                )
            return self.temporary(f"{request.host} could not be reached: {silence}")

    def temporary(self, says: str) -> Result:
        """A failure that left no trace outside: to be tried again in an hour, or later after others."""
        wait = patience(self.errand.setbacks)
        return Result(Outcome.FAILED, says, retry_at=self.doors.clock() + wait)


def _carrying(following: Request, before: Request, answer: Answer) -> Request:
    """Give the next request this attempt's cookies of its own site, and of no other."""
    kept: dict[str, str] = {}
    for url, cookies in ((before.url, before.cookies), (answer.url, answer.cookies)):
        if page.same_site(url, following.url):
            kept.update(cookies)
    return replace(following, cookies=tuple(kept.items()))


def _destination(offer: Offer) -> str:
    """The host or mail domain that an offer would contact; all of it that may be shown."""
    match offer:
        case Mailto(to=to):
            return to.rpartition("@")[2]
        case OneClick(url=url) | Page(url=url):
            return host(url)
        case _:
            assert_never(offer)
