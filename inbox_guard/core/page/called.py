"""What a page calls a control: the words of its label, wherever its makers have put them.

Pure and bounded. A `<label>` first (HTML), then what is told to screen readers (WAI-ARIA 1.2, accessible name),
then what a person sees beside it: its column's head, the words after or before it, its row.
"""

from itertools import islice

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from inbox_guard.core.page.tags import MOST_CONTROLS, text_of, within, words_in


class Labels:
    """The labels of a page's controls."""

    def __init__(self, soup: BeautifulSoup) -> None:
        """Read every ``<label for=…>``, and what ``aria-labelledby`` points to."""
        self._for = {
            text_of(label, "for"): words_in(label)
            for label in soup.find_all("label", attrs={"for": True}, limit=MOST_CONTROLS)
        }
        pointing = soup.find_all(attrs={"aria-labelledby": True}, limit=MOST_CONTROLS)
        wanted = {one for tag in pointing for one in text_of(tag, "aria-labelledby").split()[:5]}
        self._by_id = {
            text_of(tag, "id"): words_in(tag)
            for tag in (soup.find_all(attrs={"id": True}, limit=_MOST_IDS) if wanted else ())
            if text_of(tag, "id") in wanted
        }

    def of(self, tag: Tag, kind: str, around: str) -> str:
        """Return the label of a control of a kind; `around`: the words of the `<label>` it stands in."""
        return (
            around
            or self._for.get(text_of(tag, "id"), "")
            or text_of(tag, "aria-label")
            or self._pointed_at(tag)
            or _beside(tag, kind)
            or text_of(tag, "title")
        )

    def _pointed_at(self, tag: Tag) -> str:
        names = text_of(tag, "aria-labelledby").split()[:5]
        return " ".join(filter(None, (self._by_id.get(one, "") for one in names)))[:300]


_MOST_IDS = 2_000
_MOST_CELLS = 20
_BOXES = frozenset({"checkbox", "radio"})
_CELLS = frozenset({"td", "th"})
_WHOLES = frozenset({"body", "main", "fieldset", "table", "tbody"})
_PRESSED = frozenset({"button", "a"})
_INLINE = frozenset({"span", "b", "strong", "em", "i", "label", "font", "small"})


def _beside(tag: Tag, kind: str) -> str:
    """The words next to a control that has no label: after a box, before any other field."""
    if kind not in _BOXES:
        return text_of(tag, "placeholder") or _sibling(tag.previous_sibling) or _cell_before(tag)
    after = _sibling(tag.next_sibling) or _sibling(tag.previous_sibling)
    return after or _column(tag) or _row(tag)


def _sibling(node: PageElement | None) -> str:
    if type(node) is NavigableString:
        return " ".join(str(node)[:1_000].split())[:300] or _small(node.next_sibling)
    return _small(node)


def _small(node: PageElement | None) -> str:
    return words_in(node) if isinstance(node, Tag) and node.name in _INLINE else ""


def _cell_before(tag: Tag) -> str:
    """The words of the cell before this control's: what forms in tables call it."""
    cell = tag.parent
    if cell is None or cell.name not in _CELLS | {"dd"}:
        return ""
    before = cell.find_previous_sibling()
    return words_in(before) if isinstance(before, Tag) else ""


def _column(tag: Tag) -> str:
    """The head of the column that this box stands in, where its row has several boxes: "Yes", "No"."""
    cell = tag.parent
    row = cell.parent if cell is not None and cell.name in _CELLS else None
    if cell is None or row is None or words_in(cell):
        return ""
    cells = _cells(row)
    if sum(one.find("input") is not None for one in cells) < 2:
        return ""
    table = row.find_parent("table")
    head = table.find("tr") if isinstance(table, Tag) else None
    if not isinstance(head, Tag) or head is row or head.find("input") is not None:
        return ""
    heads = _cells(head)
    at = next(number for number, one in enumerate(cells) if one is cell)
    return words_in(heads[at]) if len(heads) == len(cells) else ""


def _cells(row: Tag) -> list[Tag]:
    return list(islice(row.find_all(_CELLS, recursive=False), _MOST_CELLS))


def _row(tag: Tag) -> str:
    """The words of the table row or list item that holds this box and no other."""
    place = tag.parent
    for _ in range(3):
        if place is None or place.name in _WHOLES | {"form"}:
            return ""
        inside = tuple(islice(within(place), 40))
        if sum(map(_is_seen_input, inside)) != 1:
            return ""
        if words := words_in(place):
            return words
        place = place.parent
    return ""


def row_of(button: Tag) -> str:
    """The first words of the row or list item that holds this button and no other: the name of its list."""
    place = button.parent
    for _ in range(4):
        if place is None or place.name in _WHOLES:
            return ""
        inside = tuple(islice(within(place), 60))
        if sum(isinstance(node, Tag) and node.name in _PRESSED for node in inside) > 1:
            return ""
        for node in inside:
            if type(node) is NavigableString and button not in node.parents and node.strip():
                return " ".join(str(node)[:300].split())
        place = place.parent
    return ""


def _is_seen_input(node: PageElement) -> bool:
    """Whether it is an input: a hidden one of the same name stands before many a box, for when it is off."""
    return isinstance(node, Tag) and node.name == "input" and text_of(node, "type") != "hidden"
