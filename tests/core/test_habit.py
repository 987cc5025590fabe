"""A sender whose mail was read a few times and was all of one kind is taken at its habit, within limits."""

from datetime import UTC, datetime

from inbox_guard.core.address import Owner
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import Judged, judge
from inbox_guard.core.kind.habit import ENOUGH, ENOUGH_TO_ACT, Habits
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind

LISTED = ("List-Unsubscribe: <https://shop.test/u>", "List-Id: <news.shop.test>")


def message(subject: str, *fields: str, author: str = "news@shop.test") -> Message:
    head = (
        f"From: {author}",
        "To: a@home.test",
        f"Subject: {subject}",
        "Date: Thu, 1 Jan 2026 10:00:00 +0000",
        "Message-ID: <1@shop.test>",
        *fields,
    )
    raw = ("\r\n".join(head) + "\r\n\r\n").encode()
    fetched = Fetched(MessageRef("m", "INBOX", 1, 1), Role.INBOX, datetime.now(UTC), len(raw), raw)
    found = read(fetched, Owner(("a@home.test",)), ())
    assert isinstance(found, Message)
    return found


def settled(mail: Message, kind: Kind) -> Judged:
    return Judged(kind, True, doubtful(mail).seen, "")


def doubtful(mail: Message) -> Judged:
    found = judge(mail, None, Correspondents())
    return Judged(found.kind, False, found.seen, "")


def after(kind: Kind, times: int, mail: Message) -> Judged | None:
    habits = Habits()
    for _ in range(times):
        habits.learn(mail, settled(mail, kind))
    return habits.expected(mail, doubtful(mail))


def test_after_a_few_mails_of_one_kind_the_next_is_taken_for_it() -> None:
    mail = message("Lanterns and rain", *LISTED)
    found = after(Kind.NEWSLETTER, ENOUGH_TO_ACT, mail)
    assert found is not None
    assert found.kind is Kind.NEWSLETTER
    assert found.certain
    assert found.signs[0].kind in {"habit", "list-unsubscribe"}


def test_fewer_are_no_habit() -> None:
    assert after(Kind.PERSONAL, ENOUGH - 1, message("Sunday?", author="bo@friend.test")) is None
    assert after(Kind.NEWSLETTER, ENOUGH_TO_ACT - 1, message("Lanterns and rain", *LISTED)) is None


def test_a_sender_of_two_kinds_has_none() -> None:
    habits = Habits()
    mail = message("Lanterns and rain", *LISTED)
    for kind in (Kind.NEWSLETTER, Kind.NEWSLETTER, Kind.NEWSLETTER, Kind.TRANSACTIONAL):
        habits.learn(mail, settled(mail, kind))
    assert habits.expected(mail, doubtful(mail)) is None


def test_a_newsletters_habit_never_covers_an_affair_of_hers_or_mail_without_a_list() -> None:
    assert after(Kind.NEWSLETTER, 9, message("Your order 4711 has shipped", *LISTED)) is None
    assert after(Kind.NEWSLETTER, 9, message("Lanterns and rain")) is None


def test_cold_mail_and_spam_are_no_habit() -> None:
    assert after(Kind.OUTREACH, 9, message("Quick idea")) is None
    assert after(Kind.SPAM, 9, message("Quick idea")) is None


def test_what_goes_out_another_way_is_another_habit() -> None:
    habits = Habits()
    letter = message("Lanterns and rain", *LISTED, "Precedence: bulk")
    for _ in range(9):
        habits.learn(letter, settled(letter, Kind.NEWSLETTER))
    thanks = message("Thanks, Mira", *LISTED)
    assert habits.expected(letter, doubtful(letter)) is not None
    assert habits.expected(thanks, doubtful(thanks)) is None


def test_a_friend_is_a_friend() -> None:
    found = after(Kind.PERSONAL, ENOUGH, message("Sunday?", author="bo@friend.test"))
    assert found is not None
    assert found.kind is Kind.PERSONAL


def test_whoever_does_not_prove_the_address_is_read_again() -> None:
    mail = message("Sunday?", author="bo@friend.test")
    habits = Habits()
    for _ in range(ENOUGH):
        habits.learn(mail, settled(mail, Kind.PERSONAL))
    forged = Judged(Kind.PERSONAL, False, (Seen("unauthenticated"),), "")
    assert habits.expected(mail, forged) is None
