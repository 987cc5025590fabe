"""The one form or link worth pressing on a page, or why there is none.

Pure: a `Sight` in, a `Choice` out. A candidate needs an unsubscribe word, or boxes that leave; no
word that must never be pressed; and no rival as good. Else the owner decides.
"""

from dataclasses import dataclass, replace

from inbox_guard.core.exchange import Answer
from inbox_guard.core.page.candidates import (
    BARE,
    LEAVES,
    MOST_BUTTONS,
    MOST_FORMS,
    Candidate,
    candidates,
)
from inbox_guard.core.page.labels import (
    subject,
)
from inbox_guard.core.page.lists import ours
from inbox_guard.core.page.sight import Sight
from inbox_guard.core.page.steps import Deed, Press, SoFar
from inbox_guard.core.page.targets import (
    same_site,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """`press` when there is one clear way, else `why` not ("" when the page offers none).

    `bare`: the words on the button to press say nothing by themselves, and no question above it asks whether
    to leave. `open_form`: a form that
    unsubscribes is there, and it was not pressed yet. `again`: the form that was pressed is there once
    more. `settled`: it is, and nothing is left in it to leave.
    """

    press: Press | None = None
    why: str = ""
    bare: bool = False
    open_form: bool = False
    again: bool = False
    settled: bool = False


def choose(sight: Sight, answer: Answer, so_far: SoFar) -> Choice:
    """Choose what to press on the page that `answer` brought."""
    found = list(candidates(sight, answer, so_far))
    worthy = [one for one in found if one.worthy and one.mark not in so_far.marks]
    choice = Choice(
        open_form=any(_is_open(one, so_far) for one in worthy),
        again=any(one.mark in so_far.marks and one.is_form and one.changes for one in found),
        settled=any(one.mark in so_far.marks and one.is_form and not one.changes for one in found),
    )
    if not worthy:
        return choice
    if len(sight.forms) > MOST_FORMS or any(len(one.buttons) > MOST_BUTTONS for one in sight.forms):
        return replace(choice, why="the page offers more than can be overseen")
    best = max(worthy, key=lambda one: (one.rank, one.weight))
    if rivalry := _rivalry(best, worthy):
        ways = [one for one in worthy if one.rank == best.rank == LEAVES]
        at = ours([one.list for one in ways], [one.request for one in ways], so_far)
        if at is None:
            return replace(choice, why=rivalry)
        best = ways[at]
    if best.why:
        return replace(choice, why=best.why)
    carried = answer.cookies if same_site(answer.url, best.request.url) else ()
    deed = Deed.SUBMIT if best.is_form else Deed.LINK
    request = replace(best.request, cookies=carried)
    press = Press(request, best.label, deed, best.mark, answer.url, best.handle, best.had_ticks)
    return replace(choice, press=press, bare=best.rank == BARE and not best.asked)


def _is_open(one: Candidate, so_far: SoFar) -> bool:
    """Whether a form waits to be sent. Once one was sent, those that name a list are about other lists."""
    return one.is_form and not one.typed and not (so_far.submitted and subject(one.label))


def _rivalry(best: Candidate, worthy: list[Candidate]) -> str:
    """Why the best candidate is not clearly the best."""
    rivals = [one for one in worthy if one.rank == best.rank and one.way != best.way]
    if any(one.weight == best.weight for one in rivals):
        return "the page offers several ways at once"
    named = subject(best.label) if best.rank == LEAVES else ""
    # A way out of a list by name, beside another way: whether it is this list, nobody says.
    if named and any(
        subject(one.label) != named
        for one in worthy
        if one.way != best.way and one.rank <= best.rank
    ):
        return "the page offers to leave several lists"
    return ""
