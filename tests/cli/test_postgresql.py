"""The same commands with the ledger in PostgreSQL."""

from tests.household import Household, days_ago
from tests.letters import newsletter
from tests.servers.https import reply
from tests.servers.postgres import Postgres


def test_the_main_job_runs_on_postgresql(house: Household, postgres: Postgres) -> None:
    house.more["GUARD_LEDGER"] = postgres.database()
    house.web.on("*", reply(200))
    url = f"https://127.0.0.1:{house.web.port}/u"
    letter = newsletter("Lamps <news@lamps.test>", days_ago(9), way_out=f"<{url}>")
    house.deliver((letter, days_ago(9)))
    assert house.guard("scan", "--json").row("offers.lamps.test")["standing"] == "unconsented"
    done = house.guard("cleanup", "--yes", "--move", "--json")
    assert done.row("offers.lamps.test")["outcome"] == "accepted", done.err
    assert house.guard("undo").status == 0
    assert house.guard("ledger", "check").status == 0
    month = f"{days_ago(9):%Y-%m}"
    assert "offers.lamps.test" in house.guard("report", "--month", month).out
    house.guard("allow", "lamps.test")
    assert house.guard("scan", "--json").row("offers.lamps.test")["standing"] == "consented"
    assert len(house.web.received) == 1
