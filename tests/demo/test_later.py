"""Which mails arrive after the unsubscriptions."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes

from inbox_guard.core.honour import honour
from inbox_guard.core.vocabulary import HonourState
from inbox_guard.demo.later import SIX_WEEKS, arrivals
from inbox_guard.demo.letters import Sender, senders
from inbox_guard.demo.render import Doors

BEGIN = datetime(2026, 9, 24, 10, tzinfo=UTC)
DOORS = Doors(https=8443, http=8080)
PEOPLE = {sender.key: sender for sender in senders()}


def _from(sender: Sender, *left: str) -> list[datetime]:
    mails = arrivals(PEOPLE.values(), lambda key: BEGIN if key in left else None, BEGIN, DOORS)
    return [mail.arrived for mail in mails if f"<{sender.address}>".encode() in mail.raw]


def _judged(sender: Sender) -> HonourState:
    end = BEGIN + SIX_WEEKS
    return honour(BEGIN, tuple(_from(sender, sender.key)), end, "DE").state


def test_who_keeps_the_word_is_silent_and_who_was_not_asked_goes_on():
    sender = PEOPLE["brightlamp"]
    assert _from(sender, "brightlamp") == []
    assert _from(sender)


def test_an_honest_sender_says_goodbye_at_once_and_nothing_more():
    (goodbye,) = _from(PEOPLE["fjordwear"], "fjordwear")
    assert timedelta() < goodbye - BEGIN < timedelta(hours=1)


def test_one_is_late_by_the_rule_of_the_honour_clock():
    assert _judged(PEOPLE["leadpond"]) is HonourState.LATE


def test_one_never_stops():
    assert _judged(PEOPLE["voltmarkt"]) is HonourState.BROKEN


def test_everything_arrives_within_the_six_weeks_and_parses():
    mails = arrivals(PEOPLE.values(), lambda _: BEGIN, BEGIN, DOORS)
    assert all(BEGIN < mail.arrived < BEGIN + SIX_WEEKS for mail in mails)
    assert not any(message_from_bytes(mail.raw).defects for mail in mails)
    assert list(mails) == sorted(mails, key=lambda mail: mail.arrived)


def test_what_robin_asked_for_goes_on():
    for key in ("slowkettle", "nordlicht", "openharbour", "mira", "makers"):
        assert [
            mail
            for mail in arrivals(PEOPLE.values(), lambda _: None, BEGIN, DOORS)
            if PEOPLE[key].host.encode() in mail.raw
        ]


def test_every_unwanted_sender_would_have_gone_on():
    assert [
        sender.key
        for sender in PEOPLE.values()
        if sender.standing == "unconsented" and sender.kind == "newsletter" and not _from(sender)
    ] == []
