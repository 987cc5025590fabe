"""Leaving everything of an organisation: every list under its domain, and nothing that is not a mailing."""

from tests.household import Household, days_ago
from tests.letters import authenticated, mail, newsletter
from tests.servers.https import reply

LISTS = ("offers", "weekly", "partners")


def acme(house: Household) -> None:
    """Three lists of one company from three addresses, a receipt of it, and a list of somebody else."""
    house.web.on("*", reply(200))
    for number, name in enumerate(LISTS):
        letter = newsletter(
            f"Acme <{name}@{name}.acme.test>" if name != "offers" else "Acme <news@acme.test>",
            days_ago(40 - number),
            way_out=f"<https://127.0.0.1:{house.web.port}/u/{name}>",
            list_id=f"{name}.acme.test",
        )
        house.deliver((letter, days_ago(40 - number)))
    other = newsletter(
        "Other <news@acme-deals.test>",
        days_ago(30),
        way_out=f"<https://127.0.0.1:{house.web.port}/u/other>",
    )
    house.deliver((other, days_ago(30)))


def asked(house: Household) -> list[str]:
    return sorted(request.target.removeprefix("/u/") for request in house.web.received)


def test_cleanup_of_a_domain_leaves_every_list_of_it_and_no_other(house: Household) -> None:
    acme(house)
    plan = house.guard("cleanup", "--sender", "acme.test", "--json")
    assert sorted(row["sender"] for row in plan.rows) == sorted(f"{n}.acme.test" for n in LISTS)
    assert house.guard("cleanup", "--sender", "acme.test", "--yes").status == 0
    assert asked(house) == sorted(LISTS)


def test_a_refused_domain_is_left_as_a_whole_even_by_a_customer_but_for_its_receipts(
    house: Household,
) -> None:
    acme(house)
    receipt = mail(
        "Acme Shop <orders@acme.test>",
        "Your order 4711: receipt",
        "Thank you for your order 4711. Total: 20.00 EUR. Invoice attached. Paid by card.",
        days_ago(60),
        *authenticated("orders@acme.test"),
    )
    house.deliver((receipt, days_ago(60)))
    house.guard("scan")
    kinds = {row["sender"]: row["kind"] for row in house.guard("senders", "--json").rows}
    assert kinds["orders@acme.test"] == "transactional"

    house.guard("refuse", "acme.test")
    assert house.guard("cleanup", "--yes", "--sender", "acme.test").status == 0

    assert asked(house) == sorted(LISTS)
    rows = {row["sender"]: row for row in house.guard("senders", "--json").rows}
    assert {rows[f"{name}.acme.test"]["outcome"] for name in LISTS} == {"accepted"}
    assert rows["orders@acme.test"]["outcome"] is None
    assert rows["orders@acme.test"]["steps"] == ["record"]


def test_a_list_that_a_refused_organisation_opens_later_is_left_too(house: Household) -> None:
    acme(house)
    house.guard("scan")
    house.guard("refuse", "acme.test")
    house.guard("cleanup", "--yes", "--sender", "acme.test")
    new = newsletter(
        "Acme <hello@spring.acme.test>",
        days_ago(1),
        way_out=f"<https://127.0.0.1:{house.web.port}/u/spring>",
        list_id="spring.acme.test",
    )
    house.deliver((new, days_ago(1)))
    house.guard("cleanup", "--yes", "--sender", "acme.test")
    assert asked(house) == sorted((*LISTS, "spring"))


def test_a_list_of_another_name_from_the_same_organisations_addresses_is_covered(
    house: Household,
) -> None:
    house.web.on("*", reply(200))
    way_out = f"<https://127.0.0.1:{house.web.port}/u/esp>"
    letter = newsletter(
        "Acme <news@acme.test>", days_ago(5), way_out=way_out, list_id="a1b2.esp-lists.test"
    )
    house.deliver((letter, days_ago(5)))
    house.guard("cleanup", "--yes", "--sender", "acme.test")
    assert asked(house) == ["esp"]


def test_why_tells_every_step_of_an_attempt(house: Household) -> None:
    form = (
        "<h1>Unsubscribe</h1><p>Shall ada@home.test leave?</p><form method=post action=/out?k=k3y-k3y>"
        "<button>Unsubscribe</button></form>"
    )
    html = (("Content-Type", "text/html; charset=utf-8"),)
    house.web.on("GET /u/t0k3n-1", reply(200, form.encode(), html))
    house.web.on("POST /out", reply(200, b"<p>You have been unsubscribed.</p>", html))
    way_out = f"<https://127.0.0.1:{house.web.port}/u/t0k3n-1>"
    letter = newsletter("L <news@lamps.test>", days_ago(5), way_out=way_out, one_click=False)
    house.deliver((letter, days_ago(5)))
    house.guard("cleanup", "--yes")

    (told,) = house.guard("why", "lamps.test", "--json").rows
    first, second = told["attempts"][0]["steps"]
    assert (first["method"], first["host"], first["status"], first["page"]) == (
        *("GET", "127.0.0.1"),
        *(200, "form"),
    )
    assert (second["method"], second["pressed"], second["page"]) == ("POST", "Unsubscribe", "done")
    assert "cleanup --yes" in second["rule"]
    assert len(first["sha256"]) == 64
    spoken = house.guard("why", "lamps.test").out
    assert "GET 127.0.0.1: 200 form" in spoken
    assert "POST 127.0.0.1 pressing “Unsubscribe”: 200 done" in spoken
    for key in ("t0k3n-1", "k3y-k3y", "ada@home.test leave"):
        assert key not in spoken
        assert key not in str(told["attempts"])
