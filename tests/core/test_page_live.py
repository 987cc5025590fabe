"""Pages that a browser has open: what only a script makes work has a handle there, and may be pressed."""

import pytest

from inbox_guard.core.attempt import Result
from inbox_guard.core.exchange import Answer
from inbox_guard.core.page import Deed, Press, SoFar, read
from inbox_guard.core.vocabulary import Outcome

URL = "https://shop.test/u?t=1"
SO_FAR = SoFar("ada@home.test")
PROSE = "<p>" + "We write about lamps, and how they are made. " * 20 + "</p>"


def _read(body: str, so_far: SoFar = SO_FAR) -> Press | Result:
    html = (("content-type", "text/html; charset=utf-8"),)
    return read(Answer(200, html, f"<html><body>{body}</body></html>".encode(), URL), so_far)


def _button(label: str, handle: int, kind: str = "button") -> str:
    return f'<button type="{kind}" data-guard-handle="{handle}">{label}</button>'


def test_a_button_with_a_handle_is_pressed() -> None:
    step = _read("<h1>Our newsletter</h1>" + _button("Stay", 0) + _button("Unsubscribe", 1))
    assert isinstance(step, Press)
    assert (step.label, step.handle, step.deed) == ("Unsubscribe", "1", Deed.SUBMIT)


def test_the_same_button_without_a_browser_is_none() -> None:
    step = _read(f"{PROSE}<button type=button>Unsubscribe</button><script src=/a.js></script>")
    assert isinstance(step, Result)
    assert step.outcome is Outcome.NEEDS_OWNER
    assert step.needs_script is True


@pytest.mark.parametrize(
    "label", ["Subscribe", "Delete my account", "Log in", "Keep me subscribed", "Confirm", "OK", ""]
)
def test_no_other_button_is_pressed(label: str) -> None:
    step = _read(f"<h1>Our newsletter</h1>{PROSE}{_button(label, 0)}")
    assert isinstance(step, Result)


def test_of_two_that_say_the_same_none_is_pressed() -> None:
    step = _read(
        "<p>News</p>" + _button("Unsubscribe", 0) + "<p>Offers</p>" + _button("Unsubscribe", 1)
    )
    assert isinstance(step, Result)
    assert step.outcome is Outcome.NEEDS_OWNER


def test_what_nobody_sees_is_not_pressed() -> None:
    step = _read(f"{PROSE}<div hidden>{_button('Unsubscribe', 0)}</div>")
    assert isinstance(step, Result)


def test_a_button_of_a_form_takes_the_forms_fields_along() -> None:
    step = _read(
        '<form data-guard-handle="0"><input name="email" type="email" required>'
        f"{_button('Unsubscribe', 1)}{_button('Cancel', 2)}</form>"
    )
    assert isinstance(step, Press)
    assert step.handle == "1"
    assert "ada%40home.test" in f"{step.request.url}{(step.request.body or b'').decode()}"


def test_a_submit_button_has_its_own_handle() -> None:
    form = '<form method="post" data-guard-handle="0"><input type="hidden" name="t" value="1">'
    step = _read(f"<h1>Unsubscribe?</h1>{form}{_button('Unsubscribe', 4, 'submit')}</form>")
    assert isinstance(step, Press)
    assert step.handle == "4"


def test_a_button_that_is_still_there_after_the_press_is_no_proof() -> None:
    page = "<h1>Our newsletter</h1>" + _button("Unsubscribe", 0)
    step = _read(page)
    assert isinstance(step, Press)
    end = _read(page + "<p>You have been unsubscribed.</p>", SO_FAR.after(step))
    assert isinstance(end, Result)
    assert end.outcome is Outcome.ACCEPTED
