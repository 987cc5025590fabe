"""The contract of the month's facts, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from inbox_guard.core.attempt import Intention, Result
from inbox_guard.core.message import MessageRef
from inbox_guard.core.records import Batch, Month, Quarantined
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mechanism, Outcome, Standing
from inbox_guard.errors import LedgerError
from inbox_guard.ledger.ledger import SqlLedger
from tests.ledger.facts import NOW, PERSON, SELLER, SHOP, batch, known, sighting, verdict

FEBRUARY = date(2026, 2, 1)


def feb(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 2, day, hour, tzinfo=UTC)


JANUARY = datetime(2026, 1, 15, tzinfo=UTC)
MARCH = datetime(2026, 3, 5, tzinfo=UTC)


def february(ledger: SqlLedger, *accounts: str, timezone: str = "UTC") -> Month:
    return ledger.month(accounts or ["main"], FEBRUARY, timezone, "", 365, NOW)


def test_a_month_begins_and_ends_on_the_owners_clock(ledger: SqlLedger) -> None:
    known(
        ledger,
        sighting(at=datetime(2026, 1, 31, 23, 30, tzinfo=UTC)),
        sighting(at=datetime(2026, 2, 28, 23, 30, tzinfo=UTC)),
    )

    berlin = february(ledger, timezone="Europe/Berlin")

    assert berlin.begins == datetime(2026, 1, 31, 23, tzinfo=UTC)
    assert berlin.ends == datetime(2026, 2, 28, 23, tzinfo=UTC)
    assert berlin.messages == 1
    assert february(ledger).messages == 1
    assert february(ledger, timezone="Pacific/Auckland").messages == 1
    assert february(ledger, timezone="Pacific/Honolulu").messages == 1


def test_those_the_mail_does_not_tell_enough_about_are_counted(ledger: SqlLedger) -> None:
    mailed = known(ledger, sighting(at=feb(2)))
    silent = known(ledger, sighting(SELLER, at=JANUARY))
    ledger.judged([(number, verdict(Standing.UNSURE)) for number in (mailed, silent)], NOW)

    assert february(ledger).unsure == 1


def test_december_ends_with_the_year(ledger: SqlLedger) -> None:
    december = ledger.month(["main"], date(2025, 12, 9), "UTC", "", 365, NOW)

    assert (december.begins.year, december.begins.month, december.begins.day) == (2025, 12, 1)
    assert december.ends == datetime(2026, 1, 1, tzinfo=UTC)


def test_an_unknown_time_zone_is_said_so(ledger: SqlLedger) -> None:
    with pytest.raises(LedgerError, match="GUARD_TIMEZONE"):
        february(ledger, timezone="Mars/Olympus")


def test_messages_are_counted_by_kind_without_the_owners_own(ledger: SqlLedger) -> None:
    nobodys = replace(sighting(None, at=feb(3), kind=Kind.SPAM), address="")
    known(
        ledger,
        sighting(None, at=feb(1), kind=Kind.PERSONAL),
        nobodys,
        sighting(at=feb(2)),
        sighting(at=feb(2), kind=Kind.TRANSACTIONAL),
        sighting(at=MARCH),
    )

    month = february(ledger)

    assert month.messages == 3
    assert dict(month.by_kind) == {Kind.NEWSLETTER: 1, Kind.TRANSACTIONAL: 1, Kind.SPAM: 1}


def test_a_row_tells_how_it_began(ledger: SqlLedger) -> None:
    first = sighting(at=feb(3))
    number = known(ledger, sighting(at=feb(9)), first, sighting(at=MARCH))
    ledger.judged([(number, verdict())], NOW)

    (row,) = february(ledger).rows

    assert row.row.history.number == number
    assert row.first_message_id == first.message_id
    assert (row.first_subject, row.first_alias) == (first.subject, first.alias)
    assert row.new_this_month
    assert row.mails_this_month == 2


def test_an_older_sender_that_mailed_is_told_but_not_as_new(ledger: SqlLedger) -> None:
    number = known(ledger, sighting(at=JANUARY), sighting(at=feb(9)))
    ledger.judged([(number, verdict(kind=Kind.OUTREACH))], NOW)

    (row,) = february(ledger).rows

    assert (row.new_this_month, row.mails_this_month) == (False, 1)


def test_a_silent_sender_is_told_only_when_it_was_tried(ledger: SqlLedger) -> None:
    tried = known(ledger, sighting(at=JANUARY))
    silent = known(ledger, sighting(SELLER, at=JANUARY))
    ledger.judged([(tried, verdict()), (silent, verdict(kind=Kind.OUTREACH))], NOW)
    with ledger.run("main", "cleanup", "--yes", JANUARY) as run:
        made = ledger.intend(
            Intention(run, tried, Mechanism.PAGE, "h.example", "m", "--yes", JANUARY)
        )
    ledger.conclude(made, Result(Outcome.DONE, "It said so."), feb(1))

    month = february(ledger)

    assert [row.row.history.number for row in month.rows] == [tried]
    assert [one.number for one in month.attempts] == [made]


UNTOLD = {
    "a customer's shop": verdict(Standing.CUSTOMER),
    "unsure": verdict(Standing.UNSURE),
    "receipts": verdict(kind=Kind.TRANSACTIONAL),
    "spam": verdict(kind=Kind.SPAM),
}


@pytest.mark.parametrize("found", UNTOLD.values(), ids=UNTOLD)
def test_only_unconsented_marketing_is_told(ledger: SqlLedger, found: Verdict) -> None:
    number = known(ledger, sighting(at=feb(9)))
    ledger.judged([(number, verdict())], NOW)
    ledger.judged([(number, found)], NOW)

    assert february(ledger).rows == ()


def test_people_on_a_platform_are_told_apart(ledger: SqlLedger) -> None:
    number = known(ledger, sighting(PERSON, at=feb(9), kind=Kind.PLATFORM))
    ledger.judged([(number, verdict(Standing.UNSURE, Kind.PLATFORM))], NOW)

    month = february(ledger)

    assert month.rows == ()
    assert [row.row.history.speaker.name for row in month.platform] == ["Kim"]


def test_several_accounts_make_one_month_and_each_has_its_reach(ledger: SqlLedger) -> None:
    bad = Quarantined(MessageRef("work", "INBOX", 7, 5), feb(4), "no header at all")
    known(ledger, sighting(SHOP, at=JANUARY), sighting(at=feb(2)))
    ledger.record(batch(sighting(SHOP, at=feb(8), account="work")), NOW)
    ledger.record(Batch("work", "INBOX", 7, 5, quarantined=(bad,)), NOW)

    month = february(ledger, "main", "work", "empty")

    assert month.accounts == ("main", "work", "empty")
    assert (month.messages, month.quarantined) == (2, 1)
    assert dict(month.reach) == {"main": JANUARY, "work": feb(8), "empty": None}


def test_a_report_is_sent_once_for_its_month(ledger: SqlLedger) -> None:
    assert not ledger.reported(FEBRUARY)

    ledger.report_sent(FEBRUARY, "me@home.example", NOW)

    assert ledger.reported(date(2026, 2, 28))
    assert not ledger.reported(date(2026, 1, 1))
