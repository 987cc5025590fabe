"""The contract of what was read: noted once, by folder and UIDVALIDITY, forgotten with its sender."""

from inbox_guard.ledger.ledger import SqlLedger
from tests.ledger.facts import NOW, days_ago, history, known, sighting


def test_what_was_read_counts_once_and_the_newest_of_it_is_known(ledger: SqlLedger) -> None:
    mails = [sighting(at=days_ago(days)) for days in (9, 5, 2)]
    known(ledger, *mails)
    unread = frozenset({mails[2].ref.uid})
    assert ledger.noticed("main", "INBOX", 7, unread, NOW) == 2
    assert ledger.noticed("main", "INBOX", 7, unread, NOW) == 0
    read = history(ledger).read
    assert (read.count, read.newest) == (2, days_ago(5))


def test_another_folder_or_uidvalidity_says_nothing_of_it(ledger: SqlLedger) -> None:
    known(ledger, sighting())
    assert ledger.noticed("main", "INBOX", 8, frozenset(), NOW) == 0
    assert ledger.noticed("main", "Junk", 7, frozenset(), NOW) == 0
    assert ledger.noticed("work", "INBOX", 7, frozenset(), NOW) == 0
    assert history(ledger).read.count == 0


def test_a_mail_that_became_unread_again_was_read_all_the_same(ledger: SqlLedger) -> None:
    mail = sighting()
    known(ledger, mail)
    ledger.noticed("main", "INBOX", 7, frozenset(), NOW)
    ledger.noticed("main", "INBOX", 7, frozenset({mail.ref.uid}), NOW)
    assert history(ledger).read.count == 1


def test_what_was_read_is_forgotten_with_its_sender(ledger: SqlLedger) -> None:
    number = known(ledger, sighting())
    ledger.noticed("main", "INBOX", 7, frozenset(), NOW)
    assert ledger.forget("main", str(number), NOW) == 1
    known(ledger, sighting())
    assert history(ledger).read.count == 0
