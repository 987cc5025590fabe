"""What could be pressed on a page: each form with each of its buttons, and each link, with what speaks for it.

Pure: a `Sight` in, `Candidate`s out. They are ranked by words alone, and by codes where words are not understood;
order, size and colour are what dark patterns are made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urlsplit

from inbox_guard.core.exchange import Answer, Request
from inbox_guard.core.page import codes
from inbox_guard.core.page.ballot import Ballot, ballot
from inbox_guard.core.page.confirming import (
    asks_to_leave,
    declines,
    finishes,
    is_of_another_matter,
    is_plain_answer,
    is_promised,
    questions_in,
    sends_leave,
    told_by_its_line,
)
from inbox_guard.core.page.forms import NotOurs, filled
from inbox_guard.core.page.labels import (
    Says,
    says,
    says_all,
    says_join,
    says_leave,
    subject,
)
from inbox_guard.core.page.sight import Button, Form, Link, Sight
from inbox_guard.core.page.steps import SoFar
from inbox_guard.core.page.targets import (
    JOIN_IN_URL,
    LEAVE_IN_URL,
    joins,
    objection,
    path,
)
from inbox_guard.core.page.words import fold

# What the words promise, best first: all lists, this list, boxes that leave, a bare verb below a clear heading.
EVERYTHING, LEAVES, BOXES, BARE = 3, 2, 1, 0
ABOUT = 5
"""The hints that a bare verb needs: a form that is plainly about leaving."""

MOST_FORMS = 30
MOST_BUTTONS = 12
_MOST_LABEL = 200
_TYPED = frozenset({"email", "text", "tel", "password", "textarea"})
_NO = frozenset({"0", "false", "no", "off"})
_YES = frozenset({"1", "true", "yes", "on"})
_JOINING_NAMES = frozenset({"subscribe", "subscribed", "optin", "opt_in", "resubscribe"})
_SENT_BY_SCRIPT = "the form that its script sends"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form with a button, or a link, and the request that pressing it would make.

    `rank` says what its words promise, `hints` what else speaks for it; `mark` knows it again on a later page.
    `why` it is not ours to press, or ""; `typed`: the owner's address is in it; `changes` that it differs from
    what was sent before; `had_ticks` that lists came ticked; `list` is the name of the list it is for, ""
    where none is told; `asked`: a question right above asks whether to leave.
    """

    rank: int
    hints: int
    request: Request
    label: str
    is_form: bool
    mark: str
    why: str = ""
    typed: bool = False
    changes: bool = True
    handle: str = ""
    had_ticks: bool = False
    list: str = ""
    asked: bool = False

    @property
    def worthy(self) -> bool:
        """Whether enough speaks for it to be pressed at all."""
        return self.changes and self.hints >= (ABOUT if self.rank == BARE else 0)

    @property
    def way(self) -> tuple[Request, str]:
        """What it does: what is sent and, where a script may make a difference, what is pressed."""
        return self.request, self.handle

    @property
    def weight(self) -> int:
        """Among its equals, a form that already knows the address goes first."""
        return self.hints - (3 if self.typed else 0)


def candidates(sight: Sight, answer: Answer, so_far: SoFar) -> Iterator[Candidate]:
    """Yield what could be pressed on the page that `answer` brought, worthy of it or not."""
    buttons = [
        (form, button)
        for form in (*sight.forms[:MOST_FORMS], *sight.live)
        for button in _pressable(form, sight)[:MOST_BUTTONS]
    ]
    leaving = frozenset(_verb(button.label) for _, button in buttons if _leaves_a_list(button))
    for form, button in buttons:
        # "Turn off: Weekly" is not understood, but "Turn off: Weekly news" is: one does what the other does.
        twin = _meaning(button) is Says.OTHER and _verb(button.label) in leaving - {""}
        leaves = twin or declines(form, button, sight)
        meaning = Says.LEAVE if leaves else _meaning(button)
        yield from _by_form(form, button, meaning, sight, answer, so_far)
    # After a form was sent, the links of where it led to are a site's own, unless it asks once more.
    if not so_far.submitted or any(asks_to_leave(block) for block in sight.blocks[:100]):
        for link in sight.links:
            yield from _by_link(link, sight, answer)


def _pressable(form: Form, sight: Sight) -> list[Button]:
    """The buttons a person sees; where there is none, what stands in their stead.

    A visible link or plain button that a script makes send the form, or the script itself.
    """
    seen = [one for one in form.buttons if not one.hidden]
    if seen:
        return seen
    leaving = [one for one in form.buttons if says(one.label) is Says.LEAVE]
    behind = list(form.buttons) if len(form.buttons) == 1 else leaving
    if len(form.buttons) > 1 and len(leaving) != 1:
        return []
    outside = sight.triggers if sum(not _seen(one) for one in sight.forms) == 1 else ()
    labels = [label for label in (*form.triggers, *outside) if says(label) is Says.LEAVE]
    if labels:
        return [replace(one, label=labels[0]) for one in behind] or [Button(labels[0])]
    if form.sent_by_script:
        return behind or [Button(_SENT_BY_SCRIPT)]
    return []


def _seen(form: Form) -> bool:
    return any(not one.hidden for one in form.buttons)


def _by_form(
    form: Form, button: Button, meaning: Says, sight: Sight, answer: Answer, so_far: SoFar
) -> Iterator[Candidate]:
    if meaning is Says.OTHER and _is_the_only_one(form):
        meaning = Says.BARE  # it does what its boxes say, whatever it is called
        if not ballot(form, meaning).leaves:
            return
    if meaning in {Says.NEVER, Says.OTHER} or _contradicts(form, button):
        return
    votes = ballot(form, meaning)
    mark = _mark(form, button)
    changes = mark not in so_far.marks or meaning is Says.LEAVE or votes.changed
    # The lists that were ticked are all unticked now: the box that leaves all of them has done its work.
    changes = changes and not (mark in so_far.marks and so_far.had_ticks and votes.emptied)
    if (
        changes
        and meaning is Says.BARE
        and is_of_another_matter(form, button, votes, sight, so_far)
    ):
        return
    hints = _hints(form, button, sight)
    if meaning is Says.BARE and finishes(form, button, so_far):
        hints += ABOUT
    rank = _rank(button, meaning, votes)
    about = rank > BARE or hints >= ABOUT
    ready = filled(form, button, votes, so_far.address, about)
    if isinstance(ready, NotOurs):
        request = Request("GET", form.action)
        yield Candidate(rank, hints, request, button.label, True, mark, ready.why, changes=changes)
        return
    if ready.typed and so_far.submitted:
        return  # the address was given once: a box on the page it led to is another matter
    why = objection(answer.url, ready.request.url, ready.request.method, ready.typed)
    yield Candidate(
        rank,
        hints,
        ready.request,
        button.label,
        True,
        mark,
        why,
        ready.typed,
        changes,
        button.handle or form.handle,
        votes.held,
        _list_of(button),
        _is_asked(form, sight),
    )


def _is_the_only_one(form: Form) -> bool:
    """Whether a form that is filled in already has one button, so that its words hardly matter."""
    seen = [entry for entry in form.fields if not entry.concealed]
    empty = any(entry.kind in _TYPED and not entry.value for entry in seen)
    return len(form.buttons) == 1 and not form.buttons[0].hidden and not empty


def _leaves_a_list(button: Button) -> bool:
    return says(button.label) is Says.LEAVE and bool(_list_of(button))


def _verb(label: str) -> str:
    """What stands before the colon in "Turn off: Weekly news"; "" where there is none."""
    head, colon, _ = fold(label[:_MOST_LABEL]).replace("：", ":").partition(":")
    return head.strip() if colon else ""


def _list_of(button: Button) -> str:
    """The name of the list that a button is for, from its label or its row; "" where none is told."""
    _, _, named = button.label[:_MOST_LABEL].replace("：", ":").partition(":")
    return named.strip() or subject(button.label) or button.row


def _meaning(button: Button) -> Says:
    """What pressing it says: by its words, and where they are not understood by the code that it sends."""
    if button.label == _SENT_BY_SCRIPT:
        return Says.BARE
    meaning = says(button.label)
    coded = codes.leaves(button.value) and button.value != button.label
    return (
        Says.LEAVE if meaning is Says.OTHER and coded and not says_join(button.label) else meaning
    )


def _rank(button: Button, meaning: Says, votes: Ballot) -> int:
    everything = says_all(button.label) or codes.leaves_all(button.value)
    if votes.everything or (meaning is Says.LEAVE and everything):
        return EVERYTHING
    if meaning is Says.LEAVE:
        return LEAVES
    return BOXES if votes.leaves else BARE


def _hints(form: Form, button: Button, sight: Sight) -> int:
    """What speaks for a form beside the words on its button."""
    return (
        (3 if sends_leave(form, button) or says_leave(form.words) else 0)
        + (4 if _is_asked(form, sight) else 2 if _is_about(form, sight) else 0)
        # "Sign up" over the form before this one says nothing about a button that plainly unsubscribes.
        - (
            6
            if says_join(form.heading) and not (form.shared and says(button.label) is Says.LEAVE)
            else 0
        )
        + (1 if (button.method or form.method) == "post" else 0)
    )


def _is_about(form: Form, sight: Sight) -> bool:
    """Whether the words above a form speak of leaving."""
    asked = any(map(asks_to_leave, questions_in(form, sight)))
    told = says_leave(form.heading) or says_leave(sight.title) or is_promised(form, sight)
    return asked or told


def _is_asked(form: Form, sight: Sight) -> bool:
    """Whether a form with nothing to fill in is the answer to the question whether one wants to leave."""
    return _is_about(form, sight) and is_plain_answer(form, questions_in(form, sight), sight)


def _by_link(link: Link, sight: Sight, answer: Answer) -> Iterator[Candidate]:
    target = urldefrag(link.url).url
    if not target or target == urldefrag(answer.url).url:
        return
    if says(link.text) is not Says.LEAVE and not told_by_its_line(link, sight):
        return
    if urlsplit(target).scheme not in {"http", "https"} or JOIN_IN_URL.search(path(target)):
        return
    rank = EVERYTHING if says_all(link.text) else LEAVES
    yield Candidate(
        rank=rank,
        hints=1 if LEAVE_IN_URL.search(path(target)) else 0,
        request=Request("GET", target),
        label=link.text,
        is_form=False,
        mark=f"GET {target}",
        why=objection(answer.url, target, "GET", typed=False),
    )


def _mark(form: Form, button: Button) -> str:
    """What a form is known by when it is met again: where it goes and what it asks, whatever is filled in."""
    names = ",".join(sorted({entry.name for entry in form.fields[:100]}))
    action = path(button.action or form.action).partition("?")[0]
    return f"{button.method or form.method} {action} {names} {button.name} {button.label}"[:2_000]


def _contradicts(form: Form, button: Button) -> bool:
    """Whether what the form would send says the opposite of the words on its button."""
    if joins(button.action or form.action):
        return True
    # A hidden 0 stands before a box of the same name, for when the box is not ticked.
    boxes = {entry.name for entry in form.fields if entry.kind in {"checkbox", "radio"}}
    for entry in form.fields:
        if entry.kind != "hidden" or entry.name in boxes:
            continue
        name, value = entry.name.lower()[:200], entry.value.strip().lower()[:200]
        if "unsubscri" in name and value in _NO:
            return True
        if name.replace("-", "_") in _JOINING_NAMES and value in _YES:
            return True
        if JOIN_IN_URL.fullmatch(value):
            return True
    return bool(JOIN_IN_URL.fullmatch(button.value.strip().lower()[:200]))
