"""An answer to a request that acts → the next press, or what came of the attempt.

Pure and total. The order of the questions: is there an answer to read, does it say in plain words that
the address is off the list, does it need a person, is something pending, what may be pressed,
what went wrong. A status alone proves nothing.
"""

import re
from dataclasses import replace
from urllib.parse import urljoin

from inbox_guard.core.attempt import Result, answered
from inbox_guard.core.exchange import Answer, Request, host
from inbox_guard.core.page.aftermath import aftermath
from inbox_guard.core.page.choice import Choice, choose
from inbox_guard.core.page.claims import Claims, claims
from inbox_guard.core.page.confirming import questions_in
from inbox_guard.core.page.labels import Says, says
from inbox_guard.core.page.markup import look, plain
from inbox_guard.core.page.octets import is_json, text_of
from inbox_guard.core.page.replies import read_reply
from inbox_guard.core.page.sight import Form, Sight
from inbox_guard.core.page.steps import Deed, Press, SoFar
from inbox_guard.core.page.targets import joins, same_site, scheme
from inbox_guard.core.vocabulary import Outcome


def read(answer: Answer, so_far: SoFar) -> Press | Result:
    """Decide what an answer means and what to do next; total, < 0.5 s for any 1 MB of bytes.

    DONE and ALREADY need explicit words (never a bare 2xx, never under a negation); a page that needs
    a login, a captcha, typing or a script is NEEDS_OWNER with `owner_url`. A temporary failure is
    FAILED with its status: the caller knows the time and adds `retry_at` (`core.attempt.retry_at`).
    """
    step = _read(answer, so_far)
    if (
        isinstance(step, Result)
        and step.outcome in {Outcome.DONE, Outcome.ALREADY}
        and not answer.url.lower().startswith("https:")
    ):
        # Anybody on the way may have written this page.
        says = f"{step.detail}; the page was not encrypted, so it proves nothing"
        return _result(Outcome.ACCEPTED, says, answer)
    return step


def says_done(answer: Answer) -> bool:
    """Whether the answer says in explicit words or JSON that the address is off the list."""
    step = read(answer, SoFar(address="", pressed=1))
    return isinstance(step, Result) and step.outcome in {Outcome.DONE, Outcome.ALREADY}


def stopped_by_a_person(answer: Answer) -> bool:
    """Whether the answer is a page that lets only a person pass: a login or a human check."""
    sight = look(text_of(answer) or "", answer.url)
    return wants_a_person(sight, claims(sight.blocks))


_MOST_PRESSES = 3
_HARDLY_ANY_TEXT = 200


def _read(answer: Answer, so_far: SoFar) -> Press | Result:
    status = answer.status
    if not host(answer.url):
        return _owner("its address cannot be read", answer)
    if 300 <= status < 400:
        return _redirected(answer, so_far)
    if status >= 500 or status in {408, 425, 429}:
        return _result(Outcome.FAILED, answered(answer), answer)
    text = text_of(answer)
    if text is None:
        return _owner("it did not answer with a page", answer)
    if is_json(answer, text):
        outcome, detail = read_reply(text, status, so_far.pressed)
        if outcome is Outcome.NEEDS_OWNER:
            return _owner(detail, answer)
        return _result(outcome, f"{_who(answer)} {detail}", answer)
    if not text.strip() and 200 <= status < 300:
        if not so_far.pressed:
            return _result(Outcome.FAILED, f"{_who(answer)} showed an empty page", answer)
        return _silent("an empty page", answer, so_far)
    is_html = "<" in text[:2_000] or "html" in answer.header("content-type").lower()
    sight = look(text, answer.url) if is_html else plain(text)
    # A title is no claim before anything was pressed: it names what a page is for.
    said = claims((sight.title, *sight.blocks) if so_far.pressed else sight.blocks)
    if not 200 <= status < 300:
        return _refused(said, sight, answer, so_far)
    return _judged(sight, said, choose(sight, answer, so_far), answer, so_far)


def _judged(
    sight: Sight, said: Claims, choice: Choice, answer: Answer, so_far: SoFar
) -> Press | Result:
    if proven := _proven(sight, said, choice, answer, so_far):
        return proven
    # A shop's header holds a login form on every page: it stands in the way only of nothing else.
    if wants_a_person(sight, said) and (sight.captcha or not choice.press):
        return _owner("it asks for a login or for a human check", answer)
    if said.pending and (so_far.pressed or not choice.press):
        return _result(Outcome.PENDING, _quoting(answer, said.pending), answer)
    if so_far.pressed and said.done and said.fail and not choice.press:
        # Whichever of the two is meant, it was heard: asking once more would be wrong after a success.
        says = f"{_quoting(answer, said.done)}, and also: “{said.fail}”"
        return _result(Outcome.ACCEPTED, says, answer)
    if so_far.pressed and (said.fail or said.expired):
        return _result(Outcome.FAILED, _quoting(answer, said.fail or said.expired), answer)
    if choice.press and choice.bare and said.done:
        # A second confirmation, or the way back: the words do not tell.
        return _owner("it says that you are off the list, and asks to confirm something", answer)
    if choice.press:
        return _pressed(choice.press, sight, answer, so_far)
    if choice.why:
        return _owner(choice.why, answer)
    if choice.again:
        return _once_more(said, answer)
    if onward := _onward(sight, said, answer):
        return onward
    return _unclear(sight, said, answer, so_far)


def _proven(
    sight: Sight, said: Claims, choice: Choice, answer: Answer, so_far: SoFar
) -> Result | None:
    """What the words prove, together with what is still there to be pressed."""
    if sight.cut or choice.open_form or choice.again or said.joined:
        return None
    if not so_far.pressed and any(_asks_still(form, sight) for form in sight.forms):
        return None  # "Then no more mail will come" stands above the button that does it
    if said.done and not said.fail:
        return _result(Outcome.DONE, _quoting(answer, said.done), answer)
    if said.already and not (said.done or said.fail):
        return _result(Outcome.ALREADY, _quoting(answer, said.already), answer)
    if said.saved and choice.settled and not (said.fail or said.pending):
        says = f"{_quoting(answer, said.saved)}, and no box of theirs is ticked any more"
        return _result(Outcome.DONE, says, answer)
    return None


def _asks_still(form: Form, sight: Sight) -> bool:
    """Whether a form with nothing to fill in waits for the answer whether one wants to leave."""
    if form.method != "post" or any(not entry.concealed for entry in form.fields):
        return False
    asked = questions_in(form, sight)
    if asked and says(asked[-1]) is Says.NEVER:
        return False  # "Unsubscribed by accident?" asks about what is over
    told = {Says.BARE, Says.LEAVE} if asked else {Says.LEAVE}
    return any(says(button.label) in told for button in form.buttons if not button.hidden)


def _pressed(press: Press, sight: Sight, answer: Answer, so_far: SoFar) -> Press | Result:
    if sight.cut:
        return _owner("the page is too large to be read to its end", answer)
    if so_far.pressed >= _MOST_PRESSES:
        return _owner("it kept asking after three presses", answer)
    return press


def _once_more(said: Claims, answer: Answer) -> Result:
    """The form that we sent is there again: whatever the page says, that is no proof."""
    if said.done and not said.fail:
        says = f"{_quoting(answer, said.done)}, but its form is still there"
        return _result(Outcome.ACCEPTED, says, answer)
    return _owner("it shows the same form again after it was sent", answer)


def _onward(sight: Sight, said: Claims, answer: Answer) -> Press | None:
    """A refresh or a plain script that leads on: followed as a redirect would be, by GET."""
    target = sight.onward
    stays = target.partition("#")[0] in {"", answer.url}
    if stays or sight.cut or said.joined or said.fail or said.expired or said.login:
        return None
    if scheme(target) not in {"http", "https"} or joins(target):
        return None
    if scheme(answer.url) == "https" and scheme(target) != "https":
        return None
    carried = answer.cookies if same_site(answer.url, target) else ()
    request = Request("GET", target, cookies=carried)
    return Press(request, "the page it leads to", Deed.LOOK)


def _unclear(sight: Sight, said: Claims, answer: Answer, so_far: SoFar) -> Result:
    """Nothing was proven, and nothing is to be pressed."""
    if said.joined and not said.done:
        return _owner("it says that you are subscribed", answer)
    if said.fail or said.expired:
        return _result(Outcome.FAILED, _quoting(answer, said.fail or said.expired), answer)
    if said.login:
        return _owner("it asks for a login", answer)
    shown = sum(len(block) for block in sight.blocks)
    if so_far.pressed and said.saved:
        return _result(Outcome.ACCEPTED, _quoting(answer, said.saved), answer)
    if said.script or (sight.scripts and (shown < _HARDLY_ANY_TEXT or _only_triggers(sight))):
        # A page that a script fills in later says nothing yet, not even after a press.
        return replace(_owner("it needs a script", answer), needs_script=True)
    if not so_far.pressed and (where := aftermath(sight, answer.url, so_far.opened)):
        says = (
            f"the link to {_who(answer)} was opened and {where}; only later silence will prove it"
        )
        return _result(Outcome.ACCEPTED, says, answer)
    return _silent("a page without a word about it", answer, so_far)


def _only_triggers(sight: Sight) -> bool:
    """Whether what unsubscribes here is a thing that only a script makes work."""
    return any(says(label) is Says.LEAVE for label in sight.triggers)


def wants_a_person(sight: Sight, said: Claims) -> bool:
    """Whether a password or a human check stands in the way."""
    password = any(entry.kind == "password" for form in sight.forms for entry in form.fields)
    return password or sight.captcha or bool(said.human)


def _refused(said: Claims, sight: Sight, answer: Answer, so_far: SoFar) -> Press | Result:
    """A 4xx: some senders answer 404 or 422 to whoever is off the list."""
    if said.already and not said.joined:
        return _result(Outcome.ALREADY, _quoting(answer, said.already), answer)
    if answer.status in {401, 403} and wants_a_person(sight, said):
        return _owner("it asks for a login or for a human check", answer)
    if _wants_a_fresh_token(sight, answer) and so_far.page and not so_far.renewed:
        request = Request("GET", so_far.page, cookies=answer.cookies)
        return Press(request, "the same page with a fresh token", Deed.RENEW)
    if said.fail or said.expired:
        return _result(Outcome.FAILED, _quoting(answer, said.fail or said.expired), answer)
    return _result(Outcome.FAILED, answered(answer), answer)


def _wants_a_fresh_token(sight: Sight, answer: Answer) -> bool:
    """Whether a form was refused for its CSRF token: 419 is Laravel's, 403 Django's, 422 Rails'."""
    words = f"{sight.title} {' '.join(sight.blocks[:20])}"
    return answer.status == 419 or (
        answer.status in {400, 403, 422} and bool(_TOKEN.search(words[:2_000]))
    )


_TOKEN = re.compile(r"csrf|cross.site request|authenticity ?token|page expired", re.IGNORECASE)


def _redirected(answer: Answer, so_far: SoFar) -> Press | Result:
    """A POST answered with a redirect: look at the page it names, as a browser would, by GET."""
    if not so_far.pressed or answer.status not in {301, 302, 303}:
        return _result(Outcome.FAILED, f"{answered(answer)}, a redirect that leads nowhere", answer)
    target = _target(answer)
    if same_site(answer.url, target) and target.lower().startswith("https:"):
        look_on = Request("GET", target, cookies=answer.cookies)
        return Press(look_on, "the page it sent us to", Deed.LOOK)
    return _result(Outcome.ACCEPTED, f"{answered(answer)} and sent us elsewhere", answer)


def _target(answer: Answer) -> str:
    try:
        return urljoin(answer.url, answer.header("location").strip())
    except ValueError:
        return ""


def _silent(what: str, answer: Answer, so_far: SoFar) -> Result:
    if so_far.pressed:
        says = f"{_who(answer)} answered with {what}; only later silence will prove it"
        return _result(Outcome.ACCEPTED, says, answer)
    return _owner(f"it shows {what}", answer)


def _who(answer: Answer) -> str:
    return host(answer.url) or "an unknown host"


def _quoting(answer: Answer, quote: str) -> str:
    return f"{_who(answer)} says: “{quote}”"


def _owner(why: str, answer: Answer) -> Result:
    return Result(
        Outcome.NEEDS_OWNER,
        f"the page at {_who(answer)} is for you to open: {why}",
        status=answer.status,
        owner_url=answer.url,
        sent=answer.sent,
    )


def _result(outcome: Outcome, detail: str, answer: Answer) -> Result:
    return Result(outcome, detail, status=answer.status, sent=answer.sent)
