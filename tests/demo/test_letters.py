"""The invented mail: enough of it, readable, and of every sort that inbox-guard tells apart."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import parsedate_to_datetime

import pytest

from inbox_guard.core.vocabulary import Kind, Standing
from inbox_guard.demo.letters import After, Sender, Way, senders
from inbox_guard.demo.odd import odd
from inbox_guard.demo.render import Doors, delivered, leave_url

BEGIN = datetime(2026, 9, 24, 10, tzinfo=UTC)
DOORS = Doors(https=8443, http=8080)
PEOPLE = senders()
MAILS = delivered(PEOPLE, BEGIN, DOORS)


def _named(key: str) -> Sender:
    return next(sender for sender in PEOPLE if sender.key == key)


def test_there_are_two_hundred_mails_of_two_years():
    assert len(MAILS) >= 200
    assert timedelta(days=720) < BEGIN - MAILS[0].arrived < timedelta(days=735)
    assert max(mail.arrived for mail in MAILS) < BEGIN


def test_every_mail_parses_and_carries_its_arrival_as_its_date():
    for mail in MAILS:
        message = message_from_bytes(mail.raw)
        assert not message.defects
        assert parsedate_to_datetime(message["Date"]) == mail.arrived
        assert message["From"]
        assert message["Message-ID"]


def test_no_two_mails_are_the_same():
    texts = Counter(letter.text for sender in PEOPLE for letter in sender.letters)
    assert texts.most_common(1)[0][1] == 1
    names = Counter(message_from_bytes(mail.raw)["Message-ID"] for mail in MAILS)
    assert names.most_common(1)[0][1] == 1


def test_every_kind_and_every_standing_occurs():
    assert {sender.kind for sender in PEOPLE} == set(Kind)
    assert {sender.standing for sender in PEOPLE} >= set(Standing)
    unwanted = [sender for sender in PEOPLE if sender.standing is Standing.UNCONSENTED]
    assert {sender.way for sender in unwanted} == set(Way)
    assert {sender.after for sender in unwanted} == set(After)


def test_nobody_lives_outside_the_reserved_domain_but_in_the_headers_of_one_network():
    hosts = {sender.host for sender in PEOPLE}
    assert {host for host in hosts if not host.endswith(".example")} == {"linkedin.com"}
    links = [leave_url(sender, DOORS) for sender in PEOPLE if sender.host == "linkedin.com"]
    assert links == [""] * len(links)


def test_received_mail_begins_with_the_word_of_robins_own_server():
    received = [mail for mail in MAILS if mail.folder != "Sent"]
    topmost = [message_from_bytes(mail.raw)["Authentication-Results"] for mail in received]
    judged = [results for results in topmost if results]
    assert len(judged) > 0.98 * len(received)
    assert all(results.startswith("mx.robin.example;") for results in judged)


def test_sent_mail_says_nothing_about_its_authenticity():
    sent = [message_from_bytes(mail.raw) for mail in MAILS if mail.folder == "Sent"]
    assert len(sent) >= 8
    assert not any(message["Authentication-Results"] for message in sent)


def test_a_one_click_offer_has_both_headers_and_a_signature_over_both():
    sender = _named("brightlamp")
    messages = [message_from_bytes(mail.raw) for mail in MAILS]
    mine = [message for message in messages if message["From"].endswith(f"<{sender.address}>")]
    assert len(mine) == 8
    for message in mine:
        assert message["List-Unsubscribe"].startswith(f"<{leave_url(sender, DOORS)}>, <mailto:")
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert ":list-unsubscribe:list-unsubscribe-post:" in message["DKIM-Signature"]


def test_three_senders_are_new_in_the_month_in_which_the_story_begins():
    firsts = {
        sender.key: BEGIN - timedelta(days=max(letter.days for letter in sender.letters))
        for sender in PEOPLE
    }
    new = {
        key for key, first in firsts.items() if first.month == BEGIN.month and first.year == 2026
    }
    assert new == {"quillfox", "mirabelle", "podium"}


@pytest.mark.parametrize("standing", [Standing.UNCONSENTED, Standing.UNSURE])
def test_the_reach_of_the_mailbox_separates_unsure_from_unconsented(standing):
    oldest = max(letter.days for sender in PEOPLE for letter in sender.letters)
    concerned = [each for each in PEOPLE if each.standing is standing and each.key != "ridgeway"]
    assert concerned
    for sender in concerned:
        before = oldest - max(letter.days for letter in sender.letters)
        assert (before >= 365) is (standing is Standing.UNCONSENTED)


def test_a_reply_names_the_letter_that_it_answers():
    replies = [message_from_bytes(mail.raw) for mail in MAILS if b"In-Reply-To" in mail.raw]
    known = {message_from_bytes(mail.raw)["Message-ID"] for mail in MAILS}
    assert len(replies) >= 15
    assert {message["In-Reply-To"] for message in replies} <= known


def test_the_broken_mail_is_really_broken():
    (mail,) = odd(BEGIN)
    message = message_from_bytes(mail.raw)
    assert message.defects
    assert message["From"] is None
