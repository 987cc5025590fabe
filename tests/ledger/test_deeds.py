"""The contract of what was done, on SQLite and on PostgreSQL."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from inbox_guard.core.attempt import Intention, Result
from inbox_guard.core.message import MessageRef
from inbox_guard.core.vocabulary import Kind, Mechanism, Outcome
from inbox_guard.errors import LedgerError
from inbox_guard.ledger.ledger import SqlLedger, open_ledger
from tests.ledger.facts import NOW, SELLER, batch, days_ago, elsewhere, history, known, sighting


def intention(run: int, sender: int, mechanism: Mechanism = Mechanism.ONE_CLICK) -> Intention:
    return Intention(run, sender, mechanism, "shop.example", "1@shop.example", "--yes", NOW)


RESULT = Result(
    outcome=Outcome.NEEDS_OWNER,
    detail="The page asks for a password.",
    status=200,
    owner_url="https://shop.example/login",
    retry_at=NOW + timedelta(hours=1),
    rule="",
    sent=312,
)


def test_a_run_has_no_end_while_it_goes_on_and_one_afterwards(ledger: SqlLedger) -> None:
    with ledger.run("main", "cleanup", "--yes", NOW) as number:
        (going_on,) = ledger.runs("main")
    (over,) = ledger.runs(None)

    assert (going_on.number, going_on.command, going_on.rule) == (number, "cleanup", "--yes")
    assert going_on.ended is None
    assert over.ended is not None
    assert NOW <= over.ended < NOW + timedelta(minutes=1)
    assert ledger.runs("work") == ()


def test_a_run_that_breaks_off_is_ended_and_the_error_goes_on(ledger: SqlLedger) -> None:
    def break_off() -> None:
        with ledger.run("main", "run", "auto", NOW):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()

    assert ledger.runs("main")[0].ended is not None


def test_an_intention_is_there_for_everybody_before_its_result(where: str) -> None:
    with open_ledger(where, write=True, at=NOW) as writer:
        sender = known(writer, sighting())
        with writer.run("main", "cleanup", "--yes", NOW) as run:
            number = writer.intend(intention(run, sender))
            with open_ledger(where, write=False, at=NOW) as reader:
                (seen,) = reader.doubtful("main")

    assert (seen.number, seen.result, seen.outcome) == (number, None, Outcome.UNKNOWN)
    assert seen.intention == intention(run, sender)


def test_a_result_is_read_back_and_ends_the_doubt(ledger: SqlLedger) -> None:
    sender = known(ledger, sighting())
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        number = ledger.intend(intention(run, sender))
        ledger.conclude(number, RESULT, NOW)

    (attempt,) = ledger.attempts(sender)
    assert (attempt.result, attempt.concluded_at) == (RESULT, NOW)
    assert ledger.doubtful("main") == ()


def test_of_two_results_the_newest_counts(ledger: SqlLedger) -> None:
    sender = known(ledger, sighting())
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        number = ledger.intend(intention(run, sender))
        ledger.conclude(number, Result(Outcome.PENDING, "A mail must be confirmed."), NOW)
        ledger.conclude(number, Result(Outcome.DONE, "It was."), NOW)

    assert [one.outcome for one in ledger.attempts(sender)] == [Outcome.DONE]
    tried = history(ledger).tried
    assert tried is not None
    assert tried.outcome is Outcome.DONE


def test_doubt_is_asked_for_by_account(ledger: SqlLedger) -> None:
    sender = known(ledger, sighting())
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        ledger.intend(intention(run, sender))

    assert len(ledger.doubtful("main")) == 1
    assert ledger.doubtful("work") == ()


def test_an_attempt_at_nobody_is_refused(ledger: SqlLedger) -> None:
    with (
        ledger.run("main", "cleanup", "--yes", NOW) as run,
        pytest.raises(LedgerError),
    ):
        ledger.intend(intention(run, 4711))


def test_a_move_is_journalled_before_during_and_after(ledger: SqlLedger) -> None:
    seen = sighting()
    sender = known(ledger, seen)
    landed = MessageRef("main", "Unwanted", 3, 9)
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        number = ledger.intend_move(run, seen.ref, seen.key, seen.message_id, "Unwanted", NOW)
        (intended,) = ledger.moves(run)
        ledger.moved(number, landed, NOW)
        (done,) = ledger.moves(run)
        gone = ledger.places(sender, [Kind.NEWSLETTER])
        ledger.unmoved(number, NOW)
        (undone,) = ledger.moves(run)

    assert (intended.origin, intended.done, intended.undone) == (seen.ref, False, False)
    assert (done.landed, done.done, done.undone) == (landed, True, False)
    assert gone == ()
    assert (undone.done, undone.undone) == (True, True)


def test_a_moved_message_is_found_where_it_landed(ledger: SqlLedger) -> None:
    seen = sighting()
    sender = known(ledger, seen)
    landed = MessageRef("main", "Unwanted", 3, 9)
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        number = ledger.intend_move(run, seen.ref, seen.key, seen.message_id, "Unwanted", NOW)
        ledger.moved(number, landed, NOW)

    assert ledger.place(sender, [Kind.NEWSLETTER]) == (landed,)


MOVES: dict[str, tuple[Callable[[SqlLedger, int], None], bool]] = {
    "done, the server told where": (
        lambda ledger, move: ledger.moved(move, MessageRef("main", "Unwanted", 7, 99), NOW),
        False,
    ),
    "done, the server did not tell": (lambda ledger, move: ledger.moved(move, None, NOW), False),
    "intended only": (lambda ledger, move: None, True),
}


@pytest.mark.parametrize(("happened", "still_there"), MOVES.values(), ids=MOVES)
def test_what_was_moved_away_is_not_moved_again(
    ledger: SqlLedger, happened: Callable[[SqlLedger, int], None], still_there: bool
) -> None:
    seen = sighting()
    sender = known(ledger, seen)
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        move = ledger.intend_move(run, seen.ref, seen.key, seen.message_id, "Unwanted", NOW)
        happened(ledger, move)
    if not still_there:  # the next sweep meets it in the folder it was moved to
        ledger.record(batch(elsewhere(seen, "Unwanted")), NOW)

    places = [place for place, _, _ in ledger.places(sender, [Kind.NEWSLETTER])]

    assert places == ([seen.ref] if still_there else [])


def test_after_an_undo_only_the_new_place_counts(ledger: SqlLedger) -> None:
    seen = sighting()
    sender = known(ledger, seen)
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        move = ledger.intend_move(run, seen.ref, seen.key, seen.message_id, "Unwanted", NOW)
        ledger.moved(move, MessageRef("main", "Unwanted", 7, 99), NOW)
        ledger.unmoved(move, NOW)
    back = elsewhere(seen, "INBOX")
    ledger.record(batch(back), NOW)

    assert ledger.place(sender, [Kind.NEWSLETTER]) == (back.ref,)
    assert [place for place, _, _ in ledger.places(sender, [Kind.NEWSLETTER])] == [back.ref]


def test_attempts_of_several_threads_take_turns(ledger: SqlLedger) -> None:
    from concurrent.futures import ThreadPoolExecutor

    sender = known(ledger, sighting(SELLER, at=days_ago(1)))
    with (
        ledger.run("main", "cleanup", "--yes", NOW) as run,
        ThreadPoolExecutor(8) as pool,
    ):
        numbers = list(pool.map(lambda _: ledger.intend(intention(run, sender)), range(40)))

    assert len(set(numbers)) == 40
    assert len(ledger.attempts(sender)) == 40


def test_of_several_threads_nobodys_mistake_is_anothers(ledger: SqlLedger) -> None:
    from concurrent.futures import ThreadPoolExecutor

    sender = known(ledger, sighting(SELLER, at=days_ago(1)))
    together = threading.Barrier(8)

    def intend(number: int) -> str:
        together.wait(20)
        try:
            ledger.intend(intention(run, sender if number % 4 else 4711))
        except LedgerError:
            return "refused"
        return "intended"

    with (
        ledger.run("main", "cleanup", "--yes", NOW) as run,
        ThreadPoolExecutor(8) as pool,
    ):
        told = list(pool.map(intend, range(40)))

    assert told == ["refused" if number % 4 == 0 else "intended" for number in range(40)]
    assert len(ledger.attempts(sender)) == 30


def test_an_intention_is_committed_when_its_number_is_told(where: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with open_ledger(where, write=True, at=NOW) as ledger:
        sender = known(ledger, sighting(SELLER, at=days_ago(1)))

        def seen_by_others(_: int) -> bool:
            number = ledger.intend(intention(run, sender))
            with open_ledger(where, write=False, at=NOW) as reader:
                return number in {one.number for one in reader.attempts(sender)}

        with ledger.run("main", "cleanup", "--yes", NOW) as run, ThreadPoolExecutor(8) as pool:
            assert all(pool.map(seen_by_others, range(24)))
