"""What a button that only says "Confirm", "Yes" or "Save" would confirm.

Pure. It has to be leaving, by a question, by boxes or by what the form sends; and nothing else: not cookies,
not personal data, not a survey, not another question.
"""

import re

from inbox_guard.core.page.ballot import Ballot
from inbox_guard.core.page.claims import promises
from inbox_guard.core.page.labels import (
    Says,
    begins,
    says,
    says_any,
    says_join,
    says_just,
    says_leave,
)
from inbox_guard.core.page.sight import Button, Form, Link, Sight
from inbox_guard.core.page.steps import SoFar
from inbox_guard.core.page.survey import asks_why, is_survey
from inbox_guard.core.page.targets import LEAVE_IN_URL, path
from inbox_guard.core.page.words import Sense, fold, longest

_SHORT = 40
_ASKING = frozenset({"checkbox", "radio", "select", "textarea"})
_SENTENCE = re.compile(r"[^.!?。！？]+[?？]?")


def is_of_another_matter(
    form: Form, button: Button, votes: Ballot, sight: Sight, so_far: SoFar
) -> bool:
    """Whether "Save" or "Continue" would confirm something else than leaving."""
    if says_join(form.heading):
        return True
    labels = " ".join(f"{entry.label} {entry.prompt}" for entry in form.fields[:100])
    about = f"{form.heading} {labels}"
    if says_any(about, Sense.COOKIES) or (
        not votes.leaves and says_any(f"{about} {form.words[:600]}", Sense.WIPE, Sense.COOKIES)
    ):
        return True
    if votes.leaves:
        return False
    questions = questions_in(form, sight)
    if questions and not (asks_to_leave(questions[-1]) or _is_sure(questions[-1], form, sight)):
        return True  # "Yes" would answer another question
    seen = [entry for entry in form.fields if not entry.concealed]
    whys = [
        entry
        for entry in seen
        if asks_why(entry) or is_survey(entry.name, entry.prompt, ()) or entry.kind == "textarea"
    ]
    if any(entry.kind in {"checkbox", "radio"} and entry not in whys for entry in seen):
        return True
    deleting = any(
        entry.name == "_method" and entry.value.lower() == "delete" for entry in form.fields
    )
    # A survey may stand before the way out or after it: its "Send" is pressed only where it surely leaves.
    surveying = bool(whys) and (so_far.pressed > 0 or not sends_leave(form, button))
    return deleting or surveying


def asks_to_leave(block: str) -> bool:
    """Whether it asks to leave; "Unsubscribed by mistake?" and "Leave, or stay?" do not."""
    if block.rstrip()[-1:] not in {"?", "？"} or says(block) is Says.NEVER:
        return False
    return says_leave(block) or (says_any(block, Sense.STATE) and says_any(block, Sense.AHEAD))


def is_plain_answer(form: Form, questions: list[str], sight: Sight) -> bool:
    """Whether a form with nothing to fill in stands below the question whether one wants to leave.

    "Do you want to leave?" is meant; "Did you leave by accident?" asks about what is over.
    """
    if any(not entry.concealed for entry in form.fields):
        return False
    asked = form.heading if _SENTENCE.search(form.heading) else ""
    last = questions[-1] if questions else asked
    return _asks_for_what_is_to_come(last) or _is_sure(last, form, sight)


def _asks_for_what_is_to_come(question: str) -> bool:
    """Whether it asks if one wants to leave; "Left our newsletter?" asks about what is over."""
    return asks_to_leave(question) and says_any(question, Sense.AHEAD)


def is_promised(form: Form, sight: Sight) -> bool:
    """Whether a line by a form, or on a page without another form, says what would end if it is sent."""
    return any(map(promises, sight.blocks[:100] if len(sight.forms) == 1 else form.lines))


def _is_sure(question: str, form: Form, sight: Sight) -> bool:
    """Whether it only asks to be certain of what a line by the form promises: "Are you sure?"."""
    short = len(question) <= _SHORT and says(question) is not Says.NEVER
    return bool(question) and short and is_promised(form, sight)


def declines(form: Form, button: Button, sight: Sight) -> bool:
    """Whether it is the No of a Yes and a No below the question whether one wants this mail.

    Where the form unsubscribes, such a question may hold a "stop" that is not understood.
    """
    seen = [one for one in form.buttons if not one.hidden]
    if (
        len(seen) != 2
        or sends_leave(form, button)
        or any(not entry.concealed for entry in form.fields)
    ):
        return False
    other = seen[0] if button is seen[1] else seen[1]
    if not (begins(button.label, Sense.NO) and begins(other.label, Sense.YES)):
        return False
    asked = questions_in(form, sight)
    return bool(asked) and _asks_whether_wanted(asked[-1])


def _asks_whether_wanted(question: str) -> bool:
    found = {match.sense for match in longest(fold(question[:300]), Sense.LEAVE, Sense.PREFS)}
    return found == {Sense.PREFS} and not says_any(
        question, Sense.NOT, Sense.COOKIES, Sense.WIPE, Sense.REASON
    )


def finishes(form: Form, button: Button, so_far: SoFar) -> bool:
    """Whether a form goes where an earlier step went and asks nothing more: the last page of several.

    A button of a script alone, with no form to it, may do anything.
    """
    there = path(button.action or form.action).partition("?")[0]
    begun = f"{button.method or form.method} {there} "
    return (
        so_far.submitted
        and bool(form.fields)
        and any(mark.startswith(begun) for mark in so_far.marks)
        and not any(entry.kind in _ASKING for entry in form.fields if not entry.concealed)
    )


def questions_in(form: Form, sight: Sight) -> list[str]:
    """The questions in a form and right above it; on a page with no other form, those of the page."""
    alone = sight.blocks[:100] if len(sight.forms) == 1 else form.lines
    sentences = (
        one[0] for text in (*alone, form.words) for one in _SENTENCE.finditer(text[:2_000])
    )
    return [one for one in sentences if one[-1] in "?？"]


def told_by_its_line(link: Link, sight: Sight) -> bool:
    """Whether a link that says "here" or "yes" stands in a line that says what it does, and alone in it.

    "To unsubscribe, click here" does; "You were unsubscribed, click here to undo" does not.
    """
    if not (says_just(link.text, Sense.HERE) or says_just(link.text, Sense.YES)):
        return False
    beside = [one for one in sight.links if one.line == link.line and one != link]
    if any(says(one.text) is not Says.NEVER for one in beside):
        return False
    sentences = [one[0].strip() for one in _SENTENCE.finditer(link.line)]
    own = [at for at, one in enumerate(sentences) if link.text in one]
    if len(own) != 1:
        return False
    here = sentences[own[0]]
    asked = own[0] > 0 and _asks_for_what_is_to_come(sentences[own[0] - 1])
    told = says(here) is Says.LEAVE and not says_just(link.text, Sense.YES)
    return (asked or told) and not _is_of_what_is_over(here)


def _is_of_what_is_over(sentence: str) -> bool:
    """Whether it tells of an end, or of joining. The "sign-up" of "cancel your sign-up" belongs to leaving."""
    found = {match.sense for match in longest(fold(sentence[:600]), Sense.LEAVE, Sense.JOIN)}
    return Sense.JOIN in found or says_any(sentence, Sense.DONE, Sense.ALREADY, Sense.JOINED)


def sends_leave(form: Form, button: Button) -> bool:
    """Whether what the form sends, or where it goes, speaks of unsubscribing."""
    inside = any(
        entry.kind == "hidden" and LEAVE_IN_URL.search(f"{entry.name}={entry.value}"[:500])
        for entry in form.fields
    )
    return inside or bool(LEAVE_IN_URL.search(path(button.action or form.action)))
