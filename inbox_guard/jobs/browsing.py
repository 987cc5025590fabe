"""The walk over a page, in a browser: the same engine decides on what the page shows once its scripts have run.

As on HTML: at most `MAX_PAGES` looks, at most one press on each, nothing typed but the subscribed address. What
the page's own scripts do meanwhile the engine cannot choose; where they may reach, the guard does.
"""

import logging

from inbox_guard.core import page
from inbox_guard.core.attempt import Result
from inbox_guard.core.exchange import host
from inbox_guard.core.ports import Browser, Visit
from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import NoAnswer, NoBrowser, NotPublic

log = logging.getLogger(__name__)

MAX_PAGES = 5
HINT = "the extra `browser` and GUARD_BROWSER would have it opened"


def browse(url: str, so_far: page.SoFar, name: str, browser: Browser) -> Result:
    """Open `url` and leave as `page.read` says. `so_far` is what was done before; `name` names the picture.

    UNKNOWN when more than a look may have left and no answer was read; NEEDS_OWNER when nothing did.
    """
    try:
        with browser.visit(name) as visit:
            return _walk(url, so_far, visit)
    except NotPublic as refusal:
        return Result(Outcome.BLOCKED, str(refusal), rule=refusal.rule)
    except NoAnswer as silence:
        if silence.sent:
            return Result(Outcome.UNKNOWN, f"no answer that could be read: {silence}")
        return _owner(url, str(silence))
    except NoBrowser as failure:
        return _owner(url, f"it needs a script, and {failure}")


def _walk(url: str, so_far: page.SoFar, visit: Visit) -> Result:
    answer = visit.open(url)
    sent = answer.sent
    for left in reversed(range(MAX_PAGES)):
        step = page.read(answer, so_far)
        if isinstance(step, Result):
            return _summed(step, sent)
        if not left:
            break
        so_far = so_far.after(step)
        pressed = step.deed is page.Deed.SUBMIT
        answer = visit.press(step) if pressed else visit.open(step.request.url)
        sent += answer.sent
    return _owner(url, f"after {MAX_PAGES} pages there was still no answer")


def _summed(result: Result, sent: int) -> Result:
    return Result(
        outcome=result.outcome,
        detail=result.detail,
        status=result.status,
        owner_url=result.owner_url,
        rule=result.rule,
        sent=sent,
    )


def _owner(url: str, why: str) -> Result:
    says = f"the page at {host(url) or 'an unknown host'} is for you to open: {why}"
    return Result(Outcome.NEEDS_OWNER, says, owner_url=url)
