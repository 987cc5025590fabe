"""Every connection that left the house can be listed, and how much of a sender's mail was read is known."""

from tests.household import Household, days_ago
from tests.letters import newsletter
from tests.servers.https import page, redirect, reply
from tests.servers.smtp import Sink


def lamp(house: Household, way_out: str, number: int = 1) -> bytes:
    return newsletter(
        "Bright Lamps <news@lamps.test>", days_ago(6 - number), way_out=way_out, one_click=False
    )


def test_a_scan_connects_to_the_mail_server_and_says_so(house: Household) -> None:
    house.deliver((lamp(house, f"<https://127.0.0.1:{house.web.port}/u>"), days_ago(5)))
    house.guard("scan")
    (made,) = house.guard("connections", "--json").rows
    assert (made["way"], made["host"]) == ("mailbox", "127.0.0.1")
    assert made["port"] == house.dovecot.port_tls
    assert made["attempt"] is None


def test_every_hop_of_an_attempt_is_listed_with_sender_and_word(house: Household) -> None:
    house.web.on("/u", redirect("/elsewhere"))
    house.web.on("/elsewhere", reply(404))
    with Sink() as sink:
        house.more = {
            "GUARD_SMTP_HOST": sink.host,
            "GUARD_SMTP_PORT": str(sink.port),
            "GUARD_SMTP_SECURITY": "none",
            "GUARD_ORDER": "page,mailto",
        }
        ways = f"<https://127.0.0.1:{house.web.port}/u>, <mailto:leave@lamps.test>"
        house.deliver((lamp(house, ways), days_ago(5)))
        house.guard("cleanup", "--yes")
        assert len(sink.taken) == 1
    made = house.guard("connections", "--json").rows
    assert [one["way"] for one in made] == ["mailbox", "web", "web", "outbox"]
    asked = made[1:]
    assert {one["sender"] for one in asked} == {"offers.lamps.test"}
    assert all("cleanup --yes" in one["rule"] for one in asked)
    assert [one["address"] for one in asked] == ["127.0.0.1", "127.0.0.1", ""]
    assert len(house.web.received) == 2
    told = house.guard("connections")
    assert "a way out, attempt 1 at" in told.out
    assert told.out.endswith("4 connections\n")
    assert house.guard("connections", "--since", "2999-01-01").out == "0 connections\n"


def test_nothing_is_listed_of_a_sender_that_was_forgotten(house: Household) -> None:
    house.web.on("*", page("You have been unsubscribed."))
    house.deliver((lamp(house, f"<https://127.0.0.1:{house.web.port}/u>"), days_ago(5)))
    house.guard("cleanup", "--yes")
    assert "web" in {one["way"] for one in house.guard("connections", "--json").rows}
    house.guard("forget", "offers.lamps.test")
    assert {one["way"] for one in house.guard("connections", "--json").rows} == {"mailbox"}


def test_how_much_of_a_senders_mail_was_read_is_known_and_nothing_is_marked(
    house: Household,
) -> None:
    way_out = f"<https://127.0.0.1:{house.web.port}/u>"
    house.deliver(*((lamp(house, way_out, number), days_ago(6 - number)) for number in (1, 2, 3)))
    house.guard("scan")
    (told,) = house.guard("why", "offers.lamps.test", "--json").rows
    assert (told["messages"], told["read"], told["last_read"]) == (3, 0, None)
    with house.dovecot.client(house.owner.user) as client:
        client.select_folder("INBOX")
        client.add_flags([2], [b"\\Seen"])
    flags = house.dovecot.flags(house.owner.user, "INBOX")
    house.guard("scan")
    (told,) = house.guard("why", "offers.lamps.test", "--json").rows
    assert (told["read"], told["last_read"][:10]) == (1, f"{days_ago(4):%Y-%m-%d}")
    assert "1 of them read" in house.guard("why", "offers.lamps.test").out
    assert house.dovecot.flags(house.owner.user, "INBOX") == flags
