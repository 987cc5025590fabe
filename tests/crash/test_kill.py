"""kill -9 at the named points of an unsubscription: nothing sent twice, nothing lost, doubt is shown as doubt."""

from pathlib import Path

import pytest

from tests.crash.killer import POINTS
from tests.crash.scene import Scene, verdict_on
from tests.household import Household
from tests.servers.dovecot import Dovecot
from tests.servers.https import WebServer

DURING_WORK = [point for point in POINTS if not point.startswith("F9")]


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("point", DURING_WORK)
def test_a_kill_sends_nothing_twice_and_loses_nothing(
    point: str, nth: int, dovecot: Dovecot, tmp_path: Path
) -> None:
    with WebServer() as web:
        scene = Scene(Household(dovecot, web, tmp_path))
        scene.prepare()
        once_only = point.startswith(("F1", "F2"))
        assert scene.killed(point, 1 if once_only else nth)
        scene.go_on()
        assert verdict_on(scene, point) == []


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_kill_during_a_migration_leaves_a_ledger_that_migrates(
    nth: int, dovecot: Dovecot, tmp_path: Path
) -> None:
    with WebServer() as web:
        scene = Scene(Household(dovecot, web, tmp_path))
        scene.prepare()
        assert scene.killed("F9 during migration", nth)
        scene.go_on()
        assert verdict_on(scene, "F9 during migration") == []
