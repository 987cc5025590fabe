"""The one form or link worth pressing on a page, or why there is none.

Pure: a `Sight` in, a `Choice` out. Every button and link is scored by words alone; order, size and
colour are what dark patterns are made of. A candidate needs an unsubscribe word, no word that must never be
pressed, and a score of at least 5 that no other one reaches; else the owner decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from urllib.parse import urldefrag, urlsplit

from inbox_guard.core.address import organisation
from inbox_guard.core.exchange import Answer, Request
from inbox_guard.core.page.forms import Boxes, Filled, NotOurs, filled
from inbox_guard.core.page.sight import Button, Form, Link, Sight
from inbox_guard.core.page.steps import Press, SoFar
from inbox_guard.core.page.words import Sense, fold, longest, speaks


class Says(Enum):
    """What the words on a button or link mean."""

    LEAVE = auto()
    NEVER = auto()
    BARE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """`press` when there is one clear way, else `why` not ("" when the page offers none).

    `open_form`: a form that unsubscribes is there, and it was not pressed yet.
    """

    press: Press | None = None
    why: str = ""
    open_form: bool = False


def choose(sight: Sight, answer: Answer, so_far: SoFar) -> Choice:
    """Choose what to press on the page that `answer` brought."""
    candidates = sorted(_candidates(sight, answer, so_far), key=lambda one: -one.score)
    worthy = [one for one in candidates if one.score >= _ENOUGH]
    pressed = {fold(label) for label in so_far.labels}
    open_form = any(one.form and fold(one.label) not in pressed for one in worthy)
    if not worthy:
        return Choice()
    if len(sight.forms) > _MOST_FORMS or any(
        len(one.buttons) > _MOST_BUTTONS for one in sight.forms
    ):
        return Choice(why="the page offers more than can be overseen", open_form=open_form)
    best = worthy[0]
    if any(one.score == best.score and one.request != best.request for one in worthy[1:]):
        return Choice(why="the page offers several ways at once", open_form=open_form)
    if best.why:
        return Choice(why=best.why, open_form=open_form)
    request = replace(best.request, cookies=answer.cookies)
    return Choice(press=Press(request, best.label), open_form=open_form)


def says(label: str) -> Says:
    """Read the words on a button or link."""
    folded = fold(label)
    senses = {match.sense for match in longest(folded, Sense.LEAVE, Sense.NEVER, Sense.CONFIRM)}
    if Sense.NEVER in senses:
        return Says.NEVER
    if Sense.LEAVE in senses:
        return Says.LEAVE if len(folded) <= _LONGEST_LABEL else Says.OTHER
    return Says.BARE if Sense.CONFIRM in senses and len(folded) <= 40 else Says.OTHER


_ENOUGH = 5
_LONGEST_LABEL = 120
_MOST_FORMS = 30
_MOST_BUTTONS = 12
_LEAVE_IN_URL = re.compile(
    r"un-?_?subscri|opt-?_?out|signoff|sign-off|abmeld|desinscri|desabonn|/leave", re.I
)
_JOIN_IN_URL = re.compile(
    r"re-?_?subscri|opt-?_?in(?![a-z])|confirm-?_?subscri|(?<![a-z])(?<!un[-_])subscribe(?![a-z])|sign-?_?up"
    r"|(?<![a-z])follow_|undo|log-?_?in(?![a-z])|sign-?_?in(?![a-z])|log-?_?out|delete-?_?account",
    re.I,
)
_NO = frozenset({"0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: int
    request: Request
    label: str
    form: bool
    why: str = ""


def _candidates(sight: Sight, answer: Answer, so_far: SoFar) -> Iterator[_Candidate]:
    for form in sight.forms[:_MOST_FORMS]:
        boxes = Boxes(form)
        for button in form.buttons[:_MOST_BUTTONS]:
            yield from _by_form(form, button, boxes, sight, answer, so_far)
    for link in sight.links:
        yield from _by_link(link, answer)


def _by_form(
    form: Form, button: Button, boxes: Boxes, sight: Sight, answer: Answer, so_far: SoFar
) -> Iterator[_Candidate]:
    meaning = says(button.label)
    about = _leaves(form.heading) or _leaves(sight.title)
    hints = _hints(form, button, about)
    if meaning in {Says.NEVER, Says.OTHER} or _contradicts(form, button):
        return
    if meaning is Says.BARE:
        if _joins(form.heading) or (boxes.any and not boxes.to_tick):
            return
        if not (boxes.to_tick or about or _leaves(form.words)):
            return
    score = hints + (5 if meaning is Says.LEAVE or boxes.to_tick else 0)
    ready = filled(form, button, boxes, so_far.address, about=score >= _ENOUGH)
    if isinstance(ready, NotOurs):
        yield _Candidate(score, Request("GET", form.action), button.label, True, ready.why)
        return
    if meaning is Says.LEAVE and boxes.undecided:
        yield _Candidate(score, ready.request, button.label, True, "it asks which lists to leave")
        return
    score += 2 if ready.everything or _is_global(button.label) else 0
    why = _objection(ready, answer)
    yield _Candidate(score, ready.request, button.label, True, why)


def _hints(form: Form, button: Button, about: bool) -> int:
    """What speaks for a form beside the words on its button; `about`: its heading or title does."""
    inside = any(
        entry.kind == "hidden" and _LEAVE_IN_URL.search(f"{entry.name}={entry.value}"[:500])
        for entry in form.fields
    )
    action = button.action or form.action
    return (
        (3 if inside or _LEAVE_IN_URL.search(_path(action)) or _leaves(form.words) else 0)
        + (2 if about else 0)
        - (6 if _joins(form.heading) else 0)
        + (1 if (button.method or form.method) == "post" else 0)
    )


def _by_link(link: Link, answer: Answer) -> Iterator[_Candidate]:
    target = urldefrag(link.url).url
    if says(link.text) is not Says.LEAVE or not target or target == urldefrag(answer.url).url:
        return
    if urlsplit(target).scheme not in {"http", "https"}:
        return
    if _JOIN_IN_URL.search(_path(target)):
        return
    ready = Filled(Request("GET", target), typed=False, everything=_is_global(link.text))
    score = 5 + (2 if ready.everything else 0)
    yield _Candidate(score, ready.request, link.text, False, _objection(ready, answer))


def _objection(ready: Filled, answer: Answer) -> str:
    """Why a request must not be made from this page, whatever its words say."""
    here, there = urlsplit(answer.url), urlsplit(ready.request.url)
    if there.scheme not in {"http", "https"}:
        return "it leads to something that is no web page"
    if not same_site(answer.url, ready.request.url):
        return "it leads to another organisation's site"
    if here.scheme == "https" and there.scheme == "http":
        return "it leads away from the encrypted connection"
    if there.scheme == "http" and (ready.request.method != "GET" or ready.typed):
        return "the page is not encrypted"
    if here.scheme == "http" and ready.typed:
        return "the page is not encrypted"
    return ""


def same_site(one: str, other: str) -> bool:
    """Whether two URLs are of one host or one registrable domain. Never raises."""
    try:
        hosts = urlsplit(one).hostname or "", urlsplit(other).hostname or ""
    except ValueError:
        return False
    if hosts[0] == hosts[1]:
        return bool(hosts[0])
    ours = organisation(hosts[0])
    return bool(ours) and ours == organisation(hosts[1])


def _contradicts(form: Form, button: Button) -> bool:
    """Whether what the form would send says the opposite of the words on its button."""
    action = _path(button.action or form.action)
    if _JOIN_IN_URL.search(action) and not _LEAVE_IN_URL.search(action):
        return True
    for entry in form.fields:
        if entry.kind != "hidden":
            continue
        value = entry.value.strip().lower()[:200]
        if "unsubscri" in entry.name.lower() and value in _NO:
            return True
        if _JOIN_IN_URL.fullmatch(value):
            return True
    return bool(_JOIN_IN_URL.fullmatch(button.value.strip().lower()[:200]))


def _path(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}"[:2_000]


def _leaves(text: str) -> bool:
    return any(match.sense is Sense.LEAVE for match in longest(fold(text[:600]), Sense.LEAVE))


def _joins(heading: str) -> bool:
    """Whether a heading invites to subscribe. "Please don't go!" does not: it may stand over the way out."""
    found = {match.sense for match in longest(fold(heading), Sense.LEAVE, Sense.JOIN)}
    return Sense.JOIN in found and Sense.LEAVE not in found


def _is_global(label: str) -> bool:
    return speaks(fold(label), Sense.ALL)
