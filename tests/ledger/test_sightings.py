"""The contract of what was seen, on SQLite and on PostgreSQL."""

from dataclasses import replace

import pytest

from inbox_guard.core.history import TraceKind
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Batch, Quarantined
from inbox_guard.core.vocabulary import Kind
from inbox_guard.errors import LedgerError
from inbox_guard.ledger.ledger import SqlLedger, open_ledger
from tests.ledger.facts import (
    NOW,
    SHOP,
    batch,
    days_ago,
    elsewhere,
    history,
    known,
    sighting,
    trace,
)


def test_a_sighting_is_read_back_as_it_was_recorded(ledger: SqlLedger) -> None:
    seen = sighting()

    assert ledger.record(batch(seen), NOW) == 1

    assert ledger.sightings(seen.message_id) == (seen,)


def test_a_folder_never_read_has_no_cursor(ledger: SqlLedger) -> None:
    assert ledger.cursor("main", "INBOX") is None


def test_the_cursor_is_that_of_the_last_batch(ledger: SqlLedger) -> None:
    for uidvalidity, uid in ((7, 20), (7, 40), (8, 3)):
        ledger.record(Batch("main", "INBOX", uidvalidity, uid), NOW)

    assert ledger.cursor("main", "INBOX") == (8, 3)
    assert ledger.cursor("work", "INBOX") is None


def test_a_message_in_two_folders_counts_once_and_has_two_places(ledger: SqlLedger) -> None:
    seen = sighting()
    copy = elsewhere(seen, "Archive")

    assert ledger.record(batch(seen), NOW) == 1
    assert ledger.record(batch(copy), NOW) == 0

    assert history(ledger).messages == 1
    assert history(ledger).folders == ("INBOX", "Archive")
    assert ledger.place(history(ledger).number, [Kind.NEWSLETTER]) == (copy.ref, seen.ref)


def test_the_same_message_twice_in_one_batch_counts_once(ledger: SqlLedger) -> None:
    seen = sighting()

    assert ledger.record(batch(seen, elsewhere(seen, "INBOX")), NOW) == 1

    assert len(ledger.sightings(seen.message_id)) == 2


def test_a_batch_recorded_twice_changes_nothing(ledger: SqlLedger) -> None:
    seen = batch(sighting(), traces=(trace(),))
    ledger.record(seen, NOW)
    before = history(ledger)

    assert ledger.record(seen, NOW) == 0

    assert history(ledger) == before


def test_a_new_uidvalidity_gives_new_places_and_no_new_messages(ledger: SqlLedger) -> None:
    old = sighting()
    ledger.record(batch(old), NOW)
    new = elsewhere(old, "INBOX", uidvalidity=8)

    assert ledger.record(batch(new), NOW) == 0

    number = history(ledger).number
    assert history(ledger).messages == 1
    assert ledger.place(number, [Kind.NEWSLETTER]) == (new.ref,)
    assert ledger.places(number, [Kind.NEWSLETTER]) == ((new.ref, old.key, old.message_id),)


def test_two_accounts_know_nothing_of_each_other(ledger: SqlLedger) -> None:
    here = sighting()
    there = replace(here, ref=MessageRef("work", "INBOX", 7, 1))

    assert ledger.record(batch(here), NOW) == 1
    assert ledger.record(batch(there), NOW) == 1

    assert history(ledger, "work").account == "work"
    assert history(ledger).number != history(ledger, "work").number


def test_the_owners_own_mail_is_no_sender_and_is_known_for_threading(ledger: SqlLedger) -> None:
    own = sighting(None, kind=Kind.PERSONAL, folder="Sent")
    wrote = replace(trace(TraceKind.WROTE), address="pat@friend.example")
    ordered = replace(trace(TraceKind.ORDER), address="robot@shop.example")
    ledger.record(batch(own, traces=(wrote, ordered)), NOW)

    knows = ledger.correspondents("main")

    assert knows.addresses == {"pat@friend.example"}
    assert knows.own_message_ids == {own.message_id}
    assert list(ledger.histories("main", 365, "", NOW)) == []


def test_mail_with_an_ambiguous_author_is_not_taken_for_the_owners(ledger: SqlLedger) -> None:
    ledger.record(batch(replace(sighting(None), address="")), NOW)

    assert ledger.correspondents("main").own_message_ids == frozenset()


def test_a_message_without_message_id_is_never_found_by_it(ledger: SqlLedger) -> None:
    ledger.record(batch(replace(sighting(), message_id="")), NOW)

    assert ledger.sightings("") == ()


def test_quarantined_messages_are_recorded_once_and_the_cursor_passes_them(
    ledger: SqlLedger,
) -> None:
    bad = Quarantined(MessageRef("main", "INBOX", 7, 5), NOW, "no header at all")
    for _ in range(2):
        ledger.record(Batch("main", "INBOX", 7, 5, quarantined=(bad,)), NOW)

    assert ledger.cursor("main", "INBOX") == (7, 5)
    month = ledger.month(["main"], NOW.date(), "UTC", "", 365, NOW)
    assert month.quarantined == 1


def test_the_newest_message_of_a_kind_is_by_the_servers_clock(ledger: SqlLedger) -> None:
    late = sighting(at=days_ago(1))
    early = sighting(at=days_ago(5))
    number = known(ledger, late, early)

    assert ledger.place(number, [Kind.NEWSLETTER]) == (late.ref,)
    assert ledger.place(number, [Kind.TRANSACTIONAL]) == ()


def test_a_batch_that_cannot_be_written_leaves_nothing_behind(ledger: SqlLedger) -> None:
    good = sighting()
    bad = replace(sighting(), arrived=NOW.replace(tzinfo=None))

    with pytest.raises(LedgerError, match="time zone"):
        ledger.record(batch(good, bad), NOW)

    assert ledger.sightings(good.message_id) == ()
    assert ledger.cursor("main", "INBOX") is None


def test_a_reader_works_beside_the_writer_and_cannot_write(where: str) -> None:
    with (
        open_ledger(where, write=True, at=NOW) as writer,
        open_ledger(where, write=False, at=NOW) as reader,
    ):
        seen = sighting()
        writer.record(batch(seen), NOW)

        assert reader.sightings(seen.message_id) == (seen,)
        with pytest.raises(LedgerError, match="reading only"):
            reader.record(batch(sighting(SHOP)), NOW)
