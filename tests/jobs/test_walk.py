"""The walk over the ways out: their order, what settles it, what passes on, what is never tried."""

import pytest

from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.ports import Proof
from inbox_guard.core.vocabulary import Mechanism, Outcome
from inbox_guard.errors import NoAnswer, NotPublic, OutboxError
from inbox_guard.jobs.walk import Errand, walk
from tests.fakes.web import answer
from tests.jobs.scene import URL, Scene
from tests.letters import newsletter

MAILTO = "<mailto:leave+a+b@lamps.test?subject=out+1>"
GONE = "<h1>Done</h1><p>You have been unsubscribed from our newsletter.</p>"


def test_one_click_comes_first_whatever_the_senders_order(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive(f"{MAILTO}, <{URL}>")
    scene.clean()
    assert scene.outcomes() == [("one-click", "accepted")]
    (request,) = scene.web.requests
    assert (request.method, request.body) == ("POST", b"List-Unsubscribe=One-Click")
    assert request.cookies == ()
    assert scene.outbox.unsubscribed == []


def test_the_owner_may_want_another_order(scene: Scene) -> None:
    scene.order = (Mechanism.MAILTO, Mechanism.ONE_CLICK)
    scene.arrive(f"<{URL}>, {MAILTO}")
    (first,) = [plan for plan in scene.plan().plans if plan.contacts]
    assert first.mechanism is Mechanism.MAILTO
    scene.clean()
    assert scene.outcomes() == [("mailto", "accepted")]
    assert scene.web.requests == []


def test_a_way_that_the_owner_leaves_out_is_not_used(scene: Scene) -> None:
    scene.order = (Mechanism.ONE_CLICK,)
    scene.web.on(f"POST {URL}", answer(405))
    scene.arrive(f"<{URL}>, {MAILTO}")
    scene.clean()
    assert scene.outcomes() == [("one-click", "failed")]
    assert [request.method for request in scene.web.requests] == ["POST"]
    assert scene.outbox.unsubscribed == []


@pytest.mark.parametrize("status", [301, 302, 307, 400, 404, 405, 410])
def test_a_refused_one_click_passes_to_the_mail_at_once(scene: Scene, status: int) -> None:
    scene.web.on(f"POST {URL}", answer(status))
    scene.arrive(f"<{URL}>, {MAILTO}")
    scene.clean()
    assert scene.outcomes() == [("one-click", "failed"), ("mailto", "accepted")]
    ((mailto, sender),) = scene.outbox.unsubscribed
    assert (mailto.to, mailto.subject) == ("leave+a+b@lamps.test", "out+1")
    assert sender == "ada@home.test"


def test_a_mail_is_sent_from_the_address_that_was_subscribed(scene: Scene) -> None:
    scene.arrive(MAILTO, one_click=False, to="ada+lamps@home.test")
    scene.clean()
    ((_, sender),) = scene.outbox.unsubscribed
    assert sender == "ada+lamps@home.test"


def test_without_smtp_a_mail_is_skipped_for_the_page(scene: Scene) -> None:
    scene.with_smtp = False
    scene.web.on(f"GET {URL}", answer(200, GONE))
    scene.arrive(f"{MAILTO}, <{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "done")]


def test_without_smtp_a_mail_as_the_only_way_is_the_owners(scene: Scene) -> None:
    scene.with_smtp = False
    scene.arrive(MAILTO, one_click=False)
    acted = scene.clean()
    assert scene.outcomes() == [("mailto", "needs_owner")]
    assert "GUARD_SMTP_HOST" in acted.results[0][1].detail


def test_a_mail_that_may_have_left_is_in_doubt_and_never_sent_again(scene: Scene) -> None:
    scene.outbox.failing = OutboxError("connection lost after DATA", sent=True)
    scene.arrive(MAILTO, one_click=False)
    scene.clean()
    scene.outbox.failing = None
    scene.pass_(days=30)
    scene.clean()
    assert scene.outcomes() == [("mailto", "unknown")]
    assert len(scene.outbox.unsubscribed) == 1


@pytest.mark.parametrize(
    ("way_out", "rule"),
    [
        ("<mailto:ada@home.test?subject=unsubscribe>", "own-address"),
        ("<mailto:ada+x@home.test>", "own-address"),
    ],
    ids=["the owner", "the owner by a tag"],
)
def test_a_way_out_that_leads_to_others_is_blocked(scene: Scene, way_out: str, rule: str) -> None:
    from inbox_guard.core.history import Answer, Word

    scene.ledger.say("main", Word(Answer.REFUSE, "offers.lamps.test", scene.now))
    scene.arrive(way_out, one_click=False)
    acted = scene.clean()
    assert [result.rule for _, result in acted.results] == [rule]
    assert scene.outbox.unsubscribed == []


def test_a_way_out_that_posts_to_the_whole_list_is_blocked(scene: Scene) -> None:
    scene.arrive(MAILTO, one_click=False)
    (plan,) = scene.plan().plans
    posting = "<mailto:all@lamps.test>\r\nList-Post: <mailto:all@lamps.test>"
    raw = newsletter("Lamps <news@lamps.test>", scene.now, way_out=posting, one_click=False)
    ref = MessageRef("main", "INBOX", 1, 1)
    fetched = Fetched(ref, Role.INBOX, scene.now, len(raw), raw)
    message = read(fetched, scene.rules.owner, scene.rules.authserv_ids)
    assert isinstance(message, Message)
    with scene.ledger.run("main", "cleanup", "the test's", scene.now) as run:
        errand = Errand(run, plan.history.number, "the test's", scene.rules.owner, message, raw)
        result = walk(errand, scene.doors)
    assert (result.outcome, result.rule) == (Outcome.BLOCKED, "posting-address")
    assert scene.outbox.unsubscribed == []


def test_a_form_is_pressed_and_its_words_believed(scene: Scene) -> None:
    form = (
        "<h1>Unsubscribe</h1><form method=post action=/out><input type=hidden name=k value=7>"
        "<button name=go value=1>Unsubscribe</button></form>"
    )
    scene.web.on(f"GET {URL}", answer(200, form, cookies=(("session", "s1"),)))
    scene.web.on("POST https://lamps.test/out", answer(200, GONE))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "done")]
    pressed = scene.web.requests[1]
    assert pressed.body is not None
    assert set(pressed.body.split(b"&")) == {b"k=7", b"go=1"}
    assert pressed.cookies == (("session", "s1"),)


def test_an_unsigned_promise_of_one_click_is_opened_as_a_page(scene: Scene) -> None:
    scene.proof.says = Proof(True, False, "the signature does not cover List-Unsubscribe-Post")
    scene.web.on(f"GET {URL}", answer(200, GONE))
    scene.arrive(proven=False)
    scene.clean()
    assert scene.outcomes() == [("one-click", "failed"), ("page", "done")]
    assert [request.method for request in scene.web.requests] == ["GET"]
    assert scene.proof.asked == 1


def test_what_nothing_proves_is_never_contacted(scene: Scene) -> None:
    scene.arrive(f"<{URL}>, {MAILTO}", proven=False)
    acted = scene.clean()
    assert scene.outcomes() == [("one-click", "blocked")]
    assert acted.results[0][1].rule == "unauthenticated"
    assert scene.web.requests == []
    assert scene.outbox.unsubscribed == []


def test_a_scan_and_a_dry_run_ask_for_no_proof(scene: Scene) -> None:
    scene.arrive(proven=False)
    scene.plan()
    assert scene.proof.asked == 0
    assert scene.web.requests == []


def test_a_url_that_the_guard_refuses_is_blocked_and_the_next_way_is_tried(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", NotPublic("address-private", "lamps.test"))
    scene.arrive(f"<{URL}>, {MAILTO}")
    scene.clean()
    assert scene.outcomes() == [("one-click", "blocked"), ("mailto", "accepted")]


def test_silence_after_the_request_is_in_doubt_and_ends_the_walk(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", NoAnswer("time is up", sent=True))
    scene.arrive(f"<{URL}>, {MAILTO}")
    scene.clean()
    scene.pass_(days=40)
    scene.arrive(f"<{URL}>, {MAILTO}")
    scene.clean()
    assert scene.outcomes() == [("one-click", "unknown")]
    assert len(scene.web.requests) == 1


def test_the_owner_may_ask_for_a_doubtful_attempt_again(scene: Scene) -> None:
    from inbox_guard.core.history import Answer, Word

    scene.web.on(f"POST {URL}", NoAnswer("time is up", sent=True), answer(200))
    scene.arrive()
    scene.clean()
    scene.pass_(days=1)
    scene.ledger.say("main", Word(Answer.REFUSE, "lamps.test", scene.now))
    scene.clean()
    assert scene.outcomes() == [("one-click", "unknown"), ("one-click", "accepted")]


def test_a_busy_server_is_asked_again_when_it_said(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(503, headers=(("retry-after", "7200"),)), answer(200))
    scene.arrive()
    scene.clean()
    scene.pass_(minutes=119)
    scene.clean()
    assert len(scene.web.requests) == 1
    scene.pass_(minutes=2)
    scene.clean()
    assert scene.outcomes() == [("one-click", "failed"), ("one-click", "accepted")]


def test_a_server_that_stays_down_is_asked_less_and_less(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(500))
    scene.arrive()
    waits = []
    for _ in range(4):
        scene.clean()
        retry_at = scene.last.retry_at
        assert retry_at is not None
        waits.append((retry_at - scene.now).total_seconds() / 3600)
        scene.now = retry_at
    assert waits == [1, 4, 16, 64]


def test_a_server_that_stays_busy_is_not_asked_for_ever(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(503))
    scene.arrive()
    for _ in range(10):
        scene.clean()
        scene.pass_(days=1)
    assert 2 <= len(scene.web.requests) <= 4


def test_a_text_without_a_way_out_is_read_once_and_not_with_every_newer_mail(
    scene: Scene,
) -> None:
    scene.arrive("")
    scene.clean()
    assert scene.outcomes() == [("none", "failed")]
    for _ in range(3):
        scene.pass_(days=7)
        scene.arrive("")
        assert not any(plan.contacts for plan in scene.plan().plans)
        scene.clean()
    assert scene.outcomes() == [("none", "failed")]
    scene.web.on(f"POST {URL}", answer(200))
    scene.pass_(days=7)
    scene.arrive()
    scene.clean()
    assert scene.outcomes() == [("none", "failed"), ("one-click", "accepted")]


def test_every_attempt_names_the_owners_dated_rule(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    scene.clean()
    sender = next(iter(scene.ledger.senders(["main"], 365, "", scene.now)))
    (attempt,) = scene.ledger.attempts(sender.history.number)
    assert "cleanup --yes" in attempt.intention.rule
    assert "2026-10-05" in attempt.intention.rule


def test_two_forged_lists_of_ways_out_are_no_one_click(scene: Scene) -> None:
    scene.web.on("GET https://lamps.test/mine", answer(200, GONE))
    forged = f"<https://lamps.test/mine>\r\nList-Unsubscribe: <{URL}>"
    scene.arrive(forged)
    scene.clean()
    assert all(request.method == "GET" for request in scene.web.requests)
    assert Outcome.DONE.value in [outcome for _, outcome in scene.outcomes()] or not (
        scene.web.requests
    )


FORM = (
    "<h1>Unsubscribe</h1><form method=post action=/out><input type=hidden name=k value={}>"
    "<button>Unsubscribe</button></form>"
)


def test_a_page_that_only_leads_on_is_followed_to_the_form(scene: Scene) -> None:
    hop = "<meta http-equiv=refresh content='0;url=/form?t=2'>"
    scene.web.on(f"GET {URL}", answer(200, hop, cookies=(("session", "s1"),)))
    scene.web.on("GET https://lamps.test/form?t=2", answer(200, FORM.format(7)))
    scene.web.on("POST https://lamps.test/out", answer(200, GONE))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "done")]
    assert [request.cookies for request in scene.web.requests] == [(), *2 * ((("session", "s1"),),)]


def test_pages_that_lead_on_for_ever_end_after_five_steps(scene: Scene) -> None:
    scene.web.on(f"GET {URL}", answer(200, "<meta http-equiv=refresh content='0;url=/a'>"))
    for here, there in (("a", "b"), ("b", "a")):
        hop = f"<meta http-equiv=refresh content='0;url=/{there}'>"
        scene.web.on(f"GET https://lamps.test/{here}", answer(200, hop))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "needs_owner")]
    assert len(scene.web.requests) == 5


def test_cookies_stay_with_the_site_that_set_them(scene: Scene) -> None:
    hop = "<meta http-equiv=refresh content='0;url=https://elsewhere.test/form'>"
    scene.web.on(f"GET {URL}", answer(200, hop, cookies=(("session", "s1"),)))
    scene.web.on("GET https://elsewhere.test/form", answer(200, FORM.format(7)))
    scene.web.on("POST https://elsewhere.test/out", answer(200, GONE))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "done")]
    assert [request.cookies for request in scene.web.requests] == [(), (), ()]


def test_a_form_refused_for_its_token_is_opened_once_more(scene: Scene) -> None:
    scene.web.on(f"GET {URL}", answer(200, FORM.format(1)), answer(200, FORM.format(2)))
    refused = answer(419, "<h1>Page expired</h1>")
    scene.web.on("POST https://lamps.test/out", refused, answer(200, GONE))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "done")]
    assert [request.body for request in scene.web.requests] == [None, b"k=1", None, b"k=2"]


def test_a_form_that_comes_back_unchanged_is_not_sent_twice(scene: Scene) -> None:
    scene.web.on(f"GET {URL}", answer(200, FORM.format(1)))
    scene.web.on("POST https://lamps.test/out", answer(200, FORM.format(2)))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert scene.outcomes() == [("page", "needs_owner")]
    assert [request.method for request in scene.web.requests] == ["GET", "POST"]


FOOT = "https://mail.lamps.test/u/8f3a91c2"


def _at_the_foot(scene: Scene, *, proven: bool = True) -> None:
    letter = newsletter(
        "Lamps <news@lamps.test>", scene.now, way_out="", one_click=False, proven=proven
    )
    whole = letter + f"\r\nUnsubscribe: {FOOT}\r\n".encode()
    scene.mailbox.deliver("INBOX", whole, scene.now)


def test_a_newsletter_without_a_way_in_its_header_is_left_by_the_link_in_its_text(
    scene: Scene,
) -> None:
    scene.web.on(f"GET {FOOT}", answer(200, GONE))
    _at_the_foot(scene)
    scene.clean()
    assert scene.outcomes() == [("page", "done")]


def test_an_unauthenticated_letter_is_not_left_by_the_link_in_its_text(scene: Scene) -> None:
    _at_the_foot(scene, proven=False)
    scene.clean()
    assert scene.web.requests == []


def test_a_header_that_leads_nowhere_is_made_up_for_by_the_link_in_the_text(scene: Scene) -> None:
    scene.web.on(f"GET {URL}", answer(200, ""))
    scene.web.on(f"GET {FOOT}", answer(200, GONE))
    letter = newsletter("Lamps <news@lamps.test>", scene.now, way_out=f"<{URL}>", one_click=False)
    scene.mailbox.deliver("INBOX", letter + f"\r\nUnsubscribe: {FOOT}\r\n".encode(), scene.now)
    scene.clean()
    assert scene.outcomes() == [("page", "failed"), ("page", "done")]
