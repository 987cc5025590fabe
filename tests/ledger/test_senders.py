"""The contract of the questions about senders, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from inbox_guard.core.attempt import Intention, Result
from inbox_guard.core.history import Evidence, TraceKind
from inbox_guard.core.records import SenderRow
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome, Standing
from inbox_guard.ledger.ledger import SqlLedger
from inbox_guard.ledger.recall import AT_A_TIME
from tests.ledger.facts import (
    NOW,
    SELLER,
    SHOP,
    batch,
    days_ago,
    elsewhere,
    history,
    known,
    sighting,
    trace,
    verdict,
)


def row(ledger: SqlLedger, number: int, country: str = "") -> SenderRow:
    (found,) = [
        one for one in ledger.senders(["main"], 365, country, NOW) if one.history.number == number
    ]
    return found


def test_a_history_counts_kinds_and_shows_the_newest_message_of_each(ledger: SqlLedger) -> None:
    newest = replace(
        sighting(at=days_ago(1)),
        authenticated=None,
        mechanisms=(Mechanism.MAILTO,),
        subject="The newest",
    )
    receipt = sighting(at=days_ago(3), kind=Kind.TRANSACTIONAL)
    known(ledger, sighting(at=days_ago(400)), newest, receipt, sighting(at=days_ago(2)))

    seen = history(ledger)

    assert [(one.kind, one.messages) for one in seen.kinds] == [
        (Kind.NEWSLETTER, 3),
        (Kind.TRANSACTIONAL, 1),
    ]
    of_newsletter = seen.kinds[0].newest
    assert of_newsletter.message_id == newest.message_id
    assert (of_newsletter.arrived, of_newsletter.subject) == (days_ago(1), "The newest")
    assert (of_newsletter.authenticated, of_newsletter.in_junk) == (None, False)
    assert of_newsletter.mechanisms == (Mechanism.MAILTO,)
    assert of_newsletter.signs == newest.signs
    assert (seen.first_seen, seen.last_seen, seen.messages) == (days_ago(400), days_ago(1), 4)


def test_a_sender_goes_by_the_name_of_its_newest_mail(ledger: SqlLedger) -> None:
    renamed = replace(SHOP, name="Shop, now with more news")
    known(ledger, sighting(renamed, at=days_ago(1)), sighting(at=days_ago(9)))

    assert history(ledger).speaker == renamed


def test_a_history_holds_every_address_alias_and_folder_once(ledger: SqlLedger) -> None:
    first = sighting()
    second = replace(sighting(folder="Junk"), address="b@shop.example", alias="me+b@home.example")
    known(ledger, first, second, sighting(), replace(sighting(), alias=""))

    seen = history(ledger)

    assert seen.addresses == ("mail@shop.example", "b@shop.example")
    assert seen.aliases == ("me@home.example", "me+b@home.example")
    assert seen.folders == ("INBOX", "Junk")


def test_junk_is_where_the_newest_mail_was_seen_last(ledger: SqlLedger) -> None:
    seen = replace(sighting(folder="Junk"), in_junk=True)
    known(ledger, seen)
    in_junk = history(ledger).kinds[0].newest.in_junk
    ledger.record(batch(replace(elsewhere(seen, "INBOX"), in_junk=False)), NOW)

    assert in_junk
    assert not history(ledger).kinds[0].newest.in_junk


def test_a_history_holds_the_traces_of_its_organisation_by_age(ledger: SqlLedger) -> None:
    old = replace(trace(TraceKind.WELCOME), at=days_ago(99))
    order = trace(TraceKind.ORDER)
    known(ledger, sighting(), traces=(order, old, trace(organisation="other.example")))

    assert history(ledger).traces == (old, order)


def test_the_reach_is_the_oldest_mail_of_the_account_also_the_owners_own(
    ledger: SqlLedger,
) -> None:
    known(ledger, sighting(None, at=days_ago(900)), sighting())
    ledger.record(batch(replace(sighting(at=days_ago(2000), account="work"))), NOW)

    assert history(ledger).reach.oldest == days_ago(900)
    assert history(ledger).reach.far_enough_days == 365


def test_a_message_that_arrived_before_there_was_mail_reaches_back_to_nothing(
    ledger: SqlLedger,
) -> None:
    undated = sighting(at=datetime(1970, 1, 1, tzinfo=UTC))
    known(ledger, undated, sighting(at=days_ago(30)))

    assert history(ledger).reach.oldest == days_ago(30)


def test_every_sender_is_asked_about_also_beyond_one_portion(ledger: SqlLedger) -> None:
    many = AT_A_TIME + 5
    speakers = (
        replace(SHOP, sender=replace(SHOP.sender, value=f"{number}.shop.example"))
        for number in range(many)
    )
    ledger.record(batch(*map(sighting, speakers)), NOW)

    numbers = [one.number for one in ledger.histories("main", 365, "", NOW)]

    assert numbers == sorted(numbers)
    assert len(numbers) == many


def test_a_sender_never_judged_is_listed_without_a_verdict(ledger: SqlLedger) -> None:
    number = known(ledger, sighting())

    listed = row(ledger, number)

    assert (listed.verdict, listed.attempt, listed.honour) == (None, None, None)
    assert listed.mechanism is Mechanism.NONE


def test_the_mechanism_is_what_the_newest_mail_of_the_judged_kind_offers_first(
    ledger: SqlLedger,
) -> None:
    receipt = replace(sighting(kind=Kind.TRANSACTIONAL), mechanisms=())
    number = known(ledger, sighting(at=days_ago(2)), receipt)
    ledger.judged([(number, verdict())], NOW)

    assert row(ledger, number).mechanism is Mechanism.ONE_CLICK


def test_only_a_changed_verdict_is_written_down(ledger: SqlLedger) -> None:
    number = known(ledger, sighting())
    first = verdict(Standing.UNSURE)
    other_words = replace(first, reason="other words")
    other_reasons = replace(first, because=(Evidence("x", "\0 \ud800", 0.25, "“q”", ""),))

    changes = [
        ledger.judged([(number, one)], NOW)
        for one in (first, first, other_words, other_reasons, other_reasons, first)
    ]

    assert changes == [1, 0, 1, 1, 0, 1]
    assert row(ledger, number).verdict == first


def attempted(
    ledger: SqlLedger, number: int, days: float, outcome: Outcome | None = Outcome.ACCEPTED
) -> None:
    with ledger.run("main", "cleanup", "--yes", days_ago(days)) as run:
        made = ledger.intend(
            Intention(run, number, Mechanism.MAILTO, "h.example", "m", "--yes", days_ago(days))
        )
        if outcome is not None:
            ledger.conclude(made, Result(outcome, "words"), days_ago(days))


HONOUR = {
    "inside the grace period": (5.0, (), HonourState.WAITING, 0),
    "silent since": (60.0, (59.0,), HonourState.HONOURED, 0),
    "once more, then silent": (60.0, (20.0,), HonourState.LATE, 1),
    "still arriving": (60.0, (30.0, 2.0), HonourState.BROKEN, 2),
}


@pytest.mark.parametrize(("days", "mails", "state", "after"), HONOUR.values(), ids=HONOUR)
def test_honour_follows_from_the_mails_after_the_attempt(
    ledger: SqlLedger, days: float, mails: tuple[float, ...], state: HonourState, after: int
) -> None:
    receipt = sighting(at=days_ago(1), kind=Kind.TRANSACTIONAL)
    number = known(
        ledger, sighting(at=days_ago(90)), receipt, *(sighting(at=days_ago(d)) for d in mails)
    )
    attempted(ledger, number, days)

    honour = row(ledger, number).honour

    assert honour is not None
    assert (honour.state, honour.messages_after) == (state, after)


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.NEEDS_OWNER, Outcome.BLOCKED, None])
def test_nobody_owes_silence_for_an_attempt_that_did_not_arrive(
    ledger: SqlLedger, outcome: Outcome | None
) -> None:
    number = known(ledger, sighting(at=days_ago(90)))
    attempted(ledger, number, 60, outcome)

    listed = row(ledger, number)

    assert listed.honour is None
    assert listed.attempt is not None
    assert listed.attempt.outcome is (outcome or Outcome.UNKNOWN)


def test_the_last_attempt_counts_and_the_grace_is_that_of_the_country(ledger: SqlLedger) -> None:
    number = known(ledger, sighting(at=days_ago(90)), sighting(SHOP, at=days_ago(20)))
    attempted(ledger, number, 60, Outcome.FAILED)
    attempted(ledger, number, 30)

    anywhere = history(ledger).tried
    in_australia = history(ledger, country="AU").tried

    assert anywhere is not None
    assert in_australia is not None
    assert (anywhere.at, anywhere.outcome) == (days_ago(30), Outcome.ACCEPTED)
    assert (anywhere.mails_after_grace, in_australia.mails_after_grace) == (0, 1)


def test_senders_of_several_accounts_come_in_the_order_asked_for(ledger: SqlLedger) -> None:
    ledger.record(batch(sighting(SELLER, account="work")), NOW)
    known(ledger, sighting(at=NOW - timedelta(hours=1)))

    listed = [one.history.account for one in ledger.senders(["main", "work"], 365, "", NOW)]

    assert listed == ["main", "work"]
