"""The floor plan, executed: an import points to a lower floor, never up and never sideways."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import inbox_guard

HOUSE = Path(inbox_guard.__file__).parent

# Room → floor. Rooms on one floor do not know each other.
FLOORS = {
    "cli": 5,
    "__main__": 5,
    "daemon": 4,
    "demo": 4,
    "app": 3,
    "config": 3,
    "jobs": 2,
    "mail": 1,
    "web": 1,
    "browser": 1,
    "ledger": 1,
    "report": 1,
    "core": 0,
    "errors": 0,
}

# The hall is one floor with two rooms that do meet: settings become adapters.
NEIGHBOURS = {("app", "config"), ("__main__", "cli")}

# Library → the only rooms that may know it (first component of the import).
OWNERS = {
    "imapclient": {"mail", "demo"},  # the demo delivers its letters into its own mailbox
    "smtplib": {"mail"},
    "imaplib": {"mail"},
    "http": {"web", "demo"},  # the demo's senders are HTTP servers
    "dkim": {"mail"},
    "dns": {"mail"},
    "sqlalchemy": {"ledger"},
    "alembic": {"ledger"},
    "anyascii": {"core"},
    "apscheduler": {"daemon"},
    "dotenv": {"config"},
    "bs4": {"core"},
    "lxml": {"core"},
    "jinja2": {"report"},
    "typer": {"cli"},
    "rich": {"cli", "demo"},
    "socket": {"mail", "web", "demo", "ledger"},  # the ledger names the host of a lock's holder
    "ssl": {"mail", "web", "demo"},
    "subprocess": {"config", "browser"},
    "cryptography": {"web"},
    "pymap": {"demo"},
    "aiosmtpd": {"demo"},
    "trustme": {"demo"},
}

PURE = "core"
WORLDLY = {"os", "io", "socket", "ssl", "subprocess", "time", "random", "logging", "threading"}


def _files() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py") if "_shipped" not in path.parts)


def _room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _rooms_imported(path: Path) -> set[str]:
    rooms = set()
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "inbox_guard" and len(parts) > 1 and parts[1] in FLOORS:
            rooms.add(parts[1])
    return rooms


@pytest.mark.parametrize("path", _files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_an_import_points_down_and_never_sideways(path: Path) -> None:
    room = _room(path)
    if room == "__init__":
        assert not _rooms_imported(path)
        return
    for other in _rooms_imported(path) - {room}:
        down = FLOORS[other] < FLOORS[room]
        assert down or (room, other) in NEIGHBOURS, f"{room} may not import {other}"


@pytest.mark.parametrize("path", _files(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_library_has_its_owners(path: Path) -> None:
    for name in _imports(path):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or _room(path) in owners, f"{name} belongs to {owners}"


def test_the_ground_floor_touches_nothing() -> None:
    worldly = {
        f"{path.relative_to(HOUSE)}: {name}"
        for path in _files()
        if _room(path) == PURE
        for name in _imports(path)
        if name.split(".")[0] in WORLDLY
    }
    assert worldly == set()


def test_the_ground_floor_asks_no_clock() -> None:
    asking = {
        f"{path.relative_to(HOUSE)}:{node.lineno}"
        for path in _files()
        if _room(path) == PURE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}
    }
    assert asking == set()


def test_every_room_stands_on_a_floor() -> None:
    rooms = {_room(path) for path in _files()} - {"__init__"}
    assert rooms == set(FLOORS)


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = {
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"
        for path in _files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 60
    }
    assert long == set()


def test_no_test_replaces_what_we_own_by_a_mock() -> None:
    words = ("Magic" + "Mock", "unittest" + ".mock", "monkeypatch." + "setattr")
    guilty = {
        f"{path}: {word}"
        for path in Path(__file__).parent.rglob("*.py")
        for word in words
        if word in path.read_text(encoding="utf-8")
    }
    assert guilty == set()
