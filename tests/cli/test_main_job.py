"""The main job by the command line: a real mailbox, real senders, what left the house byte for byte."""

import os
from pathlib import Path

import pytest

from tests.household import Household, days_ago
from tests.letters import authenticated, mail, newsletter
from tests.servers.dovecot import Dovecot
from tests.servers.https import WebServer, page, redirect, reply
from tests.servers.smtp import Sink


def lamp(house: Household, path: str = "/u/lamp?t=abc+d%2Fe", **more: str) -> bytes:
    url = f"https://127.0.0.1:{house.web.port}{path}"
    return newsletter("Bright Lamps <news@lamps.test>", days_ago(5), way_out=f"<{url}>", **more)


def test_a_scan_contacts_nobody_and_says_what_it_knows(house: Household) -> None:
    house.deliver((lamp(house), days_ago(5)))
    flags = house.dovecot.flags(house.owner.user, "INBOX")
    ran = house.guard("scan", "--json")
    assert ran.status == 0, ran.err
    row = ran.row("offers.lamps.test")
    assert row["kind"] == "newsletter"
    assert row["standing"] == "unconsented"
    assert row["mechanism"] == "one-click"
    assert row["steps"] == ["record", "unsubscribe"]
    assert row["outcome"] is None
    assert row["messages"] == 1
    assert all(
        set(one) >= {"kind", "says", "weight", "quote", "message_id"} for one in row["because"]
    )
    assert house.web.received == ()
    assert house.dovecot.flags(house.owner.user, "INBOX") == flags


def test_the_dry_run_is_the_plan_that_yes_carries_out(house: Household) -> None:
    house.web.on("*", reply(202))
    house.deliver((lamp(house), days_ago(5)))
    plan = house.guard("cleanup", "--json").row("offers.lamps.test")
    assert house.web.received == ()
    ran = house.guard("cleanup", "--yes", "--json")
    done = ran.row("offers.lamps.test")
    assert ran.status == 0, ran.err
    assert done["outcome"] == "accepted"
    assert done["honour"] == "waiting"
    assert plan["requests"] == [
        "POST List-Unsubscribe=One-Click to 127.0.0.1",
        "GET a page at 127.0.0.1, and press its one clear way out",
    ]
    (told,) = house.guard("why", "offers.lamps.test", "--json").rows
    assert [attempt["outcome"] for attempt in told["attempts"]] == ["accepted"]
    assert (plan["steps"], plan["mechanism"]) == (["record", "unsubscribe"], "one-click")
    assert len(house.web.received) == 1


def test_the_one_click_request_is_that_of_rfc_8058_byte_for_byte(house: Household) -> None:
    house.web.on("*", reply(200))
    house.deliver((lamp(house), days_ago(5)))
    house.guard("cleanup", "--yes")
    (request,) = house.web.received
    assert request.raw == (
        b"POST /u/lamp?t=abc+d%%2Fe HTTP/1.1\r\n"
        b"Host: 127.0.0.1:%d\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 26\r\n"
        b"User-Agent: inbox-guard/1 (+https://inbox-guard.example/about)\r\n"
        b"Accept-Encoding: identity\r\n"
        b"Connection: close\r\n"
        b"\r\n"
        b"List-Unsubscribe=One-Click" % house.web.port
    )


def test_what_was_accepted_is_not_repeated(house: Household) -> None:
    house.web.on("*", reply(200))
    house.deliver((lamp(house), days_ago(5)))
    for _ in range(3):
        ran = house.guard("cleanup", "--yes")
        assert ran.status == 0
        assert "Asked to stop by now: 1 accepted." in ran.out
    assert len(house.web.received) == 1


ANSWERS = {
    "a redirect": (redirect("https://127.0.0.1:1/elsewhere"), {"failed", "needs_owner"}),
    "an empty 200": (reply(200), {"accepted"}),
    "a login page": (
        page("<h1>Sign in</h1><form method=post><input name=u><input type=password name=p></form>"),
        {"failed", "needs_owner", "accepted"},
    ),
    "not unsubscribed": (
        page("<h1>Sorry</h1><p>You are NOT unsubscribed.</p>"),
        {"failed", "needs_owner"},
    ),
    "not found": (reply(404), {"failed", "needs_owner"}),
}


@pytest.mark.parametrize(("answer", "allowed"), ANSWERS.values(), ids=ANSWERS)
def test_a_useless_answer_is_never_done(house: Household, answer, allowed: set[str]) -> None:
    house.web.on("*", answer)
    house.deliver((lamp(house), days_ago(5)))
    row = house.guard("cleanup", "--yes", "--json").row("offers.lamps.test")
    assert row["outcome"] in allowed
    posts = [request for request in house.web.received if request.method == "POST"]
    assert all("elsewhere" not in request.target for request in house.web.received)
    assert len(posts) == 1


def test_an_unauthenticated_sender_is_never_contacted(house: Household) -> None:
    house.deliver((lamp(house, proven=False), days_ago(5)))
    ran = house.guard("cleanup", "--yes", "--json")
    assert house.web.received == ()
    row = ran.row("offers.lamps.test")
    assert (row["outcome"], row["rule"]) == ("blocked", "unauthenticated")
    assert ran.status == 1


def test_a_receipt_with_one_click_is_left_alone(house: Household) -> None:
    url = f"https://127.0.0.1:{house.web.port}/u"
    receipt = mail(
        "Tea House <orders@teahouse.test>",
        "Your receipt for order 48-1123",
        "Thank you for your order. Total: 24.90 EUR. Your invoice is attached.",
        days_ago(4),
        *authenticated("orders@teahouse.test"),
        f"List-Unsubscribe: <{url}>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    )
    house.deliver((receipt, days_ago(4)))
    ran = house.guard("cleanup", "--yes", "--json")
    row = ran.row("orders@teahouse.test")
    assert row["kind"] == "transactional"
    assert row["steps"] == ["record"]
    assert house.web.received == ()


def test_mode_never_is_stronger_than_yes(house: Household) -> None:
    house.deliver((lamp(house), days_ago(5)))
    ran = house.guard("cleanup", "--yes", "--json", GUARD_MODE="never")
    assert ran.row("offers.lamps.test")["steps"] == ["record"]
    assert house.web.received == ()


def test_the_brake_stops_a_run_before_its_first_request(house: Household) -> None:
    for number in range(3):
        url = f"https://127.0.0.1:{house.web.port}/u/{number}"
        letter = newsletter(f"x <news@shop{number}.test>", days_ago(5), way_out=f"<{url}>")
        house.deliver((letter, days_ago(5)))
    ran = house.guard("cleanup", "--yes", "--max", "2")
    assert ran.status == 1
    assert "--max 3" in ran.err
    assert house.web.received == ()


def test_the_owners_word_outranks_the_rules(house: Household) -> None:
    house.web.on("*", reply(200))
    house.deliver((lamp(house), days_ago(5)))
    house.guard("scan")
    assert house.guard("allow", "offers.lamps.test").status == 0
    row = house.guard("cleanup", "--yes", "--json").row("offers.lamps.test")
    assert (row["standing"], row["steps"]) == ("consented", ["record"])
    assert house.web.received == ()
    house.guard("refuse", "lamps.test")
    row = house.guard("cleanup", "--yes", "--json").row("offers.lamps.test")
    assert (row["standing"], row["outcome"]) == ("unconsented", "accepted")


def test_a_short_history_leaves_the_owner_to_say(dovecot: Dovecot, tmp_path: Path) -> None:
    with WebServer() as web:
        house = Household(dovecot, web, tmp_path)
        house.deliver((lamp(house), days_ago(5)))
        row = house.guard("cleanup", "--yes", "--json").row("offers.lamps.test")
        assert (row["standing"], row["steps"]) == ("unsure", ["record", "ask"])
        assert web.received == ()


def test_moving_is_journalled_and_undone(house: Household) -> None:
    house.web.on("*", reply(200))
    house.deliver((lamp(house), days_ago(5)), (lamp(house), days_ago(4)))
    assert house.guard("cleanup", "--yes", "--move").status == 0
    user = house.owner.user
    assert house.dovecot.flags(user, "INBOX") == {}
    assert len(house.dovecot.flags(user, "Unwanted")) == 2
    ran = house.guard("undo")
    assert ran.status == 0, ran.err
    assert "2 messages are back" in ran.out
    assert "cannot be taken back" in ran.err
    assert len(house.dovecot.flags(user, "INBOX")) == 2
    assert house.dovecot.flags(user, "Unwanted") == {}


def test_a_new_uidvalidity_counts_nothing_twice(house: Household) -> None:
    letter = lamp(house)
    house.deliver((letter, days_ago(5)))
    house.guard("scan")
    house.deliver((letter, days_ago(5)), folder="Copies")
    row = house.guard("scan", "--json").row("offers.lamps.test")
    assert row["messages"] == 1
    house.dovecot.renew(house.owner.user, "Copies")
    house.deliver((letter, days_ago(5)), folder="Copies")
    row = house.guard("scan", "--json").row("offers.lamps.test")
    assert row["messages"] == 1


def test_a_second_process_is_told_who_holds_the_ledger(house: Household) -> None:
    from inbox_guard.ledger.ledger import open_ledger

    held = open_ledger(str(house.ledger), write=True, at=days_ago(0))
    try:
        ran = house.guard("scan")
    finally:
        held.close()
    assert ran.status == 4
    assert str(os.getpid()) in ran.err


WRONG = {
    "wrong password": ({"GUARD_IMAP_PASSWORD": "nonsense"}, 3, "GUARD_IMAP_PASSWORD"),
    "no server": ({"GUARD_IMAP_PORT": "1"}, 3, "127.0.0.1"),
    "unknown setting": ({"GUARD_IMAP_HOTS": "x"}, 2, "did you mean GUARD_IMAP_HOST"),
    "certificate of an unknown authority": ({"GUARD_IMAP_CA_FILE": ""}, 3, "GUARD_IMAP_CA_FILE"),
    "ledger in a folder that cannot be made": ({"GUARD_LEDGER": "/proc/no/ledger"}, 4, "/proc/no"),
}


@pytest.mark.parametrize(("more", "status", "says"), WRONG.values(), ids=WRONG)
def test_an_error_has_its_status_and_names_what_to_mend(
    house: Household, more: dict[str, str], status: int, says: str
) -> None:
    ran = house.guard("scan", **more)
    assert ran.status == status, ran.err
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_no_token_and_no_password_reaches_a_log_or_the_report(house: Household) -> None:
    house.web.on("*", reply(404))
    house.deliver((lamp(house, path="/u?t=canary-token-77"), days_ago(5)))
    ran = house.guard("cleanup", "--yes", "--verbose")
    report = house.guard(
        "report", "--month", f"{days_ago(5):%Y-%m}", "--format", "text,html,json,csv"
    )
    for text in (ran.err, report.out, report.err):
        assert "canary-token-77" not in text
        assert house.owner.password not in text
    assert "lamps.test" in report.out


def test_a_list_left_by_mail_hears_from_the_address_that_was_subscribed(house: Household) -> None:
    with Sink() as sink:
        house.more |= {
            "GUARD_SMTP_HOST": "127.0.0.1",
            "GUARD_SMTP_PORT": str(sink.port),
            "GUARD_SMTP_SECURITY": "none",
        }
        way_out = "<mailto:leave+x+y@lamps.test?subject=token%2B1&body=please%20stop>"
        letter = newsletter(
            "Lamps <news@lamps.test>",
            days_ago(5),
            way_out=way_out,
            one_click=False,
            to="ada+lamps@home.test",
        )
        house.deliver((letter, days_ago(5)))
        ran = house.guard("cleanup", "--yes", "--json")
        assert ran.row("offers.lamps.test")["outcome"] == "accepted"
        assert house.guard("cleanup", "--yes").status == 0
    (envelope,) = sink.taken
    assert (envelope.sender, envelope.recipients) == (
        "ada+lamps@home.test",
        ("leave+x+y@lamps.test",),
    )
    head, _, body = envelope.raw.partition(b"\r\n\r\n")
    assert b"Subject: token+1" in head
    assert b"From: ada+lamps@home.test" in head
    assert body.strip() == b"please stop"
