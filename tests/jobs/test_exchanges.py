"""Evidence of attempts, and servers that ask for patience: over the real ledger."""

import hashlib
from dataclasses import replace

import pytest

from inbox_guard.core.exchanged import LARGEST, Exchange, PageKind
from inbox_guard.core.history import Answer, Word
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.jobs.cleanup import Wish, carry_out, planned
from tests.fakes.web import answer
from tests.jobs.scene import URL, Scene
from tests.letters import newsletter

FORM = (
    "<title>Lamps</title><h1>Unsubscribe</h1><p>Remove ada@home.test from our list?</p>"
    "<form method=post action=/out?k=s3cr3t-one><input type=hidden name=csrf value=tok3n-two>"
    "<button>Unsubscribe</button></form>"
)
GONE = "<h1>Done</h1><p>You have been unsubscribed from our newsletter. (s3cr3t-one)</p>"


def steps(scene: Scene, sender: int = 0) -> list[Exchange]:
    row = list(scene.ledger.senders(["main"], 365, "", scene.now))[sender]
    return [
        step
        for attempt in scene.ledger.attempts(row.history.number)
        for step in scene.ledger.exchanges(attempt.number)
    ]


def test_every_request_and_answer_of_a_page_is_kept(scene: Scene) -> None:
    scene.web.on(f"GET {URL}", answer(200, FORM, cookies=(("session", "c00kie-1"),)))
    scene.web.on("POST https://lamps.test/out?k=s3cr3t-one", answer(200, GONE))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()

    first, second = steps(scene)

    assert (first.method, first.host, first.status, first.page) == (
        *("GET", "lamps.test", 200),
        PageKind.FORM,
    )
    assert first.excerpt.startswith("Lamps · Unsubscribe · Remove [your address] from our list?")
    assert (second.method, second.pressed, second.page) == ("POST", "Unsubscribe", PageKind.DONE)
    assert "cleanup --yes" in second.rule
    assert scene.ledger.snapshot(first.number) == FORM.encode()
    assert first.sha256 == hashlib.sha256(FORM.encode()).hexdigest()
    for step in (first, second):
        for key in ("s3cr3t-one", "tok3n-two", "c00kie-1", "ada@home.test", "?t=", "https:"):
            assert key not in repr(step), key


def test_a_large_page_is_kept_up_to_a_limit_and_its_size_is_told(scene: Scene) -> None:
    body = (b"<p>You have been unsubscribed.</p>" + b"<!-- more -->" * 40_000)[:500_000]
    scene.web.on(f"POST {URL}", answer(200, body))
    scene.arrive()
    scene.clean()
    (step,) = steps(scene)
    assert step.octets == len(body)
    assert scene.ledger.snapshot(step.number) == body[:LARGEST]


def test_what_had_no_answer_and_what_was_refused_is_kept_too(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", NotPublic("address-private", "lamps.test"))
    scene.web.on(f"GET {URL}", NoAnswer("time is up", sent=True))
    scene.arrive()
    scene.clean()
    blocked, silent = steps(scene)
    assert (blocked.page, blocked.refused, blocked.status) == (
        *(PageKind.BLOCKED, "address-private"),
        None,
    )
    assert (silent.page, silent.status, silent.sha256) == (PageKind.UNKNOWN, None, "")


def test_a_mail_that_left_is_a_step_as_well(scene: Scene) -> None:
    scene.arrive("<mailto:leave+s3cr3t-one@lamps.test>", one_click=False)
    scene.clean()
    (step,) = steps(scene)
    assert (step.method, step.host, step.page) == ("MAIL", "lamps.test", PageKind.ACCEPTED)
    assert "s3cr3t" not in repr(step)


def test_evidence_is_kept_before_the_next_request_is_made(scene: Scene) -> None:
    scene.web.on(f"GET {URL}", answer(200, FORM))
    scene.web.on("POST https://lamps.test/out?k=s3cr3t-one", NoAnswer("cut", sent=True))
    scene.arrive(f"<{URL}>", one_click=False)
    scene.clean()
    assert [step.page for step in steps(scene)] == [PageKind.FORM, PageKind.UNKNOWN]


def two_at_one_host(scene: Scene) -> None:
    for number in (1, 2):
        way_out = f"<https://esp.test/u/{number}>"
        letter = newsletter(f"Lamps <news@lamps{number}.test>", scene.now, way_out=way_out)
        scene.mailbox.deliver("INBOX", letter, scene.now)


def test_a_second_sender_at_a_busy_host_waits_too_also_in_later_runs(scene: Scene) -> None:
    busy = answer(429, headers=(("retry-after", "7200"),))
    scene.web.on("https://esp.test/u/1", busy, answer(200))
    scene.web.on("https://esp.test/u/2", answer(200))
    two_at_one_host(scene)
    assert scene.clean().waiting == 1
    scene.pass_(minutes=119)
    scene.clean()
    assert len(scene.web.requests) == 1
    scene.pass_(minutes=2)
    assert scene.clean().waiting == 0
    assert sorted(request.url[-1] for request in scene.web.requests) == ["1", "1", "2"]
    assert [step.status for number in (0, 1) for step in steps(scene, number)] == [429, 200, 200]


def test_a_next_way_that_leads_to_a_busy_host_waits_for_its_time(scene: Scene) -> None:
    scene.web.on("https://esp.test/u/1", answer(503, headers=(("retry-after", "7200"),)))
    two_at_one_host(scene)
    scene.clean()
    for lamps in ("lamps1.test", "lamps2.test"):
        scene.ledger.say("main", Word(Answer.ALLOW, lamps, scene.now))
    scene.web.on("POST https://own.test/u", answer(405))
    scene.web.on("POST https://esp.test/u/3", answer(200, GONE))
    ways = "<https://own.test/u>, <https://esp.test/u/3>"
    letter = newsletter("Chairs <news@chairs.test>", scene.now, way_out=ways)
    scene.mailbox.deliver("INBOX", letter, scene.now)

    (early,) = [result for _, result in scene.clean().results]
    assert "asked to be left alone until" in early.detail
    assert [request.host for request in scene.web.requests].count("esp.test") == 1

    scene.pass_(hours=3)
    (late,) = [result for _, result in scene.clean().results]
    assert late.outcome is Outcome.DONE


def test_the_owners_own_busy_host_keeps_nobody_else_waiting(scene: Scene) -> None:
    scene.web.on("https://esp.test/u/1", answer(429))
    scene.web.on("https://esp.test/u/2", answer(200))
    two_at_one_host(scene)
    own = replace(scene.doors, at_home=lambda host: host == "esp.test")
    acted = carry_out(planned(scene.rules, own, Wish()), scene.rules, own, Wish())
    assert [result.outcome for _, result in acted.results] == [Outcome.FAILED, Outcome.ACCEPTED]


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_one_senders_broken_page_does_not_keep_the_others_of_its_host_waiting(
    scene: Scene, status: int
) -> None:
    scene.web.on("https://esp.test/u/1", answer(status))
    scene.web.on("https://esp.test/u/2", answer(200))
    two_at_one_host(scene)
    acted = scene.clean()
    assert acted.waiting == 0
    assert [result.outcome for _, result in acted.results] == [Outcome.FAILED, Outcome.ACCEPTED]
