"""The contract of the owner's word and of forgetting, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from inbox_guard.core.attempt import Intention, Result
from inbox_guard.core.history import Answer, TraceKind, Word
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.vocabulary import Kind, Mechanism, Mode, Outcome
from inbox_guard.ledger.engine import reading
from inbox_guard.ledger.ledger import SqlLedger, open_ledger
from inbox_guard.ledger.location import locate
from inbox_guard.ledger.tables import METADATA
from tests.ledger.facts import (
    NOW,
    SELLER,
    SHOP,
    batch,
    days_ago,
    history,
    known,
    sighting,
    trace,
    verdict,
)

REFUSED = Word(Answer.REFUSE, "news.shop.example", days_ago(3))


def test_words_count_for_their_account_and_those_for_all_everywhere(ledger: SqlLedger) -> None:
    here = Word(Answer.ALLOW, "shop.example", days_ago(1))
    everywhere = Word(Answer.REFUSE, "*@sells.example", days_ago(2))
    ledger.say("main", here)
    ledger.say(None, everywhere)

    assert ledger.words("main") == (everywhere, here)
    assert ledger.words("work") == (everywhere,)


TARGETS = {
    "its List-Id": ("<News.Shop.Example>", True),
    "its domain": ("shop.example", True),
    "its address": ("mail@shop.example", True),
    "a pattern": ("mail@*.example", True),
    "its folder": ("folder:INBOX", True),
    "another domain": ("hop.example", False),
    "another folder": ("folder:Archive", False),
}


@pytest.mark.parametrize(("target", "covered"), TARGETS.values(), ids=TARGETS)
def test_a_history_holds_the_words_that_cover_it(
    ledger: SqlLedger, target: str, covered: bool
) -> None:
    said = Word(Answer.REFUSE, target, NOW)
    ledger.say(None, said)
    known(ledger, sighting())

    assert history(ledger).words == ((said,) if covered else ())


def test_a_word_by_number_covers_that_number_only(ledger: SqlLedger) -> None:
    number = known(ledger, sighting())
    other = known(ledger, sighting(SELLER))
    ledger.say("main", Word(Answer.ALLOW, f"#{number}", NOW))

    words = {one.number: one.words for one in ledger.histories("main", 365, "", NOW)}

    assert len(words[number]) == 1
    assert words[other] == ()


def test_a_mode_stands_since_it_was_first_seen_after_a_change(ledger: SqlLedger) -> None:
    def after(days: int) -> object:
        return NOW + timedelta(days=days)

    since = [
        ledger.rule("main", mode, NOW + timedelta(days=day))
        for day, mode in enumerate((Mode.ASK, Mode.ASK, Mode.AUTO, Mode.AUTO, Mode.ASK))
    ]

    assert since == [NOW, NOW, after(2), after(2), after(4)]
    assert ledger.rule("work", Mode.AUTO, NOW) == NOW


def test_the_authserv_id_learned_last_is_known(ledger: SqlLedger) -> None:
    assert ledger.learned_authserv_id("main") is None

    for name in ("mx.home.example", "mx2.home.example"):
        ledger.learn_authserv_id("main", name, NOW)

    assert ledger.learned_authserv_id("main") == "mx2.home.example"
    assert ledger.learned_authserv_id("work") is None


def fill(ledger: SqlLedger) -> int:
    """A shop with everything the ledger can hold about it, and a seller; returns the shop's number."""
    seen = sighting()
    number = known(ledger, seen, traces=(trace(TraceKind.ORDER), trace(TraceKind.WELCOME)))
    known(ledger, sighting(SELLER), traces=(trace(organisation="sells.example"),))
    ledger.judged([(number, verdict())], NOW)
    with ledger.run("main", "cleanup", "--yes", NOW) as run:
        made = ledger.intend(
            Intention(run, number, Mechanism.PAGE, "shop.example", seen.message_id, "--yes", NOW)
        )
        ledger.conclude(made, Result(Outcome.DONE, "shop.example said so"), NOW)
        move = ledger.intend_move(run, seen.ref, seen.key, seen.message_id, "Unwanted", NOW)
        ledger.moved(move, replace(seen.ref, folder="Unwanted"), NOW)
    return number


@pytest.mark.parametrize("target", ["news.shop.example", "shop.example", "mail@shop.example", "#1"])
def test_a_forgotten_sender_is_in_no_row(where: str, target: str) -> None:
    with open_ledger(where, write=True, at=NOW) as ledger:
        number = fill(ledger)
        ledger.say("main", replace(REFUSED, target=target))

        assert ledger.forget(None, target.replace("#1", str(number)), NOW) == 1

        assert [one.speaker for one in ledger.histories("main", 365, "", NOW)] == [SELLER]
        assert ledger.words("main") == ()
    location = locate(where)
    engine = reading(location)
    with engine.connect() as connection:
        for table in METADATA.sorted_tables:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')):
                assert "shop" not in repr(row), table.name
    engine.dispose()


def test_a_forgotten_sender_is_in_no_byte_of_the_file(file: Path) -> None:
    with open_ledger(str(file), write=True, at=NOW) as ledger:
        for _ in range(3):
            ledger.record(batch(*(sighting(at=days_ago(n)) for n in range(200))), NOW)
            ledger.record(batch(*(sighting(SELLER, at=days_ago(n)) for n in range(200))), NOW)
        fill(ledger)
        ledger.say(None, REFUSED)

        ledger.forget("main", "shop.example", NOW)

        for path in file.parent.iterdir():
            assert b"shop" not in path.read_bytes(), path.name
        assert history(ledger).messages == 601


def test_the_owners_word_counts_again_when_a_forgotten_sender_mails_again(
    ledger: SqlLedger,
) -> None:
    old = known(ledger, sighting())
    ledger.say("main", Word(Answer.ALLOW, "news.shop.example", days_ago(9)))
    ledger.say("main", REFUSED)
    ledger.forget("main", "news.shop.example", NOW)

    new = known(ledger, sighting())

    words = history(ledger).words
    assert new != old
    assert words[-1] == REFUSED
    assert {word.target for word in words} == {"news.shop.example"}


def test_a_domain_refused_and_forgotten_stays_refused_for_its_next_list(
    ledger: SqlLedger,
) -> None:
    known(ledger, sighting())
    ledger.say(None, replace(REFUSED, target="@Shop.example"))
    ledger.forget("main", "shop.example", NOW)
    other_list = replace(SHOP, sender=SenderId(SenderKind.LIST, "deals.shop.example"))

    known(ledger, sighting(other_list))

    assert [word.answer for word in history(ledger).words][-1] is Answer.REFUSE


def test_a_word_about_everybody_on_a_network_is_not_about_one_person(ledger: SqlLedger) -> None:
    kim = Speaker(SenderId(SenderKind.PERSON, "linkedin:kim"), "Kim", "linkedin.example")
    lee = replace(kim, sender=SenderId(SenderKind.PERSON, "linkedin:lee"), name="Lee")
    known(ledger, sighting(kim, kind=Kind.PLATFORM))
    ledger.say("main", replace(REFUSED, target="linkedin:kim"))
    ledger.forget("main", "linkedin:kim", NOW)
    known(ledger, sighting(lee, kind=Kind.PLATFORM))
    assert history(ledger).words == ()

    known(ledger, sighting(kim, kind=Kind.PLATFORM))
    assert [word.answer for word in history(ledger).words] == [Answer.REFUSE, Answer.REFUSE]


def test_a_word_about_many_stays_when_one_of_them_is_forgotten(ledger: SqlLedger) -> None:
    known(ledger, sighting())
    pattern = Word(Answer.REFUSE, "*@*.example", days_ago(2))
    ledger.say("main", pattern)

    ledger.forget("main", "*@*.example", NOW)

    assert ledger.words("main") == (pattern,)


def test_forgetting_reads_no_mail_again(ledger: SqlLedger) -> None:
    known(ledger, sighting())
    before = ledger.cursor("main", "INBOX")

    ledger.forget("main", "shop.example", NOW)

    assert ledger.cursor("main", "INBOX") == before


def test_the_trace_of_a_shop_stays_while_another_of_its_lists_does(ledger: SqlLedger) -> None:
    other_list = replace(SHOP, sender=SenderId(SenderKind.LIST, "deals.shop.example"))
    known(ledger, sighting(), traces=(trace(),))
    known(ledger, sighting(other_list))

    ledger.forget("main", "news.shop.example", NOW)

    assert history(ledger).traces == (trace(),)


def test_forgetting_what_is_not_there_forgets_nobody_and_no_word(ledger: SqlLedger) -> None:
    known(ledger, sighting())
    ledger.say("main", replace(REFUSED, target="else.example"))

    assert ledger.forget("main", "else.example", NOW) == 0
    assert ledger.forget("work", "shop.example", NOW) == 0

    assert len(ledger.words("main")) == 1
    assert history(ledger).messages == 1
