"""The systemd units: as tight as one another, and calling commands that exist."""

from configparser import RawConfigParser
from pathlib import Path

import pytest
from typer.main import get_command

from inbox_guard.cli.main import app

UNITS = Path(__file__).parent.parent / "systemd"
SERVICES = sorted(UNITS.glob("*.service"))
TIMERS = sorted(UNITS.glob("*.timer"))
OWN = ("Type=", "ExecStart=", "Restart", "Timeout", "SuccessExitStatus=")


def section(path: Path, name: str) -> list[str]:
    """The lines of a section, without comments; a key may stand twice, so no dictionary."""
    _, _, rest = path.read_text(encoding="utf-8").partition(f"[{name}]\n")
    lines = rest.split("\n[")[0].splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_service_is_walled_in_like_the_daemon() -> None:
    walls = [
        [line for line in section(path, "Service") if not line.startswith(OWN)] for path in SERVICES
    ]
    assert len(walls) == 3
    assert walls[0] == walls[1] == walls[2]
    for wanted in ("DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "LimitCORE=0"):
        assert wanted in walls[0]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_service_calls_a_command_that_there_is(path: Path) -> None:
    [start] = [line for line in section(path, "Service") if line.startswith("ExecStart=")]
    program, command, *options = start.removeprefix("ExecStart=").split()
    known = getattr(get_command(app), "commands")[command]  # noqa: B009 - typer hides click's Group
    offered = {name for each in known.params for name in each.opts}
    assert program.endswith("/inbox-guard")
    assert set(options) <= offered


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.stem)
def test_a_timer_has_its_service_and_makes_up_for_time_off(path: Path) -> None:
    unit = RawConfigParser()
    unit.read(path, encoding="utf-8")
    assert path.with_suffix(".service") in SERVICES
    assert unit["Timer"]["Persistent"] == "true"
    assert unit["Timer"]["RandomizedDelaySec"]


def test_the_daemon_does_not_come_back_when_its_settings_are_wrong() -> None:
    lines = section(UNITS / "inbox-guard.service", "Service")
    assert "RestartPreventExitStatus=2" in lines
    assert "RestartSec=30s" in lines


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_no_unit_holds_a_password(path: Path) -> None:
    for line in section(path, "Service"):
        assert "PASSWORD=" not in line
