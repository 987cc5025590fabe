"""HTML controls → `Field` and `Button`: kinds, values and labels as a browser takes them.

Pure and bounded. HTML Living Standard, "Constructing the form data set".
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from inbox_guard.core.page.sight import Button, Field, Option

MOST_CONTROLS = 400

HANDLE = "data-guard-handle"
"""The attribute by which a browser that has the page open names what can be pressed in it."""

_LONGEST_URL = 8_192
_HONEYPOT = re.compile(r"honey|(?:^|[_-])hp(?:$|[_-])|_gotcha|nospam", re.IGNORECASE)
_BOXES = frozenset({"checkbox", "radio"})


def kind_of(tag: Tag) -> str:
    """Return the kind of a control: its input type, ``select`` or ``textarea``."""
    if tag.name in {"select", "textarea"}:
        return tag.name
    fallback = "submit" if tag.name == "button" else "text"
    return text_of(tag, "type").strip().lower() or fallback


def button_of(tag: Tag, base: str, hidden: bool) -> Button:
    """Read a submit button."""
    value = text_of(tag, "value")
    said = value or text_of(tag, "alt") if kind_of(tag) != "image" else text_of(tag, "alt")
    label = words_in(tag) if tag.name == "button" else said
    action = text_of(tag, "formaction")
    return Button(
        label=label or text_of(tag, "aria-label") or text_of(tag, "title"),
        name=text_of(tag, "name"),
        value=value,
        action=joined(base, action) if action else "",
        method=text_of(tag, "formmethod").lower(),
        hidden=hidden,
        image=kind_of(tag) == "image",
        handle=text_of(tag, HANDLE),
    )


def field_of(tag: Tag, kind: str, label: str, prompt: str, unseen: bool) -> Field:
    """Read a field. `label` is that of its `<label>`; `unseen`: a person does not see it."""
    name = text_of(tag, "name")
    if kind not in _BOXES:
        # Nobody gets to a field that the tabulator skips: it is there for robots.
        unseen = unseen or bool(_HONEYPOT.search(name)) or text_of(tag, "tabindex") == "-1"
    options = _options(tag) if kind == "select" else ()
    return Field(
        kind=kind,
        name=name,
        value=_value(tag, kind, options),
        label=label or text_of(tag, "aria-label") or _beside(tag, kind),
        checked=tag.has_attr("checked"),
        required=tag.has_attr("required") or text_of(tag, "aria-required") == "true",
        concealed=unseen or kind == "hidden",
        prompt=prompt,
        options=options,
    )


def text_of(tag: Tag, attribute: str) -> str:
    """Return an attribute's value as text; "" when it is absent."""
    said = tag.get(attribute)
    return said if isinstance(said, str) else " ".join(said or ())


def words_in(tag: Tag) -> str:
    """The words inside a small element; of a large one the beginning."""
    inside = tuple(islice(_inside(tag), 60))
    said = " ".join(str(node) for node in inside if type(node) is NavigableString)
    images = " ".join(text_of(node, "alt") for node in inside if isinstance(node, Tag))
    return (" ".join(said.split()) or " ".join(images.split()))[:300]


def joined(base: str, reference: str) -> str:
    """Resolve a reference; "" when that fails or gets too long."""
    try:
        whole = urljoin(base, reference.strip()[:_LONGEST_URL])
        urlsplit(whole)  # what `urljoin` lets through may still be none: "http://["
    except ValueError:
        return ""
    return whole if len(whole) < _LONGEST_URL else ""


def labels_by_id(soup: BeautifulSoup) -> dict[str, str]:
    """Return the words of every ``<label for=…>`` by what it is for."""
    return {
        text_of(label, "for"): words_in(label)
        for label in soup.find_all("label", attrs={"for": True}, limit=MOST_CONTROLS)
    }


def _options(tag: Tag) -> tuple[Option, ...]:
    """The options of a select, the one that a browser would send first."""
    tags = tag.find_all("option", limit=MOST_CONTROLS)
    chosen = next((one for one in tags if one.has_attr("selected")), None)
    ordered = tags if chosen is None else [chosen, *(one for one in tags if one is not chosen)]
    return tuple(
        Option(text_of(one, "value") if one.has_attr("value") else words, words)
        for one in ordered
        if not one.has_attr("disabled") or one is chosen
        for words in (words_in(one),)
    )


def _value(tag: Tag, kind: str, options: tuple[Option, ...]) -> str:
    match kind:
        case "textarea":
            return tag.get_text().removeprefix("\n")  # HTML drops a line break at its beginning
        case "select":
            return options[0].value if options else ""
        case "checkbox" | "radio":
            return text_of(tag, "value") if tag.has_attr("value") else "on"
        case _:
            return text_of(tag, "value")


def _beside(tag: Tag, kind: str) -> str:
    """The words next to a control that has no label: after a box, before any other field."""
    if kind not in _BOXES:
        return text_of(tag, "placeholder") or _sibling(tag.previous_sibling)
    return _sibling(tag.next_sibling) or _sibling(tag.previous_sibling) or _cell(tag)


def _sibling(node: PageElement | None) -> str:
    if type(node) is NavigableString:
        return " ".join(str(node)[:1_000].split())[:300] or _small(node.next_sibling)
    return _small(node)


def _small(node: PageElement | None) -> str:
    return words_in(node) if isinstance(node, Tag) and node.name in _INLINE else ""


def _cell(tag: Tag) -> str:
    """The words of the table row or list item that holds this box and no other."""
    place = tag.parent
    for _ in range(3):
        if place is None or place.name in {"form", "body", "fieldset", "table", "tbody"}:
            return ""
        inside = tuple(islice(_inside(place), 40))
        if sum(isinstance(node, Tag) and node.name == "input" for node in inside) != 1:
            return ""
        if words := words_in(place):
            return words
        place = place.parent
    return ""


_INLINE = frozenset({"span", "b", "strong", "em", "i", "label", "font", "small"})


def _inside(tag: Tag) -> Iterator[PageElement]:
    """What a tag holds, in order. `Tag.descendants` first walks to the deepest last child: quadratic."""
    stack = list(reversed(tag.contents))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Tag):
            stack.extend(reversed(node.contents))
