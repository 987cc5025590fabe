"""Double opt-out: what a sender wants confirmed is confirmed, once, under the word that allowed the attempt."""

from inbox_guard.core.vocabulary import Mode, Outcome
from inbox_guard.errors import NoAnswer
from inbox_guard.jobs.cleanup import tick
from tests.fakes.web import answer
from tests.jobs.scene import URL, Scene
from tests.letters import authenticated, mail

CONFIRM = "https://lamps.test/confirm/9a8b"
ASKS = f"You asked us to unsubscribe you. To confirm, open this link:\r\n\r\n{CONFIRM}\r\n"
LEFT = "<p>You have been unsubscribed.</p>"
PENDING = "<p>One more step: we have sent you an e-mail. Please open the link in it.</p>"


def asked(scene: Scene, *, proven: bool = True, text: str = ASKS) -> None:
    """A newsletter came, the owner cleaned up, and a mail came back that wants it confirmed."""
    scene.arrive(one_click=False)
    scene.web.on(URL, answer(200, PENDING)).on(CONFIRM, answer(200, LEFT))
    scene.clean()
    scene.pass_(hours=1)
    comes(scene, proven=proven, text=text)


def comes(scene: Scene, *, proven: bool = True, text: str = ASKS) -> None:
    author = "list@lamps.test"
    extra = authenticated(author) if proven else ()
    raw = mail(author, "Please confirm: unsubscribe", text, scene.now, *extra)
    scene.mailbox.deliver("INBOX", raw, scene.now)


def confirmations(scene: Scene) -> int:
    return sum(request.url == CONFIRM for request in scene.web.requests)


def test_a_confirmation_mail_is_answered_once_and_the_attempt_is_done(scene: Scene) -> None:
    asked(scene)
    acted = scene.clean()
    assert scene.outcomes() == [("page", "pending"), ("page", "done")]
    assert [result.outcome for _, result in acted.results] == [Outcome.DONE]
    scene.pass_(hours=1)
    scene.clean()
    assert confirmations(scene) == 1


def test_the_confirmation_rests_on_the_word_that_allowed_the_attempt(scene: Scene) -> None:
    asked(scene)
    scene.pass_(days=2)
    scene.clean()
    sender = next(iter(scene.ledger.senders(["main"], 365, "", scene.now)))
    first, second = scene.ledger.attempts(sender.history.number)
    assert second.intention.rule == f"{first.intention.rule}; confirms attempt {first.number}"


def test_the_daemon_finishes_what_a_cleanup_began(scene: Scene) -> None:
    asked(scene)
    tick(scene.rules, scene.doors)
    assert scene.outcomes()[-1] == ("page", "done")


def test_a_plan_answers_nobody(scene: Scene) -> None:
    asked(scene)
    assert len(scene.plan().demands) == 1
    assert confirmations(scene) == 0


def test_in_mode_never_nothing_is_confirmed(scene: Scene) -> None:
    asked(scene)
    scene.mode = Mode.NEVER
    assert scene.plan().demands == ()
    scene.clean()
    tick(scene.rules, scene.doors)
    assert confirmations(scene) == 0


def test_a_confirmation_mail_that_nothing_proves_is_never_followed(scene: Scene) -> None:
    asked(scene, proven=False)
    scene.clean()
    assert confirmations(scene) == 0
    assert scene.outcomes()[-1] == ("page", "blocked")


def test_a_confirmation_in_junk_is_not_looked_for(scene: Scene) -> None:
    scene.arrive(one_click=False)
    scene.web.on(URL, answer(200, PENDING)).on(CONFIRM, answer(200, LEFT))
    scene.clean()
    author = "list@lamps.test"
    raw = mail(author, "Please confirm: unsubscribe", ASKS, scene.now, *authenticated(author))
    scene.mailbox.deliver("Junk", raw, scene.now)
    scene.clean()
    assert confirmations(scene) == 0


def test_without_an_attempt_of_hers_no_request_to_confirm_is_answered(scene: Scene) -> None:
    scene.web.on(CONFIRM, answer(200, LEFT))
    comes(scene)
    scene.clean()
    assert confirmations(scene) == 0


def test_a_request_that_comes_weeks_later_is_left_alone(scene: Scene) -> None:
    scene.arrive(one_click=False)
    scene.web.on(URL, answer(200, PENDING)).on(CONFIRM, answer(200, LEFT))
    scene.clean()
    scene.pass_(days=20)
    comes(scene)
    scene.clean()
    assert confirmations(scene) == 0


def test_a_host_that_is_down_is_asked_again_when_its_time_has_come(scene: Scene) -> None:
    scene.arrive(one_click=False)
    scene.web.on(URL, answer(200, PENDING))
    scene.web.on(CONFIRM, NoAnswer("refused", sent=False), answer(200, LEFT))
    scene.clean()
    scene.pass_(hours=1)
    comes(scene)
    scene.clean()
    assert scene.outcomes()[-1] == ("page", "failed")
    scene.clean()
    assert confirmations(scene) == 1
    scene.pass_(hours=2)
    scene.clean()
    assert confirmations(scene) == 2
    assert scene.outcomes()[-1] == ("page", "done")


def test_a_confirmation_in_doubt_is_not_sent_again(scene: Scene) -> None:
    scene.arrive(one_click=False)
    scene.web.on(URL, answer(200, PENDING)).on(CONFIRM, NoAnswer("time is up", sent=True))
    scene.clean()
    scene.pass_(hours=1)
    comes(scene)
    scene.clean()
    scene.pass_(days=1)
    scene.clean()
    assert confirmations(scene) == 1
    assert scene.outcomes()[-1] == ("page", "unknown")


def test_a_robot_is_answered_by_mail_from_the_subscribed_address(scene: Scene) -> None:
    scene.arrive(way_out="<mailto:news-leave@lamps.test>", one_click=False)
    scene.clean()
    scene.pass_(hours=1)
    author = "listserv@lamps.test"
    text = 'Your command "SIGNOFF NEWS" was received. To confirm, reply with OK.\r\n'
    raw = mail(
        author, "Command confirmation request (A1B2)", text, scene.now, *authenticated(author)
    )
    scene.mailbox.deliver("INBOX", raw, scene.now)
    scene.clean()
    (_, (answered, sender)) = scene.outbox.unsubscribed
    assert (answered.to, answered.body) == (author, "OK")
    assert answered.subject == "Re: Command confirmation request (A1B2)"
    assert sender == "ada@home.test"
