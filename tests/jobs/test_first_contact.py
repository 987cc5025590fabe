"""First contacts are frozen as they came, and what the owner sorts by hand teaches."""

import hashlib
from datetime import timedelta

from inbox_guard.core.history import Answer, Word
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.records import SenderRow
from inbox_guard.core.vocabulary import Kind, Standing
from tests.jobs.scene import NOW, Scene
from tests.letters import AUTHSERV_ID, OWNER, newsletter


def row(scene: Scene) -> SenderRow:
    (only,) = scene.ledger.senders(["main"], 365, "", scene.now)
    return only


def standing(scene: Scene) -> Standing:
    (only,) = scene.plan().plans
    return only.verdict.standing


def moved(scene: Scene, origin: str, to: str) -> None:
    """The owner's mail program moves everything from one folder to another."""
    (folder,) = (f for f in scene.mailbox.folders() if f.name == origin)
    state = scene.mailbox.examine(folder)
    refs = [f.ref for batch in scene.mailbox.headers(state, 0, 100) for f in batch]
    scene.mailbox.move(refs, to)


def test_the_first_mail_of_a_stranger_is_frozen_octet_by_octet(scene: Scene) -> None:
    scene.arrive()
    first = scene.mailbox.contents("INBOX")[0]
    scene.plan()
    scene.pass_(days=7)
    scene.arrive()
    scene.plan()

    kept = scene.ledger.dossier(row(scene).history.number)

    assert kept is not None
    assert kept.raw == first
    assert kept.sha256 == hashlib.sha256(first).hexdigest()
    assert kept.arrived == NOW
    assert kept.alias == OWNER


def test_a_frozen_first_mail_is_not_fetched_again(scene: Scene) -> None:
    scene.arrive()
    scene.plan()
    before = len(scene.mailbox.bodies)
    scene.plan()
    assert len(scene.mailbox.bodies) == before


def test_who_is_wanted_is_not_frozen(scene: Scene) -> None:
    scene.ledger.say(None, Word(Answer.ALLOW, "lamps.test", NOW))
    scene.arrive()
    scene.plan()
    assert scene.ledger.dossier(row(scene).history.number) is None


def test_a_first_mail_that_is_gone_does_not_stop_the_run(scene: Scene) -> None:
    scene.ledger.say(None, Word(Answer.ALLOW, "lamps.test", NOW))
    scene.arrive()
    scene.plan()
    scene.mailbox.renew("INBOX")
    scene.ledger.say(None, Word(Answer.REFUSE, "lamps.test", NOW + timedelta(days=1)))
    (plan,) = scene.plan().plans
    assert plan.verdict.standing is Standing.UNCONSENTED


def test_forgetting_a_sender_forgets_its_first_mail(scene: Scene) -> None:
    scene.arrive()
    scene.plan()
    number = row(scene).history.number
    assert scene.ledger.dossier(number) is not None
    scene.ledger.forget(None, "lamps.test", scene.now)
    assert scene.ledger.dossier(number) is None


def test_mail_moved_to_junk_by_hand_tells_that_nobody_wants_it(scene: Scene) -> None:
    scene.mailbox = type(scene.mailbox)()  # no sent mail of years ago: the reach is short
    for _ in range(2):
        scene.arrive()
        scene.pass_(days=1)
    assert standing(scene) is Standing.UNSURE
    moved(scene, "INBOX", "Junk")
    assert standing(scene) is Standing.UNCONSENTED


def test_one_mail_moved_to_junk_may_be_a_slip_of_the_hand(scene: Scene) -> None:
    scene.mailbox = type(scene.mailbox)()
    scene.arrive()
    assert standing(scene) is Standing.UNSURE
    moved(scene, "INBOX", "Junk")
    assert standing(scene) is Standing.UNSURE


def test_mail_that_a_filter_delivered_to_junk_teaches_nothing(scene: Scene) -> None:
    scene.mailbox = type(scene.mailbox)()
    for _ in range(3):
        scene.arrive(folder="Junk")
        scene.pass_(days=1)
    assert standing(scene) is Standing.UNSURE


def test_mail_taken_out_of_junk_makes_a_stranger_a_question(scene: Scene) -> None:
    for _ in range(2):
        scene.arrive(folder="Junk")
        scene.pass_(days=1)
    assert standing(scene) is Standing.UNCONSENTED
    moved(scene, "Junk", "INBOX")
    assert standing(scene) is Standing.UNSURE
    assert any(one.kind == "rescued" for one in row(scene).verdict.because)  # type: ignore[union-attr]


def test_a_first_mail_whose_words_welcome_speaks_for_consent(scene: Scene) -> None:
    """From outside it is a mailing like any other; only its words tell that she had signed up."""
    letter = newsletter(
        "Lamps <news@lamps.test>", scene.now, way_out="<https://lamps.test/u>", subject="20% off"
    ).replace(b"our newsletter of this week", b"thank you for signing up to our newsletter")
    scene.mailbox.deliver("INBOX", letter, scene.now)
    assert standing(scene) is Standing.CONSENTED
    assert standing(scene) is Standing.CONSENTED


def test_a_forged_first_mail_speaks_for_nobody(scene: Scene) -> None:
    forged = f"Authentication-Results: {AUTHSERV_ID}; dmarc=fail header.from=lamps.test\r\n"
    letter = newsletter(
        "Lamps <news@lamps.test>", scene.now, way_out="<https://lamps.test/u>", proven=False
    ).replace(b"our newsletter of this week", b"thank you for signing up to our newsletter")
    scene.mailbox.deliver("INBOX", forged.encode() + letter, scene.now)
    assert standing(scene) is Standing.UNCONSENTED


def saluted(scene: Scene) -> list[str]:
    return [m.value for m in row(scene).history.marks if m.kind is MarkKind.SALUTED]


def arrive_greeting(scene: Scene, name: bytes) -> None:
    letter = newsletter(
        "Lamps <news@lamps.test>", scene.now, way_out="<https://lamps.test/u>", subject="20% off"
    )
    scene.mailbox.deliver("INBOX", letter.replace(b"Hello,", b"Hello" + name + b","), scene.now)


def test_where_a_first_mail_greets_nobody_the_next_ones_are_asked(scene: Scene) -> None:
    for name in (b"", b" Myra Hlot", b"", b" Somebody Else"):
        arrive_greeting(scene, name)
        scene.pass_(days=7)
    assert standing(scene) is Standing.UNCONSENTED
    assert saluted(scene) == ["Myra Hlot"]
    read = len(scene.mailbox.bodies)
    assert standing(scene) is Standing.UNCONSENTED
    assert len(scene.mailbox.bodies) == read


def test_where_a_first_mail_greets_the_owner_no_other_is_read(scene: Scene) -> None:
    for _ in range(3):
        arrive_greeting(scene, b" Myra Hlot")
        scene.pass_(days=7)
    scene.plan()
    assert saluted(scene) == ["Myra Hlot"]
    assert len(set(scene.mailbox.bodies)) == 1


def test_what_is_taken_for_service_mail_of_a_stranger_is_frozen_too(scene: Scene) -> None:
    """Its header block says so, and nobody has read a word of it."""
    letter = newsletter(
        "Lamps <hello@lamps.test>",
        scene.now,
        way_out="<https://lamps.test/u>",
        subject="Ihre nächste Bestellung ohne Versandkosten",
    ).replace(
        b"our newsletter of this week: new arrivals, 20% off until Sunday", b"it is on its way"
    )
    scene.mailbox.deliver(
        "INBOX", letter.replace(b"this newsletter because we", b"it, we"), scene.now
    )
    (plan,) = scene.plan().plans
    assert plan.verdict.kind is Kind.TRANSACTIONAL
    assert scene.ledger.dossier(plan.history.number) is not None
