"""What a dry run tells is what would be sent, and when not yet."""

from inbox_guard.jobs.preview import requests
from tests.fakes.browser import FakeBrowser
from tests.fakes.web import answer
from tests.jobs.scene import URL, Scene
from tests.letters import newsletter


def told(scene: Scene) -> list[tuple[str, ...]]:
    """The requests of every plan that contacts somebody."""
    plans = [plan for plan in scene.plan().plans if plan.contacts]
    return [requests(plan, scene.rules, scene.doors) for plan in plans]


def test_the_ways_are_told_in_the_order_that_the_owner_wants(scene: Scene) -> None:
    scene.arrive(f"<mailto:leave@lamps.test>, <{URL}>")
    one_click, page = "POST List-Unsubscribe=One-Click to lamps.test", "GET a page at lamps.test"
    ((first, second, third),) = told(scene)
    assert (first, second[:10], third[:24]) == (one_click, "mail to an", page)
    scene.order = tuple(reversed(scene.order))
    ((first, _, third),) = told(scene)
    assert (first[:24], third) == (page, one_click)


def test_a_browser_is_mentioned_where_the_owner_has_one(scene: Scene) -> None:
    scene.arrive(one_click=False)
    ((only,),) = told(scene)
    assert "press its one clear way out" in only
    scene.browser = FakeBrowser()
    ((_, in_browser),) = told(scene)
    assert in_browser.startswith("the same page in a browser")


def test_a_host_that_wants_to_be_left_alone_is_named_with_its_time(scene: Scene) -> None:
    scene.web.on(f"POST {URL}", answer(429, headers=(("retry-after", "7200"),)))
    scene.arrive()
    scene.clean()
    scene.pass_(minutes=10)
    other = newsletter("Rugs <news@rugs.test>", scene.now, way_out=f"<{URL}9>")
    scene.mailbox.deliver("INBOX", other, scene.now)
    assert ("nothing before 2026-10-05 11:00 UTC: their host asked to be left alone",) in told(
        scene
    )
    assert len(scene.web.requests) == 1
