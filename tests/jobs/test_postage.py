"""Strangers choose whom we write to; how often is ours to choose."""

from datetime import timedelta

from inbox_guard.core.attempt import Result
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import OutboxError
from inbox_guard.jobs.postage import DAY, HOUR, TO_ALL, TO_ONE
from tests.jobs.scene import Scene
from tests.letters import newsletter


def senders(scene: Scene, many: int, to: str) -> None:
    """So many senders write, each with a way out by mail; `{}` in `to` is their number."""
    for number in range(many):
        letter = newsletter(
            f"Shop {number} <news@shop{number}.test>",
            scene.now,
            way_out=f"<mailto:{to.format(number)}?subject=token%20{number}>",
            one_click=False,
        )
        scene.mailbox.deliver("INBOX", letter, scene.now)


def held(scene: Scene) -> list[Result]:
    """What the senders came to that were not written to."""
    acted = scene.clean(limit=1_000)
    return [result for _, result in acted.results if result.outcome is not Outcome.ACCEPTED]


def test_many_senders_that_name_one_address_do_not_make_us_bomb_it(scene: Scene) -> None:
    senders(scene, 30, "Victim@victim.test")
    waiting = held(scene)
    assert [mailto.to for mailto, _ in scene.outbox.unsubscribed] == ["Victim@victim.test"] * TO_ONE
    assert len(waiting) == 30 - TO_ONE
    assert {result.outcome for result in waiting} == {Outcome.FAILED}
    assert {result.retry_at for result in waiting} == {scene.now + DAY}


def test_a_new_process_goes_on_counting_and_a_new_day_begins_anew(scene: Scene) -> None:
    senders(scene, TO_ONE + 3, "leave@list.test")
    held(scene)
    scene.pass_(hours=23)
    held(scene)  # new doors, the same ledger
    assert len(scene.outbox.unsubscribed) == TO_ONE
    scene.pass_(hours=2)
    held(scene)
    assert len(scene.outbox.unsubscribed) == TO_ONE + 3


def test_no_more_than_sixty_letters_leave_in_an_hour(scene: Scene) -> None:
    senders(scene, TO_ALL + 7, "leave@shop{}.test")
    waiting = held(scene)
    assert len(scene.outbox.unsubscribed) == TO_ALL
    assert [result.retry_at for result in waiting] == [scene.now + HOUR] * 7
    scene.now += HOUR + timedelta(minutes=1)
    assert held(scene) == []
    assert len(scene.outbox.unsubscribed) == TO_ALL + 7


def test_a_letter_that_may_have_left_counts_and_one_that_did_not_does_not(scene: Scene) -> None:
    scene.outbox.failing = OutboxError("cut off", sent=True)
    senders(scene, TO_ONE + 1, "leave@list.test")
    held(scene)
    assert len(scene.outbox.unsubscribed) == TO_ONE
    scene.outbox.failing = OutboxError("refused")
    scene.pass_(hours=25)
    held(scene)
    since = scene.now - DAY
    assert scene.ledger.letters(since) == 0
