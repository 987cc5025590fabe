"""S46, law 7: who must never be contacted is not, by the whole job, however the owner's word pushes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.judgement import AUTHSERV, OWN, OWNER, own_cases
from inbox_guard.core.exchange import host
from inbox_guard.core.history import Answer, Word
from inbox_guard.core.mechanism import Mailto, in_order
from inbox_guard.core.vocabulary import Kind, Mode
from inbox_guard.jobs.household import Rules
from inbox_guard.jobs.preview import requests
from tests.core.test_judged_mail import message
from tests.fakes.web import answer
from tests.jobs.scene import NOW, URL, Scene
from tests.letters import AUTHSERV_ID, newsletter

WAYS_OUT = f"<{URL}>, <mailto:leave@lamps.test>"
HONEST = newsletter("Lamps <news@lamps.test>", NOW, way_out=WAYS_OUT)
FAILED = f"Authentication-Results: {AUTHSERV_ID}; dkim=fail header.d=lamps.test; spf=softfail"
UNPROVEN = newsletter("Lamps <news@lamps.test>", NOW, way_out=WAYS_OUT, proven=False)


def without(raw: bytes, *fields: str) -> bytes:
    head, _, text = raw.partition(b"\r\n\r\n")
    names = tuple(f"{field.lower()}:".encode() for field in fields)
    kept = [line for line in head.split(b"\r\n") if not line.lower().startswith(names)]
    return b"\r\n".join(kept) + b"\r\n\r\n" + text


RISKY: dict[str, tuple[bytes, str]] = {
    "nothing proves it": (UNPROVEN, "INBOX"),
    "her server found nothing that proves it": (FAILED.encode() + b"\r\n" + UNPROVEN, "INBOX"),
    "its proof is another server's": (
        HONEST.replace(AUTHSERV_ID.encode() + b";", b"mx.evil.test;"),
        "INBOX",
    ),
    "it lies in her junk folder": (HONEST, "Junk"),
    "it has neither date nor Message-ID": (without(HONEST, "date", "message-id"), "INBOX"),
    "its author is dressed as another": (
        HONEST.replace(b"Lamps <news@lamps.test>", b'"boss@bank.test" <news@lamps.test>'),
        "INBOX",
    ),
    "it has two authors": (HONEST.replace(b"From:", b"From: Bank <a@bank.test>\r\nFrom:"), "INBOX"),
}


def cleaned(scene: Scene, raw: bytes, folder: str = "INBOX") -> Scene:
    """A cleanup in the boldest mode, after the owner refused everything by every name."""
    scene.mode = Mode.AUTO
    scene.web.on(f"POST {URL}", answer(200))
    scene.mailbox.deliver(folder, raw, scene.now)
    for target in ("lamps.test", "offers.lamps.test", "news@lamps.test"):
        scene.ledger.say("main", Word(Answer.REFUSE, target, scene.now))
    scene.clean()
    return scene


@pytest.mark.parametrize(("raw", "folder"), RISKY.values(), ids=RISKY.keys())
def test_a_risky_mail_is_never_answered(scene: Scene, raw: bytes, folder: str) -> None:
    cleaned(scene, raw, folder)
    assert scene.web.requests == []
    assert scene.outbox.unsubscribed == []


def test_an_honest_one_is_answered_though_it_is_new_and_unknown(scene: Scene) -> None:
    cleaned(scene, HONEST)
    assert [request.method for request in scene.web.requests] == ["POST"]


@dataclass
class Collected(Scene):
    """A mailbox of the people that the hand-written mail is addressed to."""

    @property
    def rules(self) -> Rules:
        return replace(super().rules, owner=OWNER, authserv_ids=AUTHSERV, max_per_run=10_000)


# Fake shops that sign their mail and write like any shop that closes: judgement takes them for newsletters.
# Two of 294: whoever adds one says so in docs/security.md.
TAKEN_FOR_SHOPS = {"fejkbutik-jackor-postfix-sv.eml", "newsletter-hollow-throw-en.eml"}


FAKE_SHOP = OWN / "next-b" / "boatshoe-warehouse-clearance-fake-shop-en.eml"


def test_a_fake_shop_with_the_headers_of_a_newsletter_is_not_answered_nor_promised_to_be(
    tmp_path: Path,
) -> None:
    scene = Collected(tmp_path, mode=Mode.AUTO)
    scene.mailbox.deliver("INBOX", FAKE_SHOP.read_bytes(), datetime(2026, 6, 1, tzinfo=UTC))
    for plan in scene.plan().plans:
        scene.ledger.say("main", Word(Answer.REFUSE, plan.history.speaker.sender.value, scene.now))
    (only,) = [plan for plan in scene.plan().plans if plan.contacts]
    assert requests(only, scene.rules, scene.doors) == (
        "nothing: its words are like those of frauds",
    )
    scene.clean()
    assert scene.web.requests == []
    (attempt,) = scene.ledger.attempts(only.history.number)
    assert attempt.result is not None
    assert attempt.result.rule == "reads-like-fraud"


def with_a_way_out(raw: bytes, number: int) -> bytes:
    """The same mail, offering a way out if it did not yet."""
    host = b"spam%d.test" % number
    fields = (
        b"List-Unsubscribe: <https://%b/u>, <mailto:u@%b>\r\n" % (host, host)
        + b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    )
    return fields + raw


def test_no_spam_of_the_collection_is_answered_that_is_not_signed_and_shop_like(
    tmp_path: Path,
) -> None:
    scene = Collected(tmp_path, mode=Mode.AUTO)
    spam = [case for case in own_cases() if case.label == Kind.SPAM]
    told: dict[str, str] = {}
    for number, case in enumerate(spam):
        offers = in_order(message(case.path).offers)
        raw = case.path.read_bytes()
        raw = raw if offers else with_a_way_out(raw, number)
        urls = [offer.url for offer in offers if not isinstance(offer, Mailto)]
        told.update(dict.fromkeys([f"spam{number}.test", *map(host, urls)], case.path.name))
        scene.mailbox.deliver("INBOX", raw, datetime(2026, 6, 1, tzinfo=UTC))
    scene.clean()
    scene.ledger.close()
    assert len(spam) > 100
    asked = {told[request.host] for request in scene.web.requests}
    assert asked <= TAKEN_FOR_SHOPS
    assert len(scene.outbox.unsubscribed) <= len(TAKEN_FOR_SHOPS)
