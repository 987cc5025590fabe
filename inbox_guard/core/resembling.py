"""Whether a word stands for a sender: a name typed into an alias, a note, a tag, beside domains and names.

Generous on purpose: whoever resembles is not called somebody else. Names of the sender's other brands
and of those who work for it are not known here, so a difference of names is never proof.
"""

import re
import unicodedata
from functools import cache

from inbox_guard.core.address import is_shared, organisation, organisation_of
from inbox_guard.core.data import rows
from inbox_guard.core.history import History
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.sender import SenderKind


def resembles(name: str, history: History) -> bool:
    """Whether `name` (a domain, or words) may stand for this sender, by any name that its mail shows."""
    organisations = {history.speaker.organisation, *map(organisation_of, history.addresses)}
    if name in organisations:
        return True
    labels = _labels(history)
    shown = _shown(history)
    if "." in name and any(name.casefold() in text for text in shown):
        return True  # forwarders write it so: "news at lamps.example"
    return any(_is_like(word, labels) or _is_said(word, shown) for word in _words(name))


def alias_names(alias: str, history: History) -> bool:
    """Whether an address plainly holds the name of the sender's own domain.

    A plus tag may hold more than the name; a local part without one has to be the name and nothing
    else, under a domain that strangers do not share: many people are called like a brand.
    """
    own = _own_labels(history) - {""}
    local, _, domain = alias.rpartition("@")
    base, plus, tag = local.partition("+")
    if not plus:
        return not is_shared(domain) and compact(base) in own
    return any(_is_like(word, own) for word in {compact(tag), *map(compact, _PIECE.split(tag))})


def tag_of(alias: str) -> str:
    """Return what stands behind the plus, else the whole local part, with blanks between its words."""
    local = alias.rpartition("@")[0]
    return " ".join(_PIECE.split(local.partition("+")[2] or local))


def compact(text: str) -> str:
    """Return letters and digits alone, folded: ``Zoë's Café`` → ``zoescafe``."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if letter.isalnum())


@cache
def general() -> frozenset[str]:
    """Words that name kinds of things."""
    return frozenset(row[0] for row in rows("general_words"))


_SHORTEST = 3
_CONTAINED = 5
_PIECE = re.compile(r"[-._+]")
_NAMED_BY = frozenset({MarkKind.CONTROLLER, MarkKind.POSTAL})


def _words(name: str) -> set[str]:
    """The words to look for: the label of a domain, else each word and all of them as one."""
    if "." in name and " " not in name:
        return {compact(organisation(name).partition(".")[0])}
    parts = {compact(part) for part in re.split(r"[\s/,;:|&-]+", name)}
    return {part for part in {*parts, compact(name)} if part}


def _labels(history: History) -> set[str]:
    """What stands in the domains a sender uses, its list included, and before the ``@``."""
    found = _own_labels(history)
    hosts = [address.rpartition("@")[2] for address in history.addresses]
    if history.speaker.sender.kind is SenderKind.LIST:
        hosts.append(history.speaker.sender.value)
    for host in hosts:
        below = host.removesuffix(organisation(host)).strip(".")
        found |= {compact(label) for label in below.split(".")}
        found.add(compact(organisation(host).partition(".")[0]))
    locals_ = {compact(address.rpartition("@")[0]) for address in history.addresses}
    return {label for label in found | locals_ if label}


def _own_labels(history: History) -> set[str]:
    organisations = {history.speaker.organisation, *map(organisation_of, history.addresses)}
    return {compact(one.partition(".")[0]) for one in organisations if "@" not in one}


def _shown(history: History) -> tuple[str, ...]:
    """What people read: the name, and who its mail says is behind it."""
    marks = (mark.value for mark in history.marks if mark.kind in _NAMED_BY)
    return tuple(text.casefold() for text in (history.speaker.name, *marks))


def _is_like(word: str, labels: set[str]) -> bool:
    if word in labels and len(word) > 1:
        return True
    if word in general():
        return False
    return any(
        min(len(word), len(label)) >= _CONTAINED and (word in label or label in word)
        for label in labels - general()
    )


def _is_said(word: str, shown: tuple[str, ...]) -> bool:
    if len(word) < _SHORTEST or word in general():
        return False
    return any(
        word in {compact(part) for part in text.split()}
        or (len(word) >= _CONTAINED and word in compact(text))
        for text in shown
    )
