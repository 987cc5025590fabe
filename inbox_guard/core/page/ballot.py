"""Tick boxes, radio buttons and selects: what they would have to say for all mail of this sender to end.

Pure: a form and the words on its button in, a `Ballot` out. Three kinds of forms look alike: boxes that mean
*keep*, boxes that mean *leave*, and boxes of another matter. What was not ticked is ticked only where its
own words, or the words right above it, say that it leaves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from inbox_guard.core.page import survey
from inbox_guard.core.page.labels import Says, says_all, says_any, says_join
from inbox_guard.core.page.sight import Field, Form, Option
from inbox_guard.core.page.words import Sense, fold, longest, speaks


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


class Role(Enum):
    """What a box stands for."""

    OUT_OF_ALL = auto()
    OUT = auto()
    LIST = auto()
    SIGN_UP = auto()
    ASIDE = auto()


def ballot(form: Form, button: Says) -> Ballot:
    """Decide how to fill in the boxes of `form` when a button that says `button` is pressed."""
    came = frozenset(number for number, entry in enumerate(form.fields) if entry.checked)
    seen = [
        (number, entry)
        for number, entry in enumerate(form.fields[:MOST_FIELDS])
        if not entry.concealed
    ]
    boxes = _boxes(form, button, [pair for pair in seen if pair[1].kind == "checkbox"])
    radios = [_group(group, button) for group in _groups(seen)]
    selects = [
        _select(number, entry) for number, entry in seen if entry.kind == "select" and entry.name
    ]
    parts = [boxes, *radios, *selects]
    ticked = set(came)
    for part in parts:
        ticked = (ticked - part.off) | part.on
    everything = any(part.everything for part in parts)
    lists = [
        entry
        for _, entry in seen
        if entry.kind == "checkbox" and _may_be_kept(entry, form.language)
    ]
    held = any(entry.checked for entry in lists)
    roles = {
        number: role_of(entry, form.language) for number, entry in seen if entry.kind == "checkbox"
    }
    left = any(
        form.fields[number].checked and role not in {Role.OUT, Role.OUT_OF_ALL}
        for number, role in roles.items()
    )
    return Ballot(
        ticked=frozenset(ticked),
        options=tuple(part.option for part in parts if part.option is not None),
        leaves=any(part.leaves for part in parts),
        everything=everything,
        changed=ticked != came or any(part.option is not None for part in parts),
        held=held,
        emptied=bool(lists) and not left,
        why="" if everything else next((part.why for part in parts if part.why), ""),
    )


MOST_FIELDS = 300
_OF_OTHER_MATTERS = (Sense.APART, Sense.NEEDED, Sense.COOKIES, Sense.WIPE, Sense.BLANK)

_WIPING_NAME = re.compile(r"purge|wipe|delete|erase|destroy|forget|gdpr|dsgvo", re.IGNORECASE)
_GLOBAL_NAME = re.compile(
    r"(?:unsub\w*|opt_?-?out|blocklist|blacklist)_?-?all|all_?-?(?:unsub|opt_?-?out)|global",
    re.IGNORECASE,
)
_WORDS_OF_BOXES = (Sense.LEAVE, Sense.NEVER, Sense.NOT, Sense.JOIN)
_WHICH = "it asks which lists to leave"


@dataclass(frozen=True, slots=True)
class _Part:
    """What is decided of one group: numbers to tick and to untick."""

    on: frozenset[int] = frozenset()
    off: frozenset[int] = frozenset()
    option: tuple[int, str] | None = None
    leaves: bool = False
    everything: bool = False
    why: str = ""


_Numbered = tuple[int, Field]


def _boxes(form: Form, button: Says, boxes: list[_Numbered]) -> _Part:
    by_role: dict[Role, list[_Numbered]] = {role: [] for role in Role}
    for number, entry in boxes:
        by_role[role_of(entry, form.language)].append((number, entry))
    lists = by_role[Role.LIST] + by_role[Role.SIGN_UP]
    kept = frozenset(number for number, entry in lists if entry.checked)
    to_keep = button is Says.BARE and bool(kept) and _are_kept(form, lists)
    out = by_role[Role.OUT_OF_ALL] or by_role[Role.OUT]
    if out:
        return _Part(
            on=_numbers(out),
            off=kept if to_keep else frozenset(),
            leaves=True,
            everything=bool(by_role[Role.OUT_OF_ALL]),
        )
    if to_keep:
        return _Part(off=kept, leaves=True)
    plain = by_role[Role.LIST]
    if plain and not kept and all(_prompts_to_leave(entry) for _, entry in plain):
        return _Part(on=_numbers(plain), leaves=True)
    if lists and not kept and button is Says.LEAVE:
        return _Part(why=_WHICH)
    return _Part()


def role_of(entry: Field, language: str = "") -> Role:
    """Read what a box stands for from its own words, else from those above it; `language` is the page's own.

    A negation is one of the page's language: "et" says no in Finnish, and "and" in French.
    """
    folded = fold(entry.label[:300])
    if _WIPING_NAME.search(entry.name):
        return Role.ASIDE
    found = {match.sense for match in longest(folded, *_WORDS_OF_BOXES)}
    if Sense.LEAVE in found and found.isdisjoint({Sense.NEVER, Sense.NOT}):
        whole = says_all(entry.label) or _GLOBAL_NAME.search(entry.name)
        return Role.OUT_OF_ALL if whole else Role.OUT
    if not entry.label:
        return Role.OUT_OF_ALL if _GLOBAL_NAME.search(entry.name) else Role.ASIDE
    if _is_none(entry.label):
        return Role.OUT_OF_ALL
    if _GLOBAL_NAME.fullmatch(entry.name) and not says_join(entry.label):
        return Role.OUT_OF_ALL
    if speaks(folded, Sense.NOT, language=language) or speaks(folded, *_OF_OTHER_MATTERS):
        return Role.ASIDE
    if Sense.JOIN in found or says_join(entry.prompt):
        return Role.SIGN_UP
    return Role.LIST


def _may_be_kept(entry: Field, language: str) -> bool:
    return role_of(entry, language) in {Role.LIST, Role.SIGN_UP} and not _prompts_to_leave(entry)


def _are_kept(form: Form, lists: list[_Numbered]) -> bool:
    """Whether ticked boxes mean what is still to be received."""
    prompts = " ".join(sorted({entry.prompt for _, entry in lists}))
    about = f"{form.heading} {prompts} {form.words[:600]}"
    if says_any(about, Sense.COOKIES, Sense.WIPE):
        return False
    if any(_prompts_to_leave(entry) for _, entry in lists if entry.checked):
        return False
    if any(says_any(entry.prompt, Sense.UNTICK) for _, entry in lists):
        return True
    labels = " ".join(entry.label for _, entry in lists)
    above = " ".join(form.lines)
    return says_any(f"{about} {above} {labels} {_spelled(form.action)}", Sense.PREFS)


def _spelled(url: str) -> str:
    return re.sub(r"[^a-z]+", " ", url[:300].lower())


def _prompts_to_leave(entry: Field) -> bool:
    """Whether the words right above say that ticking leaves. "Untick the lists to leave" says the opposite."""
    folded = fold(entry.prompt[:300])
    if speaks(folded, Sense.UNTICK, Sense.REASON):
        return False
    found = {match.sense for match in longest(folded, Sense.LEAVE, Sense.JOIN)}
    if Sense.LEAVE not in found:
        return False
    # "Unsubscribe" alone is a title, no prompt; where words are not spaced, nine characters are a sentence.
    return len(folded.split()) > 2 or (any(one > "\u2e80" for one in folded) and len(folded) >= 9)


def _groups(seen: list[_Numbered]) -> Iterator[list[_Numbered]]:
    groups: dict[str, list[_Numbered]] = {}
    for number, entry in seen:
        if entry.kind == "radio" and entry.name:
            groups.setdefault(entry.name, []).append((number, entry))
    yield from groups.values()


def _group(group: list[_Numbered], button: Says) -> _Part:
    """Choose among radio buttons of one name."""
    labels = [entry.label for _, entry in group]
    prompt = group[0][1].prompt
    every = _numbers(group)
    if survey.is_survey(group[0][1].name, prompt, labels):
        return _reason(group, labels)
    ending = [pair for pair in group if _ends(pair[1].label) or _is_none(pair[1].label)]
    whole = [
        pair
        for pair in ending
        if says_all(pair[1].label) or _is_none(pair[1].label) or _GLOBAL_NAME.search(pair[1].name)
    ]
    if len(whole or ending) > 1 and not whole:
        return _Part(why=_WHICH)
    if chosen := (whole or ending)[:1]:
        on = _numbers(chosen)
        return _Part(on=on, off=every - on, leaves=True, everything=bool(whole))
    return _yes_or_no(group, prompt) if button is Says.BARE else _Part()


def _reason(group: list[_Numbered], labels: list[str]) -> _Part:
    demanded = any(entry.required for _, entry in group)
    if not demanded or any(entry.checked for _, entry in group):
        return _Part()
    number = survey.neutral(labels)
    if number is None:
        return _Part(why="it demands a reason and offers no neutral one")
    return _Part(on=frozenset({group[number][0]}))


def _yes_or_no(group: list[_Numbered], prompt: str) -> _Part:
    """Answer a question with Yes or No, such as whether one wants to receive the newsletter."""
    answers = {
        sense: [pair for pair in group if _is(pair[1].label, sense)]
        for sense in (Sense.YES, Sense.NO)
    }
    if len(group) != 2 or any(len(found) != 1 for found in answers.values()):
        return _Part()
    found = {match.sense for match in longest(fold(prompt[:300]), Sense.LEAVE, Sense.PREFS)}
    if not found or says_any(prompt, Sense.COOKIES, Sense.WIPE, Sense.NOT):
        return _Part()
    on = _numbers(answers[Sense.YES if Sense.LEAVE in found else Sense.NO])
    return _Part(on=on, off=_numbers(group) - on, leaves=True)


def _select(number: int, entry: Field) -> _Part:
    labels = [option.label for option in entry.options]
    if survey.asks_why(entry) or survey.is_survey("", "", labels):
        option = survey.neutral_option(entry.options)
        if entry.value or not entry.required or option is None:
            return _Part()
        return _Part(option=(number, option.value))
    ending = [one for one in entry.options if _ends(one.label) or _is_none(one.label)]
    whole = [one for one in ending if says_all(one.label) or _is_none(one.label)]
    return _option(number, entry, whole or ending, bool(whole))


def _option(number: int, entry: Field, ending: list[Option], whole: bool) -> _Part:
    if len(ending) != 1:
        return _Part(why=_WHICH) if ending else _Part()
    value = ending[0].value
    option = (number, value) if value != entry.value else None
    return _Part(option=option, leaves=True, everything=whole)


def _ends(label: str) -> bool:
    folded = fold(label[:300])
    found = {match.sense for match in longest(folded, Sense.LEAVE, Sense.NEVER, Sense.NOT)}
    return found == {Sense.LEAVE}


def _is_none(label: str) -> bool:
    """Whether a short label says that nothing more is to come: "Never", "No e-mails at all"."""
    folded = fold(label[:300])
    if len(folded) > 40:
        return False
    if _is(label, Sense.NONE):
        return True  # "Nie" is German for never, and Polish for no
    # "Never: cancel my subscription" holds a "cancel" that belongs to leaving.
    found = longest(folded, Sense.NONE, Sense.NEVER, Sense.LEAVE)
    return any(match.sense is Sense.NONE and match.start == 0 for match in found) and not any(
        match.sense is Sense.NEVER for match in found
    )


def _is(label: str, sense: Sense) -> bool:
    folded = fold(label[:40])
    return any(
        match.start == 0 and not re.search(r"\w", folded[match.end :])
        for match in longest(folded, sense)
    )


def _numbers(pairs: list[_Numbered]) -> frozenset[int]:
    return frozenset(number for number, _ in pairs)
