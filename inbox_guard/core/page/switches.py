"""What can be switched on and off in a form, and what each switch stands for.

Pure. A switch is a tick box, or a question whose only answers are Yes and No: two radio buttons, or a select.
What none of its words explain is taken for the name of a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from inbox_guard.core.page.labels import begins, says_all, says_join, says_just, says_leave
from inbox_guard.core.page.sight import Field
from inbox_guard.core.page.words import Sense, fold, longest, speaks

Numbered = tuple[int, Field]


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that is on or off: `label` and `prompt` as of a `Field`, `on` as the page came.

    `yes` and `no` are the numbers of the fields that are ticked when it is on and off; `on_option` and
    `off_option` are the number and value of a select that switch it on and off.
    """

    label: str
    prompt: str
    name: str
    on: bool
    yes: frozenset[int] = frozenset()
    no: frozenset[int] = frozenset()
    on_option: tuple[int, str] | None = None
    off_option: tuple[int, str] | None = None


class Role(Enum):
    """What a switch stands for."""

    OUT_OF_ALL = auto()
    OUT = auto()
    LIST = auto()
    SIGN_UP = auto()
    ASIDE = auto()


def of_box(number: int, entry: Field) -> Switch:
    """Read a tick box."""
    ticked = frozenset({number})
    return Switch(entry.label, entry.prompt, entry.name, entry.checked, yes=ticked)


def of_pair(group: list[Numbered]) -> Switch | None:
    """Read two radio buttons that say Yes and No; None where they say anything else, or answer a question."""
    prompt = group[0][1].prompt
    answers = yes_and_no(group)
    if answers is None or not (prompt or _shared(group)):
        return None
    if not _shared(group) and prompt.rstrip()[-1:] in _ASKS:
        return None
    (yes, agreed), (no, _) = answers
    label = _shared(group) or prompt
    return Switch(label, "", agreed.name, agreed.checked, frozenset({yes}), frozenset({no}))


def of_select(number: int, entry: Field) -> Switch | None:
    """Read a select that says Yes or No; None where it says anything else, or answers another question."""
    if entry.label.rstrip()[-1:] in _ASKS and not says_leave(entry.label):
        return None
    found = {
        sense: [option for option in entry.options if says_just(option.label, sense)]
        for sense in (Sense.YES, Sense.NO)
    }
    if len(entry.options) != 2 or any(len(options) != 1 for options in found.values()):
        return None
    (yes,), (no,) = found[Sense.YES], found[Sense.NO]
    on = entry.value == yes.value
    options = (number, yes.value), (number, no.value)
    return Switch(entry.label, "", entry.name, on, on_option=options[0], off_option=options[1])


def yes_and_no(group: list[Numbered]) -> tuple[Numbered, Numbered] | None:
    """Return the Yes and the No of two radio buttons; None where they are not that."""
    cut = len(_shared(group))
    found = {
        sense: [pair for pair in group if begins(pair[1].label[cut:].lstrip(" :"), sense)]
        for sense in (Sense.YES, Sense.NO)
    }
    if len(group) != 2 or any(len(pairs) != 1 for pairs in found.values()):
        return None
    (yes,), (no,) = found[Sense.YES], found[Sense.NO]
    return None if yes is no else (yes, no)


def _shared(group: list[Numbered]) -> str:
    """What stands before the colon in every label: "Weekly: Yes" and "Weekly: No"."""
    heads = {entry.label.partition(":")[0] for _, entry in group if ":" in entry.label}
    told = len(heads) == 1 and all(":" in entry.label for _, entry in group)
    return heads.pop() if told else ""


def groups(seen: list[Numbered]) -> Iterator[list[Numbered]]:
    """Yield the radio buttons of one name together."""
    found: dict[str, list[Numbered]] = {}
    for number, entry in seen:
        if entry.kind == "radio" and entry.name:
            found.setdefault(entry.name, []).append((number, entry))
    yield from found.values()


def role_of(switch: Switch, language: str = "") -> Role:
    """Read what a switch stands for from its own words, else from those above it; `language` is the page's own.

    A negation is one of the page's language: "et" says no in Finnish, and "and" in French.
    """
    folded = fold(switch.label[:300])
    if _WIPING_NAME.search(switch.name):
        return Role.ASIDE
    found = {match.sense for match in longest(folded, *_WORDS_OF_BOXES)}
    if Sense.LEAVE in found and found.isdisjoint({Sense.NEVER, Sense.NOT}):
        whole = says_all(switch.label) or is_of_all(switch.name)
        return Role.OUT_OF_ALL if whole else Role.OUT
    if not switch.label:
        return Role.OUT_OF_ALL if is_of_all(switch.name) else Role.ASIDE
    if says_none(switch.label):
        return Role.OUT_OF_ALL
    if _GLOBAL_NAME.fullmatch(switch.name) and not says_join(switch.label):
        return Role.OUT_OF_ALL
    if speaks(folded, Sense.NOT, language=language) or speaks(folded, *_OF_OTHER_MATTERS):
        return Role.ASIDE
    if Sense.JOIN in found or says_join(switch.prompt):
        return Role.SIGN_UP
    return Role.LIST


def may_be_kept(switch: Switch, role: Role) -> bool:
    """Whether its being on may mean that a list is still to be received."""
    return role in {Role.LIST, Role.SIGN_UP} and not prompts_to_leave(switch)


def prompts_to_leave(switch: Switch) -> bool:
    """Whether the words right above say that ticking leaves. "Untick the lists to leave" says the opposite."""
    folded = fold(switch.prompt[:300])
    if speaks(folded, Sense.UNTICK, Sense.REASON):
        return False
    found = {match.sense for match in longest(folded, Sense.LEAVE, Sense.JOIN)}
    if Sense.LEAVE not in found:
        return False
    # "Unsubscribe" alone is a title, no prompt; where words are not spaced, nine characters are a sentence.
    return len(folded.split()) > 2 or (any(one > "\u2e80" for one in folded) and len(folded) >= 9)


def is_of_all(name: str) -> bool:
    """Whether the name of a field says that it is about every list."""
    return bool(_GLOBAL_NAME.search(name))


def says_none(label: str) -> bool:
    """Whether a short label says that nothing more is to come: "Never", "No e-mails at all"."""
    folded = fold(label[:300])
    if len(folded) > 40:
        return False
    if says_just(label, Sense.NONE):
        return True  # "Nie" is German for never, and Polish for no
    # "Never: cancel my subscription" holds a "cancel" that belongs to leaving.
    found = longest(folded, Sense.NONE, Sense.NEVER, Sense.LEAVE)
    return any(match.sense is Sense.NONE and match.start == 0 for match in found) and not any(
        match.sense is Sense.NEVER for match in found
    )


_ASKS = frozenset({"?", "？"})
_OF_OTHER_MATTERS = (Sense.APART, Sense.NEEDED, Sense.COOKIES, Sense.WIPE, Sense.BLANK)
_WORDS_OF_BOXES = (Sense.LEAVE, Sense.NEVER, Sense.NOT, Sense.JOIN)
_WIPING_NAME = re.compile(r"purge|wipe|delete|erase|destroy|forget|gdpr|dsgvo", re.IGNORECASE)
_GLOBAL_NAME = re.compile(
    r"(?:unsub\w*|opt_?-?out|blocklist|blacklist)_?-?all|all_?-?(?:unsub|opt_?-?out)|global"
    r"|(?<![a-z])no_?-?(?:e-?)?mails?(?![a-z])|(?<![a-z])do_?-?not_?-?(?:e?mail|contact)",
    re.IGNORECASE,
)
