"""A page that is nothing without its script, by the command line: with the owner's Chromium, and without."""

import stat

from tests.household import Household, days_ago
from tests.letters import newsletter
from tests.servers.https import page, reply

SCRIPT = """<div id="root"></div><script>
const root = document.getElementById("root");
root.innerHTML = "<h1>Stop getting our newsletter?</h1><button>Unsubscribe</button>";
root.querySelector("button").onclick = () => fetch("/api/leave", {method: "POST", body: "{}"})
  .then(() => { root.innerHTML = "<p>You have been unsubscribed.</p>" });
</script>"""


def _letter(house: Household) -> None:
    url = f"https://127.0.0.1:{house.web.port}/u?t=secret"
    house.web.on("GET /u", page(SCRIPT))
    house.web.on("POST /api/leave", reply(200, b"{}"))
    mail = newsletter("Lamps <news@lamps.test>", days_ago(5), way_out=f"<{url}>", one_click=False)
    house.deliver((mail, days_ago(5)))


def test_with_a_browser_it_is_left(house: Household) -> None:
    house.more = {"GUARD_BROWSER": "auto"}
    _letter(house)
    ran = house.guard("cleanup", "--yes", "--json")
    assert ran.status == 0, ran.err
    (row,) = ran.rows
    assert row["outcome"] == "done"
    (told,) = house.guard("why", row["sender"], "--json").rows
    attempts = [(one["mechanism"], one["outcome"]) for one in told["attempts"]]
    assert attempts == [("page", "needs_owner"), ("browser", "done")]
    assert [one.method for one in house.web.received] == ["GET", "GET", "POST"]
    (picture,) = (house.ledger.parent / "pictures").iterdir()
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    assert "secret" not in ran.out + ran.err


def test_without_one_the_owner_hears_of_the_extra_and_its_setting(house: Household) -> None:
    _letter(house)
    ran = house.guard("cleanup", "--yes", "--json")
    assert ran.status == 1
    (row,) = ran.rows
    assert row["outcome"] == "needs_owner"
    assert [one.method for one in house.web.received] == ["GET"]
    told = house.guard("review").out + house.guard("why", row["sender"]).out
    assert "GUARD_BROWSER" in told


def test_check_starts_the_browser_once(house: Household) -> None:
    without, with_one = house.guard("check"), house.guard("check", GUARD_BROWSER="auto")
    assert "pages that need a script are left to you (GUARD_BROWSER)" in without.out
    assert "starts, in its sandbox" in with_one.out


def test_a_browser_that_is_not_there_is_said_at_once(house: Household) -> None:
    ran = house.guard("check", GUARD_BROWSER="/nothing/here")
    assert ran.status == 2
    assert "GUARD_BROWSER" in ran.err
    assert house.guard("check", GUARD_BROWSER="auto", PATH="/nothing").status == 2
