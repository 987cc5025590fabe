"""A fresh address for one sign-up: who uses it later tells who passed it on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from inbox_guard.core.address import Owner
from inbox_guard.core.outside.site import made_for
from inbox_guard.core.resembling import compact


class Style(StrEnum):
    """How an address of one's own is made."""

    PLUS = "plus"
    """``user+word-abcd@``: subaddressing (RFC 5233), which the mail server has to know."""
    CATCH_ALL = "catch-all"
    """``word-abcd@`` under a domain all of whose addresses are the owner's."""


@dataclass(frozen=True, slots=True)
class Minted:
    """A fresh address, and for whom it is: an organisation's domain, or words."""

    address: str
    made_for: str


LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""What the unguessable part is drawn from: nothing that is read as something else (l, 1, o, 0)."""
UNGUESSABLE = 4


def bases(owner: Owner, style: Style | None) -> tuple[str, ...]:
    """Return what addresses of a style can be made from: catch-all domains (``@…``) first, then addresses."""
    catch_all = tuple(one for one in owner.addresses if one.startswith("@"))
    plain = tuple(one for one in owner.addresses if not one.startswith("@") and "+" not in one)
    match style:
        case Style.CATCH_ALL:
            return catch_all
        case Style.PLUS:
            return plain
        case None:
            return (*catch_all, *plain)


def minted(written: str, base: str, letters: Sequence[str]) -> Minted | None:
    """Return a fresh address at `base` for a sign-up at `written` (a domain, a URL or a name).

    `letters` are the unguessable ones, drawn by the caller. None when `written` names nobody.
    """
    whose = made_for(written)
    word = _word(whose)
    if not word:
        return None
    local, _, domain = base.rpartition("@")
    tag = f"{word}-{''.join(letters)}"
    return Minted(f"{local}+{tag}@{domain}" if local else f"{tag}@{domain}", whose)


_WORD = 20


def _word(whose: str) -> str:
    """The name in the letters that every address may hold (RFC 5321 §4.1.2), at most 20."""
    name = whose.partition(".")[0] if "." in whose and " " not in whose else whose
    return re.sub(r"[^a-z0-9]", "", compact(name))[:_WORD]
