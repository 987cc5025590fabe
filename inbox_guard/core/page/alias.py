"""The owner's address on a page: where it is asked for, and whether it is hers that the page means.

Pure. Only the address that this mail was delivered to may ever be typed, only into a form that
unsubscribes; a masked address on the page ("m***@home.example") has to fit it.
"""

import re
from collections.abc import Iterable

from inbox_guard.core.page.sight import Field
from inbox_guard.core.page.words import Sense, fold, speaks

_NAME = re.compile(r"e-?mail|(?:^|[_-])addr(?:ess)?(?:$|[_-])", re.IGNORECASE)
_STARS = re.compile(r"[*•●∗＊…]+|\.{3,}|[xX]{3,}")
_MASK = re.compile(r"[\w.+*•●∗＊…-]{1,64}@[\w.*•●∗＊…-]{1,120}")


def is_asked(entry: Field) -> bool:
    """Whether a field is empty, seen, and asks for an e-mail address."""
    if entry.value or entry.concealed or entry.kind not in {"email", "text"}:
        return False
    if speaks(fold(entry.label[:300]), Sense.BLANK):
        return False
    return (
        entry.kind == "email"
        or bool(_NAME.search(entry.name))
        or (len(entry.label) <= 80 and speaks(fold(entry.label), Sense.ADDRESS))
    )


def is_anothers(address: str, shown: Iterable[str]) -> bool:
    """Whether masked addresses are shown and none of them can be `address`."""
    masks = [
        found[0].rstrip(".")
        for text in shown
        for found in _MASK.finditer(text[:2_000])
        if _STARS.search(found[0])
    ]
    return bool(masks) and not any(_fits(mask, address) for mask in masks)


def names_another(address: str, value: str) -> bool:
    """Whether a field that a person sees holds one whole address, or a masked one, that is not `address`."""
    held = value.strip()[:320]
    if not _WHOLE.fullmatch(held):
        return False
    return not _fits(held, address)


_WHOLE = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}")


def _fits(mask: str, address: str) -> bool:
    """Whether a mask can stand for an address: what is not masked has to occur, in this order."""
    pieces = [piece.casefold() for piece in _STARS.split(mask)]
    whole = address.casefold()
    if len(pieces) == 1:
        return pieces[0] == whole
    if not (whole.startswith(pieces[0]) and whole.endswith(pieces[-1])):
        return False
    at, end = len(pieces[0]), len(whole) - len(pieces[-1])
    for piece in pieces[1:-1]:
        at = whole.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return at <= end
