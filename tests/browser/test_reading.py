"""What of an open page is written down, and what a press does in it."""

import pytest

from inbox_guard.core import page as engine
from inbox_guard.core.attempt import Result
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import NoAnswer
from tests.browser.street import Street
from tests.servers.https import page, redirect, reply

SO_FAR = engine.SoFar("ada@home.test")
LEFT = "You have been unsubscribed."


def _step(street: Street, html: str, path: str = "/read") -> engine.Press | Result:
    street.server.on(f"shop.test{path}", page(html))
    return engine.read(street.shared.open(street.server.url("shop.test", path)), SO_FAR)


@pytest.mark.parametrize(
    "hiding",
    [
        "#x { display: none }",
        "#x { visibility: hidden }",
        "#x { opacity: 0 }",
        "div > p:nth-child(1) { display: none }",
        "@media screen { #x { display: none } }",
    ],
)
def test_words_that_nobody_sees_prove_nothing(street: Street, hiding: str) -> None:
    html = f"<style>{hiding}</style><div><p id=x>{LEFT}</p><p>Please wait for a while.</p></div>"
    step = _step(street, html)
    assert isinstance(step, Result)
    assert step.outcome is Outcome.NEEDS_OWNER


def test_words_that_a_script_shows_count(street: Street) -> None:
    html = f"<p id=x style='display: none'>{LEFT}</p><script>x.style.display = ''</script>"
    step = _step(street, html)
    assert isinstance(step, Result)
    assert step.outcome is Outcome.DONE


def test_shadow_trees_and_frames_of_the_page_are_read(street: Street) -> None:
    html = """<div id=a></div><iframe id=f></iframe><script>
        a.attachShadow({mode: 'open'}).innerHTML = '<p>In the shade.</p>';
        f.contentDocument.body.innerHTML = '<p>In the frame.</p>'</script>"""
    street.server.on("shop.test/deep", page(html))
    body = street.shared.open(street.server.url("shop.test", "/deep")).body
    assert b"In the shade." in body
    assert b"In the frame." in body


def test_a_page_cannot_hide_its_properties_or_forge_handles(street: Street) -> None:
    html = """<form><input name=getAttribute><input name=elements><input name=localName value=x></form>
        <h1>Unsubscribe?</h1><p data-guard-handle=7>Hello.</p><button>Unsubscribe</button><script>
        Element.prototype.getAttribute = () => { throw 1 }; Array.prototype.push = () => { throw 2 };
        JSON.stringify = () => 'no'</script>"""
    street.server.on("shop.test/clobber", page(html))
    answer = street.shared.open(street.server.url("shop.test", "/clobber"))
    assert b'data-guard-handle="7"' not in answer.body
    step = engine.read(answer, SO_FAR)
    assert isinstance(step, engine.Press)
    assert step.label == "Unsubscribe"


def test_two_buttons_that_say_the_same_are_for_the_owner(street: Street) -> None:
    html = "<h1>Your lists</h1><p>News</p><button>Unsubscribe</button><p>Offers</p><button>Unsubscribe</button>"
    step = _step(street, html)
    assert isinstance(step, Result)
    assert step.outcome is Outcome.NEEDS_OWNER


def test_a_form_is_filled_in_as_the_engine_says(street: Street) -> None:
    street.server.on("POST shop.test/save", redirect(street.server.url("shop.test", "/saved"), 303))
    street.server.on("shop.test/saved", page("<p>Your settings have been saved.</p>"))
    html = """<h1>Which newsletters do you want?</h1><form method=post action=/save>
        <label><input type=checkbox name=news value=1 checked> Weekly news</label>
        <label><input type=checkbox name=offers value=1 checked> Offers</label>
        <input type=hidden name=token value=t><p>Take out the tick of what you no longer want to receive.</p>
        <label><input type=checkbox name=all value=1> Unsubscribe me from all e-mails</label>
        <button>Save settings</button></form>"""
    step = _step(street, html, "/prefs")
    assert isinstance(step, engine.Press)
    street.shared.press(step)
    (sent,) = [one for one in street.server.received if one.target == "/save"]
    assert sent.body == step.request.body


def test_a_form_that_its_script_sends_goes_the_scripts_way(street: Street) -> None:
    html = f"""<h1>Unsubscribe</h1><form method=post action=/plain><input type=hidden name=id value=7>
        <button>Unsubscribe</button></form><script>
        document.forms[0].onsubmit = (event) => {{ event.preventDefault();
          fetch('/api', {{method: 'POST', body: new FormData(event.target)}})
            .then(() => {{ document.body.textContent = '{LEFT}' }}) }}</script>"""
    street.server.on("POST shop.test/api", reply(200))
    step = _step(street, html, "/ajax")
    assert isinstance(step, engine.Press)
    end = engine.read(street.shared.press(step), SO_FAR.after(step))
    assert isinstance(end, Result)
    assert end.outcome is Outcome.DONE
    assert "/plain" not in street.paths()


def test_a_button_that_went_away_is_not_pressed(street: Street) -> None:
    step = _step(street, "<h1>Unsubscribe?</h1><button id=b>Unsubscribe</button>", "/fleeting")
    assert isinstance(step, engine.Press)
    street.server.on("shop.test/empty", page("<p>Hello.</p>"))
    street.shared.open(street.server.url("shop.test", "/empty"))
    with pytest.raises(NoAnswer) as silence:
        street.shared.press(step)
    assert silence.value.sent is False or "/empty" in street.paths()


def test_a_download_is_no_page(street: Street) -> None:
    street.server.on("shop.test/x", reply(200, b"x", (("Content-Disposition", "attachment"),)))
    with pytest.raises(NoAnswer):
        street.shared.open(street.server.url("shop.test", "/x"))


def test_the_status_of_the_page_is_told(street: Street) -> None:
    gone = (("Content-Type", "text/html"),)
    street.server.on("shop.test/gone", reply(404, b"<p>Not here.</p>", gone))
    assert street.shared.open(street.server.url("shop.test", "/gone")).status == 404


def test_the_browser_says_what_it_is_and_no_tools_name(street: Street) -> None:
    _step(street, "<p>Hello.</p>", "/agent")
    (asked,) = [one for one in street.server.received if one.target == "/agent"]
    agent = asked.header("User-Agent")
    assert "inbox-guard/1" in agent
    assert "Headless" not in agent
    assert not asked.header("sec-ch-ua")
