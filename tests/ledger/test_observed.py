"""Identity by endpoint, marks, facts from outside, and first contacts: what the ledger keeps of them."""

from dataclasses import replace
from datetime import UTC, datetime

from inbox_guard.core.history import Evidence
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.records import Dossier, Sighting
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.ledger.ledger import SqlLedger
from tests.ledger.facts import NOW, batch, days_ago, history, known, sighting

PLACE = "unsubscribe.provider.example/list/42"


def by(address: str, endpoint: str = PLACE) -> Sighting:
    domain = address.rpartition("@")[2]
    speaker = Speaker(SenderId(SenderKind.ADDRESS, address), address, domain)
    return replace(sighting(speaker), address=address, endpoint=endpoint)


def test_addresses_that_change_stay_one_sender_by_where_one_gets_off(ledger: SqlLedger) -> None:
    ledger.record(batch(by("a1@one.example"), by("b2@two.example")), NOW)
    ledger.record(batch(by("c3@three.example")), NOW)

    (only,) = ledger.histories("main", 365, "", NOW)

    assert only.speaker.sender.value == "a1@one.example"
    assert only.addresses == ("a1@one.example", "b2@two.example", "c3@three.example")
    assert only.messages == 3


def test_two_endpoints_are_two_senders(ledger: SqlLedger) -> None:
    ledger.record(batch(by("a1@one.example"), by("b2@two.example", "other.example/u")), NOW)
    assert len(list(ledger.histories("main", 365, "", NOW))) == 2


def test_mail_that_tells_no_endpoint_is_nobody_elses(ledger: SqlLedger) -> None:
    ledger.record(batch(by("a1@one.example", ""), by("b2@two.example", "")), NOW)
    assert len(list(ledger.histories("main", 365, "", NOW))) == 2


def test_an_address_known_by_itself_stays_itself(ledger: SqlLedger) -> None:
    ledger.record(batch(by("b2@two.example", "")), NOW)
    ledger.record(batch(by("a1@one.example"), by("b2@two.example")), NOW)
    assert len(list(ledger.histories("main", 365, "", NOW))) == 2


def test_a_mark_is_kept_once_with_its_first_message(ledger: SqlLedger) -> None:
    claim = Mark(MarkKind.CLAIM, "subscribed", "you subscribed", "1@x", days_ago(9))
    later = replace(claim, message_id="2@x", at=days_ago(2))
    known(ledger, replace(sighting(), marks=(claim,)), replace(sighting(), marks=(later,)))
    assert history(ledger).marks == (claim,)


def test_a_fact_from_outside_is_kept_once_and_found_by_whom_it_concerns(ledger: SqlLedger) -> None:
    known(ledger, sighting())
    account = Known(KnownKind.ACCOUNT, "shop.example", "", None, "vault.csv")
    other = Known(KnownKind.ACCOUNT, "bank.example", "", NOW, "vault.csv")

    assert ledger.learn("main", [account, other, account], NOW) == 2
    assert ledger.learn("main", [replace(account, source="again.csv")], NOW) == 0

    assert history(ledger).known == (account,)


def test_what_concerns_every_account_is_found_from_each(ledger: SqlLedger) -> None:
    known(ledger, sighting())
    breach = Known(KnownKind.BREACH, "", "Acme", datetime(2020, 1, 1, tzinfo=UTC), "b.json")
    ledger.learn(None, [breach], NOW)
    assert history(ledger).known == (breach,)


def test_the_first_contact_that_is_kept_stands(ledger: SqlLedger) -> None:
    number = known(ledger, sighting())
    first = Dossier(
        sender=number,
        message_id="1@x",
        arrived=NOW,
        alias="me@home.example",
        sha256="0" * 64,
        raw=b"Subject: \xff\x00\r\n\r\n" + b"a" * 9_000,
        provider="Mailer",
        campaign="c1",
        checklist=(Evidence("disclosure-source", "names no source", 0.0),),
    )
    ledger.freeze([(first, ())], NOW)
    ledger.freeze([(replace(first, raw=b"another", message_id="2@x"), ())], NOW)

    assert ledger.dossier(number) == first
    assert ledger.unfrozen([number, number + 1]) == {number + 1}
