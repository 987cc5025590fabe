"""The pages keep what the code promises: commands, settings, standards, names."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from inbox_guard.cli.main import app
from inbox_guard.config import HOUSEHOLD, PER_ACCOUNT, PREFIX
from tests.web.street import pairs, special_places
from tests.web.ways_in import PLACES

PROJECT = Path(__file__).parent.parent
RFC = re.compile(r"RFC (\d{4})")


def _cited() -> set[str]:
    found: set[str] = set()
    for room in ("inbox_guard", "migrations", "systemd"):
        for path in (PROJECT / room).rglob("*"):
            if path.is_file() and path.suffix in {".py", ".tsv", ".txt", ".j2", ".service"}:
                found |= set(RFC.findall(path.read_text(encoding="utf-8")))
    return found


def test_every_rfc_in_the_code_is_in_the_table_of_standards_and_back() -> None:
    table = (PROJECT / "docs" / "standards.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| RFC (\d{4}) \|", table, re.MULTILINE))
    assert _cited() == listed


def test_every_command_is_in_the_readme() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    commands = getattr(get_command(app), "commands")  # noqa: B009 — typer hides click's Group
    missing = {name for name in commands if f"`{name}" not in readme}
    assert missing == set()


def test_every_setting_is_in_the_page_of_settings() -> None:
    page = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    settings = {
        PREFIX + name
        for name in (*PER_ACCOUNT, *HOUSEHOLD)
        if not name.endswith(("_FILE", "_COMMAND")) or name.endswith("CA_FILE")
    }
    assert {name for name in settings if name not in page} == set()


def test_every_page_that_the_readme_links_is_there() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert linked
    assert [path for path in linked if not (PROJECT / path).exists()] == []


@pytest.mark.parametrize("name", ["architecture.md", "security.md"])
def test_every_path_and_test_that_a_page_names_is_there(name: str) -> None:
    page = (PROJECT / "docs" / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:core|jobs|mail|web|ledger|cli|report)/[\w/]+\.py)`", page))
    assert named
    assert [path for path in named if not (PROJECT / "inbox_guard" / path).exists()] == []
    tests = set(re.findall(r"`(test_\w+)`", page))
    written = "".join(
        path.read_text(encoding="utf-8") for path in (PROJECT / "tests").rglob("*.py")
    )
    assert [name for name in tests if f"def {name}(" not in written] == []
    files = set(re.findall(r"`((?:tests|benchmarks)/[\w/]+\.(?:py|tsv))`", page))
    assert [path for path in files if not (PROJECT / path).exists()] == []


def test_the_page_of_security_tells_of_every_walk_and_shows_none_that_got_through() -> None:
    page = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
    walks = len(list(pairs())) + len(list(special_places()))
    rows = dict(re.findall(r"^(all|meta refresh) +(\d+ +\d+)", page.split("leads on by")[1], re.M))
    assert rows["all"].split() == [str(walks), "0"]
    assert rows["meta refresh"].split() == [str(len(PLACES)), "0"]
    threats = re.findall(r"^\| (S\d+) \|", page, re.MULTILINE)
    assert threats == [f"S{n}" for n in (*range(1, 27), *range(36, 39), *range(46, 50))]
