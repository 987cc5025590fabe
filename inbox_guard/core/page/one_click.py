"""The answer to a one-click POST, its words read.

Pure. `core.attempt.of_one_click` judges the status (RFC 8058); here the words of a 2xx decide whether it is
more than that, or less: many an endpoint answers 200 with a refusal or with its login page.
"""

from dataclasses import replace
from datetime import datetime

from inbox_guard.core.attempt import Result, of_one_click
from inbox_guard.core.exchange import Answer, host
from inbox_guard.core.page.aftermath import asks_something
from inbox_guard.core.page.markup import look
from inbox_guard.core.page.octets import text_of
from inbox_guard.core.page.reading import read, stopped_by_a_person
from inbox_guard.core.page.sight import Form
from inbox_guard.core.page.steps import Press, SoFar
from inbox_guard.core.page.targets import joins
from inbox_guard.core.vocabulary import Outcome


def one_click_result(answer: Answer, now: datetime, earlier: int = 0) -> Result:
    """Return what came of a one-click POST: `of_one_click`, up- or downgraded by explicit words.

    DONE, ALREADY and PENDING as the words say; FAILED where they refuse, ask for a login, or show the
    form that a person would have to press, so that the next mechanism is tried.
    """
    result = of_one_click(answer, now, earlier)
    if result.outcome is not Outcome.ACCEPTED:
        return result
    # No redirect of a one-click POST is followed, and nothing is typed: hence no address.
    step = read(answer, SoFar(address="", pressed=1))
    where = host(answer.url) or "the server"
    if isinstance(step, Press) and not step.acts:
        return result  # it leads on to a page, and no redirect of a one-click POST is followed
    if isinstance(step, Press):
        says = f"{where} did not act on the one-click request but asks for another press"
        return replace(result, outcome=Outcome.FAILED, detail=says)
    if step.outcome is Outcome.NEEDS_OWNER and stopped_by_a_person(answer):
        says = f"{where} answered the one-click request with a login or a human check"
        return replace(result, outcome=Outcome.FAILED, detail=says)
    if step.outcome in {Outcome.NEEDS_OWNER, Outcome.ACCEPTED} and _asks_in_a_form(answer):
        says = f"{where} answered the one-click request with a question"
        return replace(result, outcome=Outcome.FAILED, detail=says)
    if step.outcome is Outcome.NEEDS_OWNER:
        return result
    return replace(result, outcome=step.outcome, detail=step.detail)


def _asks_in_a_form(answer: Answer) -> bool:
    """Whether the answer is a page with a form that waits for a person: below a question, or with lists ticked."""
    sight = look(text_of(answer) or "", answer.url)
    forms = [form for form in sight.forms if form.method == "post" and not joins(form.action)]
    return any((asks_something(sight) and _is_plain(form)) or _holds_ticks(form) for form in forms)


def _is_plain(form: Form) -> bool:
    """Whether there is nothing to write in a form."""
    return all(entry.kind not in _WRITTEN for entry in form.fields if not entry.concealed)


def _holds_ticks(form: Form) -> bool:
    """Whether boxes are ticked in a form that knows whose it is: a sign-up's address is still empty."""
    seen = [entry for entry in form.fields if not entry.concealed]
    ticked = any(entry.kind == "checkbox" and entry.checked for entry in seen)
    return ticked and all(entry.value for entry in seen if entry.kind in _WRITTEN)


_WRITTEN = frozenset({"email", "text"})
