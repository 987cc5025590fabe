"""Pages that try to get round the guard: nobody is seen where nobody may go."""

from pathlib import Path

import pytest

from inbox_guard.browser.program import Way, started
from inbox_guard.browser.visit import ChromiumVisit
from inbox_guard.core import page as engine
from inbox_guard.errors import NoAnswer, NotPublic
from inbox_guard.web.proxy import Traffic
from tests.browser.street import Street, Trap, chromium, served
from tests.browser.tricks import BITING, LEADING_AWAY, TRICKS, page_of
from tests.servers.https import endless, head, page, redirect, reply

OCTETS = (("Content-Type", "application/octet-stream"),)
SCRIPT = (("Content-Type", "text/javascript"),)


@pytest.mark.parametrize("name", TRICKS)
def test_a_trick_reaches_nobody_and_leaves_the_page_in_order(street: Street, name: str) -> None:
    street.server.on(f"shop.test/{name}", page(page_of(TRICKS[name], street.trap.port)))
    street.server.on("shop.test/octets", reply(200, b"x", OCTETS))
    answer = street.shared.open(street.server.url("shop.test", f"/{name}"))
    assert b"Hello." in answer.body
    assert f"/ran?{name}" in street.paths()
    assert street.trap.caught == 0
    assert street.leaks == []
    unwanted = {"/sw.js", "/pre", "/got"}
    assert unwanted.isdisjoint(street.paths())
    step = engine.read(answer, engine.SoFar("ada@home.test"))
    assert isinstance(step, engine.Press) is False


@pytest.mark.parametrize("name", LEADING_AWAY)
def test_a_page_that_leads_inside_is_blocked(street: Street, name: str) -> None:
    street.server.on(f"shop.test/{name}", page(page_of(LEADING_AWAY[name], street.trap.port)))
    with pytest.raises(NotPublic):
        street.shared.open(street.server.url("shop.test", f"/{name}"))
    assert street.trap.caught == 0
    assert street.leaks == []


@pytest.mark.parametrize(
    ("to", "rule"),
    [
        ("https://127.0.0.1:TRAP/", "url-port"),
        ("https://inside.test/", "address-loopback"),
        ("https://router.test/", "address-private"),
        ("https://metadata.test/", "address-link-local"),
        ("https://mapped.test/", "address-transition"),
        ("https://169.254.169.254/", "address-link-local"),
        ("http://shop.test/", "redirect-downgrade"),
    ],
)
def test_a_redirect_inside_is_blocked_by_its_rule(street: Street, to: str, rule: str) -> None:
    street.server.on("shop.test/away", redirect(to.replace("TRAP", str(street.trap.port))))
    with pytest.raises(NotPublic) as refusal:
        street.shared.open(street.server.url("shop.test", "/away"))
    assert refusal.value.rule == rule
    assert street.trap.caught == 0
    assert street.leaks == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "chrome://version", "data:text/html,x", ""])
def test_only_web_pages_are_opened(street: Street, url: str) -> None:
    with pytest.raises(NotPublic):
        street.shared.open(url)


def test_another_organisation_gets_no_question_no_cookie_and_no_referer(street: Street) -> None:
    script = (
        f"<script>const u = '{street.server.url('other.test', '/api')}';"
        "fetch(u, {method: 'POST', mode: 'no-cors', credentials: 'include', body: 'secret'}).catch(() => 0);"
        "fetch(u + '?secret', {mode: 'no-cors'}).catch(() => 0)</script>"
        f"<script src='{street.server.url('other.test', '/lib.js')}'></script>"
        f"<img src='{street.server.url('other.test', '/pixel?secret')}'>"
        f"<iframe src='{street.server.url('other.test', '/frame')}'></iframe>"
    )
    street.server.on("shop.test/partners", page(f"<p>Hello.</p>{script}"))
    street.server.on("other.test/lib.js", reply(200, b"1", SCRIPT))
    street.shared.open(street.server.url("shop.test", "/partners"))
    theirs = [one for one in street.server.received if one.host == "other.test"]
    assert {one.target for one in theirs} == {"/lib.js"}
    assert all(not one.header("Referer") and not one.header("Cookie") for one in theirs)


def _lost(visit: ChromiumVisit, url: str) -> NoAnswer | None:
    """Open a page; returns what came in the way, None for nothing."""
    try:
        visit.open(url)
    except NoAnswer as lost:
        return lost
    return None


@pytest.mark.parametrize(
    "script",
    [
        "while (true) alert('x')",
        "setInterval(() => { confirm('x'); prompt('y') }, 1)",
        "for (let n = 0; n < 200; n++) { print(); window.open('/popup') }",
        "onbeforeunload = () => 'stay'; setInterval(() => location.hash = Math.random(), 5)",
    ],
)
def test_a_page_that_will_not_let_go_is_let_go(street: Street, script: str) -> None:
    street.server.on("shop.test/hold", page(f"<p>Hello.</p><script>{script}</script>"))
    with street.door().visit("hold") as visit:
        lost = _lost(visit, street.server.url("shop.test", "/hold"))
    assert lost is None or not lost.sent
    assert "/popup" not in street.paths()


def test_an_endless_script_ends_with_its_browser(street: Street) -> None:
    street.server.on("shop.test/busy", page("<p>Hello.</p><script>for (;;);</script>"))
    with street.door(seconds=30).visit("busy") as visit, pytest.raises(NoAnswer):
        visit.open(street.server.url("shop.test", "/busy"))


def test_a_page_without_end_is_no_answer(street: Street) -> None:
    street.server.on("shop.test/endless", endless(head(), b"<p>more</p>" * 1000))
    with street.door().visit("endless") as visit, pytest.raises(NoAnswer):
        visit.open(street.server.url("shop.test", "/endless"))


def test_a_page_that_grows_is_cut_and_says_so(street: Street) -> None:
    grow = (
        "<script>for (let n = 0; n < 60000; n++) document.write('<p>some more of it</p>')</script>"
    )
    street.server.on("shop.test/huge", page(f"<p>Hello.</p>{grow}"))
    answer = street.shared.open(street.server.url("shop.test", "/huge"))
    assert answer.truncated
    assert len(answer.body) < 1_000_000


def test_the_tricks_bite_where_there_is_no_guard(tmp_path: Path) -> None:
    trap = Trap()
    seen: dict[str, int] = {}
    pages = {name: page_of(TRICKS[name], trap.port) for name in BITING}
    with (
        served(**pages) as server,
        started(chromium(), Way("direct://", "none"), 120) as pipe,
    ):
        visit = ChromiumVisit(pipe, Traffic())
        for name in BITING:
            before = trap.caught
            visit.open(server.url("127.0.0.1", f"/{name}"))
            seen[name] = trap.caught - before
    trap.close()
    assert sum(count > 0 for count in seen.values()) >= 6, seen
