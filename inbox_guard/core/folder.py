"""Folders and the part each plays: Inbox, Sent, Archive, Junk, Drafts, Trash.

By SPECIAL-USE (RFC 6154) first, then by well-known and localised names.
"""

from dataclasses import dataclass
from enum import StrEnum


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
    raise NotImplementedError
