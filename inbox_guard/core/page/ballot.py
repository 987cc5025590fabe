"""Tick boxes, radio buttons and selects: what they would have to say for all mail of this sender to end.

Pure: a form and the words on its button in, a `Ballot` out. Three kinds of forms look alike: boxes that mean
*keep*, boxes that mean *leave*, and boxes of another matter. What was not ticked is ticked only where its
own words, or the words right above it, say that it leaves.
"""

import re
from dataclasses import dataclass

from inbox_guard.core.page import codes, survey
from inbox_guard.core.page.labels import Says, says_all, says_any, says_join
from inbox_guard.core.page.sight import Field, Form, Option
from inbox_guard.core.page.switches import (
    Numbered,
    Role,
    Switch,
    groups,
    is_of_all,
    may_be_kept,
    of_box,
    of_pair,
    of_select,
    prompts_to_leave,
    role_of,
    says_none,
    yes_and_no,
)
from inbox_guard.core.page.targets import LEAVE_IN_URL, path
from inbox_guard.core.page.words import Sense, fold, longest


@dataclass(frozen=True, slots=True)
class Ballot:
    """How the boxes of a form are to be sent.

    `ticked` are the numbers of the fields that are ticked or chosen; `options` the value of a select,
    by its number. `leaves`: something in it ends mail; `everything`: all of it does; `changed`: it
    differs from how the page came; `held` that lists came ticked, `emptied` that there are lists to keep and
    no box at all came ticked; `why` it cannot be decided, or "".
    """

    ticked: frozenset[int]
    options: tuple[tuple[int, str], ...] = ()
    leaves: bool = False
    everything: bool = False
    changed: bool = False
    held: bool = False
    emptied: bool = False
    why: str = ""


def ballot(form: Form, button: Says) -> Ballot:
    """Decide how to fill in the boxes of `form` when a button that says `button` is pressed."""
    came = frozenset(number for number, entry in enumerate(form.fields) if entry.checked)
    parts, switches = _decided(form, button)
    roles = [(switch, role_of(switch, form.language)) for switch in switches]
    boxes = _boxes(form, button, roles)
    ticked = set(came)
    for part in (boxes, *parts):
        ticked = (ticked - part.off) | part.on
    options = tuple(option for part in (boxes, *parts) for option in part.options)
    everything = any(part.everything for part in (boxes, *parts))
    lists = [switch for switch, role in roles if may_be_kept(switch, role)]
    left = any(switch.on and role not in {Role.OUT, Role.OUT_OF_ALL} for switch, role in roles)
    return Ballot(
        ticked=frozenset(ticked),
        options=options,
        leaves=any(part.leaves for part in (boxes, *parts)),
        everything=everything,
        changed=ticked != came or bool(options),
        held=any(switch.on for switch in lists),
        emptied=bool(lists) and not left,
        why="" if everything else next((part.why for part in (boxes, *parts) if part.why), ""),
    )


MOST_FIELDS = 300
_WHICH = "it asks which lists to leave"


@dataclass(frozen=True, slots=True)
class _Part:
    """What is decided of one group: numbers to tick and to untick, and the options of selects."""

    on: frozenset[int] = frozenset()
    off: frozenset[int] = frozenset()
    options: tuple[tuple[int, str], ...] = ()
    leaves: bool = False
    everything: bool = False
    why: str = ""


def _decided(form: Form, button: Says) -> tuple[list[_Part], list[Switch]]:
    """What each group of radio buttons and each select decides by itself, and what else can be switched."""
    seen = [
        (number, entry)
        for number, entry in enumerate(form.fields[:MOST_FIELDS])
        if not entry.concealed
    ]
    parts: list[_Part] = []
    switches = [of_box(number, entry) for number, entry in seen if entry.kind == "checkbox"]
    for group in groups(seen):
        part = _group(form, group, button)
        switch = of_pair(group) if part == _Part() else None
        parts += [part] if switch is None else []
        switches += [switch] if switch is not None else []
    for number, entry in seen:
        if entry.kind == "select" and entry.name:
            switch = of_select(number, entry)
            parts += [_select(number, entry)] if switch is None else []
            switches += [switch] if switch is not None else []
    return parts, switches


def _boxes(form: Form, button: Says, roles: list[tuple[Switch, Role]]) -> _Part:
    by_role: dict[Role, list[Switch]] = {role: [] for role in Role}
    for switch, role in roles:
        by_role[role].append(switch)
    lists = by_role[Role.LIST] + by_role[Role.SIGN_UP]
    kept = [switch for switch in lists if switch.on]
    to_keep = kept if button is Says.BARE and kept and _are_kept(form, lists) else []
    out = by_role[Role.OUT_OF_ALL] or by_role[Role.OUT]
    if out or to_keep:
        return _Part(
            on=_numbers(out, on=True) | _numbers(to_keep, on=False),
            off=_numbers(out, on=False) | _numbers(to_keep, on=True),
            options=_options(out, to_keep),
            leaves=True,
            everything=bool(by_role[Role.OUT_OF_ALL]),
        )
    plain = by_role[Role.LIST]
    if plain and not kept and all(map(prompts_to_leave, plain)):
        return _Part(on=_numbers(plain, on=True), off=_numbers(plain, on=False), leaves=True)
    if lists and not kept and button is Says.LEAVE:
        return _Part(why=_WHICH)
    return _Part()


def _are_kept(form: Form, lists: list[Switch]) -> bool:
    """Whether what is on means what is still to be received."""
    prompts = " ".join(sorted({switch.prompt for switch in lists}))
    about = f"{form.heading} {prompts} {form.words[:600]}"
    if says_any(about, Sense.COOKIES, Sense.WIPE):
        return False
    if any(prompts_to_leave(switch) for switch in lists if switch.on):
        return False
    if any(says_any(switch.prompt, Sense.UNTICK) for switch in lists):
        return True
    labels = " ".join(switch.label for switch in lists)
    above = " ".join(form.lines)
    return says_any(f"{about} {above} {labels} {_spelled(form.action)}", Sense.PREFS)


def _spelled(url: str) -> str:
    return re.sub(r"[^a-z]+", " ", url[:300].lower())


def _group(form: Form, group: list[Numbered], button: Says) -> _Part:
    """Choose among radio buttons of one name."""
    labels = [entry.label for _, entry in group]
    prompt = group[0][1].prompt
    if survey.is_survey(group[0][1].name, prompt, labels):
        return _reason(group, labels)
    if yes_and_no(group) is None and _asks_what_to_stop(prompt or form.heading):
        return _scope(group)  # there "Nothing" keeps all of it
    ending = [pair for pair in group if _is_ending(pair, group)]
    whole = [
        pair
        for pair in ending
        if says_all(pair[1].label)
        or says_none(pair[1].label)
        or is_of_all(pair[1].name)
        or codes.leaves_all(pair[1].value)
    ]
    if len(whole or ending) > 1 and not whole:
        return _Part(why=_WHICH)
    if chosen := (whole or ending)[:1]:
        return _chosen(chosen[0], group, everything=bool(whole))
    if button is Says.LEAVE:
        return _scope(group)
    return _yes_or_no(form, group, prompt) if button is Says.BARE else _Part()


def _is_ending(pair: Numbered, group: list[Numbered]) -> bool:
    """Whether an answer ends mail: by its words, by its code, or as the opposite of subscribing."""
    entry = pair[1]
    if _ends(entry.label) or says_none(entry.label):
        return True
    if says_join(entry.label):
        return False
    if codes.leaves(entry.value):
        return True
    others = [one for _, one in group if one is not entry]
    return (
        len(others) == 1
        and says_join(others[0].label)
        and codes.opposed(others[0].value, entry.value)
    )


def _asks_what_to_stop(question: str) -> bool:
    """Whether the answers to it are what ends: "Which mails should stop?"; Yes and No are answers to another."""
    return question.rstrip()[-1:] in {"?", "？"} and _ends(question)


def _scope(group: list[Numbered]) -> _Part:
    """Of a button that leaves: which lists it is for. "All" is plain, one among several is not."""
    whole = [pair for pair in group if says_all(pair[1].label) and not says_none(pair[1].label)]
    return _chosen(whole[0], group, everything=True) if len(whole) == 1 else _Part()


def _chosen(pair: Numbered, group: list[Numbered], *, everything: bool = False) -> _Part:
    every = frozenset(number for number, _ in group)
    on = frozenset({pair[0]})
    return _Part(on=on, off=every - on, leaves=True, everything=everything)


def _reason(group: list[Numbered], labels: list[str]) -> _Part:
    demanded = any(entry.required for _, entry in group)
    if not demanded or any(entry.checked for _, entry in group):
        return _Part()
    number = survey.neutral(labels)
    if number is None:
        return _Part(why="it demands a reason and offers no neutral one")
    return _Part(on=frozenset({group[number][0]}))


def _yes_or_no(form: Form, group: list[Numbered], prompt: str) -> _Part:
    """Answer a question with Yes or No, such as whether one wants to receive the newsletter."""
    answers = yes_and_no(group)
    if answers is None or says_any(prompt, Sense.COOKIES, Sense.WIPE):
        return _Part()
    # "Do you wish to stop receiving …" speaks of receiving too, and at greater length.
    if _ends(prompt):
        return _chosen(answers[0], group)
    receiving = says_any(prompt, Sense.PREFS) and not says_any(prompt, Sense.NOT)
    if receiving and not LEAVE_IN_URL.search(path(form.action)):
        return _chosen(answers[1], group)
    return _Part()


def _select(number: int, entry: Field) -> _Part:
    labels = [option.label for option in entry.options]
    if survey.asks_why(entry) or survey.is_survey("", "", labels):
        option = survey.neutral_option(entry.options)
        if entry.value or not entry.required or option is None:
            return _Part()
        return _Part(options=((number, option.value),))
    ending = [one for one in entry.options if _ends(one.label) or says_none(one.label)]
    whole = [one for one in ending if says_all(one.label) or says_none(one.label)]
    return _option(number, entry, whole or ending, bool(whole))


def _option(number: int, entry: Field, ending: list[Option], whole: bool) -> _Part:
    if len(ending) != 1:
        return _Part(why=_WHICH) if ending else _Part()
    value = ending[0].value
    options = ((number, value),) if value != entry.value else ()
    return _Part(options=options, leaves=True, everything=whole)


def _ends(label: str) -> bool:
    folded = fold(label[:300])
    found = {match.sense for match in longest(folded, Sense.LEAVE, Sense.NEVER, Sense.NOT)}
    return found == {Sense.LEAVE}


def _options(on: list[Switch], off: list[Switch]) -> tuple[tuple[int, str], ...]:
    """The options of selects that switch these on and those off, as far as they are not so already."""
    wanted = [one.on_option for one in on if not one.on] + [one.off_option for one in off]
    return tuple(option for option in wanted if option is not None)


def _numbers(switches: list[Switch], *, on: bool) -> frozenset[int]:
    """The fields that are ticked when these switches are all on, or all off."""
    return frozenset().union(*(one.yes if on else one.no for one in switches))
