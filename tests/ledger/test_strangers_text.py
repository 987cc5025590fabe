"""Whatever a stranger writes into a mail, the ledger takes it, finds it, and gives it back."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_guard.core.attempt import Intention, Result
from inbox_guard.core.history import Answer, Evidence, Trace, TraceKind, Word
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Batch, Quarantined, Sighting
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mechanism, Mode, Outcome, Standing
from inbox_guard.ledger.columns import LONGEST_NAME, name, plain
from inbox_guard.ledger.ledger import SqlLedger
from tests.ledger.facts import NOW, sighting

SEEDS = [
    "\0",
    "\ud800",
    "\udfff\ud800",
    "'; DROP TABLE sender; --",
    "\u202e",
    "é" * 700,
    "x" * 3000,
]
TEXT = st.one_of(st.text(st.characters(exclude_categories=[])), st.sampled_from(SEEDS))
REASONS = st.lists(st.builds(Evidence, TEXT, TEXT, st.floats(-9, 9), TEXT, TEXT)).map(tuple)


@st.composite
def sightings(draw: st.DrawFn) -> Sighting:
    speaker = Speaker(
        SenderId(draw(st.sampled_from(SenderKind)), draw(TEXT)), draw(TEXT), draw(TEXT)
    )
    seen = sighting(speaker)
    return replace(
        seen,
        ref=MessageRef(draw(TEXT), draw(TEXT), seen.ref.uidvalidity, seen.ref.uid),
        key=draw(TEXT) + seen.key,
        message_id=draw(TEXT) + seen.message_id,
        address=draw(TEXT),
        alias=draw(TEXT),
        subject=draw(TEXT),
        signs=draw(REASONS),
        size=draw(st.integers(0, 2**63 - 1)),
    )


SETTINGS = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SETTINGS
@given(seen=sightings(), text=TEXT, reasons=REASONS)
def test_every_question_takes_every_text(
    ledger: SqlLedger, seen: Sighting, text: str, reasons: tuple[Evidence, ...]
) -> None:
    account, folder = seen.ref.account, seen.ref.folder
    found = Trace(TraceKind.ORDER, text, seen.address, NOW, seen.message_id, text)
    bad = Quarantined(replace(seen.ref, uid=seen.ref.uid + 10**9), NOW, text)
    everything = Batch(account, folder, 7, seen.ref.uid, (seen,), (found,), (bad,))

    assert ledger.record(everything, NOW) == 1
    assert ledger.record(everything, NOW) == 0

    (back,) = ledger.sightings(seen.message_id)
    assert back.subject == plain(seen.subject)
    assert (back.address, back.ref.folder) == (name(seen.address), name(folder))
    assert [sign.weight for sign in back.signs] == [sign.weight for sign in seen.signs]
    assert ledger.cursor(account, folder) == (7, seen.ref.uid)

    (*_, known) = ledger.histories(account, 365, text, NOW)
    judged = Verdict(Kind.NEWSLETTER, Standing.UNSURE, reasons, text)
    assert ledger.judged([(known.number, judged)], NOW) == 1
    assert ledger.judged([(known.number, judged)], NOW) == 0
    assert ledger.place(known.number, [seen.kind]) == (back.ref,)

    with ledger.run(account, text, text, NOW) as run:
        wanted = Intention(run, known.number, Mechanism.PAGE, text, seen.message_id, text, NOW)
        ledger.conclude(
            ledger.intend(wanted), Result(Outcome.FAILED, text, 1, text, NOW, text), NOW
        )
        ledger.moved(
            ledger.intend_move(run, seen.ref, seen.key, seen.message_id, text, NOW), None, NOW
        )
        assert len(ledger.moves(run)) == 1
    ledger.say(account, Word(Answer.REFUSE, text, NOW))
    ledger.rule(account, Mode.ASK, NOW)
    ledger.learn_authserv_id(account, text, NOW)
    ledger.report_sent(NOW.date(), text, NOW)
    assert ledger.learned_authserv_id(account) == plain(text)
    assert ledger.month([account], NOW.date(), "UTC", "", 365, NOW).quarantined >= 1
    assert ledger.correspondents(account).own_message_ids == frozenset()
    assert [row.history.account for row in ledger.senders([account], 365, "", NOW)]

    assert ledger.forget(account, f"#{known.number}", NOW) == 1
    assert ledger.sightings(seen.message_id) == ()


@given(TEXT)
def test_a_name_is_short_stays_itself_and_is_found_by_its_short_form(text: str) -> None:
    short = name(text)

    assert len(short.encode()) <= LONGEST_NAME
    assert name(short) == short
    if len(plain(text).encode()) <= LONGEST_NAME:
        assert short == plain(text)


def test_two_long_names_stay_two() -> None:
    assert name("x" * 5000) != name("x" * 5001)
