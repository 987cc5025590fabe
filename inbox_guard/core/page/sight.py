"""What a page shows: its prose, its forms with their fields and buttons, its links.

Values only; `markup` reads them off HTML.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: `kind` is the input type, ``select`` or ``textarea``; `value` what it would send.

    `concealed` fields are not seen by a person: hidden ones, and honeypots.
    """

    kind: str
    name: str
    value: str
    label: str = ""
    checked: bool = False
    required: bool = False
    concealed: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A submit button; `action` and `method` are "" where the form's hold."""

    label: str
    name: str = ""
    value: str = ""
    action: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `action` is absolute, `method` ``get`` or ``post``; `heading` the nearest one above it."""

    action: str
    method: str
    fields: tuple[Field, ...]
    buttons: tuple[Button, ...]
    heading: str
    words: str
    captcha: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A visible link; `url` is absolute, `heading` the nearest one above it."""

    url: str
    text: str
    heading: str


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that is read off a page. `cut`: the page was too large and its end was not read."""

    title: str = ""
    headings: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    links: tuple[Link, ...] = ()
    captcha: bool = False
    scripts: bool = False
    cut: bool = False
