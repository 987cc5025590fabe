"""kill -9 at the named points of an unsubscription: nothing sent twice, nothing lost, doubt is shown as doubt."""

from contextlib import ExitStack
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


@pytest.mark.parametrize("nth", [1, 4])
@pytest.mark.parametrize("point", [point for point in DURING_WORK if point >= "F3"])
def test_a_kill_while_several_are_asked_at_once_sends_nothing_twice_and_loses_nothing(
    point: str, nth: int, dovecot: Dovecot, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        first = stack.enter_context(WebServer())
        more = [stack.enter_context(WebServer(authority=first.authority)) for _ in range(3)]
        scene = Scene(Household(dovecot, first, tmp_path), (first, *more))
        scene.prepare()
        assert scene.killed(point, nth)
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
