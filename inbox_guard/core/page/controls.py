"""HTML controls → `Field` and `Button`: kinds and values as a browser takes them.

Pure and bounded. HTML Living Standard, "Constructing the form data set".
"""

import re

from bs4 import Tag

from inbox_guard.core.page.sight import Button, Field, Option
from inbox_guard.core.page.tags import MOST_CONTROLS, joined, text_of, words_in

HANDLE = "data-guard-handle"
"""The attribute by which a browser that has the page open names what can be pressed in it."""

_HONEYPOT = re.compile(r"honey|(?:^|[_-])hp(?:$|[_-])|_gotcha|nospam", re.IGNORECASE)
_BOXES = frozenset({"checkbox", "radio"})


def kind_of(tag: Tag) -> str:
    """Return the kind of a control: its input type, ``select`` or ``textarea``."""
    if tag.name in {"select", "textarea"}:
        return tag.name
    fallback = "submit" if tag.name == "button" else "text"
    return text_of(tag, "type").strip().lower() or fallback


def button_of(tag: Tag, base: str, hidden: bool, row: str) -> Button:
    """Read a submit button; `row` as in `Button`."""
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
        row=row,
    )


def field_of(tag: Tag, kind: str, label: str, prompt: str, unseen: bool) -> Field:
    """Read a field. `label` is what the page calls it; `unseen`: a person does not see it."""
    name = text_of(tag, "name")
    if kind not in _BOXES:
        # Nobody gets to a field that the tabulator skips: it is there for robots.
        unseen = unseen or bool(_HONEYPOT.search(name)) or text_of(tag, "tabindex") == "-1"
    options = _options(tag) if kind == "select" else ()
    return Field(
        kind=kind,
        name=name,
        value=_value(tag, kind, options),
        label=label,
        checked=tag.has_attr("checked"),
        required=tag.has_attr("required") or text_of(tag, "aria-required") == "true",
        concealed=unseen or kind == "hidden",
        prompt=prompt,
        options=options,
    )


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
