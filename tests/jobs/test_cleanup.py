"""Reading, judging and acting over time: resumed, braked, under the mode and the owner's word."""

from datetime import timedelta

import pytest

from inbox_guard.core.history import Answer, Word
from inbox_guard.core.vocabulary import HonourState, Mode, Outcome, Step
from inbox_guard.errors import Unreachable
from inbox_guard.jobs.cleanup import tick
from tests.fakes.web import answer
from tests.jobs.scene import URL, Scene
from tests.letters import AUTHSERV_ID, authenticated, mail, newsletter


def test_a_message_that_cannot_be_read_is_kept_aside_and_the_sweep_goes_on(scene: Scene) -> None:
    scene.mailbox.deliver("INBOX", b"\x00\xff no header here", scene.now)
    scene.arrive()
    found = scene.plan()
    assert found.swept.quarantined == 1
    assert len(found.plans) == 1


def test_a_sweep_without_news_reads_nothing_again(scene: Scene) -> None:
    scene.arrive()
    scene.plan()
    before = scene.mailbox.header_reads
    assert scene.plan().swept.read == 0
    assert scene.mailbox.header_reads == before


def test_a_new_uidvalidity_is_read_again_and_nothing_counts_twice(scene: Scene) -> None:
    scene.arrive()
    scene.plan()
    scene.mailbox.renew("INBOX")
    found = scene.plan()
    assert (found.swept.read, found.swept.new) == (1, 0)
    assert found.plans[0].history.messages == 1


def test_an_interrupted_sweep_goes_on_where_it_was(scene: Scene) -> None:
    scene.arrive()
    scene.stop = True
    assert scene.plan().swept.read == 0
    scene.stop = False
    assert scene.plan().swept.read == 2


def test_a_mail_younger_than_min_age_waits(scene: Scene) -> None:
    scene.min_age = timedelta(minutes=10)
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    assert scene.clean().results == ()
    assert scene.web.requests == []
    scene.pass_(minutes=11)
    assert len(scene.clean().results) == 1


def test_the_mode_ask_acts_only_on_whom_the_owner_refused(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    tick(scene.rules, scene.doors)
    assert scene.web.requests == []
    scene.ledger.say("main", Word(Answer.REFUSE, "offers.lamps.test", scene.now))
    tick(scene.rules, scene.doors)
    assert len(scene.web.requests) == 1
    (row,) = scene.ledger.senders(["main"], 365, "", scene.now)
    assert row.attempt is not None
    assert "refuse of 2026-10-05" in row.attempt.intention.rule


def test_a_round_of_the_daemon_with_nothing_to_do_leaves_no_run_behind(scene: Scene) -> None:
    scene.arrive()
    for _ in range(3):
        tick(scene.rules, scene.doors)
    assert scene.ledger.runs("main") == ()


def test_the_mode_auto_cites_the_day_it_was_first_seen(scene: Scene) -> None:
    scene.mode = Mode.AUTO
    scene.web.on(f"POST {URL}", answer(200))
    tick(scene.rules, scene.doors)
    scene.pass_(days=9)
    scene.arrive()
    tick(scene.rules, scene.doors)
    (row,) = scene.ledger.senders(["main"], 365, "", scene.now)
    assert row.attempt is not None
    assert "auto" in row.attempt.intention.rule
    assert "2026-10-05" in row.attempt.intention.rule


def test_the_mode_never_does_nothing_whatever_the_owner_refused(scene: Scene) -> None:
    scene.mode = Mode.NEVER
    scene.arrive()
    scene.plan()
    scene.ledger.say("main", Word(Answer.REFUSE, "offers.lamps.test", scene.now))
    tick(scene.rules, scene.doors)
    scene.clean()
    assert scene.web.requests == []
    assert scene.mailbox.moves == []


def test_mail_after_the_grace_breaks_the_promise_and_is_answered_once_more(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    scene.clean()
    scene.pass_(days=20)
    scene.arrive()
    (row,) = scene.ledger.senders(["main"], 365, "", scene.now)
    scene.clean()
    (row,) = scene.ledger.senders(["main"], 365, "", scene.now)
    assert scene.outcomes() == [("one-click", "accepted"), ("one-click", "accepted")]
    assert row.honour is not None
    assert row.honour.state is HonourState.WAITING


def test_a_goodbye_mail_is_the_proof_that_was_missing(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    scene.clean()
    scene.pass_(hours=1)
    goodbye = mail(
        "Lamps <news@lamps.test>",
        "You have been unsubscribed",
        "You have been unsubscribed and will not hear from us again.",
        scene.now,
        *authenticated("news@lamps.test"),
        "List-Id: <offers.lamps.test>",
    )
    scene.mailbox.deliver("INBOX", goodbye, scene.now)
    scene.plan()
    assert scene.outcomes() == [("one-click", Outcome.DONE.value)]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Unsubscribe confirmation", "You asked to leave our list. To finish, open this link:"),
        ("Ihre Abmeldung vom Newsletter", "Bitte bestätigen Sie noch Ihre Abmeldung:"),
        ("Confirmation de désabonnement", "Pour terminer, ouvrez ce lien :"),
        ("Please confirm", "You will be unsubscribed once you open this link:"),
    ],
)
def test_a_mail_that_asks_for_the_last_step_is_no_goodbye(
    scene: Scene, subject: str, body: str
) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    scene.clean()
    scene.pass_(hours=1)
    request = mail(
        "Lamps <news@lamps.test>",
        subject,
        f"{body}\r\n\r\nhttps://lamps.test/confirm?t=7",
        scene.now,
        *authenticated("news@lamps.test"),
        "List-Id: <offers.lamps.test>",
    )
    scene.mailbox.deliver("INBOX", request, scene.now)
    scene.plan()
    assert scene.outcomes() == [("one-click", Outcome.ACCEPTED.value)]


def test_a_run_can_be_limited_to_some_senders(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    other = newsletter("Teas <news@teas.test>", scene.now, way_out="<https://teas.test/u>")
    scene.mailbox.deliver("INBOX", other, scene.now)
    scene.clean(senders=("lamps.test",))
    assert [request.host for request in scene.web.requests] == ["lamps.test"]


def test_a_mailbox_that_breaks_off_loses_nothing(scene: Scene) -> None:
    scene.arrive()
    scene.mailbox.failing = Unreachable("gone")
    try:
        scene.plan()
    except Unreachable:
        scene.mailbox.failing = None
    assert scene.plan().plans[0].history.messages == 1


def test_a_move_survives_a_new_uidvalidity(scene: Scene) -> None:
    from inbox_guard.jobs.move import newest_run_with_moves, undo

    scene.web.on(f"POST {URL}", answer(200))
    for _ in range(5):
        scene.arrive()
        scene.pass_(hours=1)
    acted = scene.clean(move_to="Unwanted")
    assert acted.moved == 5
    assert scene.mailbox.contents("INBOX") == ()
    scene.mailbox.renew("Unwanted")
    run = newest_run_with_moves(scene.doors, "main")
    assert run == acted.run
    undone = undo(scene.doors, acted.run)
    assert (undone.back, undone.lost) == (5, 0)
    assert len(scene.mailbox.contents("INBOX")) == 5
    assert newest_run_with_moves(scene.doors, "main") is None


def test_a_receipt_of_a_refused_shop_stays_where_it_is(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    receipt = mail(
        "Lamps <orders@lamps.test>",
        "Your receipt for order 77-12",
        "Thank you for your order. Total 20 EUR. The invoice is attached.",
        scene.now,
        *authenticated("orders@lamps.test"),
    )
    scene.mailbox.deliver("INBOX", receipt, scene.now)
    scene.ledger.say("main", Word(Answer.REFUSE, "lamps.test", scene.now))
    acted = scene.clean(move_to="Unwanted")
    assert acted.moved == 1
    assert any(b"Your receipt" in raw for raw in scene.mailbox.contents("INBOX"))


def test_steps_of_a_plan_begin_with_recording(scene: Scene) -> None:
    scene.arrive()
    (plan,) = scene.plan().plans
    assert plan.steps == (Step.RECORD, Step.UNSUBSCRIBE)


def test_whose_results_are_believed_is_learned_from_the_newest_mail(scene: Scene) -> None:
    from inbox_guard.jobs.authserv import known
    from inbox_guard.jobs.sweep import sweep

    for number in range(30):
        author = f"Shop <news@shop{number}.test>"
        letter = newsletter(author, scene.now, way_out=f"<https://shop{number}.test/u>")
        scene.mailbox.deliver("INBOX", letter, scene.now)
    from dataclasses import replace

    unset = replace(scene.rules, authserv_ids=())
    sweep(unset, scene.doors)
    assert known(unset, scene.doors) == (AUTHSERV_ID,)


def test_a_sender_that_was_late_and_stopped_is_not_asked_again(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(200))
    scene.arrive()
    scene.clean()
    scene.pass_(days=20)
    scene.arrive()
    scene.pass_(days=15)
    scene.clean()
    (row,) = scene.ledger.senders(["main"], 365, "", scene.now)
    assert row.honour is not None
    assert row.honour.state is HonourState.LATE
    assert scene.outcomes() == [("one-click", "accepted")]


def test_of_many_letters_of_one_sender_only_a_few_are_fetched_whole(scene: Scene) -> None:
    for _ in range(40):
        letter = newsletter(
            "Lamps <news@lamps.test>", scene.now, way_out="", subject="Rain, and a lantern"
        )
        scene.mailbox.deliver("INBOX", letter, scene.now)
        scene.pass_(days=7)
    found = scene.plan()
    assert found.plans[0].history.messages == 40
    assert found.swept.bodies < 6
