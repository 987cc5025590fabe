"""What the jobs rely on in a browser: the fake and the real one, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from inbox_guard.core import page as engine
from inbox_guard.core.attempt import Result
from inbox_guard.core.ports import Browser
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import NoAnswer, NotPublic
from tests.browser.street import Street
from tests.fakes.browser import FakeBrowser
from tests.fakes.web import answer
from tests.servers.https import page

BUTTON = "<h1>Leave the list?</h1><button data-guard-handle='0' type='button'>Unsubscribe</button>"
LIVE = """<h1>Leave the list?</h1><button>Unsubscribe</button>
<script>document.querySelector("button").onclick =
() => { document.body.textContent = "You have been unsubscribed." }</script>"""


@dataclass(frozen=True)
class Place:
    """A browser, a page with one button, a page that is refused, and one that is not there."""

    browser: Browser
    button: str
    inside: str = "https://inside.test/"
    nowhere: str = "https://nowhere.test/"


def _fake() -> Place:
    url = "https://shop.test/u"
    fake = FakeBrowser().on(url, answer(200, BUTTON))
    fake.after("Unsubscribe", answer(200, "<p>You have been unsubscribed.</p>"))
    fake.on(Place.inside, NotPublic("address-loopback", "inside.test"))
    return Place(fake, url)


@pytest.fixture(params=["fake", "real"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "fake":
        yield _fake()
        return
    with Street(tmp_path) as street:
        street.server.on("shop.test/u", page(LIVE))
        yield Place(street.door(), street.server.url("shop.test", "/u"))


def test_a_visit_opens_and_presses_what_the_engine_names(place: Place) -> None:
    so_far = engine.SoFar("ada@home.test")
    with place.browser.visit("attempt-1") as visit:
        step = engine.read(visit.open(place.button), so_far)
        assert isinstance(step, engine.Press)
        assert step.label == "Unsubscribe"
        end = engine.read(visit.press(step), so_far.after(step))
    assert isinstance(end, Result)
    assert end.outcome is Outcome.DONE
    assert place.browser.pictured("attempt-1") == "attempt-1.jpg"
    assert place.browser.pictured("attempt-2") == ""


def test_a_visit_tells_refusal_from_silence(place: Place) -> None:
    with place.browser.visit("attempt-1") as visit:
        with pytest.raises(NotPublic) as refusal:
            visit.open(place.inside)
        with pytest.raises(NoAnswer) as silence:
            visit.open(place.nowhere)
    assert refusal.value.rule == "address-loopback"
    assert silence.value.sent is False
