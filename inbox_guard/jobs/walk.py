"""One walk over the ways out that a sender's newest mail offers: one-click, then mail, then page.

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
from inbox_guard.core.attempt import Intention, Result, of_one_click
from inbox_guard.core.body import body
from inbox_guard.core.exchange import Answer, Request, host
from inbox_guard.core.mechanism import Mailto, Offer, OneClick, Page, in_order, mechanism
from inbox_guard.core.message import Message
from inbox_guard.core.ports import Proof
from inbox_guard.core.vocabulary import Mechanism, Outcome
from inbox_guard.errors import NoAnswer, NotPublic, OutboxError
from inbox_guard.jobs.household import Doors

log = logging.getLogger(__name__)

ONE_CLICK_BODY = b"List-Unsubscribe=One-Click"  # RFC 8058 §3.2, byte for byte
MAX_PAGES = 5
UNPROVEN = "unauthenticated"


@dataclass(frozen=True, slots=True)
class Errand:
    """What a walk needs: the run and sender it is for, the owner's rule, and the mail that offers the ways.

    `pressed` counts what was pressed before: a link that confirms is the second step of an attempt.
    `newsletter`: the mail was judged to be one, so that a link in its text may be followed.
    """

    run: int
    sender: int
    rule: str
    owner: Owner
    message: Message
    raw: bytes
    pressed: int = 0
    newsletter: bool = False

    @property
    def address(self) -> str:
        """The subscribed address: the owner's alias this mail was delivered to."""
        return self.message.alias


def walk(errand: Errand, doors: Doors) -> Result:
    """Walk the offers until one settles it; returns the last result (each one is in the ledger)."""
    steps = _Walk(errand, doors)
    offers = in_order(errand.message.offers)
    by_mail = [offer for offer in offers if isinstance(offer, Mailto)]
    result: Result | None = None
    for offer in offers:
        if isinstance(offer, Mailto) and doors.outbox is None:
            continue
        result = steps.attempt(offer)
        if result.settles or result.rule == UNPROVEN:
            return result
    if by_mail and doors.outbox is None and (result is None or result.outcome is Outcome.FAILED):
        return steps.attempt(by_mail[0])
    if (result is None or result.outcome is Outcome.FAILED) and (foot := _foot(errand)):
        return steps.attempt(foot)
    return result or steps.nothing_offered()


def _foot(errand: Errand) -> Page | None:
    """The way out in the text of a newsletter, unless its header named the same."""
    if not errand.newsletter:
        return None
    found = page.way_at_the_foot(errand.message, body(errand.raw))
    return None if found in errand.message.offers else found


class _Walk:
    """Carries the proof of the message's origin from one offer to the next: DNS is asked once."""

    def __init__(self, errand: Errand, doors: Doors) -> None:
        self.errand = errand
        self.doors = doors
        self.proof: Proof | None = None

    def attempt(self, offer: Offer) -> Result:
        """Commit the intention, perform the offer, append the result."""
        number = self.intend(mechanism(offer), _destination(offer))
        result = self.refused() or self.perform(offer)
        return self.conclude(number, offer, result)

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

    def conclude(self, number: int, offer: Offer, result: Result) -> Result:
        self.doors.ledger.conclude(number, result, self.doors.clock())
        via, destination = mechanism(offer), _destination(offer)
        log.info(
            "attempt=%d via=%s host=%s outcome=%s", number, via, destination, result.outcome.value
        )
        return result

    def refused(self) -> Result | None:
        """The risk gate (law 7), asked only now because its proof may need DNS."""
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
        answer = self.request(Request("POST", offer.url, ONE_CLICK_BODY))
        if isinstance(answer, Result):
            return answer
        return replace(page.one_click_result(answer, self.doors.clock()), sent=answer.sent)

    def mail(self, offer: Mailto) -> Result:
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
        request, so_far = (
            Request("GET", offer.url),
            page.SoFar(self.errand.address, self.errand.pressed, opened=offer.url),
        )
        sent = 0
        for _ in range(MAX_PAGES):
            answer = self.request(request)
            if isinstance(answer, Result):
                return answer
            sent += answer.sent
            if later := self.retry_later(answer):
                return replace(later, sent=sent)
            match page.read(answer, so_far):
                case Result() as result:
                    return replace(result, sent=sent)
                case page.Press() as press:
                    request = _carrying(press.request, request, answer)
                    so_far = so_far.after(press)
        return Result(
            Outcome.NEEDS_OWNER,
            f"after {MAX_PAGES} pages there was still no answer",
            owner_url=offer.url,
            sent=sent,
        )

    def retry_later(self, answer: Answer) -> Result | None:
        """A busy or broken server's answer, read the same way for pages as for one-click."""
        if answer.status in (408, 425, 429) or answer.status >= 500:
            return of_one_click(answer, self.doors.clock())
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
        """A failure that left no trace outside: to be tried again in an hour."""
        unanswered = of_one_click(Answer(503, (), b"", ""), self.doors.clock())
        return Result(Outcome.FAILED, says, retry_at=unanswered.retry_at)


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
