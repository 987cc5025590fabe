"""``import`` and ``alias``, typed as an owner would type them, with a real ledger and a real mailbox."""

import json
import zipfile
from datetime import datetime

from inbox_guard.ledger.ledger import open_ledger
from tests.cli.test_commands import lamp
from tests.household import NOW, Household, days_ago
from tests.letters import OWNER, authenticated, mail, newsletter

SECRET = "zebra-quartz-9911"


def write(house: Household, name: str, text: str | bytes) -> str:
    path = house.folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def bulk(author: str, days: float, to: str = OWNER) -> tuple[bytes, datetime]:
    made = newsletter(author, days_ago(days), way_out="<https://127.0.0.1:9/u>", to=to)
    return made, days_ago(days)


def heard(house: Household, sender: str) -> dict[str, str]:
    row = house.guard("senders", "--json").row(sender)
    return {one["kind"]: one["says"] for one in row["because"]}


def test_a_contact_counts_at_once(house: Household) -> None:
    house.deliver((lamp(house), days_ago(40)))
    house.guard("scan")
    assert house.guard("senders", "--json").rows[0]["standing"] == "unconsented"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Lamps\r\nEMAIL:news@lamps.test\r\nEND:VCARD\r\n"
    ran = house.guard("import", "contacts", write(house, "all.vcf", card))
    assert ran.status == 0, ran.err
    assert "2 facts found, 2 new" in ran.out
    assert "Senders were judged again." in ran.out
    row = house.guard("senders", "--json").rows[0]
    assert row["standing"] == "consented"
    assert "news@lamps.test is in your address book" in [one["says"] for one in row["because"]]


def test_importing_twice_adds_nothing_and_json_counts(house: Household) -> None:
    path = write(house, "list.csv", "domain,date,what\nlamps.test,2024-01-02,A lamp\nnobody,,\n")
    first = house.guard("import", "purchases", path, "--json")
    assert first.rows == [
        {
            "kind": "purchases",
            "rows": 2,
            "facts": 1,
            "new": 1,
            "not_understood": 1,
            "judged": True,
        }
    ]
    assert "list.csv, line 3: a shop's domain was expected" in first.err
    assert house.guard("import", "purchases", path, "--json").rows[0]["new"] == 0


def test_an_import_beside_a_daemon_leaves_the_judging_to_it(house: Household) -> None:
    path = write(house, "list.csv", "domain,date,what\nlamps.test,2024-01-02,A lamp\n")
    with open_ledger(str(house.ledger), write=True, at=NOW):
        ran = house.guard("import", "purchases", path)
    assert ran.status == 0, ran.err
    assert "1 new. Senders are judged again at the daemon's next sweep." in ran.out


def test_no_secret_of_a_vault_reaches_the_ledger_the_log_or_an_error(house: Household) -> None:
    good = (
        "name,url,username,password,note\n"
        f"Lamps,https://ada:{SECRET}@shop.lamps.test/{SECRET}?t={SECRET},{OWNER},{SECRET},{SECRET}\n"
        f"Other,https://other.test,{SECRET}@elsewhere.test,{SECRET},\n"
        f'"{SECRET}\n'
    )
    broken = f'{{"items": [{{"login": {{"password": "{SECRET}" "uri"}}}}]}}'
    ran = house.guard("import", "passwords", write(house, "a.csv", good), "--verbose")
    assert ran.status == 0, ran.err
    wrong = house.guard("import", "passwords", write(house, "b.json", broken), "--verbose")
    assert wrong.status == 2
    assert "b.json, line 1: JSON was expected" in wrong.err
    strange = house.guard("import", "passwords", write(house, "c.csv", f"{SECRET},x\n1,2\n"))
    assert strange.status == 2
    held = b"".join(path.read_bytes() for path in house.ledger.parent.rglob("*") if path.is_file())
    assert b"lamps.test" in held
    assert OWNER.encode() in held
    for said in (held, *(text.encode() for text in (ran.out, ran.err, wrong.err, strange.err))):
        assert SECRET.encode() not in said
    house.deliver((lamp(house), days_ago(40)))
    house.guard("scan")
    assert house.guard("senders", "--json").rows[0]["standing"] == "customer"


def test_an_alias_used_by_somebody_else_is_told_with_both_names(house: Household) -> None:
    settings = {"GUARD_ADDRESSES": OWNER, "GUARD_REACH": "36500"}
    alias = "lamps.x7f@alias.test"
    path = write(house, "aliases.csv", f"alias,note,enabled\n{alias},lamps.test,True\n")
    assert house.guard("import", "aliases", path, **settings).status == 0
    house.deliver(
        bulk("Lamps <news@mail.lamps.test>", 90, alias), bulk("Rugs <hi@rugs.test>", 30, alias)
    )
    house.guard("scan", **settings)
    theirs = house.guard("senders", "--json").row("offers.mail.lamps.test")
    assert theirs["standing"] == "customer"
    other = house.guard("senders", "--json").row("offers.rugs.test")
    assert other["standing"] == "unconsented"
    says = heard(house, "offers.rugs.test")["alias-leak"]
    assert f"you gave {alias} to lamps.test; it is now used by rugs.test" in says


def test_a_file_of_no_known_shape_ends_with_two_and_the_shapes(house: Household) -> None:
    ran = house.guard("import", "linkedin", write(house, "x.csv", "Name,Age\nA,3\n"))
    assert ran.status == 2
    assert "x.csv, line 1: none of LinkedIn's lists" in ran.err
    assert "`import linkedin` understands" in ran.err
    assert house.guard("import", "contacts", "/nowhere/at/all").status == 2


def test_linkedin_is_read_from_its_zip_and_folder_and_tells_who_is_known(house: Household) -> None:
    day = f"{days_ago(200):%d %b %Y}"
    late = f"{days_ago(1):%d %b %Y}"
    rows = (
        "Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"Cleo,Park,https://www.linkedin.com/in/cleo,,,,{day}\n"
        f"Some,Body,https://www.linkedin.com/in/somebody,,,,{late}\n"
    )
    archive = house.folder / "Basic_LinkedInDataExport.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("Connections.csv", rows)
        made.writestr("Rich_Media.csv", "Date,Link\n1,2\n")
    assert house.guard("import", "linkedin", str(archive), "--json").rows[0]["new"] == 5
    folder = house.folder / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(rows)
    assert house.guard("import", "linkedin", str(folder), "--json").rows[0]["new"] == 0

    def message(name: str, days: float) -> tuple[bytes, datetime]:
        author = f"{name} via LinkedIn <messages-noreply@linkedin.com>"
        extra = (*authenticated(author), "X-LinkedIn-Class: MBR-TO-MBR")
        return mail(author, f"{name} sent you a message", "hi", days_ago(days), *extra), days_ago(
            days
        )

    house.deliver(message("Cleo Park", 30), message("Nora Quist", 30))
    house.guard("scan")
    assert house.guard("senders", "--json").row("linkedin:cleo park")["standing"] == "consented"
    told = heard(house, "linkedin:nora quist")["stranger"]
    assert told.startswith("not among your LinkedIn connections as of")


def test_a_breach_before_the_first_mail_is_told_and_changes_nothing(house: Household) -> None:
    house.deliver((lamp(house), days_ago(40)))
    house.guard("scan")
    before = house.guard("senders", "--json").rows[0]["standing"]
    held = [{"Name": "Tiles", "Domain": "tiles.test", "BreachDate": "2019-05-24"}]
    house.guard("import", "breaches", write(house, "b.json", json.dumps(held)))
    house.guard("scan")
    row = house.guard("senders", "--json").rows[0]
    assert row["standing"] == before
    says = {one["kind"]: one["says"] for one in row["because"]}["breach"]
    assert says.startswith("consistent with the breach of Tiles (tiles.test) (24 May 2019)")


def test_an_alias_is_minted_remembered_and_listed(house: Household) -> None:
    ran = house.guard("alias", "https://shop.lamps.test/join")
    assert ran.status == 0, ran.err
    local, _, domain = OWNER.partition("@")
    assert ran.out.startswith(f"{local}+lamps-")
    assert ran.out.strip().endswith(f"@{domain}")
    (row,) = house.guard("alias", "--list", "--json").rows
    assert (row["alias"], row["for"], row["source"]) == (ran.out.strip(), "lamps.test", "minted")
    more = {"GUARD_ADDRESSES": f"{OWNER},@mine.test"}
    (other,) = house.guard("alias", "Rug & Co", "--style", "catch-all", "--json", **more).rows
    assert other["alias"].startswith("rugco-")
    assert other["alias"].endswith("@mine.test")
    assert len(house.guard("alias", "--list", "--json").rows) == 2
    assert row["alias"] in house.guard("alias", "--list").out


def test_an_alias_that_would_not_reach_the_owner_is_refused(house: Household) -> None:
    foreign = house.guard("alias", "lamps.test", "--base", "somebody@else.test")
    assert foreign.status == 2
    assert "GUARD_ADDRESSES" in foreign.err
    nowhere = house.guard("alias", "lamps.test", "--style", "catch-all")
    assert nowhere.status == 2
    assert "GUARD_ADDRESSES" in nowhere.err
    assert house.guard("alias", "!!").status == 2
    assert house.guard("alias").status == 2


def test_what_is_imported_for_one_account_counts_for_that_account(house: Household) -> None:
    more = {"GUARD_ACCOUNTS": "home,work"}
    path = write(house, "c.csv", "Name,Email\nLamps,news@lamps.test\n")
    assert house.guard("import", "contacts", path, "--account", "work", **more).status == 0
    house.deliver((lamp(house), days_ago(40)))
    house.guard("scan", **more)
    rows = house.guard("senders", "--json", **more).rows
    assert {row["account"]: row["standing"] for row in rows} == {
        "home": "unconsented",
        "work": "consented",
    }
