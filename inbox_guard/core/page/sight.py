"""What a page shows: its prose, its forms with their fields and buttons, its links.

Values only; `markup` reads them off HTML.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a select."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A form field: `kind` is the input type, ``select`` or ``textarea``; `value` what it would send.

    `prompt` is what stands above a group of fields (its legend, else the last line of prose before it);
    `concealed` fields are not seen by a person: hidden ones, and honeypots.
    """

    kind: str
    name: str
    value: str
    label: str = ""
    checked: bool = False
    required: bool = False
    concealed: bool = False
    prompt: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A submit button; `action` and `method` are "" where the form's hold.

    `hidden` ones no person sees: only a script, or a link in their stead, can press them. One that was
    merely moved off the screen is not hidden: it is the real one behind a prettier link. `image`: it
    sends where it was clicked, as ``name.x`` and ``name.y``. `handle` names it in a page that a browser has open.
    `row` are the first words of the row that holds it and no other button.
    """

    label: str
    name: str = ""
    value: str = ""
    action: str = ""
    method: str = ""
    hidden: bool = False
    image: bool = False
    handle: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form; `action` is absolute, `method` ``get`` or ``post``; `heading` the nearest one above it.

    `lines` are the last ones above it and the first ones in it, one a block; `shared`: another form stood
    below that heading before. `triggers` are the labels of visible things in it that only a script makes
    work; `sent_by_script`: a script of the page submits it; `elusive`: a script sends it somewhere that
    cannot be read. `handle` as in `Button`; `language` of the page (ISO 639), "" if it says none.
    """

    action: str
    method: str
    fields: tuple[Field, ...]
    buttons: tuple[Button, ...]
    heading: str
    words: str
    captcha: bool
    lines: tuple[str, ...] = ()
    shared: bool = False
    triggers: tuple[str, ...] = ()
    sent_by_script: bool = False
    elusive: bool = False
    handle: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A visible link; `url` is absolute, `heading` the nearest one above it.

    `line` are the words of the line it stands in, its own among them; of links alone, the line above as well.
    """

    url: str
    text: str
    heading: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that is read off a page. `cut`: the page was too large and its end was not read.

    `onward` is where a refresh or a plain script sends the visitor, "" when nowhere; `triggers` as in
    `Form`, outside of forms. `live` are those triggers that can be pressed because a browser has the page open,
    each as a form with one button and nothing in it.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    links: tuple[Link, ...] = ()
    triggers: tuple[str, ...] = ()
    live: tuple[Form, ...] = ()
    captcha: bool = False
    scripts: bool = False
    onward: str = ""
    cut: bool = False
