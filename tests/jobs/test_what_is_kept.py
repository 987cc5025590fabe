"""S22: the key to a subscription is in no byte of the ledger once it has served."""

import pytest

from tests.fakes.web import answer
from tests.jobs.scene import Scene

TOKEN = "canary77token"
URL = f"https://lamps.test/u/{TOKEN}?t={TOKEN}"
GONE = "<p>You have been unsubscribed.</p>"


@pytest.mark.parametrize("one_click", [True, False], ids=["one-click", "page"])
def test_no_token_of_a_settled_attempt_is_in_the_ledger(scene: Scene, one_click: bool) -> None:
    scene.web.on(f"POST {URL}", answer(200)).on(f"GET {URL}", answer(200, GONE))
    scene.arrive(f"<{URL}>, <mailto:leave-{TOKEN}@lamps.test?subject={TOKEN}>", one_click=one_click)
    scene.clean()
    assert scene.outcomes()
    assert scene.web.requests or scene.outbox.unsubscribed
    scene.ledger.close()
    files = [path for path in scene.folder.rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if TOKEN.encode() in path.read_bytes()] == []
    assert any(b"lamps.test" in path.read_bytes() for path in files)
