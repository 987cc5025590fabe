"""Files the owner exported elsewhere, read as facts: address books, aliases, accounts, connections …

Each small module knows the shapes of one kind of file. Pure and total: text in, facts out; what a row
holds beyond the facts is dropped where it is read and reaches neither the ledger nor an error.
`docs/imports.md` says what each file is and what is kept of it.
"""

from collections.abc import Callable, Mapping, Sequence

from inbox_guard.core.outside import aliases, breaches, contacts, linkedin, passwords, purchases
from inbox_guard.core.outside.found import Found, Source, Unshaped

__all__ = ["READERS", "SHAPES", "Found", "Reader", "Source", "Unshaped"]

Reader = Callable[[Sequence[Source]], Found | Unshaped]
"""Reads the files of one export together."""

READERS: Mapping[str, Reader] = {
    "contacts": contacts.read,
    "aliases": aliases.read,
    "passwords": passwords.read,
    "linkedin": linkedin.read,
    "purchases": purchases.read,
    "breaches": breaches.read,
}
SHAPES: Mapping[str, tuple[str, ...]] = {
    "contacts": contacts.SHAPES,
    "aliases": aliases.SHAPES,
    "passwords": passwords.SHAPES,
    "linkedin": linkedin.SHAPES,
    "purchases": purchases.SHAPES,
    "breaches": breaches.SHAPES,
}
"""What each import understands, in words for an error."""
