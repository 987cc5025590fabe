"""The contract of exchanges: kept as evidence, asked for by attempt and host, forgotten with their sender."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_guard.core.attempt import Intention
from inbox_guard.core.exchanged import LARGEST, Exchange, PageKind
from inbox_guard.core.vocabulary import Mechanism
from inbox_guard.errors import LedgerError
from inbox_guard.ledger.ledger import SqlLedger
from tests.ledger.facts import NOW, SELLER, known, sighting

ONE = Exchange(
    method="POST",
    host="news.shop.example",
    page=PageKind.FORM,
    says="a form that leaves by “Go”",
    rule="the owner's word of 2026-03-20",
    at=NOW,
    pressed="Go",
    answered_by="www.shop.example",
    status=200,
    excerpt="Are you sure?",
    octets=300_000,
    sha256="ab" * 32,
    busy_until=NOW + timedelta(hours=2),
    snapshot=b"<p>\x00\xff Are you sure?" * 9000,
)


def attempted(ledger: SqlLedger, sender: int) -> int:
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        return ledger.intend(
            Intention(run, sender, Mechanism.PAGE, "news.shop.example", "1@x.example", "--yes", NOW)
        )


def test_what_was_asked_and_answered_is_read_back_in_order(ledger: SqlLedger) -> None:
    attempt = attempted(ledger, known(ledger, sighting()))
    silent = Exchange("POST", "b.example", PageKind.UNKNOWN, "no answer", "--yes", NOW)
    for one in (ONE, silent):
        ledger.exchanged(attempt, one)

    first, second = ledger.exchanges(attempt)

    assert replace(first, number=0) == replace(ONE, snapshot=b"")
    assert replace(second, number=0) == silent
    assert ledger.snapshot(first.number) == ONE.snapshot
    assert ledger.snapshot(second.number) == b""
    assert len(ONE.snapshot) <= LARGEST
    assert ledger.exchanges(attempt + 1) == ()


def test_a_host_is_busy_for_as_long_as_it_asked_for_whoever_had_asked_it(ledger: SqlLedger) -> None:
    ledger.exchanged(attempted(ledger, known(ledger, sighting())), ONE)
    longer = replace(ONE, busy_until=NOW + timedelta(hours=3))
    ledger.exchanged(attempted(ledger, known(ledger, sighting(SELLER))), longer)

    assert ledger.busy_until("news.shop.example", NOW) == NOW + timedelta(hours=3)
    assert ledger.busy_until("news.shop.example", NOW + timedelta(hours=3)) is None
    assert ledger.busy_until("www.shop.example", NOW) == NOW + timedelta(hours=3)
    assert ledger.busy_until("shop.example", NOW) is None


def test_an_exchange_of_no_attempt_is_refused(ledger: SqlLedger) -> None:
    with pytest.raises(LedgerError):
        ledger.exchanged(4711, ONE)


def test_a_forgotten_sender_takes_its_exchanges_along(ledger: SqlLedger) -> None:
    gone, stays = known(ledger, sighting()), known(ledger, sighting(SELLER))
    attempts = [attempted(ledger, gone), attempted(ledger, stays)]
    for attempt in attempts:
        ledger.exchanged(attempt, ONE)
    number = ledger.exchanges(attempts[0])[0].number

    ledger.forget("main", "shop.example", NOW)

    assert ledger.exchanges(attempts[0]) == ()
    assert ledger.snapshot(number) == b""
    assert len(ledger.exchanges(attempts[1])) == 1
