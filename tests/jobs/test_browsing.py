"""A page that needs its script: what the walk does with a browser, and without one."""

import pytest

from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import NoAnswer, NotPublic
from tests.fakes.browser import FakeBrowser
from tests.fakes.web import answer
from tests.jobs.scene import URL, Scene

SHELL = answer(200, '<div id="root"></div><script src="/app.js"></script>')
ASKS = answer(
    200,
    "<h1>Stop getting our newsletter?</h1>"
    '<button data-guard-handle="0" type="button">No, stay</button>'
    '<button data-guard-handle="1" type="button">Unsubscribe</button>',
)
LEFT = answer(200, "<p>You have been unsubscribed.</p>")


@pytest.fixture
def scripted(scene: Scene) -> Scene:
    scene.web.on(URL, SHELL)
    scene.browser = FakeBrowser()
    scene.arrive(one_click=False)
    scene.pass_(hours=1)
    return scene


def test_a_page_of_scripts_is_left_in_the_browser(scripted: Scene) -> None:
    browser = scripted.browser
    assert browser is not None
    browser.on(URL, ASKS).after("Unsubscribe", LEFT)
    scripted.clean()
    assert scripted.outcomes() == [("page", "needs_owner"), ("browser", "done")]
    assert browser.opened == [URL]
    assert browser.pressed == ["Unsubscribe"]
    assert "(picture: attempt-2.jpg)" in scripted.last.detail


def test_without_a_browser_the_owner_hears_what_would_help(scene: Scene) -> None:
    scene.web.on(URL, SHELL)
    scene.arrive(one_click=False)
    scene.pass_(hours=1)
    scene.clean()
    assert scene.outcomes() == [("page", "needs_owner")]
    assert scene.last.owner_url == URL
    assert "`browser`" in scene.last.detail
    assert "GUARD_BROWSER" in scene.last.detail


def test_a_page_that_can_be_read_needs_no_browser(scripted: Scene) -> None:
    scripted.web.on(f"GET {URL}", LEFT)
    scripted.clean()
    assert scripted.outcomes() == [("page", "done")]
    assert scripted.browser is not None
    assert scripted.browser.visits == []


@pytest.mark.parametrize(
    ("happens", "outcome"),
    [
        (NotPublic("address-private", "router.test"), Outcome.BLOCKED),
        (NoAnswer("it does not come to rest", sent=True), Outcome.UNKNOWN),
        (NoAnswer("it does not come to rest", sent=False), Outcome.NEEDS_OWNER),
        (answer(200, "<p>Hello.</p>"), Outcome.NEEDS_OWNER),
        (answer(404, "<p>Not here.</p>"), Outcome.FAILED),
    ],
)
def test_what_the_browser_meets_is_the_result(
    scripted: Scene, happens: object, outcome: Outcome
) -> None:
    assert scripted.browser is not None
    scripted.browser.on(URL, happens)  # type: ignore[arg-type]
    scripted.clean()
    assert scripted.outcomes()[-1] == ("browser", outcome.value)
    assert scripted.last.needs_script is False


def test_an_unread_answer_after_a_press_is_unknown_and_not_repeated(scripted: Scene) -> None:
    assert scripted.browser is not None
    scripted.browser.on(URL, ASKS).after("Unsubscribe", NoAnswer("gone", sent=True))
    scripted.clean()
    scripted.arrive(one_click=False)
    scripted.pass_(days=1)
    scripted.clean()
    assert scripted.browser.pressed == ["Unsubscribe"]
    assert scripted.outcomes()[-1] == ("browser", "unknown")


def test_a_browser_that_does_not_start_leaves_the_page_to_the_owner(scripted: Scene) -> None:
    assert scripted.browser is not None
    scripted.browser.broken = True
    scripted.clean()
    assert scripted.outcomes() == [("page", "needs_owner"), ("browser", "needs_owner")]
    assert scripted.last.owner_url == URL
    assert "does not start" in scripted.last.detail


def test_what_was_pressed_on_html_is_not_pressed_again_in_a_browser(scripted: Scene) -> None:
    form = '<h1>Unsubscribe</h1><form method="post"><button>Unsubscribe</button></form>'
    scripted.web.on(f"GET {URL}", answer(200, form)).on(f"POST {URL}", SHELL)
    scripted.clean()
    assert scripted.outcomes() == [("page", "needs_owner")]
    assert scripted.browser is not None
    assert scripted.browser.visits == []


def test_a_page_that_goes_on_asking_is_left_after_five_looks(scripted: Scene) -> None:
    browser = scripted.browser
    assert browser is not None
    for number in range(9):
        here = URL if number == 0 else f"https://lamps.test/{number}"
        onward = f'<meta http-equiv="refresh" content="0; url=/{number + 1}">'
        browser.on(here, answer(200, f"<head>{onward}</head><p>Wait.</p>"))
    scripted.clean()
    assert len(browser.opened) == 5
    assert scripted.outcomes()[-1] == ("browser", "needs_owner")
