"""Folders and the part each plays: Inbox, Sent, Archive, Junk, Drafts, Trash.

By SPECIAL-USE (RFC 6154) first, then by well-known and localised names.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from inbox_guard.core.data import rows


class Role(StrEnum):
    """The part a folder plays in the mailbox."""

    INBOX = "inbox"
    SENT = "sent"
    ARCHIVE = "archive"
    JUNK = "junk"
    DRAFTS = "drafts"
    TRASH = "trash"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Listed:
    r"""A line of the server's LIST answer: decoded name, its flags (``\Sent`` …), the hierarchy delimiter."""

    name: str
    flags: frozenset[str]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A selectable folder and its role."""

    name: str
    role: Role


def roles(listed: tuple[Listed, ...]) -> tuple[Folder, ...]:
    r"""Give every selectable folder its role. A role is given by flag where any folder has that flag,

    else by name; ``INBOX`` is always INBOX; ``\All`` is ARCHIVE. ``\Noselect``/``\NonExistent`` ones are left out.
    """
    selectable = tuple(line for line in listed if not _flags(line) & _UNSELECTABLE)
    by_flag = {line.name: _by_flag(line) for line in selectable}
    settled = frozenset(by_flag.values()) - {Role.OTHER}
    return tuple(Folder(line.name, _role(line, by_flag[line.name], settled)) for line in selectable)


_UNSELECTABLE = frozenset({"\\noselect", "\\nonexistent"})
# RFC 6154 §2; after them what Gmail's XLIST said before there was a standard. The first that fits counts.
_BY_FLAG = {
    "\\inbox": Role.INBOX,
    "\\sent": Role.SENT,
    "\\drafts": Role.DRAFTS,
    "\\trash": Role.TRASH,
    "\\junk": Role.JUNK,
    "\\archive": Role.ARCHIVE,
    "\\all": Role.ARCHIVE,
    "\\spam": Role.JUNK,
    "\\allmail": Role.ARCHIVE,
}


def _flags(line: Listed) -> frozenset[str]:
    return frozenset(flag.lower() for flag in line.flags)


def _by_flag(line: Listed) -> Role:
    flags = _flags(line)
    return next((role for flag, role in _BY_FLAG.items() if flag in flags), Role.OTHER)


def _role(line: Listed, flagged: Role, settled: frozenset[Role]) -> Role:
    if line.name.upper() == "INBOX":  # RFC 9051 §5.1: the one name without regard to case
        return Role.INBOX
    if flagged is not Role.OTHER:
        return flagged
    last = line.name.rpartition(line.delimiter)[2] if line.delimiter else line.name
    named = _names().get(_folded(last), Role.OTHER)
    return Role.OTHER if named in settled else named


@cache
def _names() -> dict[str, Role]:
    return {_folded(name): Role(role) for role, _, name, _ in rows("folder_names")}


def _folded(name: str) -> str:
    # Some servers decompose accents (files on macOS do), so one spelling is compared.
    return unicodedata.normalize("NFC", name.strip()).casefold()
